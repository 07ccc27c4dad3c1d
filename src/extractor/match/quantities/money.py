"""What stands before a number: currency signs and codes, and the signs of plus and minus."""

from __future__ import annotations

from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.units import UnitTable
from extractor.rules import RuleSet


class Signs:
    """Reads currency before the number with its scale behind it, and plus or minus."""

    def __init__(self, rules: RuleSet, words: NumberWords, units: UnitTable) -> None:
        self._units = units
        self._hyphen = words.among("hyphen")
        self._minus_word, self._plus_word = words.among("minus"), words.among("plus")
        self._minus, self._plus = words.among("minus_sign"), words.among("plus_sign")
        self._short, self._money = words.series["short_scale"], words.series["money_scale"]
        lists = rules.words("quantities", "signlist")
        self._again = frozenset(lists["dollar_of"])
        self._level, self._per = frozenset(lists["level"]), frozenset(lists["money_per"])
        self._below = Phrases((phrase, True) for phrase in lists["below_zero"])
        self._cold = frozenset(lists["below_zero_dimension"])
        self._negative = frozenset(lists["negative_dimension"])
        self._rates = frozenset(lists["negative_rate"])

    def currency(self, view: View, amount: Amount) -> None:
        """A currency sign or code before the number: "$", "US $", "Rs", "HK$", "$-50"."""
        tokens, start = view.tokens, amount.start
        atom = view.atoms[start]
        if atom is not None and atom.sign:
            found = self._units.before([atom.sign], 1, 0, view.country)
        else:
            if start - 1 > view.floor and tokens.words[start - 1] in self._minus and tokens.glued(start):
                before = self._units.before(tokens.words, start - 1, view.floor, view.country)
                if before and tokens.glued(start - 1):
                    start, amount.sign = start - 1, -1
                    amount.negate()
            found = self._units.before(tokens.words, start, view.floor, view.country)
            word = tokens.words[start - 1] if start else ""
            if found and len(word) == 1 and word.isalpha() and not self._letter(view, amount):
                found = None
        if found is None:
            return
        amount.start = found[0] if not (atom is not None and atom.sign) else amount.start
        amount.prefix = True
        amount.set_unit(found[1])
        self._money_scale(view, amount)
        self._again_behind(view, amount)

    def _letter(self, view: View, amount: Amount) -> bool:
        """A currency of one letter touches a figure of two digits and more: "R500", "R2 500", not the road N2."""
        grouped = amount.number[1] - amount.number[0] > 1 and view.tokens.words[amount.number[1] - 1].isdigit()
        long = len(view.tokens.words[amount.start]) > 1 or amount.scale > 1 or grouped
        end = amount.number[1]  # "N5 per share"
        denominated = end < view.limit and view.tokens.lower[end] in self._per
        return view.tokens.glued(amount.start) and (long or denominated)

    def _money_scale(self, view: View, amount: Amount) -> None:
        """After a currency even single letters scale: "$5.4b", "£3m", "$1.1T"."""
        if amount.end >= view.limit or amount.scale != 1:
            return
        word = view.tokens.lower[amount.end].rstrip(".")
        found = self._short.get(word) or self._money.get(word)
        if found and (view.tokens.glued(amount.end) or word in self._short):
            amount.multiply(found[0])
            amount.rules.append(found[1])
            amount.end += 1
            amount.number = (amount.number[0], amount.end)

    def _again_behind(self, view: View, amount: Amount) -> None:
        """The currency said once more behind the number: "$76 US", "US$5 dollars", "$7 Canadian dollars"."""
        if amount.end >= view.limit:
            return
        tokens = view.tokens
        if tokens.words[amount.end] in self._again:
            amount.end += 1
        found = self._units.after(tokens, amount.end, view.limit, view.country)
        if found and found[1].row.dimension == "currency" and len(tokens.words[amount.end]) > 1:
            amount.end = found[0]
            if amount.unit and amount.unit.row.code == "USD":
                amount.unit = found[1]

    def plus_minus(self, view: View, amount: Amount) -> None:
        """ "-4", "+2%", "minus 0.1": the value is negative only where it cannot be a movement."""
        at = amount.start - 1
        if at < view.floor:
            return
        tokens = view.tokens
        word = tokens.lower[at]
        if word in self._hyphen and tokens.glued(at) and at > view.floor and tokens.lower[at - 1] in self._minus_word:
            at, word = at - 1, tokens.lower[at - 1]
        if word in self._minus_word and at - 1 > view.floor and tokens.lower[at - 2] in self._plus_word:
            return  # "plus or minus 3 points"
        if word in self._minus_word:
            amount.start, amount.sign = at, -1
            amount.negate()
        elif word in self._minus and tokens.glued(at + 1) and not self._joins(view, at):
            amount.start, amount.sign = at, -1
            if self._below_zero(view, amount) or (at > view.first and tokens.lower[at - 1] in self._level):
                amount.negate()
        elif word in self._plus and tokens.glued(at + 1):
            amount.start, amount.sign = at, 1

    def below_zero(self, view: View, amount: Amount) -> None:
        """ "thirty degrees below zero": the words behind a temperature that make it negative."""
        if amount.unit is None or amount.unit.row.dimension not in self._cold or amount.sign:
            return
        found = self._below.at(view.tokens.lower, amount.end, view.limit)
        if found is not None:
            amount.end, amount.sign = found[0], -1
            amount.negate()

    def _joins(self, view: View, at: int) -> bool:
        """A dash glued to a word or figure before it joins; after a bracket it is a sign."""
        return view.tokens.glued(at) and view.tokens.words[at - 1][-1].isalnum()

    def _below_zero(self, view: View, amount: Amount) -> bool:
        """Temperatures are, and the rates that the rules name: "a deposit rate of -0.5%"."""
        if amount.unit is None:
            return False
        if amount.unit.row.dimension in self._negative:
            return True
        words = view.tokens.lower[max(view.first, amount.start - 6) : amount.start]
        return not self._rates.isdisjoint(words)
