"""Records: exact decimals through JSON, and what their validators refuse."""

from __future__ import annotations

import copy
import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from extractor.records import Amount, Fact, Reject, Span, plain

ARTICLE = "Norway's fish exports rose to 15.3 billion kroner (about $1.4 billion) in May, the council said."


def quoted(text: str, **fields: Any) -> dict[str, Any]:
    start = ARTICLE.index(text)
    return {"text": text, "start_char": start, "end_char": start + len(text), **fields}


FACT: dict[str, Any] = {
    "id": "0123456789abcdef",
    "doc_id": "fish",
    "kind": "level",
    "metric": quoted("fish exports", key="fish export", inherited=False),
    "subject": None,
    "quantity": quoted(
        "15.3 billion kroner",
        value="15300000000",
        low=None,
        high=None,
        modifier="=",
        unit={"name": "krone", "code": "NOK", "dimension": "currency", "per": None},
        equivalents=[
            quoted(
                "$1.4 billion",
                value="1400000000",
                low=None,
                high=None,
                modifier="~",
                unit={"name": "dollar", "code": "USD", "dimension": "currency", "per": {"value": "1", "name": "year"}},
            )
        ],
    ),
    "direction": None,
    "baseline": None,
    "region": quoted("Norway", name="Norway", code="NO", type="country", members=[], inherited=False),
    "time": quoted(
        "May", value="2024-05", start="2024-05-01", end="2024-05-31", relation="during", inherited=False
    ),
    "projected": False,
    "attribution": quoted("the council"),
    "sentence": quoted(ARTICLE),
    "rules": ["frames.reach"],
}


def changed(path: str, value: Any) -> dict[str, Any]:
    data = copy.deepcopy(FACT)
    *parents, last = path.split(".")
    at = data
    for key in parents:
        at = at[key]
    at[last] = value
    return data


def test_a_fact_comes_back_from_json_as_it_was() -> None:
    fact = Fact.model_validate(FACT, context={"article": ARTICLE})
    again = Fact.model_validate_json(fact.model_dump_json(), context={"article": ARTICLE})
    assert again == fact
    assert json.loads(fact.model_dump_json()) == FACT


def test_a_span_in_the_wrong_place_is_refused_only_with_the_article_at_hand() -> None:
    moved = changed("metric.start_char", 10)
    moved["metric"]["end_char"] = 22
    Fact.model_validate(moved)
    with pytest.raises(ValidationError, match="span 10:22 reads"):
        Fact.model_validate(moved, context={"article": ARTICLE})


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        ("kind", "guess", "Input should be 'level', 'change', 'comparison' or 'rank'"),
        ("direction", "sideways", "Input should be 'up' or 'down'"),
        ("quantity.modifier", "!", "Input should be"),
        ("quantity.value", "many", "valid decimal"),
        ("quantity.value", "NaN", "finite number"),
        ("quantity.low", "5", "a range has both low and high"),
        ("quantity.end_char", 12, "is not as long as its text"),
        ("quantity.start_char", -1, "greater than or equal to 0"),
        ("time.start", "2024-06-01", "start 2024-06-01 is after end 2024-05-31"),
        ("time.relation", "maybe", "Input should be"),
        ("time.text", None, "given together or not at all"),
        ("surprise", 1, "Extra inputs are not permitted"),
    ],
)
def test_validators_refuse(path: str, value: Any, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Fact.model_validate(changed(path, value))


def test_a_range_upside_down_is_refused() -> None:
    span = {"text": "5 to 3", "start_char": 0, "end_char": 6}
    with pytest.raises(ValidationError, match="low 5 is greater than high 3"):
        Amount.model_validate({**span, "low": "5", "high": "3"})


def test_a_span_quotes_the_article() -> None:
    with pytest.raises(ValidationError, match="reads 'fish', not 'meat'"):
        Span.model_validate({"text": "meat", "start_char": 0, "end_char": 4}, context={"article": "fish"})


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_decimals_stay_exact(value: Decimal) -> None:
    text = plain(value)
    assert "E" not in text
    assert Decimal(text) == value
    amount = Amount(text="x", start_char=0, end_char=1, value=value)
    assert Amount.model_validate_json(amount.model_dump_json()).value == value


def test_a_reject_is_one_line() -> None:
    assert Reject(file="a.txt", found="an empty file").reason == "a.txt: an empty file"
    assert Reject(file="a.jsonl", line=2, found="x", allowed="y").reason == "a.jsonl:2: x; allowed: y"
