"""Quantities that state no fact: durations, ages, references, numbers in names."""

from __future__ import annotations

import pytest

from extractor.pipeline import Extractor


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("The talks lasted 5 hours.", []),
        ("The average wait was 5 hours.", ["5 hours"]),
        ("Hundreds of bakers marched.", []),
        ("The two countries agreed.", []),
        ("Two countries agreed.", ["Two countries"]),
        ("Alma Whitfield, 61, runs the mill.", []),
        ("Three trams, 61 buses and a ferry were late.", ["Three trams", "61 buses"]),
        ("Those aged 60 pay less.", []),
        ("The Boeing 737 landed.", []),
        ("The 30-share index fell 5 percent.", ["5 percent"]),
        ("Seven of its nine members agreed.", ["Seven", "nine members"]),
        ("14", []),
        ("The witness, 34, left.", []),
        ("The toll, 34 euros, is low.", ["34 euros"]),
        ("He turned 50 in May.", []),
        ("Four out of ten bakers are older than 50.", ["Four out of ten"]),
        ("Bus 42 was late.", []),
        ("Sales were 42 in May.", ["42"]),
    ],
)
def test_what_is_a_fact(extractor: Extractor, text: str, quotes: list[str]) -> None:
    assert [fact.quantity.text for fact in extractor.extract(text, "2024-08-15")] == quotes
