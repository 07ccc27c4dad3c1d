"""A fact in the making, and the sentence it is made in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.language.tokens import Sentence, Tokens
from extractor.link.syntax.chunks import Chunk
from extractor.match.mentions import DateMention, QuantityMention, RegionMention, UnitValue

TokenSpan = tuple[int, int]


@dataclass(slots=True)
class Period:
    """When a number holds: an interval with the mention it was read from, if any."""

    first: datetime.date | None
    last: datetime.date | None
    value: str | None
    relation: str = "during"
    grain: str = ""
    mention: DateMention | None = None
    inherited: bool = False


@dataclass(slots=True)
class Draft:
    """What is known so far of one fact. Spans are token indices.

    ``leg``: "main", "earlier" (a comparison leg: "from 72", "against 655 in 2011"), "second" (another measure of the same:
    "or 98 cents a share"). ``before`` is the draft that a chain continues.
    """

    quantity: QuantityMention
    chunk: int
    sentence: int
    kind: str = "level"
    direction: str | None = None
    metric: TokenSpan | None = None
    subject: TokenSpan | None = None
    leg: str = "main"
    rules: list[str] = field(default_factory=list)
    regions: list[RegionMention] = field(default_factory=list)
    region_inherited: bool = False
    period: Period | None = None
    baseline: TokenSpan | None = None
    baseline_date: DateMention | None = None
    projected: bool = False
    attribution: TokenSpan | None = None
    metric_inherited: bool = False
    company: bool = False  # a number of a company: its region is only what its own words name
    market: bool = False  # a price or index level: it has no region
    before: Draft | None = None
    like: Draft | None = None  # the fact of another sentence that this one continues
    money: UnitValue | None = None  # the currency that the article used last
    people: bool = False  # "8.5 million who": people, though no noun says so
    verbal: bool = False  # the metric is only a verb ("spent"): nothing that a later number could continue
    ranked_by: TokenSpan | None = None  # of a heading, "top 8 provinces by spending": what its list gives
    per: tuple[Decimal, str] | None = None  # the denominator that metric or sentence name: (10000, "people")
    counts: TokenSpan | None = None  # the counted noun where the quantity has none of its own


@dataclass(slots=True)
class Clauses:
    """A sentence as the linker sees it."""

    index: int
    sentence: Sentence
    tokens: Tokens
    chunks: list[Chunk]
    drafts: list[Draft] = field(default_factory=list)
    history: list[Draft] = field(default_factory=list)  # the facts of all sentences before
    lead: TokenSpan | None = None  # the metric that the heading of a list gives its lines
    previous: Draft | None = None  # the first fact of the nearest sentence before that has one
    paths: list[str] = field(default_factory=list)  # the clause that each chunk is in, see ``clause_numbers``

    @property
    def words(self) -> list[str]:
        """The sentence in lower case."""
        return self.tokens.lower[self.sentence.start : self.sentence.end]

    def word(self, k: int) -> str:
        """The lower-cased head of chunk ``k``, "" outside the sentence."""
        try:
            return self.chunks[k].word if k >= 0 else ""
        except IndexError:  # seldom, so that to catch it is cheaper than to ask each time
            return ""

    def kind(self, k: int) -> str:
        """The kind of chunk ``k``, "" outside the sentence."""
        try:
            return self.chunks[k].kind if k >= 0 else ""
        except IndexError:
            return ""
