"""Productions that count from the anchor or from the period last mentioned."""

from __future__ import annotations

from extractor.match.dates import fixed
from extractor.match.dates.calendar import MONTHS, Period, move, part_of, period_of, period_value
from extractor.match.dates.expr import Expr, Resolved, Scene
from extractor.match.dates.spans import interval

_RECENT = 460  # days: a report on a quarter or month comes within five quarters of its begin


def relative(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "last year", "this month": the unit's period ``step`` units from the one that holds the anchor.

    With ``frame = "reference"`` it counts from the period last mentioned: "the previous year".
    """
    unit = expr.word("unit")
    base = _frame(expr, scene, unit)
    if base is None:
        return Resolved(grain=unit)
    moved = move(base.first, base.last, unit, (expr.num("step") or 0) * (expr.num("number") or 1))
    return Resolved(*moved, period_value(*moved), unit, bool(expr.num("fiscal")))


def _frame(expr: Expr, scene: Scene, unit: str) -> Period | None:
    reference = scene.reference if expr.word("frame") == "reference" else None
    if reference and reference.first and _size(reference.grain) <= _size(unit):
        return period_of(unit, reference.first)
    return period_of(unit, scene.anchor) if scene.anchor else None


def _size(grain: str) -> int:
    """Months of a grain; days and weeks are less than one."""
    return {"day": -2, "week": -1, "weekend": -1}.get(grain, MONTHS.get(grain, 3))


def named(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "last December", "next Friday", "this summer": a named period before, around or after the anchor."""
    step = expr.num("step") or 0
    if scene.anchor is None:
        return fixed.calendar(expr, scene)
    if step == 0 and expr.num("weekday") is None:
        return fixed.calendar(expr.given(year=scene.anchor.year), scene)
    found = fixed.calendar(expr, Scene(scene.anchor, ahead=step > 0 or (step == 0 and scene.ahead)))
    if found is None or found.first is None or found.last is None:
        return found
    if step > 0 and found.last < scene.anchor:
        return fixed.placed(move(found.first, found.last, "year", 1), found.grain)
    if step and found.first <= scene.anchor <= found.last:
        moved = move(found.first, found.last, "week" if expr.num("weekday") else "year", step)
        return fixed.placed(moved, found.grain)
    return found


def ago(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "two years ago", "a year earlier": counted from the anchor, or from the period last mentioned.

    Years and months count whole years and months; "a year earlier" keeps the grain of the period it counts from.
    """
    unit, count = expr.word("unit"), (expr.num("number") or 1) * (expr.num("step") or 1)
    reference = scene.reference if expr.word("frame") == "reference" else None
    if unit in ("hour", "minute", "second"):
        return Resolved(grain="time")
    if reference and expr.num("deictic") and not _near(reference, scene):
        reference = None
    if reference and reference.first and reference.last and _keeps(reference.grain, unit):
        moved = move(reference.first, reference.last, unit, count)
        return interval(moved, reference.grain)
    if scene.anchor is None:
        return Resolved(grain=unit)
    grain = "day" if unit in ("week", "day", "fortnight") else "year" if MONTHS.get(unit, 0) > 12 else unit
    moved = move(*period_of(grain, scene.anchor), unit, count)
    return Resolved(*moved, period_value(*moved), grain)


def _near(reference: Resolved, scene: Scene) -> bool:
    """Whether "a year ago" can count from a period: one of a report, not long gone, rather than any named before."""
    if scene.anchor is None or reference.first is None or reference.grain in ("year", "decade", "century"):
        return scene.anchor is None
    return 0 <= (scene.anchor - reference.first).days <= _RECENT


def _keeps(grain: str, unit: str) -> bool:
    """Whether a period can be moved by a unit and stay itself: a quarter by a year, but no year by a month.

    A day is moved by days and weeks; "a year earlier" beside the day of the report is not that day's.
    """
    if grain in ("day", "week", "weekend", "time"):
        return unit in ("day", "week")
    return MONTHS.get(grain, 1) <= MONTHS.get(unit, 0)


def unit_end(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "at year-end", "by mid-year": the last one that has come, or the next where the words look ahead."""
    unit = expr.word("unit")
    if scene.anchor is None:
        return Resolved(grain=unit)
    whole = period_of(unit, scene.anchor)
    for period in (whole, move(*whole, unit, 1 if scene.ahead else -1)):
        day = part_of(period, 2, 1).last if expr.word("edge") == "middle" else period.last
        if day >= scene.anchor if scene.ahead else day <= scene.anchor:
            break
    return Resolved(day, day, period_value(*period), unit)


def anchored_year(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "since New Year": the first day of the anchor's year."""
    if scene.anchor is None:
        return Resolved(grain="day")
    first = period_of("year", scene.anchor).first
    return Resolved(first, first, first.isoformat(), "day")


def anchored(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "today", "yesterday", "tonight": a day near the anchor."""
    if scene.anchor is None:
        return Resolved(grain="day")
    moved = move(scene.anchor, scene.anchor, "day", expr.num("step") or 0)
    return Resolved(*moved, moved.first.isoformat() + expr.word("daytime"), "day")


def nothing(expr: Expr, scene: Scene) -> Resolved | None:
    """An expression without a place on the calendar: "year-on-year"."""
    return Resolved(value=expr.word("value") or None, grain=expr.word("unit"))
