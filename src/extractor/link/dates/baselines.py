"""Dates that a change or comparison is measured against: they are not the number's own."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk

_MODIFIERS = frozenset({"prep", "adv"})
_SHORT = frozenset({"day", "week", "month", "quarter", "season"})  # grains of a date that no norm is of
_NORM = 2  # chunks between a norm and its years


class Baselines:
    """Tells a baseline from the date of a number."""

    def __init__(self, table: FrameTable) -> None:
        self._cues = table.cues
        self._particles = table.particles
        self._references = frozenset(table.comparatives) | table.cues["than"]

    def behind_than(self, clauses: Clauses, at: int) -> bool:
        """"lay 16 days earlier than in the 1960s": the date right behind "than" is no number's own."""
        chunks, k = clauses.chunks, at - 1
        k -= k >= 0 and chunks[k].kind == "prep" and chunks[k].word in self._cues["in"]
        return k >= 0 and chunks[k].word in self._cues["than"] and chunks[k].kind in {"prep", "sub"}

    def of_norm(self, clauses: Clauses, at: int) -> bool:
        """"1.6 degrees above the norm of 1991-2020", "the average for the years 2010 to 2020"."""
        chunks, k = clauses.chunks, at - 1
        peak = chunks[at].kind == "np" and chunks[at].word in self._cues["peak"]
        if peak and k >= 0 and chunks[k].word in self._cues["since"] | self._cues["from"]:
            return True  # "have halved since their 2007 peak"
        if chunks[at].kind == "np" and chunks[at].word in self._cues["usual"] | self._cues["peak"]:
            return k >= 0 and chunks[k].word in self._references and chunks[k].word not in self._cues["in"]
        while k >= 0 and at - k <= _NORM and (chunks[k].kind == "prep" or chunks[k].word in self._cues["years_of"]):
            k -= 1
        date = chunks[at].date
        if at and chunks[at - 1].word in self._cues["in"] and date is not None and date.grain in _SHORT:
            return False  # "40 percent above the average in May"
        usual = k >= 0 and k < at - 1 and chunks[k].kind == "np" and (
            chunks[k].word in self._cues["usual"] or chunks[k].word in self._cues["peak"]
        )
        definite = usual and clauses.tokens.lower[chunks[k].start] in self._cues["article"]
        above = definite and k > 0 and chunks[k - 1].kind in {"prep", "sub"} and chunks[k - 1].word not in self._cues["in"]
        return above and chunks[k - 1].word in self._references

    def leads_comparison(self, clauses: Clauses, at: int) -> bool:
        """"Compared with July 2024, arrivals rose", "which means that, compared with July, they rose"."""
        chunks, k = clauses.chunks, at - 1
        if k > 1 and chunks[k].kind == "prep" and chunks[k - 1].kind == "np" and chunks[k - 2].kind in _MODIFIERS:
            k -= 2  # "Compared with the dry year 2019"
        elif k > 0 and chunks[k].kind == "np" and chunks[k].end == chunks[at].start and chunks[k - 1].kind in _MODIFIERS:
            k -= 1
        while k >= 0 and (chunks[k].kind in _MODIFIERS or chunks[k].word in self._cues["compare"]):
            if chunks[k].word in self._cues["compare"]:
                opens = k == 0 or (chunks[k - 1].kind == "," and closed(chunks, at))
                return opens and (k == 0 or chunks[k - 2].kind in {"sub", "conj", "vg"})
            k -= 1
        return False

    def is_baseline(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"up 3.5 percent from 2023": the date behind a change is what it is measured against."""
        chunks = clauses.chunks
        k = at - 1
        while k > draft.chunk and chunks[k].kind == "prep" and chunks[k].word not in self._cues["against"]:
            k -= 1
        if chunks[k - 1].word in self._cues["stayed"] and chunks[k].word in self._cues["against"] | self._cues["from"]:
            return True  # "26.6 children, unchanged from last year"
        if self._moved_on(chunks, at) or self._starts_from(clauses, at) or self._than(chunks, draft.chunk, at):
            return True
        if draft.kind in {"change", "comparison"} and self._set_then(clauses, draft.chunk, at):
            return True
        word = k > draft.chunk and chunks[k].word in self._cues["against"]
        against = word and chunks[k].kind in {"prep", "sub", "vg"}
        date = chunks[at].date
        # "grew 14 percent from 2009 to 2015": the range is the time of the change.
        if draft.kind not in {"change", "comparison"} or date is None or date.relation == "between":
            return False
        against = against or (draft.kind == "change" and self._measured_on(chunks, draft.chunk, at))
        inside = draft.baseline is not None and draft.baseline[0] <= chunks[at].start < draft.baseline[1]
        if not against and not inside:
            return False
        draft.baseline = draft.baseline or (chunks[k + 1].start, chunks[at].end)
        draft.baseline_date = draft.baseline_date or chunks[at].date
        return True

    def _set_then(self, clauses: Clauses, k: int, at: int) -> bool:
        """"1.2 percent below the all-time high set in 2022"."""
        behind = clauses.chunks[k + 1 : at]
        compared = any(chunk.kind in {"prep", "sub"} and chunk.word in self._references for chunk in behind[:2])
        return compared and any(
            chunk.kind == "vg" and clauses.tokens.lower[chunk.head] in self._cues["reached_then"] for chunk in behind
        )

    def _measured_on(self, chunks: list[Chunk], k: int, at: int) -> bool:
        """"one down on last year", "up 4 percent on the month"."""
        date = chunks[at].date
        longer = date is not None and date.grain not in {"day", "time", "week"}
        return longer and at - 1 > k and chunks[at - 1].word in self._cues["measured_on"]

    def _moved_on(self, chunks: list[Chunk], at: int) -> bool:
        """"stood 13th, one down on last year"."""
        date = chunks[at].date
        longer = date is not None and date.grain not in {"day", "time", "week"}
        moved = at > 1 and chunks[at - 1].word in self._cues["measured_on"] and chunks[at - 2].word in self._particles
        return longer and moved

    def _starts_from(self, clauses: Clauses, at: int) -> bool:
        """"rose by 486,700, or 2.2%, from the first quarter to 22.25 million": the first leg's date."""
        chunks = clauses.chunks
        if at < 1 or chunks[at - 1].word not in self._cues["from"] or at + 2 >= len(chunks):
            return False
        to = chunks[at + 1].kind == "prep" and chunks[at + 2].kind == "q" and chunks[at + 1].word in self._cues["to"]
        return to and any(draft.kind == "change" and draft.chunk < at for draft in clauses.drafts)

    def _than(self, chunks: list[Chunk], k: int, at: int) -> bool:
        """"half as many as in 1993", "1.6 points higher than under her in 2019": the date of what stands behind "than"."""
        for n in range(at - 1, k, -1):
            if chunks[n].kind in {",", ";", "q", "conj"} or (chunks[n].kind == "vg" and chunks[n - 1].kind != "np"):
                return False  # but "better than the result obtained in 2001"
            if chunks[n].word in self._cues["than_or_as"]:
                return chunks[n].word not in self._cues["as"] or chunks[n + 1].word in self._cues["in"]
        return False


def closed(chunks: list[Chunk], at: int) -> bool:
    """A comma stands right behind the chunk."""
    return at + 1 < len(chunks) and chunks[at + 1].kind == ","
