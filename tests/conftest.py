"""Shared by all tests: the shipped rules, loaded once."""

from __future__ import annotations

import pytest

from extractor.rules import RuleSet


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return RuleSet.load()
