"""The article's date: which of its sources comes first, and what is none."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from casefile import cases

from extractor.errors import InputError
from extractor.read import DateHint, ReadRules, article_date, parse_hint
from extractor.rules import RuleSet


@pytest.mark.parametrize("case", cases(Path(__file__).with_name("dates.toml"), 14))
def test_article_date(case: dict[str, Any], rules: RuleSet) -> None:
    hint = parse_hint(case["given"]) if "given" in case else None
    assert article_date(case["text"], ReadRules(rules), hint) == case.get("date")


def test_a_hint_is_a_day_or_a_year() -> None:
    assert parse_hint(" 2024-02-29 ") == DateHint(datetime.date(2024, 2, 29), 2024)
    assert parse_hint("2024") == DateHint(None, 2024)


@pytest.mark.parametrize("text", ["", "yesterday", "2023-02-29", "0000", "2025-13-01", "5 Sept"])
def test_a_date_that_is_none(text: str) -> None:
    with pytest.raises(InputError, match="allowed: a date such as"):
        parse_hint(text)
