"""What ties a quantity to its clause: the verb or preposition before it, the words behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.link.governor import following, governor, verb_before

Read = Callable[[str], Clauses]


def _quantity(clauses: Clauses) -> int:
    return next(k for k, chunk in enumerate(clauses.chunks) if chunk.kind == "q")


@pytest.mark.parametrize(
    ("text", "kind", "word"),
    [
        ("Fares rose 5 percent.", "vg", "rise"),
        ("Fares rose nearly 5 percent.", "vg", "rise"),
        ("Fares rose by 5 percent.", "prep", "by"),
        ("Fares rose to about 5 euros.", "prep", "to"),
        ("Fares rose more than 5 percent.", "vg", "rise"),
        ("Fares rose by at least 5 percent.", "prep", "by"),
        ("Fares reached a record high of 5 euros.", "vg", "reach"),
        ("Fares hit a record 5 euros.", "vg", "hit"),
        ("A loss of 5 euros is small.", "prep", "of"),
        ("Fares, 5 euros, are low.", ",", ","),
        ("Fares (5 euros) are low.", "(", "("),
        ("5 euros is too much for a fare.", "start", ""),
        ("The rate is between 2 and 5 percent.", "vg", "be"),
    ],
)
def test_ties(read: Read, table: FrameTable, text: str, kind: str, word: str) -> None:
    clauses = read(text)
    tie = governor(clauses, _quantity(clauses), table)
    assert (tie.kind, tie.word) == (kind, word)


@pytest.mark.parametrize(
    ("text", "what", "rule"),
    [
        ("Fares rose 3 percent. It was a 5 percent increase.", "noun", "frames.increase_noun"),
        ("Fares rose 3 percent. It was 5 percent more than in May.", "comparative", "frames.more_than"),
        ("Fares rose 3 percent. It was 5 percent lower than in May.", "comparative", "frames.less_than"),
        ("Fares rose 3 percent. It was 5 percent of the sum.", "of", None),
        ("Fares rose 3 percent. It was 5 percent in May.", "", None),
        ("Fares rose 3 percent. It was 5 percent", "", None),
    ],
)
def test_what_follows(read: Read, table: FrameTable, text: str, what: str, rule: str | None) -> None:
    clauses = read(text)
    found, _, row = following(clauses, _quantity(clauses), table)
    assert (found, row.rule if row else None) == (what, rule)


def test_the_verb_before(read: Read) -> None:
    clauses = read("Fares fell; rents in May rose to 5 euros.")
    assert clauses.word(verb_before(clauses, _quantity(clauses))) == "rise"
    assert verb_before(clauses, 1) == -1
