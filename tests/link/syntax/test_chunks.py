"""Phrases: what stands in a noun group and a verb group, and what the group is called by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.link.drafts import Clauses
from extractor.link.syntax.chunks import Chunk

Read = Callable[[str], Clauses]


def _verb(clauses: Clauses) -> Chunk:
    return next(chunk for chunk in clauses.chunks if chunk.kind == "vg")


@pytest.mark.parametrize(
    ("text", "word", "outer", "modal", "passive"),
    [
        ("Fares rose 5 percent.", "rise", (), "", False),
        ("Fares have risen 5 percent.", "rise", (), "", False),
        ("Fares were raised 5 percent.", "raise", (), "", True),
        ("Fares will rise 5 percent.", "rise", (), "will", False),
        ("Fares are expected to rise 5 percent.", "rise", ("expect",), "", False),
        ("Fares could be cut by 5 percent.", "cut", (), "could", True),
        ("Fares were 5 euros.", "be", (), "", False),
        ("Bakers have 5 mills.", "have", (), "", False),
    ],
)
def test_verb_groups(read: Read, text: str, word: str, outer: tuple[str, ...], modal: str, passive: bool) -> None:
    verb = _verb(read(text))
    assert (verb.word, verb.outer, verb.modal, verb.passive) == (word, outer, modal, passive)


def test_a_negation_stays_inside_its_verb_group(read: Read) -> None:
    clauses = read("Fares did not rise 5 percent.")
    verb = _verb(clauses)
    assert clauses.tokens.quote(verb.start, verb.end) == "did not rise"
    assert verb.word == "rise"


@pytest.mark.parametrize(
    ("text", "form"),
    [("Porvin sold 5 boats.", "name"), ("The mill sold 5 boats.", "common"), ("It sold 5 boats.", "pronoun")],
)
def test_forms_of_noun_groups(read: Read, text: str, form: str) -> None:
    assert read(text).chunks[0].form == form


def test_chunks_cover_the_sentence_in_order(read: Read) -> None:
    clauses = read("In May fares in Porvin, the guild said, rose 5 percent (3 euros) to 61 euros from 58 euros.")
    ends = [clauses.sentence.start, *(chunk.end for chunk in clauses.chunks)]
    assert all(chunk.start >= end for chunk, end in zip(clauses.chunks, ends, strict=False))
    assert clauses.chunks[-1].end == clauses.sentence.end


def test_a_place_belongs_to_its_noun_group(read: Read) -> None:
    clauses = read("Norway's exports rose 5 percent.")
    assert [region.code for region in clauses.chunks[0].regions] == ["NO"]
    assert clauses.word(0) == "exports"


def test_outside_the_sentence_there_is_nothing(read: Read) -> None:
    clauses = read("Fares rose 5 percent.")
    assert (clauses.word(-1), clauses.kind(-1), clauses.word(99), clauses.kind(99)) == ("", "", "", "")
