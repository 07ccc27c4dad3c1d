"""What the rows of ``rules/dates`` hold."""

from __future__ import annotations

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


class Guard(Row):
    """Where an expression of the named rows is no date: a word before it, a word or an ending after it.

    ``unless_before`` are words before it that let it stand after all: "in 2000 workers" against "about 2000 workers".
    """

    rows: tuple[str, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    after_ending: tuple[str, ...] = ()
    unless_before: tuple[str, ...] = ()
