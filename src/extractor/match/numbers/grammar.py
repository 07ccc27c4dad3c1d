"""The number grammar: from the atom at a token to a whole number with its tokens."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extractor.language.tokens import Tokens
from extractor.match.numbers.style import Style, parted
from extractor.match.numbers.table import (
    DIGITS,
    FRACTION,
    ONES,
    ORDINAL,
    SCALE,
    SLASH,
    TENS,
    VAGUE,
    Atom,
    NumberTable,
    ratio,
)
from extractor.match.numbers.vocabulary import NumberWords


@dataclass(slots=True)
class Number:
    """A number over the tokens ``start`` to ``end``.

    ``form``: "cardinal", "fraction", "ordinal", "multiple" or "vague" (``value`` is the least, ``high`` the most).
    ``scale`` is what scale words multiplied it by, ``digits`` true if it begins with a figure.
    """

    start: int
    end: int
    value: Decimal
    form: str = "cardinal"
    scale: Decimal = Decimal(1)
    digits: bool = False
    high: Decimal | None = None
    rules: tuple[str, ...] = ()


class NumberGrammar:
    """Reads the number that begins at (or, for "half a million", around) a candidate token."""

    def __init__(self, words: NumberWords) -> None:
        self.table = NumberTable(words)
        self._scales = words.series["scale"]
        self._short = words.series["short_scale"]
        self._money = words.series["money_scale"]
        self._fractions = words.series["fraction"]
        self._and, self._a, self._of = words.among("and"), words.among("article"), words.among("of")
        self._comma = words.among("comma")
        self._behind_fraction = words.among("behind_fraction")
        self._hyphen, self._half, self._few = words.among("hyphen"), words.among("half"), words.among("few")
        self._point, self._fold = words.among("point"), words.among("fold")
        self._units = words.among("scale_or_unit")

    def read(self, tokens: Tokens, atoms: list[Atom | None], i: int, limit: int, style: Style) -> Number | None:
        """The number whose first atom is token ``i``, or None if the word there counts nothing."""
        atom = atoms[i]
        if atom is None:
            return None
        kind = atom.kind
        if kind in (DIGITS, SLASH):
            return self._figures(tokens, atoms, i, limit, style)
        if kind in (ONES, TENS):
            return self._words(tokens, atoms, i, limit)
        if kind == SCALE:
            return self._bare_scale(tokens, i, limit)
        if kind == FRACTION:
            return self._fraction(tokens, i, limit, atom)
        if kind == VAGUE:
            return self._vague(tokens, atoms, i, limit)
        form = "ordinal" if kind == ORDINAL else "multiple"
        return Number(i, i + 1, atom.value, form, digits=bool(atom.digits), rules=(atom.rule,))

    def _figures(self, tokens: Tokens, atoms: list[Atom | None], i: int, limit: int, style: Style) -> Number:
        atom = atoms[i]
        assert atom is not None
        value = style.value(atom)
        end = i + 1
        form = "fraction" if atom.kind == SLASH else "cardinal"
        if end < limit and atoms[end] is not None:
            value, end = style.grouped(tokens, atoms, i, limit, value)
        elif end + 1 < limit and tokens.lower[end] in self._comma and atoms[end + 1] is not None:
            value, end = parted(tokens, i, limit, value)
        if end < limit and form == "cardinal":
            at = end + 1 if tokens.lower[end] in self._hyphen and end + 1 < limit and tokens.glued(end + 1) else end
            after = atoms[at]
            if after is not None and after.kind == SLASH:
                # Grain prices add parts of a cent: "$5.19-1/2".
                cents = "." in atom.digits
                value, end = value + (after.value / 100 if cents else after.value), at + 1
        if end + 1 < limit and tokens.lower[end] in self._hyphen and tokens.lower[end + 1] in self._fold:
            return Number(i, end + 2, value, "multiple", digits=True, rules=("numbers.multiples",))
        number = Number(i, end, value, form, digits=True, rules=(atom.rule,) if atom.rule else ())
        self._scale(tokens, number, limit)
        return number

    def _scale(self, tokens: Tokens, number: Number, limit: int) -> None:
        """Multiply by the scale words that follow: "3 hundred thousand", "30-million", "1 1/2 billion"."""
        lower = tokens.lower
        e = number.end
        while e < limit:
            word = lower[e]
            hyphen = word in self._hyphen and e + 1 < limit
            if hyphen:
                word = lower[e + 1]
            short = not hyphen and number.digits and word in self._short and tokens.words[e] not in self._units
            found = self._scales.get(word) or (self._short[word] if short else None)
            if found is None:
                return
            number.scale *= found[0]
            number.value *= found[0]
            number.rules = (*number.rules, found[1])
            e += 2 if hyphen else 1
            number.end = e

    def _words(self, tokens: Tokens, atoms: list[Atom | None], i: int, limit: int) -> Number | None:
        """ "twenty-three thousand four hundred", "two and a half million", "two-thirds", "one in nine"."""
        total = current = Decimal(0)
        e, last, rules = i, Decimal(0), dict[str, None]()
        scale = Decimal(1)
        while e < limit:
            step = self._joint(tokens, atoms, e, last) if e > i else e
            atom = atoms[step] if step < limit else None
            if atom is None or atom.kind not in (ONES, TENS, SCALE):
                break
            if atom.kind == SCALE:
                if atom.value == 100:
                    current *= 100
                else:
                    total, current = total + current * atom.value, Decimal(0)
                scale = atom.value
            elif e > i and not _continues(atom, current, last):
                break
            else:
                current += atom.value
            last, e = atom.value, step + 1
            rules[atom.rule] = None
        number = Number(i, e, total + current, scale=scale, rules=tuple(rules))
        return self._with_fraction(tokens, atoms, number, limit)

    def _joint(self, tokens: Tokens, atoms: list[Atom | None], e: int, last: Decimal) -> int:
        """Where the next atom may stand: after a hyphen, or after "and" if a scale is before."""
        word = tokens.lower[e]
        if word in self._hyphen or (word in self._and and last >= 100):
            following = atoms[e + 1] if e + 1 < len(atoms) else None
            if following is not None and following.kind in (ONES, TENS, SCALE):
                return e + 1
        return e

    def _with_fraction(self, tokens: Tokens, atoms: list[Atom | None], number: Number, limit: int) -> Number:
        """Add what follows a number in words: "-thirds", "and a half million", "-fold"."""
        lower, e = tokens.lower, number.end
        at = e + 1 if e < limit and lower[e] in self._hyphen else e
        word = lower[at] if at < limit else ""
        following = atoms[at] if at < limit else None
        if number.value < 100 and following is not None:
            if following.kind == FRACTION and (at > e or word not in self._half):
                value, rule = self._fractions[word]
                part = ratio(number.value, (1 / value).to_integral_value())
                end = at + 3 if self._of_a_scale(lower, at + 1, limit) else at + 1
                whole = Number(number.start, end, part, "fraction", rules=(rule,))
                self._scale(tokens, whole, limit)
                whole.form = "fraction" if whole.scale == 1 else "cardinal"
                return whole
            apart = at == e and at + 1 < limit and lower[at + 1] not in self._behind_fraction and lower[at + 1].isalpha()
            if following.kind == ORDINAL and not apart and number.value == 1 and following.value > 2:
                value = ratio(Decimal(1), following.value)
                return Number(number.start, at + 1, value, "fraction", rules=("numbers.fractions",))
        if word in self._fold:
            return Number(number.start, at + 1, number.value, "multiple", rules=("numbers.multiples",))
        half = self._and_a_half(lower, e, limit)
        if half:
            number.value += Decimal("0.5")
            number.end = half
            self._scale(tokens, number, limit)
        return number

    def _of_a_scale(self, lower: list[str], at: int, limit: int) -> bool:
        """Whether "of a million" begins at ``at``: "a quarter of a million"."""
        if at + 2 >= limit or lower[at] not in self._of:
            return False
        return lower[at + 1] in self._a and lower[at + 2] in self._scales

    def _and_a_half(self, lower: list[str], at: int, limit: int) -> int:
        """The end of "and a half", also hyphened ("three-and-a-half"), or 0."""
        for wanted in (self._and, self._a, self._half):
            if at < limit and lower[at] in self._hyphen:
                at += 1
            if at >= limit or lower[at] not in wanted:
                return 0
            at += 1
        return at

    def _bare_scale(self, tokens: Tokens, i: int, limit: int) -> Number | None:
        """ "a million", "half a million", "a hundred"; the scale alone counts nothing."""
        lower = tokens.lower
        if i == 0 or lower[i - 1] not in self._a:
            return None
        value, rule = self._scales[lower[i]]
        half = i > 1 and lower[i - 2] in self._half
        number = Number(i - 2 if half else i - 1, i + 1, value / 2 if half else value, scale=value, rules=(rule,))
        self._scale(tokens, number, limit)
        return number

    def _fraction(self, tokens: Tokens, i: int, limit: int, atom: Atom) -> Number | None:
        """ "half", "a quarter"; whether it counts is for the quantity grammar to say."""
        lower = tokens.lower
        start = i - 1 if i and lower[i - 1] in self._a else i
        if lower[i] in self._half and i + 2 < limit and lower[i + 1] in self._a and lower[i + 2] in self._scales:
            return None
        if self._of_a_scale(lower, i + 1, limit):
            number = Number(start, i + 3, atom.value, rules=(atom.rule,))
            self._scale(tokens, number, limit)
            return number
        if i + 1 < limit and lower[i + 1] in self._scales:
            number = Number(start, i + 1, atom.value, rules=(atom.rule,))
            self._scale(tokens, number, limit)
            return number
        return Number(start, i + 1, atom.value, "fraction", rules=(atom.rule,))

    def _vague(self, tokens: Tokens, atoms: list[Atom | None], i: int, limit: int) -> Number | None:
        """ "hundreds", "tens of thousands", "hundreds of millions"."""
        value, end, rules = Decimal(1), i, []
        while end < limit:
            atom = atoms[end]
            if atom is None or atom.kind != VAGUE:
                break
            value *= atom.value
            rules.append(atom.rule)
            end += 1
            following = atoms[end + 1] if end + 1 < limit and tokens.lower[end] in self._of else None
            if following is not None and following.kind == VAGUE:
                end += 1
        return Number(i, end, value, "vague", scale=value, high=value * 10, rules=tuple(dict.fromkeys(rules)))


def _continues(atom: Atom, current: Decimal, last: Decimal) -> bool:
    """Whether a small number goes on with the one before: "twenty" + "three", "two hundred" + "five"."""
    if last >= 100:
        return True
    return atom.kind == ONES and last in range(20, 100, 10) and atom.value < 10 and int(current) % 10 == 0
