"""The working record while a quantity is put together, and its form as a mention."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from extractor.language.tokens import Tokens
from extractor.match.mentions import QuantityMention, UnitValue
from extractor.match.numbers.grammar import Number
from extractor.match.numbers.style import Style
from extractor.match.numbers.table import Atom
from extractor.match.quantities.rows import UnitRow
from extractor.records import Modifier


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit row with its rule name; ``key`` is the spelling that a country or a sense may give another meaning."""

    row: UnitRow
    rule: str
    key: str = ""


@dataclass(slots=True)
class View:
    """What the readers see of one article: tokens, number atoms, tokens that dates hold, style and home country.

    ``first`` and ``limit`` bound the sentence; ``floor`` is where what is already taken ends.
    """

    tokens: Tokens
    atoms: list[Atom | None]
    blocked: bytearray
    style: Style
    country: str | None = None
    first: int = 0
    floor: int = 0
    limit: int = 0
    kind: str = "prose"
    ranged: bool = False  # the amount before, in the sentence, is a range


@dataclass(slots=True)
class Amount:
    """A number with what has been found around it so far. ``hyphen`` marks "20-mile", ``prefix`` "$20"."""

    start: int
    end: int
    number: tuple[int, int]
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    form: str = "amount"
    unit: Unit | None = None
    noun: tuple[int, int] | None = None
    noun_name: str | None = None
    per: tuple[Decimal, str] | None = None
    sign: int = 0
    scale: Decimal = Decimal(1)
    hyphen: bool = False
    prefix: bool = False
    elided: bool = False
    vague: bool = False
    modifier: Modifier = "="
    equivalents: list[Amount] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, number: Number) -> Amount:
        """An amount that is so far only its number."""
        span = (number.start, number.end)
        amount = cls(*span, span, number.value, scale=number.scale, rules=[*number.rules])
        if number.high is not None:
            amount.value, amount.low, amount.high, amount.vague = None, number.value, number.high, True
        return amount

    @property
    def measured(self) -> bool:
        """True once it has a unit or a counted noun."""
        return self.unit is not None or self.noun_name is not None

    def set_unit(self, unit: Unit) -> None:
        """Take a unit that stands beside the number."""
        self.unit = unit
        self.rules.append(unit.rule)
        if unit.row.scale != 1:
            self.multiply(unit.row.scale)

    def set_noun(self, start: int, end: int, name: str) -> None:
        """Take a counted noun group."""
        self.end, self.noun, self.noun_name = end, (start, end), name
        self.rules.append("quantities.counted_noun")

    def modify(self, found: tuple[Modifier, str]) -> None:
        """Take a modifier, given as sign and rule."""
        self.modifier = found[0]
        self.rules.append(found[1])

    def negate(self) -> None:
        """Make the value negative."""
        if self.value is not None:
            self.value = -self.value

    def multiply(self, factor: Decimal) -> None:
        """Multiply value and bounds, as a scale word or a unit in millions does."""
        if self.value is not None:
            self.value *= factor
        if self.low is not None and self.high is not None:
            self.low, self.high = self.low * factor, self.high * factor
        self.scale *= factor

    def take_unit(self, other: Amount) -> None:
        """Take unit and denominator from a neighbour that states them."""
        self.unit, self.noun_name, self.elided = other.unit, other.noun_name, True
        if self.per is None:
            self.per = other.per

    def unit_value(self) -> UnitValue | None:
        """The unit as the mention carries it."""
        value, name = self.per if self.per else (None, None)
        if self.unit is not None:
            row = self.unit.row
            if name is None and row.per:
                value, name = Decimal(1), row.per
            return UnitValue(row.name, row.code, row.dimension, value, name)
        if self.noun_name is not None:
            return UnitValue(self.noun_name, None, "count", value, name, noun=True)
        return None

    def _unit_noun(self) -> tuple[int, int] | None:
        """Units that are things and can be counted as such: "handled 861,006 TEUs"."""
        behind = self.end > self.number[1] and not (self.prefix or self.hyphen)
        things = self.unit is not None and self.unit.row.dimension == "count" and self.per is None
        return (self.number[1], self.end) if things and behind else None

    def mention(self, tokens: Tokens) -> QuantityMention:
        """The finished mention."""
        unit = self.unit_value()
        first, last = tokens.span(self.start, self.end)
        return QuantityMention(
            self.start,
            self.end,
            first,
            last,
            self.value,
            self.low,
            self.high,
            self.modifier,
            unit,
            self.form,
            self.number,
            self.noun or self._unit_noun(),
            self.sign,
            self.elided,
            self.vague,
            [other.mention(tokens) for other in self.equivalents],
            tuple(dict.fromkeys(self.rules)),
            self.per if unit is None else None,
        )
