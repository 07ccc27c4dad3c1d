"""Dates of what was said rather than of what was measured, and the trading session before."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.match.mentions import DateMention


def session_before(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """"after a fall of 2 percent in the previous session": the trading day before."""
    at = draft.chunk + 2
    if clauses.kind(at - 1) != "prep" or clauses.kind(at) != "np" or clauses.word(at) not in table.cues["session"]:
        return False
    group = clauses.chunks[at]
    return any(word in table.cues["earlier"] for word in clauses.tokens.lower[group.start : group.end])


def forecast_behind(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """True for "the 3.2 trillion yen forecast": the number of an outlook, whose date is that of the outlook."""
    at, cues = draft.chunk + 1, table.cues
    if clauses.kind(at) not in {"np", "vg"}:
        return False
    word = clauses.tokens.lower[clauses.chunks[at].head]
    return word in cues["forecasting_verb"] or (clauses.kind(at) == "np" and word in cues["estimate_noun"])


def told(clauses: Clauses, draft: Draft, own: DateMention | None, table: FrameTable, *, results: bool) -> bool:
    """"the 15 percent it forecast in April", in news of results "reported a fall on Friday": when it was said."""
    if own is None or draft.market or own.shift is not None:
        return False
    if forecast_behind(clauses, draft, table) and draft.quantity.end < own.start and own.grain in {"month", "day"}:
        return True  # "up from the 3.2 trillion yen forecast in August"
    said = next((c for c in reversed(clauses.chunks) if c.kind == "vg" and c.start < own.start), None)
    if "frames.expected" in draft.rules and own.start > draft.quantity.end:
        return said is not None and said.start > draft.quantity.start and said.word in table.cues["expect_verb"]
    after = next((c for c in clauses.chunks if c.kind == "vg" and c.start == own.end), None)
    said = after or said  # "the bank on Tuesday reported a rise"
    weekday = own.grain == "day" and own.end - own.start == 1
    return results and draft.company and weekday and said is not None and said.word in table.cues["telling_verb"]
