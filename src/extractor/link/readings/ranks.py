"""Places in an order: "ranked seventh in tea exports", "the second-largest car maker"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import chain_metric
from extractor.link.readings.reading import Reading


class Ranks(Reading):
    """Reads ranks."""

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"ranked seventh in tea exports": what is ranked, and who."""
        draft.kind = "rank"
        draft.rules.append("frames.rank")
        verb = tie.at if tie.kind == "vg" else verb_before(clauses, draft.chunk)
        own = self._groups.complement(clauses, draft.chunk, "ranked_in") or self._ranked_noun(clauses, draft)
        subject = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft) if verb >= 0 else None
        if subject is not None and self._text.is_actor(clauses, subject):
            draft.subject, subject = subject, None
        draft.metric = own or draft.quantity.noun or subject or chain_metric(draft)
        draft.metric_inherited = draft.metric is not None and own is None and subject is None

    def _ranked_noun(self, clauses: Clauses, draft: Draft) -> tuple[int, int] | None:
        """"the second-largest car maker": the noun that the superlative stands with."""
        at = draft.chunk + 1
        if clauses.kind(at) != "np" or draft.quantity.noun is not None:
            return None
        chunk = clauses.chunks[at]
        start = chunk.start
        lower = clauses.tokens.lower
        while start <= chunk.head and (lower[start] == "-" or self._table.superlative(lower[start])):
            start += 1
        if (
            start >= chunk.head + 1
            or chunk.head - start < 0
            or chunk.regions
            or chunk.form == "name"
            or chunk.word in self._table.cues["place_word"]
        ):
            return None
        verb = verb_before(clauses, draft.chunk)
        if verb < 0 or clauses.word(verb) in self._table.cues["be"]:
            self._groups.name_left(clauses, draft, draft.chunk - 1)
        return start, chunk.end

    def heading(self, clauses: Clauses, draft: Draft) -> None:
        """"Top 8 provinces by R&D spending": what a list below gives."""
        if draft.quantity.noun is None or not self._heads_list(clauses, draft):
            return
        k = draft.chunk
        placed = [clauses.kind(k + 1), clauses.kind(k + 2)] == ["prep", "np"]  # "of Chile"
        own = self._groups.complement(clauses, k, "ranked_by")
        draft.ranked_by = own or (self._groups.complement(clauses, k + 2, "ranked_by") if placed else None)

    def _heads_list(self, clauses: Clauses, draft: Draft) -> bool:
        first = max(clauses.sentence.start, draft.quantity.start - 1)
        return not self._table.cues["top"].isdisjoint(clauses.tokens.lower[first : draft.quantity.end])
