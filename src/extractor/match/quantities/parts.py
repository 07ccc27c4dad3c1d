"""Amounts that are no cardinals: fractions ("almost a third"), multiples ("twice") and "one in nine"."""

from __future__ import annotations

from decimal import Decimal

from extractor.match.numbers.grammar import Number, NumberGrammar
from extractor.match.numbers.table import ORDINAL, ratio
from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.amount import Amount, Unit, View
from extractor.match.quantities.modifiers import Modifiers
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import UnitRow
from extractor.match.quantities.units import UnitTable
from extractor.rules import RuleSet

# The name that parts and multiples get; both are of dimension "ratio".
RATIO = Unit(UnitRow(id="ratio", name="ratio", dimension="ratio"), "quantities.fraction")


class Parts:
    """Decides whether a fraction or multiple word counts here, and reads its amount."""

    def __init__(
        self, rules: RuleSet, words: NumberWords, grammar: NumberGrammar, units: UnitTable, modifiers: Modifiers
    ) -> None:
        self._grammar, self._units, self._modifiers = grammar, units, modifiers
        self._of, self._a, self._half = words.among("of"), words.among("article"), words.among("half")
        self._hyphen, self._determiners = words.among("hyphen"), words.among("determiner")
        self._one = words.among("one")
        lists = rules.words("quantities", "partlist")
        self._by, self._in = frozenset(lists["by"]), Phrases((phrase, True) for phrase in lists["in"])
        self._more, self._ordered = frozenset(lists["more"]), frozenset(lists["ordered"])
        self._every = frozenset(lists["every"])
        self._as, self._twice = frozenset(lists["as"]), frozenset(lists["twice"])
        self._behind, self._plural = frozenset(lists["behind"]), tuple(lists["plural_ending"])
        self._spells = frozenset(lists["spell"])
        self._several = frozenset(lists["several"])
        self._double, self._of_double = frozenset(lists["double"]), frozenset(lists["of_double"])
        self._to_double = frozenset(lists["to_double"])
        self._times = Unit(units.rows["times"], "units.times")

    def fraction(self, view: View, number: Number) -> Amount | None:
        """ "a quarter of", "half the mills", "fell by a third", "half a percentage point"."""
        lower, start, end = view.tokens.lower, number.start, number.end
        before = lower[start - 1] if start > view.floor else ""
        word = lower[end] if end < view.limit else ""
        after = lower[end + 1] if end + 1 < view.limit else ""
        amount = Amount.of(number)
        amount.form = "fraction"
        unit_at = end + 1 if word in self._a else end + 2 if word in self._of and after in self._a | self._one else 0
        if (
            not unit_at and not number.digits and number.rules == ("numbers.fractions",) and word
        ):  # "a half-point", "a quarter point"
            unit_at = end + 1 if word in self._hyphen and view.tokens.glued(end) else end
        found = self._units.after(view.tokens, unit_at, view.limit, view.country) if unit_at else None
        if found is not None and (before in self._ordered or self._ordinal_before(view, start)):
            found = None
        if found is not None and not view.blocked[unit_at]:
            amount.form, amount.end, amount.unit = "amount", found[0], found[1]
            amount.rules.append(found[1].rule)
            return amount
        if not self._counts(view, number, before, word, after):
            return None
        amount.unit = RATIO
        amount.rules.append(RATIO.rule)
        return amount

    def _counts(self, view: View, number: Number, before: str, word: str, after: str) -> bool:
        """Whether the fraction word measures a part, not a place in a sequence or a name."""
        lower = view.tokens.lower
        if before in self._ordered or (number.start > view.floor and self._ordinal_before(view, number.start)):
            return False
        spelled = number.end - number.start > 1
        if not spelled and lower[number.start] in self._several:
            return False  # "consecutive quarters of growth"
        if word in self._hyphen and view.tokens.glued(number.end):
            return False
        half = lower[number.end - 1] in self._half
        if half and not spelled:
            modified = self._modifiers.before(view, number.start) is not None
            again = word in self._as
            return word in self._of or word in self._determiners or before in self._by or again or modified
        if not spelled:
            return number.digits or (number.rules == ("numbers.fractions",) and word in self._of and before != "")
        if word in self._of or before in self._by or word in self._more:
            return True
        return lower[number.start] not in self._a or self._modifiers.before(view, number.start) is not None

    def _goes_on(self, view: View, whole: Number) -> bool:
        """ "one baker in five mills": the second number counts something of its own."""
        if whole.end >= view.limit:
            return False
        word = view.tokens.lower[whole.end]
        counted = word[0].isalnum() and word.endswith(self._plural)
        return counted and word not in self._by and word not in self._behind

    def _ordinal_before(self, view: View, start: int) -> bool:
        atom = view.atoms[start - 1] if start > view.first else None
        return atom is not None and atom.kind == ORDINAL

    def ordinal(self, view: View, number: Number) -> Amount | None:
        """ "a fifth of": the ordinal as the name of a part."""
        if number.digits or number.value < 3 or number.start <= view.floor:
            return None
        before = view.tokens.lower[number.start - 1]
        if before not in self._a and before not in self._one:
            return None
        part = Number(
            number.start - 1, number.end, ratio(Decimal(1), number.value), "fraction", rules=("numbers.ordinals",)
        )
        return self.fraction(view, part)

    def multiple(self, view: View, number: Number) -> Amount | None:
        """ "twice", "tenfold"; not "twice a week"."""
        at, lower = number.end, view.tokens.lower
        word = lower[at] if at < view.limit else ""
        if lower[number.start] in self._twice and word in self._a:
            return None
        if lower[number.start] in self._double:
            before = lower[number.start - 1] if number.start > view.first else ""
            if word not in self._of_double and (before not in self._to_double or word[:1].isalpha()):
                return None
        amount = Amount.of(number)
        amount.form, amount.unit = "multiple", self._times
        amount.rules.append("quantities.multiple")
        return amount

    def one_in(self, view: View, number: Number) -> Amount | None:
        """ "one in nine bakers", "two out of every five", "one adult in five": a fraction over both numbers."""
        lower, at = view.tokens.lower, number.end
        joint = self._in.at(lower, at, view.limit)
        apart = joint is None and not number.digits and number.value < 10
        if apart:
            joint = self._in.at(lower, at + 1, view.limit)
        if joint is None or (number.digits and number.value > 10):
            return None
        at = joint[0]
        while at < view.limit and lower[at] in self._every:
            at += 1
        atom = view.atoms[at] if at < view.limit else None
        if atom is None or view.blocked[at]:
            return None
        whole = self._grammar.read(view.tokens, view.atoms, at, view.limit, view.style)
        if apart and (whole is None or self._goes_on(view, whole)):
            return None
        if whole is None or whole.form != "cardinal" or not 0 < number.value < whole.value or whole.value > 1000000:
            return None
        if whole.value != whole.value.to_integral_value() or number.value > 99:
            return None
        if whole.end < view.limit and lower[whole.end] in self._spells:
            return None  # "6 in 50 overs"
        part = Number(number.start, whole.end, ratio(number.value, whole.value), "fraction")
        amount = Amount.of(part)
        amount.form, amount.unit = "fraction", RATIO
        amount.noun = (number.end, number.end + 1) if apart else None
        amount.rules += [*number.rules, *whole.rules, "quantities.one_in"]
        return amount
