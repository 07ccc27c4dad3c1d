"""What holds for every text: order, offsets, no overlap, the same answer twice."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.match.regions import RegionMatcher

PIECES = """China Chinese Guangdong province Province County Scott the The of and in In , . - – ( ) 's Mr Jackson said
New York Washington D.C. U.S. us US $ dollars Paris Texas Hilton
northern world worldwide Shenzhen Hong Kong Guangzhou 40
Lake River University Bank England Wabrundle a city nationwide Côte d'Ivoire
capital country nation whole village near Kisumu Nakuru Leeds Bay island"""
WORDS = st.sampled_from(PIECES.split())
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=60))
AGAIN = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@AGAIN
@given(text=TEXTS)
def test_mentions_are_in_order_and_apart(matcher: RegionMatcher, read: Any, text: str) -> None:
    mentions, _ = matcher.match(read(text))
    ends = [0, *(mention.end for mention in mentions)]
    assert all(end <= mention.start < mention.end for end, mention in zip(ends, mentions, strict=False))


@AGAIN
@given(text=TEXTS)
def test_offsets_are_those_of_the_tokens(matcher: RegionMatcher, read: Any, text: str) -> None:
    tokens = read(text)
    for mention in matcher.match(tokens)[0]:
        assert (mention.start_char, mention.end_char) == tokens.span(mention.start, mention.end)
        assert mention.name
        assert mention.rules


@AGAIN
@given(text=TEXTS)
def test_the_same_text_gives_the_same_mentions(matcher: RegionMatcher, read: Any, text: str) -> None:
    assert matcher.match(read(text)) == matcher.match(read(text))


@AGAIN
@given(text=TEXTS)
def test_what_is_dropped_is_no_mention(matcher: RegionMatcher, read: Any, text: str) -> None:
    mentions, dropped = matcher.match(read(text))
    taken = {i for mention in mentions for i in range(mention.start_char, mention.end_char)}
    assert all(rule.startswith("regions.") and start < end for start, end, rule in dropped)
    assert all(not taken & set(range(start, end)) for start, end, _ in dropped)


@AGAIN
@given(words=st.lists(st.sampled_from(["sales", "rose", "40", "percent", ",", "the", "of", "them"]), max_size=20))
def test_no_place_without_a_name(matcher: RegionMatcher, read: Any, words: list[str]) -> None:
    assert matcher.match(read(" ".join(words))) == ([], [])


@AGAIN
@given(text=TEXTS)
def test_only_what_points_back_means_another_place(matcher: RegionMatcher, read: Any, text: str) -> None:
    for mention in matcher.match(read(text))[0]:
        if mention.means is not None:
            assert mention.form == "anaphor"
            assert mention.means.form != "anaphor"
            assert mention.means.name
