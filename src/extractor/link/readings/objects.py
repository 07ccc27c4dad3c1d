"""Objects that no frame of their verb decides: what an actor has, raises, makes, gives up or expects."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.readings.before import fact_before, is_ratio
from extractor.link.readings.expectations import Expectations
from extractor.link.readings.groups import extend
from extractor.link.readings.reading import Basis, Reading
from extractor.link.readings.sums import Sums
from extractor.link.readings.trading import Trading
from extractor.link.syntax.clauses import subject_of

_CARRIED = frozenset({"mass", "volume"})  # dimensions of what is carried


class Objects(Reading):
    """Reads an object by its own noun, by what follows it or by the verb."""

    def __init__(self, basis: Basis, trading: Trading, expectations: Expectations) -> None:
        super().__init__(basis)
        self._trading = trading
        self._expectations = expectations
        self._sums = Sums(basis)

    def alone(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """Objects that no frame of the verb decides: money raised or made, what was expected."""
        chunk, unit = clauses.chunks[verb], draft.quantity.unit
        if chunk.word in self._table.cues["carrying_verb"] and unit is not None and unit.dimension in _CARRIED:
            self.actor(clauses, draft, verb)  # "moved 54 million tonnes of cargo"
            return True
        if self._trading.taken_off(clauses, draft, verb) or self._trading.given_up(clauses, draft, verb):
            return True
        if clauses.word(verb + 1) in self._table.cues["set_aside"] and verb + 1 < draft.chunk:
            self.actor(clauses, draft, verb)  # "set aside 187 million euros for loan losses"
            return True
        if self._sums.counted_too(clauses, draft, verb):
            return True
        if self._sums.raised_money(clauses, draft, verb):
            self.actor(clauses, draft, verb)
            return True
        if self._sums.made_money(clauses, draft, verb):
            draft.metric, draft.verbal = (chunk.head, chunk.head + 1), True
            self._groups.give_subject(clauses, draft, verb)
            draft.rules.append("frames.made_money")
            return True
        before = fact_before(clauses, draft)
        if chunk.word not in self._table.cues["expect_verb"] or chunk.passive or before is None:
            return False
        named = clauses.kind(draft.chunk + 1) == "np" or clauses.word(draft.chunk + 1) in self._table.cues["of"]
        if named or draft.quantity.noun is not None:
            return False
        if before.quantity.noun is not None and clauses.previous is not None:
            before = clauses.previous  # "three analysts expected 217 million": not of them
        if clauses.kind(verb + 1) == "np":  # "had forecast a rate of 4.6%"
            before = self._short.echoed(clauses, clauses.chunks[verb + 1]) or before
        self._expectations.like(draft, before)
        return True

    def actor(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"the firm employs 12,900 people": the subject has the counted thing; money is named by what follows."""
        draft.rules.append("frames.actor")
        draft.metric = self._text.counted(clauses, draft.chunk) or self._groups.complement(
            clauses, draft.chunk, "money_for"
        )
        if draft.metric is not None and self._sums.kept_in(clauses, draft, clauses.chunks[verb]):
            draft.rules.append("frames.amount_in")  # "had 3 billion in cash and 4 billion in bonds"
        if draft.metric is None and clauses.word(verb) in self._table.cues["dedicating_verb"]:
            draft.metric = self._groups.complement(clauses, draft.chunk, "to")  # "allocated 3 billion to rural roads"
        if draft.metric is None:
            draft.metric = self._groups.object_between(clauses, verb, draft.chunk)
        unit = draft.quantity.unit
        if draft.metric is None and clauses.chunks[verb].form == "ing":
            draft.metric = self._taken(clauses, draft)
        if draft.metric is None and draft.quantity.elided:
            draft.metric = self._shared_noun(clauses, draft)
        if draft.metric is None and unit is not None and unit.dimension == "area":
            draft.metric = self._groups.complement(clauses, draft.chunk, "with")  # "sown 1,110 hectares with rye"
        if draft.metric is None and self._harmed(clauses, draft, verb):
            pass
        elif draft.metric is None and (unit is None or draft.quantity.elided) and fact_before(clauses, draft) is not None:
            like = self._object_alike(clauses, draft)
            before = like or fact_before(clauses, draft)
            draft.metric, draft.metric_inherited = (before.metric if before else None), True
            draft.counts = like.quantity.noun if like is not None else draft.counts
        elif draft.metric is None and (self._meant(clauses, draft, verb) or self._got(clauses, draft, verb)):
            return
        elif draft.metric is None and unit is not None and unit.dimension == "angle":
            draft.metric = (draft.quantity.end - 1, draft.quantity.end)  # "conferred 104,532 degrees": no angle
        elif draft.metric is None and (named := self._chains.nominal(clauses, draft, verb)) is not None:
            draft.metric, draft.metric_inherited = named, True
        elif draft.metric is None:
            draft.metric, draft.verbal = (clauses.chunks[verb].head, clauses.chunks[verb].head + 1), True
            draft.people = clauses.word(verb) in self._table.cues["harm"] and draft.quantity.form == "amount"
        elif draft.quantity.noun and clauses.chunks[verb].passive is False:
            last = extend(clauses, draft.chunk)
            if clauses.kind(last + 2) == "q" and clauses.word(last + 1) in self._table.cues["of"]:
                last -= 2  # "shares at an average price of 71 euros"
            last = self._text.without_tail(clauses.chunks, draft.chunk, last)
            if last > draft.chunk:
                draft.metric = (draft.metric[0], clauses.chunks[last].end)
        self._groups.give_subject(clauses, draft, verb)

    @staticmethod
    def _object_alike(clauses: Clauses, draft: Draft) -> Draft | None:
        """"Idaho reported 659 wolves in 117 packs and Wyoming had 306": an object goes on with the object before."""
        before = draft.before
        if before is None or clauses.kind(before.chunk - 1) != "prep" or clauses.kind(draft.chunk - 1) not in {"vg", "adv"}:
            return None
        objects = (d for d in reversed(clauses.drafts) if clauses.kind(d.chunk - 1) == "vg" and d.quantity.noun is not None)
        return next(objects, None)

    def _harmed(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"killed 12 cows and injured 30", "of magnitude 7.1, killed 1,400": in what is counted before, else in people."""
        quantity, chunk = draft.quantity, clauses.chunks[verb]
        bare = quantity.form == "amount" and (quantity.unit is None or quantity.elided)
        if not bare or clauses.word(verb) not in self._table.cues["harm"]:
            return False
        counted = draft.before if draft.before is not None and draft.before.quantity.noun is not None else None
        draft.metric, draft.verbal = (chunk.head, chunk.head + 1), True
        draft.like, draft.people = counted, counted is None
        draft.rules.append("frames.harmed")
        return True

    def _taken(self, clauses: Clauses, draft: Draft) -> TokenSpan | None:
        """"5 million tonnes, a record 12% of the total, with Uganda taking 2 million tonnes": a part of what was told."""
        unit = draft.quantity.unit
        for fact in reversed(clauses.drafts):
            other = fact.quantity.unit
            if unit is not None and other is not None and other.name == unit.name and not fact.verbal:
                draft.subject = draft.subject or fact.subject
                return fact.metric
        return None

    def _shared_noun(self, clauses: Clauses, draft: Draft) -> TokenSpan | None:
        """"received 31 million and 12 million tourists": the noun stands behind the last of joined numbers."""
        at = draft.chunk + 1
        while clauses.kind(at) in {"conj", ","} or (clauses.kind(at) == "q" and clauses.chunks[at].quantity is not None):
            quantity = clauses.chunks[at].quantity
            if quantity is not None and quantity.noun is not None:
                return self._text.counted(clauses, at)
            at += 1
        return None

    def _got(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"Education gets 21.9 billion dollars", "the ferry was allotted 2 million": money of what the subject names."""
        unit, phrase = draft.quantity.unit, subject_of(clauses.chunks, verb)
        verbs = self._table.cues["granting_verb" if clauses.chunks[verb].passive else "getting_verb"]
        if unit is None or unit.dimension != "currency" or clauses.word(verb) not in verbs:
            return False
        named = phrase is not None and clauses.word(phrase.head) not in self._table.cues["company_noun"]
        named = named and phrase is not None and clauses.kind(phrase.head) == "np"
        draft.metric = self._text.metric(clauses, phrase.first, phrase.last) if phrase is not None and named else None
        if draft.metric is not None:
            draft.rules.append("frames.got")
        return draft.metric is not None

    def _meant(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"This includes 81 GW": the subject stands for what the fact before measures."""
        phrase = subject_of(clauses.chunks, verb)
        if (
            phrase is None
            or phrase.first != phrase.last
            or clauses.word(phrase.first) not in self._table.cues["thing_pronoun"]
        ):
            return False
        before, unit = fact_before(clauses, draft), draft.quantity.unit
        if before is None or (unit is not None and unit.dimension == "currency"):
            return False
        other = before.quantity.unit
        kinds = [(one.dimension, one.per_name) for one in (unit, other) if one is not None]
        if not is_ratio(draft) and len(set(kinds)) > 1:
            return False  # "Costs rose to 2,300 dollars an ounce. It sold 431,000 ounces"
        draft.metric, draft.subject, draft.metric_inherited = before.metric, before.subject, True
        return True
