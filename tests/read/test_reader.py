"""Files, folders, globs and stdin to articles; each kind of bad input to one line."""

from __future__ import annotations

import datetime
import io
import json
import sys
from pathlib import Path

import pytest

from extractor.read import Reader
from extractor.records import Article, Reject
from extractor.rules import RuleSet

BODY = "Ferry fares rose 4 percent in April, the operator in Bergen said."


@pytest.fixture
def reader(rules: RuleSet) -> Reader:
    return Reader(rules)


def row(**fields: object) -> str:
    return json.dumps(fields) + "\n"


def test_text_file(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "fares.txt"
    file.write_bytes(b"\xef\xbb\xbfFares\r\n\r\nUpdated: 2024-01-11\r\n\r\n" + BODY.encode())
    (article,) = reader.read([str(file)])
    assert isinstance(article, Article)
    assert (article.id, article.title, article.date) == ("fares", "Fares", datetime.date(2024, 1, 11))
    assert article.text.startswith("Fares\r\n\r\nUpdated"), "line endings stay, the byte order mark goes"


def test_jsonl(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "two.jsonl"
    rows = [
        row(id="x", text=BODY, title="Fares", date="2024-05-01", url="https://example.org/1", section="coast"),
        row(id=7, text=BODY, date="2024-05-01T10:00:00Z"),
        row(text=BODY, date="1 May 2024"),
    ]
    file.write_text("\n".join(rows), encoding="utf-8")
    articles = [item for item in reader.read([str(file)]) if isinstance(item, Article)]
    assert [article.id for article in articles] == ["x", "7", "two:5"]
    assert {article.date for article in articles} == {datetime.date(2024, 5, 1)}
    assert (articles[0].title, articles[0].url) == ("Fares", "https://example.org/1")


def test_folder_glob_and_file_name_each_article_once(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden/d.txt", "e.pdf"):
        (tmp_path / name).write_text(BODY)
    found = reader.read([str(tmp_path), str(tmp_path / "*.txt"), str(tmp_path / "sub" / ".." / "a.txt")])
    assert [item.id for item in found] == ["a", "b", "c"]


def test_manifest_tells_about_the_files_beside_it(reader: Reader, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(BODY)
    (tmp_path / "manifest.jsonl").write_text(row(id="a", date="2024-05-01", title="Fares", split="dev") + "{broken\n")
    (article,) = reader.read([str(tmp_path)])
    assert isinstance(article, Article)
    assert (article.date, article.title) == (datetime.date(2024, 5, 1), "Fares")


@pytest.mark.parametrize(("data", "ids"), [(BODY.encode(), ["stdin"]), (row(id="x", text=BODY).encode(), ["x"])])
def test_stdin(reader: Reader, monkeypatch: pytest.MonkeyPatch, data: bytes, ids: list[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert [item.id for item in reader.read(["-"])] == ids


BAD_FILES = {
    "empty": ("a.txt", b" \n", "a.txt: an empty file; allowed: the text of an article"),
    "empty jsonl": ("a.jsonl", b"\n", "a.jsonl: an empty file; allowed: one JSON object a line"),
    "binary": ("a.txt", b"PK\x03\x00", "a.txt: binary data; allowed: UTF-8 text"),
    "encoding": ("a.txt", b"one\ntw\xe9", "a.txt:2: byte 0xe9 at 6 is not UTF-8; allowed: UTF-8 text"),
    "not json": ("a.jsonl", b'{"id": 1', "a.jsonl:1: not JSON (Expecting ',' delimiter)"),
    "no object": ("a.jsonl", b"[1]", "a.jsonl:1: JSON of type list"),
    "no text": ("a.jsonl", b'{"id": "x"}', "a.jsonl:1: no field 'text'"),
    "text of another type": ("a.jsonl", b'{"text": 5}', "a.jsonl:1: field 'text' of type int; allowed: a string"),
    "blank text": ("a.jsonl", b'{"text": " "}', "a.jsonl:1: an empty text"),
    "empty id": ("a.jsonl", b'{"id": "", "text": "a"}', "a.jsonl:1: field 'id' is ''"),
    "date that is none": ("a.jsonl", b'{"text": "a", "date": "2025-13-01"}', "a.jsonl:1: date '2025-13-01' is none"),
    "date of another type": ("a.jsonl", b'{"text": "a", "date": 2025}', "a.jsonl:1: field 'date' of type int"),
    "surrogate": ("a.jsonl", b'{"text": "\\ud800"}', "a.jsonl:1: half a surrogate pair in field 'text'"),
    "depth": ("a.jsonl", b"[" * 100_000, "a.jsonl:1: not JSON"),
    "another kind": ("a.pdf", b"%PDF", "a.pdf: a file of kind '.pdf'; allowed: a .txt or .jsonl file"),
}


@pytest.mark.parametrize(("name", "data", "reason"), BAD_FILES.values(), ids=BAD_FILES)
def test_bad_file(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, reason: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(data)
    Path("good.txt").write_text(BODY)
    bad, good = reader.read([name, "good.txt"])
    assert isinstance(bad, Reject)
    assert isinstance(good, Article), "one bad file does not stop the others"
    assert bad.reason.startswith(reason)
    assert "; allowed: " in bad.reason


@pytest.mark.parametrize(
    ("path", "found"), [("gone.txt", "no such file"), ("*.txt", "no file matches"), (".", "a folder without articles")]
)
def test_paths_that_name_nothing(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, found: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (reject,) = reader.read([path])
    assert isinstance(reject, Reject)
    assert reject.reason.startswith(f"{path}: {found}; allowed: ")


def test_two_articles_with_one_id(reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("b").mkdir()
    for name in ("a.txt", "b/a.txt"):
        Path(name).write_text(BODY)
    first, second = reader.read(["a.txt", "b/a.txt"])
    assert isinstance(first, Article)
    assert isinstance(second, Reject)
    assert second.reason == "b/a.txt: id 'a' is already that of a.txt; allowed: one id for each article"
