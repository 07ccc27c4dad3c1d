"""Findings about gold and prediction files: all of a run are gathered before anything is scored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from extractor.errors import GoldError

ModelT = TypeVar("ModelT", bound=BaseModel)


def checked(
    model: type[ModelT], data: object, where: str, findings: list[GoldError], text: str | None = None
) -> ModelT | None:
    """Data as a model, or none and its findings; with the article's ``text`` its quotations are checked too."""
    try:
        return model.model_validate(data, context=None if text is None else {"article": text})
    except ValidationError as error:
        findings.extend(of_validation(error, where))
        return None


def of_validation(error: ValidationError, where: str) -> list[GoldError]:
    """One finding for each field that does not fit the model.

    A row with ``"kind": "total"`` gives ``gold/dev/a.jsonl:3: kind: 'total'; allowed: 'level', 'change', ...``.
    """
    found = []
    for item in error.errors():
        at = ".".join(str(part) for part in item["loc"]) or "row"
        context = item.get("ctx") or {}
        if "expected" in context:
            found.append(GoldError(f"{at}: {item['input']!r}", allowed=str(context["expected"]), where=where))
        else:
            reason = str(context["error"]) if "error" in context else item["msg"]
            found.append(GoldError(f"{at}: {reason}", allowed=_allowed(item["type"]), where=where))
    return found


def _allowed(error_type: str) -> str:
    known = {
        "missing": "a value for this field",
        "extra_forbidden": "the fields of gold/GUIDELINES.md",
        "value_error": "text and offsets that quote the article",
    }
    return known.get(error_type, "")


def _reason(error: Exception) -> str:
    return f"{error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else str(error)


def json_lines(path: Path, findings: list[GoldError]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each JSON object of a file with its place; lines that are none become findings.

    Numbers with a point are read as ``Decimal``, never as float.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        findings.append(
            GoldError(f"cannot be read ({error})", allowed="a file of JSON lines in UTF-8", where=str(path))
        )
        return
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line, parse_float=Decimal)
        except (ValueError, RecursionError) as error:
            findings.append(GoldError(f"not JSON ({_reason(error)})", allowed="a JSON object", where=where))
            continue
        if isinstance(row, dict):
            yield where, row
        else:
            findings.append(GoldError(f"found {type(row).__name__}", allowed="a JSON object", where=where))
