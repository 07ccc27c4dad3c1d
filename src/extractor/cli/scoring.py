"""What ``extractor evaluate`` does once its options are read."""

from __future__ import annotations

import json
from pathlib import Path

import typer

from extractor.cli.findings import stop_on
from extractor.cli.floor import check_floors, pin_floors
from extractor.cli.scores_page import scores_page
from extractor.evaluate import report
from extractor.evaluate.annotators import annotator_agreement
from extractor.evaluate.compare import compare as compare_reports
from extractor.evaluate.compare import read_report
from extractor.evaluate.predictions import Predictions, load_predictions
from extractor.evaluate.task import Task
from extractor.pipeline import Extractor
from extractor.read import Reader


def print_scores(
    task: Task, predictions: Path | None, *, compare: Path | None, html: Path | None, as_json: bool, errors: bool
) -> None:
    """Score a file or this pipeline, and print or write the report in the forms asked for."""
    old = read_report(compare, task.findings) if compare else None
    found = found_by(task, predictions)
    scores, mentions = task.score(found), task.score_mentions(found)
    if task.unlabelled():
        typer.echo(f"without labels, not scored: {', '.join(task.unlabelled())}", err=True)
    silent = [doc for doc, rows in task.facts.items() if rows and doc not in found.facts]
    if silent:
        typer.echo(f"without predictions, all missed: {', '.join(silent)}", err=True)
    if html:
        html.write_text(scores_page(scores, task.articles, task.split), encoding="utf-8", newline="\n")
    if old is not None:
        typer.echo("\n".join(compare_reports(old, report.as_json(scores, mentions))))
    elif as_json:
        typer.echo(json.dumps(report.as_json(scores, mentions), ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(report.lines(scores, mentions)))
    if errors:
        typer.echo("\n".join(["", *report.error_lines(scores.outcomes, task.articles.texts)]))


def check_or_pin(
    tasks: list[Task], predictions: Path | None, floors: Path, *, pin: bool, reason: str, changelog: Path
) -> None:
    """Hold the scores of each split against its floor, or make them the floor."""
    reached = {task.split: task.floor(task.score(found_by(task, predictions))) for task in tasks}
    if pin:
        pin_floors(reached, floors, reason, changelog)
    else:
        check_floors(reached, floors)


def print_agreement(task: Task, *, errors: bool) -> None:
    """Score the second annotator against the first, with and without the alternatives; ``errors``: what differs."""
    second = task.second()
    stop_on(task.findings)
    for title, alternatives in (("with the alternatives of accept", True), ("first reading only", False)):
        scores = annotator_agreement(task.facts, second, task.wording, alternatives=alternatives)
        typer.echo(f"second annotator against the first, {title}: {report.size(scores)}")
        typer.echo("\n".join(report.field_lines(scores)))
        if errors and alternatives:
            typer.echo("\n".join(["", *report.error_lines(scores.outcomes, task.articles.texts)]))


def found_by(task: Task, file: Path | None) -> Predictions:
    """Predictions of a file, or of this pipeline; leaves with status 2 on any finding about them or the labels."""
    found = load_predictions(file, task.articles, task.findings) if file else None
    stop_on(task.findings)
    return _extract(task) if found is None else found


def _extract(task: Task) -> Predictions:
    """Records of this pipeline, from articles read as ``extractor run`` reads them."""
    extractor, found = Extractor.load(), Predictions()
    reader = Reader(extractor.rules)
    for name in task.ids:
        date = task.articles.rows[name].date
        article = reader.article(task.articles.texts[name], name, date=date.isoformat() if date else None)
        analysis = extractor.analyse(article)
        found.add_records(analysis.facts)
        found.add_records(analysis.mentions)
    return found
