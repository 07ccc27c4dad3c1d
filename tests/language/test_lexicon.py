"""Possible parts of speech, and lemmas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.language.lexicon import (
    ADJ,
    ARTICLE,
    BASE,
    BE,
    HAVE,
    ING,
    MODAL,
    NOUN,
    NUMBER,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    SYMBOL,
    THIRD,
    UNKNOWN,
    Lexicon,
)
from extractor.rules import RuleSet

LEXICON = Lexicon(RuleSet.load())

# word, classes it has, classes it has not
CLASSES = {
    "the": (ARTICLE, NOUN | UNKNOWN),
    "of": (PREPOSITION, NOUN | ADJ),
    "was": (BE, NOUN),
    "has": (HAVE, PLURAL),
    "would": (MODAL, PAST),
    "rose": (PAST | NOUN, PARTICIPLE | UNKNOWN),
    "risen": (PARTICIPLE, PAST | NOUN),
    "sales": (PLURAL, BASE | UNKNOWN),
    "rising": (ING, PAST),
    "exports": (PLURAL | THIRD, BASE),
    "40": (NUMBER, UNKNOWN | NOUN),
    "%": (SYMBOL, NUMBER),
    "wabrundle": (UNKNOWN, ARTICLE | PREPOSITION | BE),
}

# word, class wanted, lemma
LEMMAS = [
    ("rose", PAST, "rise"),
    ("rose", NOUN, "rose"),
    ("grew", PAST, "grow"),
    ("children", PLURAL, "child"),
    ("companies", PLURAL, "company"),
    ("wabrundles", PLURAL, "wabrundle"),
    ("obruzzies", PLURAL, "obruzzy"),
    ("glass", PLURAL, "glass"),
    ("wabrundle", PLURAL, "wabrundle"),
    ("wabrundled", PAST, "wabrundled"),
]


@pytest.mark.parametrize("word", CLASSES)
def test_classes(word: str) -> None:
    has, has_not = CLASSES[word]
    assert LEXICON.classes(word) & has == has
    assert not LEXICON.classes(word) & has_not


@pytest.mark.parametrize(("word", "wanted", "lemma"), LEMMAS)
def test_lemmas(word: str, wanted: int, lemma: str) -> None:
    assert LEXICON.lemma(word, wanted) == lemma


def test_forms_of_a_verb() -> None:
    assert LEXICON.forms_of({"rise"}) == {"rise", "rises", "rose", "risen", "rising"}
    assert LEXICON.forms_of({"wabrundle"}) == frozenset()


def test_auxiliaries() -> None:
    assert [LEXICON.auxiliary(LEXICON.classes(word)) for word in ("has", "was", "did", "would")] == [
        "have", "be", "do", "do",
    ]  # fmt: skip


@given(st.text(min_size=1))
def test_any_word_has_a_class_and_a_lemma(word: str) -> None:
    lower = word.lower()
    assert LEXICON.classes(lower)
    assert LEXICON.lemma(lower, PLURAL)
