"""Denominators that stand apart from their number: "doctors per 10,000 people", "for every 100 homes"."""

from __future__ import annotations

from decimal import Decimal

from extractor.link.chunks import Chunk
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable

_LEADS = 2  # chunks of a sentence within which "for every 100 homes" stands


class Rates:
    """Gives a number the denominator that its metric or the head of its sentence names."""

    def __init__(self, table: FrameTable) -> None:
        self._per, self._every = table.cues["per"], table.cues["every"]

    def give(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``per`` of a count without a denominator of its own."""
        unit = draft.quantity.unit
        if draft.kind == "rank" or draft.quantity.per is not None or draft.quantity.form != "amount":
            return
        if unit is not None and (unit.dimension != "count" or unit.per_name is not None):
            return
        draft.per = self._of_metric(clauses, draft) or self._of_sentence(clauses, draft)
        if draft.per is not None:
            draft.rules.append("frames.rate")

    def _of_metric(self, clauses: Clauses, draft: Draft) -> tuple[Decimal, str] | None:
        """The last group of "the number of doctors per 10,000 people"."""
        if draft.metric is None:
            return None
        first, last = draft.metric
        for k, chunk in enumerate(clauses.chunks[1:], 1):
            before = clauses.chunks[k - 1]
            if first <= before.start and chunk.end <= last and before.word in self._per:
                return _counted(clauses, chunk)
        return None

    def _of_sentence(self, clauses: Clauses, draft: Draft) -> tuple[Decimal, str] | None:
        for chunk in clauses.chunks[1:_LEADS]:
            led = clauses.tokens.lower[chunk.start - 1] in self._every and clauses.chunks[0].kind == "prep"
            if led and chunk.end <= draft.quantity.start:
                return _counted(clauses, chunk)
        return None


def _counted(clauses: Clauses, chunk: Chunk) -> tuple[Decimal, str] | None:
    quantity = chunk.quantity
    if quantity is None or quantity.noun is None or quantity.value is None:
        return None
    return quantity.value, clauses.tokens.lower[quantity.noun[1] - 1]
