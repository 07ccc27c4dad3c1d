"""From a number to an amount: currency before it, the unit or counted noun after it, the denominator."""

from __future__ import annotations

from decimal import Decimal

from extractor.match.numbers.grammar import Number, NumberGrammar
from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.amount import Amount, Unit, View
from extractor.match.quantities.modifiers import Modifiers
from extractor.match.quantities.money import Signs
from extractor.match.quantities.nouns import Noun, NounGroups
from extractor.match.quantities.per import Denominators
from extractor.match.quantities.units import UnitTable
from extractor.rules import RuleSet

_TIMES = "units.times"
# A counted noun that is itself a unit of these is one: "517 rushing yards", "70 circuit kilometers".
_HEADS = frozenset({"length", "area", "volume", "mass", "energy", "currency", "time"})


class Measure:
    """Reads what stands around one number, leaving ranges, brackets and modifiers to others."""

    def __init__(
        self,
        rules: RuleSet,
        words: NumberWords,
        grammar: NumberGrammar,
        units: UnitTable,
        nouns: NounGroups,
        modifiers: Modifiers,
    ) -> None:
        self._grammar, self._units, self._nouns = grammar, units, nouns
        self._modifiers = modifiers
        self._signs = Signs(rules, words, units)
        self.per = self._per = Denominators(rules, units, nouns, grammar)
        self._hyphen = words.among("hyphen")
        self._a, self._of, self._one = words.among("article"), words.among("of"), words.among("one")
        self._out = words.among("out")
        joints = rules.words("quantities", "neighbour")
        self._length = frozenset(joints["length"])
        self._open, self._close = frozenset(joints["open"]), frozenset(joints["close"])
        self._determiners = words.among("determiner")
        self._or, self._articles = frozenset(joints["or"]), self._a | frozenset(joints["another"])
        self._definite = self._determiners | self._a
        self._on, self._scale_words = frozenset(joints["on"]), frozenset(joints["scale"])
        self._named = frozenset(rules.words("quantities", "signlist")["named_prefix"])
        self._short, self._scales = words.series["short_scale"], words.series["scale"]

    def read(self, view: View, number: Number) -> Amount:
        """The amount around ``number``."""
        amount = Amount.of(number)
        at = amount.end
        if at + 2 < view.limit and view.tokens.lower[at] in self._open and view.tokens.lower[at + 2] in self._close:
            again = view.atoms[at + 1]  # "two (2) mills"
            amount.end = at + 3 if again is not None and again.value == amount.value else at
        self._signs.currency(view, amount)
        if not amount.prefix and not self._unit(view, amount):
            self._noun(view, amount)
        if not amount.measured and amount.start > view.floor:
            self._named_prefix(view, amount)
        if not amount.measured:
            self._apart(view, amount)
        self._per.attach(view, amount)
        if amount.per is not None and not amount.measured and self._units.is_money(amount.per[1]):
            self._priced(view, amount)
        self._signs.plus_minus(view, amount)
        self._signs.below_zero(view, amount)
        if amount.unit is not None and amount.unit.rule == _TIMES:
            amount.form = "multiple"
        return amount

    def unit_named(self, name: str) -> Unit | None:
        """The unit of this name."""
        found = self._units.names.at(name.split(), 0, len(name.split()))
        return found[1] if found else None

    def _apart(self, view: View, amount: Amount) -> None:
        """A unit that other words part from the number: "7 on the GPa scale", "a minute or two"."""
        lower, at = view.tokens.lower, amount.end
        if at + 2 < view.limit and lower[at] in self._on:
            at += 1 + (lower[at + 1] in self._determiners)
            found = self._units.after(view.tokens, at, view.limit, view.country)
            if found and found[0] < view.limit and lower[found[0]] in self._scale_words:
                amount.end = found[0] + 1
                amount.set_unit(found[1])
        elif amount.start - 2 > view.first and lower[amount.start - 1] in self._or:
            self._or_two(view, amount)

    def _or_two(self, view: View, amount: Amount) -> None:
        """ "another day or two", "a percentage point or two": the noun between the article and "or"."""
        tokens, end = view.tokens, amount.start - 1
        for at in (end - 1, end - 2):
            if at - 1 < view.first or tokens.lower[at - 1] not in self._articles:
                continue
            found = self._units.after(tokens, at, end, view.country)
            noun = None if found else self._nouns.after(tokens, view.atoms, at, end, view.blocked, True)
            if found and found[0] == end:
                amount.set_unit(found[1])
            elif noun is not None and noun.end == end:
                amount.noun_name = noun.name
                amount.rules.append("quantities.counted_noun")
            amount.elided = amount.measured
            return

    def _named_prefix(self, view: View, amount: Amount) -> None:
        """ "Rupees 500", "Euro 7 million": the currency's name before the number."""
        at, lower = amount.start - 1, view.tokens.lower
        atom = view.atoms[amount.number[0]]
        if lower[at] not in self._named or view.blocked[at] or atom is None or not atom.digits:
            return
        found = self._units.names.at(lower, at, amount.start)
        if found is None or (at > view.floor and lower[at - 1] in self._determiners):
            return
        amount.start, amount.prefix = at, True
        amount.set_unit(found[1])

    def _priced(self, view: View, amount: Amount) -> None:
        """ "the shilling traded at 129.30 to the dollar": a rate of exchange takes the currency named before."""
        unit = self._units.named_before(view, amount.start)
        if unit is not None and amount.per is not None and unit.row.name != amount.per[1]:
            amount.unit, amount.elided = unit, True
            amount.rules.append(unit.rule)

    def _unit(self, view: View, amount: Amount) -> bool:
        """A unit after the number, also joined by a hyphen ("20-mile") or "of a" ("0.4 of a percentage point")."""
        at = self._unit_place(view, amount)
        if at >= view.limit or view.blocked[at]:
            return False
        tokens = view.tokens
        found = self._units.after(tokens, at, view.limit, view.country)
        letter = self._short.get(tokens.lower[at]) if at == amount.end and amount.scale == 1 else None
        if letter and tokens.glued(at) and (found is None or self._is_million(view, found[0])):
            return self._scaled(view, amount, letter)
        if found is None:
            return False
        amount.hyphen = tokens.lower[at - 1] in self._hyphen
        amount.end = found[0] + (tokens.lower[at - 1] in self._open)
        amount.set_unit(self._units.sense(view, amount, found[1]))
        self._scale_behind(view, amount)
        return True

    def _unit_place(self, view: View, amount: Amount) -> int:
        """Where the unit may begin."""
        tokens, at, limit = view.tokens, amount.end, view.limit
        if at >= limit:
            return at
        lower = tokens.lower
        if lower[at] in self._hyphen and at + 1 < limit and tokens.glued(at) and tokens.glued(at + 1):
            return at + 1
        if lower[at] in self._open and at + 2 < limit and lower[at + 2] in self._close:
            return at + 1
        if lower[at] in self._of and at + 2 < limit and lower[at + 1] in self._a | self._one:
            return at + 2
        if lower[at] in self._a and amount.value == Decimal("0.5"):
            return at + 1
        return at

    def _is_million(self, view: View, end: int) -> bool:
        """ "3.4m cars" are millions of cars, "3.4m high" are metres."""
        if view.tokens.words[end - 1].isupper():
            return True
        following = view.tokens.lower[end] if end < view.limit else ""
        decimal = "." in view.tokens.words[end - 2]
        bare = not following[:1].isalpha() or self._nouns.closed(following)
        if decimal and bare and self._length.isdisjoint(view.tokens.lower[view.first : view.limit]):
            return True
        noun = self._nouns.after(view.tokens, view.atoms, end, view.limit, view.blocked, False)
        return noun is not None or self._units.after(view.tokens, end, view.limit, view.country) is not None

    def _scaled(self, view: View, amount: Amount, scale: tuple[Decimal, str]) -> bool:
        """Apply a scale letter, then read the unit behind it."""
        amount.end += 1
        amount.number = (amount.number[0], amount.end)
        amount.multiply(scale[0])
        amount.rules.append(scale[1])
        return self._unit(view, amount)

    def _scale_behind(self, view: View, amount: Amount) -> None:
        """The scale after the currency: "75 USD million"."""
        word = view.tokens.lower[amount.end] if amount.end < view.limit else ""
        if amount.scale == 1 and word in self._scales and amount.unit and amount.unit.row.dimension == "currency":
            amount.multiply(self._scales[word][0])
            amount.rules.append(self._scales[word][1])
            amount.end += 1

    def _noun(self, view: View, amount: Amount) -> None:
        """The counted noun group, or after "of the" the group that the number is a part of."""
        tokens, at, limit = view.tokens, amount.end, view.limit
        if at >= limit:
            return
        lower = tokens.lower
        postfix = self._modifiers.postfix(view, at)
        at = postfix[0] if postfix and amount.form == "amount" else at
        if at >= limit:
            return
        singular = amount.value is not None and abs(amount.value) <= 1
        if lower[at] in self._hyphen:
            if not (at + 1 < limit and tokens.glued(at) and tokens.glued(at + 1)):
                return
            at, singular = at + 1, True
            limit = min(limit, at + 1)
        elif lower[at] in self._out and at + 1 < limit and lower[at + 1] in self._of and not amount.vague:
            self._noun_of(view, amount, at + 2)  # "14 out of 39 mills"
        elif lower[at] in self._of and not amount.vague:
            self._noun_of(view, amount, at + 1)
            return
        elif lower[at] in self._of:
            at += 1
        noun = self._nouns.after(tokens, view.atoms, at, limit, view.blocked, singular)
        if noun is None and at + 2 < limit and amount.start > view.first and lower[amount.start - 1] in self._definite:
            noun = self._nouns.compound(tokens, at, limit, view.blocked)
        if noun is None and view.atoms[at] is not None and at == amount.end and self._sized(view, amount, at):
            return
        if noun is None and at + 1 < limit and self._units_behind(view, amount, at):
            return
        if noun is not None:
            if postfix:
                amount.modify(postfix[1])
            amount.hyphen = lower[at - 1] in self._hyphen
            self._counted(view, amount, noun)
        elif amount.vague:
            at += at < limit and lower[at] in self._determiners
            found = self._units.after(tokens, at, limit, view.country)
            if found:
                amount.end = found[0]
                amount.set_unit(found[1])

    def _sized(self, view: View, amount: Amount, at: int) -> bool:
        """ "four 2.5 pound bags", "six 10-litre cans": the noun behind the size of each."""
        number = self._grammar.read(view.tokens, view.atoms, at, view.limit, view.style)
        if number is None or number.end + 1 >= view.limit:
            return False
        end = number.end + (view.tokens.lower[number.end] in self._hyphen)
        found = self._units.after(view.tokens, end, view.limit, view.country)
        if found is None or found[0] >= view.limit:
            return False
        noun = self._nouns.after(view.tokens, view.atoms, found[0], view.limit, view.blocked, False)
        if noun is not None:
            amount.noun_name, amount.elided = noun.name, True
            amount.rules.append("quantities.counted_noun")
        return noun is not None

    def _units_behind(self, view: View, amount: Amount, at: int) -> bool:
        """ "15,253 circuit km": a unit behind one word that narrows it."""
        word = view.tokens.words[at]
        if not word.isalpha() or not word.islower() or not self._nouns.narrows(word) or view.blocked[at + 1]:
            return False
        found = self._units.after(view.tokens, at + 1, view.limit, view.country)
        if found is None or found[1].row.dimension not in _HEADS or len(view.tokens.words[at + 1]) < 2:
            return False
        amount.end = found[0]
        amount.set_unit(found[1])
        return True

    def _counted(self, view: View, amount: Amount, noun: Noun) -> None:
        amount.set_noun(noun.start, noun.end, noun.name)
        found = self._units.after(view.tokens, noun.head, noun.end, view.country)
        measure = view.tokens.words[noun.head].islower()  # "four FA Cups" are no cups
        if measure and found and found[0] == noun.end and found[1].row.dimension in _HEADS:
            amount.set_unit(found[1])

    def _noun_of(self, view: View, amount: Amount, at: int) -> None:
        """ "12 of the 40 mills": the unit comes from the whole, elided."""
        lower, limit = view.tokens.lower, view.limit
        if at >= limit or (lower[at] not in self._determiners and view.atoms[at] is None):
            return
        at += lower[at] in self._determiners  # "12 of 40 mills" has none
        # "31 of the country's top 50 bakers": the noun stands behind the number of the whole.
        whole = next((i for i in range(at, min(at + 5, limit)) if view.atoms[i] is not None), None)
        if whole is not None and not view.blocked[whole]:
            at = whole
        while at < limit and view.atoms[at] is not None:
            at += 1
        noun = self._nouns.after(view.tokens, view.atoms, at, limit, view.blocked, False)
        if noun is not None:
            amount.noun_name, amount.elided = noun.name, True
            amount.rules.append("quantities.counted_noun")
