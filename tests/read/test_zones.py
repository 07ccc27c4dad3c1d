"""Zones: each case is an article with its zones marked."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from casefile import cases
from hypothesis import given
from hypothesis import strategies as st

from extractor.read import ReadRules, zones
from extractor.rules import RuleSet

KINDS = {"t": "title", "h": "header", "f": "furniture", "b": "body"}
READ_RULES = ReadRules(RuleSet.load())
MARK = re.compile(r"<([thfb])>(.*?)</\1>", re.DOTALL)


def unmarked(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and where each mark stood."""
    text, spans, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[2]), KINDS[match[1]]))
        text += match[2]
        at = match.end()
    return text + marked[at:], spans


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("zones.toml"), 16))
def test_zones(case: dict[str, Any]) -> None:
    text, expected = unmarked(case["text"])
    found = zones(text, READ_RULES)
    kinds = [""] * len(text)
    for zone in found:
        kinds[zone.start_char : zone.end_char] = [zone.kind] * (zone.end_char - zone.start_char)
    for start, end, kind in expected:
        assert {kinds[i] for i in range(start, end)} == {kind}, text[start:end]


PIECES = [
    "Fares rose",
    " 4 percent.",
    "\n",
    "\n\n",
    "OSLO, ",
    "May 3",
    " (NTB) -- ",
    "[Photo/",
    "]",
    "Source:",
    "\r\n",
    "a",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_zones_cover_any_text(text: str) -> None:
    found = zones(text, READ_RULES)
    assert [zone.start_char for zone in found[1:]] == [zone.end_char for zone in found[:-1]]
    if found:
        assert (found[0].start_char, found[-1].end_char) == (0, len(text))
    else:
        assert not text.strip()
