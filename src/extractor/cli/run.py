"""``extractor run``: articles in, facts out."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.console import EXIT_COULD_NOT_RUN, EXIT_REJECTED, complain, progress, summarise
from extractor.errors import InputError

if TYPE_CHECKING:
    from rich.progress import Progress

    from extractor.pipeline import Extractor
    from extractor.read import Reader
    from extractor.records import Article, Reject
    from extractor.run import Outcome, Tally

    Process = Callable[[Article | Reject], Outcome]

RulesOption = Annotated[
    list[Path] | None, typer.Option("--rules", help="A folder of your own rules, on top; may be given again.")
]
DateOption = Annotated[
    str | None,
    typer.Option(help="The articles' date where the record has none, YYYY-MM-DD; a year alone completes datelines."),
]


def run(
    paths: Annotated[list[str], typer.Argument(help=".txt and .jsonl files, folders, globs, or - for stdin.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file for the facts; else stdout.")] = None,
    date: DateOption = None,
    rules: RulesOption = None,
    mentions: Annotated[
        bool, typer.Option("--mentions", help="Also each quantity, date and region: OUTPUT's stem .mentions.jsonl.")
    ] = False,
    base: Annotated[bool, typer.Option("--base", help="Also each quantity in its dimension's base unit.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where a run with -o was stopped.")] = False,
) -> None:
    """Read articles and write every quantitative fact in them, one JSON object a line.

    Leaves with 0 when all is well, 1 when an article was rejected (see rejects.jsonl beside OUTPUT), 2 when it could
    not run. Without -o the lines go to stdout, facts first and then, with --mentions, the mentions of each article.
    """
    if resume and output is None:
        raise InputError("--resume without -o", allowed="-o FILE, the file of the run that was stopped")
    # Imported here: --help and mistakes need no pipeline.
    from extractor.match.quantities.convert import Converter
    from extractor.pipeline import Extractor
    from extractor.read import Reader, parse_hint
    from extractor.run import outcome_of

    hint = parse_hint(date) if date else None
    extractor = Extractor.load(rules or [])
    gc.freeze()  # what is loaded stays to the end: the collector need not look at it again
    reader = Reader(extractor.rules, hint)
    process = partial(outcome_of, extractor, mentions=mentions, base=Converter(extractor.rules) if base else None)
    began = time.perf_counter()
    if output is None:
        tally = _to_stdout(paths, reader, process)
        where = ""
    else:
        key = _key(extractor, [*paths, f"{date} {mentions} {base}"])
        tally, where = _to_file(paths, reader, process, output, key, resume), str(output)
    if output is not None or sys.stderr.isatty():
        summarise(tally, time.perf_counter() - began, where)
    _leave(tally)


def _to_stdout(paths: Sequence[str], reader: Reader, process: Process) -> Tally:
    from extractor.read.sources import sources
    from extractor.run import Tally
    from extractor.write import json_line

    tally = Tally()
    files = list(sources(paths))
    # A bar and records on one terminal would overwrite each other.
    with progress(len(files), show=not sys.stdout.isatty()) as bar:
        for item in _items(files, reader, bar):
            outcome = process(item)
            tally.add(outcome)
            _tell(tally, outcome, bar)
            for record in (*outcome.facts, *outcome.mentions):
                sys.stdout.write(json_line(record))
    sys.stdout.flush()
    return tally


def _to_file(paths: Sequence[str], reader: Reader, process: Process, output: Path, key: str, resume: bool) -> Tally:
    from extractor.read.sources import sources
    from extractor.write import Targets, save

    targets = Targets(output)
    named = {Path(path).resolve() for path in paths}
    if clash := named & {path.resolve() for path in targets.all()}:
        raise InputError(f"{min(clash).name} is to be read and to be written", allowed="another name after -o")
    files = list(sources(paths, leave_out=targets.all()))
    with progress(len(files)) as bar:

        def tick(tally: Tally, outcome: Outcome) -> None:
            _tell(tally, outcome, bar)

        try:
            return save(_items(files, reader, bar), process, targets, key, resume=resume, tick=tick)
        except KeyboardInterrupt:
            complain(f"stopped; the same command with --resume goes on from {targets.journal}")
            raise typer.Exit(EXIT_COULD_NOT_RUN) from None


def _leave(tally: Tally) -> None:
    """Leave with the code that says how the run went."""
    if not tally.articles:
        complain("nothing was read")
        raise typer.Exit(EXIT_COULD_NOT_RUN)
    if tally.rejected:
        raise typer.Exit(EXIT_REJECTED)


def _items(files: Sequence[Path | Reject], reader: Reader, bar: Progress | None) -> Iterator[Article | Reject]:
    for number, source in enumerate(files):
        if bar:
            bar.update(bar.task_ids[0], completed=number)
        yield from reader.read_source(source)


def _tell(tally: Tally, outcome: Outcome, bar: Progress | None) -> None:
    if outcome.reject:
        complain(outcome.reject.reason)
    if bar and tally.items % 10 == 0:
        done = f"{tally.articles:,} articles, {sum(tally.facts.values()):,} facts, {tally.rejected:,} rejected"
        bar.update(bar.task_ids[0], done=done)


def _key(extractor: Extractor, options: Sequence[str]) -> str:
    """What the output depends on besides the articles: a resumed run must be the same run."""
    import hashlib

    from extractor import __version__

    digest = hashlib.sha256(repr((__version__, options)).encode())
    for root in extractor.rules.roots:
        for path in sorted(file for file in root.rglob("*") if file.is_file()):
            digest.update(f"\0{path.relative_to(root)}\0".encode() + path.read_bytes())
    return digest.hexdigest()
