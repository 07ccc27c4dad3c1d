"""Every broken row is one finding with file, line, what was found and what is allowed; all of them in one run."""

import copy

import pytest

from extractor.evaluate.corpus import load_corpus, unlisted
from extractor.evaluate.gold import GoldFact, GoldMention
from extractor.evaluate.load import gold_files, load_gold
from extractor.evaluate.predictions import load_predictions
from gold_samples import TEXT, rye_facts, span, write_corpus, write_rows


@pytest.fixture
def corpus(tmp_path):
    findings = []
    loaded = load_corpus(write_corpus(tmp_path / "corpus", {"rye": TEXT, "oats": "Oats."}, {"oats": "test"}), findings)
    assert findings == []
    return loaded


def changed(**values):
    row = copy.deepcopy(rye_facts()[0])
    for path, value in values.items():
        *parents, last = path.split("__")
        target = row
        for name in parents:
            target = target[name]
        target[last] = value
    return row


# a row, what is found, what is allowed instead
BROKEN = {
    "offsets": (
        changed(quantity__start_char=1, quantity__end_char=10),
        "span 1:10 reads 'ye export'",
        "quote the article",
    ),
    "length": (changed(metric__end_char=200), "is not as long as its text", "quote the article"),
    "article": (changed(doc_id="barley"), "unknown article 'barley'", "an id of the manifest"),
    "no article": (changed(doc_id=None), "unknown article None", "an id of the manifest"),
    "kind": (changed(kind="total"), "kind: 'total'", "'level', 'change', 'comparison' or 'rank'"),
    "no number": (changed(quantity__value=None), "without value and without low and high", ""),
    "half a range": (changed(quantity__low="4"), "a range has both low and high", ""),
    "unknown field": (changed(place="Latvia"), "place: Extra inputs", "fields of gold/GUIDELINES.md"),
    "missing field": ({"doc_id": "rye", "kind": "level", "metric": None}, "quantity: Field required", "a value"),
    "accept of an unknown field": (changed(accept={"colour": ["red"]}), "accept.colour", "fields of"),
    "accept of no period": (changed(accept={"time": ["soon"]}), "'soon' is neither a TIMEX3 period", ""),
    "accept of no number": (changed(accept={"value": ["many"]}), "'many' is neither a decimal", ""),
    "accept of a number without end": (changed(accept={"value": ["NaN"]}), "'NaN' is neither a decimal", ""),
    "nested too deep": ("[" * 100_000, "not JSON", "a JSON object"),
    "not JSON": ('{"doc_id": "rye",', "not JSON", "a JSON object"),
    "no object": ("[1, 2]", "found list", "a JSON object"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_label(name, corpus, tmp_path):
    row, found, allowed = BROKEN[name]
    path = write_rows(tmp_path / "gold" / "rye.jsonl", [rye_facts()[1], row])
    findings = []
    rows = load_gold([path], corpus, findings, GoldFact)
    assert len(rows["rye"]) == 1
    assert [finding for finding in findings if found in finding.found and allowed in finding.allowed]
    assert {finding.where for finding in findings} == {f"{path}:2"}
    assert all("\n" not in str(finding) for finding in findings)


@pytest.mark.parametrize(
    ("quote", "value", "cut"),
    [
        ("4.3 million", "4300000", True),
        ("14.3 million", "14300000", False),
        ("200 growers", "200", True),
        ("1", "1", True),
    ],
)
def test_a_quantity_is_no_part_of_a_longer_number(quote, value, cut, corpus, tmp_path):
    path = write_rows(tmp_path / "r.jsonl", [changed(quantity={**span(TEXT, quote), "value": value})])
    findings = []
    load_gold([path], corpus, findings, GoldFact)
    assert ["cuts a number or word" in finding.found for finding in findings] == [True] * cut


def test_all_findings_in_one_run(corpus, tmp_path):
    rows = [row for row, _, _ in BROKEN.values()]
    path = write_rows(tmp_path / "gold" / "rye.jsonl", rows)
    findings = []
    load_gold([path], corpus, findings, GoldFact)
    assert {int(finding.where.rsplit(":", 1)[1]) for finding in findings} == set(range(1, len(rows) + 1))


def test_duplicate_names_the_first(corpus, tmp_path):
    path = write_rows(tmp_path / "gold" / "rye.jsonl", [*rye_facts(), rye_facts()[1]])
    findings = []
    load_gold([path], corpus, findings, GoldFact)
    assert [str(finding) for finding in findings] == [f"{path}:5: the same label as {path}:2; allowed: each fact once"]


def test_one_span_may_state_two_facts(corpus, tmp_path):
    twice = [changed(), changed(region={"name": "Lithuania", "code": "LT", "type": "country"})]
    findings = []
    assert len(load_gold([write_rows(tmp_path / "r.jsonl", twice)], corpus, findings, GoldFact)["rye"]) == 2
    assert findings == []


def test_label_in_the_folder_of_another_split(corpus, tmp_path):
    path = write_rows(tmp_path / "gold/test/rye.jsonl", rye_facts()[:1])
    findings = []
    load_gold([path], corpus, findings, GoldFact)
    assert list(map(str, findings)) == [f"{path}:1: 'rye' is an article of dev; allowed: dev/rye.jsonl"]


def test_files_of_a_split(tmp_path):
    for name in ("dev/a", "test/b", "mentions/c"):
        write_rows(tmp_path / f"{name}.jsonl", [])
    assert [path.stem for path in gold_files(tmp_path, "dev")] == ["a"]
    assert [path.stem for path in gold_files(tmp_path, "all")] == ["a", "b"]
    assert [path.stem for path in gold_files(tmp_path / "mentions", "dev")] == ["c"]


def test_mention_must_quote_the_article(corpus, tmp_path):
    good = {"doc_id": "rye", "layer": "region", "text": "RIGA", "start_char": 17, "end_char": 21}
    path = write_rows(tmp_path / "m.jsonl", [good, {**good, "start_char": 18, "end_char": 22}])
    findings = []
    assert len(load_gold([path], corpus, findings, GoldMention)["rye"]) == 1
    assert [finding.found for finding in findings] == ["span 18:22 reads 'IGA,'"]


def test_broken_predictions(corpus, tmp_path):
    good = {**rye_facts()[0], "id": "1", "rules": ["frames.rise"], "certainty": 0.5}
    bad = [{**good, "kind": "total"}, {**good, "doc_id": "barley"}, "{", {**good, "quantity": None}]
    path = write_rows(tmp_path / "p.jsonl", [good, *bad])
    findings = []
    predictions = load_predictions(path, corpus, findings)
    assert len(predictions.facts["rye"]) == 1
    assert {finding.where for finding in findings} == {f"{path}:{line}" for line in (2, 3, 4, 5)}


def test_predictions_that_cannot_be_read(corpus, tmp_path):
    findings = []
    load_predictions(tmp_path / "none.jsonl", corpus, findings)
    assert "cannot be read" in findings[0].found


def test_corpus_findings(tmp_path):
    folder = write_corpus(tmp_path, {"rye": TEXT, "oats": "Oats."})
    (folder / "rye.txt").write_text("Rye!")
    (folder / "oats.txt").unlink()
    (folder / "barley.txt").write_text("Barley.")
    manifest = folder / "manifest.jsonl"
    with manifest.open("a") as lines:
        lines.write('{"id": "hay"}\n' + manifest.read_text().splitlines()[0] + "\n")
    findings = []
    corpus = load_corpus(folder, findings)
    text = "\n".join(map(str, [*findings, *unlisted(folder, corpus)]))
    for expected in (
        "manifest.jsonl:1: sha256",
        "manifest.jsonl:2: oats.txt cannot be read",
        "manifest.jsonl:3: title: Field required",
        "manifest.jsonl:4: id 'rye' stands twice",
        "barley.txt: article is not in the manifest",
    ):
        assert expected in text
