"""Who is given as the source: "X said", "according to X", "data from X showed"."""

from __future__ import annotations

from extractor.link.clauses import subject_of
from extractor.link.drafts import Clauses, TokenSpan
from extractor.link.frames import FrameTable


def attribution(clauses: Clauses, table: FrameTable, according: frozenset[str]) -> TokenSpan | None:
    """The source of the sentence, as a token span.

    "Exports rose 5 percent, the statistics office said." gives "the statistics office".
    """
    chunks = clauses.chunks
    for k, chunk in enumerate(chunks):
        if chunk.word in according and k + 2 < len(chunks) and chunks[k + 1].kind == "prep" and chunks[k + 2].kind == "np":
            return _phrase(clauses, k + 2)
    for k, chunk in enumerate(chunks):
        if chunk.kind == "vg" and chunk.word in table.cues["say"] and chunk.form == "finite" and not chunk.passive:
            opens = k + 1 >= len(chunks) or chunks[k + 1].kind in {"sub", ",", ".", "date", "prep", "np", "adv"}
            behind = next((c for c in chunks[k + 1 :] if c.kind != "adv"), None)
            if not opens or (behind is not None and behind.kind == "q"):
                continue
            after_comma = k + 1 < len(chunks) and chunks[k + 1].kind == "np" and k > 0 and chunks[k - 1].kind in {",", "."}
            if after_comma:
                return _phrase(clauses, k + 1)
            phrase = subject_of(chunks, k)
            if phrase is not None and chunks[phrase.head].kind == "np" and chunks[phrase.head].form != "pronoun":
                return chunks[phrase.first].start, chunks[phrase.last].end
    return None


def _phrase(clauses: Clauses, k: int) -> TokenSpan:
    chunks = clauses.chunks
    last = k
    while last + 2 < len(chunks) and chunks[last + 1].kind == "prep" and chunks[last + 2].kind == "np":
        last += 2
    return chunks[k].start, chunks[last].end
