"""Small labels, predictions and corpora for tests."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from extractor.evaluate.gold import GoldFact, per_reading
from extractor.evaluate.predictions import Prediction

TEXT = (
    "Rye exports rise\n"
    "RIGA, May 3 (Wire) - Exports of rye from Latvia rose 5 percent to 15 million euros in 2023, from 14.3 million.\n"
    'Lithuania sold 5 percent more, "a fair year", the board said. Latvia has 1,200 growers.\n'
)


def span(text: str, quote: str, number: int = 1) -> dict[str, Any]:
    """The ``number``-th occurrence of a quotation, found by plain search."""
    at = -1
    for _ in range(number):
        at = text.index(quote, at + 1)
    return {"text": quote, "start_char": at, "end_char": at + len(quote)}


def fields(row: dict[str, Any], *, doc_id: str = "a", start: int = 0, end: int = 5) -> dict[str, Any]:
    """Data of a fact from the short form of ``cases/agree.jsonl``; its texts quote no article."""
    unit = None
    if "unit" in row:
        unit = {"name": row["unit"], "code": row.get("code"), "dimension": row.get("dimension", "count")}
        if "per" in row:
            value, name = per_reading(row["per"])
            unit["per"] = {"value": str(value), "name": name}
    numbers = {name: row[name] for name in ("value", "low", "high") if name in row}
    data: dict[str, Any] = {
        "doc_id": doc_id,
        "kind": row.get("kind", "level"),
        "direction": row.get("direction"),
        "quantity": {"text": "x" * (end - start), "start_char": start, "end_char": end, **numbers, "unit": unit},
        "metric": _words(row.get("metric")),
        "subject": _words(row.get("subject")),
    }
    if "region" in row:
        name, code = row["region"]
        data["region"] = {"name": name, "code": code, "type": "place", "members": row.get("members", [])}
    if "time" in row:
        keys = ("value", "start", "end", "relation")
        data["time"] = dict(zip(keys, row["time"], strict=False))
    return data


def _words(text: str | None) -> dict[str, Any] | None:
    return None if text is None else {"text": text, "start_char": 0, "end_char": len(text)}


def gold_fact(row: dict[str, Any], **place: Any) -> GoldFact:
    """A label; without a number of its own it gets 1."""
    numbered = row if {"value", "low"} & row.keys() else {**row, "value": "1"}
    extra = {name: row[name] for name in ("accept", "optional") if name in row}
    return GoldFact.model_validate({**fields(numbered, **place), **extra})


def prediction(row: dict[str, Any], **place: Any) -> Prediction:
    """A prediction."""
    return Prediction.model_validate(fields(row, **place))


def write_corpus(folder: Path, texts: dict[str, str], splits: dict[str, str] | None = None) -> Path:
    """A corpus of articles with their manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for name, text in texts.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
        row = {"id": name, "title": "Rye", "date": None, "style": "agency", "subject": "farming", "source": "invented"}
        row["split"] = (splits or {}).get(name, "dev")
        row["sha256"] = hashlib.sha256(text.encode()).hexdigest()
        lines.append(json.dumps(row) + "\n")
    (folder / "manifest.jsonl").write_text("".join(lines), encoding="utf-8")
    return folder


def write_rows(path: Path, rows: list[Any]) -> Path:
    """JSON lines; a string is written as it is, so that broken lines can be made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def rye_facts() -> list[dict[str, Any]]:
    """Labels of ``TEXT``: a change and a level with everything, a comparison, a count."""
    latvia = {**span(TEXT, "Latvia"), "name": "Latvia", "code": "LV", "type": "country"}
    year = {**span(TEXT, "2023"), "value": "2023", "start": "2023-01-01", "end": "2023-12-31"}
    percent = {"name": "percent", "code": "%", "dimension": "ratio"}
    euro = {"name": "euro", "code": "EUR", "dimension": "currency"}
    exports = span(TEXT, "Exports of rye")
    common = {"doc_id": "rye", "metric": exports, "region": latvia, "time": year}
    board = span(TEXT, "the board")
    return [
        {
            **common,
            "kind": "change",
            "direction": "up",
            "quantity": {**span(TEXT, "5 percent"), "value": "5", "unit": percent},
        },
        {
            **common,
            "kind": "level",
            "quantity": {**span(TEXT, "15 million euros"), "value": "15000000", "modifier": "=", "unit": euro},
            "accept": {"region": [None], "metric": ["rye"]},
        },
        {
            "doc_id": "rye",
            "kind": "comparison",
            "direction": "up",
            "quantity": {**span(TEXT, "5 percent", 2), "value": "5", "unit": percent},
            "metric": {**exports, "inherited": True},
            "subject": span(TEXT, "Lithuania"),
            "attribution": board,
            "region": {"name": "Lithuania", "code": "LT", "type": "country", "inherited": True},
            "time": {"value": None, **span(TEXT, "a fair year")},
        },
        {
            "doc_id": "rye",
            "kind": "level",
            "quantity": {
                **span(TEXT, "1,200 growers"),
                "value": "1200",
                "unit": {"name": "grower", "dimension": "count"},
            },
            "metric": span(TEXT, "growers"),
            "region": {**span(TEXT, "Latvia", 2), "name": "Latvia", "code": "LV", "type": "country"},
            "optional": True,
        },
    ]
