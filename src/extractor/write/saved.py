"""Write a run's outcomes to files that appear whole, and go on where a killed run stopped."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from typing import IO

from extractor.errors import InputError, OutputError
from extractor.records import Article, Reject
from extractor.run import Outcome, Tally
from extractor.write.journal import ANOTHER_RUN, Checkpoint, Journal, chained
from extractor.write.lines import json_line
from extractor.write.targets import LAYERS, Targets

EVERY = 100
"""Articles between two checkpoints: what a kill costs at most; a checkpoint costs four syncs to disk."""


def save(
    items: Iterable[Article | Reject],
    process: Callable[[Article | Reject], Outcome],
    targets: Targets,
    key: str,
    *,
    resume: bool = False,
    tick: Callable[[Tally, Outcome], None] = lambda _tally, _outcome: None,
) -> Tally:
    """Process every item and write what comes of it.

    The files are written under other names and renamed at the end, so a file with its own name is always whole. ``key``
    stands for all that the output depends on besides the items; ``tick`` hears of each item done.

    Raises:
        OutputError: a file cannot be written.
        InputError: ``resume`` was asked for and the journal is of another run or of other items.
    """
    journal = Journal(targets.journal, key)
    start = (journal.last() if resume else None) or Checkpoint()
    try:
        with ExitStack() as stack:
            if not start.whole:
                parts = _open(targets, start, stack)
                journal.open(start if start.items else None)
                stack.callback(journal.close, remove=False)
                start = _write(items, process, parts, journal, start, tick)
        _finish(targets)
        journal.close(remove=True)
    except OSError as error:
        where = str(error.filename or targets.output)
        found = f"cannot be written ({error.strerror})"
        raise OutputError(found, allowed="a file in a folder that is there and writable", where=where) from None
    return Tally.from_dict(start.tally)


def _open(targets: Targets, start: Checkpoint, stack: ExitStack) -> dict[str, IO[bytes]]:
    """The partial files, each cut to its length at the checkpoint."""
    parts: dict[str, IO[bytes]] = {}
    for layer in LAYERS:
        handle = stack.enter_context(targets.part(layer).open("r+b" if start.items else "w+b"))
        handle.truncate(start.sizes.get(layer, 0))
        handle.seek(0, os.SEEK_END)
        parts[layer] = handle
    return parts


def _write(
    items: Iterable[Article | Reject],
    process: Callable[[Article | Reject], Outcome],
    parts: dict[str, IO[bytes]],
    journal: Journal,
    start: Checkpoint,
    tick: Callable[[Tally, Outcome], None],
) -> Checkpoint:
    tally = Tally.from_dict(start.tally) if start.items else Tally()
    digest, number = "", 0
    for number, item in enumerate(items, 1):
        digest = chained(digest, item)
        if number <= start.items:
            if number == start.items and digest != start.digest:
                raise _changed()
            continue
        outcome = process(item)
        _add(parts, outcome)
        tally.add(outcome)
        tick(tally, outcome)
        if number % EVERY == 0:
            journal.add(_checkpoint(parts, number, digest, tally))
    if number < start.items:
        raise _changed()
    last = _checkpoint(parts, number, digest, tally, whole=True)
    journal.add(last)
    return last


def _changed() -> InputError:
    return InputError("the articles that were done are no longer the first ones", allowed=ANOTHER_RUN)


def _add(parts: dict[str, IO[bytes]], outcome: Outcome) -> None:
    parts["facts"].write("".join(map(json_line, outcome.facts)).encode())
    if outcome.mentions:
        parts["mentions"].write("".join(map(json_line, outcome.mentions)).encode())
    if outcome.reject:
        parts["rejects"].write(json_line(outcome.reject).encode())


def _checkpoint(
    parts: dict[str, IO[bytes]], items: int, digest: str, tally: Tally, *, whole: bool = False
) -> Checkpoint:
    """Put the files on disk, then say how long they are: in this order, so that the journal never says too much."""
    for part in parts.values():
        part.flush()
        os.fsync(part.fileno())
    return Checkpoint(items, digest, {layer: part.tell() for layer, part in parts.items()}, tally.as_dict(), whole)


def _finish(targets: Targets) -> None:
    """Give the files their names. Done again after a kill it goes on with those that still have the other name.

    Layers without a line have no file; one of an earlier run goes, since it would tell of another output.
    """
    for layer in reversed(LAYERS):
        part = targets.part(layer)
        if not part.exists():
            continue
        if layer == "facts" or part.stat().st_size:
            part.replace(targets.path(layer))
        else:
            targets.path(layer).unlink(missing_ok=True)
            part.unlink()
