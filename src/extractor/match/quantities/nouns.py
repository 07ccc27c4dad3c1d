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
    PAST,
    PLURAL,
    PROPER,
    SYMBOL,
    THIRD,
    UNKNOWN,
    Lexicon,
)
from extractor.language.tokens import Tokens
from extractor.match.numbers.table import FRACTION, Atom
from extractor.rules import RuleSet

_MODIFIER = ADJ | ANY_NOUN | PARTICIPLE | ING | PAST
_CLOSED = ((1 << 26) - 1) & ~((1 << 10) - 1) & ~UNKNOWN
_LONGEST = 8
_MODEL = 3  # figures in the number of an aircraft, a car or an engine


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
        self._capitals = frozenset(words["capital"])
        self._stops, self._often = frozenset(words["stop"]), frozenset(words["often"])
        self._no_stops = frozenset(tuple(pair.split()) for pair in words["no_stop"])
        self._hyphen, self._and = frozenset(words["hyphen"]), frozenset(words["and"])
        self._endings = words["plural_ending"]
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
            if word in self._fillers and head < 0:
                j += 1
                continue
            bits = self._lexicon.classes(word) if tokens.words[j] not in self._capitals else PROPER
            if self._ends(tokens, atoms, j, bits):
                if head < 0 and bits & _CLOSED and self._opens_compound(tokens, j, limit):
                    j += 2
                    continue
                if not self._coordinates(tokens, start, j, limit, head):
                    break
            elif singular:
                if head >= 0 and bits & PLURAL and not bits & (ADJ | PROPER):
                    break
                if not bits & ANY_NOUN and not self._modifies(lower, j, limit, bits):
                    break
                head = j if bits & ANY_NOUN and word[-1] != "." else head
            elif word[-1] == "." and head < 0 and j > start:
                break
            elif self._heads(word, bits, head, j == start) and not self._names_model(tokens, j):
                head = j
            elif head >= 0 and self._goes_on(tokens, head, j, limit):
                head = -1
            elif head >= 0 or not (self._modifies(lower, j, limit, bits) or lower[j][-1].isdigit()):
                break
            j += 1
        return Noun(start, head + 1, head, self.singular(lower[head])) if head >= 0 else None

    def compound(self, tokens: Tokens, at: int, limit: int, blocked: bytearray) -> Noun | None:
        """A singular that narrows the noun behind it: "an eleven man team", "the 11 member pact"."""
        bits, following = (self._lexicon.classes(word) for word in tokens.lower[at : at + 2])
        if blocked[at] or not tokens.words[at].islower() or not tokens.words[at + 1].islower():
            return None
        if tokens.lower[at] in self._stops:
            return None  # "the 1.7 billion average estimate"
        if bits & (_CLOSED | PLURAL | ADVERB) or not bits & NOUN or following & (_CLOSED | PAST | THIRD):
            return None
        return Noun(at, at + 1, at, tokens.lower[at]) if following & NOUN else None

    def _ends(self, tokens: Tokens, atoms: list[Atom | None], j: int, bits: int) -> bool:
        """A word that cannot stand in the group; numbers can only as "first-team", "third-party"."""
        if tokens.lower[j] in self._stops:
            following = tokens.lower[j + 1] if j + 1 < len(tokens) else ""
            behind = self._lexicon.classes(following) if tokens.lower[j] in self._often else 0
            if behind & (PLURAL | ADJ | NOUN) and not behind & _CLOSED:
                return False  # "three weekly flights"
            return (tokens.lower[j], following) not in self._no_stops
        if tokens.lower[j][-1].isdigit():
            return not self._model(tokens, j)
        atom = atoms[j]
        if atom is not None and atom.kind == FRACTION and bits & PLURAL and j and atoms[j - 1] is None:
            return False  # "two consecutive quarters"
        if atom is not None:
            return not (j + 1 < len(tokens) and tokens.lower[j + 1] in self._hyphen and tokens.glued(j + 1))
        return bool(bits & (SYMBOL | NUMBER | _CLOSED))

    def _goes_on(self, tokens: Tokens, head: int, j: int, limit: int) -> bool:
        """A noun behind what could be the head: "three United States stock indices", "two dead young owls"."""
        named = tokens.words[head][0].isupper() and tokens.words[head - 1][0].isupper()
        following = self._lexicon.classes(tokens.lower[j])
        quality = tokens.lower[head] in self._invariant and (
            self._lexicon.classes(tokens.lower[head]) & ADJ or not following & (ANY_VERB | ADJ)
        )
        if not (named or quality) or not tokens.words[j].islower():
            return False
        for at in range(j, min(j + 3, limit)):
            bits = self._lexicon.classes(tokens.lower[at])
            if self._is_plural(tokens.lower[at], bits):
                return at > j or not bits & ANY_VERB or not bits & THIRD
            if not bits & (ADJ | NOUN) or bits & (_CLOSED | PAST):
                return False
        return False

    def _model(self, tokens: Tokens, j: int) -> bool:
        """The figure in the name of a model before its noun: "30 Airbus A320 planes", "two new 737 Max jets"."""
        if j + 1 >= len(tokens) or not tokens.words[j + 1][0].isalpha():
            return False
        word, following = tokens.words[j], self._lexicon.classes(tokens.lower[j + 1])
        if following & _CLOSED and not following & PROPER:
            return False
        plural = bool(following & PLURAL)
        if word.isdecimal():
            odd = int(word) % 10 != 0 and bool(self._lexicon.classes(tokens.lower[j - 1]) & ADJ)
            named = (tokens.words[j - 1][0].isupper() or odd) and self._is_plural(tokens.lower[j + 1], following)
            return len(word) == _MODEL and (named or tokens.words[j + 1].istitle())
        return word[0].isupper() and (plural or tokens.words[j + 1].istitle() or bool(following & (ADJ | NOUN)))

    def _opens_compound(self, tokens: Tokens, j: int, limit: int) -> bool:
        """ "in-flight", "on-site", "at-risk": a closed-class word that opens a modifier."""
        return j + 2 < limit and tokens.lower[j + 1] in self._hyphen and tokens.glued(j + 1) and tokens.glued(j + 2)

    def _coordinates(self, tokens: Tokens, start: int, j: int, limit: int, head: int) -> bool:
        """ "digital and physical sales": two modifiers of one head."""
        if head >= 0 or j == start or j + 1 >= limit or tokens.lower[j] not in self._and:
            return False
        around = (self._lexicon.classes(tokens.lower[j - 1]), self._lexicon.classes(tokens.lower[j + 1]))
        return all(bits & (ADJ | ANY_NOUN) and not bits & _CLOSED for bits in around)

    def _heads(self, word: str, bits: int, head: int, first: bool) -> bool:
        """A plural; right behind the number also what is known as a verb alone: "9 assists"."""
        return bool(bits & PLURAL) or (head < 0 and (self._is_plural(word, bits) or (first and bool(bits & THIRD))))

    def _names_model(self, tokens: Tokens, j: int) -> bool:
        """A name in -s before a figure is no plural: "Airbus A320"."""
        if not tokens.words[j][0].isupper() or j + 1 >= len(tokens):
            return False
        model = tokens.words[j + 1]
        goes_on = model[0].isupper() and tokens.words[j + 2 : j + 3] == ["-"]  # "Airbus A350-900"
        return model[-1].isdigit() and (goes_on or self._model(tokens, j + 1))

    def _modifies(self, lower: list[str], j: int, limit: int, bits: int) -> bool:
        """A word that may stand before the head; a pure verb only as a participle right before a plural."""
        if bits & (ADJ | NOUN | PROPER):
            return True
        if bits & ANY_VERB:
            following = lower[j + 1] if j + 1 < limit else ""
            return bool(bits & _MODIFIER) and self._is_plural(following, self._lexicon.classes(following or "."))
        return bool(bits & ADVERB) and j + 1 < limit

    def closed(self, word: str) -> bool:
        """A word of the closed classes, or an auxiliary."""
        return bool(self._lexicon.classes(word) & _CLOSED)

    def narrows(self, word: str) -> bool:
        """A lower-case noun or adjective that is no verb and no closed-class word."""
        bits = self._lexicon.classes(word)
        return bool(bits & (ADJ | NOUN)) and not bits & (_CLOSED | PAST | ADVERB) and word not in self._stops

    def _is_plural(self, word: str, bits: int) -> bool:
        if bits & PLURAL or word in self._invariant:
            return True
        return bool(bits & PROPER) and not bits & (ADJ | NOUN) and word.endswith(self._endings) and len(word) > 4

    def singular(self, word: str) -> str:
        """The singular of a head noun: "people" is "person"."""
        return self._irregular.get(word) or self._lexicon.lemma(word, PLURAL)
