"""From expressions to the calendar: one production per name that a phrase row may give under ``produce``."""

from __future__ import annotations

from collections.abc import Callable

from extractor.match.dates import delimited, fixed, lengths, relative, spans
from extractor.match.dates.expr import Expr, Resolved, Scene

Production = Callable[[Expr, Scene], Resolved | None]
Nested = Callable[[Expr, Scene, Production], Resolved | None]

PRODUCTIONS: dict[str, Production] = {
    "calendar": fixed.calendar,
    "fiscal": fixed.fiscal,
    "decade": fixed.decade,
    "day_span": fixed.day_span,
    "quarter_span": fixed.quarter_span,
    "century": fixed.century,
    "clock": fixed.clock,
    "delimited": delimited.delimited,
    "relative": relative.relative,
    "named": relative.named,
    "ago": relative.ago,
    "anchored": relative.anchored,
    "unit_end": relative.unit_end,
    "anchored_year": relative.anchored_year,
    "nothing": relative.nothing,
    "duration": lengths.duration,
    "frequency": lengths.frequency,
    "window": lengths.window,
    "leading": lengths.leading,
    "nth": lengths.leading,
    "months_of_year": lengths.months_of_year,
    "so_far": lengths.so_far,
    "month_quarter": lengths.month_quarter,
    "month_span": lengths.month_span,
    "anaphor": lengths.anaphor,
    "semester": lengths.semester,
    "sibling": lengths.sibling,
    "following": lengths.following,
}
NESTED: dict[str, Nested] = {
    "compose": spans.compose,
    "within": spans.within,
    "edge": spans.edge,
    "between": spans.between,
    "ended": spans.ended,
    "starting": spans.starting,
    "nth_of": spans.nth_of,
    "spanned": spans.spanned,
    "holiday_step": spans.holiday_step,
    "same": spans.same,
    "daytime": fixed.daytime,
}


# Productions that always stand for something; "that year" needs what was said before, which is not known at first.
_CERTAIN = frozenset(
    {"calendar", "relative", "ago", "anchored", "nothing", "duration", "frequency", "anaphor", "sibling", "following"}
)


def certain(expr: Expr) -> bool:
    """Whether an expression without parts needs no look at the calendar: anything but days and pairs of years."""
    if expr.row.produce == "drop":
        return True
    return expr.row.produce in _CERTAIN and "day" not in expr.values and "year2" not in expr.values


class Resolver:
    """Asks the production of an expression's row; ``extra`` holds productions that need rows of their own."""

    def __init__(self, extra: dict[str, Production]) -> None:
        self._simple = PRODUCTIONS | extra

    def __call__(self, expr: Expr, scene: Scene) -> Resolved | None:
        """What an expression stands for, None where it stands for nothing (no such day, parts that do not fit).

        One that needs a date to count from and has none gives a ``Resolved`` without interval and value.
        """
        name = expr.row.produce
        found = NESTED[name](expr, scene, self) if name in NESTED else self._simple[name](expr, scene)
        if found and found.first and found.last and found.first > found.last:
            return None  # "the last 100 centuries": the calendar does not reach so far
        return found
