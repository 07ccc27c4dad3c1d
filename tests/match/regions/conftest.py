"""One matcher for all tests of regions: it is pure once made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.match.regions import RegionMatcher
from extractor.match.regions.gazetteer import Gazetteer
from extractor.rules import RuleSet


@pytest.fixture(scope="session")
def matcher(rules: RuleSet) -> RegionMatcher:
    return RegionMatcher(rules, Lexicon(rules))


@pytest.fixture(scope="session")
def gazetteer(rules: RuleSet) -> Gazetteer:
    return Gazetteer(rules.roots)


@pytest.fixture(scope="session")
def read(tokens_of: Callable[[str], Tokens]) -> Callable[[str], Tokens]:
    return tokens_of
