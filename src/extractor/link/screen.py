"""Which quantities state a fact at all."""

from __future__ import annotations

from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable

_SMALL = 10


class Screen:
    """Keeps durations, vague numbers and mere references out."""

    def __init__(self, table: FrameTable) -> None:
        self._table = table

    def is_fact(self, clauses: Clauses, k: int) -> bool:
        """False for "five years", "hundreds of", "the two countries"."""
        quantity = clauses.chunks[k].quantity
        assert quantity is not None
        if quantity.vague:
            return False
        unit = quantity.unit
        if unit is not None and unit.dimension == "time" and unit.per_name is None:
            return self._measured_time(clauses, k)
        return not self._points_back(clauses, k)

    def _measured_time(self, clauses: Clauses, k: int) -> bool:
        """A duration is a fact only as what a metric is: "an average wait of 5 hours", "4.7 months of import cover"."""
        following = clauses.word(k + 1)
        if clauses.kind(k + 1) == "prep" and following == "of" and clauses.kind(k + 2) == "np":
            return True
        return clauses.kind(k - 1) == "vg" and clauses.word(k - 1) in {"average", "be"} and k > 1

    def _points_back(self, clauses: Clauses, k: int) -> bool:
        """"the two countries", "these three men", "all five members": counts of things already introduced."""
        chunk = clauses.chunks[k]
        quantity = chunk.quantity
        assert quantity is not None
        if quantity.noun is None or quantity.value is None or quantity.value > _SMALL or quantity.form != "amount":
            return False
        if chunk.start == 0:
            return False
        return clauses.tokens.lower[chunk.start - 1] in self._table.cues["definite"]
