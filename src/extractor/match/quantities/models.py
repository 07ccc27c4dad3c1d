"""Figures inside the names of models: "A350-900", "Boeing 737-8", "777-200LR", "long-range 777"."""

from __future__ import annotations

from extractor.language.lexicon import PROPER, UNKNOWN, Lexicon
from extractor.match.quantities.amount import View

DASHES = frozenset("-\u2013\u2014:")
_MODEL = 3  # digits of an aircraft's number


class Models:
    """Tells the second figure of a model's name from a number."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def in_part_number(self, view: View, start: int) -> bool:
        """ "kx4-250m": behind a dash glued to a word that mixes letters and figures."""
        if start - 2 < view.first or view.tokens.words[start - 1] not in DASHES or not view.tokens.glued(start):
            return False
        word = view.tokens.words[start - 2]
        mixed = word[-1].isdigit() and word[0].isalpha()
        return (mixed or self._named(view, start - 2)) and view.tokens.glued(start - 1)

    def _named(self, view: View, at: int) -> bool:
        """ "Boeing 737-8": a figure of three digits behind a name."""
        word, before = view.tokens.words[at], at - 1
        if not word.isdecimal() or len(word) != _MODEL or before < view.first:
            return False
        unknown = self._lexicon.classes(view.tokens.lower[before]) & (PROPER | UNKNOWN)
        return bool(unknown) and view.tokens.words[before].istitle()


def variant(view: View, end: int) -> bool:
    """ "777-200LR": a dash and a word of figures and letters touch the figure."""
    words = view.tokens.words
    if end + 1 >= view.limit or words[end] not in DASHES or not words[end + 1][0].isdigit():
        return False
    return words[end + 1][-1].isupper() and view.tokens.glued(end) and view.tokens.glued(end + 1)


def hyphenated(view: View, at: int) -> bool:
    """True for a dash that touches both words, as in "long-range"."""
    return view.tokens.words[at] in DASHES and view.tokens.glued(at) and view.tokens.glued(at + 1)
