"""Scores of a set of predictions: overall, by kind, by subject, by article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extractor.evaluate.agree import Agreement
from extractor.evaluate.align import Outcome, align
from extractor.evaluate.counts import Counts, count, intervals
from extractor.evaluate.labels import Label
from extractor.evaluate.predictions import Prediction


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of one group with the interval of each F1 (none where there is only one article)."""

    counts: Counts
    intervals: Mapping[str, tuple[Decimal, Decimal]]


@dataclass(frozen=True, slots=True)
class Scores:
    """Everything that is reported about facts."""

    outcomes: list[Outcome]
    overall: Table
    by_kind: dict[str, Table]
    by_subject: dict[str, Table]
    by_article: dict[str, Counts]


def score(
    labels: Mapping[str, Sequence[Label]],
    predictions: Mapping[str, Sequence[Prediction]],
    agreement: Agreement,
    subjects: Mapping[str, str],
) -> Scores:
    """Score the articles of ``labels``; ``subjects`` are those of the manifest by article."""
    by_doc = {doc: align(doc, rows, predictions.get(doc, ()), agreement) for doc, rows in labels.items()}
    outcomes = [outcome for doc in by_doc.values() for outcome in doc]
    return Scores(
        outcomes=outcomes,
        overall=_table(outcomes, list(labels)),
        by_kind=_grouped(outcomes, kind_of),
        by_subject=_grouped(outcomes, lambda outcome: subjects.get(outcome.doc_id, "")),
        by_article={doc: count(rows) for doc, rows in by_doc.items()},
    )


def kind_of(outcome: Outcome) -> str:
    """The label's kind; a spurious prediction counts under its own."""
    if outcome.label is not None:
        return outcome.label.kinds[0]
    return outcome.guess.kind if outcome.guess else ""


def _grouped(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> dict[str, Table]:
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(key(outcome), []).append(outcome)
    return {name: _table(groups[name], (), ("whole",)) for name in sorted(groups)}


def _table(outcomes: Sequence[Outcome], docs: Iterable[str], names: Sequence[str] | None = None) -> Table:
    by_doc: dict[str, list[Outcome]] = {doc: [] for doc in docs}
    for outcome in outcomes:
        by_doc.setdefault(outcome.doc_id, []).append(outcome)
    parts = [count(rows) for rows in by_doc.values()]
    return Table(sum(parts, Counts()), intervals(parts, names) if names else intervals(parts))
