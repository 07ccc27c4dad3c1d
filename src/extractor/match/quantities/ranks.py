"""Ranks: "No. 3", "ranked second", "third largest", "from 12th to 9th place"."""

from __future__ import annotations

from extractor.match.numbers.grammar import Number
from extractor.match.numbers.table import ORDINAL
from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import RankRow
from extractor.rules import RuleSet


class Ranks:
    """Decides whether an ordinal or a number is a place in an order."""

    def __init__(self, rules: RuleSet, words: NumberWords) -> None:
        self._before: Phrases[str] = Phrases()
        self._cardinal: Phrases[str] = Phrases()
        self._after: Phrases[str] = Phrases()
        for name, row in rules.rows("quantities", "rank", RankRow).items():
            rule = f"quantities.{name}"
            for phrase in row.before:
                (self._cardinal if row.cardinal else self._before).add(phrase, rule)
            for phrase in row.after:
                self._after.add(phrase, rule)
        self._hyphen = words.among("hyphen")
        joints = rules.words("quantities", "joint")
        self._to = frozenset(joints["to"]) | frozenset(joints["from"])

    def cardinal(self, view: View, number: Number) -> Amount | None:
        """ "No. 3", "ranked 12": a cardinal as a rank."""
        found = self._cardinal.before(view.tokens.lower, number.start, view.floor)
        if found is None or number.scale != 1 or number.value != number.value.to_integral_value():
            return None
        if number.end < view.limit and view.tokens.glued(number.end) and view.tokens.lower[number.end] in self._hyphen:
            return None
        amount = self._rank(number, found[1])
        amount.start = found[0]
        return amount

    def ordinal(self, view: View, number: Number) -> Amount | None:
        """ "ranked second", "third-largest", "12th place"."""
        lower, end = view.tokens.lower, number.end
        at = end + 1 if end + 1 < view.limit and lower[end] in self._hyphen and view.tokens.glued(end) else end
        after = self._after.at(lower, at, view.limit)
        if after is not None:
            return self._rank(number, after[1])
        before = self._before.before(lower, number.start, view.floor)
        if before is not None and not view.blocked[number.start]:
            return self._rank(number, before[1])
        if at == end and end + 1 < view.limit and lower[end] in self._to:
            following = view.atoms[end + 1]
            if following is not None and following.kind == ORDINAL:
                return self._chain(view, number, end + 1, following.value)
        return None

    def _chain(self, view: View, number: Number, at: int, value: object) -> Amount | None:
        """ "from 12th to 9th place": the first is a rank if the second is one."""
        second = Number(at, at + 1, number.value, "ordinal", digits=number.digits, rules=number.rules)
        found = self.ordinal(view, second)
        return self._rank(number, found.rules[-1]) if found else None

    def _rank(self, number: Number, rule: str) -> Amount:
        amount = Amount.of(number)
        amount.form = "rank"
        amount.rules.append(rule)
        return amount
