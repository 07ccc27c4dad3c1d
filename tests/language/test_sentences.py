"""Sentences, list lines and zones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from casefile import cases
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.records import Zone
from extractor.rules import RuleSet

RULES = RuleSet.load()
READER, SPLITTER = TokenReader(build_tokenizer(RULES)), SentenceSplitter(RULES)
PIECES = st.sampled_from(["Rents", "rose", "40", ".", "?", "\"", "Inc.", "The", "\n", "\n\n", "it", " "])


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "sentences.toml", at_least=13))
def test_borders(case: dict[str, Any], cut: Callable[[str], Tokens]) -> None:
    tokens = cut(case["text"])
    SPLITTER.split(tokens, [])
    assert [f"{s.kind}: {case['text'][s.start_char : s.end_char]}" for s in tokens.sentences] == case["sentences"]


def test_zones_cut_and_give_their_kind(cut: Callable[[str], Tokens]) -> None:
    text = "Rents rise Wages fell by 40 percent. Sign up here"
    zones = [
        Zone(start_char=0, end_char=11, kind="title"),
        Zone(start_char=11, end_char=37, kind="body"),
        Zone(start_char=37, end_char=49, kind="furniture"),
    ]
    tokens = cut(text)
    SPLITTER.split(tokens, zones)
    assert [(s.kind, s.start_char) for s in tokens.sentences] == [("title", 0), ("prose", 11), ("furniture", 37)]


def test_paragraphs_are_counted_by_lines(cut: Callable[[str], Tokens]) -> None:
    tokens = cut("Rents rose. Wages fell.\n\nPrices rose.")
    SPLITTER.split(tokens, [])
    assert [sentence.paragraph for sentence in tokens.sentences] == [0, 0, 1]


@given(st.one_of(st.text(), st.lists(PIECES).map(" ".join)))
def test_sentences_cover_all_tokens_in_order(text: str) -> None:
    tokens = READER.read(text)
    SPLITTER.split(tokens, [])
    covered = [i for sentence in tokens.sentences for i in range(sentence.start, sentence.end)]
    assert covered == list(range(len(tokens)))
    assert all(sentence.start < sentence.end for sentence in tokens.sentences)
    assert all(tokens.sentences[n].start <= i < tokens.sentences[n].end for i, n in enumerate(tokens.sentence_of))
