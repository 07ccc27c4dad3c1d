"""Numbers that hold in no period: standing facts, what is still to come, and what is already so before a period begins."""

from __future__ import annotations

import datetime

from extractor.link.drafts import Clauses, Draft, Period
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before
from extractor.link.projection import pledged, to_come

_DAYS = frozenset({"day", "time"})
_EARLIEST = datetime.timedelta(days=90)


class NoPeriod:
    """Tells which numbers take no period from their article; ``business`` is news of firms and markets."""

    def __init__(self, table: FrameTable, anchor: datetime.date | None, *, business: bool) -> None:
        self._table = table
        self._anchor = anchor
        self._business = business

    def standing(self, clauses: Clauses, draft: Draft, article: Period | None) -> bool:
        """"which employs 12,900 people", "the limit of 60": what somebody is like, or a rule says, belongs to no period."""
        if article is None or (self._business and article.grain in _DAYS):
            return False
        metric = clauses.tokens.lower[slice(*draft.metric)] if draft.metric is not None else []
        if draft.kind == "level" and not self._table.cues["standing_noun"].isdisjoint(metric):
            return True
        k = draft.chunk
        if clauses.word(k - 1) in self._table.cues["to"] and clauses.word(k - 2) in self._table.cues["home_word"]:
            return True  # "Kasai, home to five million people"
        verb = verb_before(clauses, draft.chunk)
        if verb < 1 or any(chunk.word in self._table.cues["now"] for chunk in clauses.chunks[verb - 1 : verb + 2]):
            return False  # "now holds"
        word = clauses.tokens.lower[clauses.chunks[verb].end - 1]
        owns = draft.quantity.noun is not None and word in self._table.cues["standing_have"] and self._business
        return owns or word in self._table.cues["standing_verb"]

    def ahead(self, clauses: Clauses, draft: Draft, base: Period | None, article: Period | None) -> bool:
        """A number that is still to come does not hold in a period that is over: "will create 400 jobs"."""
        over = base is not None and base.last is not None and self._anchor is not None and base.last <= self._anchor
        unstated = base is not None and base is article and base.mention is None  # the year of the news
        unstated = unstated and pledged(clauses, draft, self._table)
        return draft.projected and (over or unstated) and to_come(clauses, draft, self._table)

    def already(self, clauses: Clauses, draft: Draft, base: Period | None) -> bool:
        """"has lost 340 jobs", "the cost is 610 euros" in news of next year's budget: not of a year that has not begun."""
        begun = base is None or base.first is None or self._anchor is None or _starts(base) <= self._anchor
        if begun or draft.projected:
            return False
        behind = next((n for n, c in enumerate(clauses.chunks) if n > draft.chunk and c.kind == "vg"), -1)
        verb = verb_before(clauses, draft.chunk)
        verb = behind if verb < 0 else verb
        if verb < 0:
            return False
        chunk, lower = clauses.chunks[verb], clauses.tokens.lower
        if chunk.word in self._table.cues["budget_verb"] or chunk.modal:
            return False  # "is put at", "has been allocated"
        if not self._table.cues["to"].isdisjoint(lower[chunk.start : chunk.end]):
            return False  # "is to rise"
        return chunk.past


def _starts(period: Period) -> datetime.date:
    """The first day, of a year such as 2025-26 the earliest on which it can begin."""
    assert period.first is not None
    split = period.last is not None and period.last.year == period.first.year + 1 and period.first.month == 1
    return period.first + _EARLIEST if split else period.first
