"""Quantities beside what they measure: after a comma, bracket or noun, at the start."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.barenumbers import BareNumbers
from extractor.link.readings.before import in_bracket_of, is_ratio, same_thing, same_unit
from extractor.link.readings.brackets import Brackets
from extractor.link.readings.parts import Parts
from extractor.link.readings.reading import Basis, Reading
from extractor.link.readings.verbs import Verbs
from extractor.link.syntax.clauses import Phrase, noun_phrase_before

_OF_STUFF = frozenset({"mass", "volume", "area", "length"})

_SHORT = 2  # words of "the rate", which stands for what was told before; not of "the death rate"

_PAID = frozenset({"frames.more_for", "frames.spent_on"})


class Beside(Reading):
    """Reads appositions and neighbours."""

    def __init__(self, basis: Basis, verbs: Verbs, parts: Parts, bare: BareNumbers) -> None:
        super().__init__(basis)
        self._verbs = verbs
        self._parts, self._bare = parts, bare
        self._brackets = Brackets(basis)

    def _named_beside(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"although the average price, 196 euros per tonne, fell": the group before the comma is the metric."""
        at = tie.at - 1
        while clauses.kind(at) == "adv":
            at -= 1
        if tie.kind != "," or clauses.kind(at) != "np" or draft.quantity.unit is None or draft.quantity.elided:
            return False
        if draft.quantity.form == "fraction":
            return False  # "In Beja, the worst-hit district, one child in four"
        chunk, opens = clauses.chunks[at], clauses.kind(at - 1)
        articled = clauses.tokens.lower[chunk.start] in self._table.cues["definite"] and chunk.form == "common"
        if not articled or opens not in {"", "sub", "conj", ";", ","} or chunk.word in self._table.nouns:
            return False
        draft.metric = self._short.stands_for(clauses, draft, Phrase(at, at, at)) or self._text.metric(clauses, at, at)
        draft.rules.append("frames.named_beside")
        return draft.metric is not None

    def _of_goods(self, clauses: Clauses, draft: Draft) -> bool:
        """"Without storage, 9 TWh of output will be wasted": what stands behind a measure of it."""
        unit = draft.quantity.unit
        if unit is None or unit.noun or unit.dimension in {"ratio", "currency", "count"}:
            return False
        draft.metric = self._groups.complement(clauses, draft.chunk, "of")
        draft.rules.append("frames.amount_in")
        return draft.metric is not None

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """A quantity after a comma, bracket, conjunction or noun group, or at the start."""
        if self._parts.of_which(clauses, draft, tie) or self._named_beside(clauses, draft, tie):
            return
        if draft.quantity.noun is None and tie.kind in {",", "start", "conj", "sub", ";"}:
            if self._bare.harmed(clauses, draft):
                return
            subject = clauses.kind(draft.chunk + 1) == "vg" and (tie.kind != ";" or is_ratio(draft))
            if subject and self._bare.subject_number(clauses, draft):
                return
        if draft.quantity.noun and not (tie.kind == "conj" and same_thing(clauses, draft)):
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
            self._after_counted(clauses, draft)
            return
        between = [chunk.kind for chunk in clauses.chunks[tie.at + 1 : draft.chunk]]
        ranging = between == ["prep"] and clauses.word(draft.chunk - 1) in self._table.cues["range_open"]
        if tie.kind == "np" and (ranging or between in ([], ["adv"])) and clauses.kind(tie.at - 1) == "vg":
            if self._verbs.read(clauses, draft, tie.at - 1, "object", Tie("vg", draft.chunk, "")):
                return  # "cost the group 17 million", "pay each family 15 million"
        named = tie.kind == "np" and clauses.chunks[tie.at].end - clauses.chunks[tie.at].start > _SHORT
        if tie.kind == "np" and (named or clauses.word(tie.at) not in self._table.cues["short_form"]):
            self._beside_noun(clauses, draft, tie)
            return
        if self._amount_in(clauses, draft, tie):
            return
        if tie.kind in {"start", "conj"} and self._told(clauses, draft, tie):
            return
        if tie.kind == "(" and self._brackets.of_place(clauses, draft, tie):
            self._brackets.read(clauses, draft, tie)
        elif draft.before is not None:
            self._second_measure(clauses, draft, tie, draft.before)
        elif tie.kind == "," and self._of_goods(clauses, draft):
            return
        elif tie.kind in {",", "("}:
            self._brackets.read(clauses, draft, tie)
        else:
            self._chains.nearest_group(clauses, draft, tie)

    def _told(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"sent 3,000 troops; it said 1 billion dollars is needed": what is said of a number that opens its clause."""
        verb = clauses.chunks[draft.chunk + 1] if clauses.kind(draft.chunk + 1) == "vg" else None
        unit, before = draft.quantity.unit, draft.before.quantity.unit if draft.before is not None else None
        if verb is None or verb.form != "finite" or draft.quantity.form != "amount":
            return False
        paid = before is not None and before.dimension == "currency" and verb.end - verb.start > 1
        bare = draft.quantity.noun is None and (unit is None or draft.quantity.elided)
        apart = paid and bare  # "offered 500,000, but only 23 have applied"
        money = unit is not None and unit.dimension == "currency" and verb.passive and tie.kind == "start"
        if not (apart or money and not draft.quantity.elided):
            return False
        if apart:
            draft.quantity.unit, draft.quantity.elided = None, False
        draft.metric, draft.verbal = (verb.head, verb.head + 1), True
        draft.rules.append("frames.number_is")
        return True

    def _amount_in(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"and 3 million euros in fines": another amount than that of the fact before, with a noun of its own."""
        if draft.before is None or is_ratio(draft):
            return False
        if self._for_another(clauses, draft, tie):
            return True
        if tie.kind not in {"conj", ";"}:
            return False
        unit, other = draft.quantity.unit, draft.before.quantity.elided or not same_unit(draft)
        if unit is not None and unit.dimension in _OF_STUFF and other:
            draft.metric = self._groups.complement(clauses, draft.chunk, "of")  # "nine porters and 3 tonnes of rice"
            if draft.metric is not None:
                draft.rules.append("frames.amount_in")
                return True
        if self._paid_too(clauses, draft, draft.before):
            return True
        listed = "frames.amount_in" in draft.before.rules  # "including 6.9 million of copper and 3.3 million of maize"
        if not listed and (draft.quantity.unit is None or same_unit(draft)):
            return False
        own = self._groups.complement(clauses, draft.chunk, "amount_in")
        if own is None:
            return False
        draft.metric, draft.subject = own, draft.before.subject
        draft.rules.append("frames.amount_in")
        return True

    def _for_another(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"2 million for the dead, 1 million for the hurt": each amount in a list has its own purpose."""
        before, unit, cue = draft.before, draft.quantity.unit, self._table.cues["for"]
        if before is None or unit is None or unit.dimension != "currency" or tie.kind not in {",", "conj"}:
            return False
        if not same_unit(draft) or clauses.word(before.chunk + 1) not in cue or clauses.word(draft.chunk + 1) not in cue:
            return False
        first = last = draft.chunk + 2
        while clauses.kind(last + 1) in {"np", "prep", "adv"}:
            last += 1
        counted = self._text.counted(clauses, first)
        draft.metric = counted or (self._text.bare(clauses, first, last) if clauses.kind(first) == "np" else None)
        draft.subject = before.subject
        draft.rules.append("frames.amount_in")
        return draft.metric is not None

    def _paid_too(self, clauses: Clauses, draft: Draft, before: Draft) -> bool:
        """"pledged 3,000 troops and 500 million dollars": money is no count of what stands before it."""
        unit, verb = draft.quantity.unit, verb_before(clauses, before.chunk)
        if unit is None or unit.dimension != "currency" or before.quantity.noun is None or verb < 0:
            return False
        taken = clauses.kind(before.chunk - 1) in {"vg", "adv"} and not clauses.chunks[verb].passive
        if not taken or before.chunk < draft.chunk - 2:
            return False
        draft.metric = self._groups.complement(clauses, draft.chunk, "money_for")
        if draft.metric is None:
            draft.metric, draft.verbal = (clauses.chunks[verb].head, clauses.chunks[verb].head + 1), True
        draft.subject = before.subject
        draft.rules.append("frames.amount_in")
        return True

    def _second_measure(self, clauses: Clauses, draft: Draft, tie: Tie, before: Draft) -> None:
        """"lost 77 cents, or 7 percent", "in Cork (590) and Galway (220)": the fact before goes on."""
        second = tie.kind == "conj" and before.chunk == tie.at - 1 or clauses.kind(tie.at - 1) == ","
        if before.verbal and before.quantity.elided and draft.quantity.noun is not None:
            before.metric, before.verbal = draft.quantity.noun, False  # "recorded 4.3 million and 2.1 million stays"
        self._chains.continue_chain(clauses, draft)
        if draft.before is not None:
            other = not self._table.cues["another"].isdisjoint(
                clauses.tokens.lower[clauses.chunks[tie.at].end : draft.quantity.number[0]]
            )  # "down from 180,000, and another 87,000"
            draft.leg = draft.before.leg if second and not other else draft.leg
        draft.rules.append("frames.chain")
        if before.quantity.form == "multiple" and before.chunk == draft.chunk - 1:
            draft.kind, draft.direction = "level", None  # "more than twice the 84 million of 2024"
        if "frames.moved_behind" in before.rules and clauses.kind(draft.chunk - 1) == "conj":
            draft.kind, draft.direction = before.kind, before.direction
        if draft.quantity.sign:
            draft.kind, draft.direction = "change", "up" if draft.quantity.sign > 0 else "down"
        if tie.kind in {",", "("} and not in_bracket_of(clauses, draft):
            self._groups.name_left(clauses, draft, tie.at - 1)
            self._brackets.beside(clauses, draft, tie, before)
        shared = [rule for rule in before.rules if rule in _PAID and clauses.kind(before.chunk + 1) != "np"]
        prepositions = {chunk.word for chunk in clauses.chunks[before.chunk : draft.chunk] if chunk.kind == "prep"}
        alike = clauses.word(draft.chunk + 1) in prepositions
        paid = self._groups.complement(clauses, draft.chunk, "spent_on") if shared and alike and same_unit(draft) else None
        if paid is not None:  # "12 percent more for power, 13 percent for water"
            draft.metric, draft.subject, draft.rules = paid, before.subject, [*draft.rules, *shared]

    def _beside_noun(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"exports grew 6% and imports 3%": the noun right before is the metric, or the group that it is of."""
        phrase = noun_phrase_before(clauses.chunks, tie.at) or Phrase(tie.at, tie.at, tie.at)
        own = self._text.metric(clauses, phrase.first, phrase.last)
        draft.rules.append("frames.beside_noun")
        if (
            draft.before is not None
            and clauses.kind(tie.at - 1) == "prep"
            and clauses.kind(tie.at - 2) in {"conj", ","}
        ):
            self._chains.continue_chain(clauses, draft)  # "and for local goods 14.2 percent"
            self._groups.name_left(clauses, draft, tie.at)
            return
        if draft.before is not None:
            like = self._chains.partner_of(clauses, draft) or draft.before
            draft.kind, draft.direction = like.kind, like.direction
            named = clauses.chunks[tie.at].form == "name" and not self._text.partner(clauses.chunks, tie.at)
            gapped = "context.same_measure" in like.rules  # "Women scored 64 percent and men 91 percent"
            if own is None or gapped or (named and not self._both_names(clauses, own, like)):
                self._chains.continue_chain(clauses, draft)
                self._groups.name_left(clauses, draft, tie.at)
                return
        draft.metric = own

    def _both_names(self, clauses: Clauses, own: TokenSpan, like: Draft) -> bool:
        """"The Dow fell 1.5 percent and the Nasdaq 2": each name is what moved."""
        if like.metric is None or self._text.only_names(clauses, own):
            return False
        return self._text.is_actor(clauses, own) and self._text.is_actor(clauses, like.metric)

    def _after_counted(self, clauses: Clauses, draft: Draft) -> None:
        """"21 people were killed", "1,200 homes built": what happened to the counted belongs to the metric."""
        chunks, at = clauses.chunks, draft.chunk + 1
        while clauses.kind(at) == "prep" and clauses.kind(at + 1) == "np" and at - draft.chunk < 4:
            at += 2  # "21 people in the north died"
        if clauses.kind(at) in {"sub", "adv"}:
            at += 1
        if draft.metric is None or clauses.kind(at) != "vg":
            return
        verb = chunks[at]
        if verb.word in self._table.cues["expect_verb"] and not verb.passive:
            return  # "three analysts expected 217 million"
        if clauses.tokens.lower[verb.head] in self._table.cues["read_off"]:
            return  # "3.5 million stays were recorded"
        if verb.word not in self._table.cues["auxiliary"] or verb.passive:
            draft.metric = (draft.metric[0], verb.end)
