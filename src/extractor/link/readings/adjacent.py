"""Quantities right before what they measure: "the 5 per cent threshold", "60 km east of", "530 million for"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import chain_metric
from extractor.link.readings.groups import extend
from extractor.link.readings.reading import Reading


class Adjacent(Reading):
    """Reads what stands right behind a number."""

    def noun(self, clauses: Clauses, draft: Draft) -> bool:
        """"the 5 per cent threshold", "a 90,000-crown fine": the noun right behind is what is measured."""
        chunks, at = clauses.chunks, draft.chunk + 1
        quantity, unit = draft.quantity, draft.quantity.unit
        if clauses.kind(at) == "np" and clauses.word(at) in self._table.cues["threshold_noun"]:
            return self._mark(clauses, draft)
        if clauses.kind(at) == "(" and unit is not None:
            at = next((n for n in range(at, len(chunks)) if chunks[n].kind == ")"), at) + 1
        while clauses.word(at) in self._table.cues["quote_mark"] and unit is not None and unit.dimension == "currency":
            at += 1  # "a 6 million euro "hardship fund""
        if clauses.word(at) in self._table.cues["read_off"] and clauses.kind(at + 1) in {"prep", "date"}:
            return False  # "above the 32.2 million set in 1990"
        if clauses.kind(at) != "np" or quantity.form != "amount":
            return False
        if unit is None and quantity.value is not None:
            return self._counted_beside(clauses, draft, at)
        if unit is None or quantity.noun is not None or not self._opens_group(clauses, draft, unit.name):
            return False
        if chunks[at].form != "common" or clauses.tokens.lower[chunks[at].start] in self._table.cues["definite"]:
            return False
        draft.metric = self._text.bare(clauses, at, extend(clauses, at))
        draft.rules.append("frames.adjacent_noun")
        verb = verb_before(clauses, draft.chunk)
        if verb >= 0:
            self._groups.give_subject(clauses, draft, verb)
        return draft.metric is not None

    def _opens_group(self, clauses: Clauses, draft: Draft, unit: str) -> bool:
        """An article before the number takes the noun behind it along: "the giant 40 tonne crane"; headlines have none."""
        first = clauses.chunks[draft.chunk].start
        if first == 0:
            return False
        left = clauses.chunks[draft.chunk - 1].end if draft.chunk else clauses.sentence.start
        if draft.chunk and clauses.word(draft.chunk - 1) == unit:
            left = clauses.chunks[draft.chunk - 1].start  # "a magnitude 7.1 quake"
        words = clauses.tokens.lower[min(left, first - 1) : first]
        articled = not self._table.cues["before_adjacent"].isdisjoint(words)
        return articled or clauses.sentence.kind in {"title", "line"}

    def _mark(self, clauses: Clauses, draft: Draft) -> bool:
        """"crossed the two million mark": a level of the subject."""
        verb = verb_before(clauses, draft.chunk)
        metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft) if verb >= 0 else None
        metric = metric or chain_metric(draft)
        if metric is None:
            return False
        draft.metric = metric
        draft.rules.append("frames.threshold")
        return True

    def _marked(self, clauses: Clauses, k: int) -> bool:
        """"spent part of the 9 million set by for dykes": a participle, since the clause has its verb already."""
        of = clauses.word(k - 1) in self._table.cues["of"]
        allotted = {clauses.word(k + 1), *clauses.chunks[k + 1].outer} & self._table.cues["allot"]
        return of and bool(allotted) and verb_before(clauses, k) >= 0

    def _allotted(self, clauses: Clauses, at: int) -> TokenSpan | None:
        """"50 million set aside to cut waits", "9 million pledged to mend dykes": what the money is to do."""
        verb = clauses.chunks[at] if clauses.kind(at) == "vg" else None
        if verb is None or self._table.cues["allot"].isdisjoint(verb.outer) or clauses.kind(at + 1) != "np":
            return None
        return verb.head, clauses.chunks[extend(clauses, at + 1)].end

    def _counted_beside(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"60 Boeing 787 aircraft": the noun group behind a bare number is what it counts."""
        chunk = clauses.chunks[at]
        if clauses.tokens.lower[chunk.start] in self._table.cues["definite"] or chunk.form == "pronoun" or chunk.date:
            return False
        if chunk.regions and chunk.regions[-1].end == chunk.end:
            return False
        draft.metric = draft.counts = (chunk.start, chunk.end)
        draft.rules.append("frames.counted")
        self._shared_noun(clauses, draft, at)
        verb = verb_before(clauses, draft.chunk)
        if verb >= 0:
            self._groups.give_subject(clauses, draft, verb)
        return True

    def _shared_noun(self, clauses: Clauses, draft: Draft, at: int) -> None:
        """"11,400 public and 2,180 private schools": an adjective, whose noun stands with the next number."""
        quantity = clauses.chunks[at + 2].quantity if at + 2 < len(clauses.chunks) else None
        noun = quantity.noun if quantity is not None else None
        chunk = clauses.chunks[at]
        compound = not self._table.cues["hyphen"].isdisjoint(clauses.tokens.lower[chunk.start : chunk.end])
        if noun is None or noun[1] - noun[0] < 2 or clauses.kind(at + 1) != "conj":
            return
        if compound or self._text.only_adjective(clauses, at):
            draft.metric = draft.counts = (noun[1] - 1, noun[1])
            draft.subject = (chunk.start, chunk.end)

    def distance(self, clauses: Clauses, draft: Draft) -> bool:
        """"60 km east of the city", "Padang, some 130 km to the south": how far off the thing is that was named."""
        unit, at = draft.quantity.unit, draft.chunk + 1
        to = clauses.word(at) in self._table.cues["to"]
        point = clauses.chunks[at + to] if at + to < len(clauses.chunks) else None
        if unit is None or unit.dimension != "length" or point is None or draft.quantity.noun is not None:
            return False
        off = point.kind == "prep" and point.word in self._table.cues["from"]
        off = off and clauses.kind(draft.chunk - 1) in {",", "adv"}  # "Ahenkro, about eight kilometres from the capital"
        if clauses.tokens.lower[point.end - 1] not in self._table.cues["compass"] and not off:
            return False
        comma = draft.chunk - 1
        while clauses.kind(comma) == "adv":
            comma -= 1
        if clauses.kind(comma) == "," and clauses.kind(comma - 1) == "np":
            draft.metric = self._text.bare(clauses, comma - 1, comma - 1) or self._text.span(clauses, comma - 1, comma - 1)
        else:
            verb = verb_before(clauses, draft.chunk)
            draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft) if verb >= 0 else None
        draft.rules.append("frames.distance")
        return draft.metric is not None

    def spent_on(self, clauses: Clauses, draft: Draft) -> bool:
        """"$530 million has been set aside for the hospital": what the money is for."""
        unit, at = draft.quantity.unit, draft.chunk + 1
        if unit is None or unit.dimension != "currency":
            return False
        if clauses.word(draft.chunk - 1) in self._table.cues["aside"]:
            at = draft.chunk  # "has set aside $530 million for the hospital"
            self._groups.give_subject(clauses, draft, draft.chunk - 2)
        elif clauses.word(draft.chunk - 1) in self._table.cues["noun_before"] - self._table.cues["of"]:
            return False  # "cocaine worth 20 million hidden in a load of chips"
        elif clauses.kind(draft.chunk - 1) == "vg" and clauses.word(at) in self._table.cues["put_into"]:
            at = draft.chunk  # "put 2.3 billion pounds into schools"
            self._groups.give_subject(clauses, draft, draft.chunk - 1)
        elif clauses.kind(at) != "vg" or not (
            clauses.chunks[at].passive or self._marked(clauses, draft.chunk) or self._allotted(clauses, at)
        ):
            return False
        elif clauses.kind(at + 1) == "adv":
            at += 1
        draft.metric = self._groups.complement(clauses, at, "spent_on") or self._allotted(clauses, draft.chunk + 1)
        if draft.metric is None:
            return False
        draft.rules.append("frames.spent_on")
        return True
