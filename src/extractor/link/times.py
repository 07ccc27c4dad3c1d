"""When a number holds: its own date, its neighbour's, or the article's period."""

from __future__ import annotations

import datetime

from extractor.link.chunks import Chunk
from extractor.link.clauses import ancestors, clause_numbers
from extractor.link.drafts import Clauses, Draft, Period
from extractor.link.frames import FrameTable
from extractor.match.dates import shift_period
from extractor.match.mentions import DateMention

_TOP = 2  # sentences of the body whose period can be the article's
_SLACK = 10  # days by which a fiscal quarter and a calendar one differ in length
YEAR_BACK = ("year", -1)


class TimeLinker:
    """Gives each draft its period; ``article`` is the first period that a fact of the article states."""

    def __init__(self, table: FrameTable, anchor: datetime.date | None) -> None:
        self._table = table
        self._anchor = anchor
        self.article: Period | None = None
        self._fiscal: dict[str | None, DateMention] = {}

    def link(self, clauses: Clauses) -> None:
        """Set ``period`` on all drafts of the sentence, main ones first, since legs count from them."""
        dates = self._usable_dates(clauses)
        self._mark_baselines(clauses, dates)
        owned = {id(draft): self._own(clauses, draft, dates) for draft in clauses.drafts}
        previous: Period | None = None
        for draft in clauses.drafts:
            if draft.leg == "earlier":
                continue
            own = owned[id(draft)]
            draft.period = self._as_period(own) if own is not None and own.shift is None else None
            if own is not None and own.shift is not None:
                base = previous or self.article
                draft.period = _shifted(base, own.shift, own) if base else self._as_period(own)
            if draft.period is None:
                draft.period = _inherit(previous) or _inherit(self.article)
            previous = draft.period or previous
            if draft.period is not None and own is not None and own.shift is not None:
                previous = None if draft.leg == "earlier" else previous
        for n, draft in enumerate(clauses.drafts):
            if draft.leg == "earlier":
                self._earlier(clauses, draft, owned[id(draft)], clauses.drafts[:n])

    def find_article_period(self, read: list[Clauses]) -> None:
        """The first recent period that the top of the article states as a fact's own, in the body before the title.

        A weekday is taken only where nothing else is stated: it mostly tells when something was said.
        """
        body = [clauses for clauses in read if clauses.sentence.kind != "title"]
        found = [date for clauses in body[:_TOP] for date in self._stated(clauses)]
        self._match_fiscal([date for clauses in body for date in self._stated(clauses)])
        found += [date for clauses in read if clauses.sentence.kind == "title" for date in self._stated(clauses)]
        recent = [date for date in found if self._recent(date)]
        surer = [date for date in recent if date.grain not in {"day", "time"} or self._explicit_day(date)]
        named = [date for date in recent if date.end - date.start == 1]
        if surer or named:
            self.article = self._as_period((surer or named)[0])

    def _explicit_day(self, date: DateMention) -> bool:
        """"Aug. 4, 2025" against "Monday", and not the day of the article, which is when it was written."""
        return date.end - date.start > 1 and date.first != self._anchor

    def _recent(self, date: DateMention) -> bool:
        """It has begun, and lies in the article's year or the one before."""
        if self._anchor is None:
            return True
        if date.first is None or date.last is None:
            return False
        return date.first <= self._anchor and date.last.year >= self._anchor.year - 1

    def _match_fiscal(self, dates: list[DateMention]) -> None:
        """"fiscal second quarter" is the three months whose end the article gives."""
        for fiscal in dates:
            if not fiscal.fiscal or fiscal.first is None or fiscal.last is None or fiscal.grain == "year":
                continue
            length = (fiscal.last - fiscal.first).days
            for date in dates:
                given = date.first and date.last and not date.fiscal and "/" in (date.value or "")
                if given and date.first and date.last and abs((date.last - date.first).days - length) <= _SLACK:
                    self._fiscal[fiscal.value] = date
                    break

    def _as_period(self, date: DateMention) -> Period:
        dated = self._fiscal.get(date.value) if date.fiscal else None
        if dated is None:
            return _period(date)
        return Period(dated.first, dated.last, dated.value, date.relation, dated.grain, date)

    def _stated(self, clauses: Clauses) -> list[DateMention]:
        """Dates that a main fact has as its own; in a sentence of the lead without facts, all dates."""
        dates = self._usable_dates(clauses)
        self._mark_baselines(clauses, dates)
        if not clauses.drafts:
            return [date for _, date in dates if date.shift is None and date.relation != "since"]
        owned = [self._own(clauses, draft, dates) for draft in clauses.drafts if draft.leg != "earlier"]
        return [date for date in owned if date is not None and date.shift is None and date.relation != "since"]

    def _earlier(self, clauses: Clauses, draft: Draft, own: DateMention | None, before: list[Draft]) -> None:
        main = next((d.period for d in reversed(before) if d.leg != "earlier" and d.period), None)
        main = main or self.article
        if own is not None and own.shift is None:
            draft.period = self._as_period(own)
        elif main is not None:
            draft.period = _shifted(main, own.shift if own is not None and own.shift else YEAR_BACK, own)
        elif own is not None:
            draft.period = self._as_period(own)

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


def _period(date: DateMention) -> Period:
    if date.type == "TIME" and date.first is not None:
        return Period(date.first, date.last, date.first.isoformat(), date.relation, "day", date)
    return Period(date.first, date.last, date.value, date.relation, date.grain, date)


def _inherit(period: Period | None) -> Period | None:
    if period is None:
        return None
    return Period(period.first, period.last, period.value, period.relation, period.grain, period.mention, True)


def _shifted(main: Period, shift: tuple[str, int], own: DateMention | None) -> Period:
    if main.first is None or main.last is None:
        return Period(None, None, None, mention=own, inherited=own is None)
    first, last, value = shift_period(main.first, main.last, main.grain, shift)
    relation = main.relation if main.relation in {"as_of", "during"} else "during"
    return Period(first, last, value, relation, main.grain, own, own is None)
