"""Rows of ``rules/units`` and ``rules/quantities``."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from extractor.records import Modifier
from extractor.rules import Row


class UnitRow(Row):
    """A unit of measure.

    ``names`` are further spellings of ``name`` (singular; plurals follow by rule, odd ones stand in ``plurals``).
    ``symbols`` follow the number and keep their case, ``glued`` ones must
    touch it, ``prefixes`` stand before it, ``leads`` are words before a bare one. ``local`` are signs and names that
    mean this unit only in an article of one of ``countries``. ``factor`` times the value (plus ``offset``) is the value
    in the base unit of the dimension; a fraction "1/3" is exact. ``per`` and ``scale`` are what the name itself holds:
    "bpd" is a barrel per day, "bcm" a billion cubic meters.
    """

    name: str
    names: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    code: str | None = None
    dimension: str
    factor: str | None = None
    offset: str = "0"
    per: str | None = None
    scale: Decimal = Decimal(1)


class SenseRow(Row):
    """One meaning of a name that is two units; the first row that holds wins.

    It holds for an article of ``countries``, else if the number is scaled to ``scaled`` at least, the next word is not
    in ``unless``, and the next word is in ``after`` or the sentence has a word of ``near``, if the row has any.
    """

    names: tuple[str, ...]
    unit: str
    countries: tuple[str, ...] = ()
    scaled: Decimal = Decimal(0)
    near: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


class DenominatorRow(Row):
    """Phrases that are a whole denominator ("per capita", "annually") or a noun that may follow "a" ("a share").

    With ``money`` the phrase is a denominator only behind money ("each").
    """

    name: str
    value: Decimal = Decimal(1)
    phrases: tuple[str, ...] = ()
    money: bool = False
    nouns: tuple[str, ...] = ()


class ModifierRow(Row):
    """Words before or after an amount that say how exact it is; after a word of ``not_after`` they do not."""

    sign: Modifier
    not_after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class DropRow(Row):
    """What looks like a quantity and is none: matched first-class and dropped.

    ``before`` and ``after`` are phrases that touch the number, ``around`` ones that hold it. With ``bare`` the row
    holds only for a number without unit and noun, with ``whole`` only for a figure without comma or decimals.
    ``shape`` names a built-in test.
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    bare: bool = True
    whole: bool = False
    shape: Literal[
        "", "name", "score", "phone", "list", "year", "pronoun", "name_behind", "address", "code", "model", "part"
    ] = ""


class RankRow(Row):
    """How an ordinal or a number is marked as a place in an order.

    With ``free`` the word behind the ordinal may be no noun or adjective: "was fifth in tea", not "was fifth grade".
    """

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    cardinal: bool = False
    free: bool = False


class InflectionRow(Row):
    """A plural ending of English: ``ending`` of the singular gives ``plural``."""

    ending: str
    plural: str
    unless: tuple[str, ...] = ()
