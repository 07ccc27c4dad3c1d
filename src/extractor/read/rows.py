"""The rows of ``rules/read`` and the patterns made from them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, TypeVar

from extractor.errors import RuleError
from extractor.rules import Row, RuleSet

FOLDER = "read"
RowT = TypeVar("RowT", bound=Row)
Place = Literal["any", "head", "edge"]
_NAME = re.compile(r"\{([a-z_]+)\}")
_GROUP = re.compile(r"\(\?P<\w+>")


class Part(Row):
    """A piece of other patterns: a pattern, or words that stand for one another in any case."""

    pattern: str = ""
    words: tuple[str, ...] = ()

    def regex(self) -> str:
        """The piece as a pattern."""
        return self.pattern or alternatives(self.words)


class Month(Row):
    """A month's number and its names."""

    number: int
    names: tuple[str, ...]


class DateForm(Row):
    """A form of dates, with the groups y, m or mon, d."""

    pattern: str


class HeaderRow(Row):
    """A line of the header. ``whole`` false: only the match is, and the rest of the line is looked at again."""

    pattern: str
    place: Place = "any"
    whole: bool = True


class DatelineRow(Row):
    """What stands before the first sentence: place, day, agency."""

    pattern: str


class ShapeRow(Row):
    """A shape of lines that tells a title from a paragraph."""

    pattern: str


class FurnitureRow(Row):
    """A line of the page. ``short``: only lines of a headline's length are looked at."""

    pattern: str
    at: Literal["start", "end"] = "start"
    place: Place = "any"
    short: bool = False


def alternatives(words: Iterable[str]) -> str:
    """One pattern for many words, longest first, in any case.

    >>> alternatives(["Jan", "January"])
    '(?i:January|Jan)'
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "(?i:" + "|".join(re.escape(word).replace("\\ ", r"\s+") for word in ordered) + ")"


class ReadRules:
    """The patterns of ``rules/read``, compiled once.

    >>> rules = ReadRules(RuleSet.load())
    >>> rules.month_number["sept."]
    9
    """

    def __init__(self, rules: RuleSet) -> None:
        self._rules = rules
        months = rules.rows(FOLDER, "month", Month).values()
        self.month_number = {name.lower(): month.number for month in months for name in month.names}
        dates = rules.rows(FOLDER, "date", DateForm)
        days = rules.rows(FOLDER, "day", DateForm)
        self._parts = {name: part.regex() for name, part in rules.rows(FOLDER, "part", Part).items()}
        self._parts["month"] = alternatives(name for month in months for name in month.names)
        self._parts["date"] = _either(row.pattern for row in dates.values())
        self._parts["day"] = _either(row.pattern for row in days.values())
        self.dates = {name: self._compile("date", row) for name, row in dates.items()}
        self.days = {name: self._compile("day", row) for name, row in days.items()}
        self.header = {name: (row, self._compile("header", row)) for name, row in self._rows("header", HeaderRow)}
        self.furniture = {name: (row, self._compile("furniture", row)) for name, row in self._furniture("start")}
        self.furniture_end = {name: (row, self._compile("furniture", row)) for name, row in self._furniture("end")}
        # Most lines are paragraphs, which one pattern of all rules tells at once from furniture.
        self.furniture_of_paragraphs = re.compile(
            "|".join(pattern.pattern for row, pattern in self.furniture.values() if not row.short) or "(?!)"
        )
        self.datelines = {name: self._compile("dateline", row) for name, row in self._rows("dateline", DatelineRow)}
        self._shapes = {name: self._compile("shape", row) for name, row in self._rows("shape", ShapeRow)}

    @property
    def no_title(self) -> re.Pattern[str]:
        """A line that this matches is no headline."""
        return self._shapes["no_title"]

    @property
    def signature(self) -> re.Pattern[str]:
        """A line below the headline that this matches is a name."""
        return self._shapes["signature"]

    def _furniture(self, at: str) -> list[tuple[str, FurnitureRow]]:
        return [(name, row) for name, row in self._rows("furniture", FurnitureRow) if row.at == at]

    def _rows(self, kind: str, model: type[RowT]) -> list[tuple[str, RowT]]:
        return list(self._rules.rows(FOLDER, kind, model).items())

    def _compile(self, kind: str, row: DateForm | HeaderRow | DatelineRow | ShapeRow | FurnitureRow) -> re.Pattern[str]:
        where = self._rules.origins[f"{FOLDER}.{kind}.{row.id}"]
        try:
            return re.compile(self._fill(row.pattern, 0))
        except (re.error, KeyError, RecursionError) as error:
            allowed = "a regular expression with the pieces {" + "}, {".join(sorted(self._parts)) + "}"
            raise RuleError(f"row {row.id!r}: bad pattern ({error})", allowed=allowed, where=where) from None

    def _fill(self, pattern: str, depth: int) -> str:
        if depth > 5:
            raise RecursionError("a piece that holds itself")
        return _NAME.sub(lambda found: "(?:" + self._fill(self._parts[found[1]], depth + 1) + ")", pattern)


def _either(patterns: Iterable[str]) -> str:
    """Any of the patterns, without their groups, so that it can stand in another pattern more than once."""
    return "|".join(_GROUP.sub("(?:", pattern) for pattern in patterns)
