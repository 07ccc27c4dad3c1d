"""``extractor evaluate --gate`` and ``--pin``: the scores that may not be lost again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import typer

from extractor.cli.findings import stop_on
from extractor.errors import GoldError
from extractor.evaluate.baseline import Baseline, Floor, read_baseline, shortfalls, stale, write_baseline


def check_floors(reached: Mapping[str, Floor], path: Path) -> None:
    """Leave with status 1 below a floor, with 2 where the floor is missing or was measured on something else."""
    findings: list[GoldError] = []
    pinned = read_baseline(path, findings)
    stop_on(findings)
    for split, scores in reached.items():
        if split in pinned.splits:
            findings.extend(stale(split, pinned.splits[split], scores, str(path)))
        else:
            findings.append(GoldError(f"no floor for {split!r}", allowed="one set by --pin", where=str(path)))
    stop_on(findings)
    below = [short for split, scores in reached.items() for short in shortfalls(split, pinned.splits[split], scores)]
    for split, scores in reached.items():
        typer.echo(f"{split}: whole-fact F1 {scores.scores['whole']}, floor {pinned.splits[split].scores['whole']}")
    if below:
        typer.echo("\n".join(map(str, below)), err=True)
        raise typer.Exit(1)


def pin_floors(reached: Mapping[str, Floor], path: Path, reason: str, changelog: Path) -> None:
    """Write the scores reached as floors. A lower one needs a reason, and the changelog must give it."""
    findings: list[GoldError] = []
    pinned = read_baseline(path, findings) if path.exists() else Baseline(splits={})
    stop_on(findings)
    below = [
        short
        for split, scores in reached.items()
        if split in pinned.splits
        for short in shortfalls(split, pinned.splits[split], scores)
    ]
    if below:
        typer.echo("\n".join(map(str, below)), err=True)
    if below and not reason.strip():
        stop_on([GoldError(f"{len(below)} scores fell", allowed="--accept-lower REASON", where=str(path))])
    if below and not (changelog.is_file() and reason in changelog.read_text(encoding="utf-8")):
        stop_on([GoldError(f"the reason {reason!r} does not stand there", allowed="its words", where=str(changelog))])
    write_baseline(path, Baseline(splits={**pinned.splits, **reached}))
    typer.echo(f"pinned {', '.join(reached)} in {path}")
