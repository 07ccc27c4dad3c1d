"""``extractor rules check``: every row against its own examples and counterexamples."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.console import complain

app = typer.Typer(no_args_is_help=True, help="Check the rule files.")

RulesOption = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder of your own rules, on top; may be given again.")
]


@app.callback()
def about() -> None:
    """Check the rule files."""


@app.command()
def check(
    rules: RulesOption = None,
    only: Annotated[str, typer.Option(help="Only rows whose name begins so, such as units. or read.phone")] = "",
) -> None:
    """Run every row's examples, in which it must fire, and counterexamples, in which it must not.

    Prints all findings with file and row, and leaves with 1 if there are any.
    """
    from extractor.pipeline import Extractor
    from extractor.rulecheck import check as check_rows

    report = check_rows(Extractor.load(rules or []), only)
    for finding in report.findings:
        complain(finding)
    typer.echo(
        f"{report.rows} rows, {report.examples} examples, {report.counterexamples} counterexamples:"
        f" {len(report.findings)} findings"
    )
    if report.findings:
        raise typer.Exit(1)
