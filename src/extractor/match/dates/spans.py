"""Productions over other expressions: ends and parts of periods, periods inside others, ranges, units up to a date."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from extractor.match.dates.calendar import (
    DAYS,
    MONTHS,
    UNITS,
    Period,
    add_days,
    add_months,
    month_end_near,
    move,
    nth_unit,
    part_of,
    period_of,
    period_value,
)
from extractor.match.dates.expr import Expr, Resolved, Scene

Resolve = Callable[[Expr, Scene], Resolved | None]

_ORDER = ("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "time")


def interval(period: Period, grain: str) -> Resolved:
    """A period as a result, with a start/end value where TIMEX3 has no name for it."""
    value = period_value(*period) or f"{period.first.isoformat()}/{period.last.isoformat()}"
    return Resolved(period.first, period.last, value, grain)


def compose(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """A period inside another: "June this year", "the first week of August", "last year's third quarter"."""
    inner, outer = reversed(expr.parts) if expr.word("order") == "outer" else expr.parts
    around = resolve(outer, scene)
    if around is None and outer.row.produce == "anaphor" and inner.open():
        return Resolved(grain="day")
    if around is None or not inner.open() or outer.row.produce in ("duration", "clock", "frequency"):
        return None
    inside = resolve(inner, Scene(scene.anchor or date(2000, 1, 1), ahead=scene.ahead))
    if inside is None or (_rank(around.grain) > _rank(inside.grain) and not inner.num("half")):
        return None
    if inside.grain == around.grain:
        return around if inner.num("weekday") and around.grain == "day" else None
    if around.first is None or around.last is None:
        return Resolved(grain=inside.grain)
    if around.grain == "year":
        found = resolve(inner.in_year(around.first.year), scene)
    else:
        found = _inside(inner, Period(around.first, around.last), around.grain)
    if found and around.fiscal:
        found.fiscal = True
    return found


def _rank(grain: str) -> int:
    """Place in the order of grains; a stretch of months stands beside the quarter."""
    return _ORDER.index(grain) if grain in _ORDER else _ORDER.index("quarter") if grain == "span" else len(_ORDER)


def _inside(inner: Expr, outer: Period, grain: str) -> Resolved | None:
    """A part of a month, week or decade: "the first half of August", "Friday last week"."""
    if inner.num("weekday") and grain == "week":
        day = add_days(outer.first, (inner.num("weekday") or 1) - 1)
        return Resolved(day, day, day.isoformat(), "day")
    if inner.row.produce in ("leading", "nth"):
        found = nth_unit(outer, inner.word("unit"), inner.num("ordinal") or 1, inner.num("number") or 1)
        return interval(found, inner.word("unit")) if found else None
    if inner.num("half"):
        return interval(part_of(outer, 2, inner.num("half") or 1), "span")
    return None


def within(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "early 2009", "mid-July", "the July-September quarter": the period itself."""
    return resolve(expr.parts[0], scene)


def edge(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "the end of last year": the period's last day, under the value of the period."""
    found = resolve(expr.parts[0], scene)
    if found is None or found.first is None or found.last is None:
        return found
    day = {"end": found.last, "start": found.first}.get(expr.word("edge"))
    if day is not None and found.grain not in ("decade", "century"):
        found.first = found.last = day
    return found


def between(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "from January to August 2024", "between 2014 and 2023": from the first part's begin to the second's end."""
    begin, end = range_ends(expr, scene, resolve)
    if begin is None or end is None:
        return None
    if begin.first is None or end.last is None:
        return None if _lengths(expr) else Resolved(grain="span")
    if begin.first > end.last:
        return None
    return interval(Period(begin.first, end.last), begin.grain if begin.grain == end.grain else "span")


def _lengths(expr: Expr) -> bool:
    return any(part.row.type != "DATE" for part in expr.parts)


def range_ends(expr: Expr, scene: Scene, resolve: Resolve) -> tuple[Resolved | None, Resolved | None]:
    """Both ends of a range; an end without a year takes the other's, or lies before it."""
    left, right = expr.parts
    if right.open() and not left.open() and scene.anchor and not scene.ahead:
        begin, end = resolve(left, scene), resolve(right, scene)
        if begin and begin.first and end and end.last and end.last < begin.first:
            return begin, resolve(right, Scene(begin.first, ahead=True))
        return begin, end
    end = resolve(right, scene)
    if end is None or end.last is None or not left.open():
        return resolve(left, scene), end
    begin = resolve(left.in_year(end.last.year), scene)
    if begin and begin.first and begin.first > end.last:
        begin = resolve(left.in_year(end.last.year - 1), scene)
    return begin, end


def ended(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "the six weeks ended May 31", "the year to March": so many units up to a date."""
    if expr.word("unit") not in UNITS:
        return None
    end = resolve(expr.parts[0], Scene(scene.anchor, scene.reference, expr.num("step") is not None))
    if end is None or end.last is None:
        return end
    end = _settled(expr, end, scene, resolve)
    if end.last is None:
        return end
    unit, count = expr.word("unit"), expr.num("number") or 1
    if unit in MONTHS:
        first = add_months(add_days(month_end_near(end.last), 1), -MONTHS[unit] * count)
    else:
        first = add_days(end.last, 1 - count * DAYS[unit])
    # More centuries than the calendar holds.
    return interval(Period(first, end.last), _length_grain(unit, count)) if first <= end.last else None


def _length_grain(unit: str, count: int) -> str:
    """The grain of so many units: "three months" and "13 weeks" are a quarter."""
    if count == 1:
        return unit
    months = round(count * 12 / 52) if unit == "week" else count * MONTHS.get(unit, 0)
    return {3: "quarter", 6: "half", 12: "year"}.get(months, "span")


def _settled(expr: Expr, end: Resolved, scene: Scene, resolve: Resolve) -> Resolved:
    """Which year's day ends the stretch: what has "ended" lies behind, what is "ending" is the nearest."""
    part, anchor = expr.parts[0], scene.anchor
    if anchor is None or end.last is None or not part.open() or expr.num("step") is not None:
        return end
    if end.last > anchor:
        return end if scene.ahead else resolve(part.in_year(end.last.year - 1), scene) or end
    coming = resolve(part.in_year(end.last.year + 1), scene) if expr.num("ending") or scene.ahead else None
    if coming and coming.last and (scene.ahead or coming.last - anchor < anchor - end.last):
        return coming
    return end


def starting(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "the week of Aug. 12", "the fiscal year beginning April 1": a unit from a date on."""
    unit = expr.word("unit")
    at = Scene(scene.anchor, scene.reference, True) if expr.num("coming") else scene
    start = resolve(expr.parts[0], at) if unit in UNITS else None
    if start is None or start.first is None:
        return start
    if unit == "week":
        return interval(period_of("week", start.first), "week")
    last = add_days(move(start.first, start.first, unit, expr.num("number") or 1).first, -1)
    return interval(Period(start.first, last), unit)


def nth_of(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "the second week of August", "the last two months of 2023"."""
    outer = resolve(expr.parts[0], scene)
    unit, count = expr.word("unit"), expr.num("number") or 1
    if outer is None or unit not in UNITS:
        return None
    if outer.first is None or outer.last is None:
        return Resolved(grain=unit)
    found = nth_unit(Period(outer.first, outer.last), unit, expr.num("ordinal") or 1, count)
    return replace(interval(found, unit if count == 1 else "span"), fiscal=outer.fiscal) if found else None


def spanned(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "the three months from April to June": the range says it all."""
    part = expr.parts[0]
    return resolve(part, scene) if part.row.produce == "between" and not part.word("unit") else None


def holiday_step(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "last Christmas"."""
    step = expr.num("step") or 0
    if expr.parts[0].row.produce != "holiday" or not step:
        return None
    return resolve(expr.parts[0], Scene(scene.anchor, ahead=step > 0))


def same(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """As in "the same period last year": the period last mentioned, in the year named or the one before."""
    reference = scene.reference
    outer = resolve(expr.parts[0], scene) if expr.parts else None
    if (
        reference is None
        or reference.first is None
        or reference.last is None
        or _rank(reference.grain) >= _rank("week")
    ):
        return outer or (relative_year(scene.anchor) if scene.anchor else Resolved(grain="year"))
    count = -1
    if outer and outer.first and outer.grain == "year" and expr.parts[0].row.produce == "calendar":
        count = outer.first.year - reference.last.year
    moved = move(reference.first, reference.last, "year", count)
    return interval(moved, reference.grain)


def relative_year(anchor: date) -> Resolved:
    """The year before the anchor's."""
    period = move(*period_of("year", anchor), "year", -1)
    return Resolved(*period, period_value(*period), "year")
