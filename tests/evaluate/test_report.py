"""Tables, lists of errors, reports, comparisons and floors say what happened."""

from decimal import Decimal

import pytest

from extractor.evaluate.agree import Agreement
from extractor.evaluate.annotators import annotator_agreement
from extractor.evaluate.baseline import Baseline, floor_of, read_baseline, shortfalls, stale, write_baseline
from extractor.evaluate.compare import compare, read_report
from extractor.evaluate.confusions import Confusion, confusions
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.labels import label_of
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.report import as_json, error_lines, lines
from extractor.evaluate.score import score
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet
from gold_samples import TEXT, rye_facts

WORDING = Wording(RuleSet.load())
GOLD = [GoldFact.model_validate(row) for row in rye_facts()]


def guesses(*changes):
    """The labels as predictions with changes: (row, field, value), or (row,) to leave it out."""
    rows = {at: {k: v for k, v in row.items() if k != "accept"} for at, row in enumerate(rye_facts())}
    for at, *change in changes:
        if change:
            rows[at] = {**rows[at], change[0]: change[1]}
        else:
            del rows[at]
    return [Prediction.model_validate(row) for row in rows.values()]


def scored(predictions):
    labels = {"rye": [label_of(row, WORDING) for row in GOLD]}
    return score(labels, {"rye": predictions}, Agreement(WORDING), {"rye": "farming"})


def test_all_right():
    scores = scored(guesses())
    assert [outcome.status for outcome in scores.outcomes] == ["right"] * 3  # the fourth label is optional
    assert list(error_lines(scores.outcomes, {"rye": TEXT})) == []


def test_each_error_is_listed_with_its_sentence():
    extra = {**rye_facts()[0], "quantity": {"text": "May 3", "start_char": 23, "end_char": 28, "value": "3"}}
    scores = scored([*guesses((0, "direction", "down"), (1,)), Prediction.model_validate(extra)])
    listed = list(error_lines(scores.outcomes, {"rye": TEXT}))
    assert [line.split(" ")[0] for line in listed[::2]] == ["spurious", "wrong", "missed"]
    assert "kind: change down for change up" in listed[2]
    assert listed[3].strip() in " ".join(TEXT.split())
    assert "rose 5 percent" in listed[3]


def test_tables_name_every_group():
    text = "\n".join(lines(scored(guesses((1,))), {}))
    for name in ("whole", "comparison", "farming", "rye"):
        assert name in text


def test_confusions_are_counted():
    found = confusions(scored(guesses((0, "kind", "level"), (2, "region", None))).outcomes)
    assert Confusion("kind", "change up", "level up", 1) in found
    assert Confusion("region", "LT", "-", 1) in found
    assert len(found) == 2


def test_comparison_lists_gains_and_losses():
    old = as_json(scored(guesses((0, "direction", "down"))), {})
    new = as_json(scored(guesses((1, "region", {"name": "Mars", "type": "planet"}))), {})
    listed = list(compare(old, new))
    assert listed[0].startswith("+ was wrong    rye:")
    assert listed[1].startswith("- wrong    rye:")
    assert listed[-1] == "1 gained, 1 lost"


def test_comparison_counts_spurious_records_and_names_changed_labels():
    extra = Prediction.model_validate(
        {**rye_facts()[0], "quantity": {"text": "M", "start_char": 23, "end_char": 24, "value": "3"}}
    )
    before, after = as_json(scored(guesses()), {}), as_json(scored([*guesses(), extra]), {})
    assert list(compare(before, after))[-1] == "0 gained, 1 lost"
    assert list(compare(after, before))[-1] == "1 gained, 0 lost"
    before["facts"] = before["facts"][1:]
    assert list(compare(before, after))[-1] == "0 gained, 1 lost, 1 labels in one report only"


def test_comparison_with_itself_is_empty():
    report = as_json(scored(guesses((0,), (2, "kind", "level"))), {})
    assert list(compare(report, report)) == ["0 gained, 0 lost"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"facts": [1]}', '{"facts": [{"key": "a"}]}'])
def test_report_that_is_none(content, tmp_path):
    path = tmp_path / "old.json"
    path.write_text(content)
    findings = []
    assert read_report(path, findings) == {}
    assert [finding.allowed for finding in findings] == ["a report of evaluate --json"]


def test_floor_survives_the_file_and_finds_what_fell(tmp_path):
    high, low = (floor_of(scored(found).overall.counts, "g", "c") for found in (guesses(), guesses((0,))))
    path = tmp_path / "baseline.json"
    write_baseline(path, Baseline(splits={"dev": high}))
    read = read_baseline(path, []).splits["dev"]
    assert read == high
    assert shortfalls("dev", read, high) == []
    fallen = shortfalls("dev", read, low)
    assert [short.name for short in fallen][-1] == "whole"
    assert str(fallen[-1]) == "dev whole: F1 80.00; allowed: 100.00 and more"
    assert read.scores["whole"] == Decimal(100)


def test_floor_of_other_labels_is_stale():
    floor = floor_of(scored(guesses()).overall.counts, "gold hash", "corpus hash")
    other = floor.model_copy(update={"gold": "another"})
    assert stale("dev", floor, floor, "b.json") == []
    assert [str(finding) for finding in stale("dev", floor, other, "b.json")] == [
        "b.json: dev: gold has hash another; allowed: gold hash, or --pin"
    ]


@pytest.mark.parametrize("content", ["", "{}", '{"splits": {"dev": {}}}'])
def test_baseline_that_is_none(content, tmp_path):
    path = tmp_path / "baseline.json"
    path.write_text(content)
    findings = []
    read_baseline(path, findings)
    assert findings
    assert all(str(path) in str(finding) for finding in findings)


def test_annotators_agree_with_themselves():
    scores = annotator_agreement({"rye": GOLD, "oats": []}, {"rye": GOLD}, WORDING)
    assert list(scores.by_article) == ["rye"]
    assert scores.overall.counts.f1("whole") == 100


def test_second_annotator_may_use_what_the_first_accepts():
    second = [row.model_copy(update={"region": None}) if row.accept.region else row for row in GOLD]
    whole = [
        annotator_agreement({"rye": GOLD}, {"rye": second}, WORDING, alternatives=kept).overall.counts.hits["whole"]
        for kept in (True, False)
    ]
    assert whole == [3, 2]
