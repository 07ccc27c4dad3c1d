"""What news of markets says in its own way: "closed 3 points lower", "shaved 148 points off the index"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import Named
from extractor.link.governor import Tie
from extractor.link.readings.before import chain_metric, is_ratio
from extractor.link.readings.reading import Reading
from extractor.link.syntax.clauses import Phrase, noun_phrase_before

_OPENS_GROUP = frozenset({"", ",", "conj", "sub", ";"})
_BETWEEN = frozenset({"date", "prep", "np", "adv"})
_LONG = 4  # chunks between an inserted number and the comma behind it
_ENDS = frozenset({"", ".", ",", "prep", "date", "conj", ";", "sub"})

_BARE = 2  # words of "the total"


class Trading(Reading):
    """Reads movements of prices."""

    def taken_off(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"shaved 148 points off the index", "pulled 620 million lei out of shares": the group behind is what shrinks."""
        word, after = clauses.word(verb), draft.chunk + 1
        if word in self._table.cues["adding_verb"] and draft.quantity.noun is None:
            while clauses.kind(after) == "date":
                after += 1
            draft.metric = self._groups.complement(clauses, after - 1, "to")
            draft.rules.extend(["frames.taken_off"] if draft.metric is not None else [])
            draft.kind, draft.direction = ("change", "up") if is_ratio(draft) else ("level", None)
            return draft.metric is not None  # "adds 55 billion reais a year to the cost of debt"
        if word not in self._table.cues["taking_verb"]:
            return False
        noun = draft.quantity.noun
        if noun is not None and clauses.tokens.lower[noun[1] - 1] not in self._table.cues["points"]:
            return False  # "took 1,214 firearms off the streets"
        if clauses.word(after) in self._table.cues["out"] and clauses.word(after + 1) in self._table.cues["of"]:
            draft.metric = self._groups.complement(clauses, after, "of")
        else:
            draft.metric = self._groups.complement(clauses, draft.chunk, "taken_off")
            draft.kind, draft.direction = ("change", "down") if draft.metric is not None else ("level", None)
        if draft.metric is None:
            return False
        draft.rules.append("frames.taken_off")
        return True

    def given_up(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"gave up 1.3 percent", "gave back 797 points", "added 1.4 percent": how far the subject moved."""
        unit, cues = draft.quantity.unit, self._table.cues
        moved = unit is not None and (unit.dimension == "ratio" or unit.name in cues["index_unit"])
        told = draft.before.metric if draft.before is not None and unit is None and draft.quantity.noun is None else None
        moved = moved or (told is not None and self._text.is_actor(clauses, told))  # "and the Nasdaq added 263.07"
        word, to = clauses.word(verb), clauses.word(draft.chunk + 1) in cues["to"] and clauses.kind(draft.chunk + 2) == "np"
        given = word in cues["giving_verb"] and verb + 1 < draft.chunk and clauses.word(verb + 1) in cues["given"]
        added = word in cues["adding_verb"] and not to and clauses.chunks[verb].form == "finite"
        if not moved or not (given or added) or draft.quantity.form != "amount":
            return False
        draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        draft.kind, draft.direction = "change", "down" if given else "up"
        if unit is None:  # "fell 309.74 points, and the Nasdaq added 30.23"
            index = self._table.cues["index_unit"]
            units = ((fact, fact.quantity.unit) for fact in reversed(clauses.drafts))
            draft.like = next((fact for fact, one in units if one is not None and one.name in index), None)
        draft.rules.append("frames.given_up")
        return draft.metric is not None

    def extended(self, clauses: Clauses, draft: Draft, verb: int, to: int) -> bool:
        """"extending its advance this year to 27 percent": how far what the sentence is about has moved."""
        if clauses.kind(verb) == "vg" and clauses.chunks[verb].form == "finite" and clauses.kind(verb - 1) == "date":
            verb = max((n for n in range(verb) if clauses.kind(n) == "vg"), default=verb)  # "from a December peak to"
        if clauses.word(verb) not in self._table.cues["extending_verb"]:
            return False
        if not is_ratio(draft):
            return to == verb + 2 and self._total(clauses, draft, verb)
        if clauses.kind(verb + 1) != "np" or any(chunk.kind not in _BETWEEN | {"vg"} for chunk in
                                                 clauses.chunks[verb + 1 : to]):
            return False
        word = clauses.word(verb + 1)
        named = self._table.nouns.get(word)
        lost = word in self._table.cues["market_loss"]
        if not lost and (named is None or named.kind != "change"):
            return False
        metric = self._text.without_last_word(clauses, verb + 1) or self._groups.complement(clauses, verb + 1, "changed_in")
        draft.metric = metric or chain_metric(draft)
        if draft.metric is None:
            return False
        draft.kind, draft.direction = "change", "down" if lost or named is None else named.direction or None
        draft.rules.append("frames.extended")
        return True

    def _total(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"added 24 branches, taking the total to 1,612": how many of the same there are."""
        before, total = draft.before, clauses.word(verb + 1) in self._table.cues["summed_noun"]
        group = clauses.chunks[verb + 1] if clauses.kind(verb + 1) == "np" else None
        if before is None or before.metric is None or not total or group is None or group.end - group.start > _BARE:
            return False
        draft.metric, draft.subject, draft.company = before.metric, before.subject, before.company
        draft.kind, draft.direction = "level", None
        draft.rules.append("frames.total")
        return True

    def moved_behind(self, clauses: Clauses, draft: Draft) -> Named | None:
        """"ended 67.83 points, or 2.8%, lower at 2,382", "closed 3 points down": the word behind says which way."""
        at = draft.chunk + 1
        if clauses.kind(at) == "," and clauses.kind(at + 1) == "conj" and clauses.kind(at + 2) == "q":
            at += 3  # past "or 2.8%"
        if clauses.kind(at) == ",":
            at += 1
        if clauses.kind(at) not in ({"vg"} if at == draft.chunk + 1 else {"prep", "adv", "np", "vg"}):
            return None  # right behind the number, only "lower" can be taken for a verb
        chunk = clauses.chunks[at]
        single = chunk.end - chunk.start == 1 and clauses.kind(at + 1) in _ENDS
        row = self._table.particles.get(chunk.word) or self._table.comparatives.get(chunk.word)
        return row if single and not self._takes_number(clauses, at) else None

    def _takes_number(self, clauses: Clauses, at: int) -> bool:
        """", down from 5", ", up 3 percent", ", lower than": the word opens a phrase of its own."""
        if clauses.word(at + 1) in self._table.cues["than"] | self._table.cues["of"]:
            return True  # ", ahead of Italy with 11 million"
        return clauses.kind(at + 1) == "prep" and clauses.word(at + 1) in self._table.cues["opens_leg"]

    def inserted(self, clauses: Clauses, draft: Draft, comma: int) -> Phrase | None:
        """"imports, at 4.6 billion lei, were up", "average pay, up 4 percent from a year ago, reached": a group, the number
        between commas, and the verb of the group."""
        while clauses.kind(comma) == "adv":
            comma -= 1  # "reserves, now at 4.2 percent, would fall"
        if clauses.kind(comma) != "," or clauses.kind(comma - 1) != "np":
            return None
        floor = draft.before.chunk + 1 if draft.before is not None else 0
        phrase = noun_phrase_before(clauses.chunks, comma - 1, floor)
        named = phrase is not None and clauses.chunks[comma - 1].form != "pronoun"
        if phrase is None or not named or clauses.kind(phrase.first - 1) not in _OPENS_GROUP:
            return None
        at = draft.chunk + 1
        while (clauses.kind(at) in _BETWEEN or clauses.chunks[at : at + 1] and clauses.chunks[at].form == "ing") and (
            at - draft.chunk <= _LONG
        ):
            at += 1
        if clauses.kind(at) != ",":
            return None
        at += 1
        while clauses.kind(at) == "adv":
            at += 1
        finite = clauses.kind(at) == "vg" and clauses.chunks[at].form == "finite"
        return phrase if finite else None
