"""Productions that count from the anchor or from the period last mentioned."""

from __future__ import annotations

from extractor.match.dates import fixed
from extractor.match.dates.calendar import MONTHS, Period, move, period_of, period_value
from extractor.match.dates.expr import Expr, Resolved, Scene


def relative(expr: Expr, scene: Scene) -> Resolved | None:
    """ "last year", "this month", "next week": the unit's period ``step`` units from the one that holds the anchor.

    With ``frame = "reference"`` it counts from the period last mentioned: "the previous year".
    """
    unit, step = expr.word("unit"), expr.num("step") or 0
    if scene.anchor is None and not (expr.word("frame") and scene.reference):
        return Resolved(grain=unit)
    base = _frame(expr, scene, unit)
    if base is None:
        return Resolved(grain=unit)
    moved = move(base.first, base.last, unit, step * (expr.num("number") or 1))
    value = period_value(*moved)
    return Resolved(moved.first, moved.last, value, unit)


def _frame(expr: Expr, scene: Scene, unit: str) -> Period | None:
    reference = scene.reference if expr.word("frame") == "reference" else None
    if reference and reference.first and MONTHS.get(reference.grain, 0) <= MONTHS.get(unit, 1):
        return period_of(unit, reference.first)
    return period_of(unit, scene.anchor) if scene.anchor else None


def named(expr: Expr, scene: Scene) -> Resolved | None:
    """ "last December", "next Friday", "this summer": a named period before, around or after the anchor."""
    step = expr.num("step") or 0
    if scene.anchor is None:
        return fixed.calendar(expr, scene)
    if expr.num("weekday") is not None:
        return _named_weekday(expr, scene, step)
    if step == 0:
        return fixed.calendar(expr.given(year=scene.anchor.year), scene)
    found = fixed.calendar(expr, Scene(scene.anchor, ahead=step > 0))
    if found and found.first and found.last and found.first <= scene.anchor <= found.last:
        found = fixed.calendar(expr.given(year=found.first.year + step), scene)
    return found


def _named_weekday(expr: Expr, scene: Scene, step: int) -> Resolved | None:
    found = fixed.calendar(expr, Scene(scene.anchor, ahead=step > 0))
    if found and found.first == scene.anchor and found.first and step:
        moved = move(found.first, found.first, "week", step)
        return Resolved(moved.first, moved.last, moved.first.isoformat(), "day")
    return found


def ago(expr: Expr, scene: Scene) -> Resolved | None:
    """ "two years ago", "a year earlier", "a month later": counted from the anchor, or from the period last mentioned.

    Years and months count whole years and months; "a year earlier" keeps the grain of the period it counts from.
    """
    unit, count = expr.word("unit"), (expr.num("number") or 1) * (expr.num("step") or 1)
    reference = scene.reference
    if expr.word("frame") == "reference" and reference and reference.first and reference.last:
        moved = move(reference.first, reference.last, unit, count)
        return Resolved(moved.first, moved.last, period_value(*moved), reference.grain)
    if scene.anchor is None:
        return Resolved(grain=unit)
    base = period_of("day" if unit in ("week", "day") else unit, scene.anchor)
    moved = move(base.first, base.last, unit, count)
    return Resolved(moved.first, moved.last, period_value(*moved), "day" if unit in ("week", "day") else unit)


def anchored(expr: Expr, scene: Scene) -> Resolved | None:
    """ "today", "yesterday", "Monday morning" without its Monday: a day near the anchor."""
    if scene.anchor is None:
        return Resolved(grain="day")
    moved = move(scene.anchor, scene.anchor, "day", expr.num("step") or 0)
    value = moved.first.isoformat() + expr.word("daytime")
    return Resolved(moved.first, moved.last, value, "day")


def nothing(expr: Expr, scene: Scene) -> Resolved | None:
    """An expression with a value of its own and no place on the calendar: "currently", "year-on-year", "annually"."""
    return Resolved(value=expr.word("value") or None, grain=expr.word("unit"))
