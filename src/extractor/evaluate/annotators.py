"""How far two people who labelled the same articles agree: the second's labels scored as if predicted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractor.evaluate.agree import Agreement
from extractor.evaluate.gold import Accept, GoldFact
from extractor.evaluate.labels import label_of
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.score import Scores, score
from extractor.evaluate.wording import Wording


def annotator_agreement(
    first: Mapping[str, Sequence[GoldFact]],
    second: Mapping[str, Sequence[GoldFact]],
    wording: Wording,
    *,
    alternatives: bool = True,
) -> Scores:
    """Scores of the second annotator against the first, on the articles that both have.

    With ``alternatives=False`` only the first annotator's own reading counts, none of ``accept``. What one of them
    marked optional counts neither way, as in any score.
    """
    shared = [doc_id for doc_id in first if doc_id in second]
    labels = {doc: [label_of(_bare(row, alternatives), wording) for row in first[doc]] for doc in shared}
    guesses = {doc: [_as_prediction(row) for row in second[doc]] for doc in shared}
    return score(labels, guesses, Agreement(wording), {})


def _bare(row: GoldFact, alternatives: bool) -> GoldFact:
    return row if alternatives else row.model_copy(update={"accept": Accept()})


def _as_prediction(row: GoldFact) -> Prediction:
    return Prediction.model_validate(row.model_dump(exclude={"accept"}))
