"""The period that an article is about: what its numbers hold for where their sentence names no other."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable

from extractor.language.tokens import Tokens
from extractor.link.dates.fiscal import FiscalCalendar, is_split_year
from extractor.link.dates.periods import is_month_end
from extractor.link.drafts import Clauses, Period
from extractor.match.mentions import DateMention

_LAG = 2  # years by which statistics can be late
_TOP = 2  # sentences of the body whose period can be the article's
_OFTEN = 3  # facts that make a period the article's where its top names none
_JUST_OVER = datetime.timedelta(days=120)  # behind the end of a period that is still news
_DECEMBER = 12
_SLACK = 10  # days by which a fiscal quarter and a calendar one differ in length
_LONGEST = 400  # days: a longer period, as of a survey over years, is no article's
_LEAD = frozenset({"day", "time", "season", "week", "weekend"})  # grains that date the news in its lead
_DAYS = frozenset({"day", "time"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_LONGER = frozenset({"month", "quarter", "half", "year"})

Stated = Callable[[Clauses], list[DateMention]]
_LIMITS = frozenset({"as_of", "until", "since"})  # relations of a day or year by which something is to be


class ArticlePeriod:
    """Finds the first recent period that the top of the article states as a fact's own, in the body before the title.

    A weekday is taken only where nothing else is stated: it mostly tells when something was said. Where no period is
    stated at all, the article's year is the period of its numbers.
    """

    def __init__(
        self, anchor: datetime.date | None, fiscal: FiscalCalendar, *, daily: bool = False,
        census: frozenset[str] = frozenset(),
    ) -> None:
        self._anchor = anchor
        self._fiscal = fiscal
        self._daily = daily
        self._census = census
        self.sure = False  # a period that the top states, not the day of the news or its year

    def find(self, read: list[Clauses], stated: Stated, usable: Stated, free: Stated) -> Period | None:
        """``stated`` gives the dates that facts of a sentence have as their own, ``usable`` all its dates, ``free`` those
        that are not of a comparison."""
        stated = _unquoted(stated)
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
        surer = [date for date in surer if date.grain != "week" or _within(date, [*titles, *body[:1]])]
        surer = _own_year(surer) or surer
        top = [date for clauses in (*titles, *factual) for date in stated(clauses)]
        lead = [date for clauses in (*titles, *body[:1]) for date in free(clauses)]
        surer = surer or self._next_year(top) or self._next_year(lead) or self._told_in(lead)
        surer = surer or [date for clauses in (*titles, *body[:1]) for date in self._counted_in(clauses, free(clauses))]
        surer = surer or [date for clauses in factual[:1] for date in self._lagging(clauses, stated(clauses))]
        named = self._days(body[:1], short, usable) + [date for date in short if date.end - date.start == 1]
        if self._daily and named:
            return self._fiscal.period(named[0])  # "closed higher on Thursday, taking its gain this month to 4 percent"
        often = self._mostly(body, stated) if not (surer or named) and self._anchor is not None else []
        self.sure = bool(surer or often)
        if surer or named or often:
            return self._fiscal.period((surer or named or often)[0])
        survey = any(_long(date) for clauses in body[:_TOP] for date in usable(clauses))
        seasons = [date for clauses in body for date in usable(clauses) if is_split_year(date)]
        seasons = self._next_year(seasons) or [date for date in seasons if self._recent(date)]
        if len(seasons) > 1 and not survey:
            return self._fiscal.period(seasons[0])  # "the 2025-26 crop"
        return self._year() if read and not survey else None

    def _reported(self, dates: list[DateMention]) -> list[DateMention]:
        """"announced results for its second quarter": before the outlook that is the first number behind it."""
        return [d for d in dates if d.grain in {"quarter", "half"} and d.last and self._anchor and d.last <= self._anchor]

    def _counted_in(self, clauses: Clauses, dates: list[DateMention]) -> list[DateMention]:
        """"the 2022 census", "the census of 2022": the year in which the numbers of such news were counted, however old."""
        lower, end = clauses.tokens.lower, clauses.sentence.end
        beside = [lower[max(clauses.sentence.start, date.start - 2) : min(end, date.end + 3)] for date in dates]
        pairs = zip(dates, beside, strict=True)
        return [date for date, words in pairs if date.grain == "year" and not self._census.isdisjoint(words)]

    def _told_in(self, lead: list[DateMention]) -> list[DateMention]:
        """"Road deaths hit a 14-year high in 2025": the lead names its period, though no number of it is beside."""
        return [
            date
            for date in lead
            if self._anchor is not None and self._recent(date) and date.grain in _LONGER and not _long(date)
            and date.relation == "during" and date.last is not None and self._anchor - date.last <= _JUST_OVER
        ]

    def _lagging(self, clauses: Clauses, dates: list[DateMention]) -> list[DateMention]:
        """"spending on research rose to 27 billion euros in 2023, the office said on Monday" in 2025: figures come late."""
        numbers = [draft.quantity.start for draft in clauses.drafts]
        dates = [d for d in dates if d.start > numbers[-1] or d.start < numbers[0]]  # not "after doubling in 2023, slid 3%"
        years = [d for d in dates if d.grain == "year" and d.relation == "during" and d.last is not None and not _long(d)]
        return [d for d in years if d.last and self._anchor and 0 <= self._anchor.year - d.last.year <= _LAG]

    def _next_year(self, stated: list[DateMention]) -> list[DateMention]:
        """The year to come or under way that title and lead are about: of a budget, of a crop."""
        last = self._anchor.replace(year=self._anchor.year + 2, day=1) if self._anchor is not None else None
        return [
            date
            for date in stated
            if date.first and last and date.grain == "year" and date.relation not in _LIMITS and not _long(date)
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
        lower = lead[0].tokens.lower if lead else []
        own += [
            date
            for date in other
            if date.grain in _LEAD and not (self._printed(date) and _figured(lower[date.start : date.end]))
        ]
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
        if date.first and date.last and date.last.month != _DECEMBER and date.last > first.last and is_month_end(date.last)
        and abs((date.last - date.first).days - (first.last - first.first).days) <= _SLACK
    ]


def _long(date: DateMention) -> bool:
    if date.first is None or date.last is None:
        return False
    return (date.last - date.first).days > (2 * _LONGEST if is_split_year(date) else _LONGEST)


def _figured(words: list[str]) -> bool:
    """"March 3", unlike "Tuesday morning"."""
    return any(word[0].isdigit() for word in words)


def _within(date: DateMention, sentences: list[Clauses]) -> bool:
    return any(clauses.sentence.start <= date.start < clauses.sentence.end for clauses in sentences)


def _unquoted(stated: Stated) -> Stated:
    return lambda clauses: [date for date in stated(clauses) if not quoted(clauses.tokens, date)]


def quoted(tokens: Tokens, date: DateMention) -> bool:
    """"I got it last year," in the words of somebody: says nothing of when the news was."""
    sentence = tokens.sentences[tokens.sentence_of[date.start]]
    opened = sum(word in _QUOTES for word in tokens.words[sentence.start : date.start])
    return opened % 2 == 1
