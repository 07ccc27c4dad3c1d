"""Which reading is taken for which: the errors of paired facts, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.evaluate.align import Outcome
from extractor.evaluate.describe import field_text


@dataclass(frozen=True, slots=True)
class Confusion:
    """``count`` times the prediction said ``found`` where the label says ``expected``."""

    field: str
    expected: str
    found: str
    count: int


def confusions(
    outcomes: Iterable[Outcome], fields: Iterable[str] = ("kind", "unit", "region", "time")
) -> list[Confusion]:
    """Confusions of the fields with few values, the most frequent first."""
    names = tuple(fields)
    counter: Counter[tuple[str, str, str]] = Counter()
    for outcome in outcomes:
        if outcome.label is None or outcome.label.gold is None or outcome.guess is None:
            continue
        for name in outcome.wrong:
            if name in names:
                counter[name, field_text(outcome.label.gold, name), field_text(outcome.guess, name)] += 1
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return [Confusion(*key, number) for key, number in ranked]
