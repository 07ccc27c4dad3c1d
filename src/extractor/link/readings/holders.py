"""Whose rate it is: "with private firms at 57.6 percent", "women, 41 percent", where the rate was told before."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.governor import Tie
from extractor.link.readings.before import is_ratio
from extractor.link.readings.reading import Reading

_ECHO = 12  # facts looked through for the rate
_OF_WHOLE = frozenset({"frames.share_of", "frames.share", "frames.share_that", "frames.one_in", "frames.of_which"})
_TIES = frozenset({"np", "prep", "vg", ",", "("})


class Holders(Reading):
    """People and firms have a rate, they are none."""

    def give(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """Make the holder the subject of the rate that the facts before measure."""
        span = draft.metric
        if span is None or draft.kind != "level" or not is_ratio(draft) or draft.quantity.form != "amount":
            return
        if tie.kind == "vg" and tie.word not in self._table.cues["be_or_have"]:
            return  # "reached 4 percent of people"
        if not _OF_WHOLE.isdisjoint(draft.rules) or tie.kind not in _TIES or not self._holder(clauses, span):
            return
        if clauses.word(draft.chunk + 1) in self._table.cues["of"] or clauses.kind(draft.chunk + 1) == "vg":
            return
        for fact in [*reversed(clauses.drafts), *reversed(clauses.history[-_ECHO:])]:
            if fact.metric is not None and fact.metric != span and self._rate(clauses, fact):
                draft.metric, draft.subject, draft.metric_inherited = self._unheld(clauses, fact.metric), span, True
                draft.rules.append("frames.holder")
                return

    def _holder(self, clauses: Clauses, span: TokenSpan) -> bool:
        """The group ends in who can have a rate, and no preposition makes it a complement."""
        lower, at = clauses.tokens.lower, span[1]
        for chunk in clauses.chunks:
            if chunk.kind == "np" and span[0] <= chunk.start + 1 and chunk.start <= span[0] < chunk.end:
                at = chunk.end
        return lower[min(at, span[1]) - 1] in self._table.cues["rate_holder"]

    def _rate(self, clauses: Clauses, fact: Draft) -> bool:
        assert fact.metric is not None
        words = clauses.tokens.lower[slice(*fact.metric)]
        return is_ratio(fact) and fact.kind == "level" and not self._table.cues["rate_noun"].isdisjoint(words)

    def _unheld(self, clauses: Clauses, metric: TokenSpan) -> TokenSpan:
        """The rate without its own holder: not "employment rate of women"."""
        first, last = metric
        of = next((i for i in range(last - 1, first, -1) if clauses.tokens.lower[i] in self._table.cues["rate_of"]), -1)
        own = of > 0 and clauses.tokens.lower[last - 1] in self._table.cues["rate_holder"]
        held = of > 0 and clauses.tokens.lower[of] in self._table.cues["by"]  # "patents held by firms"
        return (first, of - held) if own else metric
