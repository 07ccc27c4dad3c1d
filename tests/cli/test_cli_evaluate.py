"""``extractor evaluate`` and ``extractor gold`` as a user runs them."""

import json
import re

import pytest
from typer.testing import CliRunner

from extractor.cli import app
from gold_samples import TEXT, rye_facts, write_corpus, write_rows

FACTS = [{name: value for name, value in row.items() if name != "accept"} for row in rye_facts()]


@pytest.fixture
def place(tmp_path):
    """A corpus of two articles, labels for both, and predictions that are all right."""
    write_corpus(tmp_path / "corpus", {"rye": TEXT, "oats": TEXT}, {"oats": "test"})
    write_rows(tmp_path / "gold/dev/rye.jsonl", rye_facts())
    write_rows(tmp_path / "gold/test/oats.jsonl", [{**row, "doc_id": "oats"} for row in rye_facts()])
    write_rows(tmp_path / "right.jsonl", [{**row, "doc_id": name} for row in FACTS for name in ("rye", "oats")])
    write_rows(tmp_path / "worse.jsonl", [{**row, "doc_id": name} for row in FACTS[1:] for name in ("rye", "oats")])
    return tmp_path


def run(place, *words, status=0):
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == status, result.output
    return result.output


def evaluate(place, *words, predictions="right.jsonl", status=0):
    base = ["evaluate", "--gold", place / "gold", "--corpus", place / "corpus"]
    return run(place, *base, "--predictions", place / predictions, *words, status=status)


def test_table(place):
    assert re.search(r"^whole +100\.0 +100\.0 +100\.0 ", evaluate(place), re.MULTILINE)


@pytest.mark.parametrize(("split", "size"), [("dev", 3), ("test", 3), ("all", 6)])
def test_split(split, size, place):
    assert f"{size} labels, {size} predictions" in evaluate(place, "--split", split)


def test_pipeline_is_scored_without_predictions(place):
    output = run(place, "evaluate", "--gold", place / "gold", "--corpus", place / "corpus", "--json")
    assert json.loads(output)["overall"]["gold"] == 3


def test_errors_are_listed(place):
    output = evaluate(place, "--errors", predictions="worse.jsonl")
    assert "missed   rye:70-79 change up | 5 | percent | Exports of rye | LV | 2023" in output


def test_compare(place):
    (place / "old.json").write_text(evaluate(place, "--json", predictions="worse.jsonl"), encoding="utf-8")
    output = evaluate(place, "--compare", place / "old.json")
    assert output.splitlines()[-1] == "1 gained, 0 lost"


def test_html(place):
    evaluate(place, "--html", place / "page.html", predictions="worse.jsonl")
    page = (place / "page.html").read_text(encoding="utf-8")
    assert '<mark class="missed"' in page
    assert "&quot;a fair year&quot;" in page


def test_gate_holds_and_fails(place):
    evaluate(place, "--pin")
    assert evaluate(place, "--gate").count("whole-fact F1 100.00, floor 100.00") == 2
    assert "test whole: F1 80.00; allowed: 100.00 and more" in evaluate(
        place, "--gate", predictions="worse.jsonl", status=1
    )


def test_gate_notices_other_labels(place):
    evaluate(place, "--pin", "--split", "dev")
    write_rows(place / "gold/dev/rye.jsonl", rye_facts()[:2])
    write_rows(place / "right.jsonl", FACTS[:2])
    assert "gold has hash" in evaluate(place, "--gate", "--split", "dev", status=2)


def test_gate_without_floor(place):
    assert "cannot be read" in evaluate(place, "--gate", status=2)
    evaluate(place, "--pin", "--split", "dev")
    assert "no floor for 'test'" in evaluate(place, "--gate", "--split", "test", status=2)


def test_a_floor_is_lowered_only_with_a_reason_of_the_changelog(place):
    evaluate(place, "--pin")
    floors = (place / "gold/baseline.json").read_text()
    log = place / "CHANGELOG.md"
    worse = {"predictions": "worse.jsonl", "status": 2}
    evaluate(place, "--pin", **worse)
    evaluate(place, "--pin", "--accept-lower", "ranks are harder", "--changelog", log, **worse)
    log.write_text("Nothing.\n")
    evaluate(place, "--pin", "--accept-lower", "ranks are harder", "--changelog", log, **worse)
    assert (place / "gold/baseline.json").read_text() == floors
    log.write_text("- Floors fell: ranks are harder.\n")
    evaluate(place, "--pin", "--accept-lower", "ranks are harder", "--changelog", log, predictions="worse.jsonl")
    evaluate(place, "--gate", predictions="worse.jsonl")


def test_agreement(place):
    write_rows(place / "gold/second/rye.jsonl", FACTS[1:])
    output = run(place, "evaluate", "--agreement", "--gold", place / "gold", "--corpus", place / "corpus")
    assert output.count("1 articles, 3 labels, 2 predictions") == 2


def test_agreement_without_second_labels(place):
    output = run(place, "evaluate", "--agreement", "--gold", place / "gold", "--corpus", place / "corpus", status=2)
    assert "no labels of a second annotator" in output


def test_bad_input_in_one_run_and_nothing_scored(place):
    write_rows(place / "gold/dev/rye.jsonl", [*rye_facts(), {**rye_facts()[0], "kind": "total"}, "{"])
    write_rows(place / "right.jsonl", [FACTS[0], "[]", {**FACTS[0], "doc_id": "hay"}])
    output = evaluate(place, status=2)
    assert [line.split(": ")[0].rsplit("/", 1)[-1] for line in output.splitlines()[:-1]] == [
        "rye.jsonl:5",
        "rye.jsonl:6",
        "right.jsonl:2",
        "right.jsonl:3",
    ]
    assert output.splitlines()[-1] == "4 findings; nothing was scored or written"


def test_articles_that_are_left_out_are_named(place):
    write_rows(place / "half.jsonl", [{**row, "doc_id": "oats"} for row in FACTS])
    (place / "gold/dev/rye.jsonl").rename(place / "gold/dev/other.jsonl")
    assert "without predictions, all missed: rye" in evaluate(place, predictions="half.jsonl")
    (place / "gold/dev/other.jsonl").rename(place / "rye.jsonl")
    assert "without labels, not scored: rye" in evaluate(place, "--split", "all")


def test_empty_split(place):
    (place / "gold/test/oats.jsonl").write_text("")
    assert "no labels in split 'test'" in evaluate(place, "--split", "test", status=2)


def test_gold_check(place):
    output = run(place, "gold", "check", place / "gold", "--corpus", place / "corpus")
    assert output.splitlines()[0] == "8 facts in 2 articles"


@pytest.mark.parametrize("form", ["quotes", "label-studio", "brat", "doccano"])
def test_export_and_import(form, place):
    there, back, corpus = place / "there", place / "back", ["--corpus", place / "corpus"]
    run(place, "gold", "export", place / "gold/dev", "--format", form, "--out", there, *corpus)
    run(place, "gold", "import", there, "--format", form, "--out", back, *corpus)
    again = place / "again"
    run(place, "gold", "import", there, "--format", form, "--out", again, *corpus)
    assert len((back / "rye.jsonl").read_text(encoding="utf-8").splitlines()) == 4
    assert (back / "rye.jsonl").read_bytes() == (again / "rye.jsonl").read_bytes()


def test_import_of_nothing(place):
    (place / "empty").mkdir()
    words = ["gold", "import", place / "empty", "--format", "brat", "--out", place / "x", "--corpus", place / "corpus"]
    assert "no brat labels" in run(place, *words, status=2)
    assert not (place / "x").exists()


def test_import_of_the_same_fact_twice(place):
    row = {"q": "15 million euros", "kind": "level", "value": "15000000", "metric": "Exports of rye"}
    write_rows(place / "quotes/rye.jsonl", [row, row])
    words = ["gold", "import", place / "quotes", "--format", "quotes", "--out", place / "x"]
    output = run(place, *words, "--corpus", place / "corpus", status=2)
    assert "rye: '15 million euros' at 83 is the same fact twice; allowed: each fact once" in output
    assert not (place / "x").exists()
