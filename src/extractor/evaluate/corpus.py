"""The corpus: articles as delivered, and a manifest that says what each is and that it has not changed."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from extractor.errors import GoldError
from extractor.evaluate.findings import checked, json_lines
from extractor.records import Record

Split = Literal["dev", "test"]


class ManifestRow(Record):
    """One article of the corpus. ``date`` is null where the article's header has none."""

    id: str
    title: str
    date: datetime.date | None
    style: str
    subject: str
    split: Split
    source: str
    sha256: str


@dataclass(slots=True)
class Corpus:
    """Manifest rows and article texts by id."""

    rows: dict[str, ManifestRow] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    def ids(self, split: str) -> list[str]:
        """Ids of one split, or of all with ``"all"``, in the manifest's order."""
        return [row.id for row in self.rows.values() if split in ("all", row.split)]

    def text_of(self, doc_id: object, where: str, findings: list[GoldError]) -> str | None:
        """The characters of an article that a label or prediction names; an unknown one is a finding."""
        text = self.texts.get(doc_id) if isinstance(doc_id, str) else None
        if text is None:
            findings.append(GoldError(f"unknown article {doc_id!r}", allowed="an id of the manifest", where=where))
        return text

    def digest(self, split: str) -> str:
        """A hash over the articles of a split: it changes when an article comes, goes or changes."""
        lines = sorted(f"{name} {self.rows[name].sha256}" for name in self.ids(split))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def load_corpus(folder: Path, findings: list[GoldError]) -> Corpus:
    """Read ``manifest.jsonl`` and every article; what is wrong with them goes into ``findings``."""
    corpus = Corpus()
    manifest = folder / "manifest.jsonl"
    for where, data in json_lines(manifest, findings):
        row = checked(ManifestRow, data, where, findings)
        if row is None:
            continue
        if row.id in corpus.rows:
            findings.append(GoldError(f"id {row.id!r} stands twice", allowed="each article once", where=where))
            continue
        _add_article(corpus, folder / f"{row.id}.txt", row, where, findings)
    return corpus


def unlisted(folder: Path, corpus: Corpus) -> list[GoldError]:
    """Articles that lie in the folder without a manifest row."""
    return [
        GoldError("article is not in the manifest", allowed=f"a row in {folder / 'manifest.jsonl'}", where=str(path))
        for path in sorted(folder.glob("*.txt"))
        if path.stem not in corpus.rows
    ]


def _add_article(corpus: Corpus, path: Path, row: ManifestRow, where: str, findings: list[GoldError]) -> None:
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        findings.append(GoldError(f"{path.name} cannot be read ({error})", allowed="UTF-8 text", where=where))
        return
    found = hashlib.sha256(raw).hexdigest()
    if found != row.sha256:
        findings.append(GoldError(f"sha256 {row.sha256[:12]}... is not {path.name}'s", allowed=found, where=where))
    corpus.rows[row.id] = row
    corpus.texts[row.id] = text
