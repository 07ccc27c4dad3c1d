"""The short form that people write: quotations instead of offsets, one JSON object for each fact.

    {"q": "5 percent", "kind": "change", "value": "5", "unit": "percent", "code": "%", "dim": "ratio",
     "metric": "rye output", "dir": "up", "region": {"text": "Poland", "name": "Poland", "code": "PL", "type":
     "country"}}

The keys: ``q`` and ``n`` (which occurrence), ``kind``, ``value`` or ``low`` and ``high``, ``mod``, ``unit``, ``code``,
``dim``, ``per``, ``eq``, ``metric``, ``subject``, ``dir``, ``baseline``, ``region``, ``time``, ``projected``,
``attribution``, ``optional``, ``accept``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import json_lines
from extractor.evaluate.gold import GoldFact, per_reading
from extractor.evaluate.load import check_row
from extractor.evaluate.locate import Place, nearest, nth, occurrences, sentence_of
from extractor.records import Amount, plain

_COPIED = ("kind", "projected", "optional", "accept")
_KEYS = {
    *_COPIED,
    *("q", "n", "value", "low", "high", "mod", "unit", "code", "dim", "per", "eq", "metric", "subject", "dir"),
    *("baseline", "region", "time", "attribution"),
}


def read_quotes(folder: Path, corpus: Corpus, findings: list[GoldError]) -> dict[str, list[GoldFact]]:
    """Resolve ``folder/<id>.jsonl``; a quotation that the article lacks is a finding."""
    labels: dict[str, list[GoldFact]] = {}
    for path in sorted(folder.glob("*.jsonl")):
        text = corpus.text_of(path.stem, str(path), findings)
        if text is None:
            continue
        labels[path.stem] = []
        for where, row in json_lines(path, findings):
            data = _Resolver(text, where, findings).fact(row)
            label = data and check_row({"doc_id": path.stem, **data}, where, corpus, findings, GoldFact)
            if label:
                labels[path.stem].append(label)
    return labels


class _Resolver:
    """Turns the quotations of one row into spans."""

    def __init__(self, text: str, where: str, findings: list[GoldError]) -> None:
        self.text, self.where, self.findings = text, where, findings
        self.quantity = Place(0, 0)
        self.sentence = Place(0, 0)

    def fact(self, row: dict[str, Any]) -> dict[str, Any] | None:
        """The row as data of a ``GoldFact``, or none where the quantity is not in the article."""
        for key in sorted(row.keys() - _KEYS):
            self._report(f"{key}: no such key", allowed=", ".join(sorted(_KEYS)))
        place = self._numbered(row.get("q"), row.get("n", 1))
        if place is None:
            return None
        self.quantity, self.sentence = place, sentence_of(self.text, place.start)
        return {
            **{key: row[key] for key in _COPIED if row.get(key) is not None},
            "quantity": {**self._amount(row, place), "equivalents": self._equivalents(row.get("eq") or [])},
            "direction": row.get("dir"),
            "metric": self._linked("metric", row.get("metric")),
            "subject": self._linked("subject", row.get("subject")),
            "baseline": self._quoted("baseline", row.get("baseline")),
            "attribution": self._quoted("attribution", row.get("attribution")),
            "region": self._placed("region", row.get("region")),
            "time": self._placed("time", row.get("time")),
        }

    def _report(self, found: str, allowed: str = "words of the article") -> None:
        self.findings.append(GoldError(found, allowed=allowed, where=self.where))

    def _numbered(self, quote: Any, number: Any) -> Place | None:
        place = nth(self.text, quote, number) if isinstance(quote, str) and isinstance(number, int) else None
        if place is None:
            count = len(occurrences(self.text, quote)) if isinstance(quote, str) else 0
            self._report(f"q: {quote!r} no. {number}", allowed=f"1 to {count}" if count else "words of the article")
        return place

    def _span(self, place: Place) -> dict[str, Any]:
        return {"text": self.text[place.start : place.end], "start_char": place.start, "end_char": place.end}

    def _quoted(self, field: str, quote: Any) -> dict[str, Any] | None:
        if quote is None:
            return None
        place = nearest(self.text, quote, self.quantity) if isinstance(quote, str) else None
        if place is None:
            self._report(f"{field}: {quote!r}")
            return None
        return self._span(place)

    def _inherited(self, span: dict[str, Any] | None) -> bool:
        return span is None or not self.sentence.start <= span["start_char"] < self.sentence.end

    def _linked(self, field: str, quote: Any) -> dict[str, Any] | None:
        span = self._quoted(field, quote)
        return span and {**span, "inherited": self._inherited(span)}

    def _placed(self, field: str, data: Any) -> dict[str, Any] | None:
        if data is None:
            return None
        if not isinstance(data, dict):
            self._report(f"{field}: {data!r}", allowed="an object")
            return None
        span = self._quoted(f"{field}.text", data.get("text"))
        return {**data, **(span or {"text": None}), "inherited": self._inherited(span)}

    def _amount(self, row: dict[str, Any], place: Place) -> dict[str, Any]:
        return {
            **self._span(place),
            **{key: row[key] for key in ("value", "low", "high") if row.get(key) is not None},
            "modifier": row.get("mod", "="),
            "unit": self._unit(row),
        }

    def _unit(self, row: dict[str, Any]) -> dict[str, Any] | None:
        if row.get("unit") is None:
            return None
        unit = {"name": row["unit"], "code": row.get("code"), "dimension": row.get("dim", "count")}
        if row.get("per"):
            try:
                value, name = per_reading(str(row["per"]))
            except ValueError as error:
                self._report(f"per: {error}", allowed="'10000 people', 'share'")
            else:
                unit["per"] = {"value": str(value), "name": name}
        return unit

    def _equivalents(self, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
        amounts = []
        for row in rows:
            if "n" in row:
                place = self._numbered(row.get("q"), row["n"])
            else:
                place = nearest(self.text, str(row.get("q")), self.quantity)
                if place is None:
                    self._report(f"eq: {row.get('q')!r}")
            if place:
                amounts.append(self._amount(row, place))
        return amounts


def write_quotes(labels: Mapping[str, list[GoldFact]], texts: Mapping[str, str], folder: Path) -> None:
    """Write ``folder/<id>.jsonl`` in the short form; every quotation carries its number, so nothing is lost."""
    folder.mkdir(parents=True, exist_ok=True)
    for doc_id, facts in labels.items():
        lines = [json.dumps(_short(fact, texts[doc_id]), ensure_ascii=False) + "\n" for fact in facts]
        (folder / f"{doc_id}.jsonl").write_text("".join(lines), encoding="utf-8", newline="\n")


def _short(fact: GoldFact, text: str) -> dict[str, Any]:
    data = fact.model_dump(mode="json", exclude_defaults=True)
    row = {**_short_amount(fact.quantity, text), "kind": fact.kind}
    if fact.quantity.equivalents:
        row["eq"] = [_short_amount(amount, text) for amount in fact.quantity.equivalents]
    for key in ("metric", "subject", "baseline", "attribution"):
        span = getattr(fact, key)
        if span and span.text:
            row[key] = _numbered_quote(text, span.text, span.start_char)
    for key in ("region", "time"):
        span = getattr(fact, key)
        if span:
            row[key] = {k: v for k, v in data[key].items() if k not in ("start_char", "end_char", "inherited")}
            if span.text:
                row[key]["text"] = _numbered_quote(text, span.text, span.start_char)
    row.update({"dir": fact.direction} if fact.direction else {})
    return {**row, **{key: data[key] for key in ("projected", "optional", "accept") if data.get(key)}}


def _short_amount(amount: Amount, text: str) -> dict[str, Any]:
    place = Place(amount.start_char, amount.end_char)
    row: dict[str, Any] = {"q": amount.text}
    row["n"] = occurrences(text, amount.text).index(place) + 1
    for key in ("value", "low", "high"):
        number = getattr(amount, key)
        row.update({key: plain(number)} if number is not None else {})
    row["mod"] = amount.modifier
    if amount.unit:
        row["unit"], row["dim"] = amount.unit.name, amount.unit.dimension
        row.update({"code": amount.unit.code} if amount.unit.code else {})
        if amount.unit.per:
            row["per"] = f"{plain(amount.unit.per.value)} {amount.unit.per.name}"
    return row


def _numbered_quote(text: str, quote: str, start: int) -> str:
    places = occurrences(text, quote)
    return f"{quote}#{places.index(Place(start, start + len(quote))) + 1}"
