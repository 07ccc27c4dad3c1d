"""Who comes next: "followed by Oslo with 37.6%", and where something moved most: "rose fastest in Cork, at 5.1%"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import fact_before, is_ratio, same_unit
from extractor.link.readings.groups import extend
from extractor.link.readings.reading import Reading
from extractor.link.syntax.clauses import subject_of

_SHORT = 2  # words of "the highest", which names no measure


class Followers(Reading):
    """Gives those that follow the measure of the one that stands first."""

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"had the highest share of foreigners, followed by Oslo with 37.6% and Bergen with 31%"."""
        at, verb, before = tie.at - 1, verb_before(clauses, tie.at), draft.before
        if draft.quantity.noun is not None or clauses.kind(at) != "np":
            return False
        by = verb >= 0 and at == verb + 2 and clauses.word(verb + 1) in self._table.cues["by"]
        ahead = clauses.word(at - 1) in self._table.cues["of"] and clauses.word(at - 2) in self._table.cues["before_next"]
        listed = before is not None and "frames.followed" in before.rules and clauses.kind(at - 1) in {"conj", ","}
        if not (listed or ahead or (by and clauses.word(verb) in self._table.cues["lead_verb"])):
            return False
        if draft.quantity.unit is None:  # "has 16.1 million people (25.5%), ahead of KwaZulu-Natal with 12.3 million"
            before = next((fact for fact in reversed(clauses.drafts) if fact.quantity.noun is not None), before)
            draft.like = before
        if before is not None and "frames.largest_share" in before.rules and same_unit(draft):
            draft.metric = self._text.bare(clauses, at, at)
            draft.rules.append("frames.largest_share")
        elif before is not None and before.metric is not None and before.kind != "rank" and (
            same_unit(draft) or draft.like is before
        ):
            draft.metric, draft.metric_inherited = before.metric, before.metric_inherited
            draft.kind, draft.direction = before.kind, before.direction
        elif not self._of_first(clauses, draft, at):
            return False
        draft.rules.append("frames.followed")
        self._groups.name_left(clauses, draft, at)
        return True

    def _of_first(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"saw the sharpest drop in births, followed by": the group with the superlative."""
        for n in range(at - 1, -1, -1):
            chunk = clauses.chunks[n]
            words = clauses.tokens.lower[chunk.start : chunk.end]
            if chunk.kind != "np" or len(words) <= _SHORT or not self._table.superlative(words[1]):
                continue
            if words[0] not in self._table.cues["definite"]:
                continue
            named = self._table.nouns.get(chunk.word)
            if named is not None and named.kind == "change":
                draft.kind, draft.direction = named.kind, named.direction or None
                draft.metric = self._groups.complement(clauses, n, "amount_in")
            draft.metric = draft.metric or self._text.metric(clauses, n, extend(clauses, n))
            return draft.metric is not None
        return False

    def steepest(self, clauses: Clauses, draft: Draft) -> None:
        """"The north recorded the steepest fall, 1.1%": the fall of what was told before."""
        span, lower = draft.metric, clauses.tokens.lower
        if span is None or draft.kind != "level" or not is_ratio(draft) or span[1] - span[0] < _SHORT:
            return
        named = self._table.nouns.get(lower[span[1] - 1]) if clauses.kind(draft.chunk - 1) in {",", "("} else None
        if named is None or named.kind != "change" or not named.direction or not self._table.superlative(lower[span[0]]):
            return
        draft.kind, draft.direction = "change", named.direction
        draft.rules.append("frames.steepest")
        before = fact_before(clauses, draft)
        if before is not None and before.metric is not None:
            draft.metric, draft.metric_inherited = before.metric, True

    def largest_share(self, clauses: Clauses, draft: Draft) -> None:
        """"Schools get the largest share: $128.4 million": money of what the subject names."""
        span, lower, unit = draft.metric, clauses.tokens.lower, draft.quantity.unit
        if span is None or unit is None or unit.dimension != "currency" or draft.kind == "rank":
            return
        slice_of = lower[span[1] - 1] in self._table.cues["slice"]
        verb = next((n for n in range(draft.chunk - 1, -1, -1) if clauses.kind(n) == "vg"), -1)  # before a colon, too
        if not slice_of or not self._table.superlative(lower[span[0]]) or verb < 0:
            return
        phrase = subject_of(clauses.chunks, verb)
        own = self._text.bare(clauses, phrase.first, phrase.last) if phrase is not None else None
        if own is not None and clauses.word(verb) in self._table.cues["getting_verb"]:
            draft.metric = own
            draft.rules.append("frames.largest_share")

    def fastest(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"Wages rose fastest in Cork, at 5.1%": how far they moved there."""
        verb = verb_before(clauses, tie.at)
        if verb < 0 or not is_ratio(draft) or clauses.kind(tie.at - 1) != "," or tie.word not in self._table.cues["by_at"]:
            return False
        words = clauses.tokens.lower[clauses.chunks[verb].end : clauses.chunks[tie.at].start]
        row = next((row for row in self._table.verbs.get(clauses.word(verb), ()) if row.direction), None)
        if row is None or not any(self._table.superlative(word) for word in words):
            return False
        draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        draft.kind, draft.direction = "change", row.direction
        draft.rules.extend([f"frames.{row.id}", "frames.fastest"])
        return draft.metric is not None
