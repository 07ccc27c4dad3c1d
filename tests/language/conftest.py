"""Text to tokens, as the pipeline makes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import Tokens, WordTable, read_doc
from extractor.rules import RuleSet


@pytest.fixture(scope="session")
def cut(rules: RuleSet) -> Callable[[str], Tokens]:
    tokenizer = build_tokenizer(rules)
    table = WordTable(tokenizer.vocab.strings)
    return lambda text: read_doc(tokenizer(text), table)
