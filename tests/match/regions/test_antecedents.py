"""What "the province", "the country" and "the capital" mean."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from casefile import cases

from extractor.match.mentions import RegionMention
from extractor.match.regions import RegionMatcher


def meaning(mention: RegionMention) -> str:
    return f"{mention.means.name}, {mention.means.code or '-'}" if mention.means else "(open)"


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "antecedents.toml", at_least=31))
def test_what_is_meant(case: dict[str, Any], matcher: RegionMatcher, read: Any) -> None:
    mentions, _ = matcher.match(read(case["text"]))
    found = [mention for mention in mentions if mention.form == "anaphor"]
    assert [f"{case['text'][m.start_char : m.end_char]} = {meaning(m)}" for m in found] == case["means"]


def test_a_name_points_to_nothing_but_itself(matcher: RegionMatcher, read: Any) -> None:
    mentions, _ = matcher.match(read("Kenya sold tea to Egypt. The country sold coffee to Sudan."))
    assert [mention.name for mention in mentions if mention.form != "anaphor"] == ["Kenya", "Egypt", "Sudan"]
    assert all(mention.means is None for mention in mentions if mention.form != "anaphor")
