"""What a label lets pass, field by field: its own reading first, then the alternatives of ``accept``."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.evaluate.gold import GoldFact, Number, number_or_range, per_reading
from extractor.evaluate.periods import Interval, period
from extractor.evaluate.wording import Wording
from extractor.records import Direction, Time


@dataclass(frozen=True, slots=True)
class UnitReading:
    """Name in normal form and code of a unit; both empty for "no unit"."""

    name: str
    code: str


@dataclass(frozen=True, slots=True)
class TimeReading:
    """TIMEX3 value and interval; both none for "no time"."""

    value: str | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class RegionReading:
    """Normal name, code and members; all empty for "no region"."""

    name: str
    code: str
    members: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Label:
    """A gold label ready for comparison. An alternative list that is none lets everything pass."""

    doc_id: str
    start: int
    end: int
    kinds: tuple[str, ...]
    directions: tuple[Direction | None, ...] | None
    values: tuple[Number, ...]
    units: tuple[UnitReading, ...] | None
    pers: tuple[tuple[Decimal, str] | None, ...] | None
    regions: tuple[RegionReading, ...] | None
    times: tuple[TimeReading, ...] | None
    metrics: tuple[frozenset[str], ...]
    optional: bool
    gold: GoldFact | None = None


def label_of(gold: GoldFact, wording: Wording) -> Label:
    """The readings that a gold row lets pass."""
    accept, quantity = gold.accept, gold.quantity
    return Label(
        doc_id=gold.doc_id,
        start=quantity.start_char,
        end=quantity.end_char,
        kinds=(gold.kind, *accept.kind),
        directions=(gold.direction, *accept.direction) if gold.direction else None,
        values=(_number(gold), *map(number_or_range, accept.value)),
        units=_units(gold, wording),
        pers=_pers(gold, wording),
        regions=_regions(gold, wording),
        times=(_time(gold.time), *(TimeReading(value, period(value)) for value in accept.time)),
        metrics=_metrics(gold, wording),
        optional=gold.optional,
        gold=gold,
    )


def _number(gold: GoldFact) -> Number:
    quantity = gold.quantity
    if quantity.low is not None and quantity.high is not None:
        return quantity.low, quantity.high
    assert quantity.value is not None  # GoldFact refuses a quantity without a number
    return quantity.value


def _units(gold: GoldFact, wording: Wording) -> tuple[UnitReading, ...]:
    unit = gold.quantity.unit
    own = UnitReading(wording.unit(unit.name), unit.code or "") if unit else UnitReading("", "")
    # An alternative may be a name or a code; a name never equals a code, since normal names are lower case.
    return (own, *(UnitReading(wording.unit(name), (name or "").split(" ")[0]) for name in gold.accept.unit))


def _pers(gold: GoldFact, wording: Wording) -> tuple[tuple[Decimal, str] | None, ...] | None:
    per = gold.quantity.unit.per if gold.quantity.unit else None
    readings: list[tuple[Decimal, str] | None] = [(per.value, wording.denominator(per.name)) if per else None]
    for text in gold.accept.per:
        if text is None:
            readings.append(None)
        else:
            value, name = per_reading(text)
            readings.append((value, wording.denominator(name)))
    # Like the reference: a label without denominator does not ask for one, and does not forbid one either.
    return None if per is None else tuple(readings)


def _regions(gold: GoldFact, wording: Wording) -> tuple[RegionReading, ...]:
    region = gold.region
    own = RegionReading("", "")
    if region:
        own = RegionReading(wording.place(region.name), region.code or "", frozenset(region.members))
    others = (RegionReading(wording.place(name), name or "") for name in gold.accept.region)
    return own, *others


def _time(time: Time | None) -> TimeReading:
    if time is None:
        return TimeReading(None, None)
    if time.start or time.end:
        return TimeReading(time.value, (_iso(time.start), _iso(time.end)))
    return TimeReading(time.value, period(time.value))


def _iso(day: object) -> str | None:
    return None if day is None else str(day)


def _metrics(gold: GoldFact, wording: Wording) -> tuple[frozenset[str], ...]:
    """Metric, and metric with subject; both again for each other wording."""
    subject = wording.content(gold.subject.text if gold.subject else None)
    own = wording.content(gold.metric.text if gold.metric else None)
    wordings = [own, *(wording.content(text) for text in gold.accept.metric)]
    return tuple(dict.fromkeys(words | extra for words in wordings for extra in (subject, frozenset[str]())))
