"""Whole folders of labels, from one form to another; nothing is written while there is a finding."""

from __future__ import annotations

from pathlib import Path

from extractor.errors import GoldError
from extractor.evaluate.corpus import load_corpus
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange import FORMATS
from extractor.evaluate.interchange.rows import write_rows
from extractor.evaluate.load import load_gold


def import_labels(source: Path, form: str, out: Path, corpus: Path, findings: list[GoldError]) -> tuple[int, int]:
    """Write labels of another form as the project's own rows; the number of facts and of articles."""
    articles = load_corpus(corpus, findings)
    labels = FORMATS[form][0](source, articles, findings)
    if not labels and not findings:
        findings.append(GoldError(f"no {form} labels", allowed="a folder of an export", where=str(source)))
    for doc_id, facts in labels.items():
        findings.extend(_repeated(doc_id, facts, str(source)))
    if not findings:
        write_rows(labels, out)
    return sum(map(len, labels.values())), len(labels)


def export_labels(source: Path, form: str, out: Path, corpus: Path, findings: list[GoldError]) -> tuple[int, int]:
    """Write the rows of a folder in another form; the number of facts and of articles."""
    articles = load_corpus(corpus, findings)
    paths = sorted(source.glob("*.jsonl"))
    rows = load_gold(paths, articles, findings, GoldFact)
    labels = {path.stem: rows.pop(path.stem, []) for path in paths if path.stem in articles.rows} | rows
    if not labels and not findings:
        findings.append(GoldError("no labels", allowed="a folder with <id>.jsonl files", where=str(source)))
    if not findings:
        FORMATS[form][1](labels, articles.texts, out)
    return sum(map(len, labels.values())), len(labels)


def _repeated(doc_id: str, facts: list[GoldFact], where: str) -> list[GoldError]:
    seen, findings = set(), []
    for fact in facts:
        if fact.same_as() in seen:
            found = f"{doc_id}: {fact.quantity.text!r} at {fact.quantity.start_char} is the same fact twice"
            findings.append(GoldError(found, allowed="each fact once", where=where))
        seen.add(fact.same_as())
    return findings
