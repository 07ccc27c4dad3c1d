"""A gold label: a fact as a person read it, with the readings that count as right besides."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, field_validator, model_serializer

from extractor.evaluate.periods import period
from extractor.records import Direction, FactFields, Kind, MentionFields, Quantity, Record


class Accept(Record):
    """Other readings of single fields that a careful reader would let pass; ``null`` stands for "none".

    ``value`` holds decimals or ``low..high``; ``per`` such as ``10000 people`` or ``share``; ``region`` a code or a
    name; ``time`` a TIMEX3 value or ``start/end``; ``metric`` another wording.
    """

    kind: list[Kind] = Field(default_factory=list)
    value: list[str] = Field(default_factory=list)
    unit: list[str | None] = Field(default_factory=list)
    per: list[str | None] = Field(default_factory=list)
    region: list[str | None] = Field(default_factory=list)
    time: list[str | None] = Field(default_factory=list)
    metric: list[str] = Field(default_factory=list)
    direction: list[Direction | None] = Field(default_factory=list)

    @field_validator("value")
    @classmethod
    def _numbers(cls, values: list[str]) -> list[str]:
        for value in values:
            number_or_range(value)
        return values

    @field_validator("time")
    @classmethod
    def _periods(cls, values: list[str | None]) -> list[str | None]:
        for value in values:
            if value is not None and period(value) is None:
                raise ValueError(f"{value!r} is neither a TIMEX3 period nor start/end")
        return values

    @model_serializer(mode="wrap")
    def _only_given(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: values for name, values in handler(self).items() if values}


class GoldFact(FactFields):
    """One labelled fact: ``records.Fact`` without what only a program can fill (id, sentence, rules).

    ``optional`` labels count neither way when they are missed, found, or found with other fields.
    """

    optional: bool = False
    accept: Accept = Field(default_factory=Accept)

    @field_validator("quantity")
    @classmethod
    def _has_a_number(cls, quantity: Quantity) -> Quantity:
        if quantity.value is None and quantity.low is None:
            raise ValueError("a quantity without value and without low and high")
        return quantity

    def same_as(self) -> tuple[object, ...]:
        """What no two labels may share: the span, and everything that tells two facts on one span apart."""
        quantity = self.quantity
        return (
            self.doc_id,
            quantity.start_char,
            quantity.end_char,
            self.kind,
            quantity.value,
            quantity.low,
            self.direction,
            self.metric.text if self.metric else None,
            self.subject.text if self.subject else None,
            (self.region.code or self.region.name) if self.region else None,
            self.time.value if self.time else None,
        )


class GoldMention(MentionFields):
    """One labelled quantity, date or region expression, whether or not a fact uses it."""

    optional: bool = False

    def same_as(self) -> tuple[object, ...]:
        """What no two mentions may share."""
        return self.doc_id, self.layer, self.start_char, self.end_char


Number = Decimal | tuple[Decimal, Decimal]


def number_or_range(text: str) -> Number:
    """Read ``"5"`` or ``"5..10"``.

    Raises:
        ValueError: neither.

    >>> number_or_range("5..10")
    (Decimal('5'), Decimal('10'))
    """
    low, dots, high = text.partition("..")
    try:
        ends = [Decimal(part) for part in ((low, high) if dots else (text,))]
    except InvalidOperation:
        ends = []
    if not ends or not all(end.is_finite() for end in ends):
        raise ValueError(f"{text!r} is neither a decimal nor low..high")
    return (ends[0], ends[1]) if dots else ends[0]


def per_reading(text: str) -> tuple[Decimal, str]:
    """Read a denominator as labels write it.

    >>> per_reading("10000 people")
    (Decimal('10000'), 'people')
    >>> per_reading("share")
    (Decimal('1'), 'share')
    """
    match = re.fullmatch(r"([\d.,]+)?\s*(.+)", text.strip())
    if match is None:
        raise ValueError(f"{text!r} is no denominator such as '10000 people'")
    number = (match[1] or "1").replace(",", "")
    try:
        return Decimal(number), match[2]
    except InvalidOperation:
        raise ValueError(f"{text!r} is no denominator such as '10000 people'") from None
