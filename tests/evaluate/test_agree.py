"""Which differences between a prediction and a label count."""

import json
from pathlib import Path

import pytest

from extractor.evaluate.agree import FIELDS, Agreement
from extractor.evaluate.labels import label_of
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet
from gold_samples import gold_fact, prediction

CASES = [json.loads(line) for line in (Path(__file__).parent / "cases/agree.jsonl").read_text().splitlines()]
WORDING = Wording(RuleSet.load())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_field(case):
    label, guess = label_of(gold_fact(case["gold"]), WORDING), prediction(case["guess"])
    assert Agreement(WORDING).fields(label, guess)[case["field"]] is case["agrees"]


def test_cases_are_whole_and_a_fifth_negative():
    assert len(CASES) == 53
    assert len({case["id"] for case in CASES}) == len(CASES)
    assert {case["field"] for case in CASES} == set(FIELDS)
    assert sum(not case["agrees"] for case in CASES) * 5 >= len(CASES)


def test_label_without_words_lets_any_metric_pass():
    label = label_of(gold_fact({}), WORDING)
    assert Agreement(WORDING).metric(label, prediction({"metric": "exports"}))
