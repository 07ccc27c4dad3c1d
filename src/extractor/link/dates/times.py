"""When a number holds: its own date, its neighbour's, or the article's period."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extractor.link.companies.markets import exchange_rate
from extractor.link.dates.articleperiod import ArticlePeriod, quoted
from extractor.link.dates.bases import count_bases
from extractor.link.dates.datescreen import window
from extractor.link.dates.definite import definite
from extractor.link.dates.fieldwork import fieldwork
from extractor.link.dates.fiscal import FiscalCalendar
from extractor.link.dates.legs import YEAR_BACK, LegTimes, joined_leg
from extractor.link.dates.noperiod import NoPeriod
from extractor.link.dates.owndates import DateReader
from extractor.link.dates.periods import inherit, shifted, today, year_to_date
from extractor.link.dates.spread import spread
from extractor.link.dates.stateddates import StatedDates
from extractor.link.dates.tellings import session_before, told
from extractor.link.drafts import Clauses, Draft, Period
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before
from extractor.link.projection import to_come
from extractor.link.syntax.clauses import ancestors
from extractor.match.mentions import DateMention

_NEAR = 6  # words behind a commodity that name its exchange
_DAYS = frozenset({"day", "time"})
_YEAR_DIGITS = 4
_RECURRING = frozenset({"quarter", "half", "year"})
_LATE = datetime.timedelta(days=45)  # a forecast of a period just over is of that period
_DAY = datetime.timedelta(days=1)
_LONGEST = 400  # days: a longer period, as of a survey over years, is no paragraph's


class TimeLinker:
    """Gives each draft its period; ``article`` is the first period that a fact of the article states."""

    def __init__(
        self, table: FrameTable, anchor: datetime.date | None, *, business: bool = False, daily: bool = False
    ) -> None:
        self._business = business
        self._daily = daily
        self._table = table
        self._anchor = anchor
        self.article: Period | None = None
        self._reader = DateReader(table, anchor)
        self._stated = StatedDates(table, self._reader, anchor)
        self._no_period = NoPeriod(table, anchor, business=business)
        self._fiscal = FiscalCalendar()
        self._at = -1  # the paragraph that ``_paragraph`` is the period of
        self._paragraph: Period | None = None
        self._coming_paragraph: Period | None = None  # what is forecast in it, of a period that has not begun
        self._last: Period | None = None  # the period that a fact stated last
        self._sure = False
        self._legs = LegTimes(table, self._fiscal, anchor)

    def link(self, clauses: Clauses) -> None:
        """Set ``period`` on all drafts of the sentence, main ones first, since legs count from them."""
        for draft in clauses.drafts:
            earlier = self._from_leg(clauses, draft) or session_before(clauses, draft, self._table)
            if earlier or joined_leg(clauses, draft):
                draft.leg = "earlier"
        dates = self._reader.usable(clauses)
        owned = [self._reader.own(clauses, draft, dates) for draft in clauses.drafts]
        results = self._business and self.article is not None and self.article.grain not in _DAYS
        pairs = zip(clauses.drafts, owned, strict=True)
        owned = [None if told(clauses, draft, own, self._table, results=results) else own for draft, own in pairs]
        spread(clauses, owned, self._table)
        if clauses.sentence.paragraph != self._at:
            self._at, self._paragraph, self._coming_paragraph = clauses.sentence.paragraph, None, None
        clause = clauses.paths
        given: list[tuple[str, Period]] = []
        for draft, own in zip(clauses.drafts, owned, strict=True):
            if draft.leg == "earlier":
                continue
            reach = ancestors(clause[draft.chunk])
            previous = next((period for path, period in reversed(given) if path in reach), None) if given else None
            if previous is not None and previous.relation == "since" and (
                self._reached(clauses, draft) or self._set_against(clauses, draft, previous)
            ):
                previous = None
            if self._stated.is_reference(clauses, draft):
                draft.period = self._fiscal.period(own) if own is not None else inherit(previous or self._nearest())
                continue
            passed = self._main(clauses, draft, own, previous)
            if passed is not None and passed is not previous and not self._aside(clauses, draft):
                given.append((clause[draft.chunk], passed))
        for n, draft in enumerate(clauses.drafts):
            if draft.leg == "earlier":
                self._legs.link(clauses, draft, owned[n], clauses.drafts[:n], self._nearest())

    def _aside(self, clauses: Clauses, draft: Draft) -> bool:
        """"after doubling in 2023": the period says nothing of the clause around it."""
        k, opener = draft.chunk, self._table.cues["clause_opener"]
        return clauses.chunks[k].form == "ing" and clauses.kind(k - 1) == "prep" and clauses.word(k - 1) in opener

    def _reached(self, clauses: Clauses, draft: Draft) -> bool:
        """"has grown by 22,000 since 2020 to 605,000": the level of today."""
        tie = clauses.chunks[draft.chunk - 1] if draft.chunk else None
        if draft.kind == "level" and tie is not None and tie.kind == "prep" and tie.word in self._table.cues["to"]:
            return True
        verb = verb_before(clauses, draft.chunk)
        said = clauses.tokens.lower[clauses.chunks[verb].start - 1 : clauses.chunks[verb].end] if verb > 0 else []
        now = not self._table.cues["now"].isdisjoint(said)
        return draft.kind == "level" and now  # ", and now stands at 605,000"

    def _set_against(self, clauses: Clauses, draft: Draft, previous: Period) -> bool:
        """"was up four points since May, while support for the rival stood at 38%": only the first counts from May."""
        own = previous.mention.start if previous.mention is not None else draft.quantity.start
        return draft.kind == "level" and any(
            chunk.kind == ";" or (chunk.kind == "sub" and chunk.word in self._table.cues["while"])
            for chunk in clauses.chunks
            if own < chunk.start < draft.quantity.start
        )

    def _from_leg(self, clauses: Clauses, draft: Draft) -> bool:
        """"those of salmon to 548 million from 503 million": a leg without a verb."""
        chunks, k = clauses.chunks, draft.chunk
        opens = k > 1 and chunks[k - 1].kind == "prep" and chunks[k - 1].word in self._table.cues["from"]
        first, noun = chunks[k - 2].quantity if opens else None, draft.quantity.noun
        if first is not None and noun is not None and first.noun is not None:
            lower = clauses.tokens.lower  # "176 scientists from 34 institutions"
            opens = lower[noun[1] - 1] == lower[first.noun[1] - 1]
        return opens and chunks[k - 2].kind == "q" and draft.kind == "level" and draft.quantity.form != "rank"

    def _main(self, clauses: Clauses, draft: Draft, own: DateMention | None, previous: Period | None) -> Period | None:
        """Set the period of a fact that is no leg; what comes back is what the next fact of the sentence takes."""
        base = self._base(clauses, draft, previous)
        if own is None and self._no_period.standing(clauses, draft, self.article):
            draft.period = None
            return previous
        if own is None and self._no_period.ahead(clauses, draft, previous, self.article):
            base = previous = self._nearest()
        if own is None and previous is None and self._no_period.already(clauses, draft, base):
            draft.period = None
            return previous
        if own is None:
            ahead = previous in (None, base) and self._no_period.ahead(clauses, draft, base, self.article)
            draft.period = inherit(self._coming_paragraph) if ahead else inherit(base)
        elif own.shift is not None:
            fronted = own.start < draft.quantity.start
            base = self._nearest() or base if fronted else base
            if not own.shift[1]:
                base = previous or self._last or base  # "during the same period": of what was stated last
            draft.period = shifted(base, own.shift, own) if base else self._fiscal.period(own)
            return previous
        else:
            told = definite(clauses, own, self.article, self._table) if self._sure else None
            draft.period = told or self._coming(clauses, draft, self._fiscal.period(own))
            begins = draft.period.first
            self._last = draft.period if own.relation not in {"since", "until"} else self._last
            if own.relation == "since" and begins and self._anchor and begins > self._anchor and not draft.projected:
                draft.period = shifted(draft.period, YEAR_BACK, own)  # "since the beginning of the year"
                draft.period.relation = "since"
            if draft.projected and begins and self._anchor and begins > self._anchor:
                self._coming_paragraph = draft.period  # "For 2026/27 it sees 5 percent. Costs would rise by 3 million"
            if self._year_to_date(clauses, own):
                draft.period = year_to_date(draft.period)
            spoken = own.relation not in {"since", "until"} and not window(own) and not quoted(clauses.tokens, own)
            if self._paragraph is None and spoken and self._current(draft.period):
                self._paragraph = draft.period
        return draft.period or previous

    def _year_to_date(self, clauses: Clauses, own: DateMention) -> bool:
        """"has sold 5 million cars through September": since the year began; not until a month to come."""
        past = own.last is not None and self._anchor is not None and own.last <= self._anchor
        before = clauses.tokens.lower[own.start - 1] if own.start else ""
        return past and own.grain == "month" and before in self._table.cues["through"]

    def _base(self, clauses: Clauses, draft: Draft, previous: Period | None) -> Period | None:
        """What a number takes over: the period of the fact before in the sentence, else its day or the nearest stated."""
        daily = self.article is not None and self.article.grain in _DAYS and self._business
        last = draft.like
        goes_on = draft.kind == "change" or draft.quantity.elided  # "Most of them, 158, were in construction"
        if previous is None and last is not None and goes_on and last.sentence == draft.sentence - 1:
            return last.period or self._nearest()  # "The decline was 5.1%": of what was told last
        told = clauses.previous
        if daily and previous is None and "context.short_form" in draft.rules and told is not None and not draft.market:
            return told.period  # "Prices rose 3% in September. On a monthly basis, they increased 0.3%"
        if not (draft.market or exchange_rate(clauses, draft, self._table)):
            return self.article if daily and previous and previous.grain == "year" else previous or self._nearest()
        day = self._day(clauses, draft)
        longer = previous is not None and day is not None and day.grain in _DAYS and previous.grain not in _DAYS
        return day if longer and not draft.projected else previous or day

    def _coming(self, clauses: Clauses, draft: Draft, period: Period) -> Period:
        """"it sees 5 million in the first quarter": without its year, a forecast's period is the next one."""
        own = period.mention
        before = draft.before  # but "sees full-year growth at 3.7%, while the bank forecasts 3.6%"
        if "frames.expected" in draft.rules and not (before is not None and before.projected):
            return period  # "a third-quarter profit of 178 million, beating the 152 million expected"
        if not draft.projected or own is None or period.last is None or self._anchor is None:
            return period
        words = clauses.tokens.lower[own.start : own.end]
        printed = any(len(word) == _YEAR_DIGITS and word.isdigit() for word in words)
        printed = printed or not self._table.cues["earlier"].isdisjoint(words)
        recurring = period.grain in _RECURRING or (period.grain == "month" and to_come(clauses, draft, self._table))
        if printed or period.last + _LATE >= self._anchor or not recurring or period.relation == "since":
            return period
        return replace(shifted(period, ("year", 1), own), mention=own)

    def _day(self, clauses: Clauses, draft: Draft) -> Period | None:
        """A price of shares holds on the article's day, even in an article about a quarter."""
        if self._anchor is None or (self.article is not None and self.article.grain in _DAYS):
            return self.article
        spans = [span for span in (draft.metric, draft.subject) if span is not None]
        words = [word for first, last in spans for word in clauses.tokens.lower[first:last]]
        daily = self._table.cues["day_price"] | self._table.cues["index_noun"]
        if draft.market and clauses.word(verb_before(clauses, draft.chunk)) in self._table.cues["trading_verb"]:
            return today(self._anchor)  # "copper traded at $10,715 a ton"
        behind = clauses.tokens.lower[draft.metric[1] : draft.metric[1] + _NEAR] if draft.metric is not None else []
        traded = draft.market and not self._table.cues["exchange_noun"].isdisjoint(behind)  # "Rebar on the Tolvane Exchange"
        if not traded and not exchange_rate(clauses, draft, self._table) and daily.isdisjoint(words):
            return self._nearest()
        return today(self._anchor)

    def _current(self, period: Period) -> bool:
        """Neither over before the article's period begins nor still to come: such a period speaks for its sentence alone."""
        if self.article is None and period.first is not None and period.last is not None and self._anchor is not None:
            short = (period.last - period.first).days <= _LONGEST
            return short and period.first <= self._anchor and period.last.year >= self._anchor.year - 1
        if period.first is None or period.last is None or self.article is None or self.article.first is None:
            return period.value == (self.article.value if self.article else None)
        if period.relation == "as_of" and self.article.grain in {"quarter", "half"}:
            return False
        results = self._business and self._sure and self.article.grain in {"quarter", "half"} and period.grain == "month"
        if results and self.article.last is not None and self.article.first <= period.first <= self.article.last:
            return False  # "driven by a tariff increase approved in February", in results of the half
        begun = self._anchor is None or period.first <= self._anchor
        if period.grain == self.article.grain == "month" and period.last + _DAY == self.article.first:
            return True  # one release gives December's prices and November's jobs
        if self._sure or self._anchor is None or period.grain in _DAYS:
            return begun and period.last >= self.article.first
        return begun and period.last.year >= self._anchor.year - 1

    def _nearest(self) -> Period | None:
        """The first period that the paragraph states, else the article's; market news of a day is of that day."""
        paragraph, article = self._paragraph, self.article
        if self._business and paragraph and article and article.grain in _DAYS and paragraph.grain in {"month", "year"}:
            return article
        return self._paragraph or self.article

    def find_article_period(self, read: list[Clauses], dates: list[DateMention]) -> None:
        """Learn the article's fiscal calendar and its period."""
        self._fiscal.learn(dates, self._anchor, business=self._business)
        finder = ArticlePeriod(self._anchor, self._fiscal, daily=self._daily, census=self._table.cues["census"])
        stated: dict[int, list[DateMention]] = {}  # by sentence: the finder asks more than once

        def once(clauses: Clauses) -> list[DateMention]:
            if clauses.index not in stated:
                stated[clauses.index] = self._stated.own(clauses)
            return stated[clauses.index]

        if self._business and not self._daily:  # a firm's guidance comes behind its results
            self.article = finder.find(read, self._stated.reported, self._stated.plain, self._stated.free)
        if not finder.sure:
            self.article = finder.find(read, once, self._stated.plain, self._stated.free)
        self._sure = finder.sure
        if not (self._sure or self._business or self._daily):
            self.article = self._begun(read) or self._asked(read) or self.article
        self._legs.learn(count_bases(read, dates, self._reader, self.article))

    def _begun(self, read: list[Clauses]) -> Period | None:
        """"Cholera has killed 64 people since the start of the year, it said on Thursday": what the lead counts."""
        lead = next((clauses for clauses in read if clauses.drafts and clauses.sentence.kind == "prose"), None)
        if lead is None or self._anchor is None:
            return None
        dates = self._reader.usable(lead)
        owned = [(draft, self._reader.own(lead, draft, dates)) for draft in lead.drafts if draft.leg != "earlier"]
        first, since = next(((draft, date) for draft, date in owned if date is not None), (None, None))
        if first is not None and lead.chunks[max(0, verb_before(lead, first.chunk))].form == "ing":
            return None  # "killed 17 people on Monday, bringing deaths since the start of the outbreak in May to 374"
        if since is None or since.relation != "since" or since.first is None or since.shift is not None:
            return None
        return self._fiscal.period(since) if 0 <= (self._anchor - since.first).days <= _LONGEST else None

    def _asked(self, read: list[Clauses]) -> Period | None:
        """"The poll was conducted between May 3 and 9": when the answers of a survey were given."""
        dates = {clauses.index: self._stated.plain(clauses) for clauses in read}
        date = fieldwork(read, dates, self._table, self._anchor)
        return self._fiscal.period(date) if date is not None else None
