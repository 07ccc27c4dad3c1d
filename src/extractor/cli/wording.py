"""Fields of a record in a few characters, for people."""

from __future__ import annotations

from extractor.records import Amount, Region, Time, Unit, plain


def amount(quantity: Amount) -> str:
    """Value or range, modifier, unit.

    >>> from decimal import Decimal
    >>> amount(Amount(text="over 5%", start_char=0, end_char=7, value=Decimal(5), modifier=">"))
    '> 5'
    """
    if quantity.low is not None and quantity.high is not None:
        number = f"{plain(quantity.low)} to {plain(quantity.high)}"
    else:
        number = "" if quantity.value is None else plain(quantity.value)
    modifier = "" if quantity.modifier == "=" else quantity.modifier
    return " ".join(part for part in (modifier, number, unit(quantity.unit)) if part)


def unit(found: Unit | None) -> str:
    """Code or name, with the denominator: ``USD/share``."""
    if found is None:
        return ""
    name = found.code or found.name
    if found.per is None:
        return name
    value = "" if found.per.value == 1 else f"{plain(found.per.value)} "
    return f"{name}/{value}{found.per.name}"


def place(region: Region | None) -> str:
    """Name and code; in brackets when it is inherited."""
    if region is None:
        return ""
    said = " ".join(part for part in (region.name, region.code) if part)
    return f"({said})" if region.inherited else said


def time(found: Time | None) -> str:
    """TIMEX3 value and relation; in brackets when it is inherited."""
    if found is None:
        return ""
    value = found.value or (f"{found.start}/{found.end}" if found.start else f"? {found.text}")
    said = value if found.relation == "during" else f"{found.relation} {value}"
    return f"({said})" if found.inherited else said
