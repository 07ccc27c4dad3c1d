"""Calendar intervals of TIMEX3 values, by arithmetic alone."""

from __future__ import annotations

import calendar
import datetime
import re

Interval = tuple[str | None, str | None]

_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?|-Q([1-4])|-H([12])|-W(\d\d))?(?:T.*)?")


def period(value: str | None) -> Interval | None:
    """First and last day of a TIMEX3 value or of ``start/end``; none where it is no calendar period.

    >>> period("2024-Q3")
    ('2024-07-01', '2024-09-30')
    >>> period("2024-04/2025-03")
    ('2024-04-01', '2025-03-31')
    """
    if not value:
        return None
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = period(first), period(last)
        return (start[0], end[1]) if start and end else None
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    year, month, day, quarter, half, week = (int(group) if group else None for group in match.groups())
    assert year is not None  # the pattern's first group always matches
    try:
        if day is not None and month is not None:
            only = datetime.date(year, month, day).isoformat()
            return only, only
        if week is not None:
            monday = datetime.date.fromisocalendar(year, week, 1)
            return monday.isoformat(), (monday + datetime.timedelta(days=6)).isoformat()
        if month is not None:
            return _months(year, month, 1)
        if quarter is not None:
            return _months(year, quarter * 3 - 2, 3)
        if half is not None:
            return _months(year, half * 6 - 5, 6)
        return _months(year, 1, 12)
    except ValueError:  # month 13, 30 February, week 60, year 0
        return None


def _months(year: int, first: int, count: int) -> Interval:
    last = first + count - 1
    start = datetime.date(year, first, 1)
    return start.isoformat(), datetime.date(year, last, calendar.monthrange(year, last)[1]).isoformat()
