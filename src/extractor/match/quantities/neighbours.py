"""What an amount takes from its neighbours: the elided unit, and the equivalent in brackets."""

from __future__ import annotations

from extractor.match.quantities.amount import Amount, View
from extractor.rules import RuleSet

_REACH = 14  # tokens between an amount and the neighbour whose unit it takes


class Neighbours:
    """Second pass over the amounts of one sentence, in order."""

    def __init__(self, rules: RuleSet) -> None:
        words = rules.words("quantities", "neighbour")
        self._open, self._close = frozenset(words["open"]), frozenset(words["close"])
        self._or, self._links = frozenset(words["or"]), frozenset(words["link"])
        self._comma = frozenset(words["comma"])
        self._fillers = frozenset(words["bracket_filler"])

    def equivalents(self, view: View, amounts: list[Amount]) -> list[Amount]:
        """Attach conversions to the amount before them and take them off the list."""
        kept: list[Amount] = []
        for amount in amounts:
            if kept and self._converts(view, kept[-1], amount):
                first = kept[-1]
                first.equivalents.append(amount)
                first.rules.append("quantities.equivalent")
            else:
                kept.append(amount)
        return kept

    def _converts(self, view: View, first: Amount, second: Amount) -> bool:
        if first.unit is None or second.unit is None or first.form != "amount" or second.form != "amount":
            return False
        one, two = first.unit.row, second.unit.row
        if one.dimension != two.dimension or (one.name == two.name and one.code == two.code):
            return False
        if first.sign or second.sign or second.per not in (None, first.per):
            return False
        if one.dimension == "ratio" or (one.dimension == "currency" and (not one.code or not two.code)):
            return False
        end = first.equivalents[-1].end if first.equivalents else first.end
        between = view.tokens.lower[end : second.start]
        after = view.tokens.lower[second.end] if second.end < view.limit else ""
        if between and between[0] in self._open:
            return all(word in self._fillers for word in between[1:])
        if first.equivalents and all(word in self._comma or word in self._or for word in between):
            return True
        if between and between[0] in self._comma and len(between) > 1 and between[1] in self._or:
            return all(word in self._fillers for word in between[2:]) and after in self._comma | {".", ";", ""}
        return False

    def elide(self, view: View, amounts: list[Amount]) -> None:
        """Give bare numbers the unit of the amount before, or else after, in the same chain."""
        for i, amount in enumerate(amounts):
            if amount.measured or amount.form != "amount" or amount.elided:
                continue
            if i and self._linked(view, amounts[i - 1], amount):
                self._take(amount, amounts[i - 1])
            elif i + 1 < len(amounts) and self._linked(view, amount, amounts[i + 1]):
                self._take(amount, amounts[i + 1])

    def _linked(self, view: View, first: Amount, second: Amount) -> bool:
        """Whether a word between two amounts makes them a pair: "to", "from", "and", "against"."""
        measured = first if first.measured else second
        if not measured.measured or measured.form != "amount" or second.start - first.end > _REACH:
            return False
        if first.equivalents and second.start - first.equivalents[-1].end > _REACH:
            return False
        between = view.tokens.lower[first.end : second.start]
        return any(word in self._links for word in between)

    def _take(self, amount: Amount, other: Amount) -> None:
        amount.take_unit(other)
        amount.rules += [other.unit.rule if other.unit else "quantities.counted_noun", "quantities.elided"]
