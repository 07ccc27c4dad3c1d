"""What the numbers of a sentence tell of one another, once all are read: ranks and levels, rungs, points."""

from __future__ import annotations

from itertools import pairwise

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before


class WholeSentence:
    """Mends the drafts of a sentence by one another."""

    def __init__(self, table: FrameTable) -> None:
        self._table = table

    def ranks(self, clauses: Clauses) -> None:
        """What the ranks of a sentence are in."""
        if clauses.sentence.kind == "line":
            self._ranked_line(clauses.drafts)
        self._rungs(clauses)

    @staticmethod
    def _ranked_line(drafts: list[Draft]) -> None:
        """"No. 8 Sichuan province, 135.8 billion yuan": the rank is in what the line's level measures."""
        for rank, level in pairwise(drafts):
            if rank.kind == "rank" and level.kind != "rank" and rank.metric_inherited and level.metric is not None:
                rank.metric = level.metric

    def _rungs(self, clauses: Clauses) -> None:
        """"climbed two rungs to fourth in the league table": a change of rank, in what the ranks are in."""
        rank = next((fact for fact in clauses.drafts if fact.kind == "rank" and fact.metric is not None), None)
        for draft in clauses.drafts:
            noun = draft.quantity.noun
            if rank is None or noun is None or clauses.tokens.lower[noun[1] - 1] not in self._table.cues["position_noun"]:
                continue
            verb = verb_before(clauses, draft.chunk)
            rows = self._table.verbs.get(clauses.word(verb), ()) if verb >= 0 else ()
            rungs, draft.kind = draft.metric, "change"
            for fact in clauses.drafts:
                fact.metric = rank.metric if fact.metric == rungs else fact.metric
            draft.direction = next((row.direction for row in rows if row.direction), draft.direction)

    def points(self, clauses: Clauses) -> None:
        """Percentage and basis points measure a change, unless a noun such as "gap" says that they are a level."""
        direction = clauses.previous.direction if clauses.previous else None
        for draft in clauses.drafts:
            direction = draft.direction or direction
            unit = draft.quantity.unit
            if unit is None or unit.name not in self._table.cues["change_unit"] or draft.kind != "level":
                continue
            words = clauses.tokens.lower[draft.metric[0] : draft.metric[1]] if draft.metric else []
            before = draft.before.quantity.unit if draft.before is not None else None
            second = "frames.chain" in draft.rules and before is not None and before.dimension == "currency"
            if "frames.share_of" in draft.rules or second:
                continue  # "provisions of 96 million euros, or 38 basis points of loans"
            if self._table.cues["point_level"].isdisjoint(words):
                draft.kind, draft.direction = "change", direction
