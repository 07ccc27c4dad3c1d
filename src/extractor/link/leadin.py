"""What stands over a list: the heading or the line that ends in a colon names what its numbers measure."""

from __future__ import annotations

from extractor.link.drafts import Clauses, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.syntax.phrases import PhraseText


class LeadIn:
    """Remembers the last heading while the sentences of an article are read.

    Under "Bicycle thefts by town:" the line "Graz: 77" is about bicycle thefts.
    """

    def __init__(self, table: FrameTable, text: PhraseText) -> None:
        self._of, self._by, self._lists = table.cues["forecast_of"], table.cues["by"], table.cues["list_noun"]
        self._text = text
        self._metric: TokenSpan | None = None

    def over(self, clauses: Clauses) -> TokenSpan | None:
        """The metric that a line of a list has from its heading."""
        return self._metric if clauses.sentence.kind == "line" else None

    def see(self, clauses: Clauses) -> None:
        """Learn from a sentence that has been read: a heading holds until prose follows."""
        sentence, chunks = clauses.sentence, clauses.chunks
        if sentence.kind == "line" and clauses.drafts and all(draft.ranked_by is None for draft in clauses.drafts):
            return
        colon = clauses.tokens.words[sentence.end - 1] == ":"
        heads = not clauses.drafts and (colon or sentence.kind == "line")
        self._metric = self._listed_by(clauses)
        if heads and chunks and chunks[0].kind == "np" and all(chunk.kind != "vg" for chunk in chunks):
            last = 0
            while clauses.word(last + 1) in self._of and clauses.kind(last + 2) == "np":
                last += 2
            self._metric = self._text.metric(clauses, 0, last)

    def _listed_by(self, clauses: Clauses) -> TokenSpan | None:
        """"Here is a list of towns by cars per 1,000 people.": what the lines below give."""
        chunks = clauses.chunks
        by = next((n for n in range(len(chunks) - 1, 0, -1) if chunks[n].kind == "prep" and chunks[n].word in self._by), 0)
        listed = any(chunk.kind == "np" and chunk.word in self._lists for chunk in chunks[:by])
        if clauses.drafts or not listed or clauses.kind(by + 1) != "np":
            return None
        end = by + 1
        while clauses.kind(end + 1) in {"prep", "np", "q"}:
            end += 1
        return self._text.metric(clauses, by + 1, end)
