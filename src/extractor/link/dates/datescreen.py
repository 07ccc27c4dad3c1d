"""Dates that are no number's own: of the act of saying, of a contract, of an inserted clause, or of a baseline."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extractor.link.dates.baselines import Baselines, closed
from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.match.mentions import DateMention

Placed = list[tuple[int, DateMention]]
_DATELINE = frozenset({"np", ","})
MODIFIERS = frozenset({"prep", "adv"})
_INSERTED = MODIFIERS | {"np", "q"}  # chunks between a participle and its date


class DateScreen:
    """Leaves those dates of an article's sentences that a number can hold at."""

    def __init__(self, table: FrameTable, anchor: datetime.date | None = None) -> None:
        self._anchor = anchor
        self._cues = table.cues
        self._baselines, self._superlative = Baselines(table), table.superlative
        self._found: dict[int, Placed] = {}  # by sentence

    def _over(self, date: DateMention) -> bool:
        return window(date) and date.last is not None and (self._anchor is None or date.last <= self._anchor)

    def usable(self, clauses: Clauses) -> Placed:
        """Dates by chunk, without those of the act of saying ("said on Friday") and those that a change counts from."""
        known = self._found.get(clauses.index)
        if known is None:
            known = self._found[clauses.index] = self._usable(clauses)
        return known

    def _usable(self, clauses: Clauses) -> Placed:
        chunks, found = clauses.chunks, []
        for k, chunk in enumerate(chunks):
            if chunk.date is None or (chunk.date.type == "DURATION" and not self._over(chunk.date)):
                continue
            if chunk.date.role != "time" and not (chunk.date.role == "base" and self._of_leg(chunks, k)):
                continue
            if (
                chunk.date.grain in {"month", "day"}
                and (chunk.kind == "np" or chunk.date.grain == "month")
                and self._of_contract(clauses, k)
            ):
                continue
            if chunk.date.grain in {"day", "time", ""} and chunk.kind in {"date", "np"} and self._said(chunks, k):
                continue
            if chunk.kind == "date" and chunk.date.grain in {"day", "time"} and self._presented(chunks, k):
                continue
            if chunk.kind == "date" and (self._born(clauses, k) or self._outdone(chunks, k)):
                continue
            if self._of_dateline(chunks, k) or (chunk.date.grain == "day" and self._of_close(chunks, k)):
                continue
            holiday = k and chunks[k - 1].word in self._cues["traded_for"]
            if holiday and clauses.tokens.lower[chunk.end - 1] in self._cues["contract"]:
                continue  # "shut for the Lunar New Year holiday"
            found.append((k, self._begun(chunks, k, chunk.date)))
        return self._without_baselines(clauses, found)

    def _begun(self, chunks: list[Chunk], k: int, date: DateMention) -> DateMention:
        """"since the outbreak began in May", "since the start of the epidemic in May": from then on."""
        if date.relation != "during" or not k or chunks[k - 1].kind != "prep":
            return date
        at = next((n for n in range(k - 2, -1, -1) if chunks[n].kind not in {"np", "prep", "vg"}), -1) + 1
        opens = next((n for n in range(k - 2, at - 1, -1) if chunks[n].word in self._cues["since"]), -1)
        if opens < 0 and at > 0 and chunks[at - 1].kind == "sub" and chunks[at - 1].word in self._cues["since"]:
            opens = at - 1
        told = sum(chunk.kind == "vg" for chunk in chunks[opens + 1 : k])
        if opens < 0 or k - opens <= 2 or told > 1:
            return date
        return replace(date, relation="since", last=self._anchor or date.last)

    @staticmethod
    def _of_dateline(chunks: list[Chunk], k: int) -> bool:
        """"OSLO, May 12 (Wire) -": the day of the news."""
        placed = any(region.form == "dateline" for region in chunks[0].regions)
        placed = placed or (bool(chunks[0].regions) and [chunk.kind for chunk in chunks[1:4]] == [",", "date", "("])
        return placed and all(chunk.kind in _DATELINE for chunk in chunks[:k])

    def _of_close(self, chunks: list[Chunk], k: int) -> bool:
        """"a premium of 62 percent to the closing price on Friday": what a price is measured against."""
        on = k - 1 if k and chunks[k - 1].kind == "prep" else k
        named = on > 1 and chunks[on - 1].kind == "np" and chunks[on - 1].word in self._cues["close_noun"]
        return named and chunks[on - 2].kind == "prep" and chunks[on - 2].word in self._cues["base_preposition"]

    def _of_contract(self, clauses: Clauses, k: int) -> bool:
        """"Brent crude for May delivery", "its August forecast of 7": the month is not the number's."""
        chunk = clauses.chunks[k]
        assert chunk.date is not None
        end = chunk.end if chunk.kind == "np" else clauses.chunks[min(k + 1, len(clauses.chunks) - 1)].end
        behind = clauses.tokens.lower[chunk.date.end : end]
        kinds = [self._cues[name] for name in ("contract", "commodity", "future_noun")]
        return bool(behind) and any(word in kind for word in behind for kind in kinds)

    def _said(self, chunks: list[Chunk], k: int) -> bool:
        at = head_before(chunks, k)
        if at > 0 and chunks[at].kind == "np" and chunks[at - 1].kind == "vg" and k + 1 < len(chunks) and (
            chunks[at - 1].word in self._cues["say"] and chunks[k + 1].kind == "sub"
        ):
            return True  # "told parliament on Tuesday that spending would rise"
        if at >= 0 and chunks[at].kind == "vg" and chunks[at].word in self._cues["publishing_verb"]:
            return True  # "statistics published on Thursday show"
        said = at >= 0 and chunks[at].kind == "vg" and chunks[at].word in self._cues["say"]
        return said or (k + 1 < len(chunks) and chunks[k + 1].kind == "vg" and chunks[k + 1].word in self._cues["say"])

    def _of_leg(self, chunks: list[Chunk], k: int) -> bool:
        """"up from 11 over the same weekend last year": the date of the number that was."""
        kinds = [chunk.kind for chunk in chunks[max(0, k - 3) : k]]
        return kinds == ["prep", "q", "prep"] and chunks[k - 3].word in self._cues["from"]

    def _born(self, clauses: Clauses, k: int) -> bool:
        """"born in Porto on May 3, 1961": of a life, not of the numbers that the sentence tells."""
        at = k - 1
        while at > 0 and (clauses.chunks[at].kind in MODIFIERS or clauses.chunks[at].regions):
            at -= 1
        chunk = clauses.chunks[at] if at >= 0 else None
        born = chunk is not None and chunk.kind == "vg" and clauses.tokens.lower[chunk.head] in self._cues["born"]
        return born and not any(before.kind == "q" for before in clauses.chunks[:at])

    def _outdone(self, chunks: list[Chunk], k: int) -> bool:
        """"trails last year by 3.5 percent": what the number is measured against."""
        verb = chunks[k - 1] if k else None
        by = k + 2 < len(chunks) and chunks[k + 1].word in self._cues["by"] and chunks[k + 2].kind == "q"
        return by and verb is not None and verb.kind == "vg" and not verb.passive

    def _presented(self, chunks: list[Chunk], k: int) -> bool:
        """"tabled a budget of 50 million on Saturday": the day of the act, not of what it is about."""
        at = next((n for n in range(k - 1, -1, -1) if chunks[n].kind in {"vg", ";", "sub"}), -1)
        if at < 0 or chunks[at].kind != "vg":
            return False
        foreseen = any(chunk.kind == "np" and chunk.word in self._cues["future_noun"] for chunk in chunks[at:k])
        return foreseen or chunks[at].word in self._cues["presenting"]  # "raised its estimate on Tuesday"

    def _without_baselines(self, clauses: Clauses, dates: Placed) -> Placed:
        quantities = [draft.chunk for draft in clauses.drafts]
        kept = []
        for at, date in dates:
            draft = next((d for d in reversed(clauses.drafts) if d.chunk < at), None)
            after = min((q for q in quantities if draft is not None and q > draft.chunk), default=len(clauses.chunks))
            if draft is not None and at < after and self._baselines.is_baseline(clauses, draft, at):
                continue
            if self._baselines.of_norm(clauses, at) or self._baselines.behind_than(clauses, at):
                continue
            begins = date.relation == "since" and clauses.chunks[0].word in self._cues["since"]
            if self._baselines.leads_comparison(clauses, at):
                continue
            aside = self._of_superlative, self._of_relative, self._of_participle, self._of_agent
            if not begins and any(test(clauses, at, quantities) for test in aside):
                continue
            kept.append((at, date))
        return kept

    def _of_superlative(self, clauses: Clauses, at: int, quantities: list[int]) -> bool:
        """"Typhoon Usagi, the strongest to hit the coast this year, left 19 people dead": the date of a description."""
        chunks = clauses.chunks
        opens = next((n for n in range(at - 1, 0, -1) if chunks[n].kind in {",", ";", "q", "sub"}), -1)
        inserted = opens > 0 and chunks[opens].kind == "," and chunks[opens - 1].kind == "np" and closed(chunks, at)
        if not inserted or chunks[opens + 1].kind != "np" or not any(q > at for q in quantities):
            return False
        words = clauses.tokens.lower[chunks[opens + 1].start : chunks[opens + 1].end]
        return words[0] in self._cues["article"] and any(self._superlative(word) for word in words)

    def _of_participle(self, clauses: Clauses, at: int, quantities: list[int]) -> bool:
        """"The company, founded in 1931, has 3,150 employees": the date belongs to the inserted participle."""
        chunks = clauses.chunks
        if self._in_inserted_clause(chunks, at, quantities):
            return True
        k = head_before(chunks, at)
        while k > 0 and chunks[k].kind in _INSERTED and k not in quantities:
            k -= 1  # "The count, held every five years since 1988, needs 11 rangers"
        if k < 1 or chunks[k].kind != "vg" or chunks[k - 1].kind != "," or not closed(chunks, at):
            return False
        verb = at + 2 < len(chunks) and chunks[at + 2].kind == "vg"
        inserted = {chunks[k].form, chunks[k + 1].form} & {"participle", "ing"} or (
            verb and k > 1 and chunks[k - 2].kind == "np"
        )
        return inserted and any(q > at for q in quantities)

    def _of_relative(self, clauses: Clauses, at: int, quantities: list[int]) -> bool:
        """"A fire that broke out on Thursday near the coast has grown to 46,500 acres": the date of the relative alone."""
        chunks = clauses.chunks
        closes = next((n for n in range(at + 1, len(chunks)) if chunks[n].kind in {"vg", ",", ";", "q"}), -1)
        if closes < 0 or chunks[closes].kind != "vg" or chunks[closes].form != "finite":
            return False
        opens = next((n for n in range(at - 1, 0, -1) if chunks[n].kind in {"sub", ",", ";", "q"}), -1)
        if [chunk.kind for chunk in chunks[max(at - 3, 0) : at]] == ["np", "vg", "prep"] and date_since(chunks, at):
            return chunks[at - 2].form == "participle" and any(q > closes for q in quantities)  # "panels built since 2019"
        relative = opens > 0 and chunks[opens].kind == "sub" and chunks[opens].word in self._cues["relative"]
        if not relative or chunks[opens - 1].kind != "np" or chunks[opens + 1].kind != "vg":
            return False
        return any(q >= closes for q in quantities)

    def _of_agent(self, clauses: Clauses, at: int, quantities: list[int]) -> bool:
        """"A wall battered by last winter's storms is to be rebuilt for 4 million": the date of a thing said in passing."""
        chunks = clauses.chunks
        agent = chunks[at].kind == "np" and at > 2 and chunks[at - 1].word in self._cues["by"]
        if not agent or [chunk.kind for chunk in chunks[at - 3 : at - 1]] != ["np", "vg"]:
            return False
        if not any(chunk.kind == "vg" for chunk in chunks[at + 1 : at + 3]):
            return False
        return any(q > at for q in quantities) and not any(q < at for q in quantities)

    def _in_inserted_clause(self, chunks: list[Chunk], at: int, quantities: list[int]) -> bool:
        """"Thefts, after doubling in 2023, slid 36%": the date is of the clause that "after" opens."""
        opens = at - 1
        while opens > 0 and chunks[opens].kind not in {",", ";", "q", "sub"}:
            opens -= 1
        opens += chunks[opens].kind in {",", ";"}
        if chunks[opens].word not in self._cues["clause_opener"] or not closed(chunks, at):
            return False
        told = any(chunk.kind not in MODIFIERS for chunk in chunks[opens + 1 : at])
        return told and not any(opens < q < at for q in quantities) and any(q > at for q in quantities)


def window(date: DateMention) -> bool:
    """"the past 12 months", "the last five years": a stretch of time that ends when the article is written."""
    long = date.grain in {"month", "year"} and date.first is not None and date.last is not None
    return long and date.type == "DURATION" and date.role == "time" and date.relation == "during"


def date_since(chunks: list[Chunk], at: int) -> bool:
    """The date at chunk ``at`` begins a stretch of time until now."""
    date = chunks[at].date
    return date is not None and date.relation == "since"


def head_before(chunks: list[Chunk], k: int) -> int:
    """The chunk before ``k`` and its prepositions; -1 if there is none."""
    at = k - 1
    while at >= 0 and chunks[at].kind in MODIFIERS:
        at -= 1
    return at
