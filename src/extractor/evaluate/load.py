"""Read gold labels and check every row against its article; nothing is scored while a finding is open."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.findings import checked, json_lines
from extractor.evaluate.gold import GoldFact, GoldMention
from extractor.evaluate.locate import Place, stands_alone

RowT = TypeVar("RowT", GoldFact, GoldMention)


def gold_files(folder: Path, split: str) -> list[Path]:
    """The label files of a split: ``folder/dev/*.jsonl``, or those in ``folder`` itself where it has no splits."""
    parts = [folder / name for name in ("dev", "test")]
    if not any(part.is_dir() for part in parts):
        return sorted(folder.glob("*.jsonl"))
    return sorted(path for part in parts if split in ("all", part.name) for path in part.glob("*.jsonl"))


def load_gold(
    paths: Iterable[Path], corpus: Corpus, findings: list[GoldError], model: type[RowT]
) -> dict[str, list[RowT]]:
    """Labels by article. A row must parse, quote a known article, stand in its split's folder, and stand once."""
    rows: dict[str, list[RowT]] = {}
    seen: dict[tuple[object, ...], str] = {}
    for path in paths:
        for where, data in json_lines(path, findings):
            row = check_row(data, where, corpus, findings, model)
            if row is None:
                continue
            split = corpus.rows[row.doc_id].split
            if path.parent.name in ("dev", "test") and path.parent.name != split:
                findings.append(
                    GoldError(f"{row.doc_id!r} is an article of {split}", allowed=f"{split}/{path.name}", where=where)
                )
            if row.same_as() in seen:
                findings.append(
                    GoldError(f"the same label as {seen[row.same_as()]}", allowed="each fact once", where=where)
                )
            seen.setdefault(row.same_as(), where)
            rows.setdefault(row.doc_id, []).append(row)
    return rows


def check_row(
    data: dict[str, object], where: str, corpus: Corpus, findings: list[GoldError], model: type[RowT]
) -> RowT | None:
    """One row as a label, or none and its findings."""
    text = corpus.text_of(data.get("doc_id"), where, findings)
    row = checked(model, data, where, findings, text)
    if text is None or row is None:
        return None
    quantity = row.quantity
    if quantity is not None and not stands_alone(text, Place(quantity.start_char, quantity.end_char)):
        around = text[max(0, quantity.start_char - 8) : quantity.end_char + 8]
        findings.append(
            GoldError(
                f"quantity {quantity.text!r} cuts a number or word of {around!r}", allowed="all of it", where=where
            )
        )
    if isinstance(row, GoldMention) and text[row.start_char : row.end_char] != row.text:
        found = text[row.start_char : row.end_char]
        findings.append(
            GoldError(f"span {row.start_char}:{row.end_char} reads {found!r}", allowed=repr(row.text), where=where)
        )
        return None
    return row


def digest(paths: Iterable[Path]) -> str:
    """A hash over label files by name and content, the same on every machine."""
    lines = [f"{path.parent.name}/{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}" for path in paths]
    return hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()
