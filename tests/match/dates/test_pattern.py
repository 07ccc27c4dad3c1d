"""The notation of phrase patterns."""

from __future__ import annotations

import pytest

from extractor.errors import RuleError
from extractor.match.dates.pattern import expand


@pytest.mark.parametrize(
    ("pattern", "sequences"),
    [
        ("{year}", [("{year}",)]),
        ("the? {unit}", [("the", "{unit}"), ("{unit}",)]),
        ("in | on {year}", [("in",), ("on", "{year}")]),
        ("(in | on) {year}", [("in", "{year}"), ("on", "{year}")]),
        ("{month} (, {year})?", [("{month}", ",", "{year}"), ("{month}",)]),
        ("in [ {year} ]", [("in", "[", "{year}", "]")]),
        ("a ((b | c) d)? e", [("a", "b", "d", "e"), ("a", "c", "d", "e"), ("a", "e")]),
    ],
)
def test_sequences_of_a_pattern(pattern: str, sequences: list[tuple[str, ...]]) -> None:
    assert expand(pattern) == sequences


@pytest.mark.parametrize("pattern", ["(in {year}", "in) {year}", "the?", "", "(a | b"])
def test_a_broken_pattern_is_an_error(pattern: str) -> None:
    with pytest.raises(RuleError):
        expand(pattern)
