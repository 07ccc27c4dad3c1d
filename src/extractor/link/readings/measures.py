"""Quantities behind "of": "net income of $41.3 million", "an increase of 5 percent", "against a loss of 6 million"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import Named
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import chain_metric, fact_before, is_ratio
from extractor.link.readings.expectations import Expectations
from extractor.link.readings.reading import Basis, Reading
from extractor.link.syntax.clauses import Phrase, noun_phrase_before, opening


class Measures(Reading):
    """Reads the group before "of" as what is measured, or as how it moved."""

    def __init__(self, basis: Basis, expectations: Expectations) -> None:
        super().__init__(basis)
        self._expectations = expectations

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """The group before "of", a bracket passed over."""
        at = tie.at - 1
        if clauses.kind(at) == ")":
            at = opening(clauses.chunks, at) - 1
        if clauses.word(at) in self._table.comparatives and draft.before is not None and draft.quantity.noun is None:
            self._chains.continue_chain(clauses, draft)  # "still short of the record 2.33 million"
            draft.kind, draft.direction = "level", None
            draft.rules.append("frames.threshold")
        elif clauses.kind(at) == "np":
            self._of_group(clauses, draft, at)
        elif clauses.kind(at) == "q" and draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
        else:
            self._chains.nearest_group(clauses, draft, tie)

    def _of_group(self, clauses: Clauses, draft: Draft, at: int) -> None:
        if self._expectations.leg(clauses, draft, at):
            return
        if clauses.chunks[at].form == "pronoun" and draft.before is None:
            own = self._text.counted(clauses, draft.chunk) or self._groups.complement(clauses, draft.chunk, "of")
            draft.metric = own  # "to protect nearly all of its 4.8 million square kilometres of ocean"
            draft.rules.append("frames.metric_of")
            if own is not None:
                return
        phrase = self._phrase(clauses, draft, at)
        named = self._table.nouns.get(clauses.word(at)) or self._lost_share(clauses, draft, at)
        if named is not None and named.kind == "change" and not self._earned(clauses, draft, at):
            self._moved(clauses, draft, at, named)
        else:
            self._measured(clauses, draft, at, phrase)

    def _phrase(self, clauses: Clauses, draft: Draft, at: int) -> Phrase:
        """The group at chunk ``at`` with what rules it, unless that is another number's or measured before."""
        alone = Phrase(at, at, at)
        phrase = noun_phrase_before(clauses.chunks, at) or alone
        if clauses.kind(at - 1) == "prep" and clauses.word(at - 1) in self._table.cues["with"]:
            phrase = alone  # "ended the quarter with cash of 3 billion"
        if clauses.kind(at - 1) == "prep" and clauses.word(at - 1) in self._table.cues["at"] and (
            clauses.word(at) in self._table.cues["measured_in"]
        ):
            phrase = alone  # "25 kilometers southeast of the town at a depth of 7 kilometers"
        counted = [n for n in range(phrase.first + 1, at) if clauses.kind(n) == "q"]
        if counted and clauses.chunks[counted[-1]].quantity is not draft.quantity:
            phrase = alone  # "to the 1.5 million households in a nation of 6 million"
        if clauses.kind(phrase.first) == "q" and clauses.word(phrase.first + 1) not in self._table.cues["of"]:
            phrase = alone  # "820,000 shares at an average price of 71 euros"
        for first in dict.fromkeys((phrase.first, at)):
            if self._against(clauses, draft, first):
                draft.leg, phrase = "earlier", Phrase(first, at, first)  # "versus a loss of 6 billion"
        return phrase

    def _moved(self, clauses: Clauses, draft: Draft, at: int, named: Named) -> None:
        """"an increase of 5 percent in sales"."""
        draft.kind, draft.direction = named.kind, named.direction or None
        draft.rules.append(named.rule)
        rest = self._text.without_last_word(clauses, at)
        if rest is not None and self._table.cues["summing"].issuperset(clauses.tokens.lower[slice(*rest)]):
            rest = None  # "1,274 firms, a net increase of 103"
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

    def _moved_by(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"jumping by its daily limit of 500 yen": how far the subject moved."""
        verb = at - 2
        if clauses.word(at - 1) not in self._table.cues["by"] or clauses.kind(verb) != "vg":
            return False
        row = next((row for row in self._table.verbs.get(clauses.word(verb), ()) if row.by == "change"), None)
        metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft) if row is not None else None
        if row is None or metric is None or row.metric != "subject":
            return False
        draft.metric, draft.kind, draft.direction = metric, "change", row.direction or None
        draft.rules.append(f"frames.{row.id}")
        return True

    def _measured(self, clauses: Clauses, draft: Draft, at: int, phrase: Phrase) -> None:
        """"net income of $41.3 million"."""
        bare = phrase.first < at and self._text.only_adjective(clauses, phrase.first)  # "short of its target of 5"
        draft.metric = self._text.metric(clauses, at if bare else phrase.first, at)
        if clauses.word(at) in self._table.cues["future_noun"]:
            draft.metric = self._groups.complement(clauses, draft.chunk, "forecast_of") or draft.metric
        draft.rules.append("frames.metric_of")
        if self._moved_by(clauses, draft, at):
            return
        if clauses.word(at) in self._table.cues["equal_word"] and draft.before is not None:
            self._chains.continue_chain(clauses, draft)
            draft.kind, draft.direction = "level", None
            return
        if draft.quantity.noun and clauses.word(at) not in self._table.cues["measured_in"]:
            draft.metric = self._text.counted(clauses, draft.chunk)
        verb = verb_before(clauses, at)
        if verb >= 0:
            self._groups.give_subject(clauses, draft, verb)

    def _of_last(self, clauses: Clauses, draft: Draft, at: int, subject: TokenSpan | None) -> bool:
        """"Analysts had pointed to a rise of 0.9%": of what was told last; but "growth of 3%" speaks for itself."""
        indefinite = clauses.tokens.lower[clauses.chunks[at].start] in self._table.cues["indefinite"]
        own = draft.metric or subject
        return own is None and indefinite and clauses.word(at) not in self._table.cues["growth_rate"]

    def _lost_share(self, clauses: Clauses, draft: Draft, at: int) -> Named | None:
        """"headed for a weekly loss of 0.6 percent": in percent, a loss is how far something fell."""
        lost = clauses.word(at) in self._table.cues["market_loss"] and is_ratio(draft)
        return Named("frames.lost_share", "change", "down") if lost else None

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
