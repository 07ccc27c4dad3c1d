"""Where a run writes: the output, the files beside it, and what they are called until they are whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from extractor.errors import OutputError

LAYERS = ("facts", "mentions", "rejects")


@dataclass(frozen=True, slots=True)
class Targets:
    """The files of a run with ``-o OUTPUT``.

    Raises:
        OutputError: the output is a folder.

    >>> targets = Targets(Path("out/facts.jsonl"))
    >>> targets.path("mentions").name, targets.path("rejects").name, targets.part("facts").name
    ('facts.mentions.jsonl', 'rejects.jsonl', 'facts.jsonl.part')
    """

    output: Path

    def __post_init__(self) -> None:
        if self.output.is_dir():
            raise OutputError("is a folder", allowed="the name of a file", where=str(self.output))

    def path(self, layer: str) -> Path:
        """The finished file of a layer: facts, mentions or rejects."""
        if layer == "facts":
            return self.output
        return self.output.with_name(f"{self.output.stem}.mentions.jsonl" if layer == "mentions" else "rejects.jsonl")

    def part(self, layer: str) -> Path:
        """The file that a layer is written to until the run is over; of this output's own, unlike ``rejects.jsonl``."""
        name = self.output.name if layer == "facts" else f"{self.output.name}.{layer}"
        return self.output.with_name(f"{name}.part")

    @property
    def journal(self) -> Path:
        """What is done so far; gone when the run is over."""
        return self.output.with_name(f"{self.output.name}.journal")

    def all(self) -> list[Path]:
        """Every file that a run may write."""
        return [*map(self.path, LAYERS), *map(self.part, LAYERS), self.journal]
