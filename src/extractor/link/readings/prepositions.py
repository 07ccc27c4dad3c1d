"""Quantities behind a preposition: "net income of 41.3 million", "with 7,700 members", "at 41.4 percent"."""

from __future__ import annotations

from extractor.link.clauses import Phrase, noun_phrase_before, opening
from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.governor import Tie, verb_before
from extractor.link.phrases import PhraseText
from extractor.link.readings.chains import Chains, chain_metric, fact_before, is_ratio
from extractor.link.readings.comparisons import Comparisons
from extractor.link.readings.expectations import Expectations
from extractor.link.readings.groups import Groups
from extractor.link.readings.movements import Movements
from extractor.link.readings.trading import Trading
from extractor.link.readings.verbs import Verbs


class Prepositions:
    """Decides by the preposition."""

    def __init__(
        self,
        table: FrameTable,
        text: PhraseText,
        groups: Groups,
        chains: Chains,
        verbs: Verbs,
        comparisons: Comparisons,
        movements: Movements,
        trading: Trading,
        expectations: Expectations,
    ) -> None:
        self._table = table
        self._text = text
        self._groups = groups
        self._chains = chains
        self._verbs = verbs
        self._comparisons = comparisons
        self._movements = movements
        self._trading = trading
        self._expectations = expectations

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """By the preposition before the quantity: legs, comparisons, measures of something."""
        word = tie.word
        cues = self._table.cues
        verb, beside = verb_before(clauses, tie.at), tie.at - 1
        if (
            word in cues["against"]
            and word not in cues["from"]
            or (word in cues["compared_to"] and clauses.word(tie.at - 1) in cues["against"])
        ):
            self._movements.against_leg(clauses, draft, tie)
        elif word in cues["measured_on"] and self._increase_on(clauses, draft, beside):
            return
        elif word in cues["of"]:
            self._of(clauses, draft, tie)
        elif word in self._table.comparatives:
            self._comparisons.threshold(clauses, draft, tie)
        elif word in cues["with"] and self._expectations.in_line(clauses, draft, tie.at):
            return
        elif word in cues["with_or_at"] and self._inserted(clauses, draft, beside):
            return
        elif word in cues["to"] and verb >= 0 and self._trading.extended(clauses, draft, verb, tie.at):
            return
        elif self._movements.gapped(clauses, draft, tie, verb) or self._with_named(clauses, draft, tie):
            return
        elif word in cues["from"] and self._others(clauses, draft, beside):
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
        elif word in cues["from"]:
            self._movements.from_leg(clauses, draft, tie, verb)
        elif word in cues["leg"] and self._movements.next_leg(clauses, draft, tie, verb):
            return
        elif clauses.kind(beside) == "vg" and (word in cues["phrasal"] or self._asked_for(clauses, draft, beside, word)):
            self._verbs.actor(clauses, draft, beside)
        elif clauses.kind(beside) == "vg" and self._verbs.read(
            clauses, draft, beside, self._table.slots.get(word, ""), tie
        ):
            return
        elif word in cues["with_or_at"]:
            self._with(clauses, draft, tie)
        elif word in cues["including"] and self._groups.complement(clauses, draft.chunk, "amount_in") is not None:
            draft.metric = self._groups.complement(clauses, draft.chunk, "amount_in")  # "including 38 million in severance"
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
        first = clauses.chunks[beside].quantity if clauses.kind(beside) == "q" else None
        if first is None or first.noun is None or draft.quantity.noun is None:
            return False
        lower = clauses.tokens.lower
        return lower[first.noun[1] - 1] != lower[draft.quantity.noun[1] - 1]

    def _asked_for(self, clauses: Clauses, draft: Draft, verb: int, word: str) -> bool:
        """"is asking for 1 billion euros in aid": an amount, nothing that moved."""
        rows = self._table.verbs.get(clauses.word(verb), ())
        hoped = clauses.word(verb) in self._table.cues["hope_for"]  # "had been looking for 5 million"
        asked = word in self._table.cues["for"] and not hoped and not any(row.reading("for") for row in rows)
        return asked and not is_ratio(draft) and not clauses.chunks[verb].passive

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

    def _earned(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"a one-off gain of 95 million euros from a sale": a sum that was made, not how far something moved."""
        unit, after = draft.quantity.unit, draft.chunk + 1
        money = unit is not None and unit.dimension == "currency" and clauses.word(at) in self._table.cues["money_gain"]
        return money and clauses.word(after) not in self._table.cues["in"]

    def _against(self, clauses: Clauses, draft: Draft, first: int) -> bool:
        """The group at chunk ``first`` is what a fact before is compared with: "against a loss of", "from a loss of"."""
        cues, at = self._table.cues, first - 1
        if draft.before is None or clauses.kind(at) != "prep" or draft.before.chunk > at:
            return False
        if clauses.word(at) in cues["from"]:
            between = {chunk.kind for chunk in clauses.chunks[draft.before.chunk + 1 : at]}
            return clauses.word(first) in cues["result"] and between <= {"date", "prep"}
        if clauses.word(first) in cues["stock_noun"] and draft.before.metric is not None:
            metric = clauses.tokens.lower[slice(*draft.before.metric)]
            return clauses.word(first) in metric  # "cash of 212 million, against debt of 150 million": both of one day
        plain = clauses.word(at) in cues["compared_to"] and clauses.word(at - 1) in cues["against"]
        return plain or clauses.word(at) in cues["against"] - cues["than"]

    def _inserted(self, clauses: Clauses, draft: Draft, comma: int) -> bool:
        """"imports, at 4.6 billion lei, were up": the group before the commas."""
        phrase = self._trading.inserted(clauses, draft, comma)
        own = self._text.metric(clauses, phrase.first, phrase.last) if phrase is not None else None
        if own is None:
            return False
        draft.metric = own
        draft.rules.append("frames.inserted")
        return True

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
        at = tie.at - 1
        verb = verb_before(clauses, tie.at)
        leads = verb >= 0 and verb == at - 1 and clauses.word(verb) in self._table.cues["lead_verb"]
        leads = leads or (verb >= 0 and clauses.word(at) in self._table.cues["ranking_noun"])  # "brought up the rear"
        if leads and not draft.quantity.noun and fact_before(clauses, draft) is not None:
            before = fact_before(clauses, draft)
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

    def _of_last(self, clauses: Clauses, draft: Draft, at: int, subject: TokenSpan | None) -> bool:
        """"Analysts had pointed to a rise of 0.9%": of what was told last; but "growth of 3%" speaks for itself."""
        indefinite = clauses.tokens.lower[clauses.chunks[at].start] in self._table.cues["indefinite"]
        own = draft.metric or subject
        return own is None and indefinite and clauses.word(at) not in self._table.cues["growth_rate"]

    def _of(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"net income of $41.3 million", "an increase of 5 percent"."""
        at = tie.at - 1
        if clauses.kind(at) == ")":
            at = opening(clauses.chunks, at) - 1
        if clauses.word(at) in self._table.comparatives and draft.before is not None and draft.quantity.noun is None:
            self._chains.continue_chain(clauses, draft)  # "still short of the record 2.33 million"
            draft.kind, draft.direction = "level", None
            draft.rules.append("frames.threshold")
            return
        if clauses.kind(at) == "np" and self._expectations.leg(clauses, draft, at):
            return
        if clauses.kind(at) == "np" and clauses.chunks[at].form == "pronoun" and draft.before is None:
            own = self._text.counted(clauses, draft.chunk) or self._groups.complement(clauses, draft.chunk, "of")
            draft.metric = own  # "to protect nearly all of its 4.8 million square kilometres of ocean"
            draft.rules.append("frames.metric_of")
            if own is not None:
                return
        if clauses.kind(at) == "np":
            named = self._table.nouns.get(clauses.word(at))
            phrase = noun_phrase_before(clauses.chunks, at) or Phrase(at, at, at)
            if clauses.kind(at - 1) == "prep" and clauses.word(at - 1) in self._table.cues["with"]:
                phrase = Phrase(at, at, at)  # "ended the quarter with cash of 3 billion"
            if clauses.kind(phrase.first) == "q" and clauses.word(phrase.first + 1) in self._table.cues["at"]:
                phrase = Phrase(at, at, at)  # "820,000 shares at an average price of 71 euros"
            for first in {phrase.first, at}:
                if self._against(clauses, draft, first):
                    draft.leg, phrase = "earlier", Phrase(first, at, first)  # "versus a loss of 6 billion"
            if named is not None and named.kind == "change" and not self._earned(clauses, draft, at):
                draft.kind, draft.direction = named.kind, named.direction or None
                draft.rules.append(named.rule)
                rest = self._text.without_last_word(clauses, at)
                draft.metric = rest or self._groups.complement(clauses, draft.chunk, "change_of") or chain_metric(draft)
                subject = self._chains.subject_metric(clauses, Tie("vg", verb_before(clauses, at), ""), draft)
                if subject is not None and self._text.is_actor(clauses, subject):
                    draft.subject, subject = draft.subject or subject, None
                if clauses.word(verb_before(clauses, at)) in self._table.cues["expects"]:
                    subject = None  # "the bank expects growth of 4.6 percent"
                before = fact_before(clauses, draft) if self._of_last(clauses, draft, at, subject) else None
                told = before.metric if before is not None and is_ratio(draft) else None  # "had pointed to a rise of 0.9%"
                draft.metric = draft.metric or subject or told or self._text.bare(clauses, at, at)
                draft.metric_inherited = rest is None
                return
            bare = phrase.first < at and self._text.only_adjective(clauses, phrase.first)  # "short of its target of 5"
            draft.metric = self._text.metric(clauses, at if bare else phrase.first, at)
            if clauses.word(at) in self._table.cues["future_noun"]:
                draft.metric = self._groups.complement(clauses, draft.chunk, "forecast_of") or draft.metric
            draft.rules.append("frames.metric_of")
            if clauses.word(at) in self._table.cues["equal_word"] and draft.before is not None:
                self._chains.continue_chain(clauses, draft)
                draft.kind, draft.direction = "level", None
                return
            if draft.quantity.noun and clauses.word(at) not in self._table.cues["measured_in"]:
                draft.metric = self._text.counted(clauses, draft.chunk)
            verb = verb_before(clauses, at)
            if verb >= 0:
                self._groups.give_subject(clauses, draft, verb)
            return
        if clauses.kind(at) == "q" and draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
            return
        self._chains.nearest_group(clauses, draft, tie)
