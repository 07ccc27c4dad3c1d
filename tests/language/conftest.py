"""Text to tokens, as the pipeline makes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.rules import RuleSet


@pytest.fixture(scope="session")
def cut(rules: RuleSet) -> Callable[[str], Tokens]:
    return TokenReader(build_tokenizer(rules)).read
