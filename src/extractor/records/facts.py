"""What comes out: facts, and the mentions that they are made of."""

from __future__ import annotations

import datetime
from typing import Literal

from pydantic import Field, model_validator

from extractor.records.amounts import Quantity
from extractor.records.record import Record
from extractor.records.spans import OptionalSpan, Span

Kind = Literal["level", "change", "comparison", "rank"]
Direction = Literal["up", "down"]
Relation = Literal["during", "as_of", "since", "until", "between"]


class MetricPhrase(OptionalSpan):
    """What is measured. ``key`` may stay open: people label words, not normal forms."""

    key: str | None = None
    inherited: bool = False


class Metric(MetricPhrase):
    """What is measured, as a noun phrase of the article, and ``key``, its normal form across articles."""

    key: str


class Subject(Span):
    """Who or what the metric is of, when that is not (only) a region."""

    inherited: bool = False


class Region(OptionalSpan):
    """Where the number holds. ``text`` is null when the article implies the place without naming it."""

    name: str
    code: str | None = None
    type: str
    members: list[str] = Field(default=[])
    inherited: bool = False


class Time(OptionalSpan):
    """When the number holds: TIMEX3 value and the interval, both null while unresolved."""

    value: str | None = None
    start: datetime.date | None = None
    end: datetime.date | None = None
    relation: Relation = "during"
    inherited: bool = False

    @model_validator(mode="after")
    def _interval_in_order(self) -> Time:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"start {self.start} is after end {self.end}")
        return self


class FactFields(Record):
    """What a fact says, whoever read it: the extractor, a labeller or another program."""

    doc_id: str
    kind: Kind
    metric: MetricPhrase | None
    subject: Subject | None = None
    quantity: Quantity
    direction: Direction | None = None
    baseline: Span | None = None
    region: Region | None = None
    time: Time | None = None
    projected: bool = False
    attribution: Span | None = None


class _Named(Record):
    """Puts the id before all other fields of a fact."""

    id: str


class Fact(FactFields, _Named):
    """One number with its meaning; see ``gold/GUIDELINES.md`` for each field."""

    metric: Metric | None
    sentence: Span
    rules: list[str]


class MentionFields(Record):
    """What a mention says, whoever read it."""

    doc_id: str
    layer: Literal["quantity", "date", "region"]
    text: str
    start_char: int
    end_char: int
    quantity: Quantity | None = None
    time: Time | None = None
    region: Region | None = None


class Mention(MentionFields):
    """A quantity, date or region expression, whether or not a fact uses it."""

    rules: list[str]
