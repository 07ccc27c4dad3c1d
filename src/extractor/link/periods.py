"""Periods: what dates mean for numbers, fiscal periods by the dates that the article gives, and the article's own period."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterable

from extractor.link.drafts import Clauses, Period
from extractor.match.dates import period_value, shift_period
from extractor.match.mentions import DateMention

_TOP = 2  # sentences of the body whose period can be the article's
_OFTEN = 3  # facts that make a period the article's where its top names none
_JUST_OVER = datetime.timedelta(days=120)  # behind the end of a period that is still news
_DECEMBER = 12
_SLACK = 10  # days by which a fiscal quarter and a calendar one differ in length
_LONGEST = 400  # days: a longer period, as of a survey over years, is no article's
_MONTHS_OF = {"year": 12, "half": 6, "quarter": 3}
_CLOSES = frozenset({3, 6, 9})  # months that end a fiscal year unlike the calendar's
_LEAD = frozenset({"day", "season", "week", "weekend"})  # grains that date the news in its lead
_DAYS = frozenset({"day", "time"})
_MONTHLY = frozenset({"month", "quarter", "half", "year"})
_LONGER = frozenset({"month", "quarter", "half", "year"})

Stated = Callable[[Clauses], list[DateMention]]


class FiscalCalendar:
    """Fiscal quarters and years by the dates that the article gives: "the quarter ended May 31", "the year to June 30"."""

    def __init__(self) -> None:
        self._given: list[DateMention] = []
        self._month = 0  # the last month of the fiscal year, 0 while unknown

    def learn(self, dates: Iterable[DateMention]) -> None:
        """Read the article's dates once."""
        dates = list(dates)
        self._given = [d for d in dates if d.first and d.last and not d.fiscal and _by_days(d)]
        fiscal = any(d.fiscal or _split_year(d) for d in dates)
        for date in dates:
            if date.last is None or date.first is None or date.fiscal or _split_year(date):
                continue
            whole = date.grain == "year" and date.last.month != 12 and _month_end(date.last)
            closing = fiscal and date.relation == "as_of" and date.grain == "day" and date.last.month in _CLOSES
            if whole or (closing and _month_end(date.last)):
                self._month = date.last.month
                break

    def period(self, date: DateMention) -> Period:
        """The period of a date, a fiscal one by the article's dates."""
        if date.grain == "year" and self._month and date.last is not None and (date.fiscal or _split_year(date)):
            last = _end_of_month(date.last.year, self._month)
            first = _end_of_month(date.last.year - 1, self._month) + datetime.timedelta(days=1)
            value = period_value(first, last) or date.value
            return Period(first, last, value, date.relation, "year", date)
        if (date.fiscal and date.grain != "year") or (date.first is None and date.grain == "quarter"):
            for given in self._given:
                if given.first and given.last and self._alike(date, given):
                    return Period(given.first, given.last, given.value, date.relation, given.grain, date)
        read = read_period(date)
        if date.fiscal and date.grain == "year" and read.first is not None and read.last is not None:
            read.value = period_value(read.first, read.last) or read.value  # without dates of its own, the calendar's
        return read

    def _alike(self, date: DateMention, given: DateMention) -> bool:
        assert given.first is not None
        assert given.last is not None
        if date.first is None or date.last is None:
            days = _MONTHS_OF.get(date.grain, 0) * 30
        else:
            days = (date.last - date.first).days
        return abs((given.last - given.first).days - days) <= _SLACK


def _by_days(date: DateMention) -> bool:
    return "/" in (date.value or "") and date.relation != "since"


def _split_year(date: DateMention) -> bool:
    """"2024-25"."""
    return (
        date.grain == "year"
        and date.first is not None
        and date.last is not None
        and date.last.year == date.first.year + 1
    )


def _end_of_month(year: int, month: int) -> datetime.date:
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return following - datetime.timedelta(days=1)


def _month_end(day: datetime.date) -> bool:
    return day == _end_of_month(day.year, day.month)


class ArticlePeriod:
    """Finds the first recent period that the top of the article states as a fact's own, in the body before the title.

    A weekday is taken only where nothing else is stated: it mostly tells when something was said. Where no period is
    stated at all, the article's year is the period of its numbers.
    """

    def __init__(self, anchor: datetime.date | None, fiscal: FiscalCalendar, *, daily: bool = False) -> None:
        self._anchor = anchor
        self._fiscal = fiscal
        self._daily = daily
        self.sure = False  # a period that the top states, not the day of the news or its year

    def find(self, read: list[Clauses], stated: Stated, usable: Stated, free: Stated) -> Period | None:
        """``stated`` gives the dates that facts of a sentence have as their own, ``usable`` all its dates, ``free`` those
        that are not of a comparison."""
        body = [clauses for clauses in read if clauses.sentence.kind == "prose"]
        titles = [clauses for clauses in read if clauses.sentence.kind == "title"]
        factual = [clauses for clauses in body if clauses.drafts][:_TOP]
        found = [date for clauses in (*factual, *body[:_TOP], *titles) for date in stated(clauses)]
        if factual and any(draft.projected for draft in factual[0].drafts):
            found = [date for c in (*titles, *body[:1]) if not c.drafts for date in self._reported(stated(c))] + found
        first = [date for clauses in (*factual, *titles) for date in stated(clauses)][:1]
        if first and self._next_year(first) == first and not self._recent(first[0]):
            self.sure = True
            return self._fiscal.period(first[0])  # "proposed to spend 253 billion in 2026, against 217 billion this year"
        recent = [date for date in found if self._recent(date)]
        short = [date for date in recent if not _long(date)]
        surer = [date for date in short if date.grain not in _DAYS or self._explicit_day(date)]
        surer = _own_year(surer) or surer
        top = [date for clauses in (*titles, *factual) for date in stated(clauses)]
        lead = [date for clauses in (*titles, *body[:1]) for date in free(clauses)]
        surer = surer or self._next_year(top) or self._next_year(lead) or self._told_in(lead)
        named = self._days(body[:1], short, usable) + [date for date in short if date.end - date.start == 1]
        if self._daily and named:
            return self._fiscal.period(named[0])  # "closed higher on Thursday, taking its gain this month to 4 percent"
        often = self._mostly(body, stated) if not (surer or named) and self._anchor is not None else []
        self.sure = bool(surer or often)
        if surer or named or often:
            return self._fiscal.period((surer or named or often)[0])
        survey = any(_long(date) for clauses in body[:_TOP] for date in usable(clauses))
        seasons = [date for clauses in body for date in usable(clauses) if _split_year(date)]
        seasons = self._next_year(seasons) or [date for date in seasons if self._recent(date)]
        if len(seasons) > 1 and not survey:
            return self._fiscal.period(seasons[0])  # "the 2025-26 crop"
        return self._year() if read and not survey else None

    def _reported(self, dates: list[DateMention]) -> list[DateMention]:
        """"announced results for its second quarter": before the outlook that is the first number behind it."""
        return [d for d in dates if d.grain in {"quarter", "half"} and d.last and self._anchor and d.last <= self._anchor]

    def _told_in(self, lead: list[DateMention]) -> list[DateMention]:
        """"Road deaths hit a 14-year high in 2025": the lead names its period, though no number of it is beside."""
        return [
            date
            for date in lead
            if self._anchor is not None and self._recent(date) and date.grain in _LONGER and not _long(date)
            and date.relation == "during" and date.last is not None and self._anchor - date.last <= _JUST_OVER
        ]

    def _next_year(self, stated: list[DateMention]) -> list[DateMention]:
        """The year to come or under way that title and lead are about: of a budget, of a crop."""
        last = self._anchor.replace(year=self._anchor.year + 2, day=1) if self._anchor is not None else None
        return [
            date
            for date in stated
            if date.first and last and date.grain == "year" and date.relation not in {"until", "since"} and not _long(date)
            and date.first < last and date.last and self._anchor and date.last > self._anchor
        ]

    def _mostly(self, body: list[Clauses], stated: Stated) -> list[DateMention]:
        """The period that most facts of the whole text state, where its top states none."""
        dates = [date for clauses in body if clauses.drafts for date in stated(clauses)]
        dates = [date for date in dates if self._recent(date) and not _long(date) and date.grain not in _DAYS]
        counts = Counter((date.first, date.last) for date in dates)
        most = max(counts.values(), default=0)
        return [date for date in dates if counts[date.first, date.last] == most] if most >= _OFTEN else []

    def _days(self, lead: list[Clauses], stated: list[DateMention], usable: Stated) -> list[DateMention]:
        """Days and seasons of the lead sentence: those of its facts, its other ones, those on which something was said."""
        inside = [(c.sentence.start, c.sentence.end) for c in lead]
        own = [d for d in stated if d.end - d.start == 1 and any(first <= d.start < last for first, last in inside)]
        other = [d for c in lead for d in usable(c) if self._recent(d) and d.end - d.start <= 2]
        own += [date for date in other if date.grain in _LEAD and not self._printed(date)]
        dates = [(c, chunk.date) for c in lead for chunk in c.chunks if chunk.date is not None]
        return own + [date for c, date in dates if self._weekday(c, date)]

    def _year(self) -> Period | None:
        if self._anchor is None:
            return None
        year = self._anchor.year
        return Period(datetime.date(year, 1, 1), datetime.date(year, 12, 31), f"{year:04}", "during", "year")

    def _weekday(self, clauses: Clauses, date: DateMention) -> bool:
        """"the authority said Thursday", not "said today": the day of news that gives no other."""
        named = clauses.tokens.words[date.start][0].isupper()
        weekday = date.grain == "day" and date.end - date.start == 1
        return named and weekday and date.relation != "since" and self._recent(date)

    def _printed(self, date: DateMention) -> bool:
        """A dateline's day: "March 3"."""
        return date.grain in _DAYS and date.end - date.start > 1 and date.first == self._anchor

    def _explicit_day(self, date: DateMention) -> bool:
        """"Aug. 4, 2025" against "Monday", and not the day of the article, which is when it was written."""
        return date.end - date.start > 1 and date.first != self._anchor

    def _recent(self, date: DateMention) -> bool:
        """It has begun, and lies in the article's year or the one before."""
        if self._anchor is None:
            return True
        if date.first is None or date.last is None:
            return False
        if date.fiscal and date.grain == "year":
            return date.last.year >= self._anchor.year - 1
        return date.first <= self._anchor and date.last.year >= self._anchor.year - 1


def _own_year(stated: list[DateMention]) -> list[DateMention]:
    """"full-year profit doubled", "in the year ended June 30": the firm's own year before the calendar's."""
    first = stated[0] if stated else None
    if first is None or first.grain != "year" or first.first is None or first.last is None or first.last.month != _DECEMBER:
        return []
    return [
        date
        for date in stated
        if date.first and date.last and date.last.month != _DECEMBER and date.last > first.last and _month_end(date.last)
        and abs((date.last - date.first).days - (first.last - first.first).days) <= _SLACK
    ]


def _long(date: DateMention) -> bool:
    if date.first is None or date.last is None:
        return False
    return (date.last - date.first).days > (2 * _LONGEST if _split_year(date) else _LONGEST)


def read_period(date: DateMention) -> Period:
    """The period of a date as the matcher resolved it."""
    if date.type == "TIME" and date.first is not None:
        return Period(date.first, date.last, date.first.isoformat(), date.relation, "day", date)
    return Period(date.first, date.last, date.value, date.relation, date.grain, date)


def today(anchor: datetime.date | None) -> Period | None:
    """The article's day as a period, None without one."""
    return None if anchor is None else Period(anchor, anchor, anchor.isoformat(), "as_of", "day")


def around(day: datetime.date, months: int) -> Period:
    """The calendar month, quarter or year that a day lies in."""
    start = (day.month - 1) // months * months + 1
    first, last = datetime.date(day.year, start, 1), _end_of_month(day.year, start + months - 1)
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
    if own is not None and own.first is not None and shift[0] == "week" and main.grain in _LONGER:
        return read_period(own)  # "in the prior week" counts from no month
    begin = main.first
    if main.relation == "until" and main.grain == "day" and main.first == main.last:
        begin = datetime.date(main.last.year, 1, 1)  # "up to December 27": that part of the year
    first, last, value = shift_period(begin, main.last, main.grain, shift)
    if main.first == main.last and _month_end(main.first) and shift[0] in _MONTHLY:
        first = last = _end_of_month(first.year, first.month)  # a month before the end of June is the end of May
        value = first.isoformat()
    relation = main.relation if main.relation in {"as_of", "during"} else "during"
    if value is None and ("/" in (main.value or "") or begin != main.first):
        value = f"{first.isoformat()}/{last.isoformat()}"
    return Period(first, last, value, relation, main.grain, own, own is None)
