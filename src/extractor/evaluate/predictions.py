"""Read predictions, this project's or anyone's: JSON lines with the fields of a fact, at least its quantity."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ConfigDict, Field

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import checked, json_lines
from extractor.evaluate.gold import GoldMention
from extractor.records import Fact, FactFields, Mention, MetricPhrase


class Prediction(FactFields):
    """A predicted fact. Fields beyond those that are scored (``id``, ``rules``, one's own) are passed over."""

    model_config = ConfigDict(extra="ignore")

    metric: MetricPhrase | None = None
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
            data = record.model_dump(mode="json")
            self.add(_model(data).model_validate(data))


def load_predictions(path: Path, corpus: Corpus, findings: list[GoldError]) -> Predictions:
    """Predictions of a file; a row with ``layer`` is a mention. Each broken line is a finding."""
    predictions = Predictions()
    for where, data in json_lines(path, findings):
        text = corpus.text_of(data.get("doc_id"), where, findings)
        row = checked(_model(data), data, where, findings, text)
        if text is not None and row is not None:
            predictions.add(row)
    return predictions


def _model(data: dict[str, Any]) -> type[Prediction] | type[PredictedMention]:
    return PredictedMention if "layer" in data else Prediction
