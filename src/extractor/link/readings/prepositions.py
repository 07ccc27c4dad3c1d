"""Quantities behind a preposition: "net income of 41.3 million", "with 7,700 members", "at 41.4 percent"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.barenumbers import BareNumbers
from extractor.link.readings.before import fact_before, is_ratio
from extractor.link.readings.comparisons import Comparisons
from extractor.link.readings.expectations import Expectations
from extractor.link.readings.followers import Followers
from extractor.link.readings.groups import extend
from extractor.link.readings.measures import Measures
from extractor.link.readings.movements import Movements
from extractor.link.readings.objects import Objects
from extractor.link.readings.reading import Basis, Reading
from extractor.link.readings.trading import Trading
from extractor.link.readings.verbs import Verbs
from extractor.link.syntax.clauses import noun_phrase_before


class Prepositions(Reading):
    """Decides by the preposition."""

    def __init__(
        self,
        basis: Basis,
        verbs: Verbs,
        objects: Objects,
        comparisons: Comparisons,
        movements: Movements,
        trading: Trading,
        expectations: Expectations,
    ) -> None:
        super().__init__(basis)
        self._verbs = verbs
        self._objects = objects
        self._comparisons = comparisons
        self._movements = movements
        self._trading = trading
        self._expectations = expectations
        self._bare = BareNumbers(basis)
        self._measures, self._followers = Measures(basis, expectations), Followers(basis)

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """By the preposition before the quantity: legs, comparisons, measures of something."""
        word, cues = tie.word, self._table.cues
        verb, beside = verb_before(clauses, tie.at), tie.at - 1
        if self._by_word(clauses, draft, tie, verb):
            return
        if self._followers.read(clauses, draft, tie) or self._followers.fastest(clauses, draft, tie):
            return
        if self._movements.gapped(clauses, draft, tie, verb) or self._with_named(clauses, draft, tie):
            return
        if word in cues["from"] and self._others(clauses, draft, beside):
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
        elif word in cues["from"]:
            self._movements.from_leg(clauses, draft, tie, verb)
        elif word in cues["leg"] and self._movements.next_leg(clauses, draft, tie, verb):
            return
        elif clauses.kind(beside) == "vg" and word in cues["phrasal"] and clauses.word(beside) in cues["expect_verb"]:
            self._verbs.read(clauses, draft, beside, "object", tie)  # "had pencilled in 105,000 ounces"
        elif clauses.kind(beside) == "vg" and (word in cues["phrasal"] or self._asked_for(clauses, draft, beside, word)):
            self._objects.actor(clauses, draft, beside)
        elif word in cues["for"] and verb >= 0 and self._asked_of(clauses, draft, verb, tie.at):
            return
        elif clauses.kind(beside) == "vg" and self._verbs.read(
            clauses, draft, beside, self._table.slots.get(word, ""), tie
        ):
            return
        elif word in cues["located"] and self._done_to(clauses, draft, beside):
            return
        elif word in cues["with_or_at"]:
            self._with(clauses, draft, tie)
        else:
            self._amount(clauses, draft, tie, verb)

    def _by_word(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> bool:
        """"against 655", "of 41.3 million", "below 99,000": prepositions that tell by themselves how the number reads."""
        word, cues, beside = tie.word, self._table.cues, tie.at - 1
        against = word in cues["against"] and word not in cues["from"]
        if against or (word in cues["compared_to"] and clauses.word(beside) in cues["against"]):
            self._movements.against_leg(clauses, draft, tie)
            return True
        if word in cues["measured_on"] and self._increase_on(clauses, draft, beside):
            return True
        if word in cues["of"]:
            self._measures.read(clauses, draft, tie)
            return True
        if word in self._table.comparatives:
            self._comparisons.threshold(clauses, draft, tie)
            return True
        if word in cues["with"] and self._expectations.in_line(clauses, draft, tie.at):
            return True
        if word in cues["with_or_at"] and self._inserted(clauses, draft, beside):
            return True
        if word in cues["at"] and self._fronted(clauses, draft, tie):
            return True
        return word in cues["to"] and verb >= 0 and self._trading.extended(clauses, draft, verb, tie.at)

    def _amount(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> None:
        """"including 38 million in severance", "through 120 branches": what the number itself says that it is of."""
        including = tie.word in self._table.cues["including"]
        own = self._groups.complement(clauses, draft.chunk, "amount_in") if including else None
        if own is not None:
            draft.metric = own
            draft.rules.append("frames.amount_in")
        elif draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
            if verb >= 0:
                self._groups.give_subject(clauses, draft, verb)
        else:
            self._chains.nearest_group(clauses, draft, tie)

    @staticmethod
    def _others(clauses: Clauses, draft: Draft, beside: int) -> bool:
        """"176 scientists from 34 institutions": the second number counts something else."""
        if clauses.kind(beside) == "vg" and clauses.chunks[beside].passive and draft.quantity.noun is not None:
            return draft.before is None  # "Objections were received from 26 people"
        first = clauses.chunks[beside].quantity if clauses.kind(beside) == "q" else None
        if first is None or first.noun is None or draft.quantity.noun is None:
            return False
        lower = clauses.tokens.lower
        return lower[first.noun[1] - 1] != lower[draft.quantity.noun[1] - 1]

    def _done_to(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"Paddy was planted on 277 lakh hectares", "the parties are tied at 43 percent": of what something was done to."""
        passive = clauses.kind(verb) == "vg" and clauses.chunks[verb].passive
        if not passive or draft.quantity.noun is not None or draft.quantity.unit is None or draft.quantity.elided:
            return False
        draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        draft.rules.append("frames.done_to")
        return draft.metric is not None

    def _asked_for(self, clauses: Clauses, draft: Draft, verb: int, word: str) -> bool:
        """"is asking for 1 billion euros in aid": an amount, nothing that moved."""
        rows = self._table.verbs.get(clauses.word(verb), ())
        hoped = clauses.word(verb) in self._table.cues["hope_for"]  # "had been looking for 5 million"
        asked = word in self._table.cues["for"] and not hoped and not any(row.reading("for") for row in rows)
        return asked and not is_ratio(draft) and not clauses.chunks[verb].passive

    def _asked_of(self, clauses: Clauses, draft: Draft, verb: int, at: int) -> bool:
        """"has asked donors for 81 million", "sued the firm for 3 million": what is wanted of somebody, not the somebody."""
        unit, between = draft.quantity.unit, clauses.chunks[verb + 1 : at]
        if unit is None or unit.dimension != "currency" or clauses.word(verb) not in self._table.cues["asking_verb"]:
            return False
        if not any(chunk.kind == "np" for chunk in between) or any(chunk.kind not in {"np", "prep"} for chunk in between):
            return False
        chunk = clauses.chunks[verb]
        draft.metric = self._groups.complement(clauses, draft.chunk, "money_for")
        if draft.metric is None:
            draft.metric, draft.verbal = (chunk.head, chunk.head + 1), True
        draft.rules.append("frames.asked_of")
        self._groups.give_subject(clauses, draft, verb)
        return True

    def _increase_on(self, clauses: Clauses, draft: Draft, beside: int) -> bool:
        """"a 14 percent increase on the 36 million tonnes of 2023": an earlier level of what increased."""
        named = self._table.nouns.get(clauses.word(beside)) if clauses.kind(beside) == "np" else None
        before = draft.before
        if named is None or named.kind != "change" or before is None or before.metric is None:
            return False
        draft.metric, draft.subject, draft.metric_inherited = before.metric, before.subject, before.metric_inherited
        draft.company, draft.leg = before.company, "earlier"
        draft.rules.append("frames.increase_on")
        return True

    def _inserted(self, clauses: Clauses, draft: Draft, comma: int) -> bool:
        """"imports, at 4.6 billion lei, were up": the group before the commas."""
        phrase = self._trading.inserted(clauses, draft, comma)
        own = self._short.stands_for(clauses, draft, phrase) if phrase is not None else None
        own = own or (self._text.metric(clauses, phrase.first, phrase.last) if phrase is not None else None)
        if own is None:
            return False
        draft.metric = own
        draft.rules.append("frames.inserted")
        return True

    def _fronted(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"At 60.8%, the employment rate was the lowest": the subject behind the comma."""
        unit, at = draft.quantity.unit, draft.chunk + 1
        counted = draft.quantity.noun is not None and (unit is None or unit.per_name is None)
        opens = tie.at == 0 or clauses.kind(tie.at - 1) in {"sub", "conj", ";"}
        if counted or not opens or [clauses.kind(at), clauses.kind(at + 1)] != [",", "np"]:
            return False
        last = extend(clauses, at + 1)
        if clauses.kind(last + 1) != "vg" or clauses.chunks[last + 1].form != "finite":
            return False
        draft.metric = self._text.metric(clauses, at + 1, last)
        draft.rules.append("frames.fronted")
        return draft.metric is not None

    def _with_named(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"with unemployment at 4.25 per cent": the group between "with" and "at"."""
        beside = tie.at - 1
        named = clauses.kind(beside) == "np" and clauses.word(beside - 1) in self._table.cues["with"]
        if not named or tie.word not in self._table.cues["at"]:
            return False
        draft.metric = self._text.metric(clauses, beside, beside)
        draft.rules.append("frames.with")
        return draft.metric is not None

    def _with(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"followed by Oslo with 37.6%", "with 7,700 members", "the rate, at 41.4%"."""
        draft.rules.append("frames.with")
        if self._bare.harmed(clauses, draft):
            return  # "with 318 infected"
        at = tie.at - 1
        verb = verb_before(clauses, tie.at)
        leads = verb >= 0 and verb == at - 1 and clauses.word(verb) in self._table.cues["lead_verb"]
        leads = leads or (verb >= 0 and clauses.word(at) in self._table.cues["ranking_noun"])  # "brought up the rear"
        if leads and not draft.quantity.noun and fact_before(clauses, draft) is not None:
            before = self._chains.of_unit(clauses, draft) or fact_before(clauses, draft)
            draft.metric, draft.metric_inherited = (before.metric if before else None), True
            self._groups.give_subject(clauses, draft, verb)
            return
        if clauses.kind(at) == "," and clauses.kind(at - 1) in {"np", "date"} and clauses.chunks[at - 1].form != "name":
            phrase = noun_phrase_before(clauses.chunks, at - 1)
            own = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
            if own is not None and not draft.quantity.noun and not self._text.only_adjective(clauses, at - 1):
                draft.metric = own
                return
        if draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
        elif not is_ratio(draft) and self._groups.complement(clauses, draft.chunk, "of") is not None:
            draft.metric = self._groups.complement(clauses, draft.chunk, "of")  # "with 4.15 GW of new capacity"
        elif draft.before is not None:
            self._chains.continue_chain(clauses, draft)
            draft.kind, draft.direction = "level", None
        else:
            at = tie.at - 1
            while clauses.kind(at) == ",":
                at -= 1
            phrase = noun_phrase_before(clauses.chunks, at)
            if phrase is not None and not self._text.only_adjective(clauses, phrase.last):
                draft.metric = self._text.metric(clauses, phrase.first, phrase.last)
        self._groups.name_left(clauses, draft, tie.at - 1)
