"""Which noun group is the subject of which verb."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.link.drafts import Clauses
from extractor.link.syntax.clauses import ancestors, clause_numbers, noun_phrase_before, opening, subject_of

Read = Callable[[str], Clauses]


def _subject(clauses: Clauses, verb: str) -> str | None:
    at = next(k for k, chunk in enumerate(clauses.chunks) if chunk.kind == "vg" and chunk.word == verb)
    phrase = subject_of(clauses.chunks, at)
    if phrase is None:
        return None
    return clauses.tokens.quote(clauses.chunks[phrase.first].start, clauses.chunks[phrase.last].end)


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Fares rose 5 percent.", "rise", "Fares"),
        ("The rate of growth in Kenya rose 5 percent.", "rise", "The rate of growth in Kenya"),
        ("Fares fell in May and rose 5 percent in June.", "rise", "Fares"),
        ("Tolvane, which employs 300 people, is growing.", "employ", "Tolvane"),
        ("The guild, founded in 1961, has 900 members.", "have", "The guild"),
        ("Fares (in euros) rose 5 percent.", "rise", "Fares"),
        ("The price of patents held by firms rose 5 percent.", "rise", "The price of patents held by firms"),
        ("Fares in May sharply rose 5 percent.", "rise", "Fares"),
        ("The guild said that fares rose 5 percent.", "rise", "fares"),
        ("The guild said fares rose 5 percent.", "rise", "fares"),
    ],
)
def test_subjects(read: Read, text: str, verb: str, subject: str) -> None:
    assert _subject(read(text), verb) == subject


def test_a_verb_that_opens_the_sentence_has_no_subject(read: Read) -> None:
    assert subject_of(read("Rose 5 percent fares did.").chunks, 0) is None


def test_brackets(read: Read) -> None:
    clauses = read("Visits in Porvin (down 590) fell.")
    closing = next(k for k, chunk in enumerate(clauses.chunks) if chunk.kind == ")")
    assert clauses.kind(opening(clauses.chunks, closing)) == "("
    assert opening(clauses.chunks[closing:], 0) == 0


def test_no_noun_phrase_before_a_verb(read: Read) -> None:
    clauses = read("Fares rose 5 percent.")
    assert noun_phrase_before(clauses.chunks, 1) is None
    phrase = noun_phrase_before(clauses.chunks, 0)
    assert phrase is not None
    assert (phrase.first, phrase.last, phrase.head) == (0, 0, 0)


def test_clauses_are_numbered(read: Read) -> None:
    clauses = read("Tolvane, which employs 300 people, sold 5 boats.")
    paths = clause_numbers(clauses.chunks)
    by_word = {chunk.word: path for chunk, path in zip(clauses.chunks, paths, strict=True)}
    assert by_word["employ"] != by_word["sell"]
    assert by_word["sell"] in ancestors(by_word["employ"])
    assert by_word["employ"] not in ancestors(by_word["sell"])
