"""Fields beside the whole fact are compared, and change nothing about it."""

import pytest

from extractor.evaluate.agree import Agreement
from extractor.evaluate.align import align
from extractor.evaluate.beside import BESIDE
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.labels import label_of
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet
from gold_samples import TEXT, rye_facts, span

WORDING = Wording(RuleSet.load())
ROW = {name: value for name, value in rye_facts()[2].items() if name != "accept"}
DOLLARS = {
    "text": "4",
    "start_char": 0,
    "end_char": 1,
    "value": "4",
    "unit": {"name": "dollar", "dimension": "currency"},
}

# what the prediction says instead of the label, and the fields that then do not agree
CASES = {
    "the same": ({}, set()),
    "attribution with its article": ({"attribution": span(TEXT, "board")}, set()),
    "attribution of somebody else": ({"attribution": span(TEXT, "RIGA")}, {"attribution"}),
    "no attribution": ({"attribution": None}, {"attribution"}),
    "subject of another": ({"subject": span(TEXT, "Latvia")}, {"subject"}),
    "baseline invented": ({"baseline": span(TEXT, "growers")}, {"baseline"}),
    "projected": ({"projected": True}, {"projected"}),
    "modifier": ({"quantity": {**ROW["quantity"], "modifier": "~"}}, {"modifier"}),
    "conversion invented": ({"quantity": {**ROW["quantity"], "equivalents": [DOLLARS]}}, {"equivalents"}),
}


@pytest.mark.parametrize("name", CASES)
def test_beside(name):
    changes, expected = CASES[name]
    label = label_of(GoldFact.model_validate(ROW), WORDING)
    (outcome,) = align("rye", [label], [Prediction.model_validate({**ROW, **changes})], Agreement(WORDING))
    assert outcome.status == "right"
    assert {field for field, fits in outcome.beside.items() if not fits} == expected
    assert set(outcome.beside) == set(BESIDE)
