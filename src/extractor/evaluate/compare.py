"""Which facts were gained and lost since an earlier report."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extractor.errors import GoldError


def read_report(path: Path, findings: list[GoldError]) -> dict[str, Any]:
    """A report written by ``extractor evaluate --json``."""
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as error:
        findings.append(GoldError(f"cannot be read ({error})", allowed="a report of evaluate --json", where=str(path)))
        return {}
    rows = data.get("facts") if isinstance(data, dict) else None
    keys = {"key", "status", "line"}
    if not isinstance(rows, list) or not all(isinstance(row, dict) and keys <= row.keys() for row in rows):
        findings.append(GoldError("no list of facts", allowed="a report of evaluate --json", where=str(path)))
        return {}
    return data


def compare(old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    """Lines: ``+`` a label that is right now or a spurious record that is gone, ``-`` the other way round.

    Labels that stand in one report only are named as such: they are no gain and no loss.
    """
    before, after = _by_key(old), _by_key(new)
    gained, lost, other = [], [], []
    for key in sorted(before.keys() | after.keys()):
        then, now = before.get(key), after.get(key)
        spurious = key.startswith("spurious")
        if spurious and then is None and now is not None:
            lost.append(f"- {now['line']}")
        elif spurious and now is None and then is not None:
            gained.append(f"+ no longer {then['line']}")
        elif then is None or now is None:
            row = now or then
            other.append(f"? {'new' if now else 'removed'} label: {row['line'] if row else ''}")
        elif (then["status"] == "right") != (now["status"] == "right"):
            (gained if now["status"] == "right" else lost).append(_changed(then, now))
    yield from gained
    yield from lost
    yield from other
    yield f"{len(gained)} gained, {len(lost)} lost" + (f", {len(other)} labels in one report only" if other else "")


def _changed(then: dict[str, Any], now: dict[str, Any]) -> str:
    sign, row = ("+", then) if now["status"] == "right" else ("-", now)
    return f"{sign} {'was ' if sign == '+' else ''}{row['line']}"


def _by_key(report: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Facts by key; the same key again gets a number, so that no row vanishes."""
    rows: dict[str, dict[str, Any]] = {}
    for row in report.get("facts", []):
        key, number = row["key"], 1
        while key in rows:
            number += 1
            key = f"{row['key']} ({number})"
        rows[key] = row
    return rows
