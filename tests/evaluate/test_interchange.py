"""Labels go to other tools and come back; what the tools would refuse is never written."""

import json
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.evaluate.corpus import load_corpus
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange import FORMATS
from extractor.evaluate.interchange.graph import QUANTITY, ROLES, to_graph
from extractor.evaluate.interchange.rows import write_rows as write_labels
from gold_samples import TEXT, rye_facts, span, write_corpus, write_rows

FACTS = [GoldFact.model_validate(row, context={"article": TEXT}) for row in rye_facts()]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    return load_corpus(write_corpus(tmp_path_factory.mktemp("c") / "corpus", {"rye": TEXT, "oats": "No numbers."}), [])


def there_and_back(form, labels, corpus, folder):
    read, write = FORMATS[form]
    findings = []
    write(labels, corpus.texts, folder)
    back = read(folder, corpus, findings)
    assert list(map(str, findings)) == []
    return back


@pytest.mark.parametrize("form", FORMATS)
def test_round_trip(form, corpus, tmp_path):
    labels = {"oats": [], "rye": FACTS}
    assert there_and_back(form, labels, corpus, tmp_path) == labels


@st.composite
def any_fact(draw):
    """A label over arbitrary spans of the article, several to a span, over line breaks too."""

    words = [match.span() for match in re.finditer(r"\S*\w", TEXT)]

    def a_span():
        first = draw(st.integers(0, len(words) - 1))
        last = draw(st.integers(first, min(first + 4, len(words) - 1)))
        start, end = words[first][0], words[last][1]
        return {"text": TEXT[start:end], "start_char": start, "end_char": end}

    maybe = st.sampled_from([True, False])
    row = {
        "doc_id": "rye",
        "kind": draw(st.sampled_from(["level", "change"])),
        "quantity": {**a_span(), "value": "2.50"},
    }
    row["metric"] = {**a_span(), "key": draw(st.sampled_from([None, "rye export"])), "inherited": draw(maybe)}
    if draw(maybe):
        row["quantity"]["unit"] = {"name": "euro", "dimension": "currency", "per": {"value": "100", "name": "head"}}
        row["quantity"]["equivalents"] = [{**a_span(), "low": "1", "high": "2", "modifier": "~"}]
        row["direction"] = "down"
    if draw(maybe):
        place = a_span() if draw(maybe) else {}
        row["region"] = {
            **place,
            "name": "Baltic states",
            "type": "bloc",
            "members": ["EE", "LV"],
            "inherited": not place,
        }
        row["time"] = {**place, "start": "2023-01-01", "end": "2023-03-31", "relation": "since", "inherited": not place}
        row["optional"], row["attribution"], row["projected"] = True, a_span(), True
        row["accept"] = {"time": [None, "2023"], "metric": ['rye; oats | "hay"']}
    return GoldFact.model_validate(row, context={"article": TEXT})


@pytest.mark.parametrize("form", ["label-studio", "brat", "doccano"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(facts=st.lists(any_fact(), min_size=1, max_size=4, unique_by=lambda fact: fact.model_dump_json()))
def test_no_span_or_value_is_lost(form, facts, corpus, tmp_path):
    back = there_and_back(form, {"rye": facts}, corpus, tmp_path)["rye"]
    assert [fact.model_dump() for fact in back] == [fact.model_dump() for fact in facts]


def test_facts_share_the_spans_of_their_roles():
    graph = to_graph(FACTS)
    quantities = [node for node in graph.nodes.values() if node.label == QUANTITY]
    metrics = [node for node in graph.nodes.values() if node.label == "metric"]
    assert (len(quantities), len(metrics)) == (4, 2)


def test_brat_lines_follow_its_standoff_form(corpus, tmp_path):
    """https://brat.nlplab.org/standoff.html: what each kind of line looks like, and that text and offsets agree."""
    FORMATS["brat"][1]({"rye": FACTS}, corpus.texts, tmp_path)
    text = (tmp_path / "rye.txt").read_bytes().decode()
    assert text == TEXT
    spans = set()
    for line in (tmp_path / "rye.ann").read_text(encoding="utf-8").splitlines():
        if match := re.fullmatch(r"(T\d+)\t([a-zA-Z_-]+) ((?:\d+ \d+)(?:;\d+ \d+)*)\t(.+)", line):
            parts = [tuple(map(int, part.split())) for part in match[3].split(";")]
            assert " ".join(text[start:end] for start, end in parts) == match[4]
            spans.add(match[1])
        elif match := re.fullmatch(r"R\d+\t([a-zA-Z_-]+) Arg1:(T\d+) Arg2:(T\d+)", line):
            assert match[1] in ROLES
            assert {match[2], match[3]} <= spans
        elif match := re.fullmatch(r"A\d+\t[a-zA-Z_-]+ (T\d+)(?: [a-zA-Z_-]+)?", line):
            assert match[1] in spans
        else:
            match = re.fullmatch(r"#\d+\tAnnotatorNotes (T\d+)\t(.+)", line)
            assert match
            assert match[1] in spans
    sections = re.findall(r"^\[(\w+)\]$", (tmp_path / "annotation.conf").read_text(), re.MULTILINE)
    assert sections == ["entities", "relations", "events", "attributes"]


def test_brat_draws_no_span_over_a_line_break(corpus, tmp_path):
    broken = FACTS[0].model_copy(update={"attribution": FACTS[0].quantity.model_validate(span(TEXT, "rise\nRIGA"))})
    FORMATS["brat"][1]({"rye": [broken]}, corpus.texts, tmp_path)
    assert "attribution 12 16;17 21\trise RIGA\n" in (tmp_path / "rye.ann").read_text()


def test_doccano_lines_follow_its_import_form(corpus, tmp_path):
    """The keys of doccano's own example of relation extraction, and what its import insists on."""
    FORMATS["doccano"][1]({"rye": FACTS, "oats": []}, corpus.texts, tmp_path)
    examples = [json.loads(line) for line in (tmp_path / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [example["text"] for example in examples] == [TEXT, "No numbers."]
    ids = [entity["id"] for example in examples for entity in example["entities"]]
    assert len(set(ids)) == len(ids) > 0
    for entity in examples[0]["entities"]:
        assert set(entity) == {"id", "label", "start_offset", "end_offset"}
        assert 0 <= entity["start_offset"] < entity["end_offset"] <= len(TEXT)
    for relation in examples[0]["relations"]:
        assert set(relation) == {"from_id", "to_id", "type"}
        assert {relation["from_id"], relation["to_id"]} <= set(ids)


def test_doccano_may_renumber_entities(corpus, tmp_path):
    read, write = FORMATS["doccano"]
    write({"rye": FACTS}, corpus.texts, tmp_path)
    path = tmp_path / "articles.jsonl"
    example = json.loads(path.read_text(encoding="utf-8"))
    new = {entity["id"]: 7000 - at for at, entity in enumerate(example["entities"])}
    for entity in example["entities"]:
        entity["id"] = new[entity["id"]]
    for relation in example["relations"]:
        relation["from_id"], relation["to_id"] = new[relation["from_id"]], new[relation["to_id"]]
    write_rows(path, [example])
    assert read(tmp_path, corpus, [])["rye"] == FACTS


def test_label_studio_tasks_follow_its_import_form(corpus, tmp_path):
    """https://labelstud.io/guide/tasks and /guide/predictions: names of the configuration, spans of the text."""
    FORMATS["label-studio"][1]({"rye": FACTS}, corpus.texts, tmp_path)
    config = (tmp_path / "labeling.xml").read_text()
    names = set(re.findall(r' name="(\w+)"', config))
    assert set(re.findall(r'toName="(\w+)"', config)) == {"text"} <= names
    (task,) = json.loads((tmp_path / "tasks.json").read_text(encoding="utf-8"))
    rows = task["annotations"][0]["result"]
    spans = {row["id"]: row["value"] for row in rows if row["type"] == "labels"}
    values = set(re.findall(r'<Label value="(\w+)"', config))
    assert all(TEXT[value["start"] : value["end"]] == value["text"] for value in spans.values())
    assert {label for value in spans.values() for label in value["labels"]} <= values
    for row in rows:
        if row["type"] == "relation":
            assert {row["from_id"], row["to_id"]} <= spans.keys()
            assert set(row["labels"]) <= set(re.findall(r'<Relation value="(\w+)"', config))
        else:
            assert row["from_name"] in names
            assert row["to_name"] == "text"
            assert row["id"] in spans


def label_studio(row):
    """A task for the article with one row of results."""
    return json.dumps([{"data": {"doc_id": "rye", "text": TEXT}, "annotations": [{"result": [row]}]}])


# form, file, content; the finding
BAD = {
    "brat: no known article": ("brat", "hay.ann", "", "unknown article 'hay'"),
    "brat: an event": ("brat", "rye.ann", "E1\trise:T1\n", "'E1\\trise:T1'"),
    "brat: relation to nothing": ("brat", "rye.ann", "T1\tmetric 0 3\tRye\nR1\tmetric Arg1:T1 Arg2:T9\n", "R1"),
    "brat: unknown label": ("brat", "rye.ann", "T1\tcolour 0 3\tRye\n", "label 'colour'"),
    "brat: quantity without kind": ("brat", "rye.ann", "T1\tquantity 0 3\tRye\n", "kind: None"),
    "doccano: text changed": (
        "doccano",
        "x.jsonl",
        '{"doc_id": "rye", "text": "Rye."}',
        "text of 'rye' is no article's",
    ),
    "brat: offsets": ("brat", "rye.ann", "T1\tmetric 4 11\tRye\n", "span T1 reads 'exports'; allowed: 'Rye'"),
    "doccano: entity without end": (
        "doccano",
        "x.jsonl",
        json.dumps({"doc_id": "rye", "text": TEXT, "entities": [{"id": 1, "label": "metric", "start_offset": 1}]}),
        "entities.0.end_offset: Field required",
    ),
    "doccano: relation to nothing": (
        "doccano",
        "x.jsonl",
        json.dumps({"doc_id": "rye", "text": TEXT, "relations": [{"from_id": 1, "to_id": 2, "type": "metric"}]}),
        "relation from 1 to 2",
    ),
    "label-studio: offsets": (
        "label-studio",
        "x.json",
        label_studio(
            {"type": "labels", "id": "a", "value": {"start": 4, "end": 11, "text": "Rye", "labels": ["metric"]}}
        ),
        "span a 4:11 reads 'exports'; allowed: 'Rye'",
    ),
    "label-studio: relation to nothing": (
        "label-studio",
        "x.json",
        label_studio({"type": "relation", "from_id": "a", "to_id": "b"}),
        "relation from 'a' to 'b'",
    ),
    "label-studio: result without type": ("label-studio", "x.json", label_studio({"id": "a"}), "type: Field required"),
    "label-studio: no list": ("label-studio", "x.json", "{}", "found dict"),
    "label-studio: no JSON": ("label-studio", "x.json", "[", "cannot be read"),
    "label-studio: two annotations": (
        "label-studio",
        "x.json",
        json.dumps([{"data": {"doc_id": "oats", "text": "No numbers."}, "annotations": [{"result": []}] * 2}]),
        "2 annotations",
    ),
    "quotes: not in the article": ("quotes", "rye.jsonl", '{"q": "9 percent"}', "q: '9 percent' no. 1"),
    "quotes: number too high": (
        "quotes",
        "rye.jsonl",
        '{"q": "5 percent", "n": 3}',
        "q: '5 percent' no. 3; allowed: 1 to 2",
    ),
    "quotes: unknown key": ("quotes", "rye.jsonl", '{"q": "5 percent", "where": "Riga"}', "where: no such key"),
    "quotes: metric in other words": ("quotes", "rye.jsonl", '{"q": "5 percent", "metric": "hay"}', "metric: 'hay'"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input(name, corpus, tmp_path):
    form, file, content, expected = BAD[name]
    (tmp_path / file).write_text(content, encoding="utf-8")
    findings = []
    FORMATS[form][0](tmp_path, corpus, findings)
    assert any(expected in str(finding) and file.split(".")[0] in str(finding) for finding in findings)


def test_rows_are_written_in_the_order_of_the_text(tmp_path):
    (path,) = write_labels({"rye": FACTS[::-1]}, tmp_path)
    starts = [json.loads(line)["quantity"]["start_char"] for line in path.read_text(encoding="utf-8").splitlines()]
    assert starts == sorted(starts)
