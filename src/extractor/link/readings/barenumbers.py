"""Numbers without a noun, told by what is said of them: "the 8.5 million who were unemployed", "22 killed"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.readings.before import is_ratio
from extractor.link.readings.groups import extend, said_until
from extractor.link.readings.reading import Reading
from extractor.link.syntax.chunks import Chunk


class BareNumbers(Reading):
    """Reads the verb or the noun behind a bare number as what is counted."""

    def relative(self, clauses: Clauses, draft: Draft) -> bool:
        """"the 8.5 million who were unemployed": what is said of the counted is the metric."""
        chunks, sub = clauses.chunks, draft.chunk + 1
        if draft.quantity.noun is not None or clauses.kind(sub) != "sub" or clauses.kind(sub + 1) != "vg":
            return False
        verb, end = chunks[sub + 1], said_until(clauses, sub + 1)
        start = verb.end if verb.word in self._table.cues["be"] else verb.head
        if start >= chunks[end].end:
            return False
        draft.metric = (start, chunks[end].end)
        draft.people = clauses.word(sub) in self._table.cues["who"]
        draft.rules.append("frames.number_who")
        return True

    def harmed(self, clauses: Clauses, draft: Draft) -> bool:
        """"22 killed as storm hits", "half a million without power": a bare number of people, and what befell them."""
        unit, at = draft.quantity.unit, draft.chunk + 1
        if draft.quantity.form != "amount" or (unit is not None and not draft.quantity.elided) or draft.quantity.noun:
            return False
        others = clauses.kind(at) == "np" and clauses.word(at) in self._table.cues["other_people"]
        said = at + others
        verb = clauses.chunks[said] if clauses.kind(said) == "vg" else None
        told = draft.before is not None and draft.before.quantity.noun is not None  # "two died and 27 others were taken"
        if others and verb is not None and (verb.word in self._harms or (told and verb.passive)):
            draft.metric = (clauses.chunks[at].start, verb.end)  # "more than 300 others injured"
        elif clauses.kind(at) == "np" and self._befallen(clauses, at):
            draft.metric = (clauses.chunks[at].start, clauses.chunks[at].end)
        elif verb is not None and not others and (self._fate(draft, verb) or self._told_of(verb)):
            draft.metric = (verb.head, verb.head + 1)
        elif clauses.word(at) in self._table.cues["without"] and clauses.kind(at + 1) == "np":
            draft.metric = (clauses.chunks[at].start, clauses.chunks[at + 1].end)
        if draft.metric is None:
            return False
        draft.people = True
        draft.rules.append("frames.harmed")
        return True

    @property
    def _harms(self) -> frozenset[str]:
        return self._table.cues["harm"] | self._table.cues["fate"]

    def _befallen(self, clauses: Clauses, at: int) -> bool:
        """"8 dead, over 300 hurt": adjectives of what befell people."""
        chunk = clauses.chunks[at]
        return chunk.end - chunk.start == 1 and chunk.word in self._table.cues["befallen"]

    def _told_of(self, verb: Chunk) -> bool:
        return verb.head == verb.start and verb.word in self._table.cues["harm"]

    def _fate(self, draft: Draft, verb: Chunk) -> bool:
        """"15 died and 40 were injured", where no fact before says that other things than people are counted."""
        counted = draft.before is not None and draft.before.quantity.noun is not None
        fate = verb.word in self._table.cues["fate"] or (verb.passive and verb.word in self._table.cues["harm"])
        return fate and not counted and verb.form == "finite"

    def subject_number(self, clauses: Clauses, draft: Draft) -> bool:
        """"Of these, 94,700 were men": the number is the subject, and what it is said to be is the metric."""
        verb, after = draft.chunk + 1, draft.chunk + 2
        if clauses.kind(after) == "np" and clauses.chunks[verb].word in self._table.cues["copula"]:
            draft.metric = self._text.metric(clauses, after, extend(clauses, after))
            draft.rules.append("frames.number_is")
            return draft.metric is not None
        if not is_ratio(draft):
            return self._befell(clauses, draft, verb)
        said, end = clauses.chunks[verb], said_until(clauses, verb, most=5)
        start = said.end if said.word in self._table.cues["be"] else said.head
        if start >= clauses.chunks[end].end:
            return False
        before = draft.before or clauses.previous
        draft.metric = (start, clauses.chunks[end].end)
        if before is not None:
            draft.subject = before.metric
        draft.rules.append("frames.share_that")
        return True

    def _befell(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"23 people were killed. Another 17 were missing": what is said of the number, where one of people came before."""
        before, said = draft.before or clauses.previous, clauses.chunks[verb]
        unit = before.quantity.unit if before is not None else None
        noun = before.quantity.noun if before is not None else None
        if before is None or before.metric is None or noun is None or before.metric[1] <= noun[1]:
            return False
        if said.head == said.start or unit is None or unit.dimension != "count" or draft.quantity.form != "amount":
            return False
        if draft.quantity.unit is not None and not draft.quantity.elided:
            return False
        draft.metric, draft.like = (said.head, said.head + 1), before
        draft.rules.append("frames.number_is")
        return True
