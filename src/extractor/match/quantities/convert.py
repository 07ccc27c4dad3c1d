"""Conversion of a quantity to the base unit of its dimension, exact, by the factors of the unit rows."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from extractor.match.quantities.rows import UnitRow
from extractor.records import Base, Quantity
from extractor.rules import RuleSet

_DIGITS = 28


def factor_of(row: UnitRow) -> Fraction | None:
    """The factor of a unit as an exact fraction, None for a unit without one."""
    return Fraction(row.factor) if row.factor else None


def exact(number: Fraction) -> Decimal:
    """The decimal of a fraction: exact where there is one, else to 28 digits.

    >>> exact(Fraction(5, 4)), exact(Fraction(1, 3))
    (Decimal('1.25'), Decimal('0.3333333333333333333333333333'))
    """
    rest = number.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return Decimal(number.numerator) / Decimal(number.denominator)
    places = max(twos, fives)
    digits = number.numerator * 10**places // number.denominator
    return Decimal(digits).scaleb(-places) if len(str(abs(digits))) <= _DIGITS else Decimal(f"{digits}E-{places}")


class Converter:
    """Converts by a rule set; ``convert`` uses the shipped one.

    >>> Converter(RuleSet.load()).convert(Quantity.model_validate({
    ...     "text": "7 km", "start_char": 0, "end_char": 4, "value": "7",
    ...     "unit": {"name": "kilometer", "code": "km", "dimension": "length"}}))
    Base(value=Decimal('7000'), low=None, high=None, unit='meter')
    """

    def __init__(self, rules: RuleSet) -> None:
        rows = [row for row in rules.rows("units", "unit", UnitRow).values() if row.factor]
        self._rows: dict[tuple[str, str], UnitRow] = {}
        self._base: dict[str, str] = {}
        for row in rows:
            self._rows.setdefault((row.dimension, row.name), row)
            if row.factor == "1" and row.offset == "0":
                self._base.setdefault(row.dimension, row.name)

    def convert(self, quantity: Quantity) -> Base | None:
        """The quantity in the base unit of its dimension, None where there is no exact factor."""
        unit = quantity.unit
        row = self._rows.get((unit.dimension, unit.name)) if unit else None
        base = self._base.get(row.dimension) if row else None
        if row is None or base is None or row.factor is None:
            return None
        factor, offset = Fraction(row.factor), Fraction(row.offset)

        def based(value: Decimal | None) -> Decimal | None:
            return None if value is None else exact(Fraction(value) * factor + offset)

        return Base(value=based(quantity.value), low=based(quantity.low), high=based(quantity.high), unit=base)


def convert(quantity: Quantity) -> Base | None:
    """The quantity in the base unit of its dimension, by the shipped rules."""
    return Converter(RuleSet.load()).convert(quantity)
