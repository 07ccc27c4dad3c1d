"""Who is given as the source: "X said", "according to X", "data from X showed"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import subject_of

_OPENS = frozenset({"sub", ",", ".", "date", "prep", "np", "adv"})


def attribution(
    clauses: Clauses, table: FrameTable, according: frozenset[str], last: TokenSpan | None = None
) -> TokenSpan | None:
    """The source of the sentence, as a token span.

    "Exports rose 5 percent, the statistics office said." gives "the statistics office". ``last`` is the source of the
    sentences before, for "she said".
    """
    chunks = clauses.chunks
    for k, chunk in enumerate(chunks) if not according.isdisjoint(clauses.words) else ():
        if clauses.tokens.lower[chunk.start] in according:
            at = next((n for n in range(k + 1, min(k + 3, len(chunks))) if chunks[n].kind == "np"), -1)
            if at > 0:
                return _phrase(clauses, at)
    for k, chunk in enumerate(chunks):
        if chunk.kind != "vg" or chunk.form != "finite" or chunk.passive:
            continue
        if chunk.word in table.cues["say"] and not _reports_own(chunks, k):
            found = _speaker(clauses, k, last, table.cues["tell"])
        elif chunk.word in table.cues["expects"]:
            found = _subject(chunks, k, last)
        else:
            continue
        if found is not None:
            return found
    return None


def _reports_own(chunks: list[Chunk], k: int) -> bool:
    """"reported net income of 5": the verb has a number or a group as its object, and no clause."""
    behind = next((n for n in range(k + 1, len(chunks)) if chunks[n].kind not in {"adv", "date", "prep"}), -1)
    if behind < 0 or chunks[behind].kind in {".", ",", "sub"}:
        return False
    if chunks[behind].kind == "q":
        return True
    inverted = k > 0 and chunks[k - 1].kind in {",", "."}
    if inverted or chunks[k + 1].kind not in _OPENS:
        return not inverted
    ends = next((n for n in range(behind, len(chunks)) if chunks[n].kind in {",", ";"}), len(chunks))
    clause = any(chunk.kind == "vg" and chunk.form == "finite" for chunk in chunks[behind:ends])
    closing = any(chunk.kind == "q" for chunk in chunks[behind:])
    return closing and not clause


def _speaker(clauses: Clauses, k: int, last: TokenSpan | None, tell: frozenset[str]) -> TokenSpan | None:
    """Behind the verb in a sentence turned round ("..., said X"), else its subject."""
    chunks = clauses.chunks
    told = chunks[k].word in tell  # "Ram Thapa, 52, told Reuters"
    if not told and k + 1 < len(chunks) and chunks[k + 1].kind == "np" and k > 0 and chunks[k - 1].kind in {",", "."}:
        return _phrase(clauses, k + 1)
    return _subject(chunks, k, last)


def _subject(chunks: list[Chunk], k: int, last: TokenSpan | None) -> TokenSpan | None:
    phrase = subject_of(chunks, k)
    if phrase is None or chunks[phrase.head].kind != "np":
        return None
    if chunks[phrase.head].form == "pronoun":
        return last
    return chunks[phrase.first].start, chunks[phrase.last].end


def _phrase(clauses: Clauses, k: int) -> TokenSpan:
    chunks = clauses.chunks
    last = k
    while last + 2 < len(chunks) and chunks[last + 1].kind == "prep" and chunks[last + 2].kind == "np":
        last += 2
    return chunks[k].start, chunks[last].end
