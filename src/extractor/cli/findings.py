"""How findings leave the command line: one line each on standard error, then status 2."""

from __future__ import annotations

from collections.abc import Sequence

import typer

from extractor.errors import GoldError


def stop_on(findings: Sequence[GoldError]) -> None:
    """Print every finding and leave with status 2, if there are any."""
    for finding in findings:
        typer.echo(str(finding), err=True)
    if findings:
        typer.echo(f"{len(findings)} findings; nothing was scored or written", err=True)
        raise typer.Exit(2)
