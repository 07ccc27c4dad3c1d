"""From spans and relations back to checked labels, the same for every tool."""

from __future__ import annotations

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange.graph import QUANTITY, ROLES, Graph, to_rows
from extractor.evaluate.load import check_row


def labels_of(doc_id: str, graph: Graph, corpus: Corpus, where: str, findings: list[GoldError]) -> list[GoldFact]:
    """The labels of one article; a span or relation that has no meaning here is a finding."""
    for node in graph.nodes.values():
        if node.label != QUANTITY and node.label not in ROLES:
            allowed = ", ".join((QUANTITY, *ROLES))
            findings.append(GoldError(f"span {node.id}: label {node.label!r}", allowed=allowed, where=where))
    for start, to, name in graph.relations:
        source, target = graph.nodes[start], graph.nodes[to]
        if name not in ROLES or source.label != QUANTITY or target.label != name:
            found = f"relation {name!r} from {source.label} {start} to {target.label} {to}"
            findings.append(GoldError(found, allowed="a role, from a quantity to its span", where=where))
    labels = []
    for name, data in to_rows(graph, corpus.texts[doc_id]):
        label = check_row({"doc_id": doc_id, **data}, f"{where} (quantity {name})", corpus, findings, GoldFact)
        if label is not None:
            labels.append(label)
    return labels
