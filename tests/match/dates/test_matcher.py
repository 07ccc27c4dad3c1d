"""Whole sentences: the marks in the files are what the matcher must say, no less and no more."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from extractor.language.tokens import Tokens
from extractor.match.dates import DateMatcher
from extractor.match.mentions import DateMention
from extractor.rules import RuleSet
from marked_dates import Marked, mark, sentences

HERE = Path(__file__).parent
ANCHOR = datetime.date(2024, 8, 15)
DATED = sentences(HERE / "sentences.txt", at_least=515)
UNDATED = sentences(HERE / "no_dates.txt", at_least=130)

Find = Callable[[str, datetime.date | None], tuple[list[DateMention], list[tuple[int, int, str]]]]


@pytest.fixture(scope="module")
def find(rules: RuleSet, tokens_of: Callable[[str], Tokens]) -> Find:
    matcher = DateMatcher(rules)
    return lambda text, anchor: matcher.match(tokens_of(text), anchor)


def test_a_fifth_of_the_sentences_has_no_date() -> None:
    assert len(UNDATED) * 5 >= len(DATED) + len(UNDATED)


@pytest.mark.parametrize("case", DATED, ids=lambda case: case.text[:60])
def test_dates_of_a_sentence(case: Marked, find: Find) -> None:
    mentions, _ = find(case.text, case.anchor)
    assert mark(case.text, mentions) == case.marked


@pytest.mark.parametrize("case", UNDATED, ids=lambda case: case.text[:60])
def test_no_date_in_a_sentence(case: Marked, find: Find) -> None:
    assert find(case.text, case.anchor)[0] == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The firm hired 2000 workers.", "dates.year_as_number"),
        ("The 24-year-old owner left.", "dates.age"),
        ("The 14th Five-Year Plan sets the goal.", "dates.year_plan"),
        ("Theresa May sold the mill.", "dates.may_verb"),
    ],
)
def test_what_is_no_date_is_dropped_under_its_rule(text: str, rule: str, find: Find) -> None:
    mentions, dropped = find(text, ANCHOR)
    assert mentions == []
    assert rule in {name for _, _, name in dropped}


def test_mentions_are_sorted_apart_and_quote_the_text(find: Find) -> None:
    text = "\n".join(case.text for case in DATED)
    mentions, _ = find(text, ANCHOR)
    assert len(mentions) > 350
    for before, after in pairwise(mentions):
        assert before.end <= after.start
        assert before.end_char <= after.start_char
    assert all(0 <= m.start_char < m.end_char <= len(text) and m.rules for m in mentions)


def test_a_range_keeps_its_two_ends(find: Find) -> None:
    (mention,), _ = find("Sales in January-August 2024 rose.", ANCHOR)
    assert [part.value for part in mention.parts] == ["2024-01", "2024-08"]


def test_the_same_article_gives_the_same_mentions(find: Find) -> None:
    text = " ".join(case.text for case in DATED[:100])
    assert find(text, ANCHOR) == find(text, ANCHOR)


def test_a_phrase_does_not_cross_the_end_of_a_sentence(find: Find) -> None:
    mentions, _ = find("Sales rose in July. 2023 was worse.", ANCHOR)
    assert [m.value for m in mentions] == ["2024-07", "2023"]


def test_every_mention_names_its_rows(find: Find) -> None:
    (mention,), _ = find("The count passed 2.6 million at the end of last year.", ANCHOR)
    assert mention.rules == ("dates.edge_word", "dates.step", "dates.unit", "dates.relative", "dates.edge_of")
