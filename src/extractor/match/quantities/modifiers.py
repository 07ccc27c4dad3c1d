"""Modifiers beside an amount: "about", "more than", "or more"."""

from __future__ import annotations

from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import ModifierRow
from extractor.rules import RuleSet


class Modifiers:
    """Reads how exact an amount is from the words that touch it."""

    def __init__(self, rules: RuleSet) -> None:
        self._before: Phrases[tuple[str, str]] = Phrases()
        self._after: Phrases[tuple[str, str]] = Phrases()
        for name, row in rules.rows("quantities", "modifier", ModifierRow).items():
            for phrase in row.before:
                self._before.add(phrase, (row.sign, f"quantities.{name}"))
            for phrase in row.after:
                self._after.add(phrase, (row.sign, f"quantities.{name}"))

    def before(self, view: View, start: int) -> tuple[int, tuple[str, str]] | None:
        """Start, sign and rule of the modifier that ends at ``start``."""
        return self._before.before(view.tokens.lower, start, view.floor)

    def after_number(self, view: View, amount: Amount) -> None:
        """ "70+", "70-odd", "70 or more": between number and noun. Moves the end of a bare number."""
        found = self._after.at(view.tokens.lower, amount.end, view.limit)
        if found:
            self._set(amount, found[1])

    def attach(self, view: View, amount: Amount) -> None:
        """Set the modifier of a finished amount."""
        found = self.before(view, amount.start)
        if found:
            self._set(amount, found[1])
        if amount.modifier in ("=", "~"):
            after = self._after.at(view.tokens.lower, amount.end, view.limit)
            if after:
                self._set(amount, after[1])

    def skip(self, view: View, at: int) -> int:
        """The token behind a postfix modifier at ``at``, or ``at``."""
        found = self._after.at(view.tokens.lower, at, view.limit)
        return found[0] if found else at

    def postfix(self, view: View, at: int) -> tuple[int, tuple[str, str]] | None:
        """A modifier that begins at ``at``: "or more", "+", "- odd"."""
        return self._after.at(view.tokens.lower, at, view.limit)

    def _set(self, amount: Amount, found: tuple[str, str]) -> None:
        amount.modifier = found[0]
        amount.rules.append(found[1])
