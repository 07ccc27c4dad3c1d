"""What goes in: articles as read, and those that could not be."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field

from extractor.records.record import Record

ZoneKind = Literal["title", "body", "furniture", "header"]


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
    zones: list[Zone] = Field(default=[])


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
