"""Calendar arithmetic on periods: no vocabulary, no clock; every function takes its dates as arguments.

A period is a pair of dates, both inclusive. Grains: day, week (Monday to Sunday, ISO 8601), weekend, month, quarter,
half, year, decade, century.
"""

from __future__ import annotations

import datetime
from datetime import date, timedelta
from typing import NamedTuple


class Period(NamedTuple):
    """First and last day, both inclusive."""

    first: date
    last: date


MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
_NEAR = 5  # days before a month's end on which the periods of reports end too
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}

UNITS = frozenset(MONTHS | DAYS)  # units that can be counted off on the calendar


def _length(year: int, month: int) -> int:
    """Days of a month of the Gregorian calendar."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]


def month_last(year: int, month: int) -> date:
    """The last day of a month.

    >>> month_last(2024, 2)
    datetime.date(2024, 2, 29)
    """
    return date(year, month, _length(year, month))


def month_end_near(day: date) -> date:
    """The end of the month for one of its last days, else the day itself: quarters that end on a Sunday near it.

    >>> month_end_near(date(2024, 9, 27)), month_end_near(date(2024, 10, 1))
    (datetime.date(2024, 9, 30), datetime.date(2024, 10, 1))
    """
    last = month_last(day.year, day.month)
    return last if (last - day).days <= _NEAR else day


def valid_date(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has no such day.

    >>> valid_date(2023, 2, 29) is None
    True
    """
    if not (datetime.MINYEAR <= year <= datetime.MAXYEAR and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= _length(year, month) else None


def months_from(year: int, month: int, count: int = 1) -> Period:
    """``count`` whole months from the first of a month on.

    >>> months_from(2024, 11, 4)
    Period(first=datetime.date(2024, 11, 1), last=datetime.date(2025, 2, 28))
    """
    end = year * 12 + month - 1 + count - 1
    return Period(date(year, month, 1), month_last(end // 12, end % 12 + 1))


def add_months(day: date, count: int) -> date:
    """The same day of the month ``count`` months on, or the month's last day where it has no such day.

    >>> add_months(date(2024, 3, 31), -1)
    datetime.date(2024, 2, 29)
    """
    index = day.year * 12 + day.month - 1 + count
    year, month = index // 12, index % 12 + 1
    if not datetime.MINYEAR <= year <= datetime.MAXYEAR:
        return day
    return date(year, month, min(day.day, _length(year, month)))


def add_days(day: date, count: int) -> date:
    """``count`` days on; the day itself where the calendar ends."""
    ordinal = day.toordinal() + count
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else day


def period_of(grain: str, day: date) -> Period:
    """The period of a grain that holds a day.

    >>> period_of("quarter", date(2024, 8, 15))
    Period(first=datetime.date(2024, 7, 1), last=datetime.date(2024, 9, 30))
    """
    if grain in ("week", "weekend", "fortnight"):
        monday = add_days(day, -day.weekday())
        return Period(add_days(monday, 5) if grain == "weekend" else monday, add_days(monday, 6))
    if grain == "decade":
        return Period(date(max(day.year // 10 * 10, 1), 1, 1), date(day.year // 10 * 10 + 9, 12, 31))
    if grain == "century":
        start = (day.year - 1) // 100 * 100 + 1
        return Period(date(start, 1, 1), date(min(start + 99, datetime.MAXYEAR), 12, 31))
    size = MONTHS.get(grain)
    if size is None:
        return Period(day, day)
    return months_from(day.year, (day.month - 1) // size * size + 1, size)


def whole_months(first: date, last: date) -> int | None:
    """How many whole months a period has, None where it does not run from a first to a month's last day.

    >>> whole_months(date(2024, 12, 1), date(2025, 2, 28))
    3
    """
    if first.day != 1 or last != month_last(last.year, last.month) or last < first:
        return None
    return (last.year - first.year) * 12 + last.month - first.month + 1


def move(first: date, last: date, unit: str, count: int) -> Period:
    """The period ``count`` units later; whole months stay whole months.

    >>> move(date(2024, 12, 1), date(2025, 2, 28), "year", -1)
    Period(first=datetime.date(2023, 12, 1), last=datetime.date(2024, 2, 29))
    """
    size = MONTHS.get(unit)
    if size is None:
        days = DAYS[unit] * count
        return Period(add_days(first, days), add_days(last, days))
    if is_week(first, last):
        days = 7 * (size * 13 // 3) * count
        return Period(add_days(first, days), add_days(last, days))
    start = add_months(first, size * count)
    if last == month_last(last.year, last.month) and first != last:
        moved = add_months(last.replace(day=1), size * count)
        return Period(start, month_last(moved.year, moved.month))
    return Period(start, add_months(last, size * count))


def is_week(first: date, last: date) -> bool:
    """True for Monday to Sunday, and for a weekend."""
    return last.weekday() == 6 and last - first in (timedelta(6), timedelta(1))


def shift_period(first: date, last: date, grain: str, shift: tuple[str, int]) -> tuple[date, date, str | None]:
    """A period moved by a shift, its grain kept, with its TIMEX3 value.

    >>> shift_period(date(2024, 7, 1), date(2024, 9, 30), "quarter", ("year", -1))
    (datetime.date(2023, 7, 1), datetime.date(2023, 9, 30), '2023-Q3')
    """
    unit, count = shift
    moved = move(first, last, unit, count)
    return moved.first, moved.last, period_value(*moved)


def period_value(first: date, last: date) -> str | None:
    """The TIMEX3 value of an interval, None where it has none.

    >>> period_value(date(2024, 1, 1), date(2024, 6, 30)), period_value(date(2024, 1, 1), date(2024, 8, 31))
    ('2024-H1', None)
    """
    if first == last:
        return first.isoformat()
    count, year, month = whole_months(first, last), f"{first.year:04}", first.month
    if count == 1:
        return f"{year}-{month:02}"
    if count == 3 and month % 3 == 1:
        return f"{year}-Q{month // 3 + 1}"
    if count == 6 and month % 6 == 1:
        return f"{year}-H{month // 6 + 1}"
    if count == 12 and month == 1:
        return year
    if count == 120 and month == 1 and first.year % 10 == 0:
        return year[:3]
    if count == 1200 and month == 1 and first.year % 100 == 1:
        return f"{first.year // 100:02}"
    if is_week(first, last):
        iso = last.isocalendar()
        return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if first != add_days(last, -6) else "")
    return None


def part_of(whole: Period, parts: int, index: int) -> Period:
    """One of equal parts of a period, by whole months where it has enough of them.

    >>> part_of(months_from(2024, 8), 2, 1)
    Period(first=datetime.date(2024, 8, 1), last=datetime.date(2024, 8, 15))
    """
    count = whole_months(*whole)
    if count and count % parts == 0:
        start = add_months(whole.first, count // parts * (index - 1))
        return months_from(start.year, start.month, count // parts)
    length = (whole.last - whole.first).days + 1
    first, last = (add_days(whole.first, length * step // parts) for step in (index - 1, index))
    return Period(first, add_days(last, -1))


def nth_unit(whole: Period, unit: str, nth: int, count: int = 1) -> Period | None:
    """``count`` units of a period from the nth on (negative: its last ones); None where they do not fit.

    >>> nth_unit(months_from(2024, 1, 12), "month", 1, 8)
    Period(first=datetime.date(2024, 1, 1), last=datetime.date(2024, 8, 31))
    """
    if unit not in UNITS:
        return None
    if nth < 0:
        first = add_days(move(whole.last, whole.last, unit, -count).first, 1) if unit in DAYS else None
        first = first or add_months(add_days(whole.last, 1), -MONTHS[unit] * count)
        found = Period(first, whole.last)
    else:
        first = move(whole.first, whole.first, unit, nth - 1).first
        found = Period(first, add_days(move(first, first, unit, count).first, -1))
    return found if whole.first <= found.first <= found.last <= whole.last else None


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Nature 1876; Meeus 1991).

    >>> easter(2024)
    datetime.date(2024, 3, 31)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    h = (19 * a + b - d - (b - f + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth weekday (Monday 0) of a month; -1 is the last.

    >>> nth_weekday(2024, 11, 3, 4)
    datetime.date(2024, 11, 28)
    """
    if nth < 0:
        last = month_last(year, month)
        return add_days(last, -((last.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return add_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
