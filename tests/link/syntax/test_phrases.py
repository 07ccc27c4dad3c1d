"""Which characters of a phrase are the metric or the subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.link.drafts import Clauses
from extractor.link.syntax.clauses import subject_of
from extractor.link.syntax.phrases import PhraseText

Read = Callable[[str], Clauses]


def _trimmed(clauses: Clauses, trim: Callable[[Clauses, int, int], tuple[int, int] | None]) -> str | None:
    verb = next(k for k, chunk in enumerate(clauses.chunks) if chunk.kind == "vg")
    phrase = subject_of(clauses.chunks, verb)
    assert phrase is not None
    span = trim(clauses, phrase.first, phrase.last)
    return clauses.tokens.quote(*span) if span else None


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The vacancy rate was 5 percent.", "vacancy rate"),
        ("China's R&D spending in 2024 was 5 yuan.", "R&D spending"),
        ("The rate of growth in Kenya was 5 percent.", "rate of growth"),
        ("The number of bakers was 5.", "number of bakers"),
        ("Its exports were 5 tonnes.", "exports"),
        ("The rate was 5 percent.", None),
        ("Fares rose 3 percent. It was 5 percent.", None),
        ("Fares rose 3 percent. Those of the north were 5 percent.", None),
    ],
)
def test_metrics(read: Read, phrases: PhraseText, text: str, metric: str | None) -> None:
    assert _trimmed(read(text), phrases.metric) == metric


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The ferry line carries 5 cyclists.", "ferry line"),
        ("Norway has 5 lighthouses.", None),
        ("The port of Vessia has 5 cranes.", "port of Vessia"),
    ],
)
def test_subjects(read: Read, phrases: PhraseText, text: str, subject: str | None) -> None:
    assert _trimmed(read(text), phrases.subject) == subject


def test_short_forms_have_a_bare_span(read: Read, phrases: PhraseText) -> None:
    assert _trimmed(read("The rate was 5 percent."), phrases.bare) == "rate"


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Porvin has 5 bakers.", "bakers"),
        ("Porvin has 5 doctors per 10,000 people.", "doctors per 10,000 people"),
        ("Fares rose 5 percent.", None),
    ],
)
def test_counted(read: Read, phrases: PhraseText, text: str, counted: str | None) -> None:
    clauses = read(text)
    at = next(k for k, chunk in enumerate(clauses.chunks) if chunk.kind == "q")
    span = phrases.counted(clauses, at)
    assert (clauses.tokens.quote(*span) if span else None) == counted
