"""Label Studio's JSON of tasks with annotations, and the labelling configuration for them.

A task is ``{"data": {...}, "annotations": [{"result": [...]}]}`` (https://labelstud.io/guide/tasks and
https://labelstud.io/guide/export). In ``result`` a span is a row of type ``labels``; its attributes are rows with the
same ``id``, of type ``choices`` or ``textarea``; a relation is a row of type ``relation``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, Field

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import checked
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange.graph import QUANTITY, ROLES, Graph, Node, to_graph
from extractor.evaluate.interchange.label_rows import labels_of

TASKS, CONFIGURATION = "tasks.json", "labeling.xml"
_KINDS = ("level", "change", "comparison", "rank")
_DIRECTIONS = ("up", "down")


def configuration() -> str:
    """The labelling configuration: labels, relations, kind and direction as choices, all else as one note."""
    labels = "\n".join(f'    <Label value="{name}"/>' for name in (QUANTITY, *ROLES))
    relations = "\n".join(f'    <Relation value="{name}"/>' for name in ROLES)

    def choices(name: str, values: tuple[str, ...]) -> str:
        options = "".join(f'<Choice value="{value}"/>' for value in values)
        only = f'perRegion="true" whenTagName="label" whenLabelValue="{QUANTITY}"'
        return f'  <Choices name="{name}" toName="text" choice="single" {only}>{options}</Choices>\n'

    return (
        f'<View>\n  <Labels name="label" toName="text">\n{labels}\n  </Labels>\n'
        f"  <Relations>\n{relations}\n  </Relations>\n"
        f'  <Text name="text" value="$text"/>\n{choices("kind", _KINDS)}{choices("direction", _DIRECTIONS)}'
        '  <TextArea name="attributes" toName="text" perRegion="true" editable="true"/>\n</View>\n'
    )


def write_label_studio(labels: Mapping[str, list[GoldFact]], texts: Mapping[str, str], folder: Path) -> None:
    """Write ``tasks.json`` and ``labeling.xml``."""
    folder.mkdir(parents=True, exist_ok=True)
    tasks = [
        {
            "data": {"text": texts[doc_id], "doc_id": doc_id},
            "annotations": [{"result": list(_results(to_graph(facts), texts[doc_id]))}],
        }
        for doc_id, facts in labels.items()
    ]
    (folder / TASKS).write_text(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    (folder / CONFIGURATION).write_text(configuration(), encoding="utf-8", newline="\n")


def _results(graph: Graph, text: str) -> Iterator[dict[str, Any]]:
    for node in graph.nodes.values():
        place = {"start": node.start, "end": node.end}

        def result(name: str, kind: str, value: dict[str, Any], name_id: str = node.id) -> dict[str, Any]:
            return {"id": f"s{name_id}", "from_name": name, "to_name": "text", "type": kind, "value": value}

        yield result("label", "labels", {**place, "text": text[node.start : node.end], "labels": [node.label]})
        rest = dict(node.attributes)
        for name in ("kind", "direction"):
            if name in rest:
                yield result(name, "choices", {**place, "choices": [rest.pop(name)]})
        if rest:
            yield result("attributes", "textarea", {**place, "text": [json.dumps(rest, ensure_ascii=False)]})
    for start, to, name in graph.relations:
        yield {"from_id": f"s{start}", "to_id": f"s{to}", "type": "relation", "direction": "right", "labels": [name]}


class _Value(BaseModel):
    start: int = -1
    end: int = -1
    labels: list[str] = Field(default_factory=list)
    choices: list[str] = Field(default_factory=list)
    text: str | list[str] = ""


class _Result(BaseModel):
    type: str
    id: str = ""
    from_name: str = ""
    from_id: str = ""
    to_id: str = ""
    labels: list[str] = Field(default_factory=list)
    value: _Value = Field(default_factory=_Value)


class _Annotation(BaseModel):
    result: list[_Result]
    was_cancelled: bool = False


class _Task(BaseModel):
    """What is read of a task; Label Studio writes much more."""

    data: dict[str, Any]
    annotations: list[_Annotation]


def read_label_studio(folder: Path, corpus: Corpus, findings: list[GoldError]) -> dict[str, list[GoldFact]]:
    """Labels of every ``.json`` file of an export; each task has one annotation."""
    labels: dict[str, list[GoldFact]] = {}
    for path in sorted(folder.glob("*.json")):
        for where, task in _tasks(path, findings):
            doc_id, text = str(task.data.get("doc_id")), task.data.get("text")
            if text is None or text != corpus.texts.get(doc_id):
                found = f"text of {doc_id!r} is no article's"
                findings.append(GoldError(found, allowed="doc_id and text of an article", where=where))
                continue
            kept = [annotation for annotation in task.annotations if not annotation.was_cancelled]
            if len(kept) != 1:
                findings.append(GoldError(f"{len(kept)} annotations", allowed="one for each task", where=where))
                continue
            graph = _graph(kept[0].result, corpus.texts[doc_id], where, findings)
            labels.setdefault(doc_id, []).extend(labels_of(doc_id, graph, corpus, where, findings))
    return labels


def _tasks(path: Path, findings: list[GoldError]) -> Iterator[tuple[str, _Task]]:
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        findings.append(GoldError(f"cannot be read ({error})", allowed="a JSON export", where=str(path)))
        return
    if not isinstance(tasks, list):
        findings.append(GoldError(f"found {type(tasks).__name__}", allowed="a list of tasks", where=str(path)))
        return
    for number, data in enumerate(tasks, 1):
        where = f"{path} (task {number})"
        task = checked(_Task, data, where, findings)
        if task is not None:
            yield where, task


def _graph(results: list[_Result], text: str, where: str, findings: list[GoldError]) -> Graph:
    graph = Graph()
    for row in results:
        if row.type == "labels":
            value = row.value
            graph.nodes[row.id] = Node(row.id, "".join(value.labels[:1]), value.start, value.end)
            quoted = text[max(value.start, 0) : max(value.end, 0)]
            if isinstance(value.text, str) and value.text and value.text != quoted:
                found = f"span {row.id} {value.start}:{value.end} reads {quoted!r}"
                findings.append(GoldError(found, allowed=repr(value.text), where=where))
    for row in results:
        if row.type == "relation" and row.from_id in graph.nodes and row.to_id in graph.nodes:
            graph.relations.append((row.from_id, row.to_id, "".join(row.labels[:1])))
        elif row.type == "relation":
            found = f"relation from {row.from_id!r} to {row.to_id!r}"
            findings.append(GoldError(found, allowed="ids of spans", where=where))
        elif row.type != "labels" and row.id in graph.nodes:
            graph.nodes[row.id].attributes.update(_attributes(row, where, findings))
    return graph


def _attributes(row: _Result, where: str, findings: list[GoldError]) -> dict[str, str]:
    if row.type == "choices":
        return {row.from_name: "".join(row.value.choices[:1])}
    try:
        data = json.loads("".join(row.value.text) or "{}")
    except (ValueError, RecursionError):
        data = None
    if not isinstance(data, dict):
        findings.append(GoldError(f"attributes of {row.id}", allowed="a JSON object", where=where))
        return {}
    return {str(name): str(item) for name, item in data.items()}
