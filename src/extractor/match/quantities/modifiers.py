"""Modifiers beside an amount: "about", "more than", "or more"."""

from __future__ import annotations

from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import ModifierRow
from extractor.records import Modifier
from extractor.rules import RuleSet


class Modifiers:
    """Reads how exact an amount is from the words that touch it."""

    def __init__(self, rules: RuleSet) -> None:
        self._before: Phrases[tuple[Modifier, str]] = Phrases()
        self._after: Phrases[tuple[Modifier, str]] = Phrases()
        self._not_after: dict[str, frozenset[str]] = {}
        for name, row in rules.rows("quantities", "modifier", ModifierRow).items():
            for phrase in row.before:
                self._before.add(phrase, (row.sign, f"quantities.{name}"))
            self._not_after[f"quantities.{name}"] = frozenset(row.not_after)
            for phrase in row.after:
                self._after.add(phrase, (row.sign, f"quantities.{name}"))

    def before(self, view: View, start: int) -> tuple[int, tuple[Modifier, str]] | None:
        """Start, sign and rule of the modifier that ends at ``start``."""
        found = self._before.before(view.tokens.lower, start, view.floor)
        if found and found[0] > view.first and view.tokens.lower[found[0] - 1] in self._not_after[found[1][1]]:
            return None
        return found

    def attach(self, view: View, amount: Amount) -> None:
        """Set the modifier of a finished amount."""
        found = self.before(view, amount.start) if amount.modifier == "=" else None
        if found:
            amount.modify(found[1])
        if amount.modifier in ("=", "~"):
            after = self._after.at(view.tokens.lower, amount.end, view.limit)
            if after:
                amount.modify(after[1])

    def postfix(self, view: View, at: int) -> tuple[int, tuple[Modifier, str]] | None:
        """A modifier that begins at ``at``: "or more", "+", "- odd"."""
        return self._after.at(view.tokens.lower, at, view.limit)
