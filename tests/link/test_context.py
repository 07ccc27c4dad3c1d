"""What a sentence lacks: time, place, pairs, owner, source and whether a number is still to come."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from casefile import cases

from extractor.pipeline import Extractor
from extractor.records import Fact

HERE = Path(__file__).parent
DAY = "2025-09-10"


def found(extractor: Extractor, case: dict[str, Any], quantity: str) -> list[Fact]:
    """The records on a quantity of a case's text; one that is missing is an error."""
    records = [fact for fact in extractor.extract(case["text"], DAY) if fact.quantity.text == quantity]
    assert records, f"no record of {quantity!r}"
    return records


def time_of(fact: Fact) -> str:
    return "" if fact.time is None else fact.time.value or f"{fact.time.start}/{fact.time.end}"


def region_of(fact: Fact) -> str:
    return "" if fact.region is None else fact.region.code or fact.region.name or ""


@pytest.mark.parametrize("case", cases(HERE / "times.toml", 20))
def test_times(extractor: Extractor, case: dict[str, Any]) -> None:
    assert [[q, time_of(found(extractor, case, q)[0])] for q, _ in case["facts"]] == case["facts"]


@pytest.mark.parametrize("case", cases(HERE / "places.toml", 12))
def test_places(extractor: Extractor, case: dict[str, Any]) -> None:
    assert [[q, region_of(found(extractor, case, q)[0])] for q, _ in case["facts"]] == case["facts"]


@pytest.mark.parametrize("case", cases(HERE / "pairs.toml", 5))
def test_pairs(extractor: Extractor, case: dict[str, Any]) -> None:
    assert [[q, [region_of(f) for f in found(extractor, case, q)]] for q, _ in case["facts"]] == case["facts"]


@pytest.mark.parametrize("case", cases(HERE / "sources.toml", 5))
def test_sources(extractor: Extractor, case: dict[str, Any]) -> None:
    facts = [(q, found(extractor, case, q)[0]) for q, _ in case["facts"]]
    assert [[q, fact.attribution.text if fact.attribution else ""] for q, fact in facts] == case["facts"]


@pytest.mark.parametrize("case", cases(HERE / "projected.toml", 5))
def test_projected(extractor: Extractor, case: dict[str, Any]) -> None:
    assert [[q, found(extractor, case, q)[0].projected] for q, _ in case["facts"]] == case["facts"]


@pytest.mark.parametrize("case", cases(HERE / "owners.toml", 3))
def test_owners(extractor: Extractor, case: dict[str, Any]) -> None:
    for quantity, word in case["facts"]:
        subject = found(extractor, case, quantity)[0].subject
        named = subject.text.split() if subject else []
        assert word in named if word else not named
