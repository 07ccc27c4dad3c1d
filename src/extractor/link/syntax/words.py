"""The words of a sentence while they get their tags: possible classes ahead, tags behind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extractor.language import lexicon as lx
from extractor.language.tokens import Tokens

NOMINAL = frozenset("NLl")
LOOKAHEAD = 14
_CLAUSE = 7  # tokens in which the verb of a clause behind "as" or "after" stands


@dataclass(slots=True)
class Words:
    """A sentence from token ``start`` on: ``bits`` are the possible classes of its tokens, ``fixed`` tags by token.

    ``tags`` holds those given so far, so that the word to be tagged next is number ``len(tags)``.
    """

    tokens: Tokens
    start: int
    bits: list[int]
    fixed: dict[int, str]
    tags: list[str] = field(default_factory=list)

    @property
    def near(self) -> str:
        """The tag of the word before, "" at the start."""
        return self.tags[-1] if self.tags else ""

    @property
    def previous(self) -> str:
        """The nearest tag before that is no adverb and no negation."""
        for tag in reversed(self.tags):
            if tag not in "RX":
                return tag
        return ""

    def lower(self, k: int) -> str:
        """Word ``k`` in lower case."""
        return self.tokens.lower[self.start + k]

    def ahead(self, k: int) -> int:
        """The classes of word ``k``; 0 for a mention and behind the end."""
        return self.bits[k] if k < len(self.bits) else 0

    def noun_follows(self, k: int) -> bool:
        """A noun stands behind word ``k``, with nothing but adjectives between."""
        for n in range(k + 1, min(k + 4, len(self.bits))):
            c = self.bits[n]
            if c & (lx.ANY_NOUN | lx.UNKNOWN) and not c & (lx.ARTICLE | lx.PREPOSITION | lx.SUBORDINATOR | lx.PRONOUN):
                return not (c & lx.FINITE and not c & lx.PLURAL)
            if not c & (lx.ADJ | lx.PARTICIPLE | lx.ING):
                return False
        return False

    def finite_ahead(self, k: int) -> bool:
        """A word that is surely a finite verb follows in the clause."""
        for n in range(k + 1, min(k + LOOKAHEAD, len(self.bits))):
            c = self.bits[n]
            if c & lx.SYMBOL or c & lx.SUBORDINATOR and not c & lx.PREPOSITION:
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL) and not c & lx.CLITIC:
                return True
            if c & lx.PAST and not c & (lx.PARTICIPLE | lx.ADJ | lx.BASE):
                return True
            if c & lx.PAST and not c & (lx.ADJ | lx.BASE | lx.ANY_NOUN):
                before = self.bits[n - 1]
                if n - 1 > k and before & lx.CLOSED_ADVERB and not before & lx.ANY_NOUN:
                    return True  # "ore grades there averaged"
                if (not before or before & (lx.ANY_NOUN | lx.UNKNOWN)) and n - 1 > k:
                    return True
        return False

    def clause_follows(self, k: int) -> bool:
        """"as the dollar dropped below": a noun group and a finite verb, so that the preposition opens a clause."""
        of = 0
        for n, c in enumerate(self.bits[k + 2 : k + _CLAUSE], k + 2):
            if c & lx.PAST and self.fixed.get(self.start + n + 1) == "Q" and self.bits[n - 1] & (lx.ANY_NOUN | lx.UNKNOWN):
                return True  # "as output increased 13 percent"
            if not c or c & (lx.SYMBOL | lx.CONJUNCTION):
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL) or (c & lx.PAST and not c & (lx.ADJ | lx.BASE)):
                return True
            of += bool(c & lx.PREPOSITION)  # "as the number of visitors rose"
            if c & lx.SUBORDINATOR or of > 1:
                return False
        return False


class NeighbourNeeded(Exception):  # noqa: N818 # no error: it says that a word alone does not tell
    """A word's tag depends on those beside it."""


class _Own(list[Any]):
    """Of a list over the words, only the place of the word itself can be read."""

    def __getitem__(self, k: Any) -> Any:
        if k != 1:
            raise NeighbourNeeded
        return super().__getitem__(k)

    def __len__(self) -> int:
        raise NeighbourNeeded

    def __iter__(self) -> Iterator[Any]:
        raise NeighbourNeeded

    def __reversed__(self) -> Iterator[Any]:
        raise NeighbourNeeded


class _Mentions(dict[int, str]):
    """Which words are mentions is not told."""

    def get(self, *_: Any) -> Any:
        """Never told."""
        raise NeighbourNeeded

    def __contains__(self, _: object) -> bool:
        raise NeighbourNeeded


def alone(word: str, lower: str, bits: int) -> Words:
    """A word at place 1, behind and before others that nobody may look at: what is found so holds for it everywhere."""
    tokens = Tokens("", _Own(["", word]), _Own(["", lower]), [], [])
    return Words(tokens, 0, _Own([0, bits]), _Mentions(), _Own())
