"""Noun groups around a number: how far they reach, and whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.link.readings.groups import Groups, extend, has_object, said_until
from extractor.link.syntax.phrases import PhraseText

Read = Callable[[str], Clauses]


def _quote(clauses: Clauses, span: tuple[int, int] | None) -> str | None:
    return clauses.tokens.quote(*span) if span is not None else None


def _at(clauses: Clauses, kind: str) -> int:
    return next(k for k, chunk in enumerate(clauses.chunks) if chunk.kind == kind)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("Fares rose 5 percent.", "Fares"),
        ("The price of bread in Norway rose 5 percent.", "Norway"),
        ("The guild, of bakers, has 5 mills.", "guild"),
    ],
)
def test_how_far_a_group_reaches(read: Read, text: str, last: str) -> None:
    clauses = read(text)
    end = clauses.chunks[extend(clauses, 0)].end
    assert clauses.tokens.words[end - 1] == last


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Half of the tea was grown in Asia, 5 tonnes.", "was grown in Asia"),
        ("Fares rose 5 percent.", "rose"),
    ],
)
def test_how_far_a_verb_speaks(read: Read, text: str, said: str) -> None:
    clauses = read(text)
    verb = _at(clauses, "vg")
    end = clauses.chunks[said_until(clauses, verb)].end
    assert clauses.tokens.quote(clauses.chunks[verb].start, end) == said


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("Norway sold 5 tonnes of cod.", "cod"),
        ("Norway sold 5 tonnes (6 tons) of cod.", "cod"),
        ("Norway sold 5 tonnes in May.", None),
        ("Norway sold 5 tonnes.", None),
    ],
)
def test_complements(read: Read, table: FrameTable, phrases: PhraseText, text: str, metric: str | None) -> None:
    clauses = read(text)
    assert _quote(clauses, Groups(table, phrases).complement(clauses, _at(clauses, "q"), "of")) == metric


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The bank raised its key rate by 25 basis points.", "key rate"),
        ("The bank rose by 25 basis points.", None),
    ],
)
def test_objects_between_verb_and_number(
    read: Read, table: FrameTable, phrases: PhraseText, text: str, metric: str | None
) -> None:
    clauses = read(text)
    verb, number = _at(clauses, "vg"), _at(clauses, "q")
    assert _quote(clauses, Groups(table, phrases).object_between(clauses, verb, number)) == metric
    assert has_object(clauses, clauses.chunks[verb], number) == (metric is not None)
