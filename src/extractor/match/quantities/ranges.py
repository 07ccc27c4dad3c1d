"""Ranges and compounds: "5 to 10 percent", "between 2 and 3", "$3bn-$5bn"; "5 feet, 10 inches"."""

from __future__ import annotations

from fractions import Fraction

from extractor.match.numbers.grammar import NumberGrammar
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.convert import exact, factor_of
from extractor.match.quantities.measure import Measure
from extractor.rules import RuleSet

_DOZEN = 12  # inches in a foot
_HUNDREDTH = "0.01"  # the factor of cents and pence, in their main unit


class Ranges:
    """Joins an amount with the one that follows it."""

    def __init__(self, rules: RuleSet, grammar: NumberGrammar, measure: Measure) -> None:
        self._grammar, self._measure = grammar, measure
        words = rules.words("quantities", "joint")
        self._to, self._dash = frozenset(words["to"]), frozenset(words["dash"])
        self._and, self._or = frozenset(words["and"]), frozenset(words["or"])
        self._between, self._from = frozenset(words["between"]), frozenset(words["from"])
        self._ranging, self._moves = frozenset(words["ranging"]), frozenset(words["move"])
        self._ages = frozenset(words["age"])
        self._by, self._particle = frozenset(words["by"]), frozenset(words["particle"])
        self._in, self._tall = frozenset(words["inch_sign"]), frozenset(rules.words("quantities", "neighbour")["length"])
        self._foot, self._inch = words["foot_inch"]
        self._comma, self._more = frozenset(words["comma"]), frozenset(words["more"])

    def extend(self, view: View, amount: Amount) -> None:
        """Make a range of ``amount`` if another bound follows, or a compound if a smaller unit does."""
        at, lower = amount.end, view.tokens.lower
        if at + 1 >= view.limit or amount.vague or amount.value is None:
            return
        word = lower[at]
        if word in self._to or word in self._dash or word in self._and or word in self._or:
            after = self._second(view, amount, at + 1)
            if after is not None and self._is_range(view, amount, after, word, at):
                self._merge(amount, after)
                return
        if word in self._dash and self._feet(view, amount, at + 1):
            return
        if amount.unit is not None:
            self._compound(view, amount, at + (word in self._comma or word in self._and))

    def into_blocked(self, view: View, amount: Amount) -> bool:
        """ "two to six years": the bare first bound of a stretch of time that a date holds."""
        at = amount.end
        if amount.measured or amount.form != "amount":
            return False
        if self._after_day(view, amount):
            return True
        if at + 1 >= view.limit or not view.blocked[at + 1]:
            return False
        word = view.tokens.lower[at]
        return view.atoms[at + 1] is not None and (word in self._to or word in self._or or word in self._dash)

    def _after_day(self, view: View, amount: Amount) -> bool:
        """ "December 13 or 14": one more day of the date before."""
        start, words = amount.start, view.tokens.words
        if start - 2 < view.first or not view.blocked[start - 2] or not words[start - 2].isdecimal():
            return False
        day = amount.value is not None and 0 < amount.value <= 31 and int(words[start - 2]) <= 31
        return day and words[start - 1] in self._and | self._or

    def joined(self, view: View, amount: Amount, end_char: int) -> bool:
        """ "flights 687 and 862": only "and", "or", "to" or a comma since the number that ended at ``end_char``."""
        between = view.tokens.text[end_char : view.tokens.starts[amount.start]]
        words = between.lower().split()
        joints = self._and | self._or | self._to | self._comma
        if words and all(word in joints for word in words):
            return True
        # "Tolva 11 Pro and 11 Pro Max": the same name behind both.
        behind = view.tokens.words[amount.end] if amount.end < view.limit else ""
        return 1 < len(words) <= 3 and words[-1] in joints and between.split()[0] == behind and behind.istitle()

    def _second(self, view: View, amount: Amount, at: int) -> Amount | None:
        """The amount that begins at ``at``, after a currency sign or "about" if need be."""
        while at < view.limit and view.atoms[at] is None and at <= amount.end + 3:
            at += 1
        if at >= view.limit or view.atoms[at] is None or view.blocked[at]:
            return None
        number = self._grammar.read(view.tokens, view.atoms, at, view.limit, view.style)
        if number is None or number.form not in ("cardinal", "fraction"):
            return None
        floor, view.floor = view.floor, amount.end + 1
        second = self._measure.read(view, number)
        view.floor = floor
        return second if second.start == amount.end + 1 and second.value is not None else None

    def _is_range(self, view: View, first: Amount, second: Amount, word: str, at: int) -> bool:
        assert first.value is not None
        assert second.value is not None
        if not _compatible(first, second):
            return False
        lower = view.tokens.lower
        before = lower[first.start - 1] if first.start > view.floor else ""
        if word in self._and:
            return before in self._between
        if word in self._to and before in self._by and first.prefix and second.prefix:
            return False  # "cut by $57 million to $500 million"
        if word in self._to and first.sign > second.sign:
            return False  # "(+$1.27 to $37.06)": by so much, to so much
        low = first.value * (second.scale if self._shares_scale(first, second) else 1)
        if word in self._or:
            return second.value == low + 1 and low < 20 and not first.measured
        if before in self._between and first.value is not None:
            return True
        if word in self._dash:
            known = second.measured or first.measured or second.scale > 1 or before in self._ages
            return low < second.value and known
        if before in self._from:
            ranging = lower[first.start - 2] if first.start - 2 >= view.floor else ""
            onward = second.end < view.limit and lower[second.end] in self._to
            again = view.ranged and (ranging in self._particle or ranging in self._comma or first.start - 2 < view.floor)
            return (ranging in self._ranging or onward or again) and low < second.value
        if not low < second.value or second.per is None is not first.per:
            return False
        if first.measured and not first.prefix and not second.measured:
            return False
        if before in self._by and first.measured and second.value > 4 * low:
            return False
        moved = not self._moves.isdisjoint(lower[max(view.floor, first.start - 2) : first.start])
        if moved and (first.measured or second.value > 3 * low):
            return False
        return second.measured or first.measured or second.value <= 10 * low

    def _shares_scale(self, first: Amount, second: Amount) -> bool:
        """ "35 to 40 million", "$3-$5 billion": the first bound has the scale of the second."""
        if first.scale != 1 or second.scale == 1 or first.value is None or second.value is None:
            return False
        return first.value < 1000 and not (first.unit is not None and first.unit.row.dimension != "currency")

    def _merge(self, first: Amount, second: Amount) -> None:
        """Turn ``first`` into the range over both."""
        assert first.value is not None
        assert second.value is not None
        low = first.value * (second.scale if self._shares_scale(first, second) else 1)
        first.low, first.high = min(low, second.value), max(low, second.value)
        first.value, first.scale = None, max(first.scale, second.scale)
        if not first.measured or (second.unit is not None and not first.prefix):
            first.unit, first.noun, first.noun_name = second.unit, second.noun, second.noun_name
        first.per = second.per or first.per
        first.end, first.number = second.end, (first.number[0], second.number[1])
        first.rules += [*second.rules, "quantities.range"]
        first.sign = 0

    def _compound(self, view: View, amount: Amount, at: int) -> None:
        """Add a smaller unit of the same dimension: the value is in the smaller one."""
        assert amount.unit is not None
        if at < view.limit and view.tokens.lower[at] in self._and:
            at += 1
        if at >= view.limit or view.atoms[at] is None or view.blocked[at] or amount.hyphen or amount.per:
            return
        number = self._grammar.read(view.tokens, view.atoms, at, view.limit, view.style)
        if number is None or number.form != "cardinal":
            return
        floor, view.floor = view.floor, amount.end
        second = self._measure.read(view, number)
        view.floor = floor
        if not second.measured and second.end < view.limit and view.tokens.lower[second.end] in self._in:
            self._inches(view, amount, second)
        if not second.measured and at == amount.end:
            self._cents(view, amount, second)
        if second.unit is None or second.start != at or second.unit.row.dimension != amount.unit.row.dimension:
            return
        large, small = factor_of(amount.unit.row), factor_of(second.unit.row)
        if second.unit.row.dimension == "currency":
            self._cents(view, amount, second)
            return
        if large is None or small is None or second.unit.row.dimension not in ("length", "mass", "time"):
            return
        assert amount.value is not None
        assert second.value is not None
        steps: Fraction = large / small
        if steps.denominator != 1 or steps <= 1 or second.value >= steps.numerator:
            return
        amount.value = exact(Fraction(amount.value) * steps) + second.value
        amount.unit, amount.end = second.unit, second.end
        amount.rules += [*second.rules, "quantities.compound"]

    def _feet(self, view: View, amount: Amount, at: int) -> bool:
        """ "6-foot-4": inches behind the dash."""
        atom = view.atoms[at]
        if amount.unit is None or amount.unit.row.name != self._foot or atom is None or amount.value is None:
            return False
        if atom.value >= _DOZEN or not view.tokens.glued(at) or not view.tokens.glued(at - 1):
            return False
        inch = self._measure.unit_named(self._inch)
        if inch is None or (at + 1 < view.limit and view.tokens.glued(at + 1) and view.atoms[at + 1] is not None):
            return False
        amount.value = amount.value * _DOZEN + atom.value
        amount.unit, amount.end = inch, at + 1
        amount.rules += [inch.rule, "quantities.compound"]
        return True

    def _inches(self, view: View, amount: Amount, second: Amount) -> None:
        """ "5 ft 10 in tall": the short name that is also a preposition, behind feet."""
        assert amount.unit is not None
        end = second.end + 1
        if amount.unit.row.name != self._foot or (end < view.limit and view.tokens.lower[end][0].isalpha()):
            if end >= view.limit or view.tokens.lower[end] not in self._tall:
                return
        found = self._measure.unit_named(self._inch)
        if found is not None and amount.unit.row.name == self._foot:
            second.end = end
            second.set_unit(found)

    def _cents(self, view: View, amount: Amount, second: Amount) -> None:
        """ "13 dollars and 45 cents", "13 dollars forty-five": 13.45 dollars."""
        assert amount.unit is not None
        if amount.value is None or second.value is None or second.per or amount.unit.row.dimension != "currency":
            return
        if amount.unit.row.factor == _HUNDREDTH:  # "129.9p, 1.5p more" are two amounts
            return
        if second.unit is None:
            follows = view.tokens.lower[second.end] if second.end < view.limit else "."
            cents = 10 <= second.value < 100 and not (follows[0].isalnum() and follows not in self._more)
        else:
            cents = second.unit.row.factor == _HUNDREDTH and second.value < 100
        if cents and not amount.prefix:
            amount.value += second.value / 100
            amount.end = second.end
            amount.rules += [*second.rules, "quantities.compound"]


def _compatible(first: Amount, second: Amount) -> bool:
    """Bounds have the same unit, or only one of them has one."""
    if first.unit is not None and second.unit is not None:
        return first.unit.row.name == second.unit.row.name
    if first.noun_name is not None:
        return second.noun_name == first.noun_name
    if first.unit is not None and second.noun_name is not None:
        return False
    return first.unit is None or first.prefix or not second.measured
