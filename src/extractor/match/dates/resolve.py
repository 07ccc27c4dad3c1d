"""From expressions to the calendar: one production per name that a phrase row may give under ``produce``."""

from __future__ import annotations

from collections.abc import Callable

from extractor.match.dates import fixed, relative, spans
from extractor.match.dates.expr import Expr, Resolved, Scene

Production = Callable[[Expr, Scene], Resolved | None]

PRODUCTIONS: dict[str, Production] = {}


def resolve(expr: Expr, scene: Scene) -> Resolved | None:
    """What an expression stands for, None where it stands for nothing (no such day, parts that do not fit).

    An expression that needs a date to count from and has none gives a ``Resolved`` without interval and value.
    """
    return PRODUCTIONS[expr.row.produce](expr, scene)


def _inner(production: Callable[[Expr, Scene, Production], Resolved | None]) -> Production:
    """A production that resolves its own parts."""
    return lambda expr, scene: production(expr, scene, resolve)


PRODUCTIONS.update(
    calendar=fixed.calendar,
    iso=fixed.calendar,
    decade=fixed.decade,
    clock=fixed.clock,
    relative=relative.relative,
    named=relative.named,
    ago=relative.ago,
    anchored=relative.anchored,
    nothing=relative.nothing,
    duration=spans.duration,
    window=spans.window,
    leading=spans.leading,
    so_far=spans.so_far,
    compose=_inner(spans.compose),
    within=_inner(spans.within),
    edge=_inner(spans.edge),
    between=_inner(spans.between),
    ended=_inner(spans.ended),
    same=_inner(spans.same),
    fiscal=fixed.fiscal,
)
