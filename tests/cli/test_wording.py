"""Fields of a record in a few characters."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.cli.wording import amount, place, time, unit
from extractor.records import Amount, Region, Time, Unit

DOLLAR = {"name": "dollar", "code": "USD", "dimension": "currency"}
SPAN = {"text": "x", "start_char": 0, "end_char": 1}

AMOUNTS: dict[str, tuple[dict[str, Any], str]] = {
    "value": ({"value": "5.40"}, "5.4"),
    "modifier": ({"value": "5", "modifier": ">="}, ">= 5"),
    "range": ({"low": "5", "high": "8"}, "5 to 8"),
    "range of money": ({"low": "5", "high": "8", "unit": DOLLAR}, "5 to 8 USD"),
    "thousands of millions": ({"value": "3600000000000"}, "3600000000000"),
    "no number": ({}, ""),
}
UNITS: dict[str, tuple[dict[str, Any] | None, str]] = {
    "code": (DOLLAR, "USD"),
    "name": ({"name": "grower", "dimension": "count"}, "grower"),
    "of one": ({**DOLLAR, "per": {"name": "share"}}, "USD/share"),
    "of many": ({"name": "doctor", "dimension": "count", "per": {"value": "10000", "name": "people"}}, "doctor/10000 people"),
    "none": (None, ""),
}
PLACES: dict[str, tuple[dict[str, Any] | None, str]] = {
    "code": ({"name": "Peru", "code": "PE", "type": "country"}, "Peru PE"),
    "no code": ({"name": "Riga", "type": "city"}, "Riga"),
    "inherited": ({"name": "Peru", "code": "PE", "type": "country", "inherited": True}, "(Peru PE)"),
    "none": (None, ""),
}
TIMES: dict[str, tuple[dict[str, Any] | None, str]] = {
    "value": ({"value": "2024-Q1"}, "2024-Q1"),
    "relation": ({"value": "2011", "relation": "since"}, "since 2011"),
    "interval": ({"start": "2024-01-01", "end": "2024-05-31"}, "2024-01-01/2024-05-31"),
    "inherited": ({"value": "2024", "inherited": True}, "(2024)"),
    "unresolved": ({**SPAN}, "? x"),
    "none": (None, ""),
}


@pytest.mark.parametrize("name", AMOUNTS)
def test_amount(name: str) -> None:
    fields, expected = AMOUNTS[name]
    assert amount(Amount.model_validate({**SPAN, **fields})) == expected


@pytest.mark.parametrize("name", UNITS)
def test_unit(name: str) -> None:
    fields, expected = UNITS[name]
    assert unit(None if fields is None else Unit.model_validate(fields)) == expected


@pytest.mark.parametrize("name", PLACES)
def test_place(name: str) -> None:
    fields, expected = PLACES[name]
    assert place(None if fields is None else Region.model_validate(fields)) == expected


@pytest.mark.parametrize("name", TIMES)
def test_time(name: str) -> None:
    fields, expected = TIMES[name]
    assert time(None if fields is None else Time.model_validate(fields)) == expected
