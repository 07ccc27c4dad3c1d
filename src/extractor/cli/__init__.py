"""The command line: one file for each command, a thin shell over a plain function."""

from __future__ import annotations

import os
import sys

import typer

from extractor.cli import gold, rules
from extractor.cli.console import EXIT_COULD_NOT_RUN, complain
from extractor.cli.evaluate import evaluate
from extractor.cli.explain import explain
from extractor.cli.run import run
from extractor.cli.schema import schema
from extractor.errors import ExtractorError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Reads news and writes down every quantitative fact.",
)
app.command()(run)
app.command()(explain)
app.command()(evaluate)
app.command()(schema)
app.add_typer(rules.app, name="rules")
app.add_typer(gold.app, name="gold")


def main() -> None:
    """Entry point of the ``extractor`` command: what the user can mend is one line, never a traceback."""
    try:
        app()
    except ExtractorError as error:
        complain(f"extractor: {error}")
        sys.exit(EXIT_COULD_NOT_RUN)
    except BrokenPipeError:
        # The reader of our output has enough ("| head"); what Python would still flush has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
