"""Normal forms of wordings, so that a plural, an article or "Province" is not scored as an error."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from extractor.rules import Row, RuleSet


class Suffix(Row):
    """An ending that normal forms drop or replace; see ``rules/evaluate/wording.toml``."""

    ending: str
    becomes: str
    spared: tuple[str, ...] = ()


class Wording:
    """Normal forms by the rows of ``rules/evaluate``.

    >>> wording = Wording(RuleSet.load())
    >>> sorted(wording.content("the number of granted patents"))
    ['granted', 'patent']
    >>> wording.place("Sichuan Province")
    'sichuan'
    """

    def __init__(self, rules: RuleSet) -> None:
        words = rules.words("evaluate", "words")
        self.stop, self.people, self.points = (frozenset(words[name]) for name in ("stop", "people", "point"))
        self.worlds = frozenset(words["world"])
        self._place_words = re.compile(rf"\b(?:{'|'.join(map(re.escape, words['place']))})\b")
        self._suffixes = tuple(rules.rows("evaluate", "suffix", Suffix).values())

    def stem(self, word: str) -> str:
        """A word without its plural ending."""
        for row in self._suffixes:
            if word.endswith(row.ending) and len(word) > len(row.ending) + 2 and not word.endswith(row.spared):
                return word[: -len(row.ending)] + row.becomes
        return word

    def content(self, text: str | None) -> frozenset[str]:
        """The content words of a noun phrase, in normal form."""
        words = re.findall(r"[a-z0-9&]+", (text or "").lower())
        return frozenset(self.stem(word) for word in words if word not in self.stop)

    def unit(self, name: str | None) -> str:
        """The normal form of a unit's name."""
        return " ".join(self.stem(word) for word in re.findall(r"[\w.&'%-]+", (name or "").lower()))

    def denominator(self, name: str | None) -> str:
        """The normal form of a denominator: its last word, one word for all that mean a head."""
        words = (name or "").lower().split()
        last = self.stem(words[-1]) if words else ""
        return min(self.people) if last in self.people else last

    def place(self, name: str | None) -> str:
        """The normal form of a place's name, one for all names of the world."""
        lowered = re.sub(r"[\u2010-\u2015]", "-", (name or "").lower())
        bare = " ".join(re.findall(r"[\w.&]+", self._place_words.sub(" ", lowered)))
        return min(self.worlds) if bare in self.worlds else bare


def overlap(found: AbstractSet[str], wanted: AbstractSet[str]) -> tuple[int, int]:
    """F1 of two sets of words as a fraction: twice the common words, and the words of both."""
    return 2 * len(found & wanted), len(found) + len(wanted)
