"""Laws that hold for every phrase that the rules allow, read on any day."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader
from extractor.match.dates import DateMatcher, shift_period
from extractor.match.dates.pattern import expand
from extractor.match.dates.rows import Phrase, Shape, Table
from extractor.match.mentions import DateMention
from extractor.rules import RuleSet

RULES = RuleSet.load()
READER, SPLITTER, MATCHER = TokenReader(build_tokenizer(RULES)), SentenceSplitter(RULES), DateMatcher(RULES)
TABLES = RULES.rows("dates", "table", Table)
SHAPES = RULES.rows("dates", "shape", Shape)
SEQUENCES = [s for row in RULES.rows("dates", "phrase", Phrase).values() for s in expand(row.pattern)]
INNER = ["March 2023", "last year", "July", "the third quarter", "Sept. 5", "Friday", "2019", "the 1990s", "Christmas"]

ANCHORS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
# Every relative form whose period moves with the anchor's year, whatever the day of the week.
RELATIVE = [
    "last year", "this year", "next year", "last month", "this month", "next month", "last quarter", "this quarter",
    "two years ago", "three months ago", "yesterday", "today", "tomorrow", "last December", "this March", "next June",
    "July", "the first quarter", "the second half", "the end of last year", "the three months to July",
    "the first eight months", "so far this year", "the past four years", "June this year", "last year's third quarter",
    "the year to March", "January to May", "early this month", "the previous year", "a year earlier", "May Day",
    "the June quarter", "the nine months ended Sept. 30", "the coming decade",
]  # fmt: skip


def read(text: str, anchor: date | None) -> list[DateMention]:
    tokens = READER.read(text)
    SPLITTER.split(tokens, [])
    return MATCHER.match(tokens, anchor)[0]


def written(symbol: str) -> st.SearchStrategy[str]:
    """Words that a symbol of a pattern stands for."""
    name = symbol.strip("{}")
    if symbol == "<date>":
        return st.sampled_from(INNER)
    if symbol[0] != "{":
        return st.just("" if symbol in "[]" else symbol)
    if name in SHAPES:
        return st.from_regex(SHAPES[name].regex, fullmatch=True).filter(str.isascii).map(str.upper)
    table = TABLES[name]
    return st.sampled_from([word.capitalize() if table.capital else word for word in table.values])


PHRASES = st.sampled_from(SEQUENCES).flatmap(lambda symbols: st.tuples(*map(written, symbols))).map(" ".join)


@settings(max_examples=800, deadline=None)
@given(PHRASES, ANCHORS)
def test_any_phrase_on_any_day_has_a_valid_interval(phrase: str, anchor: date) -> None:
    for mention in read(f"Sales rose in {phrase} at the mill.", anchor):
        assert (mention.first is None) == (mention.last is None)
        if mention.first and mention.last:
            assert mention.first <= mention.last
            assert mention.value


@settings(max_examples=400, deadline=None)
@given(PHRASES)
def test_without_an_anchor_no_relative_phrase_resolves(phrase: str) -> None:
    for mention in read(f"Sales rose in {phrase} at the mill.", None):
        text = f"Sales rose in {phrase} at the mill."[mention.start_char : mention.end_char]
        named = any(character.isdigit() for character in text) or "Christmas" in text or mention.parts
        assert mention.first is None or named or mention.value in ("1987-10-19", "2001-09-11"), text


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(RELATIVE), ANCHORS.filter(lambda day: (day.month, day.day) not in ((2, 29), (2, 28), (3, 1))))
def test_moving_the_anchor_by_a_year_moves_a_relative_phrase_by_a_year(phrase: str, anchor: date) -> None:
    now = read(f"Sales rose in {phrase}.", anchor)
    later = read(f"Sales rose in {phrase}.", anchor.replace(year=anchor.year + 1))
    assert len(now) == len(later) == 1
    first, last = now[0].first, now[0].last
    assert first is not None
    assert last is not None
    moved = shift_period(first, last, now[0].grain, ("year", 1))
    assert (later[0].first, later[0].last) == moved[:2]
