"""Sentences with their dates marked: ``Exports rose in [2023|2023].``

A mark holds the span, its TIMEX3 value (``-`` for none) and, where they are not what a plain date has, words for type,
relation, role, shift (``year-1``), ``fiscal``, and the interval ``first..last`` where the value does not name it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.match.dates import period_value
from extractor.match.mentions import DateMention

_MARK = re.compile(r"\[([^|\]]*)\|[^\]]*\]")


@dataclass(frozen=True)
class Marked:
    """A sentence with marks, and the date that it is read on."""

    marked: str
    anchor: date | None

    @property
    def text(self) -> str:
        return _MARK.sub(r"\1", self.marked)


def sentences(file: Path, at_least: int) -> list[Marked]:
    """The sentences of a file: one a line; ``# `` opens a comment, ``@ 2024-08-15`` or ``@ none`` sets the date."""
    found = list(_read(file))
    assert len(found) >= at_least, f"{file}: {len(found)} sentences, at least {at_least} expected"
    return found


def _read(file: Path) -> Iterator[Marked]:
    anchor: date | None = None
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("@ "):
            anchor = None if line[2:] == "none" else date.fromisoformat(line[2:])
        elif line and not line.startswith("#"):
            yield Marked(line, anchor)


def mark(text: str, mentions: list[DateMention]) -> str:
    """The text with its mentions marked, in the form that the files have."""
    pieces: list[str] = []
    last = 0
    for mention in mentions:
        bits = [text[mention.start_char : mention.end_char], mention.value or "-", *_extras(mention)]
        pieces += [text[last : mention.start_char], f"[{bits[0]}|{bits[1]}"]
        pieces += [f"|{' '.join(bits[2:])}]" if bits[2:] else "]"]
        last = mention.end_char
    return "".join([*pieces, text[last:]])


def _extras(mention: DateMention) -> Iterator[str]:
    if mention.type != "DATE":
        yield mention.type
    if mention.relation != "during":
        yield mention.relation
    if mention.role != "time":
        yield mention.role
    if mention.shift:
        yield f"{mention.shift[0]}{mention.shift[1]:+d}"
    if mention.fiscal:
        yield "fiscal"
    if mention.first and mention.last:
        interval = f"{mention.first.isoformat()}..{mention.last.isoformat()}"
        if mention.value not in (period_value(mention.first, mention.last), interval.replace("..", "/")):
            yield interval
