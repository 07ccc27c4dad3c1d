"""Objects that are a sum or a count of their own: money raised or made, the same things counted by a second verb."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import verb_before
from extractor.link.readings.before import is_ratio
from extractor.link.readings.groups import has_object
from extractor.link.readings.reading import Reading
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import subject_of

_SUMS = frozenset({"currency", "mass", "volume"})  # dimensions of what can be seized or given back


class Sums(Reading):
    """Tells such objects from what a verb moves."""

    def counted_too(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"opened 214 shops in the quarter and closed 31": the second verb counts the same things."""
        before, bare = draft.before, draft.quantity.unit is None or draft.quantity.elided
        joined = clauses.kind(verb - 1) == "conj" and clauses.chunks[verb].form == "finite"
        if before is None or before.quantity.noun is None or not (bare and joined) or draft.quantity.noun is not None:
            return False
        known = any(row.object == "change" and not row.actor for row in self._table.verbs.get(clauses.word(verb), ()))
        done = before.metric is None or before.metric[0] < before.quantity.noun[0] or verb_before(clauses, before.chunk) < 0
        if known or done or clauses.chunks[verb].passive or draft.quantity.form != "amount":
            return False
        draft.metric = draft.counts = before.quantity.noun
        if clauses.word(verb) in self._table.cues["harm"]:  # "killed 12 people and injured 30"
            draft.metric = (clauses.chunks[verb].head, clauses.chunks[verb].head + 1)
        draft.subject, draft.company = before.subject, before.company
        draft.rules.append("frames.counted_too")
        return True

    def raised_money(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"raised $62 million", "sent 8,500 tonnes": the amount itself is the object, nothing that rises."""
        rows = self._table.verbs.get(clauses.word(verb), ())
        if draft.quantity.noun is not None and any(row.actor for row in rows):
            return False  # "cut 300 jobs": the verb has a frame of its own for things counted
        unit = draft.quantity.unit
        retaken = clauses.word(verb) in self._table.cues["retake"] and unit is not None and unit.dimension in _SUMS
        if retaken and self._groups.complement(clauses, draft.chunk, "money_for") is not None:
            return True  # "recovered $1,340 in cash", "recovered 22 grams of marijuana"
        acted = any(row.metric == "object" for row in rows) and not any(row.metric == "subject" for row in rows)
        return not is_ratio(draft) and acted and not has_object(clauses, clauses.chunks[verb], draft.chunk)

    def made_money(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"the bank lost $2.2 billion": what an actor makes or loses is an amount, not a change of something."""
        unit = draft.quantity.unit
        if unit is None or unit.dimension != "currency" or clauses.word(verb) not in self._table.cues["profit_verb"]:
            return False
        if clauses.word(draft.chunk + 1) in self._table.cues["to"]:
            return False
        phrase = subject_of(clauses.chunks, verb)
        head = clauses.chunks[phrase.first] if phrase is not None else None
        if head is None or head.kind != "np":
            return False
        words = clauses.tokens.lower[head.start : head.end]
        traded = any(
            word in self._table.cues["market_metric"] or word in self._table.cues["commodity"] for word in words
        )
        previous = clauses.previous
        if head.form == "pronoun" and previous is not None and previous.metric is not None:
            words = clauses.tokens.lower[previous.metric[0] : previous.metric[1]]
            traded = not self._table.cues["market_metric"].isdisjoint(words)
        if head.form in {"name", "pronoun"} or head.word in self._table.cues["company_noun"]:
            return not traded
        measured = self._table.cues["measured_in"] | self._table.cues["company_metric"] | self._table.cues["index_unit"]
        return not traded and head.word in self._table.cues["loser"] and head.word not in measured

    def kept_in(self, clauses: Clauses, draft: Draft, chunk: Chunk) -> bool:
        """"It held 287 million dollars in cash": of what the money is."""
        unit = draft.quantity.unit
        kept = chunk.word in self._table.cues["keeping_verb"] and unit is not None and unit.dimension == "currency"
        return kept and self._groups.complement(clauses, draft.chunk, "amount_in") is not None
