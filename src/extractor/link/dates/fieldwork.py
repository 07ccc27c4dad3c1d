"""When the answers were given that an article of a survey reports: "The poll was conducted between May 3 and 9"."""

from __future__ import annotations

import datetime

from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.match.mentions import DateMention

_LONGEST = 120  # days that people are asked
_OLDEST = 200  # days between the last answer and the news


def fieldwork(
    read: list[Clauses], dates: dict[int, list[DateMention]], table: FrameTable, anchor: datetime.date | None
) -> DateMention | None:
    """The date of the first sentence that says when people were asked; ``dates`` are those of the sentences by index."""
    surveys, asking = table.cues["survey_noun"], table.cues["asking"]
    for clauses in read:
        found = [date for date in dates.get(clauses.index, []) if _fits(date, anchor)]
        if not found or not any(chunk.kind == "np" and chunk.word in surveys for chunk in clauses.chunks):
            continue
        for verb in (chunk for chunk in clauses.chunks if chunk.kind == "vg" and chunk.passive and chunk.word in asking):
            behind = next((date for date in found if date.start >= verb.end), None)
            if behind is not None:
                return behind
    return None


def _fits(date: DateMention, anchor: datetime.date | None) -> bool:
    if anchor is None or date.first is None or date.last is None or date.relation == "since":
        return False
    return (date.last - date.first).days <= _LONGEST and 0 <= (anchor - date.last).days <= _OLDEST
