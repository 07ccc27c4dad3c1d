"""What the constructions of news English are read as: whole texts and all their facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from casefile import cases

from extractor.pipeline import Extractor
from extractor.records import Fact

DATE = "2024-08-15"
CASES = Path(__file__).with_name("readings.toml")


def written(fact: Fact) -> str:
    """A fact as a line of the case file: quote | kind | amount | metric | of | where | when."""
    quantity, unit = fact.quantity, fact.quantity.unit
    numbers = [quantity.value] if quantity.value is not None else [quantity.low, quantity.high]
    amount = "-".join(f"{number.normalize():f}" for number in numbers if number is not None)
    if quantity.modifier != "=":
        amount = quantity.modifier + amount
    if unit is not None:
        amount += f" {unit.name}" + (f" / {unit.per.value} {unit.per.name}" if unit.per else "")
    kind = " ".join(filter(None, [fact.kind, fact.direction, "projected" if fact.projected else None]))
    metric = fact.metric.text if fact.metric else "-"
    subject = fact.subject.text if fact.subject else "-"
    region = (fact.region.code or fact.region.name) if fact.region else "-"
    when = (fact.time.value or "?") if fact.time else "-"
    return " | ".join([quantity.text, kind, amount, metric, subject, region, when])


@pytest.mark.parametrize("case", cases(CASES, at_least=150))
def test_readings(extractor: Extractor, case: dict[str, Any]) -> None:
    facts = extractor.extract(case["text"], case.get("date", DATE))
    assert [written(fact) for fact in facts] == case["facts"]


def test_a_fifth_of_the_cases_hold_no_fact() -> None:
    found = [case.values[0]["facts"] for case in cases(CASES, at_least=150)]
    assert sum(not facts for facts in found) * 5 >= len(found)
