"""Ranks: "No. 3", "ranked second", "third largest", "from 12th to 9th place"."""

from __future__ import annotations

from extractor.language.lexicon import UNKNOWN, Lexicon
from extractor.match.numbers.grammar import Number
from extractor.match.numbers.table import ORDINAL
from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import RankRow
from extractor.rules import RuleSet

_CLOSED = ~((1 << 10) - 1) & ~UNKNOWN


class Ranks:
    """Decides whether an ordinal or a number is a place in an order."""

    def __init__(self, rules: RuleSet, words: NumberWords, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._bare = "quantities.rank_free"
        self._figures_only = frozenset(rules.words("quantities", "ranklist")["figures_only"])
        self._definite = frozenset(rules.words("quantities", "ranklist")["definite"])
        self._before: Phrases[str] = Phrases()
        self._free: Phrases[str] = Phrases()
        self._cardinal: Phrases[str] = Phrases()
        self._after: Phrases[str] = Phrases()
        for name, row in rules.rows("quantities", "rank", RankRow).items():
            rule = f"quantities.{name}"
            for phrase in row.before:
                (self._cardinal if row.cardinal else self._free if row.free else self._before).add(phrase, rule)
            for phrase in row.after:
                self._after.add(phrase, rule)
        self._hyphen, self._and = words.among("hyphen"), words.among("and")
        joints = rules.words("quantities", "joint")
        self._to = frozenset(joints["to"]) | frozenset(joints["from"])

    def cardinal(self, view: View, number: Number) -> Amount | None:
        """ "No. 3", "ranked 12": a cardinal as a rank."""
        found = self._cardinal.before(view.tokens.lower, number.start, view.floor)
        if found is None or (not number.digits and view.tokens.lower[number.start - 1] in self._figures_only):
            return None
        if number.scale != 1 or number.value != number.value.to_integral_value():
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
        rule = self._standing(view, number)
        if rule is not None:
            return self._rank(number, rule)
        if at == end and end + 1 < view.limit and lower[end] in self._to:
            following = view.atoms[end + 1]
            if following is not None and following.kind == ORDINAL:
                return self._chain(view, number, end + 1, following.value)
        return None

    def _standing(self, view: View, number: Number) -> str | None:
        """ "Oslo was fifth", "Umag fourth", "only 24th when": an ordinal with nothing behind that it could count."""
        start, end, lower = number.start, number.end, view.tokens.lower
        if number.value < 2 or view.blocked[start]:
            return None
        following = lower[end] if end < view.limit else "."
        bits = self._lexicon.classes(following)
        if following[0].isalnum() and not bits & _CLOSED:
            return None
        found = self._free.before(lower, start, view.first)
        if found is not None:
            return found[1]
        before = view.tokens.words[start - 1] if start > view.first else ""
        pair = view.atoms[start - 2] if before in self._and and start - 2 >= view.first else None
        if pair is not None and pair.kind == ORDINAL:
            return None
        named = before[:1].isupper() and not self._lexicon.classes(before.lower()) & _CLOSED
        figure = number.digits and before.lower() not in self._definite and before != ""
        return self._bare if figure or (named and start - 1 > view.first) else None

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
