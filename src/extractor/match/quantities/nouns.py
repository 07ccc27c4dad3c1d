"""The counted noun group after a number: "valid domestic invention patents"."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.language.lexicon import (
    ADJ,
    ADVERB,
    ANY_NOUN,
    ANY_VERB,
    ING,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PLURAL,
    PROPER,
    SYMBOL,
    UNKNOWN,
    Lexicon,
)
from extractor.language.tokens import Tokens
from extractor.match.numbers.table import Atom
from extractor.rules import RuleSet

_MODIFIER = ADJ | ANY_NOUN | PARTICIPLE | ING
_CLOSED = ((1 << 26) - 1) & ~((1 << 10) - 1) & ~UNKNOWN
_LONGEST = 8


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun group: tokens ``start`` to ``end``, the head's index and its singular."""

    start: int
    end: int
    head: int
    name: str


class NounGroups:
    """Finds the noun group that a number counts, by possible parts of speech and number agreement."""

    def __init__(self, rules: RuleSet, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        words = rules.words("quantities", "nounlist")
        self._invariant = frozenset(words["invariant"])
        self._fillers = frozenset(words["filler"])
        self._stops = frozenset(words["stop"])
        self._hyphen = frozenset(words["hyphen"])
        self._irregular = dict(pair.split(" > ") for pair in words["irregular"])

    def after(
        self, tokens: Tokens, atoms: list[Atom | None], start: int, limit: int, blocked: bytearray, singular: bool
    ) -> Noun | None:
        """The group that begins at ``start``. With ``singular`` ("one", "90,000-crown") its head is no plural."""
        lower = tokens.lower
        limit = min(limit, start + _LONGEST)
        head, j = -1, start
        while j < limit and not blocked[j]:
            word = lower[j]
            if word in self._hyphen and head < 0 and j > start and tokens.glued(j) and j + 1 < limit:
                j += 1
                continue
            bits = self._lexicon.classes(word)
            if word in self._fillers:
                j += 1
                continue
            if word in self._stops or bits & (SYMBOL | NUMBER) or atoms[j] is not None or bits & _CLOSED:
                break
            plural = self._is_plural(word, bits)
            if head >= 0 and not plural and not (singular and bits & NOUN):
                break
            if plural and not singular:
                head = j
            elif singular and bits & ANY_NOUN:
                head = j
                if plural and not bits & (ADJ | NOUN):
                    break
            elif (not bits & _MODIFIER and not (bits & ADVERB and j + 1 < limit)) or self._is_verb(bits, j == start):
                break
            j += 1
        if head < 0:
            return None
        return Noun(start, head + 1, head, self.singular(lower[head]))

    def _is_verb(self, bits: int, first: bool) -> bool:
        """A verb that does not belong to the group; participles may stand in it, but not at its head."""
        if not bits & ANY_VERB or bits & (ADJ | NOUN | PROPER):
            return False
        return first or not bits & (PARTICIPLE | ING)

    def _is_plural(self, word: str, bits: int) -> bool:
        return bool(bits & PLURAL) or word in self._invariant

    def singular(self, word: str) -> str:
        """The singular of a head noun: "people" is "person"."""
        return self._irregular.get(word) or self._lexicon.lemma(word, PLURAL)
