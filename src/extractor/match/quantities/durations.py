"""Durations that are measurements: "waiting time fell to 26 hours", "worth 18 days of supply"."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import DateMention
from extractor.match.numbers.table import FRACTION, Atom
from extractor.match.quantities.phrases import Phrases
from extractor.rules import RuleSet

_REACH = 12  # tokens from "life expectancy" to its number


class Durations:
    """Tells which date expressions of role "duration" hold a quantity."""

    def __init__(self, rules: RuleSet) -> None:
        lists = rules.words("quantities", "durationlist")
        self._short = frozenset(lists["short"])
        self._before = Phrases((phrase, True) for phrase in lists["before"])
        self._lives = frozenset(lists["lives"])
        self._behind = frozenset(lists["behind"])
        self._skip = frozenset(lists["skip"])

    def measures(self, tokens: Tokens, atoms: list[Atom | None], date: DateMention) -> bool:
        """Short times behind a word of measuring or before "of", years behind "expectancy", and fractions."""
        lower = tokens.lower
        parts = [atom for atom in atoms[date.start : date.end] if atom is not None]
        if any(atom.kind == FRACTION for atom in parts):
            return True
        if lower[date.end - 1] not in self._short:
            if "-" in lower[date.start : date.end]:
                return False  # "the average 30-year mortgage"
            first = tokens.sentences[tokens.sentence_of[date.start]].start
            return not self._lives.isdisjoint(lower[max(first, date.start - _REACH) : date.start])
        if date.end < len(lower) and lower[date.end] in self._behind:
            return True
        at = date.start
        while at > 0 and lower[at - 1] in self._skip:
            at -= 1
        return self._before.before(lower, at, 0) is not None
