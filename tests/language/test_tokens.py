"""Tokens: where texts are cut, and that no character is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from casefile import cases
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.rules import RuleSet

TOKENIZER = build_tokenizer(RuleSet.load())
READER = TokenReader(TOKENIZER)
CHARACTERS = st.text(alphabet=st.sampled_from("aZ5.,%$£€-–—/()'’\" \n:mbn\u00a0é"))


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "tokens.toml", at_least=20))
def test_cuts(case: dict[str, Any], cut: Callable[[str], Tokens]) -> None:
    assert " ".join(cut(case["text"]).words) == case["tokens"]


@given(st.one_of(st.text(), CHARACTERS))
def test_tokens_and_blanks_are_the_whole_text(text: str) -> None:
    tokens = READER.read(text)
    rebuilt = "".join(tokens.gap(i) + tokens.words[i] for i in range(len(tokens)))
    assert text.startswith(rebuilt)
    assert not text[len(rebuilt) :].strip()
    assert all(not tokens.gap(i).strip() for i in range(len(tokens)))


@given(CHARACTERS)
def test_what_was_read_before_changes_nothing(text: str) -> None:
    assert READER.read(text) == TokenReader(TOKENIZER).read(text)


def test_spans_gaps_and_glue(cut: Callable[[str], Tokens]) -> None:
    tokens = cut("Up $5 in Kenya’s\n Rift.")
    assert (tokens.span(1, 3), tokens.quote(1, 3)) == ((3, 5), "$5")
    assert [tokens.glued(i) for i in range(len(tokens))] == [False, False, True, False, False, True, False, True]
    assert [tokens.gap(i) for i in (0, 1, 6)] == ["", " ", "\n "]
    assert tokens.lower[5] == "'s"
