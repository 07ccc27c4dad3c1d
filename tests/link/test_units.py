"""Mentions as units: what counts where two cover the same tokens."""

from __future__ import annotations

from decimal import Decimal

from extractor.link.units import units
from extractor.match.mentions import DateMention, QuantityMention, RegionMention


def _quantity(start: int, end: int) -> QuantityMention:
    return QuantityMention(start, end, 0, 1, "amount", (start, end), Decimal(5))


def _date(start: int, end: int, role: str = "time") -> DateMention:
    return DateMention(start, end, 0, 1, "DATE", None, role=role)


def _region(start: int, end: int) -> RegionMention:
    return RegionMention(start, end, 0, 1, "Oslo", None, "city")


def test_a_capital_for_the_first_token_of_a_mention() -> None:
    fixed, starts = units([_quantity(1, 3)], [_date(4, 6)], [_region(7, 8)])
    assert fixed == {1: "Q", 2: "q", 4: "Z", 5: "z", 7: "L"}
    assert (list(starts.quantities), list(starts.dates), list(starts.regions)) == ([1], [4], [7])


def test_quantities_before_dates_before_regions() -> None:
    fixed, starts = units([_quantity(1, 3)], [_date(2, 5), _date(6, 8)], [_region(7, 9), _region(4, 5)])
    assert fixed == {1: "Q", 2: "q", 6: "Z", 7: "z", 4: "L"}
    assert (list(starts.dates), list(starts.regions)) == ([6], [4])


def test_a_rate_is_a_word_like_others() -> None:
    assert units([], [_date(2, 3, "rate")], [])[0] == {}
