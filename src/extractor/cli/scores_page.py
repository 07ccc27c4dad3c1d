"""Hands the scores to the error page: ``show`` knows nothing of ``evaluate``, so this stands between them."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.evaluate.align import Outcome
from extractor.evaluate.beside import BESIDE
from extractor.evaluate.confusions import confusions
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.counts import SCORED
from extractor.evaluate.describe import note_text
from extractor.evaluate.score import Scores, Table
from extractor.show.error_page import ArticleErrors, ErrorPage, Mark, error_page

_SHOWN_CONFUSIONS = 40


def scores_page(scores: Scores, articles: Corpus, split: str) -> str:
    """The error page as HTML, worst articles first."""
    by_doc: dict[str, list[Outcome]] = {doc: [] for doc in scores.by_article}
    for outcome in scores.outcomes:
        by_doc[outcome.doc_id].append(outcome)
    ranked = sorted(scores.by_article, key=lambda doc: (scores.by_article[doc].f1("whole"), doc))
    page = ErrorPage(
        heading=f"Facts against labels, {split}: whole-fact F1 {scores.overall.counts.f1('whole')}",
        scores=[_score_row(name, scores.overall) for name in (*SCORED, *BESIDE)],
        groups=[*_group_rows("kind", scores.by_kind), *_group_rows("subject", scores.by_subject)],
        confusions=[
            (row.field, row.expected, row.found, str(row.count))
            for row in confusions(scores.outcomes)[:_SHOWN_CONFUSIONS]
        ],
        articles=[
            ArticleErrors(
                doc_id=doc,
                title=articles.rows[doc].title,
                text=articles.texts[doc],
                f1=str(scores.by_article[doc].f1("whole")),
                marks=[_mark(outcome) for outcome in by_doc[doc]],
            )
            for doc in ranked
        ],
    )
    return error_page(page)


def _interval(table: Table, name: str) -> str:
    ends = table.intervals.get(name)
    return f"{ends[0]} to {ends[1]}" if ends else ""


def _score_row(name: str, table: Table) -> tuple[str, ...]:
    counts = table.counts
    scores = (str(counts.precision(name)), str(counts.recall(name)), str(counts.f1(name)))
    return (name, *scores, _interval(table, name), str(counts.gold), str(counts.predicted))


def _group_rows(title: str, groups: dict[str, Table]) -> Iterator[tuple[str, ...]]:
    for name, table in groups.items():
        counts = table.counts
        numbers = (str(counts.f1("whole")), _interval(table, "whole"), str(counts.gold), str(counts.predicted))
        yield (title, name, *numbers)


def _mark(outcome: Outcome) -> Mark:
    start, end = outcome.span
    return Mark(start, end, outcome.status, note_text(outcome))
