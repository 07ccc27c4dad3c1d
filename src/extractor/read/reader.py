"""From what the user names to articles with id, date and zones; what can't be read comes back as a Reject."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.errors import InputError
from extractor.read.dates import DateHint, dated, parse_date, parse_hint
from extractor.read.files import RawArticle, read_file
from extractor.read.rows import ReadRules
from extractor.read.sources import sources
from extractor.read.zones import Piece, cover, headline_index, pieces
from extractor.records import Article, Reject
from extractor.rules import RuleSet


class Reader:
    """Reads articles; made once, and again for each run because it knows the ids it has seen.

    >>> reader = Reader(RuleSet.load())
    >>> reader.article("Updated: 2024-01-11\\n\\nFees rose 3 percent in all ports of the country.", "a").date
    datetime.date(2024, 1, 11)
    """

    def __init__(self, rules: RuleSet, hint: DateHint | None = None) -> None:
        self._rules = ReadRules(rules)
        self._hint = hint
        self._seen: dict[str, str] = {}

    def read(self, paths: Sequence[str]) -> Iterator[Article | Reject]:
        """The articles that ``paths`` name, in order; an id that stands already is rejected."""
        for source in sources(paths):
            yield from self.read_source(source)

    def read_source(self, source: Path | Reject) -> Iterator[Article | Reject]:
        """The articles of one of ``sources(paths)``."""
        if isinstance(source, Reject):
            yield source
        else:
            yield from self.read_file(source)

    def read_file(self, path: Path) -> Iterator[Article | Reject]:
        """The articles of one file."""
        for raw in read_file(path):
            yield raw if isinstance(raw, Reject) else self._finish(raw)

    def article(self, text: str, doc_id: str = "text", *, title: str | None = None, date: str | None = None) -> Article:
        """An article from its text: date and zones are read, a given ``date`` comes first.

        A ``date`` that is only a year completes the dateline.

        Raises:
            InputError: ``date`` is none.
        """
        found = pieces(text, self._rules)
        day = parse_date(date, self._rules) if date is not None else None
        if day is None:
            hint = parse_hint(date) if date is not None else self._hint
            day, _ = dated(found, self._rules, hint)
        return Article(id=doc_id, text=text, title=title or _title(found), date=day, zones=cover(text, found))

    def _finish(self, raw: RawArticle) -> Article | Reject:
        where = raw.file if raw.line is None else f"{raw.file}:{raw.line}"
        if raw.id in self._seen:
            return Reject(
                file=raw.file,
                line=raw.line,
                id=raw.id,
                found=f"id {raw.id!r} is already that of {self._seen[raw.id]}",
                allowed="one id for each article",
            )
        try:
            article = self.article(raw.text, raw.id, title=raw.title, date=raw.date or None)
        except InputError as error:
            return Reject(file=raw.file, line=raw.line, id=raw.id, found=error.found, allowed=error.allowed)
        self._seen[raw.id] = where
        article.url = raw.url
        return article


def _title(found: list[Piece]) -> str | None:
    titles = [piece.line.text for piece in found if piece.kind == "title"]
    return titles[headline_index(titles)] if titles else None
