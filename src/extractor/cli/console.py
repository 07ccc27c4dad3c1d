"""What commands print for people: to stderr, so that stdout carries records alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.progress import Progress

    from extractor.run import Tally

EXIT_REJECTED = 1
EXIT_COULD_NOT_RUN = 2


def complain(line: str) -> None:
    """One line to stderr."""
    typer.echo(line, err=True)


@contextmanager
def progress(files: int, *, show: bool = True) -> Iterator[Progress | None]:
    """A progress bar over the files on a terminal, nothing elsewhere or when it is not to ``show``."""
    if not show or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[done]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        # One file may hold a million articles, so only their count says how far it is.
        bar.add_task("reading", total=files if files > 1 else None, done="")
        yield bar


def summarise(tally: Tally, seconds: float, where: str) -> None:
    """The counts of a run: a table on a terminal, a line elsewhere."""
    speed = f"{tally.words / seconds:,.0f} words/s" if seconds > 0 else ""
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(tally.facts.items()))
    facts = sum(tally.facts.values())
    rows = [("articles", f"{tally.articles:,}"), ("words", f"{tally.words:,}"), ("facts", f"{facts:,}")]
    if tally.mentions:
        rows.append(("mentions", f"{tally.mentions:,}"))
    rows.append(("rejected", f"{tally.rejected:,}"))
    if not sys.stderr.isatty():
        line = ", ".join(f"{value} {name}" for name, value in rows)
        complain(f"{line}{f' ({kinds})' if kinds else ''}; {seconds:.1f} s, {speed}{where and f'; {where}'}")
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(show_header=False, box=None)
    for name, value in [*rows, ("of these", kinds), ("time", f"{seconds:.1f} s, {speed}"), ("written to", where)]:
        if value:
            table.add_row(name, value)
    Console(stderr=True).print(table)
