"""Write labels in the project's own form: one file for each article, one full row for each fact."""

from __future__ import annotations

from pathlib import Path

from extractor.evaluate.gold import Accept, GoldFact


def row_line(fact: GoldFact) -> str:
    """A label as a line of JSON with all its fields; ``optional`` and ``accept`` only where they say something."""
    unused = {name for name, empty in (("optional", False), ("accept", Accept())) if getattr(fact, name) == empty}
    return fact.model_dump_json(exclude=unused) + "\n"


def write_rows(labels: dict[str, list[GoldFact]], folder: Path) -> list[Path]:
    """Write ``folder/<id>.jsonl`` in the order of the quantities; an article without facts gives an empty file."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for doc_id, facts in labels.items():
        path = folder / f"{doc_id}.jsonl"
        ordered = sorted(facts, key=lambda fact: (fact.quantity.start_char, fact.quantity.end_char))
        path.write_text("".join(map(row_line, ordered)), encoding="utf-8", newline="\n")
        written.append(path)
    return written
