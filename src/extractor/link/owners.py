"""Whose number it is in company news: the company named in the sentence, else the last one named before."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.phrases import PhraseText


class OwnerLinker:
    """Remembers the company that the article is about and gives it to company metrics."""

    def __init__(self, table: FrameTable, text: PhraseText) -> None:
        self._table = table
        self._text = text
        self.owner: TokenSpan | None = None

    def note(self, clauses: Clauses) -> None:
        """Look for a company's full name in the sentence; the first one found stays until another owns a fact."""
        if self.owner is not None:
            return
        for chunk in clauses.chunks:
            if chunk.kind == "np" and chunk.form == "name":
                words = clauses.tokens.lower[chunk.start : chunk.end]
                if words[-1] in self._table.cues["company_suffix"] and len(words) > 1:
                    self.owner = (chunk.start, chunk.end)
                    return

    def link(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``company`` and, where the sentence names no owner, ``subject``."""
        lower = clauses.tokens.lower
        cues = self._table.cues
        if self.owner is None or draft.metric is None:
            return
        inside = lower[draft.metric[0] : draft.metric[1]]
        about = any(word in cues["company_metric"] for word in inside)
        subject = lower[draft.subject[0] : draft.subject[1]] if draft.subject else []
        owned = bool(subject) and (subject[-1] in cues["company_noun"] or self._names_owner(clauses, subject))
        if not (about or owned or draft.before is not None and draft.before.company):
            return
        draft.company = True
        if draft.subject is None or (subject and subject[-1] in cues["company_noun"] and len(subject) == 1):
            draft.subject = self.owner
            draft.rules.append("context.owner")

    def _names_owner(self, clauses: Clauses, subject: list[str]) -> bool:
        assert self.owner is not None
        return subject[0] == clauses.tokens.lower[self.owner[0]]
