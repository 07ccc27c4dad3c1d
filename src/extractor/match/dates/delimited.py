"""Dates in digits that the grammar has no phrase for, read by dateparser once the grammar has delimited them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from extractor.match.dates.calendar import Period
from extractor.match.dates.expr import Expr, Resolved, Scene
from extractor.match.dates.fixed import placed


def delimited(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "30/06/2024", "30.6.2024": a day. Where day and month could change places it stays unresolved."""
    readings = {read_date(expr.word("digits"), order) for order in ("DMY", "MDY")} - {None}
    if not readings:
        return None
    if len(readings) > 1:
        return Resolved(grain="day")
    day = readings.pop()
    return placed(Period(day, day), "day") if day else None


@lru_cache(maxsize=4096)
def read_date(text: str, order: str) -> date | None:
    """A string that is a date, in the given order of day and month.

    >>> read_date("30/06/2024", "DMY")
    datetime.date(2024, 6, 30)
    """
    # Imported when first needed: it takes longer to load than all other stages together.
    from dateparser import parse

    found = parse(text, languages=["en"], settings={"DATE_ORDER": order, "STRICT_PARSING": True})
    return found.date() if found else None
