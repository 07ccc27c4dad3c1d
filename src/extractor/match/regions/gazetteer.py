"""The gazetteer file: one line a place, kept as text and read only when its name is met.

``rules/regions/gazetteer.tsv`` is built by ``scripts/build_gazetteer.py``. Its columns: id (ISO 3166 code, or ``g`` and
the GeoNames id), kind, name, code, country, parent, lat, lon, population, aliases (separated by ``|``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FILE = ("regions", "gazetteer.tsv")
FLAGS = ("regions", "name_flags.tsv")
#: Kinds below a division, which have no ISO code.
MINOR_KINDS = frozenset({"city", "capital", "district", "town"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name can stand for."""

    id: str
    kind: str
    name: str
    code: str | None = None
    country: str | None = None
    parent: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    members: tuple[str, ...] = ()
    form: str = "name"
    rule: str = ""


class Gazetteer:
    """Lines of all gazetteer files, in order; a line becomes a Place when asked for.

    >>> gazetteer = Gazetteer([Path("rules")])
    >>> gazetteer.by_id("CN-GD").name
    'Guangdong'
    """

    def __init__(self, roots: Sequence[Path]) -> None:
        self._lines: list[str] = []
        for root in roots:
            path = root.joinpath(*FILE)
            if path.is_file():
                self._lines += path.read_text(encoding="utf-8").splitlines()[1:]
        self._numbers = {line.partition("\t")[0]: number for number, line in enumerate(self._lines)}
        self._places: dict[int, Place] = {}
        self._capitals: dict[str, Place | None] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def names(self) -> Iterator[tuple[str, int]]:
        """Every name of every place, with the number of its line."""
        for number, line in enumerate(self._lines):
            _, _, name, rest = line.split("\t", 3)
            yield name, number
            if rest[-1] != "\t":  # the last column holds aliases
                for alias in rest.rpartition("\t")[2].split("|"):
                    yield alias, number

    def by_id(self, place: str) -> Place | None:
        """The place with this id, if there is one."""
        number = self._numbers.get(place)
        return None if number is None else self.place(number)

    def capital(self, country: str) -> Place | None:
        """The capital of a country by its ISO 3166 code, the largest where it has several.

        >>> Gazetteer([Path("rules")]).capital("PE").name
        'Lima'
        """
        if country not in self._capitals:
            places = (self.place(n) for n, line in enumerate(self._lines) if line.split("\t", 2)[1] == "capital")
            inside = [place for place in places if place.country == country]
            self._capitals[country] = max(inside, key=lambda place: place.population, default=None)
        return self._capitals[country]

    def place(self, number: int) -> Place:
        """The place of a line, read once."""
        place = self._places.get(number)
        if place is None:
            place = self._places[number] = _read(self._lines[number])
        return place


def read_flags(roots: Sequence[Path]) -> dict[str, str]:
    """What single words are besides places, as letters: f first name, s surname, w word of the language."""
    table: dict[str, str] = {}
    for root in roots:
        path = root.joinpath(*FLAGS)
        if path.is_file():
            for line in path.read_text(encoding="utf-8").splitlines():
                word, _, letters = line.partition("\t")
                table[word] = letters
    return table


def _read(line: str) -> Place:
    fields = line.split("\t")
    return Place(
        id=fields[0],
        kind=fields[1],
        name=fields[2],
        code=fields[3] or None,
        country=fields[4] or None,
        parent=fields[5] or None,
        lat=float(fields[6]) if fields[6] else None,
        lon=float(fields[7]) if fields[7] else None,
        population=int(fields[8]) if fields[8] else 0,
        rule="regions.gazetteer",
    )
