"""From what a user names (files, folders, globs, ``-``) to the files to read, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from extractor.records import Reject

STDIN = "-"
SUFFIXES = (".txt", ".jsonl")
MANIFEST = "manifest.jsonl"
"""A file of this name in a folder describes the articles beside it and is no article itself."""
ALLOWED = "a .txt or .jsonl file, a folder or a glob of them, or - for stdin"


def sources(paths: Sequence[str], leave_out: Collection[Path] = ()) -> Iterator[Path | Reject]:
    """The files that ``paths`` name, each once, folders and globs sorted; a Reject for a path that names none.

    ``-`` stays ``Path("-")``. ``leave_out`` are files in a folder that are no articles: the run's output.
    """
    seen = {os.path.realpath(path) for path in leave_out}
    for name in paths:
        for found in _expand(name):
            if isinstance(found, Path):
                # realpath: the same file named twice ("a.txt", "./a.txt") is one article, not a clash of ids.
                key = name if name == STDIN else os.path.realpath(found)
                if key in seen:
                    continue
                seen.add(key)
            yield found


def _expand(name: str) -> Iterator[Path | Reject]:
    path = Path(name)
    if name == STDIN:
        yield path
    elif path.is_dir():
        yield from _folder(path)
    elif path.exists():
        yield path if path.suffix in SUFFIXES else Reject(file=name, found=_kind(path), allowed=ALLOWED)
    elif glob.has_magic(name):
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not found:
            yield Reject(file=name, found="no file matches", allowed=ALLOWED)
        for match in found:
            yield from _expand(match) if not glob.has_magic(match) else [Path(match)]
    else:
        yield Reject(file=name, found="no such file", allowed=ALLOWED)


def _folder(path: Path) -> Iterator[Path | Reject]:
    files = sorted(
        file
        for file in path.rglob("*")
        if file.suffix in SUFFIXES and file.is_file() and file.name != MANIFEST and not _hidden(file.relative_to(path))
    )
    if not files:
        yield Reject(file=str(path), found="a folder without articles", allowed=ALLOWED)
    yield from files


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _kind(path: Path) -> str:
    return f"a file of kind {path.suffix!r}" if path.suffix else "a file without a suffix"
