"""Whose measure it is, where a name stands before it: "Safaribell Plc's net profit"."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.link.drafts import Draft
from extractor.link.frames import FrameTable

_RULE = "frames.possessor"


def part_possessor(tokens: Tokens, draft: Draft, table: FrameTable, lexicon: Lexicon) -> None:
    """Make the name before the clitic the subject; not "Women's unemployment", "Standard & Poor's 500 index"."""
    if draft.metric is None:
        return
    start, end = draft.metric
    at = next((n for n in range(start + 1, end - 1) if tokens.lower[n] in table.cues["clitic"]), -1)
    if at < 0 or not tokens.words[at + 1].islower():
        return
    if not all(word[0].isupper() or not word[0].isalpha() for word in tokens.words[start:at]):
        return
    if at - start == 1 and lexicon.classes(tokens.lower[start]) & lx.PLURAL:
        return  # people, no name
    draft.metric = (at + 1, end)
    if draft.subject is None:
        draft.subject = (start, at)
    draft.rules.append(_RULE)
