"""Pairs, misses, spurious records, and labels that count neither way."""

import pytest

from extractor.evaluate.agree import Agreement
from extractor.evaluate.align import align
from extractor.evaluate.counts import count
from extractor.evaluate.labels import label_of
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet
from gold_samples import gold_fact, prediction

WORDING = Wording(RuleSet.load())
FIVE, SIX = {"value": "5", "metric": "rye"}, {"value": "6", "metric": "oats"}

# (labels, predictions) as (row, start, end), then the statuses in the order of the text
CASES = {
    "right": ([(FIVE, 0, 5)], [(FIVE, 0, 5)], ["right"]),
    "overlap is enough": ([(FIVE, 0, 5)], [(FIVE, 4, 9)], ["right"]),
    "touching is no overlap": ([(FIVE, 0, 5)], [(FIVE, 5, 9)], ["missed", "spurious"]),
    "wrong field": ([(FIVE, 0, 5)], [({**FIVE, "metric": "oats"}, 0, 5)], ["wrong"]),
    "missed": ([(FIVE, 0, 5)], [], ["missed"]),
    "spurious": ([], [(FIVE, 0, 5)], ["spurious"]),
    "two on one span, in the order that fits": (
        [(FIVE, 0, 5), (SIX, 0, 5)],
        [(SIX, 0, 5), (FIVE, 0, 5)],
        ["right"] * 2,
    ),
    "doubled record": ([(FIVE, 0, 5)], [(FIVE, 0, 5), (FIVE, 0, 5)], ["right", "spurious"]),
    "optional missed": ([({**FIVE, "optional": True}, 0, 5)], [], []),
    "optional found": ([({**FIVE, "optional": True}, 0, 5)], [(SIX, 0, 5)], []),
    "second on an optional span": ([({**FIVE, "optional": True}, 0, 5)], [(FIVE, 0, 5), (SIX, 0, 5)], []),
    "label that counts is served first": (
        [({**FIVE, "optional": True}, 0, 5), (FIVE, 0, 5)],
        [(FIVE, 0, 5)],
        ["right"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_statuses(name):
    gold, found, statuses = CASES[name]
    labels = [label_of(gold_fact(row, start=start, end=end), WORDING) for row, start, end in gold]
    guesses = [prediction(row, start=start, end=end) for row, start, end in found]
    outcomes = align("a", labels, guesses, Agreement(WORDING))
    assert [outcome.status for outcome in outcomes] == statuses


def test_a_field_counts_only_with_the_value():
    label = label_of(gold_fact({"value": "5", "metric": "rye"}), WORDING)
    counts = count(align("a", [label], [prediction({"value": "7", "metric": "rye"})], Agreement(WORDING)))
    assert {name for name, hits in counts.hits.items() if hits} == {"detection"}
