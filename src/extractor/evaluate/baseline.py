"""The floor: scores that were reached once, pinned with hashes of the labels and articles they were reached on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError

from extractor.errors import GoldError
from extractor.evaluate.counts import SCORED, Counts
from extractor.evaluate.findings import of_validation
from extractor.records import ExactDecimal, Record


class Floor(Record):
    """F1 in percent of every score, and the hashes of what it was measured on."""

    gold: str
    corpus: str
    scores: dict[str, ExactDecimal]


class Baseline(Record):
    """Floors by split."""

    splits: dict[str, Floor]


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A score below its floor."""

    split: str
    name: str
    found: Decimal
    floor: Decimal

    def __str__(self) -> str:
        return f"{self.split} {self.name}: F1 {self.found}; allowed: {self.floor} and more"


def floor_of(counts: Counts, gold: str, corpus: str) -> Floor:
    """The floor that these scores would set."""
    return Floor(gold=gold, corpus=corpus, scores={name: counts.f1(name) for name in SCORED})


def read_baseline(path: Path, findings: list[GoldError]) -> Baseline:
    """The pinned scores; a file that is missing or broken is a finding."""
    try:
        return Baseline.model_validate_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        findings.append(GoldError(f"cannot be read ({error})", allowed="a baseline written by --pin", where=str(path)))
    except ValidationError as error:
        findings.extend(of_validation(error, str(path)))
    return Baseline(splits={})


def shortfalls(split: str, floor: Floor, reached: Floor) -> list[Shortfall]:
    """Every score below the floor."""
    return [
        Shortfall(split, name, reached.scores.get(name, Decimal(0)), least)
        for name, least in floor.scores.items()
        if reached.scores.get(name, Decimal(0)) < least
    ]


def stale(split: str, floor: Floor, reached: Floor, where: str) -> list[GoldError]:
    """Hashes that do not fit: the floor was measured on other labels or other articles."""
    return [
        GoldError(f"{split}: {name} has hash {found[:12]}", allowed=f"{pinned[:12]}, or --pin", where=where)
        for name, found, pinned in (("gold", reached.gold, floor.gold), ("corpus", reached.corpus, floor.corpus))
        if found != pinned
    ]


def write_baseline(path: Path, baseline: Baseline) -> None:
    """Write the floors, splits and scores in a fixed order."""
    data = {
        "splits": {
            split: {
                "gold": floor.gold,
                "corpus": floor.corpus,
                "scores": {name: str(floor.scores[name]) for name in SCORED if name in floor.scores},
            }
            for split, floor in sorted(baseline.splits.items())
        }
    }
    path.write_text(json.dumps(data, indent=2) + "\n", encoding="utf-8", newline="\n")
