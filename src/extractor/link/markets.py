"""Numbers of markets and companies: prices, index levels and results have no region of their own."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable

_MOSTLY = 2  # business facts are at least one in two


class MarketScreen:
    """Marks drafts of market prices and tells whether an article is business news as a whole."""

    def __init__(self, table: FrameTable) -> None:
        self._table = table

    def mark(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``company`` on prices, index levels and what continues them."""
        cues, lower = self._table.cues, clauses.tokens.lower
        words = [word for span in (draft.metric, draft.subject) if span for word in lower[span[0] : span[1]]]
        unit = draft.quantity.unit
        priced = unit is not None and unit.dimension == "currency" and unit.per_name in cues["traded_per"]
        if priced or any(word in cues["market_metric"] for word in words):
            draft.company = True
        elif draft.before is not None and draft.before.company and draft.metric_inherited:
            draft.company = True

    def business(self, read: list[Clauses]) -> bool:
        """True when most facts are of a company or a market, so that the article's home is not their region."""
        drafts = [draft for clauses in read for draft in clauses.drafts]
        return bool(drafts) and sum(draft.company for draft in drafts) * _MOSTLY >= len(drafts)
