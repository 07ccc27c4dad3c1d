"""Names of results of many words as one noun: "earnings before interest, taxes, depreciation and amortization"."""

from __future__ import annotations

from dataclasses import replace

from extractor.language.tokens import Tokens
from extractor.link.syntax.chunks import Chunk

_LINKS = frozenset({",", "conj"})
_LEAST = 2  # deducted things: "profit before tax" is read as any group with a complement


class EarningsNames:
    """Joins the chunks of such a name."""

    def __init__(self, cues: dict[str, frozenset[str]]) -> None:
        self._deducted = cues["deducted"]
        self._before = cues["before_deducted"]

    def join(self, tokens: Tokens, chunks: list[Chunk]) -> list[Chunk]:
        """The chunks with each such name as one noun group."""
        if not any(chunk.word in self._deducted and chunk.kind == "np" for chunk in chunks):
            return chunks
        k = 1
        while k < len(chunks) - 1:
            if chunks[k].word in self._before and chunks[k - 1].kind == "np":
                last = self._last(tokens, chunks, k + 1)
                if last > k:
                    name = chunks[k - 1]
                    chunks[k - 1 : last + 1] = [replace(name, end=chunks[last].end)]
            k += 1
        return chunks

    def _last(self, tokens: Tokens, chunks: list[Chunk], first: int) -> int:
        """The last chunk of the list of deducted things that opens at ``first``, -1 where there is none."""
        found, last, k = 0, -1, first
        while k < len(chunks) and (chunks[k].kind in _LINKS or self._taken(tokens, chunks[k])):
            if chunks[k].kind == "np":
                found += tokens.lower[chunks[k].start : chunks[k].end].count(chunks[k].word)
                found += chunks[k].end - chunks[k].start > 1
                last = k
            k += 1
        return last if found >= _LEAST else -1

    def _taken(self, tokens: Tokens, chunk: Chunk) -> bool:
        if chunk.kind != "np":
            return False
        words = tokens.lower[chunk.start : chunk.end]
        return words[-1] in self._deducted and not self._deducted.isdisjoint(words)
