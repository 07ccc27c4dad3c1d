"""``extractor evaluate``: score this pipeline, or anyone's records, against the labels."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

SplitName = Literal["dev", "test", "all"]


def evaluate(
    split: Annotated[
        SplitName | None, typer.Option(help="Which articles (default: dev; for --gate and --pin all).")
    ] = None,
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
    baseline: Annotated[Path | None, typer.Option(help="File of pinned scores (default: GOLD/baseline.json).")] = None,
    changelog: Annotated[Path, typer.Option(help="The changelog.")] = Path("CHANGELOG.md"),
) -> None:
    """Score facts and mentions against labels, field by field and whole."""
    # Imported here, so that other commands do not wait for it.
    from extractor.cli.scoring import check_or_pin, print_agreement, print_scores
    from extractor.evaluate.task import Task

    if agreement:
        print_agreement(Task(gold, corpus, "all").load(), errors=errors)
    elif gate or pin:
        tasks = [Task(gold, corpus, name).load() for name in (("dev", "test") if split in (None, "all") else (split,))]
        floors = baseline or gold / "baseline.json"
        check_or_pin(tasks, predictions, floors, pin=pin, reason=accept_lower, changelog=changelog)
    else:
        task = Task(gold, corpus, split or "dev").load()
        print_scores(task, predictions, compare=compare, html=html, as_json=as_json, errors=errors)
