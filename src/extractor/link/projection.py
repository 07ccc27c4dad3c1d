"""Forecasts, plans and targets: numbers of what is still to come."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk

_SUBJECT = 3  # chunks of a number's group


def projected(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """True for "is expected to reach 5", "will cost 5", "a target of 5", not for "reached 5, he predicted last year"."""
    cues = table.cues
    if _made(clauses, draft, table):
        return False
    for k in range(draft.chunk - 1, -1, -1):
        chunk = clauses.chunks[k]
        if chunk.kind == ";":
            break
        if chunk.kind == "vg":
            if _future(chunk, table) and clauses.tokens.lower[chunk.head] not in cues["past_seen"]:
                return draft.leg != "earlier"
            behind_noun = k > 0 and clauses.chunks[k - 1].kind == "np"
            if chunk.form != "infinitive" and not (chunk.form == "ing" and behind_noun):
                if _to_be_shown(clauses, k, table):
                    return draft.leg != "earlier"
                break  # "expects exports to grow", "sees demand rising": the verb before decides
    if _behind(clauses, draft, table):
        return True
    if draft.metric is None:
        return False
    return not cues["future_noun"].isdisjoint(clauses.tokens.lower[draft.metric[0] : draft.metric[1]])


def _made(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """"expects 912 million, up from the 824 million it made": its own clause is of the past."""
    k = draft.chunk
    verb = clauses.chunks[k + 2] if clauses.kind(k + 1) == "np" and clauses.kind(k + 2) == "vg" else None
    named = clauses.chunks[k + 1].form == "pronoun" if verb is not None else False
    return named and verb is not None and verb.past and not verb.modal and verb.word not in table.cues["expect_verb"]


def _behind(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """"Only 100 will be left": the number is in the subject."""
    k = draft.chunk + 1
    while clauses.kind(k) in {"np", "prep", "adv"} and k - draft.chunk <= _SUBJECT:
        k += 1
    modal = clauses.chunks[k].modal if clauses.kind(k) == "vg" else ""
    return modal in table.cues["sure_modal"] and not any(c.kind == "vg" for c in clauses.chunks[: draft.chunk])


def _to_be_shown(clauses: Clauses, k: int, table: FrameTable) -> bool:
    """"data is expected to show that inflation eased": what the verb at chunk ``k`` says is not known yet."""
    at = k - 1
    while at >= 0 and clauses.kind(at) in {"np", "adv", "prep", "date"}:
        at -= 1
    if at < 1 or clauses.kind(at) != "sub" or clauses.kind(at - 1) != "vg":
        return False
    shown = clauses.chunks[at - 1]
    return shown.word in table.cues["say"] and not table.cues["future_verb"].isdisjoint(shown.outer)


def _future(chunk: Chunk, table: FrameTable) -> bool:
    told = chunk.word in table.telling or not table.telling.isdisjoint(chunk.outer)
    told = told or not table.cues["future_outer"].isdisjoint(chunk.outer)
    return told or chunk.modal in table.cues["future_modal"]


def pledged(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """"has promised to create 400 jobs": the nearest verb before is of a promise."""
    chunk = next((c for c in reversed(clauses.chunks[: draft.chunk]) if c.kind == "vg"), None)
    return chunk is not None and not table.cues["pledge"].isdisjoint((chunk.word, *chunk.outer))


def to_come(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """The verb before the number is of the present or future: "will create", "plans", not "had forecast", "expected"."""
    chunk = next((c for c in reversed(clauses.chunks[: draft.chunk]) if c.kind in {"vg", ";"}), None)
    if chunk is None or chunk.kind == ";":
        return False
    words = clauses.tokens.lower[chunk.start : chunk.end]
    if not table.cues["perfect"].isdisjoint(words):
        return not table.cues["pledge"].isdisjoint(chunk.outer)  # "has promised to create 400 jobs"
    return not table.cues["ahead"].isdisjoint(words)
