"""doccano's JSONL of relation extraction, one line for each article.

``{"text", "entities": [{"id", "label", "start_offset", "end_offset"}], "relations": [{"from_id", "to_id", "type"}]}``,
as in the example that doccano 1.8.4 shows on import. It keeps other keys as metadata of the text and writes them out
again: ``doc_id`` names the article, ``attributes`` holds what is normalised. Entities get new ids there, so attributes
are found again by label and offsets. The project has to allow overlapping spans, or doccano drops all but the first.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import checked, json_lines
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange.graph import Graph, Node, to_graph
from extractor.evaluate.interchange.label_rows import labels_of

FILE = "articles.jsonl"


def write_doccano(labels: Mapping[str, list[GoldFact]], texts: Mapping[str, str], folder: Path) -> None:
    """Write ``articles.jsonl``."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        json.dumps(_example(number, doc_id, to_graph(facts), texts[doc_id]), ensure_ascii=False) + "\n"
        for number, (doc_id, facts) in enumerate(labels.items(), 1)
    ]
    (folder / FILE).write_text("".join(lines), encoding="utf-8", newline="\n")


def _example(number: int, doc_id: str, graph: Graph, text: str) -> dict[str, Any]:
    base = number * 100_000  # ids are unique in a file, not only in an article
    nodes = graph.nodes.values()
    return {
        "text": text,
        "entities": [
            {"id": base + int(n.id), "label": n.label, "start_offset": n.start, "end_offset": n.end} for n in nodes
        ],
        "relations": [
            {"from_id": base + int(start), "to_id": base + int(to), "type": name} for start, to, name in graph.relations
        ],
        "doc_id": doc_id,
        "attributes": [{"label": n.label, "start_offset": n.start, "end_offset": n.end, **n.attributes} for n in nodes],
    }


class _Entity(BaseModel):
    id: int | str
    label: str
    start_offset: int
    end_offset: int

    def place(self) -> tuple[str, int, int]:
        return self.label, self.start_offset, self.end_offset


class _Attributes(_Entity):
    model_config = ConfigDict(extra="allow")
    id: int | str = ""


class _Relation(BaseModel):
    from_id: int | str
    to_id: int | str
    type: str


class _Example(BaseModel):
    """What is read of a line; doccano writes more."""

    doc_id: str
    text: str
    entities: list[_Entity] = Field(default_factory=list)
    relations: list[_Relation] = Field(default_factory=list)
    attributes: list[_Attributes] = Field(default_factory=list)


def read_doccano(folder: Path, corpus: Corpus, findings: list[GoldError]) -> dict[str, list[GoldFact]]:
    """Labels of every ``.jsonl`` file of an export."""
    labels: dict[str, list[GoldFact]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for where, data in json_lines(path, findings):
            example = checked(_Example, data, where, findings)
            if example is None:
                continue
            doc_id = example.doc_id
            if example.text != corpus.texts.get(doc_id):
                found = f"text of {doc_id!r} is no article's"
                findings.append(GoldError(found, allowed="doc_id and text of an article", where=where))
                continue
            graph = _graph(example, where, findings)
            labels.setdefault(doc_id, []).extend(labels_of(doc_id, graph, corpus, where, findings))
    return labels


def _graph(example: _Example, where: str, findings: list[GoldError]) -> Graph:
    graph = Graph()
    known: dict[tuple[str, int, int], list[dict[str, str]]] = {}
    for row in example.attributes:
        known.setdefault(row.place(), []).append({name: str(value) for name, value in (row.model_extra or {}).items()})
    for entity in example.entities:
        # Two facts on one span are two entities: each takes the next of the attributes noted for that span.
        waiting = known.get(entity.place())
        attributes = waiting.pop(0) if waiting else {}
        name = str(entity.id)
        graph.nodes[name] = Node(name, entity.label, entity.start_offset, entity.end_offset, attributes)
    for relation in example.relations:
        start, to = str(relation.from_id), str(relation.to_id)
        if start in graph.nodes and to in graph.nodes:
            graph.relations.append((start, to, relation.type))
        else:
            found = f"relation from {start} to {to}"
            findings.append(GoldError(found, allowed="ids of entities", where=where))
    return graph
