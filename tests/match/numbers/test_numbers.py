"""The number grammar and the styles of writing figures."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from casefile import cases
from hypothesis import given
from hypothesis import strategies as st

from extractor.match.numbers.grammar import NumberGrammar
from extractor.match.numbers.style import read_style
from extractor.match.numbers.table import ratio
from extractor.match.numbers.vocabulary import NumberWords
from quantity_reading import Reading

READING = Reading()
GRAMMAR = NumberGrammar(NumberWords.load(READING.rules))


def value(text: str) -> Decimal | None:
    """The value of the number that the text begins with."""
    tokens = READING.tokens(text)
    atoms = [GRAMMAR.table[word] for word in tokens.lower]
    style = read_style(tokens, atoms, [i for i, atom in enumerate(atoms) if atom])
    number = GRAMMAR.read(tokens, atoms, 0, len(tokens), style)
    return number.value if number else None


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "numbers.toml", 16))
def test_value_of_a_number(case: dict[str, Any]) -> None:
    assert value(case["text"]) == (Decimal(case["value"]) if "value" in case else None)


@given(st.integers(min_value=0, max_value=10**15))
def test_every_grouped_integer_is_read_back(number: int) -> None:
    assert value(f"{number:,}") == number


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("16,7 and 0,4", "16.7"),
        ("1,234 and 12,345", "1234"),
        ("31 000 and 7 250", "31000"),
        ("12 345 and 67", "12"),
        ("16,700 and 0,4 and 2,5", "16.7"),
    ],
)
def test_style_is_judged_over_the_article(text: str, first: str) -> None:
    assert value(text) == Decimal(first)


def test_a_third_has_nine_digits() -> None:
    assert ratio(Decimal(1), Decimal(3)) == Decimal("0.333333333")
