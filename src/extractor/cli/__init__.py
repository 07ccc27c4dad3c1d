"""The command line: one file for each command, a thin shell over a plain function."""

from __future__ import annotations

import typer

from extractor.cli import gold
from extractor.cli.evaluate import evaluate

app = typer.Typer(
    no_args_is_help=True, add_completion=False, help="Reads news and writes down every quantitative fact."
)
app.add_typer(gold.app, name="gold")
app.command()(evaluate)


def main() -> None:
    """Entry point of the ``extractor`` command."""
    app()
