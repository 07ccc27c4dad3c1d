"""The whole path: any text, every article of the corpus, and the same bytes each time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extractor as package
from extractor.errors import InputError
from extractor.pipeline import Extractor
from extractor.records import Fact, Mention

CORPUS = Path(__file__).parents[1] / "corpus"
EXTRACTOR = Extractor.load()
PIECES = [
    "Exports", "rose", "fell", "5", "5.9", "1,250", "percent", "%", "$", "£3bn", "million", "to", "from", "between", "and",
    "of", "in", "the", "Norway", "Chinese", "2023", "May", "a year earlier", "(", ")", "-", "–", ",", ".", "\n", "\n\n",
    "No.", "3rd", "twice", "half", "per", "respectively", "it", "’s", "\"", "said", "1/2", "10-15", "minus", "last year",
    "\u00a0", "é", "东京", "\u200b", "🙂",
]  # fmt: skip
NEWS = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from([" ", " ", " ", ""]))).map(
    lambda pieces: "".join(piece + blank for piece, blank in pieces)
)


def check_spans(text: str) -> None:
    analysis = EXTRACTOR.analyse(EXTRACTOR.article(text, "2024-06-15"))
    for fact in analysis.facts:
        assert Fact.model_validate(fact.model_dump(), context={"article": text}) == fact
    for mention in analysis.mentions:
        assert text[mention.start_char : mention.end_char] == mention.text
        assert Mention.model_validate(mention.model_dump(), context={"article": text}) == mention
    for zone, after in zip(analysis.article.zones, analysis.article.zones[1:], strict=False):
        assert zone.end_char == after.start_char
    ids = [fact.id for fact in analysis.facts]
    assert len(ids) == len(set(ids))


@given(st.text())
def test_any_text(text: str) -> None:
    check_spans(text)


@settings(max_examples=300)
@given(NEWS)
def test_any_text_of_news_words(text: str) -> None:
    check_spans(text)


@settings(max_examples=60)
@given(NEWS, NEWS)
def test_an_article_is_read_alike_whatever_was_read_before(text: str, other: str) -> None:
    first, layer = EXTRACTOR.extract(text, "2024-06-15"), EXTRACTOR.analyse(EXTRACTOR.article(text, "2024-06-15")).mentions
    EXTRACTOR.extract(other, "1999-01-31")
    again = EXTRACTOR.analyse(EXTRACTOR.article(text, "2024-06-15"))
    assert (again.facts, again.mentions) == (first, layer)


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.txt")), ids=lambda file: file.stem)
def test_every_span_of_the_corpus_quotes_its_article(file: Path) -> None:
    check_spans(file.read_bytes().decode())


def test_the_package_in_two_lines() -> None:
    (fact,) = package.load().extract("Exports of Norway rose 4.2 percent in May.", date="2024-06-15")
    assert (fact.kind, str(fact.quantity.value), fact.direction) == ("change", "4.2", "up")
    assert package.extract("Exports of Norway rose 4.2 percent in May.", date="2024-06-15") == [fact]


def test_a_year_completes_the_dateline() -> None:
    (fact,) = EXTRACTOR.extract("OSLO, June 3 (NTB) -- Exports of Norway rose 4.2 percent in May, it said.", date="2024")
    assert fact.time is not None
    assert str(fact.time.start) == "2024-05-01"


def test_a_date_that_is_none() -> None:
    with pytest.raises(InputError, match="date 'soon' is none; allowed: a date such as"):
        EXTRACTOR.extract("Exports rose 4.2 percent.", date="soon")


def test_the_same_bytes_under_any_hash_seed() -> None:
    files = [str(file) for file in sorted(CORPUS.glob("*.txt"))[:6]]
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "extractor", "run", *files, "--mentions"],
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(outputs) == 1
    assert b'"kind":"change"' in outputs.pop()
