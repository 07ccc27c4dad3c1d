"""Amounts: a number as printed and as normalised, its unit and denominator."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from pydantic import Field, model_validator

from extractor.records.record import ExactDecimal, Record
from extractor.records.spans import Span

Modifier = Literal["=", "~", ">", "<", ">=", "<="]


class Per(Record):
    """A denominator: ``{"value": 10000, "name": "people"}``, ``{"value": 1, "name": "share"}``."""

    value: ExactDecimal = Decimal(1)
    name: str


class Unit(Record):
    """A unit: singular lower-case name, UCUM or ISO 4217 code if it has one, dimension, denominator."""

    name: str
    code: str | None = None
    dimension: str
    per: Per | None = None


class Base(Record):
    """A quantity converted to the base unit of its dimension."""

    value: ExactDecimal | None = None
    low: ExactDecimal | None = None
    high: ExactDecimal | None = None
    unit: str


class Amount(Span):
    """A number with its unit, as printed and as normalised."""

    value: ExactDecimal | None = None
    low: ExactDecimal | None = None
    high: ExactDecimal | None = None
    modifier: Modifier = "="
    unit: Unit | None = None

    @model_validator(mode="after")
    def _range_in_order(self) -> Amount:
        if (self.low is None) != (self.high is None):
            raise ValueError("a range has both low and high")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"low {self.low} is greater than high {self.high}")
        return self


def _is_none(value: object) -> bool:
    return value is None


class Quantity(Amount):
    """The amount a fact states; ``equivalents`` are the same amount in other units; ``base`` is filled on request."""

    equivalents: list[Amount] = Field(default=[])
    base: Base | None = Field(default=None, exclude_if=_is_none)
