"""Which dates a sentence states for what it measures, as the search for the article's period asks for them."""

from __future__ import annotations

import datetime

from extractor.link.dates.datescreen import window
from extractor.link.dates.owndates import DateReader, bracket_date
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.match.mentions import DateMention

_BACK = 3  # chunks between a number and the word that makes it a reference


class StatedDates:
    """Reads them with the ``DateReader`` of the article's numbers."""

    def __init__(self, table: FrameTable, reader: DateReader, anchor: datetime.date | None) -> None:
        self._table = table
        self._reader = reader
        self._anchor = anchor

    def is_reference(self, clauses: Clauses, draft: Draft) -> bool:
        """"more than double the 4.6 million of 2024": what a number is measured against says nothing of the others."""
        chunks, k = clauses.chunks, draft.chunk - 1
        if k >= 0 and chunks[k].kind == "prep" and chunks[k].word in self._table.cues["from"]:
            return True
        if "frames.dated_reference" in draft.rules or bracket_date(clauses, draft.chunk) is not None:
            return True
        while k >= 0 and draft.chunk - k <= _BACK and chunks[k].kind in {"prep", "adv", "np"}:
            if chunks[k].word in self._table.cues["against"] and chunks[k].kind == "prep" and k + 1 < draft.chunk:
                return True
            k -= 1
        return False

    def plain(self, clauses: Clauses) -> list[DateMention]:
        """All dates of a sentence but those that count from another or up to today."""
        dates = [date for _, date in self._reader.usable(clauses) if date.shift is None and date.relation != "since"]
        return [date for date in dates if not window(date)]

    def free(self, clauses: Clauses) -> list[DateMention]:
        """Dates of a sentence that no number has as that of a comparison: not "down from 2.4 percent in June"."""
        dates = self._reader.usable(clauses)
        legs = [draft for draft in clauses.drafts if draft.leg == "earlier" or self.is_reference(clauses, draft)]
        taken = [self._reader.own(clauses, draft, dates) for draft in legs]
        return [date for date in self.plain(clauses) if date not in taken]

    def reported(self, clauses: Clauses) -> list[DateMention]:
        """Dates of periods that are over, as facts have them."""
        stated = self.own(clauses)
        return [date for date in stated if date.last is not None and self._anchor is not None and date.last <= self._anchor]

    def own(self, clauses: Clauses) -> list[DateMention]:
        """Dates that a main fact has as its own; in a sentence of the lead without facts, all dates."""
        if not clauses.drafts:
            return self.plain(clauses)
        dates = self._reader.usable(clauses)
        main = [draft for draft in clauses.drafts if draft.leg != "earlier" and not self.is_reference(clauses, draft)]
        owned = [self._reader.own(clauses, draft, dates) for draft in main]
        stated = [date for date in owned if date is not None and date.shift is None and date.relation != "since"]
        return [date for date in stated if not window(date)]
