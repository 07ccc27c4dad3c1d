"""What the matchers find: plain records with token and character offsets, cheap to make.

``start`` and ``end`` are token indices (``end`` exclusive) into the article's Tokens, ``start_char`` and ``end_char``
characters of its text.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(slots=True)
class UnitValue:
    """A unit as matched; see ``records.Unit``. ``noun`` is true for counted things ("patents")."""

    name: str
    code: str | None = None
    dimension: str = "count"
    per_value: Decimal | None = None
    per_name: str | None = None
    noun: bool = False


@dataclass(slots=True)
class QuantityMention:
    """A number that measures something.

    ``form``: "amount" (number with or without unit), "rank" ("No. 3", "third largest"), "multiple" ("twice", "three
    times", "tenfold"), "fraction" ("two-thirds", "half of"). ``number`` are the tokens of the number alone, ``noun`` those
    of the counted noun group, kept whole ("valid domestic invention patents"). ``sign`` is -1 for "-52 000", +1 for "+2%",
    else 0. ``elided`` is true while the unit is taken from a neighbour. ``per`` is the denominator beside a number without a
    unit ("8 per 10,000 people"). ``vague`` marks "hundreds of", "several".
    """

    start: int
    end: int
    start_char: int
    end_char: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    modifier: str = "="
    unit: UnitValue | None = None
    form: str = "amount"
    number: tuple[int, int] = (0, 0)
    noun: tuple[int, int] | None = None
    sign: int = 0
    elided: bool = False
    vague: bool = False
    equivalents: list[QuantityMention] = field(default_factory=list)
    rules: tuple[str, ...] = ()
    per: tuple[Decimal, str] | None = None


@dataclass(slots=True)
class DateMention:
    """A date expression, resolved against the anchor.

    ``type``: DATE, DURATION, TIME or SET; ``value``: TIMEX3; ``first`` and ``last``: the interval, None while unresolved.
    ``relation`` as in ``records.Time``. ``grain``: day, week, month, quarter, half, year, ... ``role``: "time" (says when),
    "base" (a comparison base such as "year-on-year", "from a year earlier" as a pure base, which is no time of its own),
    "rate" ("a year" as a denominator) or "duration". ``shift`` is set where the expression counts from the period of the
    number beside it ("a year earlier": ("year", -1); "the same period last year": ("year", -1)). ``parts`` are the two ends
    of a range ("from [January] to [August 2024]") as mentions of their own.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    type: str
    value: str | None
    first: datetime.date | None = None
    last: datetime.date | None = None
    relation: str = "during"
    grain: str = ""
    role: str = "time"
    shift: tuple[str, int] | None = None
    fiscal: bool = False
    rules: tuple[str, ...] = ()
    parts: tuple[DateMention, ...] = ()


@dataclass(slots=True)
class RegionMention:
    """A place name. ``type``: country, state, province, city, district, cluster, bloc, continent, world, ...

    ``form``: "name", "demonym" ("Chinese"), "organisation" ("CNIPA" implies China), "anaphor" ("the province"),
    "dateline". ``country`` is the ISO 3166-1 code of the country it lies in, ``members`` the codes of a cluster or bloc.
    ``means`` is the place that an anaphor points back to, None while that is open. ``part_of`` is the code of the place that
    a direction narrows: "CN" for "southwest China".
    """

    start: int
    end: int
    start_char: int
    end_char: int
    name: str
    code: str | None
    type: str
    country: str | None = None
    members: tuple[str, ...] = ()
    form: str = "name"
    lat: float | None = None
    lon: float | None = None
    rules: tuple[str, ...] = ()
    means: RegionMention | None = None
    part_of: str | None = None
