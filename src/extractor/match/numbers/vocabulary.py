"""The number words and closed classes that the number grammar reads, loaded once from ``rules/numbers``."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.match.numbers.rows import Series
from extractor.rules import RuleSet

WordValue = dict[str, tuple[Decimal, str]]


@dataclass(slots=True)
class NumberWords:
    """Tables word -> (value, rule name) by role, and the closed classes as sets."""

    series: dict[str, WordValue] = field(default_factory=dict)
    lists: dict[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def load(cls, rules: RuleSet) -> NumberWords:
        """Read the rows.

        >>> NumberWords.load(RuleSet.load()).series["ones"]["seven"]
        (Decimal('7'), 'numbers.ones')
        """
        words = cls()
        for name, row in rules.rows("numbers", "series", Series).items():
            table = words.series.setdefault(row.role, {})
            table.update({word: (value, f"numbers.{name}") for word, value in row.values.items()})
        words.lists = {name: frozenset(items) for name, items in rules.words("numbers", "wordlist").items()}
        return words

    def among(self, name: str) -> frozenset[str]:
        """The closed class ``name``."""
        return self.lists[name]
