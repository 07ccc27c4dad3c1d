"""One matcher for all tests of regions: it is pure once made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.language.lexicon import Lexicon
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
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
def read(rules: RuleSet) -> Callable[[str], Tokens]:
    """Text to tokens with sentences."""
    reader, splitter = TokenReader(build_tokenizer(rules)), SentenceSplitter(rules)

    def read_text(text: str) -> Tokens:
        tokens = reader.read(text)
        splitter.split(tokens, [])
        return tokens

    return read_text
