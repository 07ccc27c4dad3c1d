"""``extractor evaluate``: score this pipeline, or anyone's records, against the labels."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

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

SplitName = Literal["dev", "test", "all"]


def evaluate(
    split: Annotated[SplitName, typer.Option(help="Which articles.")] = "dev",
    gold: Annotated[Path, typer.Option(help="Folder of labels.")] = Path("gold"),
    corpus: Annotated[Path, typer.Option(help="Folder of articles with manifest.jsonl.")] = Path("corpus"),
    predictions: Annotated[Path | None, typer.Option(help="JSON lines to score instead of this pipeline.")] = None,
    errors: Annotated[bool, typer.Option("--errors", help="List each miss, spurious record and wrong field.")] = False,
    html: Annotated[Path | None, typer.Option(help="Write an error page.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
    compare: Annotated[Path | None, typer.Option(help="An earlier --json report: list facts gained and lost.")] = None,
    agreement: Annotated[bool, typer.Option("--agreement", help="Score the second annotator instead.")] = False,
    gate: Annotated[bool, typer.Option("--gate", help="Fail below the pinned scores.")] = False,
    pin: Annotated[bool, typer.Option("--pin", help="Pin the scores reached; they may only rise.")] = False,
    accept_lower: Annotated[str, typer.Option(help="With --pin: why scores may fall; also in the changelog.")] = "",
    baseline: Annotated[Path | None, typer.Option(help="File of pinned scores [default: GOLD/baseline.json].")] = None,
    changelog: Annotated[Path, typer.Option(help="The changelog.")] = Path("CHANGELOG.md"),
) -> None:
    """Score facts and mentions against labels, field by field and whole."""
    if agreement:
        _print_agreement(Task(gold, corpus, "all").load())
    elif gate or pin:
        floors = baseline or gold / "baseline.json"
        tasks = [Task(gold, corpus, name).load() for name in (("dev", "test") if split == "all" else (split,))]
        reached = {task.split: task.floor(task.score(_found(task, predictions))) for task in tasks}
        if pin:
            pin_floors(reached, floors, accept_lower, changelog)
        else:
            check_floors(reached, floors)
    else:
        task = Task(gold, corpus, split).load()
        old = read_report(compare, task.findings) if compare else None
        _report(task, _found(task, predictions), old, html, as_json, errors)


def _report(
    task: Task, found: Predictions, old: dict[str, object] | None, html: Path | None, as_json: bool, errors: bool
) -> None:
    scores, mentions = task.score(found), task.score_mentions(found)
    if task.unlabelled():
        typer.echo(f"without labels, not scored: {', '.join(task.unlabelled())}", err=True)
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


def _found(task: Task, file: Path | None) -> Predictions:
    """Predictions of a file, or of this pipeline; leaves with status 2 on any finding about them or the labels."""
    found = load_predictions(file, task.articles, task.findings) if file else None
    stop_on(task.findings)
    return _extract(task) if found is None else found


def _extract(task: Task) -> Predictions:
    """Records of this pipeline, from articles read as ``extractor run`` reads them."""
    # Imported here: scoring somebody else's file needs no pipeline.
    from extractor.pipeline import Extractor
    from extractor.read import Reader

    extractor, found = Extractor.load(), Predictions()
    reader = Reader(extractor.rules)
    for name in task.ids:
        date = task.articles.rows[name].date
        article = reader.article(task.articles.texts[name], name, date=date.isoformat() if date else None)
        analysis = extractor.analyse(article)
        found.add_records(analysis.facts)
        found.add_records(analysis.mentions)
    return found


def _print_agreement(task: Task) -> None:
    second = task.second()
    stop_on(task.findings)
    for title, alternatives in (("with the alternatives of accept", True), ("first reading only", False)):
        scores = annotator_agreement(task.facts, second, task.wording, alternatives=alternatives)
        typer.echo(f"second annotator against the first, {title}: {report.size(scores)}")
        typer.echo("\n".join(report.field_lines(scores)))
