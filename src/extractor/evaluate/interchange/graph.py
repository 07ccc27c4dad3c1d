"""Labels as labelling tools think of them: spans with attributes, and relations between spans.

A fact is its quantity's span; ``metric``, ``subject``, ``region``, ``time``, ``baseline``, ``attribution`` and
``equivalent`` are spans that relations of the same name lead to. What is normalised (value, unit, code, period) is an
attribute, a string, of the span it belongs to; a region or time that the article only implies lies on the quantity, as
``region_code`` and so on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extractor.evaluate.gold import GoldFact, per_reading
from extractor.evaluate.locate import sentence_of
from extractor.records import Amount, OptionalSpan, Span, plain

QUANTITY = "quantity"
ROLES = ("metric", "subject", "region", "time", "baseline", "attribution", "equivalent")
"""Labels of spans that a quantity leads to, and names of the relations that do."""

_LINKED = ("metric", "subject", "region", "time")
_INHERITED = "inherited"
_FLAGS = ("projected", "optional")


@dataclass(slots=True)
class Node:
    """A labelled span."""

    id: str
    label: str
    start: int
    end: int
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Graph:
    """The spans and relations of one article; a relation is (from, to, name)."""

    nodes: dict[str, Node] = field(default_factory=dict)
    relations: list[tuple[str, str, str]] = field(default_factory=list)


def to_graph(facts: list[GoldFact]) -> Graph:
    """Labels as spans and relations. Facts that share a metric, region or time share its span."""
    graph = Graph()
    shared: dict[tuple[object, ...], str] = {}
    for fact in facts:
        quantity = _add(graph, QUANTITY, fact.quantity, _quantity_attributes(fact))
        for role, span, attributes in _role_spans(fact):
            key = (role, span.start_char, span.end_char, *sorted(attributes.items()))
            if key not in shared:
                shared[key] = _add(graph, role, span, attributes)
            graph.relations.append((quantity, shared[key], role))
    return graph


def _add(graph: Graph, label: str, span: Span | OptionalSpan, attributes: Mapping[str, str]) -> str:
    name = str(len(graph.nodes) + 1)
    assert span.start_char is not None  # callers pass spans that stand in the text
    assert span.end_char is not None
    graph.nodes[name] = Node(name, label, span.start_char, span.end_char, dict(attributes))
    return name


def _role_spans(fact: GoldFact) -> Iterator[tuple[str, Span | OptionalSpan, dict[str, str]]]:
    for role in ROLES[:-1]:
        span = getattr(fact, role)
        if span is not None and span.text is not None:
            yield role, span, _plain_attributes(span)
    for amount in fact.quantity.equivalents:
        yield ROLES[-1], amount, _amount_attributes(amount)


def _plain_attributes(span: Span | OptionalSpan) -> dict[str, str]:
    data = span.model_dump(mode="json", exclude={"text", "start_char", "end_char", _INHERITED})
    return {name: _text(value) for name, value in data.items() if value not in (None, [], False)}


def _text(value: Any) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def _amount_attributes(amount: Amount) -> dict[str, str]:
    numbers = {name: getattr(amount, name) for name in ("value", "low", "high")}
    attributes = {name: plain(number) for name, number in numbers.items() if number is not None}
    attributes["modifier"] = amount.modifier
    if amount.unit:
        attributes.update({"unit": amount.unit.name, "dimension": amount.unit.dimension})
        attributes.update({"code": amount.unit.code} if amount.unit.code else {})
        per = amount.unit.per
        attributes.update({"per": f"{plain(per.value)} {per.name}"} if per else {})
    return attributes


def _quantity_attributes(fact: GoldFact) -> dict[str, str]:
    attributes = {"kind": fact.kind, **_amount_attributes(fact.quantity)}
    if fact.direction:
        attributes["direction"] = fact.direction
    attributes.update({name: "true" for name in _FLAGS if getattr(fact, name)})
    accept = fact.accept.model_dump(mode="json")
    if accept:
        attributes["accept"] = json.dumps(accept, ensure_ascii=False)
    inherited = [role for role in _LINKED if getattr(getattr(fact, role), _INHERITED, False)]
    attributes[_INHERITED] = " ".join(inherited)
    for role in ("region", "time", "metric"):
        span = getattr(fact, role)
        if span is not None and span.text is None:
            attributes.update({f"{role}_{name}": value for name, value in _plain_attributes(span).items()})
    return attributes


def to_rows(graph: Graph, text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each quantity's id with the data of its ``GoldFact`` (without ``doc_id``), to be checked by the caller."""
    for node in graph.nodes.values():
        if node.label == QUANTITY:
            targets = [(name, graph.nodes[to]) for start, to, name in graph.relations if start == node.id]
            yield node.id, _row(node, targets, text)


def _row(node: Node, targets: list[tuple[str, Node]], text: str) -> dict[str, Any]:
    attributes = node.attributes
    row: dict[str, Any] = {"kind": attributes.get("kind"), "direction": attributes.get("direction"), "metric": None}
    row["quantity"] = {
        **_amount(node, text),
        "equivalents": [_amount(t, text) for name, t in targets if name == ROLES[-1]],
    }
    row.update({name: True for name in _FLAGS if attributes.get(name)})
    if "accept" in attributes:
        row["accept"] = _json(attributes["accept"])
    for role in ("region", "time", "metric"):
        implied = {name.removeprefix(f"{role}_"): v for name, v in attributes.items() if name.startswith(f"{role}_")}
        if implied:
            row[role] = {"text": None, **_typed(implied), _INHERITED: True}
    for role, target in targets:
        if role != ROLES[-1]:
            row[role] = {**_span(target, text), **_typed(target.attributes)}
            if role in _LINKED:
                row[role][_INHERITED] = _is_inherited(role, node, target, text)
    return row


def _is_inherited(role: str, node: Node, target: Node, text: str) -> bool:
    """As noted on the quantity; by the sentence where a person drew the span anew."""
    if _INHERITED in node.attributes:
        return role in node.attributes[_INHERITED].split()
    sentence = sentence_of(text, node.start)
    return not sentence.start <= target.start < sentence.end


def _span(node: Node, text: str) -> dict[str, Any]:
    return {"text": text[node.start : node.end], "start_char": node.start, "end_char": node.end}


def _typed(attributes: Mapping[str, str]) -> dict[str, Any]:
    return {name: value.split() if name == "members" else value for name, value in attributes.items()}


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text  # the row's check names it


def _amount(node: Node, text: str) -> dict[str, Any]:
    attributes = node.attributes
    amount: dict[str, Any] = _span(node, text)
    amount.update({name: attributes[name] for name in ("value", "low", "high", "modifier") if attributes.get(name)})
    if attributes.get("unit"):
        unit: dict[str, Any] = {"name": attributes["unit"], "dimension": attributes.get("dimension", "count")}
        unit["code"] = attributes.get("code") or None
        amount["unit"] = {**unit, **_per(attributes.get("per"))}
    return amount


def _per(text: str | None) -> dict[str, Any]:
    if not text:
        return {}
    try:
        value, name = per_reading(text)
    except ValueError:
        return {"per": text}  # the row's check names it
    return {"per": {"value": str(value), "name": name}}
