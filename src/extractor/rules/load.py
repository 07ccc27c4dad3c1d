"""Read ``rules/`` and a user's own folders into typed rows, with errors that name file, line and row.

A folder is a subject (``units``, ``dates``), a table in a TOML file a kind of row::

    # rules/units/ratio.toml
    [[unit]]
    id = "percent"
    names = ["percent", "per cent"]

is the row ``percent`` of ``rows("units", "unit", UnitRow)``. Long lists are JSONL: ``rules/regions/place.jsonl`` holds rows
of kind ``place``. Ids are unique within a folder and kind; the same id again is an error unless the later row says
``replace = true``.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from extractor.errors import RuleError
from extractor.rules.locate import shipped_rules
from extractor.rules.rows import Row

RowT = TypeVar("RowT", bound=Row)


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row as it stands in its file, and where that is."""

    data: dict[str, Any]
    where: str


class RuleSet:
    """All rule rows, the shipped ones and those of ``extra`` folders, by folder and kind.

    Raises:
        RuleError: a file cannot be parsed, or a folder does not exist.

    >>> RuleSet.load().words("language", "wordclass")["article"]
    ('a', 'an', 'the')
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self.origins: dict[str, str] = {}
        self._raw: dict[tuple[str, str], list[RawRow]] = {}
        self._typed: dict[tuple[str, str], dict[str, Any]] = {}
        for root in self.roots:
            for path in sorted([*root.glob("*/*.toml"), *root.glob("*/*.jsonl")]):
                read = _read_toml if path.suffix == ".toml" else _read_jsonl
                for kind, raw in read(path):
                    self._raw.setdefault((path.parent.name, kind), []).append(raw)

    @classmethod
    def load(cls, extra: Sequence[Path] = ()) -> RuleSet:
        """The shipped rules with a user's folders on top."""
        for folder in extra:
            if not folder.is_dir():
                raise RuleError("no such folder of rules", allowed="a folder laid out like rules/", where=str(folder))
        return cls([shipped_rules(), *extra])

    def rows(self, folder: str, kind: str, model: type[RowT]) -> dict[str, RowT]:
        """Rows of one kind as ``{id: row}``, in the order of their files.

        Raises:
            RuleError: a row does not fit ``model``, or an id stands twice.
        """
        table = self._typed.get((folder, kind))
        if table is None:
            table = self._typed[folder, kind] = self._validate(folder, kind, model)
        return table

    def words(self, folder: str, kind: str) -> dict[str, tuple[str, ...]]:
        """Rows that are plain word lists, as ``{id: words}``."""
        from extractor.rules.rows import Words

        return {name: row.words for name, row in self.rows(folder, kind, Words).items()}

    def unread(self) -> list[str]:
        """Kinds of rows that no stage asked for: a misspelt folder or table."""
        return [
            f"{raws[0].where}: no stage reads rows of kind {folder}.{kind}"
            for (folder, kind), raws in self._raw.items()
            if (folder, kind) not in self._typed
        ]

    def all_rows(self) -> Iterator[tuple[str, Row]]:
        """Every validated row with its full name, such as ``units.percent``."""
        for (folder, _), table in self._typed.items():
            for name, row in table.items():
                yield f"{folder}.{name}", row

    def _validate(self, folder: str, kind: str, model: type[RowT]) -> dict[str, RowT]:
        table: dict[str, RowT] = {}
        for raw in self._raw.get((folder, kind), []):
            try:
                row = model.model_validate(raw.data)
            except ValidationError as error:
                first = error.errors()[0]
                at = ".".join(str(part) for part in first["loc"]) or "row"
                name = raw.data.get("id", "without id")
                raise RuleError(f"row {name!r}, field {at!r}: {first['msg']}", where=raw.where) from None
            if row.id in table and not row.replace:
                raise RuleError(
                    f"row {row.id!r} stands already in {self.origins[f'{folder}.{kind}.{row.id}']}",
                    allowed="another id, or replace = true",
                    where=raw.where,
                )
            table[row.id] = row
            self.origins[f"{folder}.{kind}.{row.id}"] = raw.where
        return table


def _read_toml(path: Path) -> Iterator[tuple[str, RawRow]]:
    text = path.read_text(encoding="utf-8")
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"not TOML: {error}", where=str(path)) from None
    for kind, rows in tables.items():
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise RuleError(f"{kind!r} is no list of rows", allowed=f"[[{kind}]]", where=str(path))
        lines = [text.count("\n", 0, head.start()) + 1 for head in re.finditer(rf"(?m)^\[\[{re.escape(kind)}\]\]", text)]
        for number, row in enumerate(rows):
            line = f":{lines[number]}" if number < len(lines) else ""
            yield kind, RawRow(row, f"{path}{line}")


def _read_jsonl(path: Path) -> Iterator[tuple[str, RawRow]]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                data = json.loads(line)
            except json.JSONDecodeError as error:
                raise RuleError(f"not JSON: {error}", where=f"{path}:{number}") from None
            if not isinstance(data, dict):
                raise RuleError(f"found {type(data).__name__}", allowed="a JSON object", where=f"{path}:{number}")
            yield path.stem, RawRow(data, f"{path}:{number}")
