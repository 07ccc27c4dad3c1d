"""The journal of a run: after which article how long each file was. A killed run goes on from its last line."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from extractor.errors import InputError
from extractor.records import Article, Reject

ANOTHER_RUN = "the same command on the same files and rules, or a run without --resume"


@dataclass(slots=True)
class Checkpoint:
    """``items`` articles and rejects are done; their digest, the length of each file in bytes, and the counts."""

    items: int = 0
    digest: str = ""
    sizes: dict[str, int] = field(default_factory=dict)
    tally: dict[str, Any] = field(default_factory=dict)
    whole: bool = False


def chained(digest: str, item: Article | Reject) -> str:
    """The digest of all items up to this one: the input that a resumed run skips must be the input that was done."""
    said = item.reason if isinstance(item, Reject) else f"{item.id}\0{item.date}\0{item.title}\0{item.text}"
    return hashlib.sha256(f"{digest}\0{said}".encode()).hexdigest()


class Journal:
    """An append-only file: the run's key on the first line, a checkpoint on each other."""

    def __init__(self, path: Path, key: str) -> None:
        self._path, self._key = path, key
        self._handle: IO[bytes] | None = None

    def last(self) -> Checkpoint | None:
        """The last whole checkpoint, or None without a journal or with none in it.

        Raises:
            InputError: the journal is of a run with other options, rules or paths.
        """
        if not self._path.exists():
            return None
        lines = self._path.read_bytes().split(b"\n")[:-1]  # what has no line end was cut by the kill
        if not lines:
            return None
        if json.loads(lines[0]) != {"key": self._key}:
            raise InputError("a journal of another run", allowed=ANOTHER_RUN, where=str(self._path))
        return Checkpoint(**json.loads(lines[-1])) if len(lines) > 1 else None

    def open(self, checkpoint: Checkpoint | None) -> None:
        """Begin the journal anew, with the checkpoint that the run goes on from."""
        self._handle = self._path.open("wb")
        self._append({"key": self._key})
        if checkpoint:
            self.add(checkpoint)

    def add(self, checkpoint: Checkpoint) -> None:
        """Append a checkpoint and put it on disk."""
        self._append(asdict(checkpoint))

    def close(self, *, remove: bool) -> None:
        """Close the file, and remove it once the run is over."""
        if self._handle:
            self._handle.close()
        if remove:
            self._path.unlink(missing_ok=True)

    def _append(self, row: dict[str, Any]) -> None:
        assert self._handle is not None
        self._handle.write(json.dumps(row).encode() + b"\n")
        self._handle.flush()
        os.fsync(self._handle.fileno())
