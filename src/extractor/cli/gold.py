"""``extractor gold``: check labels, and bring them from and to the forms of labelling tools."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extractor.cli.findings import stop_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from extractor.errors import GoldError

    Converter = Callable[[Path, str, Path, Path, list[GoldError]], tuple[int, int]]

app = typer.Typer(no_args_is_help=True, help="Check labels, and convert them from and to labelling tools.")

FormName = Literal["quotes", "label-studio", "brat", "doccano"]
FormatOption = Annotated[FormName, typer.Option("--format", help="The other form.")]
CorpusOption = Annotated[Path, typer.Option("--corpus", help="Folder of articles with manifest.jsonl.")]


@app.command()
def check(
    gold: Annotated[Path, typer.Argument(help="Folder with dev/, test/, mentions/ and second/.")] = Path("gold"),
    corpus: CorpusOption = Path("corpus"),
) -> None:
    """Check every label against its article and the corpus against its manifest."""
    from extractor.evaluate.corpus import load_corpus, unlisted
    from extractor.evaluate.gold import GoldFact, GoldMention
    from extractor.evaluate.load import gold_files, load_gold

    findings: list[GoldError] = []
    articles = load_corpus(corpus, findings)
    facts = load_gold(gold_files(gold, "all"), articles, findings, GoldFact)
    second = load_gold(sorted((gold / "second").glob("*.jsonl")), articles, findings, GoldFact)
    mentions = load_gold(sorted((gold / "mentions").glob("*.jsonl")), articles, findings, GoldMention)
    stop_on([*findings, *unlisted(corpus, articles)])
    for name, rows in (("facts", facts), ("second labels", second), ("mentions", mentions)):
        typer.echo(f"{sum(map(len, rows.values()))} {name} in {len(rows)} articles")


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="Folder of files in the other form.")],
    form: FormatOption,
    out: Annotated[Path, typer.Option("--out", help="Folder for the labels, such as gold/dev.")],
    corpus: CorpusOption = Path("corpus"),
) -> None:
    """Read labels made elsewhere, check them, and write them as the project's own rows."""
    from extractor.evaluate.interchange.convert import import_labels

    _convert(import_labels, source, form, out, corpus)


@app.command()
def export(
    source: Annotated[Path, typer.Argument(help="Folder of labels, such as gold/dev.")],
    form: FormatOption,
    out: Annotated[Path, typer.Option("--out", help="Folder for the files of the other form.")],
    corpus: CorpusOption = Path("corpus"),
) -> None:
    """Write labels in the form of a labelling tool, with the articles where it wants them."""
    from extractor.evaluate.interchange.convert import export_labels

    _convert(export_labels, source, form, out, corpus)


def _convert(convert: Converter, source: Path, form: str, out: Path, corpus: Path) -> None:
    findings: list[GoldError] = []
    facts, articles = convert(source, form, out, corpus, findings)
    stop_on(findings)
    typer.echo(f"{facts} facts of {articles} articles written to {out}")
