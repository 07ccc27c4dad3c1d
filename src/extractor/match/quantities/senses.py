"""Names that are two units: which one a text means, by the words around it."""

from __future__ import annotations

from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.rows import SenseRow
from extractor.rules import RuleSet


class Senses:
    """Chooses the unit of an ambiguous name: "12 pounds of rye" is mass, "12 million pounds" money."""

    def __init__(self, rules: RuleSet) -> None:
        self._rows: dict[str, list[tuple[str, SenseRow]]] = {}
        for name, row in rules.rows("quantities", "sense", SenseRow).items():
            for key in row.names:
                self._rows.setdefault(key, []).append((f"quantities.{name}", row))
        self._near: dict[str, frozenset[str]] = {
            rule: frozenset(row.near) for rows in self._rows.values() for rule, row in rows
        }

    def choose(self, view: View, amount: Amount, key: str) -> tuple[str, str] | None:
        """Unit row and rule for the name ``key`` here; None where the name is not ambiguous."""
        for rule, row in self._rows.get(key, ()):
            if row.countries:
                if view.country in row.countries:
                    return row.unit, rule
                continue
            if row.scaled and amount.scale < row.scaled:
                continue
            following = view.tokens.lower[amount.end] if amount.end < view.limit else ""
            if row.unless and following in row.unless:
                continue
            if not row.near and not row.after:
                return row.unit, rule
            if following in row.after:
                return row.unit, rule
            if not self._near[rule].isdisjoint(view.tokens.lower[view.first : view.limit]):
                return row.unit, rule
        return None
