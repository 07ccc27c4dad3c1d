"""What the builders of the gazetteer share: a line of the file, names without accents, files inside packages."""

from __future__ import annotations

import json
import sys
import unicodedata
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

COLUMNS = ("id", "kind", "name", "code", "country", "parent", "lat", "lon", "population", "aliases")
HERE = Path(__file__).resolve().parent


class Place(NamedTuple):
    """One line of the file."""

    id: str
    kind: str
    name: str
    code: str
    country: str
    parent: str
    lat: float | None
    lon: float | None
    population: int
    aliases: tuple[str, ...]

    def line(self) -> str:
        """The line as it stands in the file."""
        number = lambda value: "" if value is None else f"{value:.2f}"  # noqa: E731
        return "\t".join(
            (
                self.id,
                self.kind,
                self.name,
                self.code,
                self.country,
                self.parent,
                number(self.lat),
                number(self.lon),
                str(self.population or ""),
                "|".join(self.aliases),
            )
        )


def fold(name: str) -> str:
    """The name without accents: "São Paulo" becomes "Sao Paulo".

    >>> fold("Łódź")
    'Lodz'
    """
    table = str.maketrans(
        {
            "ł": "l",
            "Ł": "L",
            "ø": "o",
            "Ø": "O",
            "ı": "i",
            "đ": "d",
            "Đ": "D",
            "ß": "ss",
            "æ": "ae",
            "’": "'",
            "ʻ": "'",
            "‘": "'",
            "ð": "d",
            "þ": "th",
            "İ": "I",
            "ə": "a",
            "–": "-",
        }
    )
    return "".join(c for c in unicodedata.normalize("NFD", name.translate(table)) if not unicodedata.combining(c))


def data_of(package: str, *path: str) -> Any:
    """A JSON file that lies inside an installed package."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is not installed")
    return json.loads(Path(spec.submodule_search_locations[0]).joinpath(*path).read_text(encoding="utf-8"))


def table(name: str) -> dict[str, list[str]]:
    """A hand-written table beside this script: key, then its fields."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines if line and not line.startswith("#")}


def with_folded(name: str, others: list[str]) -> tuple[str, ...]:
    """Aliases of a name: the others, and everything without accents; sorted, without the name itself."""
    names = {*others, *(fold(n) for n in (name, *others))}
    return tuple(sorted(n for n in names if n and n != name))
