"""Pair labels with predictions, one to one, so that the most fields agree, and say how each pair came out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractor.evaluate.agree import FIELDS, Agreement
from extractor.evaluate.assign import best_pairs
from extractor.evaluate.beside import beside
from extractor.evaluate.labels import Label
from extractor.evaluate.predictions import Prediction

Status = Literal["right", "wrong", "missed", "spurious"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One label, one prediction, or both as a pair, with the fields that agree. Optional labels give no outcome."""

    doc_id: str
    label: Label | None
    guess: Prediction | None
    agrees: Mapping[str, bool]
    beside: Mapping[str, bool] = field(default_factory=dict)

    @property
    def status(self) -> Status:
        """``right`` when all fields agree, ``wrong`` when the spans alone do."""
        if self.guess is None:
            return "missed"
        if self.label is None:
            return "spurious"
        return "right" if all(self.agrees.values()) else "wrong"

    @property
    def wrong(self) -> list[str]:
        """The fields that do not agree."""
        return [name for name, fits in self.agrees.items() if not fits]

    @property
    def span(self) -> tuple[int, int]:
        """Where in the article: the label's quantity, else the prediction's."""
        if self.label is not None:
            return self.label.start, self.label.end
        assert self.guess is not None  # an outcome has one side at least
        return self.guess.quantity.start_char, self.guess.quantity.end_char


def align(doc_id: str, labels: Sequence[Label], guesses: Sequence[Prediction], agreement: Agreement) -> list[Outcome]:
    """The outcomes of one article, in the order of the text."""
    agrees: dict[tuple[int, int], dict[str, bool]] = {}
    weights: dict[tuple[int, int], int] = {}
    for i, label in enumerate(labels):
        for j, guess in enumerate(guesses):
            if _overlap(label, guess):
                agrees[i, j] = fields = agreement.fields(label, guess)
                # In halves: 1 for the span, 2 more for the value, 1 for each field, 1/2 for a label that counts.
                weights[i, j] = 2 + 4 * fields["value"] + 2 * sum(fields.values()) + (not label.optional)
    pairs = best_pairs(weights)
    outcomes = [
        _paired(label, guesses[pairs[i]], agrees[i, pairs[i]], agreement) if i in pairs else _missed(label)
        for i, label in enumerate(labels)
        if not label.optional
    ]
    paired = set(pairs.values())
    for j, guess in enumerate(guesses):
        touches_optional = any(labels[i].optional for i in range(len(labels)) if (i, j) in weights)
        if j not in paired and not touches_optional and not guess.optional:
            outcomes.append(Outcome(doc_id, None, guess, {}))
    return sorted(outcomes, key=lambda outcome: outcome.span)


def _overlap(label: Label, guess: Prediction) -> bool:
    return guess.quantity.start_char < label.end and label.start < guess.quantity.end_char


def _missed(label: Label) -> Outcome:
    return Outcome(label.doc_id, label, None, dict.fromkeys(FIELDS, False))


def _paired(label: Label, guess: Prediction, agrees: Mapping[str, bool], agreement: Agreement) -> Outcome:
    others = beside(label.gold, guess, agreement.wording) if label.gold else {}
    return Outcome(label.doc_id, label, guess, agrees, others)
