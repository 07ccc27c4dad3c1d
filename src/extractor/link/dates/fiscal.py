"""Fiscal quarters and years by the dates that an article gives."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from extractor.link.dates.periods import end_of_month, is_month_end, read_period
from extractor.link.drafts import Period
from extractor.match.dates import period_value
from extractor.match.mentions import DateMention

_SLACK = 10  # days by which a fiscal quarter and a calendar one differ in length
_LONGEST = 400  # days of a year
_MONTHS_OF = {"year": 12, "half": 6, "quarter": 3}
_YEAR = 371  # days of a fiscal year of 53 weeks
_CLOSES = frozenset({3, 6, 9})  # months that end a fiscal year unlike the calendar's


class FiscalCalendar:
    """Fiscal quarters and years by the dates that the article gives: "the quarter ended May 31", "the year to June 30"."""

    def __init__(self) -> None:
        self._given: list[DateMention] = []
        self._month = 0  # the last month of the fiscal year, 0 while unknown

    def learn(
        self, dates: Iterable[DateMention], anchor: datetime.date | None = None, *, business: bool = False
    ) -> None:
        """Read the article's dates once; only firms have years that "the year to end-January" tells of."""
        dates = list(dates)
        over = [d for d in dates if d.first and d.last and (anchor is None or d.last <= anchor)]
        self._given = [d for d in over if not d.fiscal and _by_days(d)]
        fiscal = any(d.fiscal or is_split_year(d) for d in dates)
        for date in dates:
            if date.last is None or date.first is None or date.fiscal:
                continue
            if is_split_year(date) and not (business and _ended(date)):
                continue
            year = (date.last - date.first).days <= _YEAR  # not "over the next five years"
            whole = year and date.grain == "year" and date.last.month != 12 and is_month_end(date.last)
            closing = fiscal and date.relation == "as_of" and date.grain == "day" and date.last.month in _CLOSES
            if whole or (closing and is_month_end(date.last)):
                self._month = date.last.month
                break

    def period(self, date: DateMention) -> Period:
        """The period of a date, a fiscal one by the article's dates."""
        if date.grain == "year" and self._month and date.last is not None and (date.fiscal or is_split_year(date)):
            last = end_of_month(date.last.year, self._month)
            first = end_of_month(date.last.year - 1, self._month) + datetime.timedelta(days=1)
            moved = date.fiscal or (first, last) != (date.first, date.last)
            value = period_value(first, last) or (f"{first}/{last}" if moved else date.value)
            return Period(first, last, value, date.relation, "year", date)
        if (date.fiscal and date.grain != "year") or (date.first is None and date.grain == "quarter"):
            for given in self._given:
                if given.first and given.last and self._alike(date, given):
                    return Period(given.first, given.last, given.value, date.relation, given.grain, date)
        read = read_period(date)
        if date.fiscal and date.grain == "year" and read.first is not None and read.last is not None:
            one = (read.last - read.first).days <= _LONGEST  # not "the 2025/26 fiscal year" of nobody in particular
            # Without dates of its own, the calendar's.
            read.value = period_value(read.first, read.last) or (f"{read.first}/{read.last}" if one else read.value)
        return read

    def _alike(self, date: DateMention, given: DateMention) -> bool:
        assert given.first is not None
        assert given.last is not None
        if date.first is None or date.last is None:
            days = _MONTHS_OF.get(date.grain, 0) * 30
        else:
            days = (date.last - date.first).days
        return abs((given.last - given.first).days - days) <= _SLACK


def is_split_year(date: DateMention) -> bool:
    """True for "2024-25"."""
    return (
        date.grain == "year"
        and date.first is not None
        and date.last is not None
        and date.last.year == date.first.year + 1
    )


def _ended(date: DateMention) -> bool:
    """"the year to end-January" against "2025-26"."""
    return "dates.ended_unit" in date.rules


def _by_days(date: DateMention) -> bool:
    return "/" in (date.value or "") and date.relation != "since"
