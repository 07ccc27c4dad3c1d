"""Productions of lengths and stretches: "five years", "the past decade", "the first eight months"."""

from __future__ import annotations

from datetime import date

from extractor.match.dates import fixed
from extractor.match.dates.calendar import (
    MONTHS,
    UNITS,
    Period,
    add_days,
    add_months,
    months_from,
    move,
    nth_unit,
    period_of,
    period_value,
)
from extractor.match.dates.expr import Expr, Resolved, Scene
from extractor.match.dates.spans import interval

_LETTERS = {
    "day": "P{}D", "week": "P{}W", "fortnight": "P{}W", "weekend": "P{}WE", "month": "P{}M", "quarter": "P{}Q",
    "half": "P{}M", "year": "P{}Y", "decade": "P{}Y", "century": "P{}Y", "hour": "PT{}H", "minute": "PT{}M",
    "second": "PT{}S",
}  # fmt: skip
_FIRST_WEEKS = 2  # months in which news still tells of the year before
_TIMES = {"decade": 10, "century": 100, "half": 6, "fortnight": 2}


def duration_value(unit: str, count: int | None) -> str:
    """TIMEX3 of a length.

    >>> duration_value("decade", 2), duration_value("year", None)
    ('P20Y', 'PXY')
    """
    number = "X" if count is None else str(count * _TIMES.get(unit, 1))
    return _LETTERS[unit].format(number)


def _count(expr: Expr) -> int | None:
    """As in "twenty-five" is two words with a value each."""
    if expr.word("vague"):
        return None
    first, second = expr.num("number"), expr.num("number2")
    return (first or 0) + (second or 0) or expr.num("ordinal")


def duration(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "five years", "for the fifth consecutive year": a length without a place."""
    return Resolved(value=duration_value(expr.word("unit"), _count(expr)), grain=expr.word("unit"))


def frequency(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "every year", "500 cars a day": how often."""
    return Resolved(value=duration_value(expr.word("unit"), expr.num("number") or 1), grain=expr.word("unit"))


def window(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the past four years", "the next decade": a length that ends or begins at the anchor."""
    unit, step = expr.word("unit"), expr.num("step") or 1
    count = _count(expr) or (None if expr.word("vague") else 1)
    found = Resolved(value=duration_value(unit, count), grain=unit)
    if scene.anchor is None or count is None or unit not in UNITS:
        return found
    moved = move(scene.anchor, scene.anchor, unit, step * count).first
    day = add_days(moved, -step)
    found.first, found.last = (day, scene.anchor) if step < 0 else (scene.anchor, day)
    return found


def leading(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the first eight months", "the last two quarters" of a year; without a year the anchor's."""
    unit, count = expr.word("unit"), expr.num("number") or 1
    year = expr.num("year")
    if year is None and scene.anchor is None:
        return Resolved(grain=unit)
    years = [year] if year is not None else [scene.anchor.year, scene.anchor.year - 1] if scene.anchor else []
    for each in years:
        found = nth_unit(months_from(each, 1, 12), unit, expr.num("ordinal") or 1, count)
        if found and (year is not None or scene.ahead or (scene.anchor and found.last <= scene.anchor)):
            return interval(found, unit if count == 1 else "span")
    return None


def months_of_year(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the nine months", "half-year profit": the year's first months that have ended by the anchor."""
    if scene.anchor is None:
        return Resolved(grain="span")
    count = expr.num("number") or 12
    for year in (scene.anchor.year, scene.anchor.year - 1):
        period = months_from(year, 1, count)
        if period.last <= scene.anchor or scene.ahead:
            return interval(period, "year" if count == 12 else "span")
    return None


def month_quarter(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the June quarter": the months up to and with the one named."""
    found = fixed.calendar(expr, Scene(scene.anchor, ahead=scene.ahead))
    if found is None or found.first is None:
        return found
    first = add_months(found.first, 1 - (expr.num("number") or 3))
    return interval(months_from(first.year, first.month, expr.num("number") or 3), "quarter")


def month_span(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "Jan-Jul 2024": whole months, the second in the year named, else in the last one in which both began."""
    first, last = expr.num("month") or 1, expr.num("month2") or 1
    count = (last - first) % 12 + 1
    end = fixed.calendar(expr.given(month=last), scene)
    if end is None or end.first is None:
        return end
    start = add_months(end.first, 1 - count)
    return interval(months_from(start.year, start.month, count), "span")


def so_far(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "so far this year", "year to date": from the unit's first day to the anchor, under the unit's value."""
    unit = expr.word("unit")
    if scene.anchor is None:
        return Resolved(grain=unit)
    whole = period_of(unit, scene.anchor)
    return Resolved(whole.first, scene.anchor, period_value(*whole), unit)


def anaphor(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the quarter", "that year": the period of that grain last mentioned, or the row's fallback."""
    unit = expr.word("unit")
    reference = scene.reference if unit == "year" else scene.recent.get(unit, scene.reference)
    if unit == "year" and "else" in expr.values and not (reference and _goes_back(reference, scene.anchor)):
        reference = None
    if reference and reference.first and reference.last and reference.value:
        if reference.grain == unit or unit == "period":
            return Resolved(reference.first, reference.last, reference.value, reference.grain, reference.fiscal)
        inner = period_of(unit, reference.last)
        if inner.first <= reference.first and reference.last <= inner.last:
            return interval(inner, unit)
    return _fallback(expr, scene, unit)


def sibling(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "5.6 percent in the second" behind "the third quarter": the part of the year by its bare number."""
    reference, number = scene.reference, expr.num("quarter") or 1
    months = {"quarter": 3, "half": 6}.get(reference.grain, 0) if reference else 0
    if reference is None or reference.first is None or not months or number * months > MONTHS["year"]:
        return None
    for year in (reference.first.year, reference.first.year - 1):
        period = months_from(year, (number - 1) * months + 1, months)
        if scene.ahead or scene.anchor is None or period.last <= scene.anchor:
            return interval(period, reference.grain)
    return None


def following(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "2 percent this year and 3 percent next": the year, quarter or month behind the one just named."""
    reference = scene.reference
    if reference is None or reference.first is None or reference.grain not in MONTHS:
        return None
    start = add_months(reference.first, MONTHS[reference.grain])
    return interval(months_from(start.year, start.month, MONTHS[reference.grain]), reference.grain)


def semester(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the winter semester 2024/25": so many months from the one that the row names, in the year printed first."""
    year = fixed.full_year(expr.num("year") or 0)
    return interval(months_from(year, expr.num("month") or 1, expr.num("number") or 1), "half")


def _goes_back(reference: Resolved, anchor: date | None) -> bool:
    """As in "the year": the article's; or the one just named; or, in its first weeks, the one before."""
    if anchor is None or reference.last is None:
        return False
    return abs(anchor.year - reference.last.year) <= 1 and (reference.grain == "year" or anchor.month <= _FIRST_WEEKS)


def _fallback(expr: Expr, scene: Scene, unit: str) -> Resolved | None:
    if "else" not in expr.values:
        return None
    if scene.anchor is None:
        return Resolved(grain=unit)
    current = period_of(unit, scene.anchor)
    if expr.word("else") == "completed" and current.last > scene.anchor:
        current = move(*current, unit, -1)
    return interval(Period(*current), unit)
