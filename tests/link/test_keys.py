"""Keys of metrics: the same for the same indicator in other words."""

from __future__ import annotations

import pytest

from extractor.pipeline import Extractor


def _key(extractor: Extractor, text: str) -> str:
    fact = extractor.extract(text, "2024-08-15")[0]
    assert fact.metric is not None
    return fact.metric.key


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The jobless rate was 5 percent.", "The unemployment rate was 5 percent."),
        ("GDP rose 5 percent.", "The gross domestic product rose 5 percent."),
        ("The number of patents rose 5 percent.", "The numbers of patents rose 5 percent."),
        ("Exports rose 5 percent.", "Its exports fell 5 percent."),
    ],
)
def test_one_indicator(extractor: Extractor, first: str, second: str) -> None:
    assert _key(extractor, first) == _key(extractor, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Exports rose 5 percent.", "Imports rose 5 percent."),
        ("The jobless rate was 5 percent.", "The jobless claims were 5 million."),
    ],
)
def test_two_indicators(extractor: Extractor, first: str, second: str) -> None:
    assert _key(extractor, first) != _key(extractor, second)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The number of bakers rose to 900.", "baker"),
        ("Visitors to the park numbered 900.", "visitor"),
        ("The number of those without work rose to 900.", "person"),
        ("Sales reached 900.", None),
        ("The population was 900.", None),
    ],
)
def test_a_bare_number_counts_what_its_metric_counts(extractor: Extractor, text: str, unit: str | None) -> None:
    found = extractor.extract(text, "2024-08-15")[0].quantity.unit
    assert (found.name if found else None) == unit
