"""When a number holds: its own date, its neighbour's, or the article's period."""

from __future__ import annotations

import datetime

from extractor.link.chunks import Chunk
from extractor.link.clauses import ancestors, clause_numbers
from extractor.link.drafts import Clauses, Draft, Period
from extractor.link.frames import FrameTable
from extractor.link.periods import ArticlePeriod, FiscalCalendar, inherit, shifted
from extractor.match.mentions import DateMention

_BACK = 3  # chunks between a number and the word that makes it a reference
YEAR_BACK = ("year", -1)


class TimeLinker:
    """Gives each draft its period; ``article`` is the first period that a fact of the article states."""

    def __init__(self, table: FrameTable, anchor: datetime.date | None) -> None:
        self._table = table
        self._anchor = anchor
        self.article: Period | None = None
        self._fiscal = FiscalCalendar()
        self._at = -1  # the paragraph that ``_paragraph`` is the period of
        self._paragraph: Period | None = None
        self._sure = False

    def link(self, clauses: Clauses) -> None:
        """Set ``period`` on all drafts of the sentence, main ones first, since legs count from them."""
        dates = self._usable_dates(clauses)
        self._mark_baselines(clauses, dates)
        owned = {id(draft): self._own(clauses, draft, dates) for draft in clauses.drafts}
        if clauses.sentence.paragraph != self._at:
            self._at, self._paragraph = clauses.sentence.paragraph, None
        previous: Period | None = None
        for draft in clauses.drafts:
            if draft.leg == "earlier":
                continue
            own = owned[id(draft)]
            previous = self._main(clauses, draft, own, previous) if not self._reference(clauses, draft) else previous
            if draft.period is None:
                draft.period = self._fiscal.period(own) if own is not None else inherit(previous or self._nearest())
        for n, draft in enumerate(clauses.drafts):
            if draft.leg == "earlier":
                self._earlier(clauses, draft, owned[id(draft)], clauses.drafts[:n])

    def _main(self, clauses: Clauses, draft: Draft, own: DateMention | None, previous: Period | None) -> Period | None:
        """Set the period of a fact that is no leg; what comes back is what the next fact of the sentence takes."""
        base = previous or (self._day(clauses, draft) if draft.market else self._nearest())
        if own is None:
            draft.period = inherit(base)
        elif own.shift is not None:
            draft.period = shifted(base, own.shift, own) if base else self._fiscal.period(own)
            return previous
        else:
            draft.period = self._fiscal.period(own)
            if self._paragraph is None and own.relation != "since" and self._current(draft.period):
                self._paragraph = draft.period
        return draft.period or previous

    def _day(self, clauses: Clauses, draft: Draft) -> Period | None:
        """A price of shares holds on the article's day, even in an article about a quarter."""
        if self._anchor is None or (self.article is not None and self.article.grain in {"day", "time"}):
            return self.article
        spans = [span for span in (draft.metric, draft.subject) if span is not None]
        words = [word for first, last in spans for word in clauses.tokens.lower[first:last]]
        if not any(word in self._table.cues["day_price"] for word in words):
            return self._nearest()
        return Period(self._anchor, self._anchor, self._anchor.isoformat(), "during", "day")

    def _current(self, period: Period) -> bool:
        """Neither over before the article's period begins nor still to come: such a period speaks for its sentence alone."""
        if period.first is None or period.last is None or self.article is None or self.article.first is None:
            return period.value == (self.article.value if self.article else None)
        begun = self._anchor is None or period.first <= self._anchor
        if self._sure or self._anchor is None or period.grain in {"day", "time"}:
            return begun and period.last >= self.article.first
        return begun and period.last.year >= self._anchor.year - 1

    def _nearest(self) -> Period | None:
        """The first period that the paragraph states, else the article's."""
        return self._paragraph or self.article

    def _reference(self, clauses: Clauses, draft: Draft) -> bool:
        """"more than double the 4.6 million of 2024": what a number is measured against says nothing of the others."""
        chunks, k = clauses.chunks, draft.chunk - 1
        while k >= 0 and draft.chunk - k <= _BACK and chunks[k].kind in {"prep", "adv", "np"}:
            if chunks[k].word in self._table.cues["against"] and chunks[k].kind == "prep" and k + 1 < draft.chunk:
                return True
            k -= 1
        return False

    def find_article_period(self, read: list[Clauses], dates: list[DateMention]) -> None:
        """Learn the article's fiscal calendar and its period."""
        self._fiscal.learn(dates)
        finder = ArticlePeriod(self._anchor, self._fiscal)
        self.article = finder.find(read, self._stated, self._plain_dates)
        self._sure = finder.sure

    def _plain_dates(self, clauses: Clauses) -> list[DateMention]:
        return [date for _, date in self._usable_dates(clauses) if date.shift is None and date.relation != "since"]

    def _stated(self, clauses: Clauses) -> list[DateMention]:
        """Dates that a main fact has as its own; in a sentence of the lead without facts, all dates."""
        dates = self._usable_dates(clauses)
        self._mark_baselines(clauses, dates)
        if not clauses.drafts:
            return self._plain_dates(clauses)
        main = [draft for draft in clauses.drafts if draft.leg != "earlier" and not self._reference(clauses, draft)]
        owned = [self._own(clauses, draft, dates) for draft in main]
        return [date for date in owned if date is not None and date.shift is None and date.relation != "since"]

    def _earlier(self, clauses: Clauses, draft: Draft, own: DateMention | None, before: list[Draft]) -> None:
        main = next((d.period for d in reversed(before) if d.leg != "earlier" and d.period), None)
        main = main or self._nearest()
        if own is not None and own.shift is None:
            draft.period = self._fiscal.period(own)
        elif main is not None:
            draft.period = shifted(main, own.shift if own is not None and own.shift else YEAR_BACK, own)
        elif own is not None:
            draft.period = self._fiscal.period(own)

    def _usable_dates(self, clauses: Clauses) -> list[tuple[int, DateMention]]:
        """Dates by chunk, without those of the act of saying ("said on Friday")."""
        chunks, say = clauses.chunks, self._table.cues["say"]
        found = []
        for k, chunk in enumerate(chunks):
            if chunk.date is None or chunk.date.role != "time" or chunk.date.type == "DURATION":
                continue
            if chunk.kind == "date" and chunk.date.grain in {"day", "time", ""}:
                at = k - 1
                while at >= 0 and chunks[at].kind in {"prep", "adv"}:
                    at -= 1
                after = k + 1
                said = at >= 0 and chunks[at].kind == "vg" and chunks[at].word in say
                if said or (after < len(chunks) and chunks[after].kind == "vg" and chunks[after].word in say):
                    continue
            found.append((k, chunk.date))
        return found

    def _mark_baselines(self, clauses: Clauses, dates: list[tuple[int, DateMention]]) -> None:
        """Take the dates that a change or comparison is measured against out of ``dates``."""
        quantities = [draft.chunk for draft in clauses.drafts]
        kept = []
        for at, date in dates:
            draft = next((d for d in reversed(clauses.drafts) if d.chunk < at), None)
            after = min((q for q in quantities if draft is not None and q > draft.chunk), default=len(clauses.chunks))
            if draft is not None and at < after and self._is_baseline(clauses, draft, at):
                continue
            if self._leads_comparison(clauses, at) or self._of_participle(clauses, at, quantities):
                continue
            kept.append((at, date))
        dates[:] = kept

    def _leads_comparison(self, clauses: Clauses, at: int) -> bool:
        """"Compared with July 2024, arrivals rose"."""
        k = at - 1
        while k >= 0 and clauses.chunks[k].kind in {"prep", "adv"} or k >= 0 and clauses.chunks[k].word in self._table.cues["compare"]:
            if clauses.chunks[k].word in self._table.cues["compare"]:
                return not any(draft.chunk < k for draft in clauses.drafts)
            k -= 1
        return False

    def _of_participle(self, clauses: Clauses, at: int, quantities: list[int]) -> bool:
        """"The company, founded in 1931, has 3,150 employees": the date belongs to the inserted participle."""
        chunks = clauses.chunks
        k = at - 1
        while k >= 0 and chunks[k].kind in {"prep", "adv"}:
            k -= 1
        inserted = k > 0 and chunks[k].kind == "vg" and chunks[k].form in {"participle", "ing"} and chunks[k - 1].kind == ","
        closed = at + 1 < len(chunks) and chunks[at + 1].kind == ","
        return inserted and closed and any(q > at for q in quantities)

    def _own(self, clauses: Clauses, draft: Draft, dates: list[tuple[int, DateMention]]) -> DateMention | None:
        chunks = clauses.chunks
        k = draft.chunk
        told = self._told_when(clauses, k, dates)
        if told is not None:
            return told
        quantities = [d.chunk for d in clauses.drafts]
        before_q = max((q for q in quantities if q < k), default=-1)
        after_q = min((q for q in quantities if q > k), default=len(chunks))
        clause = clause_numbers(chunks)
        after = [
            (at, date)
            for at, date in dates
            if k < at < after_q and self._reaches(chunks, k, at) and clause[at] == clause[k]
        ]
        for at, date in after:
            if self._opens_next(chunks, at, after_q) or self._of_superlative(clauses, draft, at):
                continue
            if date.shift is not None and draft.kind in {"change", "comparison"}:
                continue
            return date
        before = [(at, date) for at, date in dates if before_q < at < k and clause[at] in ancestors(clause[k])]
        for at, date in reversed(before):
            if (date.shift is not None and draft.leg != "earlier") or self._of_superlative(clauses, draft, at):
                continue
            if before_q >= 0 and not self._opens_next(chunks, at, k) and at == before_q + 2:
                continue
            if before_q >= 0 and self._reaches(chunks, before_q, at) and not self._opens_next(chunks, at, k):
                continue
            return date
        if before_q < 0:
            return None
        lead = [
            (at, date)
            for at, date in dates
            if at < quantities[0] and date.shift is None and clause[at] in ancestors(clause[k])
        ]
        return lead[-1][1] if lead and draft.leg != "earlier" and not self._between(dates, quantities[0], k) else None

    def _told_when(self, clauses: Clauses, k: int, dates: list[tuple[int, DateMention]]) -> DateMention | None:
        """"a year ago, when it lost 3 million": the date that the number's clause explains."""
        chunks = clauses.chunks
        at = k - 1
        while at > 0 and chunks[at].kind not in {"sub", ";", "."}:
            at -= 1
        if at < 1 or chunks[at].kind != "sub" or chunks[at].word not in self._table.cues["when"]:
            return None
        at -= 1 if chunks[at - 1].kind != "," else 2
        return chunks[at].date if at >= 0 and chunks[at].kind == "date" else None

    def _is_baseline(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"up 3.5 percent from 2023": the date behind a change is what it is measured against."""
        chunks = clauses.chunks
        k = at - 1
        while k > draft.chunk and chunks[k].kind == "prep" and chunks[k].word not in self._table.cues["against"]:
            k -= 1
        against = k > draft.chunk and chunks[k].word in self._table.cues["against"] and chunks[k].kind in {"prep", "sub", "vg"}
        if draft.kind not in {"change", "comparison"} or chunks[at].date is None:
            return False
        inside = draft.baseline is not None and draft.baseline[0] <= chunks[at].start < draft.baseline[1]
        if not against and not inside:
            return False
        draft.baseline = draft.baseline or (chunks[k + 1].start, chunks[at].end)
        draft.baseline_date = draft.baseline_date or chunks[at].date
        return True

    def _of_superlative(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"the lowest since 1928": the date belongs to the record, not to the number."""
        chunks = clauses.chunks
        date = chunks[at].date
        if date is None or date.relation != "since":
            return False
        if draft.kind == "level" and draft.chunk < at:
            return True
        k = at - 1
        while k > 0 and chunks[k].kind in {"prep", "adv"}:
            k -= 1
        words = clauses.tokens.lower[chunks[k].start : chunks[k].end]
        return chunks[k].kind == "np" and any(
            word in self._table.cues["superlative"] or word.endswith("est") for word in words
        )

    def _between(self, dates: list[tuple[int, DateMention]], first: int, last: int) -> bool:
        return any(first < at < last for at, _ in dates)

    def _reaches(self, chunks: list[Chunk], k: int, at: int) -> bool:
        """No border stands between the quantity and the date behind it."""
        for n in range(k + 1, at):
            if chunks[n].kind in {";", "."} or chunks[n].kind == "vg" and chunks[n].word in self._table.cues["say"]:
                return False
        return True

    def _opens_next(self, chunks: list[Chunk], at: int, following: int) -> bool:
        """"..., and in 2023 it was 5": the date stands at the head of the next clause."""
        n = at - 1
        while n >= 0 and chunks[n].kind in {"prep", "adv"}:
            n -= 1
        opens = n < 0 or chunks[n].kind in {";", "conj", "sub"} or (chunks[n].kind == "," and n + 1 < at)
        if not opens or following >= len(chunks):
            return False
        return any(chunks[m].kind in {"np", "vg"} for m in range(at + 1, following))
