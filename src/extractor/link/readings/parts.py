"""Parts of a whole that was named or counted before: "of which 61,300 were shipped", "nine smaller ones"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie
from extractor.link.readings.before import fact_before, is_ratio
from extractor.link.readings.groups import said_until
from extractor.link.readings.reading import Reading
from extractor.link.syntax.clauses import noun_phrase_before

_SAID = frozenset({"np", "prep", "q"})  # kinds of chunks that go on with what a part is said to do


class Parts(Reading):
    """Reads numbers whose whole another place names."""

    def of_which(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"shale oil, of which 61,300 tonnes were shipped": a part of what stands before."""
        if (
            tie.kind != "sub"
            or clauses.kind(tie.at - 1) != "prep"
            or clauses.word(tie.at) not in self._table.cues["of_them"]
        ):
            return False
        if draft.quantity.noun is not None and clauses.word(tie.at - 1) not in self._table.cues["of"]:
            return False  # "in which 176 scientists took part"
        at = tie.at - 2
        while at >= 0 and clauses.kind(at) == ",":
            at -= 1
        phrase = noun_phrase_before(clauses.chunks, at) if at >= 0 else None
        if phrase is None:
            return False
        head, counted = clauses.chunks[at], clauses.chunks[phrase.first].quantity
        if counted is not None and counted.noun is not None and clauses.word(tie.at) in self._table.cues["who"]:
            at = phrase.first  # "9 million teachers in schools, of whom 60 percent"
            head = clauses.chunks[at]
        before = draft.before.quantity if draft.before is not None else None
        people = before is not None and before.noun is not None and clauses.word(tie.at) in self._table.cues["who"]
        if people and head.kind == "np" and not self._text.plural(clauses, at):
            draft.metric = draft.counts = before.noun if before is not None else None  # "3,120 pupils sat the exam, of whom"
        else:
            draft.metric = self._text.metric(clauses, at if head.kind == "np" else phrase.first, phrase.last)
        draft.rules.append("frames.of_which")
        if draft.metric is not None and clauses.kind(draft.chunk + 1) == "vg":
            self._said_of_part(clauses, draft, draft.chunk + 1)
        return draft.metric is not None

    def _said_of_part(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"of which 41,000 are held by firms", "of whom 190 had reached 65": who or what the part is."""
        chunks, said = clauses.chunks, clauses.chunks[verb]
        by = said.passive and clauses.kind(verb + 1) == "prep" and clauses.word(verb + 1) in self._table.cues["by"]
        if clauses.kind(verb + 2) == "np" and (by or said.word in self._table.cues["be"]):
            draft.subject = self._text.subject(clauses, verb + 2, verb + 2)
            return
        if said.word in self._table.cues["be"]:
            return
        draft.subject = (said.head, chunks[said_until(clauses, verb, _SAID)].end)

    def of_lead(self, clauses: Clauses, draft: Draft) -> bool:
        """"Of the jobs created, 431,200 were in services": the sentence opens with the whole."""
        chunks = clauses.chunks
        comma = next((n for n, chunk in enumerate(chunks[:6]) if chunk.kind == ","), -1)
        lead = 1 if clauses.kind(0) == "." else 0  # behind the dot of a list
        opens = comma > lead + 1 and clauses.word(lead) in self._table.cues["of"] and chunks[lead + 1].kind == "np"
        opens = opens and not self._sorts(clauses, draft.chunk + 1, lead + 1, comma)
        if not opens or draft.quantity.noun is not None or draft.chunk < comma or is_ratio(draft):
            return False
        draft.people = clauses.word(lead + 1) in self._table.cues["people_adjective"]  # "of the injured"
        if chunks[lead + 1].form == "pronoun":
            before = fact_before(clauses, draft)
            draft.metric, draft.like = (before.metric, before) if before is not None else (None, None)
        else:
            draft.metric = self._text.bare(clauses, lead + 1, comma - 1)
        draft.rules.append("frames.of_lead")
        after = draft.chunk + 1
        if clauses.kind(after) == "vg" and clauses.kind(after + 1) in {"np", "prep"}:
            at = after + 1 if clauses.kind(after + 1) == "np" else after + 2
            if clauses.kind(at) == "np":
                draft.subject = self._text.subject(clauses, at, at)
        return draft.metric is not None

    def _sorts(self, clauses: Clauses, verb: int, first: int, comma: int) -> bool:
        """"Of the total, 723 million were males": what the part is said to be is counted, a total has no better name."""
        named = clauses.chunks[first].form == "pronoun" or first + 1 < comma
        total = not named and clauses.word(first) in self._table.cues["short_form"]
        copula = clauses.kind(verb) == "vg" and clauses.word(verb) in self._table.cues["copula"]
        return total and copula and clauses.kind(verb + 1) == "np" and clauses.chunks[verb + 1].form == "common"

    def of_sum(self, clauses: Clauses, draft: Draft) -> bool:
        """"completed 350 million euros of a 500 million euro buyback": the whole names both."""
        of, whole, group = (draft.chunk + n for n in (1, 2, 3))
        unit, other = draft.quantity.unit, clauses.chunks[whole].quantity if whole < len(clauses.chunks) else None
        if unit is None or unit.dimension != "currency" or other is None or other.unit is None:
            return False
        same = other.unit.dimension == "currency" and clauses.kind(group) == "np"
        if not same or clauses.word(of) not in self._table.cues["of"]:
            return False
        draft.metric = self._text.bare(clauses, group, group)
        draft.rules.append("frames.share_of")
        return draft.metric is not None

    def ones(self, clauses: Clauses, draft: Draft) -> bool:
        """"to close 28 shops and to open nine smaller ones": of what was counted before."""
        at = draft.chunk + 1
        if clauses.kind(at) == "np" and clauses.word(at) in self._table.comparatives:
            at += 1
        if clauses.kind(at) != "np" or clauses.word(at) not in self._table.cues["ones"] or draft.quantity.noun is not None:
            return False
        before = next((d for d in reversed(clauses.drafts) if d.quantity.noun is not None), None)
        if before is None or before.quantity.noun is None:
            return False
        draft.metric = draft.counts = before.quantity.noun
        draft.rules.append("frames.counted_too")
        return True
