"""Coordination: "A and B grew 5 and 3 percent, respectively" gives each its own number."""

from __future__ import annotations

from extractor.link.chunks import Chunk
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable


def pair(clauses: Clauses, table: FrameTable) -> None:
    """Give the numbers before "respectively" the coordinated names before them, in order."""
    chunks = clauses.chunks
    for k, chunk in enumerate(chunks):
        if chunk.word in table.cues["respectively"]:
            numbers = _run_before(clauses, k)
            names = _names_before(clauses, numbers[0].chunk, len(numbers)) if len(numbers) > 1 else []
            for draft, name in zip(numbers, names, strict=False):
                _give(clauses, draft, name, table)


def _run_before(clauses: Clauses, k: int) -> list[Draft]:
    """The drafts that stand together right before chunk ``k``, with only commas, "and" and units between."""
    found: list[Draft] = []
    end = k
    for draft in reversed(clauses.drafts):
        if draft.chunk >= k:
            continue
        between = clauses.chunks[draft.chunk + 1 : end]
        if any(c.kind in {"vg", ";", "sub"} for c in between) or sum(c.kind in {"np", "date"} for c in between) > 1:
            break
        found.insert(0, draft)
        end = draft.chunk
    return found


def _names_before(clauses: Clauses, k: int, count: int) -> list[Chunk]:
    """``count`` noun groups joined by commas and "and", the nearest such row before chunk ``k``."""
    chunks = clauses.chunks
    row: list[Chunk] = []
    for n in range(k - 1, -1, -1):
        if chunks[n].kind == "np":
            row.insert(0, chunks[n])
            if len(row) == count and (n == 0 or chunks[n - 1].kind not in {",", "conj"}):
                return row
        elif chunks[n].kind not in {",", "conj"} or not row:
            if len(row) == count:
                return row
            row = []
    return row if len(row) == count else []


def _give(clauses: Clauses, draft: Draft, name: Chunk, table: FrameTable) -> None:
    draft.rules.append("frames.respectively")
    if name.regions:
        draft.regions = list(name.regions[-1:])
    elif draft.metric is not None and draft.metric[0] <= name.start and name.end <= draft.metric[1]:
        draft.metric = (name.start, name.end)
    else:
        draft.subject = (name.start, name.end)


def share_reading(clauses: Clauses) -> None:
    """"was 8 percent and 30.3 percent higher": what follows the last of joined numbers is said of all."""
    for first, second in zip(clauses.drafts, clauses.drafts[1:], strict=False):
        between = clauses.chunks[first.chunk + 1 : second.chunk]
        joined = len(between) == 1 and between[0].kind == "conj"
        same = first.quantity.unit is not None and second.quantity.unit is not None
        if not joined or not same or first.kind != "level" or second.kind not in {"change", "comparison"}:
            continue
        if first.quantity.unit and second.quantity.unit and first.quantity.unit.name == second.quantity.unit.name:
            first.kind, first.direction, first.baseline = second.kind, second.direction, second.baseline
