"""What an amount takes from its neighbours: the elided unit, and the equivalent in brackets."""

from __future__ import annotations

from dataclasses import replace

from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.per import Denominators
from extractor.rules import RuleSet

_LEAST_LEVEL = 100  # what an index in points is at least
_ALIKE = 30  # how much one index may be higher than another in its sentence
_SMALL = frozenset({"earthquake magnitude", "temperature", "speed", "pressure", "angle"})
_HUGE = 3000  # more than any degree or magnitude
_OLDEST = 115  # years
_REACH = 14  # tokens between an amount and the neighbour whose unit it takes


class Neighbours:
    """Second pass over the amounts of one sentence, in order."""

    def __init__(self, rules: RuleSet, denominators: Denominators) -> None:
        self._denominators = denominators
        words = rules.words("quantities", "neighbour")
        self._open, self._close = frozenset(words["open"]), frozenset(words["close"])
        self._or, self._links = frozenset(words["or"]), frozenset(words["link"])
        self._comma = frozenset(words["comma"])
        self._fillers = frozenset(words["bracket_filler"])
        self._tight_links = frozenset(words["tight"])
        self._breaks = frozenset(words["break"])
        self._legs = frozenset(words["leg"])
        self._level = frozenset(words["level"])
        self._in = frozenset(words["place"])
        self._than = frozenset(words["than"])
        self._onward, self._from = frozenset(words["onward"]), frozenset(words["from"])

    def equivalents(self, view: View, amounts: list[Amount]) -> list[Amount]:
        """Attach conversions to the amount before them and take them off the list."""
        kept: list[Amount] = []
        for amount in amounts:
            if kept and self._converts(view, kept[-1], amount):
                first = kept[-1]
                first.equivalents.append(amount)
                first.rules.append("quantities.equivalent")
                self._per_behind(view, first, amount)
            else:
                kept.append(amount)
        return kept

    def _per_behind(self, view: View, first: Amount, second: Amount) -> None:
        """ "£10m ($13m) a year": the denominator stands behind the bracket."""
        if first.per is not None or second.end + 1 >= view.limit or view.tokens.lower[second.end] not in self._close:
            return
        probe = replace(first, end=second.end + 1, rules=[])
        self._denominators.attach(view, probe)
        if probe.per is not None:
            first.per = second.per = probe.per
            first.rules += probe.rules

    def _converts(self, view: View, first: Amount, second: Amount) -> bool:
        if first.unit is None or second.unit is None or second.form != "amount":
            return False
        if first.form == "fraction":
            return self._as_percent(view, first, second)
        if first.form != "amount":
            return False
        one, two = first.unit.row, second.unit.row
        if one.dimension != two.dimension:
            return False
        if one.name == two.name and one.code == two.code and first.value != second.value:
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

    def _as_percent(self, view: View, first: Amount, second: Amount) -> bool:
        """ "two-thirds of exports (66%)": the share once more, in a bracket of its own behind the whole."""
        if second.unit is None or second.unit.row.dimension != "ratio" or first.value is None or second.value is None:
            return False
        if first.modifier != "=":  # "less than half (48 percent)" says two things
            return False
        between = view.tokens.lower[first.end : second.start]
        closed = second.end < view.limit and view.tokens.lower[second.end] in self._close
        near = abs(first.value * 100 - second.value) <= 5
        return closed and near and 0 < len(between) <= 5 and between[-1] in self._open

    def elide(self, view: View, amounts: list[Amount]) -> None:
        """Give bare numbers the unit of the amount right behind ("3 and 5 percent"), or else of the one before."""
        for i in [*range(len(amounts) - 1, -1, -1), *range(len(amounts))]:
            amount = amounts[i]
            if i + 1 < len(amounts):
                self._share_per(view, amount, amounts[i + 1])
            if amount.measured or amount.form != "amount" or amount.elided:
                continue
            if i + 1 < len(amounts) and self._scaled_behind(view, amount, amounts[i + 1]):
                amount.multiply(amounts[i + 1].scale)
            if i + 1 < len(amounts) and _alike(amount, amounts[i + 1]) and self._tight(view, amount, amounts[i + 1]):
                self._take(amount, amounts[i + 1])
            elif i > 1 and self._level_before(view, amounts[i - 2], amounts[i - 1], amount):
                if amounts[i - 2].measured:
                    self._take(amount, amounts[i - 2])
            elif i and _alike(amount, amounts[i - 1]) and self._linked(view, amounts[i - 1], amount):
                self._take(amount, amounts[i - 1])
            elif i and (other := self._index_before(view, amounts, i)):
                self._take(amount, other)

    def _index_before(self, view: View, amounts: list[Amount], i: int) -> Amount | None:
        """The level of an index in points, for one more in the sentence: "... 2% to 9,102.4"."""
        level = amounts[i]
        if level.value is None or level.scale != 1 or not level.value > _LEAST_LEVEL:
            return None
        if level.start == view.first or view.tokens.lower[level.start - 1] not in self._level:
            return None
        if level.end < view.limit and view.tokens.lower[level.end][0].isalpha():
            return None
        for other in amounts[:i]:
            if other.unit is not None and other.unit.row.dimension == "index" and other.value is not None:
                if other.value * _ALIKE > level.value > other.value / _ALIKE and not other.sign:
                    return other
        return None

    def _level_before(self, view: View, level: Amount, change: Amount, earlier: Amount) -> bool:
        """ "closed at 89.43, down 0.4 percent from 89.07": what a level came from is like the level, not like the change."""
        if change.unit is None or change.unit.row.dimension != "ratio" or change.value is None or earlier.value is None:
            return False
        if level.value is None or level.form != "amount" or (level.unit and level.unit.row.dimension == "ratio"):
            return False
        between = view.tokens.lower[change.end : earlier.start]
        near = earlier.value < 2 * level.value < 4 * earlier.value and change.value * 2 < earlier.value
        return near and between[-1:] != [] and len(between) <= 2 and between[-1] in self._from

    def _scaled_behind(self, view: View, first: Amount, second: Amount) -> bool:
        """ "from 4.2 to 4.9 million tonnes": the first has the scale of the second."""
        between = view.tokens.lower[first.end : second.start]
        before = view.tokens.lower[first.start - 1] if first.start > view.first else ""
        if len(between) != 1 or between[0] not in self._onward or before not in self._from:
            return False
        bound = second.value if second.value is not None else second.low  # "from 24 to 33-35 billion"
        if first.value is None or bound is None or first.scale != 1 or second.scale < 1000:
            return False
        return first.value < 1000 and first.value * 10 > bound / second.scale > first.value / 10

    def _share_per(self, view: View, first: Amount, second: Amount) -> None:
        """ "from $3 to $4 a share": the first has the denominator of the second."""
        if first.per is not None or second.per is None or first.unit is None or second.unit is None:
            return
        between = view.tokens.lower[first.end : second.start]
        same = first.unit.row.code is not None and first.unit.row.code == second.unit.row.code
        before = view.tokens.lower[first.start - 1] if first.start > view.first else ""
        if same and between and all(word in self._onward for word in between) and before in self._from:
            first.per = second.per

    def _tight(self, view: View, first: Amount, second: Amount) -> bool:
        """Nothing but "and", "or", "to", commas and hyphens between: "61.4 and 57.8 percent"."""
        if not second.measured or second.form != "amount" or (second.prefix and not first.prefix):
            return False
        if second.elided and not second.rules[-1].endswith("elided"):
            return False
        between = view.tokens.lower[first.end : second.start]
        if between[:1] and between[0] in self._comma and between[-1] in self._or:
            return False  # "fell by 52, or 9.8 percent"
        return bool(between) and len(between) <= 3 and all(word in self._tight_links for word in between)

    def _linked(self, view: View, first: Amount, second: Amount) -> bool:
        """Whether a word between two amounts makes them a pair: "to", "from", "and", "against"."""
        if not first.measured or first.form != "amount" or first.hyphen:
            return False
        end = first.equivalents[-1].end if first.equivalents else first.end
        between = view.tokens.lower[end : second.start]
        if not between or len(between) > (_REACH if first.unit is not None else _REACH // 3):
            return False
        if first.unit is not None and first.unit.row.dimension == "age" and len(between) > 2:
            return False
        ratio = first.unit is not None and first.unit.row.dimension == "ratio"
        if ratio and not self._goes_on(view, first, second, between):
            return False
        if between[0] in self._breaks and len(between) <= 5:
            return first.unit is not None and min(first.scale, second.scale) >= 1000
        if len(between) == 1 and between[0] in self._open:
            return first.unit is not None and first.unit.row.dimension == "currency" and second.scale > 1
        if any(self._pairs(between, k) for k in range(len(between))):
            return not first.prefix or not self._legs.isdisjoint(between)
        if len(between) > 4 or self._comma.isdisjoint(between):
            return False
        if first.unit is None or first.unit.row.dimension not in _SMALL:
            return True
        words = view.tokens.words[end : second.start]  # "155 mph winds, killing 45"
        return all(not word.islower() or word in self._fillers or word in self._in for word in words)

    def _pairs(self, between: list[str], k: int) -> bool:
        """Whether word ``k`` makes a pair; "to" only beside the second number, not in "the potential to kill 1,400"."""
        word = between[k]
        if word not in self._links:
            return False
        return word not in self._onward or all(other in self._fillers for other in between[k + 1 :])

    def _goes_on(self, view: View, first: Amount, second: Amount, between: list[str]) -> bool:
        """After a percentage "to 1,334" or "at 1,334" is another measure; "from 5 percent to 7" is not."""
        if not self._than.isdisjoint(between):
            return False
        if between[0] in self._onward or between[-1] in self._onward:
            before = view.tokens.lower[first.start - 1] if first.start > view.first else ""
            return before in self._from or before in self._onward
        return True

    def _take(self, amount: Amount, other: Amount) -> None:
        amount.take_unit(other)
        amount.rules += [other.unit.rule if other.unit else "quantities.counted_noun", "quantities.elided"]


def _alike(amount: Amount, other: Amount) -> bool:
    """Whether a bare number can have the unit of another: no percentage in thousands, no half patent."""
    if amount.value is None or other.form != "amount":
        return amount.value is None
    if other.value == 0 and other.unit is None:
        return False  # "had zero enrolment, down from 12,954"
    if other.unit is not None and other.unit.row.dimension == "ratio":
        return amount.scale == 1 and amount.value < 1000
    if other.unit is not None and other.unit.row.dimension == "age" and amount.value > _OLDEST:
        return False
    if other.unit is not None and other.unit.row.dimension == "time" and amount.scale > 1:
        return False
    if other.unit is not None and other.value is not None and other.value > 1000 * abs(amount.value) > 0:
        return False
    if other.unit is not None and other.unit.row.dimension in _SMALL and amount.value > _HUGE:
        return False
    if other.scale >= 1000 and amount.scale == 1 and amount.value < 100:
        return False
    if amount.scale >= 1000 and other.noun_name is not None and other.scale == 1:
        return False
    whole = amount.value == amount.value.to_integral_value()
    if other.noun_name is not None and other.value is not None:
        return whole or other.value != other.value.to_integral_value()
    return True
