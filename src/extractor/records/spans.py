"""Spans: characters of the article exactly as read, checked against it where it is at hand."""

from __future__ import annotations

from pydantic import Field, ValidationInfo, model_validator

from extractor.records.record import Record


def _check_quote(text: str, start: int, end: int, info: ValidationInfo) -> None:
    """Refuse a span that is not as long as its text or, where the article is at hand, does not quote it."""
    if end - start != len(text):
        raise ValueError(f"span {start}:{end} is not as long as its text {text!r}")
    if info.context and "article" in info.context:
        quoted = info.context["article"][start:end]
        if quoted != text:
            raise ValueError(f"span {start}:{end} reads {quoted!r}, not {text!r}")


class Span(Record):
    """Characters of the article exactly as read: ``article[start_char:end_char] == text``.

    With ``model_validate(..., context={"article": text})`` the quoted text is checked against the article.
    """

    text: str
    start_char: int = Field(ge=0)
    end_char: int = Field(ge=0)

    @model_validator(mode="after")
    def _quotes_the_article(self, info: ValidationInfo) -> Span:
        _check_quote(self.text, self.start_char, self.end_char, info)
        return self


class OptionalSpan(Record):
    """Text with offsets, or none of the three where the article does not print it."""

    text: str | None = None
    start_char: int | None = Field(default=None, ge=0)
    end_char: int | None = Field(default=None, ge=0)

    @model_validator(mode="after")
    def _quotes_the_article(self, info: ValidationInfo) -> OptionalSpan:
        if self.text is None or self.start_char is None or self.end_char is None:
            if (self.text, self.start_char, self.end_char) != (None, None, None):
                raise ValueError("text, start_char and end_char are given together or not at all")
            return self
        _check_quote(self.text, self.start_char, self.end_char, info)
        return self
