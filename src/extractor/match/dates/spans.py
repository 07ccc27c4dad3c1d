"""Productions over other expressions, and stretches of several units."""

from __future__ import annotations

from collections.abc import Callable

from extractor.match.dates.calendar import (
    DAYS,
    MONTHS,
    Period,
    add_days,
    add_months,
    months_from,
    move,
    period_of,
    period_value,
)
from extractor.match.dates.expr import Expr, Resolved, Scene

Resolve = Callable[[Expr, Scene], Resolved | None]

_LETTERS = {
    "day": "P{}D", "week": "P{}W", "fortnight": "P{}W", "weekend": "P{}WE", "month": "P{}M", "quarter": "P{}Q",
    "half": "P{}M", "year": "P{}Y", "decade": "P{}Y", "century": "P{}Y", "hour": "PT{}H", "minute": "PT{}M",
    "second": "PT{}S",
}  # fmt: skip
_TIMES = {"decade": 10, "century": 100, "half": 6, "fortnight": 2}
_ORDER = ("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend", "day", "time")


def interval(first_last: Period, grain: str) -> Resolved:
    """A period as a result, with a start/end value where TIMEX3 has no name for it."""
    value = period_value(*first_last) or f"{first_last.first.isoformat()}/{first_last.last.isoformat()}"
    return Resolved(first_last.first, first_last.last, value, grain)


def duration_value(unit: str, count: int | None) -> str:
    """TIMEX3 of a length.

    >>> duration_value("decade", 2), duration_value("year", None)
    ('P20Y', 'PXY')
    """
    number = "X" if count is None else str(count * _TIMES.get(unit, 1))
    return _LETTERS[unit].format(number)


def duration(expr: Expr, scene: Scene) -> Resolved | None:
    """ "five years", "for the fifth consecutive year": a length without a place."""
    count = expr.num("number") or expr.num("ordinal")
    return Resolved(value=duration_value(expr.word("unit"), count), grain=expr.word("unit"))


def window(expr: Expr, scene: Scene) -> Resolved | None:
    """ "the past four years", "the next decade": a length that ends or begins at the anchor."""
    unit, count = expr.word("unit"), expr.num("number") or (None if expr.word("vague") else 1)
    found = Resolved(value=duration_value(unit, count), grain=unit)
    if scene.anchor is None or count is None or unit not in MONTHS | {"day": 1, "week": 7}:
        return found
    step = expr.num("step") or 1
    moved = move(scene.anchor, scene.anchor, unit, step * count).first
    day = add_days(moved, -step)
    found.first, found.last = (day, scene.anchor) if step < 0 else (scene.anchor, day)
    return found


def leading(expr: Expr, scene: Scene) -> Resolved | None:
    """ "the first eight months", "the last two quarters" of a year."""
    unit, count = expr.word("unit"), expr.num("number") or 1
    if unit not in ("month", "quarter", "week", "day"):
        return None
    year = expr.num("year")
    if year is None:
        if scene.anchor is None:
            return Resolved(grain=unit)
        year = scene.anchor.year
        if _leading(expr, year, unit, count).first > scene.anchor:
            year -= 1
    return interval(_leading(expr, year, unit, count), unit if count == 1 else "span")


def _leading(expr: Expr, year: int, unit: str, count: int) -> Period:
    whole = months_from(year, 1, 12)
    edge, step = (whole.last, -1) if expr.word("side") == "last" else (whole.first, 1)
    if unit in MONTHS:
        start = period_of(unit, edge)
        end = move(start.first, start.last, unit, step * (count - 1))
    else:
        far = add_days(edge, step * (count * DAYS[unit] - 1))
        start, end = Period(edge, edge), Period(far, far)
    return Period(min(start.first, end.first), max(start.last, end.last))


def so_far(expr: Expr, scene: Scene) -> Resolved | None:
    """ "so far this year", "year to date": from the unit's first day to the anchor."""
    unit = expr.word("unit") or "year"
    if scene.anchor is None:
        return Resolved(grain=unit)
    period = Period(period_of(unit, scene.anchor).first, scene.anchor)
    return Resolved(*period, period_value(*period_of(unit, period.first)), unit)


def compose(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """A period inside another: "June this year", "the first quarter of 2024", "Friday, August 9"."""
    inner, outer = expr.parts
    outer_found = resolve(outer, scene)
    if outer_found is None or inner.num("year") is not None:
        return None
    inner_grain = _grain(inner, scene, resolve)
    if _ORDER.index(outer_found.grain if outer_found.grain in _ORDER else "time") >= _ORDER.index(inner_grain):
        return _same_day(inner, outer_found, scene, resolve)
    if outer_found.first is None:
        return Resolved(grain=inner_grain)
    if outer_found.grain != "year":
        return _within_month(inner, outer_found, scene, resolve)
    found = resolve(inner.given(year=outer_found.first.year), scene)
    if found and outer_found.fiscal:
        found.fiscal = True
    return found


def _grain(expr: Expr, scene: Scene, resolve: Resolve) -> str:
    found = resolve(expr, scene)
    grain = found.grain if found else ""
    return grain if grain in _ORDER else "month" if grain == "span" else "time"


def _same_day(inner: Expr, outer: Resolved, scene: Scene, resolve: Resolve) -> Resolved | None:
    """ "Friday, August 9": the weekday only repeats the day."""
    return outer if inner.num("weekday") and outer.grain == "day" else None


def _within_month(inner: Expr, outer: Resolved, scene: Scene, resolve: Resolve) -> Resolved | None:
    if outer.first is None or inner.row.produce not in ("calendar", "leading"):
        return None
    if outer.grain == "week" and inner.num("weekday"):
        day = add_days(outer.first, (inner.num("weekday") or 1) - 1)
        return Resolved(day, day, day.isoformat(), "day")
    return None


def within(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """ "early 2009", "mid-July": the period itself; which part of it is not told apart."""
    return resolve(expr.parts[0].given(**expr.values), scene)


def edge(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """ "the end of last year": the period's last day, under the value of the period."""
    found = resolve(expr.parts[0], scene)
    if found is None or found.first is None or found.last is None:
        return found
    day = found.last if expr.word("edge") == "end" else found.first if expr.word("edge") == "start" else None
    if day is not None:
        found.first = found.last = day
    return found


def between(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """ "from January to August 2024", "between 2014 and 2023": from the first part's begin to the second's end."""
    begin, end = range_ends(expr, scene, resolve)
    if begin is None or end is None or begin.first is None or end.last is None:
        return end if end and end.last is None else None
    if begin.first > end.last:
        return None
    return interval(Period(begin.first, end.last), begin.grain if begin.grain == end.grain else "span")


def range_ends(expr: Expr, scene: Scene, resolve: Resolve) -> tuple[Resolved | None, Resolved | None]:
    """Both ends of a range; an end without a year takes the other's, or lies before it."""
    left, right = expr.parts
    end = resolve(right, scene)
    if end is None or end.last is None:
        return resolve(left, scene), end
    if left.num("year") is None and right.num("year") is not None:
        begin = resolve(left.given(year=end.last.year), scene)
        if begin and begin.first and begin.first > end.last:
            begin = resolve(left.given(year=end.last.year - 1), scene)
    else:
        begin = resolve(left, Scene(end.last, scene.reference, False) if left.row.produce == "calendar" else scene)
    return begin, end


def ended(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """ "the nine months ended Sept. 30", "the year to March": so many units up to a date."""
    end = resolve(expr.parts[0], Scene(scene.anchor, scene.reference, False))
    if end is None or end.last is None:
        return end
    unit, count = expr.word("unit"), expr.num("number") or 1
    last = end.last
    if unit in ("week", "day"):
        first = add_days(last, 1 - count * (7 if unit == "week" else 1))
    else:
        first = add_months(add_days(last, 1), -MONTHS[unit] * count)
    return interval(Period(first, last), unit if count == 1 else "span")


def same(expr: Expr, scene: Scene, resolve: Resolve) -> Resolved | None:
    """ "the same period last year", "the same month a year ago": the period last mentioned, moved."""
    reference = scene.reference
    outer = resolve(expr.parts[0], scene) if expr.parts else None
    if reference is None or reference.first is None or reference.last is None:
        return outer if outer else Resolved(grain="year")
    count = -1
    if outer and outer.first and expr.parts[0].row.produce == "calendar":
        count = outer.first.year - reference.first.year
    moved = move(reference.first, reference.last, "year", count)
    return Resolved(moved.first, moved.last, period_value(*moved), reference.grain)
