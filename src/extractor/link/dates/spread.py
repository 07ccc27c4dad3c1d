"""Dates that joined numbers share: behind the last of them or before the first."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before
from extractor.link.syntax.chunks import Chunk
from extractor.match.mentions import DateMention

_STOPS = frozenset({",", "sub", ";", "."})
_BORDERS = frozenset({"vg", "sub", ";", "."})


def spread(clauses: Clauses, owned: list[DateMention | None], table: FrameTable) -> None:
    """Fill gaps of ``owned``, the dates of the sentence's drafts, in place."""
    paths = clauses.paths
    for n in range(len(owned) - 2, -1, -1):
        if paths[clauses.drafts[n].chunk] == paths[clauses.drafts[n + 1].chunk]:
            _from_last(clauses, owned, n, table)
    for n in range(1, len(owned)):
        _from_first(clauses, owned, n)


def _from_last(clauses: Clauses, owned: list[DateMention | None], n: int, table: FrameTable) -> None:
    """"312 fires in Punjab, 71 in Haryana and 446 in Delhi on Thursday": the date behind the last is that of all."""
    first, second, date = clauses.drafts[n], clauses.drafts[n + 1], owned[n + 1]
    if owned[n] is not None or date is None or date.start < second.quantity.end or date.shift is not None:
        return
    if first.leg != "main" or second.leg != "main" or _own_clause(clauses, second.chunk):
        return
    if any(chunk.kind == "np" and chunk.date is date and chunk.start < second.quantity.start for chunk in clauses.chunks):
        return  # "to 1.26 billion tons, with December arrivals of 119 million"
    shared = _lasting(clauses, first, second, table) if date.relation == "since" else not _parted(
        clauses, first, second, date, table
    )
    if shared:
        owned[n] = date


def _lasting(clauses: Clauses, first: Draft, second: Draft, table: FrameTable) -> bool:
    """"have killed 22 people and burned 43,000 hectares since Friday": joined by "and" under one perfect."""
    chunks = clauses.chunks
    between = chunks[first.chunk + 1 : second.chunk]
    joined = any(chunk.kind == "conj" for chunk in between) and not any(chunk.kind in _STOPS for chunk in between)
    verbs = [n for n in range(first.chunk + 1, second.chunk) if chunks[n].kind == "vg"]
    if not joined or any(chunks[n - 1].kind != "conj" for n in verbs):
        return False
    behind = second.chunk + 1
    ruling = [verb_before(clauses, first.chunk), behind if clauses.kind(behind) == "vg" else -1]
    return any(
        n >= 0 and not table.cues["perfect"].isdisjoint(clauses.tokens.lower[chunks[n].start : chunks[n].end])
        for n in ruling
    )


def _from_first(clauses: Clauses, owned: list[DateMention | None], n: int) -> None:
    """"a year ago they stood at 72 and 69": what "a year ago" counts from is said once."""
    first, second, date = clauses.drafts[n - 1], clauses.drafts[n], owned[n - 1]
    if owned[n] is not None or date is None or date.shift is None or date.start > first.quantity.start:
        return
    between = clauses.chunks[first.chunk + 1 : second.chunk]
    if between and all(chunk.kind in {",", "conj"} for chunk in between):
        owned[n] = date


def _own_clause(clauses: Clauses, k: int) -> bool:
    """"from 895 million and the 824 million it made in 2024": the date is of the clause behind the second number."""
    return clauses.kind(k + 1) == "np" and clauses.chunks[k + 1].form == "pronoun" and clauses.kind(k + 2) == "vg"


def _parted(clauses: Clauses, first: Draft, second: Draft, date: DateMention, table: FrameTable) -> bool:
    """A verb stands between two numbers, or a word that makes the second or its date a reference."""
    behind = [chunk for chunk in clauses.chunks[first.chunk + 1 :] if chunk.start < date.start]
    if [chunk.kind for chunk in behind] == ["vg", "q"] and first.quantity.noun is not None:
        return False  # "39,000 fires have burned 4.6 million acres so far this year"
    if clauses.word(second.chunk - 1) in table.cues["following"] and clauses.kind(second.chunk - 1) == "prep":
        return True  # "grew 3.1% after 2.6% in the first quarter"
    attribute = _attribute(clauses, second.chunk, table)
    return any(
        (chunk.kind in _BORDERS and chunk.start < second.quantity.start and chunk is not attribute)
        or chunk.word in table.cues["against"]
        or chunk.word in table.cues["reference"]
        for chunk in behind
    )


def _attribute(clauses: Clauses, k: int, table: FrameTable) -> Chunk | None:
    """The participle right before a number that an article opens: "a seasonally adjusted 221,000"."""
    chunks, n = clauses.chunks, k - 2
    while n > 0 and chunks[n].kind == "adv":
        n -= 1
    opened = n >= 0 and chunks[n].word in table.cues["article"]
    return chunks[k - 1] if opened and chunks[k - 1].kind == "vg" else None
