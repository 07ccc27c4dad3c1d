"""Scores as text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extractor.evaluate.align import Outcome
from extractor.evaluate.beside import BESIDE
from extractor.evaluate.counts import SCORED, Counts
from extractor.evaluate.describe import NONE, outcome_text, value_text
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.locate import sentence_of
from extractor.evaluate.score import Scores, Table

_HEAD = f"{'':24}{'P':>7}{'R':>7}{'F1':>7}  95% interval  {'hits':>6}{'gold':>6}{'found':>6}"


def lines(scores: Scores, mentions: Mapping[str, Counts]) -> Iterator[str]:
    """The tables that ``extractor evaluate`` prints."""
    yield size(scores)
    yield from field_lines(scores)
    for title, groups in (("kind", scores.by_kind), ("subject", scores.by_subject)):
        yield ""
        yield f"whole fact by {title}"
        for group, table in groups.items():
            yield _line(group or "(none)", table, "whole")
    yield ""
    yield "whole fact by article"
    for doc_id, counts in scores.by_article.items():
        yield _line(doc_id, Table(counts, {}), "whole")
    yield from mention_lines(mentions)


def size(scores: Scores) -> str:
    """How much was scored."""
    counts = scores.overall.counts
    return f"{len(scores.by_article)} articles, {counts.gold} labels, {counts.predicted} predictions"


def field_lines(scores: Scores) -> Iterator[str]:
    """Detection, every field with the value, and the whole fact."""
    yield _HEAD
    for name in SCORED:
        yield _line(name, scores.overall, name)
    yield ""
    yield "fields beside the whole fact"
    for name in BESIDE:
        yield _line(name, scores.overall, name)


def mention_lines(mentions: Mapping[str, Counts]) -> Iterator[str]:
    """The table of the mention layer, when there are labels for it."""
    if not any(counts.gold for counts in mentions.values()):
        return
    yield ""
    yield "mentions"
    for layer, counts in mentions.items():
        for name in counts.hits:
            yield _line(f"{layer} {name}", Table(counts, {}), name)


def _line(title: str, table: Table, name: str) -> str:
    counts = table.counts
    scores = "".join(f"{value:7.1f}" for value in (counts.precision(name), counts.recall(name), counts.f1(name)))
    low_high = table.intervals.get(name)
    interval = f"{low_high[0]:5.1f} - {low_high[1]:5.1f}" if low_high else ""
    return f"{title:24.24}{scores}  {interval:14}{counts.hits[name]:6}{counts.gold:6}{counts.predicted:6}"


def error_lines(outcomes: Sequence[Outcome], texts: Mapping[str, str]) -> Iterator[str]:
    """Each miss, spurious record and wrong field, with the sentence below."""
    for outcome in outcomes:
        if outcome.status == "right":
            continue
        place = sentence_of(texts[outcome.doc_id], outcome.span[0])
        yield outcome_text(outcome)
        yield "         " + " ".join(texts[outcome.doc_id][place.start : place.end].split())


def as_json(scores: Scores, mentions: Mapping[str, Counts]) -> dict[str, Any]:
    """Everything as data; percentages are decimals in strings, as all numbers of records are."""
    return {
        "articles": len(scores.by_article),
        "overall": _table_json(scores.overall, (*SCORED, *BESIDE)),
        "by_kind": {name: _table_json(table, ("whole",)) for name, table in scores.by_kind.items()},
        "by_subject": {name: _table_json(table, ("whole",)) for name, table in scores.by_subject.items()},
        "by_article": {name: _table_json(Table(c, {}), ("whole",)) for name, c in scores.by_article.items()},
        "mentions": {layer: _table_json(Table(c, {}), tuple(c.hits)) for layer, c in mentions.items() if c.gold},
        "facts": [_fact_json(outcome) for outcome in scores.outcomes],
    }


def _table_json(table: Table, names: Sequence[str]) -> dict[str, Any]:
    counts = table.counts
    data: dict[str, Any] = {"gold": counts.gold, "predicted": counts.predicted}
    for name in names:
        data[name] = {
            "precision": str(counts.precision(name)),
            "recall": str(counts.recall(name)),
            "f1": str(counts.f1(name)),
            "hits": counts.hits[name],
        }
        if name in table.intervals:
            data[name]["interval"] = [str(end) for end in table.intervals[name]]
    return data


def _fact_json(outcome: Outcome) -> dict[str, Any]:
    return {"key": fact_key(outcome), "status": outcome.status, "wrong": outcome.wrong, "line": outcome_text(outcome)}


def fact_key(outcome: Outcome) -> str:
    """What names a fact from run to run: all that tells a label apart, the span and value of a spurious record."""
    gold = outcome.label and outcome.label.gold
    if isinstance(gold, GoldFact):
        return "label " + " ".join("-" if part is None else str(part) for part in gold.same_as())
    value = value_text(outcome.guess.quantity) if outcome.guess else NONE
    return f"spurious {outcome.doc_id} {outcome.span[0]} {outcome.span[1]} {value}"
