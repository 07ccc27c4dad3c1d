"""What stands behind a word: a number, a sign that the word is a noun, another verb of its clause."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.link.syntax.words import LOOKAHEAD, NOMINAL, Words

_OPENS_NOUNS = lx.ARTICLE | lx.DETERMINER | lx.POSSESSIVE | lx.PRONOUN | lx.ANY_NOUN | lx.UNKNOWN
_NO_NOUNS = lx.PREPOSITION | lx.SUBORDINATOR | lx.CLOSED_ADVERB | lx.PAST | lx.BE | lx.HAVE | lx.MODAL


class Behind:
    """Looks behind a word that can be a verb."""

    def __init__(self, lexicon: Lexicon, cues: dict[str, frozenset[str]]) -> None:
        self._lexicon = lexicon
        self._noun_before, self._by = cues["noun_before"], cues["by"]
        self._plain, self._least = cues["plain_before"], cues["least"]

    def noun_sign(self, words: Words, k: int) -> bool:
        """"loan loss provisions of": a word that stands behind nouns."""
        i = words.start + k + 1
        return i < len(words.tokens) and words.tokens.lower[i] in self._noun_before

    def quantity(self, words: Words, k: int, *, past_prepositions: bool) -> bool:
        """A number, or a preposition and a number, stands right after: "fell 2.8%", "rose to 5"."""
        i, lower = words.start + k, words.tokens.lower
        for n in range(i + 1, min(i + 4, len(lower))):
            if words.fixed.get(n) == "Q":
                return True
            if lower[n] in self._noun_before:
                return False
            c = self._lexicon.classes(lower[n])
            if c & lx.PREPOSITION and n + 1 < len(lower) and lower[n + 1] in self._least:
                continue  # "kills at least 94"
            if lower[n] in self._plain and n + 1 < len(lower) and words.fixed.get(n + 1) == "Q":
                continue  # "hits record 5.5 million"
            if not c & (lx.CLOSED_ADVERB | lx.ARTICLE) and not (past_prepositions and c & lx.PREPOSITION):
                return False
        return False

    def reduced(self, words: Words, k: int) -> bool:
        """"the goods carried by the line have increased": a finite verb of the same clause follows the participle."""
        following = words.ahead(k + 1)
        if words.fixed.get(words.start + k + 1, "") == "L":
            return False  # "the maker said U.S. sales rose"
        counted = words.near == "q" and k + 1 < len(words.bits) and words.lower(k + 1) in self._by
        if counted and not measured(words, k + 1):
            return True  # "247 mills surveyed by Mysteel"
        near = words.tags[-2] if words.near == "R" and len(words.tags) > 1 else words.near  # "newly built in"
        if near not in NOMINAL or (following & _OPENS_NOUNS and not following & _NO_NOUNS):
            return False  # "the minister said exports rose"
        if k + 1 < len(words.bits) and words.lower(k + 1) in self._by and not measured(words, k + 1):
            return True  # "people killed by floods"
        for n in range(k + 1, min(k + LOOKAHEAD, len(words.bits))):
            c = words.bits[n]
            if not c and words.fixed.get(words.start + n, "") in "LlZz":
                continue  # "killed by floods in Kenya since March has risen"
            if not c or c & (lx.SYMBOL | lx.NUMBER | lx.CONJUNCTION | lx.SUBORDINATOR) and not c & lx.PREPOSITION:
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL):
                return True
            named = words.fixed.get(words.start + n - 1, "") in {"L", "l"}
            named = named or bool(words.bits[n - 1] & (lx.ANY_NOUN | lx.UNKNOWN))
            if named and c & lx.PAST and (not c & (lx.PARTICIPLE | lx.ADJ) or _tells(words, n)):
                return True
        return False


def _tells(words: Words, k: int) -> bool:
    """A number, or a preposition and a number, behind a past form: "the mills built in Kenya reached 742"."""
    return measured(words, k) or bool(words.ahead(k + 1) & lx.PREPOSITION and measured(words, k + 1))


def measured(words: Words, k: int) -> bool:
    """A number stands right behind word ``k``: "measuring 5.6"."""
    return words.fixed.get(words.start + k + 1) == "Q"


def amount_behind(words: Words, k: int) -> bool:
    """A number right behind, or behind one determiner: "plans another 100"."""
    at = words.start + k + 1
    return words.fixed.get(at) == "Q" or (bool(words.ahead(k + 1) & lx.DETERMINER) and words.fixed.get(at + 1) == "Q")
