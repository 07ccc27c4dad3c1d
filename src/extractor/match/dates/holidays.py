"""Named days: fixed ones, those that follow Easter or a weekday, and those that a table gives for each year."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from extractor.match.dates import fixed
from extractor.match.dates.calendar import Period, add_days, easter, nth_weekday, period_value, valid_date
from extractor.match.dates.expr import Expr, Resolved, Scene
from extractor.match.dates.rows import Holiday, Phrase


def holiday_period(row: Holiday, year: int) -> Period | None:
    """The days of a holiday in a year, None where its row does not say."""
    if row.year and row.year != year:
        return None
    if row.table:
        text = row.table.get(str(year))
        first = date.fromisoformat(f"{year:04}-{text}") if text else None
    elif row.easter is not None:
        first = add_days(easter(year), row.easter)
    elif row.weekday:
        first = nth_weekday(year, row.month, row.weekday - 1, row.nth)
    else:
        first = valid_date(year, row.month, row.day)
    if first is None:
        return None
    first = add_days(first, row.offset)
    return Period(first, add_days(first, row.days - 1))


def phrases(rows: Mapping[str, Holiday]) -> list[Phrase]:
    """Each holiday as a phrase of the grammar, under its own name."""
    found = []
    for row in rows.values():
        names = " | ".join(f"the? {name} (holiday | holidays)?" for name in row.names)
        found.append(Phrase(id=row.id, pattern=names, produce="holiday"))
    return found


class Holidays:
    """The production ``holiday``."""

    def __init__(self, rows: Mapping[str, Holiday]) -> None:
        self._rows = rows

    def __call__(self, expr: Expr, scene: Scene) -> Resolved | None:
        row = self._rows[expr.row.id]
        year = expr.num("year") or row.year or None
        if year is None and scene.anchor is None:
            return Resolved(grain="day")
        if year is not None or scene.anchor is None:
            period = holiday_period(row, year or 1)
        else:
            period = fixed.nearest(lambda each: holiday_period(row, each), scene.anchor, scene.ahead, "day")
        if period is None:
            return Resolved(grain="day")
        value = period_value(*period) or f"{period.first.isoformat()}/{period.last.isoformat()}"
        return Resolved(*period, value, "day" if period.first == period.last else "week")
