"""Shared by all tests: the shipped rules and the extractor, loaded once, and the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import settings

from extractor.cli import main
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.pipeline import Extractor
from extractor.rules import RuleSet

# No test measures time, and none passes today and fails tomorrow on the same code.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def rules() -> RuleSet:
    return RuleSet.load()


@pytest.fixture(scope="session")
def tokens_of(rules: RuleSet) -> Callable[[str], Tokens]:
    """Text to tokens with sentences, as the pipeline makes them."""
    reader, splitter = TokenReader(build_tokenizer(rules)), SentenceSplitter(rules)

    def read(text: str) -> Tokens:
        tokens = reader.read(text)
        splitter.split(tokens, [])
        return tokens

    return read


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor.load()


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Call the command line in this process; what comes back is the exit code."""

    def call(*arguments: object) -> int:
        monkeypatch.setattr(sys, "argv", ["extractor", *map(str, arguments)])
        try:
            main()
        except SystemExit as left:
            return int(left.code or 0)
        return 0

    return call
