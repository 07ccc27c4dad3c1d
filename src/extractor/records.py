"""The records: what goes into the pipeline (Article) and what comes out (Fact), as the guidelines define them."""

from __future__ import annotations

import datetime
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, ValidationInfo, model_validator

Kind = Literal["level", "change", "comparison", "rank"]
Direction = Literal["up", "down"]
Modifier = Literal["=", "~", ">", "<", ">=", "<="]
Relation = Literal["during", "as_of", "since", "until", "between"]
ZoneKind = Literal["title", "body", "furniture", "header"]


def plain(number: Decimal) -> str:
    """Write a decimal without exponent: ``Decimal("3.6E+12")`` is ``3600000000000``.

    >>> plain(Decimal("15.30") * 10**12)
    '15300000000000'
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


ExactDecimal = Annotated[Decimal, PlainSerializer(plain, return_type=str, when_used="json")]


class Record(BaseModel):
    """Base of all records: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", defer_build=True)


RecordT = TypeVar("RecordT", bound=Record)
# What an instance holds, set by its slots: a model's own way to set an attribute looks it up and checks it first.
_set_fields, _set_names, _set_extra, _set_private = (
    BaseModel.__dict__[slot].__set__
    for slot in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


@cache
def _names(model: type[Record]) -> set[str]:
    """The fields of a model, one set for all its records: what is assigned later is in it already."""
    return set(model.model_fields)


def trusted(model: type[RecordT], fields: dict[str, Any]) -> RecordT:
    """A record of checked values, all fields in the model's order: a quarter of the time that ``model_validate`` takes.

    For values that the pipeline has made itself; that its records pass the model's checks is for tests to show. The four
    attributes are those that pydantic's own ``model_construct`` sets, which takes longer than to validate.

    >>> trusted(Per, {"value": Decimal(1), "name": "share"}) == Per(name="share")
    True
    """
    record = model.__new__(model)
    _set_fields(record, fields)
    _set_names(record, _names(model))
    _set_extra(record, None)
    _set_private(record, None)
    return record


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


class Per(Record):
    """A denominator: ``{"value": 10000, "name": "people"}``, ``{"value": 1, "name": "share"}``."""

    value: ExactDecimal = Decimal(1)
    name: str


class Unit(Record):
    """A unit: singular lower-case name, UCUM or ISO 4217 code if it has one, dimension, denominator."""

    name: str
    code: str | None = None
    dimension: str
    per: Per | None = None


class Base(Record):
    """A quantity converted to the base unit of its dimension."""

    value: ExactDecimal | None = None
    low: ExactDecimal | None = None
    high: ExactDecimal | None = None
    unit: str


class Amount(Span):
    """A number with its unit, as printed and as normalised."""

    value: ExactDecimal | None = None
    low: ExactDecimal | None = None
    high: ExactDecimal | None = None
    modifier: Modifier = "="
    unit: Unit | None = None

    @model_validator(mode="after")
    def _range_in_order(self) -> Amount:
        if (self.low is None) != (self.high is None):
            raise ValueError("a range has both low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is greater than high {self.high}")
        return self


def _is_none(value: object) -> bool:
    return value is None


class Quantity(Amount):
    """The amount a fact states; ``equivalents`` are the same amount in other units; ``base`` is filled on request."""

    equivalents: list[Amount] = []
    base: Base | None = Field(default=None, exclude_if=_is_none)


class MetricPhrase(OptionalSpan):
    """What is measured. ``key`` may stay open: people label words, not normal forms."""

    key: str | None = None
    inherited: bool = False


class Metric(MetricPhrase):
    """What is measured, as a noun phrase of the article, and ``key``, its normal form across articles."""

    key: str


class Subject(Span):
    """Who or what the metric is of, when that is not (only) a region."""

    inherited: bool = False


class Region(OptionalSpan):
    """Where the number holds. ``text`` is null when the article implies the place without naming it."""

    name: str
    code: str | None = None
    type: str
    members: list[str] = []
    inherited: bool = False


class Time(OptionalSpan):
    """When the number holds: TIMEX3 value and the interval, both null while unresolved."""

    value: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    relation: Relation = "during"
    inherited: bool = False

    @model_validator(mode="after")
    def _interval_in_order(self) -> Time:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")
        return self


class FactFields(Record):
    """What a fact says, whoever read it: the extractor, a labeller or another program."""

    doc_id: str
    kind: Kind
    metric: MetricPhrase | None
    subject: Subject | None = None
    quantity: Quantity
    direction: Direction | None = None
    baseline: Span | None = None
    region: Region | None = None
    time: Time | None = None
    projected: bool = False
    attribution: Span | None = None


class _Named(Record):
    """Puts the id before all other fields of a fact."""

    id: str


class Fact(FactFields, _Named):
    """One number with its meaning; see ``gold/GUIDELINES.md`` for each field."""

    metric: Metric | None
    sentence: Span
    rules: list[str]


class MentionFields(Record):
    """What a mention says, whoever read it."""

    doc_id: str
    layer: Literal["quantity", "date", "region"]
    text: str
    start_char: int
    end_char: int
    quantity: Quantity | None = None
    time: Time | None = None
    region: Region | None = None


class Mention(MentionFields):
    """A quantity, date or region expression, whether or not a fact uses it."""

    rules: list[str]


class Zone(Record):
    """A stretch of the article and what it is: title, body, header (date lines, bylines) or furniture."""

    start_char: int
    end_char: int
    kind: ZoneKind


class Article(Record):
    """An article as read. ``zones`` cover its text in order; empty zones mean all of it is body."""

    id: str
    text: str
    title: str | None = None
    date: datetime.date | None = None
    url: str | None = None
    zones: list[Zone] = []


class Reject(Record):
    """An article, or a file or line that should have held one, which gave no facts; and why.

    >>> Reject(file="a.jsonl", line=3, found="no field text", allowed="a field text").reason
    'a.jsonl:3: no field text; allowed: a field text'
    """

    file: str
    line: int | None = None
    id: str | None = None
    found: str
    allowed: str = ""

    @property
    def reason(self) -> str:
        """One line that says file, line, what was found and what is allowed."""
        where = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{where}: {self.found}{'; allowed: ' + self.allowed if self.allowed else ''}"
