"""Conversion to base units: exact, or none."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.match.quantities.convert import Converter, exact, factor_of
from extractor.match.quantities.rows import UnitRow
from extractor.records import Quantity
from extractor.rules import RuleSet


@pytest.fixture(scope="module")
def converter() -> Converter:
    return Converter(RuleSet.load())


def quantity(value: str, name: str, dimension: str) -> Quantity:
    unit = {"name": name, "dimension": dimension}
    return Quantity.model_validate({"text": "7", "start_char": 0, "end_char": 1, "value": value, "unit": unit})


@pytest.mark.parametrize(
    ("value", "name", "dimension", "based", "base"),
    [
        ("7", "kilometer", "length", "7000", "meter"),
        ("10", "inch", "length", "0.254", "meter"),
        ("2", "tonne", "mass", "2000", "kilogram"),
        ("3", "hectare", "area", "30000", "square meter"),
        ("1", "barrel", "volume", "0.158987294928", "cubic meter"),
        ("5", "kilowatt hour", "energy", "18000000", "joule"),
        ("-40", "degree Celsius", "temperature", "233.15", "kelvin"),
        ("-40", "degree Fahrenheit", "temperature", "233.15", "kelvin"),
        ("36", "kilometer per hour", "speed", "10", "meter per second"),
        ("90", "minute", "time", "5400", "second"),
        ("3", "gigabyte", "data", "3000000000", "byte"),
    ],
)
def test_to_the_base_unit(converter: Converter, value: str, name: str, dimension: str, based: str, base: str) -> None:
    found = converter.convert(quantity(value, name, dimension))
    assert found is not None
    assert (found.value, found.unit) == (Decimal(based), base)


@pytest.mark.parametrize(
    ("name", "dimension"),
    [("dollar", "currency"), ("baker", "count"), ("point", "index"), ("decibel", "sound level"), ("cent", "currency")],
)
def test_none_without_a_factor(converter: Converter, name: str, dimension: str) -> None:
    assert converter.convert(quantity("7", name, dimension)) is None


def test_bounds_of_a_range_are_converted(converter: Converter) -> None:
    ranged = quantity("7", "kilometer", "length").model_copy(
        update={"value": None, "low": Decimal(1), "high": Decimal(2)}
    )
    found = converter.convert(ranged)
    assert found is not None
    assert (found.value, found.low, found.high) == (None, Decimal(1000), Decimal(2000))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_exact_keeps_every_decimal(value: Decimal) -> None:
    assert exact(Fraction(value)) == value


def test_every_factor_is_a_number_and_every_dimension_with_one_has_a_base() -> None:
    rows = [row for row in RuleSet.load().rows("units", "unit", UnitRow).values() if row.factor]
    based = {row.dimension for row in rows if row.factor == "1"} | {"currency"}
    assert len(rows) > 100
    for row in rows:
        factor = factor_of(row)
        assert factor is not None
        assert factor > 0
        assert row.dimension in based, row.id
