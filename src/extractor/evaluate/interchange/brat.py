"""brat's standoff form: ``<id>.txt`` with ``<id>.ann`` beside it, and the ``annotation.conf`` that brat asks for.

Lines (https://brat.nlplab.org/standoff.html): ``T1<tab>quantity 10 19<tab>5 percent`` a span, ``R1<tab>metric Arg1:T1
Arg2:T2`` a relation, ``A1<tab>kind T1 level`` an attribute with few values, ``#1<tab>AnnotatorNotes T1<tab>{...}`` the
other attributes. A span over a line break has fragments, ``10 14;15 19``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange.graph import QUANTITY, ROLES, Graph, Node, to_graph
from extractor.evaluate.interchange.label_rows import labels_of

_CHOICES = {
    "kind": ("level", "change", "comparison", "rank"),
    "direction": ("up", "down"),
    "relation": ("during", "as_of", "since", "until", "between"),
}
_FLAGS = ("projected", "optional")
_SPAN = re.compile(r"T(\S+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_RELATION = re.compile(r"R\S+\t(\S+) Arg1:T(\S+) Arg2:T(\S+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\S+\t(\S+) T(\S+)(?: (\S+))?\s*")
_NOTE = re.compile(r"#\S+\tAnnotatorNotes T(\S+)\t(.*)")


def write_brat(labels: Mapping[str, list[GoldFact]], texts: Mapping[str, str], folder: Path) -> None:
    """Write texts, annotations and the configuration."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "annotation.conf").write_text(_configuration(), encoding="utf-8", newline="\n")
    for doc_id, facts in labels.items():
        (folder / f"{doc_id}.txt").write_bytes(texts[doc_id].encode())
        (folder / f"{doc_id}.ann").write_bytes(_annotations(to_graph(facts), texts[doc_id]).encode())


def _configuration() -> str:
    sources = "\n".join(f"{role}\tArg1:{QUANTITY}, Arg2:{role}" for role in ROLES)
    choices = "\n".join(f"{name}\tArg:<ENTITY>, Value:{'|'.join(values)}" for name, values in _CHOICES.items())
    flags = "\n".join(f"{name}\tArg:{QUANTITY}" for name in _FLAGS)
    entities = "\n".join((QUANTITY, *ROLES))
    overlap = "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>"
    return (
        f"[entities]\n{entities}\n\n[relations]\n{overlap}\n{sources}\n\n[events]\n\n[attributes]\n{choices}\n{flags}\n"
    )


def _annotations(graph: Graph, text: str) -> str:
    lines, attributes = [], 0
    for node in graph.nodes.values():
        quoted = text[node.start : node.end].replace("\n", " ")
        lines.append(f"T{node.id}\t{node.label} {_fragments(node, text)}\t{quoted}")
    for number, (start, to, name) in enumerate(graph.relations, 1):
        lines.append(f"R{number}\t{name} Arg1:T{start} Arg2:T{to}")
    for node in graph.nodes.values():
        rest = {}
        for name, value in node.attributes.items():
            if value in _CHOICES.get(name, ()) or name in _FLAGS:
                attributes += 1
                lines.append(f"A{attributes}\t{name} T{node.id}" + ("" if name in _FLAGS else f" {value}"))
            else:
                rest[name] = value
        if rest:
            lines.append(f"#{node.id}\tAnnotatorNotes T{node.id}\t{json.dumps(rest, ensure_ascii=False)}")
    return "".join(line + "\n" for line in lines)


def _fragments(node: Node, text: str) -> str:
    """brat draws no span over a line break: each line is a fragment of its own."""
    places, at = [], node.start
    for part in text[node.start : node.end].split("\n"):
        if part:
            places.append(f"{at} {at + len(part)}")
        at += len(part) + 1
    return ";".join(places)


def read_brat(folder: Path, corpus: Corpus, findings: list[GoldError]) -> dict[str, list[GoldFact]]:
    """Labels of every ``.ann`` file; lines of other kinds (events, normalisations) are findings."""
    labels = {}
    for path in sorted(folder.glob("*.ann")):
        text = corpus.text_of(path.stem, str(path), findings)
        if text is None:
            continue
        try:
            content = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            findings.append(GoldError(f"cannot be read ({error})", allowed="UTF-8 text", where=str(path)))
            continue
        graph = _graph(content, text, str(path), findings)
        labels[path.stem] = labels_of(path.stem, graph, corpus, str(path), findings)
    return labels


def _graph(content: str, text: str, where: str, findings: list[GoldError]) -> Graph:
    graph = Graph()
    late = []
    for number, line in enumerate(content.split("\n"), 1):
        if span := _SPAN.fullmatch(line):
            ends = [int(end) for end in re.split(r"[ ;]", span[3])]
            graph.nodes[span[1]] = Node(span[1], span[2], ends[0], ends[-1])
            quoted = " ".join(text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True))
            if quoted != span[4]:
                found = f"span T{span[1]} reads {quoted!r}"
                findings.append(GoldError(found, allowed=repr(span[4]), where=f"{where}:{number}"))
        elif line.strip():
            late.append((f"{where}:{number}", line))
    for place, line in late:  # spans may stand after what refers to them
        if not _refer(graph, line):
            findings.append(
                GoldError(f"{line[:40]!r}", allowed="a span, relation, attribute or note of a span", where=place)
            )
    return graph


def _refer(graph: Graph, line: str) -> bool:
    """Take a line that refers to spans into the graph; false where it is none or refers to none."""
    if match := _RELATION.fullmatch(line):
        known = match[2] in graph.nodes and match[3] in graph.nodes
        graph.relations.extend([(match[2], match[3], match[1])] if known else [])
        return known
    if match := _ATTRIBUTE.fullmatch(line):
        target, update = match[2], {match[1]: match[3] or "true"}
    elif match := _NOTE.fullmatch(line):
        target, update = match[1], _note(match[2])
    else:
        return False
    if target in graph.nodes:
        graph.nodes[target].attributes.update(update)
    return target in graph.nodes


def _note(text: str) -> dict[str, str]:
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return {}  # a remark in words is no attribute
    return {str(name): str(value) for name, value in data.items()} if isinstance(data, dict) else {}
