"""What the rows of ``rules/dates`` hold."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.rules import Row


class Table(Row):
    """Words with their values: the class ``{id}`` of the phrase patterns.

    ``field`` names the value in the expression (the id by default); ``capital`` asks for a capital letter, which tells
    the month from the verb.
    """

    values: dict[str, int | str]
    field: str = ""
    capital: bool = False


class Shape(Row):
    """A class of tokens given by a regular expression over one lower-cased token; its named groups are the values."""

    regex: str


class Phrase(Row):
    """A pattern and what it produces.

    ``pattern``: literal words, ``{class}``, ``<date>`` (an expression found before), ``(a | b)``, ``?`` after what may
    be missing; ``[`` and ``]`` stand around the span where the pattern holds more than it. ``produce`` names the
    production; ``set`` gives it constants. ``level`` 2 patterns see the expressions that level 1 found.
    """

    pattern: str
    produce: str
    level: int = 1
    set: dict[str, int | str] = Field(default_factory=dict)
    type: str = "DATE"
    role: str = "time"
    relation: str = ""
    shift: tuple[str, int] | None = None
    weak: bool = False


class Holiday(Row):
    """A named day.

    Its date is ``month`` and ``day``; or the ``nth`` ``weekday`` (Monday 1, ``nth`` -1 the last) of ``month``; or so
    many days from Easter Sunday; or, year by year, ``table`` with "MM-DD". ``offset`` moves it, ``days`` is its
    length, ``year`` the only year of a day that happened once. ``note`` names the source of a table.
    """

    names: tuple[str, ...]
    month: int = 0
    day: int = 0
    weekday: int = 0
    nth: int = 1
    easter: int | None = None
    table: dict[str, str] = Field(default_factory=dict)
    offset: int = 0
    days: int = 1
    year: int = 0


class Guard(Row):
    """Where an expression of the named rows is no date.

    It bars one whose first word is among ``words`` and whose last among ``ends`` (any, if there are none) when the word
    before is in ``before`` or printed with a capital (``capital_before``), or the word after is in ``after``, ends in
    one of ``after_ending``, or has a capital while the next has none (``capital_after``, as names have). Words of
    ``unless_before`` and ``unless_after`` let it stand after all, and so does, with ``word_after``, that no word comes
    after it: "in 2000" against "about 2000 workers".
    """

    rows: tuple[str, ...]
    words: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    capital_before: bool = False
    capital_after: bool = False
    word_after: bool = False
    after: tuple[str, ...] = ()
    after_ending: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
    unless_after: tuple[str, ...] = ()


class FiscalYear(Row):
    """When the years of a company or a country's budget begin, for articles whose top names it.

    ``named_by`` says whether "fiscal 2024" is the year that ends or the one that starts in 2024.
    """

    names: tuple[str, ...]
    month: int
    named_by: Literal["end", "start"] = "end"
    country: bool = False
