"""The records: what goes into the pipeline (Article) and what comes out (Fact), as the guidelines define them."""

from extractor.records.amounts import Amount, Base, Modifier, Per, Quantity, Unit
from extractor.records.articles import Article, Reject, Zone, ZoneKind
from extractor.records.facts import (
    Direction,
    Fact,
    FactFields,
    Kind,
    Mention,
    MentionFields,
    Metric,
    MetricPhrase,
    Region,
    Relation,
    Subject,
    Time,
)
from extractor.records.record import ExactDecimal, Record, plain, trusted
from extractor.records.spans import OptionalSpan, Span

__all__ = [
    "Amount",
    "Article",
    "Base",
    "Direction",
    "ExactDecimal",
    "Fact",
    "FactFields",
    "Kind",
    "Mention",
    "MentionFields",
    "Metric",
    "MetricPhrase",
    "Modifier",
    "OptionalSpan",
    "Per",
    "Quantity",
    "Record",
    "Region",
    "Reject",
    "Relation",
    "Span",
    "Subject",
    "Time",
    "Unit",
    "Zone",
    "ZoneKind",
    "plain",
    "trusted",
]
