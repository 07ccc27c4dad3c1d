"""Read predictions, this project's or anyone's: JSON lines with the fields of a fact, at least its quantity."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field, ValidationError

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import json_lines, of_validation
from extractor.evaluate.gold import GoldMention, GoldMetric
from extractor.records import Direction, Fact, Kind, Mention, Quantity, Record, Region, Span, Subject, Time


class Prediction(Record):
    """A predicted fact. Fields beyond those that are scored (``id``, ``rules``, one's own) are passed over."""

    model_config = ConfigDict(extra="ignore")

    doc_id: str
    kind: Kind
    metric: GoldMetric | None = None
    subject: Subject | None = None
    quantity: Quantity
    direction: Direction | None = None
    baseline: Span | None = None
    region: Region | None = None
    time: Time | None = None
    projected: bool = False
    attribution: Span | None = None
    optional: bool = False
    rules: list[str] = Field(default_factory=list)


class PredictedMention(GoldMention):
    """A predicted mention."""

    model_config = ConfigDict(extra="ignore")


@dataclass(slots=True)
class Predictions:
    """Predicted facts and mentions by article."""

    facts: dict[str, list[Prediction]] = field(default_factory=dict)
    mentions: dict[str, list[PredictedMention]] = field(default_factory=dict)

    def add(self, row: Prediction | PredictedMention) -> None:
        """Put a row beside those of its article."""
        if isinstance(row, Prediction):
            self.facts.setdefault(row.doc_id, []).append(row)
        else:
            self.mentions.setdefault(row.doc_id, []).append(row)

    def add_records(self, records: list[Fact] | list[Mention]) -> None:
        """Take records straight from the extractor, without a file in between."""
        for record in records:
            self.add(_row(record.model_dump(mode="json"), None))


def load_predictions(path: Path, corpus: Corpus, findings: list[GoldError]) -> Predictions:
    """Predictions of a file; a row with ``layer`` is a mention. Each broken line is a finding."""
    predictions = Predictions()
    for where, data in json_lines(path, findings):
        doc_id = data.get("doc_id")
        text = corpus.texts.get(doc_id) if isinstance(doc_id, str) else None
        if text is None:
            findings.append(GoldError(f"unknown article {doc_id!r}", allowed="an id of the manifest", where=where))
        try:
            row = _row(data, text)
        except ValidationError as error:
            findings.extend(of_validation(error, where))
            continue
        if text is not None:
            predictions.add(row)
    return predictions


def _row(data: dict[str, Any], text: str | None) -> Prediction | PredictedMention:
    context = None if text is None else {"article": text}
    model = PredictedMention if "layer" in data else Prediction
    return model.model_validate(data, context=context)
