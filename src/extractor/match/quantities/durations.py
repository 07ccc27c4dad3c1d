"""Durations that are measurements: "waiting time fell to 26 hours", "worth 18 days of supply"."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import DateMention
from extractor.match.numbers.table import FRACTION, Atom
from extractor.match.quantities.phrases import Phrases
from extractor.rules import RuleSet


class Durations:
    """Tells which date expressions of role "duration" hold a quantity."""

    def __init__(self, rules: RuleSet) -> None:
        lists = rules.words("quantities", "durationlist")
        self._short = frozenset(lists["short"])
        self._before = Phrases((phrase, True) for phrase in lists["before"])
        self._behind = frozenset(lists["behind"])
        self._skip = frozenset(lists["skip"])

    def measures(self, tokens: Tokens, atoms: list[Atom | None], date: DateMention) -> bool:
        """Short times behind a word of measuring, or before "of"; and parts that only look like quarters of a year."""
        lower = tokens.lower
        parts = [atom for atom in atoms[date.start : date.end] if atom is not None]
        if any(atom.kind == FRACTION for atom in parts):
            return True
        if lower[date.end - 1] not in self._short:
            return False
        if date.end < len(lower) and lower[date.end] in self._behind:
            return True
        at = date.start
        while at > 0 and lower[at - 1] in self._skip:
            at -= 1
        return self._before.before(lower, at, 0) is not None
