"""``extractor explain``: one text, stage by stage, each finding with the rule that made it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

    from extractor.link.drafts import Clauses, Draft
    from extractor.pipeline import Analysis, Extractor
    from extractor.read.zones import Piece
    from extractor.records import Fact, Mention

COLOURS = {"quantity": "bold green", "date": "bold magenta", "region": "bold blue", "q": "bold green", "np": "cyan"}
COLOURS |= {"vg": "yellow", "title": "bold", "header": "dim", "furniture": "dim", "body": ""}


def explain(
    text: Annotated[str, typer.Argument(help="A sentence or an article; - reads it from stdin.")],
    date: Annotated[str | None, typer.Option(help="The article's date, YYYY-MM-DD, or its year.")] = None,
    rules: Annotated[list[Path] | None, typer.Option("--rules", help="A folder of your own rules.")] = None,
) -> None:
    """Show what each stage makes of a text: zones, tokens, mentions, phrases, frames and facts, with their rules."""
    from rich.console import Console

    from extractor.pipeline import Extractor
    from extractor.read import ReadRules
    from extractor.read.zones import pieces

    extractor = Extractor.load(rules or [])
    said = sys.stdin.read() if text == "-" else text
    found = pieces(said, ReadRules(extractor.rules))
    analysis = extractor.analyse(extractor.article(said, date))
    console = Console(width=None if sys.stdout.isatty() else 160)
    stages: list[tuple[str, list[RenderableType]]] = list(_stages(analysis, found))
    stages.append(("rules", [_told(extractor, analysis.facts)]))
    for title, shown in stages:
        console.print(f"[bold reverse] {title} [/]")
        for item in shown:
            console.print(item)
        console.print()


def _stages(analysis: Analysis, found: list[Piece]) -> Iterator[tuple[str, list[RenderableType]]]:
    yield f"zones, date {analysis.article.date or 'unknown'}", [_zones(found)]
    yield "tokens", list(_sentences(analysis))
    yield "mentions", [_mentions(analysis.mentions), *_dropped(analysis)]
    yield "phrases", [_phrases(clauses) for clauses in analysis.clauses]
    drafts = [(clauses, draft) for clauses in analysis.clauses for draft in clauses.drafts]
    yield "frames", [_frames(drafts)]
    yield "facts", [_facts(analysis.facts)]


def _table(*columns: str) -> Table:
    from rich.table import Table

    table = Table(box=None, header_style="dim", pad_edge=False)
    for column in columns:
        table.add_column(column)
    return table


def _cell(value: object, style: str = "") -> Text:
    """Text of the article is never markup: "[Photo]" stays as it is."""
    from rich.text import Text

    return Text("" if value is None else str(value), style=style)


def _zones(found: list[Piece]) -> Table:
    table = _table("zone", "text", "rule")
    for piece in found:
        text = piece.line.text
        shown = text if len(text) < 80 else f"{text[:60]} … {text[-15:]}"
        table.add_row(_cell(piece.kind, COLOURS[piece.kind]), _cell(shown), _cell(piece.rule, "dim"))
    return table


def _sentences(analysis: Analysis) -> Iterator[Text]:
    tokens = analysis.tokens
    for number, sentence in enumerate(tokens.sentences, 1):
        line = _cell(f"{number} {sentence.kind}: ", "dim")
        for i in range(sentence.start, sentence.end):
            line.append("·" if tokens.glued(i) and i > sentence.start else " ", style="dim")
            line.append(tokens.words[i])
        yield line


def _mentions(mentions: list[Mention]) -> Table:
    table = _table("layer", "text", "reads", "rules")
    for mention in mentions:
        style = COLOURS[mention.layer]
        table.add_row(
            _cell(mention.layer, style), _cell(mention.text, style), _cell(_reading(mention)), _rules(mention.rules)
        )
    return table


def _reading(mention: Mention) -> str:
    if mention.quantity:
        from extractor.cli.wording import amount

        return amount(mention.quantity)
    if mention.time:
        time = mention.time
        return f"{time.value} ({time.start} to {time.end}, {time.relation})"
    region = mention.region
    assert region is not None
    return f"{region.name}, {region.type} {region.code or ' '.join(region.members)}"


def _rules(names: list[str]) -> Text:
    return _cell(" ".join(names), "dim")


def _dropped(analysis: Analysis) -> Iterator[Table]:
    if analysis.dropped:
        table = _table("dropped", "rule")
        for start, end, name in analysis.dropped:
            table.add_row(_cell(analysis.article.text[start:end], "strike"), _cell(name, "dim"))
        yield table


def _phrases(clauses: Clauses) -> Text:
    line = _cell("")
    for chunk in clauses.chunks:
        quote = clauses.tokens.quote(chunk.start, chunk.end)
        if quote == chunk.kind:
            line.append(f"{quote} ")
        else:
            line.append("[", style="dim").append(f"{chunk.kind} ", style="dim")
            line.append(quote, style=COLOURS.get(chunk.kind, "")).append("] ", style="dim")
    return line


def _frames(drafts: list[tuple[Clauses, Draft]]) -> Table:
    table = _table("quantity", "kind", "leg", "metric", "subject", "rules")
    for clauses, draft in drafts:
        tokens = clauses.tokens
        spans = [tokens.quote(*span) if span else "" for span in (draft.metric, draft.subject)]
        quantity = tokens.text[draft.quantity.start_char : draft.quantity.end_char]
        table.add_row(
            _cell(quantity, COLOURS["quantity"]),
            _cell(draft.kind),
            _cell(draft.leg),
            *map(_cell, spans),
            _rules(draft.rules),
        )
    return table


def _facts(facts: list[Fact]) -> Table:
    from extractor.cli.wording import amount, place, time

    table = _table("kind", "metric", "of", "amount", "where", "when", "by", "against", "rules")
    for fact in facts:
        kind = f"{fact.kind} {fact.direction or ''}{' projected' if fact.projected else ''}"
        cells = [
            fact.metric.text if fact.metric else None,
            fact.subject.text if fact.subject else None,
            amount(fact.quantity),
            place(fact.region),
            time(fact.time),
            fact.attribution.text if fact.attribution else None,
            fact.baseline.text if fact.baseline else None,
        ]
        table.add_row(_cell(kind, "bold"), *map(_cell, cells), _rules(fact.rules))
    return table


def _told(extractor: Extractor, facts: list[Fact]) -> Table:
    """What is noted of each rule behind the facts, and an example of it."""
    fired = {name for fact in facts for name in fact.rules}
    table = _table("rule", "note", "example")
    for name, row in extractor.rules.all_rows():
        if name in fired and row.examples:
            table.add_row(_cell(name), _cell(row.note), _cell(row.examples[0], "dim"))
    return table
