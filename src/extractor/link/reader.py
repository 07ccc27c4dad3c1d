"""Reads each quantity of a sentence into a draft: its kind, direction and metric, by what ties it to the clause."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.governor import Tie, following, governor, verb_before
from extractor.link.readings.adjacent import Adjacent
from extractor.link.readings.barenumbers import BareNumbers
from extractor.link.readings.before import chain_metric, is_ratio, same_unit, same_unit_as
from extractor.link.readings.beside import Beside
from extractor.link.readings.comparisons import Comparisons
from extractor.link.readings.denominators import Denominators
from extractor.link.readings.expectations import Expectations
from extractor.link.readings.fallback import Fallback, unnamed
from extractor.link.readings.followers import Followers
from extractor.link.readings.holders import Holders
from extractor.link.readings.movements import Movements
from extractor.link.readings.objects import Objects
from extractor.link.readings.parts import Parts
from extractor.link.readings.prepositions import Prepositions
from extractor.link.readings.ranks import Ranks
from extractor.link.readings.reading import Basis
from extractor.link.readings.shares import Shares, is_share
from extractor.link.readings.trading import Trading
from extractor.link.readings.verbs import Verbs
from extractor.link.syntax.phrases import PhraseText
from extractor.match.mentions import QuantityMention

_PHYSICAL = frozenset({"area", "length", "mass", "speed", "temperature", "volume"})
_BEFORE_SIGN = frozenset({"(", ",", ";", "np", "start", "conj"})  # "Shops: +5.4 percent"


class QuantityReader:
    """Applies the frames to one quantity after the other, left to right, so that a chain can look back."""

    def __init__(self, table: FrameTable, text: PhraseText, denominators: Denominators) -> None:
        self._table = table
        self._text = text
        self._measuring = table.cues["measuring_verb"]
        basis = Basis.of(table, text)
        self._groups, self._chains, self._short = basis.groups, basis.chains, basis.short
        self._trading, self._expectations = Trading(basis), Expectations(basis)
        self._comparisons, self._ranks = Comparisons(basis), Ranks(basis)
        self._shares, self._parts, self._bare = Shares(basis), Parts(basis), BareNumbers(basis)
        objects = Objects(basis, self._trading, self._expectations)
        self._verbs = Verbs(basis, objects)
        self._movements = Movements(basis, self._verbs, self._trading)
        self._prepositions = Prepositions(
            basis, self._verbs, objects, self._comparisons, self._movements, self._trading, self._expectations
        )
        self._beside = Beside(basis, self._verbs, self._parts, self._bare)
        self._holders = Holders(basis)
        self._adjacent, self._fallback = Adjacent(basis), Fallback(basis)
        self._followers = Followers(basis)
        self._denominators = denominators

    def read(self, clauses: Clauses, k: int) -> Draft:
        """The draft of the quantity at chunk ``k``."""
        quantity = clauses.chunks[k].quantity
        assert quantity is not None
        draft = self._begun(clauses, k, quantity)
        tie = governor(clauses, k, self._table)
        if quantity.form == "rank":
            self._ranks.read(clauses, draft, tie)
        elif tie.kind in {",", "start", "conj"} and self._parts.of_lead(clauses, draft):
            pass
        elif not self._by_right_side(clauses, draft, tie):
            self._by_left_side(clauses, draft, tie)
        self._fall_back(clauses, draft, tie)
        self._short.such(clauses, draft)
        self._followers.steepest(clauses, draft)
        self._followers.largest_share(clauses, draft)
        self._holders.give(clauses, draft, tie)
        self._denominators.named(clauses, draft)
        self._ranks.heading(clauses, draft)
        _signed(draft, tie)
        return draft

    @staticmethod
    def _begun(clauses: Clauses, k: int, quantity: QuantityMention) -> Draft:
        """A draft behind the fact before; within what that one is compared with, it is an earlier number."""
        before = clauses.drafts[-1] if clauses.drafts else None
        draft = Draft(quantity, k, clauses.index, before=before)
        if before is not None and before.baseline is not None and before.kind == "change":
            draft.leg = "earlier" if before.baseline[0] <= quantity.start < before.baseline[1] else "main"
        return draft

    def _fall_back(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """What a number measures that has no metric of its own, or one that only names a place or a company."""
        if draft.metric is not None and self._text.is_blank(clauses, draft.metric):
            draft.metric = None
        named = draft.metric is not None and self._text.only_names(clauses, draft.metric)
        named = named and "frames.one_in" not in draft.rules  # "one in five Scots"
        if clauses.lead is not None and draft.metric is not None:
            named = named or self._text.is_actor(clauses, draft.metric)
        named = named and unnamed(draft)
        if draft.metric is not None and (named or self._unspecific(clauses, draft, draft.metric)):
            named = not self._fallback.same_measure(clauses, draft) and named
        unit = draft.quantity.unit
        if draft.metric is None and clauses.lead is None and unit is not None and unit.dimension in _PHYSICAL:
            # "Lake Mead rose 3 feet", "the north was drenched with 748 mm"
            _ = self._fallback.natural(clauses, draft) or self._fallback.same_measure(clauses, draft)
        if draft.metric is None or named:
            self._fallback.from_before(clauses, draft, tie)

    def _unspecific(self, clauses: Clauses, draft: Draft, metric: TokenSpan) -> bool:
        """"Beja recorded 118 mm", "had the highest, 5.2 percent": what is measured was said before."""
        words, unit = clauses.tokens.lower[metric[0] : metric[1]], draft.quantity.unit
        if unit is not None and unit.dimension in _PHYSICAL and clauses.kind(draft.chunk + 1) == "vg":
            return self._text.is_actor(clauses, metric)  # "in the Serra da Estrela, 61 mm fell"
        before = draft.before
        if draft.verbal and same_unit(draft) and unit is not None and unit.dimension in _PHYSICAL and before is not None:
            return before.metric is not None and not before.verbal  # "while Spain took 318,000 tonnes"
        return self._text.only_superlative(clauses, metric) or (
            draft.verbal and self._measuring.issuperset(words)
        )

    def read_factor(self, clauses: Clauses, k: int, quantity: QuantityMention) -> Draft:
        """"sales doubled", "the ministry tripled the budget": the verb itself is the number."""
        before = clauses.drafts[-1] if clauses.drafts else None
        draft = Draft(quantity, k, clauses.index, kind="change", before=before)
        value = quantity.value
        draft.direction = "up" if value is not None and value > 1 else "down"
        draft.rules.append("frames.factor")
        acted = None if clauses.chunks[k].passive else self._groups.object_between(clauses, k, len(clauses.chunks))
        draft.metric = acted or self._chains.subject_metric(clauses, Tie("vg", k, ""), draft)
        if acted is not None:
            self._groups.give_subject(clauses, draft, k)
        if draft.metric is None:
            self._fallback.from_before(clauses, draft, Tie("vg", k, ""))
        return draft

    def _by_right_side(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        if self._expectations.behind(clauses, draft):
            return True
        what, at, row = following(clauses, draft.chunk, self._table)
        if what == "noun" and row is not None and draft.quantity.form not in {"multiple", "fraction"}:
            draft.kind, draft.direction = row.kind, row.direction or None
            draft.rules.append(row.rule)
            own = self._groups.complement(clauses, at, "changed_in")
            if row.kind == "level" and own is None and self._led(clauses, draft, at, tie):
                return True
            chained = self._text.bare(clauses, at, at) if self._grows_anew(clauses, draft, at) else chain_metric(draft)
            draft.metric = own or chained or self._of_actor(clauses, draft, tie)
            draft.metric_inherited = own is None
            return True
        if self._parts.ones(clauses, draft) or self._parts.of_sum(clauses, draft):
            return True
        if draft.quantity.form == "multiple" and self._comparisons.multiple(clauses, draft, tie):
            return True
        if self._movements.particle_behind(clauses, draft, tie):
            return True
        if draft.before is None and tie.kind == "prep" and self._bare.relative(clauses, draft):
            return True
        if draft.quantity.form == "fraction" and (
            draft.quantity.noun is not None or self._shares.part_named(clauses, draft)
        ):
            return self._shares.part_of_counted(clauses, draft)
        if self._moved_behind(clauses, draft, tie):
            return True
        if what == "comparative" and row is not None:
            return self._comparisons.comparative(clauses, draft, at, row, tie)
        if draft.quantity.form == "multiple" or (draft.quantity.form == "fraction" and what != "of"):
            return self._comparisons.multiple(clauses, draft, tie)
        if self._comparisons.counted_less(clauses, draft):
            return True
        if self._adjacent.distance(clauses, draft) or self._adjacent.spent_on(clauses, draft):
            return True
        if what == "" and self._adjacent.noun(clauses, draft):
            return True
        if what == "of" and is_share(draft) and not self._shares.moves(clauses, draft, tie):
            return self._shares.share_of(clauses, draft, at, tie)
        return False

    def _led(self, clauses: Clauses, draft: Draft, at: int, tie: Tie) -> bool:
        """"opened up a 12-point lead over its rivals": the noun itself is what is measured, and the subject has it."""
        verb = tie.at if tie.kind == "vg" else verb_before(clauses, draft.chunk)
        if verb >= 0 and draft.quantity.start < clauses.chunks[at].start:
            draft.metric = self._text.bare(clauses, at, at)
        if draft.metric is not None:
            self._groups.give_subject(clauses, draft, verb)
        return draft.metric is not None

    def _of_actor(self, clauses: Clauses, draft: Draft, tie: Tie) -> TokenSpan | None:
        """"Tea sales rose 6%. Brannock saw an 8% rise": a name's part of what was told to move."""
        metric, before = self._chains.subject_metric(clauses, tie, draft), clauses.previous
        told = before.metric if before is not None and before.kind == "change" and same_unit_as(draft, before) else None
        if metric is None or told is None or not self._text.is_actor(clauses, metric) or self._text.is_actor(clauses, told):
            return metric
        draft.subject = metric
        return told

    def _grows_anew(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"tables 8 trillion budget, eyes 3.2% growth": growth of the economy, not of the amount before."""
        before, verb = draft.before, verb_before(clauses, draft.chunk)
        anew = clauses.word(at) in self._table.cues["growth_rate"] and before is not None and before.kind == "level"
        return anew and before is not None and verb > before.chunk

    def _moved_behind(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"ended 67.83 points, or 2.8%, lower": the first of two measures, whose way the word behind tells."""
        row = self._trading.moved_behind(clauses, draft) if tie.kind == "vg" else None
        if row is None:
            return False
        draft.kind, draft.direction = "change", row.direction or None
        draft.metric = self._chains.subject_metric(clauses, tie, draft) or chain_metric(draft)
        draft.rules.extend([row.rule, "frames.moved_behind"])
        return draft.metric is not None

    def _by_left_side(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        if draft.quantity.form == "multiple" and self._comparisons.occurrences(clauses, draft, tie):
            return
        if self._chains.dated_reference(clauses, draft):
            return
        word, before = tie.word, clauses.word(tie.at - 1)
        particle = self._table.particles.get(word) if tie.kind in {"prep", "adv", "np"} else None
        if tie.kind == "prep" and word in self._table.cues["by"] and before in self._table.particles:
            particle, tie = self._table.particles[before], Tie("prep", tie.at - 1, before)
        if particle is not None and self._movements.phrasal(clauses, tie.at):
            self._verbs.read(clauses, draft, tie.at - 1, "object", tie)
        elif particle is not None:
            draft.rules.append(particle.rule)
            self._movements.moved(clauses, draft, particle.direction, tie)
        elif tie.kind == "prep":
            self._prepositions.read(clauses, draft, tie)
        elif tie.kind == "vg":
            self._verbs.read(clauses, draft, tie.at, "object", tie)
        else:
            self._beside.read(clauses, draft, tie)


def _signed(draft: Draft, tie: Tie) -> None:
    """A sign that is printed makes a change of the number, unless it stands in a list of levels."""
    quantity, beside = draft.quantity, draft.before
    listed = beside is not None and beside.kind == "level" and same_unit(draft) and _plain(beside.quantity)
    if quantity.sign < 0 and listed and is_ratio(draft) and quantity.value is not None and quantity.value > 0:
        quantity.value = -quantity.value  # "food (2.6%) and energy (-1.9%)"
        draft.kind, draft.direction = "level", None
    elif _signs_change(quantity) and draft.kind == "level" and tie.kind in _BEFORE_SIGN:
        draft.kind, draft.direction = "change", "up" if quantity.sign > 0 else "down"  # "trade (-52 000)"


def _signs_change(quantity: QuantityMention) -> bool:
    """A sign, unless it is that of a temperature."""
    return bool(quantity.sign) and (quantity.unit is None or quantity.unit.dimension != "temperature")


def _plain(quantity: QuantityMention) -> bool:
    """Without a sign, or with a minus that is part of the number."""
    return not quantity.sign or (quantity.value is not None and quantity.value < 0)
