"""Quantities by construction, as tables: what is printed, what it is worth, and what is none."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from casefile import cases
from hypothesis import given, settings
from hypothesis import strategies as st

from quantity_reading import Reading

HERE = Path(__file__).parent
TABLES = {
    "numbers": 24,
    "money": 24,
    "units": 39,
    "counted": 14,
    "ranges": 11,
    "elided": 6,
    "ranks": 5,
    "parts": 16,
    "modifiers": 11,
    "none": 28,
}
ALL = [case for name, least in TABLES.items() for case in cases(HERE / f"{name}.toml", least)]
READING = Reading()
WORDS = st.sampled_from((HERE / "pieces.txt").read_text(encoding="utf-8").split())


@pytest.mark.parametrize("case", ALL)
def test_quantities_of_a_text(case: dict[str, Any]) -> None:
    assert READING.lines(case["text"], case.get("country")) == case["expect"]


def test_a_tenth_of_the_cases_and_more_has_no_quantity() -> None:
    empty = [case for case in ALL if not case.values[0]["expect"]]
    assert len(empty) >= len(ALL) // 8


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_mentions_quote_the_text_in_order_and_are_finite(text: str) -> None:
    tokens = READING.tokens(text)
    mentions, _ = READING.matcher.match(tokens, [])
    end = 0
    for mention in mentions:
        assert tokens.quote(mention.start, mention.end) == text[mention.start_char : mention.end_char]
        assert end <= mention.start < mention.end <= len(tokens)
        end = max(mention.end, *(other.end for other in mention.equivalents), 0) if mention.equivalents else mention.end
        known = [value for value in (mention.value, mention.low, mention.high) if value is not None]
        assert known
        assert all(isinstance(value, Decimal) and value.is_finite() for value in known)
        assert mention.rules or mention.unit is None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    mentions, dropped = READING.matcher.match(READING.tokens(text), [])
    assert all(0 <= first < last <= len(text) for first, last, _ in dropped)
    assert all(mention.start_char < mention.end_char <= len(text) for mention in mentions)


def test_a_date_blocks_its_tokens_and_a_rate_does_not(extractor: Any) -> None:
    analysis = extractor.analyse(extractor.article("Fares rose 7 percent in 2023 to 600 zloty a year."))
    assert [mention.value for mention in analysis.quantities] == [Decimal(7), Decimal(600)]
