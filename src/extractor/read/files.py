"""From one file to raw articles: decoding and the two formats. Nothing here knows dates or zones."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Any

from extractor.read.sources import MANIFEST, STDIN
from extractor.records import Reject

FIELDS = "an object with text, and if known id, title, date, url"


@dataclass(frozen=True, slots=True)
class RawArticle:
    """An article's fields as its file gives them, and where that is."""

    id: str
    text: str
    file: str
    line: int | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None


def read_file(path: Path) -> Iterator[RawArticle | Reject]:
    """The articles of one ``.txt`` or ``.jsonl`` file, or of stdin (``-``), or the reasons why there are none.

    On stdin a first character ``{`` means JSONL, all else is the text of one article.
    """
    try:
        if str(path) == STDIN:
            yield from _read_stdin()
        elif path.suffix == ".jsonl":
            with path.open("rb") as handle:
                yield from _read_jsonl(handle, str(path), path.stem)
        else:
            about = manifest(path.parent).get(path.stem, {})
            yield _read_text(path.read_bytes(), str(path), path.stem, about)
    except OSError as error:
        yield Reject(file=str(path), found=f"cannot be read ({error.strerror})", allowed="a readable file")


def _read_stdin() -> Iterator[RawArticle | Reject]:
    first = sys.stdin.buffer.readline()
    if first.removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{"):
        yield from _read_jsonl(chain([first], sys.stdin.buffer), "stdin", "stdin")
    else:
        yield _read_text(first + sys.stdin.buffer.read(), "stdin", "stdin", {})


def _read_text(data: bytes, file: str, stem: str, about: Mapping[str, str]) -> RawArticle | Reject:
    text = _decode(data, file, None)
    if isinstance(text, Reject):
        return text
    return RawArticle(stem, text, file, None, about.get("title"), about.get("date"), about.get("url"))


def _decode(data: bytes, file: str, line: int | None) -> str | Reject:
    """UTF-8 text, without the byte order mark; line endings stay as they are, since offsets count them."""
    if b"\0" in data:
        return Reject(file=file, line=line, found="binary data", allowed="UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        at = data.count(b"\n", 0, error.start) + 1 if line is None else line
        return Reject(
            file=file,
            line=at,
            found=f"byte 0x{data[error.start]:02x} at {error.start} is not UTF-8",
            allowed="UTF-8 text",
        )
    if not text.strip():
        return Reject(file=file, line=line, found="an empty file", allowed="the text of an article")
    return text


def _read_jsonl(lines: Iterable[bytes], file: str, stem: str) -> Iterator[RawArticle | Reject]:
    """One article a line, read line by line: a file may be larger than the memory."""
    empty = True
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        empty = False
        text = _decode(line, file, number)
        yield text if isinstance(text, Reject) else _from_line(text, file, number, stem)
    if empty:
        yield Reject(file=file, found="an empty file", allowed="one JSON object a line")


def _from_line(text: str, file: str, number: int, stem: str) -> RawArticle | Reject:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        return Reject(file=file, line=number, found=f"not JSON ({error.msg})", allowed=FIELDS)
    except RecursionError:
        return Reject(file=file, line=number, found="not JSON (too deeply nested)", allowed=FIELDS)
    return _from_row(row, file, number, f"{stem}:{number}")


def _from_row(row: Any, file: str, number: int, default_id: str) -> RawArticle | Reject:
    if not isinstance(row, dict):
        return Reject(file=file, line=number, found=f"JSON of type {type(row).__name__}", allowed=FIELDS)
    name = row.get("id")
    if isinstance(name, int) and not isinstance(name, bool):
        name = str(name)
    known = name if isinstance(name, str) else None

    def refuse(found: str, allowed: str = FIELDS) -> Reject:
        return Reject(file=file, line=number, id=known, found=found, allowed=allowed)

    text = row.get("text")
    if "text" not in row:
        return refuse("no field 'text'")
    if not isinstance(text, str):
        return refuse(f"field 'text' of type {type(text).__name__}", "a string")
    if not text.strip():
        return refuse("an empty text", "the text of an article")
    if name is not None and not known:
        return refuse(f"field 'id' is {name!r}", "a string that is not empty")
    for key in ("title", "date", "url"):
        if row.get(key) is not None and not isinstance(row[key], str):
            return refuse(f"field {key!r} of type {type(row[key]).__name__}", "a string or null")
    for key in ("id", "text", "title", "url"):
        if isinstance(row.get(key), str) and not _encodable(row[key]):
            return refuse(f"half a surrogate pair in field {key!r}", "text that can be written as UTF-8")
    return RawArticle(known or default_id, text, file, number, row.get("title"), row.get("date"), row.get("url"))


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


@cache
def manifest(folder: Path) -> dict[str, dict[str, str]]:
    """Rows of the folder's ``manifest.jsonl`` by id: they may give title, date and url of the articles beside it."""
    file = folder / MANIFEST
    rows: dict[str, dict[str, str]] = {}
    if not file.is_file():
        return rows
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            continue
        if isinstance(row, dict) and isinstance(row.get("id"), str):
            rows[row["id"]] = {key: row[key] for key in ("title", "date", "url") if isinstance(row.get(key), str)}
    return rows
