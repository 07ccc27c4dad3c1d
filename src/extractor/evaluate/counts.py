"""Counts that add up, and the scores they give as exact decimals."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractor.evaluate.agree import FIELDS
from extractor.evaluate.align import Outcome
from extractor.evaluate.beside import BESIDE

SCORED = ("detection", *FIELDS, "whole")
"""What precision, recall and F1 are given for. A field counts only with the value; so do those of ``BESIDE``."""

_ROUNDS = 1000
_SEED = 20240815


@dataclass(slots=True)
class Counts:
    """Labels, predictions and hits of one article, or of any sum of them."""

    gold: int = 0
    predicted: int = 0
    hits: dict[str, int] = field(default_factory=lambda: dict.fromkeys((*SCORED, *BESIDE), 0))

    def __add__(self, other: Counts) -> Counts:
        hits = {name: self.hits.get(name, 0) + other.hits.get(name, 0) for name in {**self.hits, **other.hits}}
        return Counts(self.gold + other.gold, self.predicted + other.predicted, hits)

    def precision(self, name: str) -> Decimal:
        """Hits of all predictions, in percent."""
        return _percent(self.hits[name], self.predicted)

    def recall(self, name: str) -> Decimal:
        """Hits of all labels, in percent."""
        return _percent(self.hits[name], self.gold)

    def f1(self, name: str) -> Decimal:
        """The harmonic mean of precision and recall, in percent.

        >>> Counts(gold=4, predicted=2, hits={"whole": 2}).f1("whole")
        Decimal('66.67')
        """
        return _percent(2 * self.hits[name], self.gold + self.predicted)


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(100 * part) / whole if whole else Decimal(0)).quantize(Decimal("0.01"))


def count(outcomes: Iterable[Outcome]) -> Counts:
    """The counts of some outcomes."""
    counts = Counts()
    for outcome in outcomes:
        counts.gold += outcome.label is not None
        counts.predicted += outcome.guess is not None
        if outcome.label is None or outcome.guess is None:
            continue
        counts.hits["detection"] += 1
        counts.hits["whole"] += all(outcome.agrees.values())
        for name in FIELDS:
            counts.hits[name] += outcome.agrees["value"] and outcome.agrees[name]
        for name, fits in outcome.beside.items():
            counts.hits[name] += outcome.agrees["value"] and fits
    return counts


def intervals(parts: Sequence[Counts], names: Sequence[str] = (*SCORED, *BESIDE)) -> dict[str, tuple[Decimal, Decimal]]:
    """95 percent intervals of F1 by the percentile bootstrap (Efron 1979) over articles, the same on every run.

    Articles are drawn, not facts: facts of one article are right or wrong together.
    """
    draw = random.Random(_SEED)
    samples: dict[str, list[Decimal]] = {name: [] for name in names}
    size = len(parts)
    for _ in range(_ROUNDS if size > 1 else 0):
        chosen = [parts[draw.randrange(size)] for _ in range(size)]
        whole = sum(part.gold + part.predicted for part in chosen)
        for name in names:
            samples[name].append(_percent(2 * sum(part.hits[name] for part in chosen), whole))
    edge = _ROUNDS // 40
    return {name: (ranked[edge], ranked[-edge - 1]) for name in names if (ranked := sorted(samples[name]))}
