"""Place names in sentences: which words, which place, and which words are none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from casefile import cases

from extractor.match.mentions import RegionMention
from extractor.match.regions import RegionMatcher
from extractor.match.regions.gazetteer import Gazetteer
from extractor.rules import RuleSet

HERE = Path(__file__).parent
MARKS = {"demonym": "~", "organisation": "!"}


def key(mention: RegionMention) -> str:
    """A mention in short, as the case files write it."""
    if mention.form == "anaphor":
        return "(anaphor)"
    short = mention.code or "+".join(mention.members) or f"{mention.name}@{mention.country}"
    return short + MARKS.get(mention.form, "")


def point(mention: RegionMention) -> tuple[float | None, float | None]:
    return mention.lat, mention.lon


def check(case: dict[str, Any], matcher: RegionMatcher, read: Any, gazetteer: Gazetteer) -> None:
    tokens = read(case["text"])
    mentions, _ = matcher.match(tokens)
    found, wanted = [], []
    for number, mention in enumerate(mentions):
        quote = case["text"][mention.start_char : mention.end_char]
        expected = case["places"][number].partition(" = ")[2] if number < len(case["places"]) else ""
        place = gazetteer.by_id(expected) if expected.startswith("g") else None
        same = place is not None and point(mention) == (place.lat, place.lon) and mention.name == place.name
        found.append(f"{quote} = {expected if same else key(mention)}")
    wanted = case["places"]
    assert found == wanted


@pytest.mark.parametrize("case", cases(HERE / "statistics.toml", at_least=128))
def test_statistics(case: dict[str, Any], matcher: RegionMatcher, read: Any, gazetteer: Gazetteer) -> None:
    check(case, matcher, read, gazetteer)


@pytest.mark.parametrize("case", cases(HERE / "ambiguity.toml", at_least=154))
def test_ambiguity(case: dict[str, Any], matcher: RegionMatcher, read: Any, gazetteer: Gazetteer) -> None:
    check(case, matcher, read, gazetteer)


def test_every_rule_named_in_a_mention_exists(matcher: RegionMatcher, read: Any, rules: RuleSet) -> None:
    tokens = read("In Reading, Britain, and northern Kenya the Fed saw Chinese sales in Scott County rise worldwide.")
    mentions, _ = matcher.match(tokens)
    names = {name for name, _ in rules.all_rows()} | {"regions.gazetteer"}
    assert len(mentions) == 7
    assert {rule for mention in mentions for rule in mention.rules} <= names


def test_dropped_names_say_where_and_why(matcher: RegionMatcher, read: Any) -> None:
    text = "Mr Jackson and the University of Texas sold 40 seats."
    _, dropped = matcher.match(read(text))
    assert [(text[start:end], rule) for start, end, rule in dropped] == [
        ("Jackson", "regions.title"),
        ("Texas", "regions.part_of"),
    ]


@pytest.mark.parametrize("sentence", ["Output in {} rose 5 percent.", "{} added 40 jobs.", "The debt of {} fell."])
def test_bare_names_of_countries_and_big_divisions(
    sentence: str, matcher: RegionMatcher, read: Any, gazetteer: Gazetteer
) -> None:
    places = [gazetteer.place(number) for number in range(len(gazetteer))]
    wanted = [p for p in places if len(p.id) == 2 or p.id.startswith(("CN-", "US-", "CA-", "AU-", "NG-", "KE-"))]
    other = {"US-GA": "GE", "US-WA": "US-DC", "US-NY": None}  # the bare name means another place
    wrong = []
    for place in wanted:
        mentions, _ = matcher.match(read(sentence.format(place.name)))
        if other.get(place.id, place.code) not in [mention.code for mention in mentions]:
            wrong.append(place.id)
    assert len(wanted) > 400
    assert wrong == []
