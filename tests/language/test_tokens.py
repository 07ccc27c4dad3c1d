"""Strings that are cut once stand in the texts as the tokenizer cuts the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader
from extractor.rules import RuleSet

RULES = RuleSet.load()
WHOLE, READER = build_tokenizer(RULES), TokenReader(build_tokenizer(RULES))
PIECES = [
    "Fares", "rose", "5%", "$3bn-$5bn", "(up", "4.2", "percent)", "Jan.", "5", "U.S.", "won't", "Riga’s", "mid-2023;", "\n",
    "\t", " ", "\u00a0", "\u2028", "...", "\"Tolls", "said.\"", "£12m", "9am", "and/or", "—", "state-run", "http://a.org/b",
]  # fmt: skip


def cut_whole(text: str) -> list[tuple[str, int]]:
    return [(token.text, token.idx) for token in WHOLE(text) if not token.is_space]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "Fares rose.",
        "  Fares\n\nrose 5% in Jan. (from $3bn-$5bn).  ",
        "Riga’s tolls: £12m, won't fall; U.S. ones did.",
    ],
)
def test_a_text(text: str) -> None:
    tokens = READER.read(text)
    assert list(zip(tokens.words, tokens.starts, strict=True)) == cut_whole(text)
    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert tokens.lower == [word.lower().replace("’", "'") for word in tokens.words]


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " "]))
def test_any_pieces(pieces: list[str], between: str) -> None:
    text = between.join(pieces)
    tokens = READER.read(text)
    assert list(zip(tokens.words, tokens.starts, strict=True)) == cut_whole(text)
