"""From a number to an amount: the sign and currency before it, the unit or counted noun after it."""

from __future__ import annotations

from decimal import Decimal

from extractor.match.numbers.grammar import Number, NumberGrammar
from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.nouns import NounGroups
from extractor.match.quantities.per import Denominators
from extractor.match.quantities.units import Unit, UnitTable
from extractor.rules import RuleSet

_TIMES = "units.times"


class Measure:
    """Reads what stands around one number, leaving ranges, brackets and modifiers to others."""

    def __init__(self, rules: RuleSet, words: NumberWords, grammar: NumberGrammar, units: UnitTable, nouns: NounGroups):
        self._grammar, self._units, self._nouns = grammar, units, nouns
        self._per = Denominators(rules, units, nouns, grammar)
        self._hyphen = words.among("hyphen")
        self._minus_word, self._plus_word = words.among("minus"), words.among("plus")
        self._minus, self._plus = words.among("minus_sign"), words.among("plus_sign")
        self._a, self._of, self._one = words.among("article"), words.among("of"), words.among("one")
        self._determiners = words.among("determiner")
        self._short, self._money = words.series["short_scale"], words.series["money_scale"]
        self._signed = frozenset({"temperature"})

    def read(self, view: View, number: Number) -> Amount:
        """The amount around ``number``."""
        amount = Amount.of(number)
        self._prefix(view, amount)
        if amount.prefix:
            self._money_scale(view, amount)
            self._suffix_of_prefix(view, amount)
        elif not self._unit(view, amount):
            self._noun(view, amount)
        self._per.attach(view, amount)
        self._sign(view, amount)
        if amount.unit is not None and amount.unit.rule == _TIMES:
            amount.form = "multiple"
        return amount

    def _prefix(self, view: View, amount: Amount) -> None:
        """A currency sign or code before the number: "$", "US $", "Rs", "HK$"."""
        found = self._units.before(view.tokens, amount.start, view.floor, view.country)
        if found is None:
            return
        start, unit = found
        word = view.tokens.words[start]
        if word.isalpha() and len(word) == 1 and not view.tokens.glued(amount.start):
            return
        amount.start, amount.prefix = start, True
        self._set(amount, unit)

    def _set(self, amount: Amount, unit: Unit) -> None:
        amount.unit = unit
        amount.rules.append(unit.rule)
        if unit.row.scale != 1:
            amount.multiply(unit.row.scale)

    def _money_scale(self, view: View, amount: Amount) -> None:
        """After a currency even single letters scale: "$5.4b", "£3m", "$1.1T"."""
        if amount.end < view.limit and amount.scale == 1:
            word = view.tokens.lower[amount.end]
            found = self._short.get(word) or self._money.get(word)
            if found and (view.tokens.glued(amount.end) or word in self._short):
                amount.multiply(found[0])
                amount.rules.append(found[1])
                amount.end += 1
                amount.number = (amount.number[0], amount.end)

    def _suffix_of_prefix(self, view: View, amount: Amount) -> None:
        """The currency said once more behind: "$76 US", "US$5 dollars", "$10 Canadian"."""
        found = self._units.after(view.tokens, amount.end, view.limit, view.country)
        if found and found[1].row.dimension == "currency" and len(view.tokens.words[amount.end]) > 1:
            amount.end = found[0]
            if amount.unit and amount.unit.row.code == "USD":
                amount.unit = found[1]

    def _unit(self, view: View, amount: Amount) -> bool:
        """A unit after the number, also joined by a hyphen ("20-mile") or "of a" ("0.4 of a percentage point")."""
        tokens, at, limit = view.tokens, amount.end, view.limit
        if at >= limit:
            return False
        lower = tokens.lower
        if lower[at] in self._hyphen and at + 1 < limit and tokens.glued(at) and tokens.glued(at + 1):
            amount.hyphen = True
            at += 1
        elif lower[at] in self._of and at + 2 < limit and lower[at + 1] in self._a | self._one:
            at += 2
        elif lower[at] in self._a and amount.value == Decimal("0.5"):
            at += 1
        if view.blocked[at]:
            return False
        found = self._units.after(tokens, at, limit, view.country)
        if found is None:
            return False
        amount.end = found[0]
        self._set(amount, found[1])
        return self._not_million(view, amount, at)

    def _not_million(self, view: View, amount: Amount, at: int) -> bool:
        """ "3.4m cars" are millions of cars, "3.4m high" are metres."""
        tokens = view.tokens
        scale = self._short.get(tokens.lower[at]) if at + 1 == amount.end and tokens.glued(at) else None
        if scale is None or amount.scale != 1 or amount.hyphen:
            return True
        noun = self._nouns.after(tokens, view.atoms, amount.end, view.limit, view.blocked, False)
        after = self._units.after(tokens, amount.end, view.limit, view.country)
        if noun is None and after is None:
            return True
        amount.multiply(scale[0])
        amount.number = (amount.number[0], amount.end)
        amount.rules[-1] = scale[1]
        amount.unit = None
        if after is not None:
            amount.end = after[0]
            self._set(amount, after[1])
        elif noun is not None:
            amount.end, amount.noun, amount.noun_name = noun.end, (noun.start, noun.end), noun.name
        return True

    def _noun(self, view: View, amount: Amount) -> None:
        """The counted noun group, after "of the" with its noun elided."""
        tokens, at, limit = view.tokens, amount.end, view.limit
        if at >= limit:
            return
        lower = tokens.lower
        singular = amount.value == 1
        if lower[at] in self._hyphen:
            if not (at + 1 < limit and tokens.glued(at) and tokens.glued(at + 1)):
                return
            amount.hyphen, at, singular = True, at + 1, True
            limit = min(limit, at + 1)
        elif amount.vague and lower[at] in self._of:
            at += 1
        elif lower[at] in self._of:
            self._noun_of(view, amount, at)
            return
        noun = self._nouns.after(tokens, view.atoms, at, limit, view.blocked, singular)
        if noun is not None:
            amount.end, amount.noun, amount.noun_name = noun.end, (noun.start, noun.end), noun.name
            amount.rules.append("quantities.counted_noun")
        elif amount.vague:
            found = self._units.after(tokens, at, limit, view.country)
            if found:
                amount.end = found[0]
                self._set(amount, found[1])

    def _noun_of(self, view: View, amount: Amount, at: int) -> None:
        """ "12 of the 40 mills": the unit comes from the whole, elided."""
        at += 1
        lower, limit = view.tokens.lower, view.limit
        if at >= limit or lower[at] not in self._determiners:
            return
        at += 1
        while at < limit and view.atoms[at] is not None:
            at += 1
        noun = self._nouns.after(view.tokens, view.atoms, at, limit, view.blocked, False)
        if noun is not None:
            amount.noun_name, amount.elided = noun.name, True
            amount.rules.append("quantities.counted_noun")

    def _sign(self, view: View, amount: Amount) -> None:
        """ "-4", "+2%", "minus 0.1": negative is only what cannot be a movement."""
        at = amount.start - 1
        if at < view.floor:
            return
        word = view.tokens.lower[at]
        if word in self._minus_word:
            amount.start, amount.sign = at, -1
            self._negate(amount)
        elif word in self._minus and view.tokens.glued(at + 1) and not view.tokens.glued(at):
            amount.start, amount.sign = at, -1
            if amount.unit is not None and amount.unit.row.dimension in self._signed:
                self._negate(amount)
        elif word in self._plus and view.tokens.glued(at + 1):
            amount.start, amount.sign = at, 1

    def _negate(self, amount: Amount) -> None:
        if amount.value is not None:
            amount.value = -amount.value
