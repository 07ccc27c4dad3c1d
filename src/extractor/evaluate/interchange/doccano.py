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

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import json_lines
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


def read_doccano(folder: Path, corpus: Corpus, findings: list[GoldError]) -> dict[str, list[GoldFact]]:
    """Labels of every ``.jsonl`` file of an export."""
    labels: dict[str, list[GoldFact]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        for where, data in json_lines(path, findings):
            doc_id = data.get("doc_id")
            if not isinstance(doc_id, str) or data.get("text") != corpus.texts.get(doc_id):
                found = f"text of {doc_id!r} is no article's"
                findings.append(GoldError(found, allowed="doc_id and text of an article", where=where))
                continue
            graph = _graph(data, where, findings)
            labels.setdefault(doc_id, []).extend(labels_of(doc_id, graph, corpus, where, findings))
    return labels


def _graph(data: dict[str, Any], where: str, findings: list[GoldError]) -> Graph:
    graph = Graph()
    known: dict[tuple[Any, ...], list[dict[str, str]]] = {}
    for row in data.get("attributes") or []:
        place = tuple(row.pop(key, None) for key in ("label", "start_offset", "end_offset"))
        known.setdefault(place, []).append({name: str(value) for name, value in row.items()})
    for row in data.get("entities") or []:
        try:
            node = Node(str(row["id"]), row["label"], int(row["start_offset"]), int(row["end_offset"]))
        except (KeyError, TypeError, ValueError):
            findings.append(GoldError(f"entity {row!r}", allowed="id, label, start_offset, end_offset", where=where))
            continue
        # Two facts on one span are two entities: each takes the next of the attributes noted for that span.
        waiting = known.get((node.label, node.start, node.end))
        node.attributes = waiting.pop(0) if waiting else {}
        graph.nodes[node.id] = node
    for row in data.get("relations") or []:
        ends = (str(row.get("from_id")), str(row.get("to_id"))) if isinstance(row, dict) else ("", "")
        if ends[0] in graph.nodes and ends[1] in graph.nodes:
            graph.relations.append((*ends, str(row.get("type"))))
        else:
            findings.append(GoldError(f"relation {row!r}", allowed="from_id and to_id of entities", where=where))
    return graph
