"""The parts of the stage on their own: names cut to tokens, joint regions, places read from lines."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.match.regions import RegionMatcher
from extractor.match.regions.gazetteer import Gazetteer
from extractor.match.regions.index import NameIndex, pieces
from extractor.match.regions.joint import join
from extractor.rules import RuleSet


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        ("Kenya", ["kenya"]),
        ("Guinea-Bissau", ["guinea", "-", "bissau"]),
        ("Xi’an", ["xi'an"]),
        ("People's Republic of China", ["people", "'s", "republic", "of", "china"]),
        ("Washington, D.C.", ["washington", ",", "d.c."]),
        ("Côte d'Ivoire", ["côte", "d'ivoire"]),
        ("Elgeyo/Marakwet", ["elgeyo", "/", "marakwet"]),
    ],
)
def test_names_are_cut_as_text_is(name: str, tokens: list[str]) -> None:
    assert pieces(name) == tokens


@pytest.mark.parametrize("name", ["Guinea-Bissau", "People's Republic of China", "Washington, D.C.", "Côte d'Ivoire"])
def test_the_tokenizer_cuts_names_the_same_way(name: str, read: Any) -> None:
    assert read(f"{name} grew").lower[:-1] == pieces(name)


def test_join_makes_one_region_of_several(matcher: RegionMatcher, read: Any) -> None:
    tokens = read("Floods killed 224 people in Kenya and Tanzania.")
    mentions, _ = matcher.match(tokens)
    joint = join(tokens, mentions)
    assert (joint.name, joint.members, joint.country) == ("Kenya and Tanzania", ("KE", "TZ"), None)
    assert tokens.text[joint.start_char : joint.end_char] == "Kenya and Tanzania"


def test_join_keeps_the_members_of_a_cluster(matcher: RegionMatcher, read: Any) -> None:
    tokens = read("The Pearl River Delta and Hainan grew.")
    mentions, _ = matcher.match(tokens)
    assert join(tokens, mentions).members == ("CN-GD", "CN-HI")


def test_a_place_is_read_once(gazetteer: Gazetteer) -> None:
    assert gazetteer.by_id("CN-GD") is gazetteer.by_id("CN-GD")
    assert gazetteer.by_id("CN-XX") is None


def test_names_of_several_places(rules: RuleSet) -> None:
    found = {place.id for place in NameIndex(rules).find("georgia")}
    assert {"GE", "US-GA"} <= found
    assert NameIndex(rules).find("wabrundle") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Beijing added 40 jobs.", "city"),
        ("London added 40 jobs.", "city"),
        ("Bavaria added 40 jobs.", "state"),
        ("Xinjiang added 40 jobs.", "region"),
        ("The nation added 40 jobs.", "country"),
        ("The continent added 40 jobs.", "continent"),
        ("The Yangtze River Delta added 40 jobs.", "cluster"),
    ],
)
def test_types_are_called_alike(text: str, kind: str, matcher: RegionMatcher, read: Any) -> None:
    mentions, _ = matcher.match(read(text))
    assert [mention.type for mention in mentions] == [kind]
