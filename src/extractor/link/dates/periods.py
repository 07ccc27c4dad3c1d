"""Periods: what dates mean for numbers, and how one period follows from another."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extractor.link.drafts import Period
from extractor.match.dates import period_value, shift_period
from extractor.match.mentions import DateMention

_MONTHLY = frozenset({"month", "quarter", "half", "year"})


def read_period(date: DateMention) -> Period:
    """The period of a date as the matcher resolved it."""
    if date.type == "TIME" and date.first is not None:
        return Period(date.first, date.last, date.first.isoformat(), date.relation, "day", date)
    value = date.value
    if date.type == "DURATION" and date.first is not None and date.last is not None:
        value = f"{date.first.isoformat()}/{date.last.isoformat()}"  # "the past 12 months"
    return Period(date.first, date.last, value, date.relation, date.grain, date)


def today(anchor: datetime.date | None) -> Period | None:
    """The article's day as a period, None without one."""
    return None if anchor is None else Period(anchor, anchor, anchor.isoformat(), "as_of", "day")


def year_to_date(period: Period) -> Period:
    """From the first day of the year to the end of a period in it."""
    if period.last is None:
        return period
    first = datetime.date(period.last.year, 1, 1)
    value = period_value(first, period.last) or f"{first.isoformat()}/{period.last.isoformat()}"
    return replace(period, first=first, value=value, relation="during", grain="span")


def around(day: datetime.date, months: int) -> Period:
    """The calendar month, quarter or year that a day lies in."""
    start = (day.month - 1) // months * months + 1
    first, last = datetime.date(day.year, start, 1), end_of_month(day.year, start + months - 1)
    return Period(first, last, period_value(first, last), "during", {1: "month", 3: "quarter", 12: "year"}[months])


def inherit(period: Period | None) -> Period | None:
    """The period as a fact takes it over from elsewhere."""
    if period is None:
        return None
    return Period(period.first, period.last, period.value, period.relation, period.grain, period.mention, True)


def shifted(main: Period, shift: tuple[str, int], own: DateMention | None) -> Period:
    """``main`` moved by ``shift``: beside "July 2025", "a year earlier" is July 2024."""
    if main.first is None or main.last is None:
        return Period(None, None, None, mention=own, inherited=own is None)
    if own is not None and own.first is not None and shift[0] == "week" and main.grain in _MONTHLY:
        return read_period(own)  # "in the prior week" counts from no month
    begin = main.first
    if main.relation == "until" and main.grain == "day" and main.first == main.last:
        begin = datetime.date(main.last.year, 1, 1)  # "up to December 27": that part of the year
    first, last, value = shift_period(begin, main.last, main.grain, shift)
    if main.first == main.last and is_month_end(main.first) and shift[0] in _MONTHLY:
        first = last = end_of_month(first.year, first.month)  # a month before the end of June is the end of May
        value = first.isoformat()
    relation = main.relation if main.relation in {"as_of", "during"} else "during"
    if value is None and ("/" in (main.value or "") or begin != main.first):
        value = f"{first.isoformat()}/{last.isoformat()}"
    return Period(first, last, value, relation, main.grain, own, own is None)


def end_of_month(year: int, month: int) -> datetime.date:
    """The last day of a month: 2024-02-29 for 2024 and 2."""
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def is_month_end(day: datetime.date) -> bool:
    """True for 2025-06-30."""
    return day == end_of_month(day.year, day.month)
