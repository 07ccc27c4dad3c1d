"""The gazetteer file keeps its promises: shape of codes, parents that exist, no id twice, names that can be found."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from extractor.errors import RuleError
from extractor.match.regions.gazetteer import Gazetteer, Place, read_flags
from extractor.match.regions.index import NameIndex, pieces
from extractor.rules import RuleSet

ID = re.compile(r"[A-Z]{2}|[A-Z]{2}-[A-Z0-9]{1,3}|g[0-9]+")
MOST_BYTES = 3_000_000


@pytest.fixture(scope="session")
def places(gazetteer: Gazetteer) -> list[Place]:
    return [gazetteer.place(number) for number in range(len(gazetteer))]


def test_size(rules: RuleSet) -> None:
    path = rules.roots[0] / "regions" / "gazetteer.tsv"
    assert 1_000_000 < path.stat().st_size < MOST_BYTES


def test_every_line_has_all_columns(rules: RuleSet) -> None:
    lines = (rules.roots[0] / "regions" / "gazetteer.tsv").read_text(encoding="utf-8").splitlines()
    assert {line.count("\t") for line in lines} == {9}


def test_ids_are_codes_and_stand_once(places: list[Place]) -> None:
    counts = Counter(place.id for place in places)
    assert [one for one, count in counts.items() if count > 1] == []
    assert [one for one in counts if not ID.fullmatch(one)] == []


def test_codes_are_the_ids_of_countries_and_divisions(places: list[Place]) -> None:
    assert [place.id for place in places if place.code != (None if place.id.startswith("g") else place.id)] == []


def test_countries_and_parents_exist(places: list[Place], gazetteer: Gazetteer) -> None:
    assert [place.id for place in places if gazetteer.by_id(place.country or "") is None] == []
    orphans = [p.id for p in places if p.parent and "-" not in p.parent and gazetteer.by_id(p.parent) is None]
    assert orphans == []


def test_a_division_lies_in_the_country_of_its_code(places: list[Place]) -> None:
    assert [place.id for place in places if "-" in place.id and place.id.split("-")[0] != place.country] == []


def test_points_are_on_the_globe(places: list[Place]) -> None:
    lost = [p.id for p in places if p.lat is not None and not (-90 <= p.lat <= 90 and -180 <= (p.lon or 0) <= 180)]
    assert lost == []
    assert [place.id for place in places if (place.lat is None) != (place.lon is None)] == []


def test_all_countries_and_all_provinces_of_china(places: list[Place]) -> None:
    assert sum(place.kind == "country" and len(place.id) == 2 for place in places) >= 249
    assert sum(place.id.startswith("CN-") for place in places) == 31
    assert sum(place.id.startswith("US-") for place in places) == 51


def test_cities_that_news_names_most(gazetteer: Gazetteer) -> None:
    names = {gazetteer.place(number).name for number in range(len(gazetteer))}
    assert {"Shenzhen", "Guangzhou", "London", "Paris", "Lagos", "Mumbai", "New York", "Tokyo", "Rome"} <= names


def test_chinese_towns_have_their_province(places: list[Place], gazetteer: Gazetteer) -> None:
    towns = [place for place in places if place.country == "CN" and place.id.startswith("g")]
    assert len(towns) > 1_500
    assert [town.id for town in towns if gazetteer.by_id(town.parent or "") is None] == []


def test_flags_are_letters_of_lower_case_words(rules: RuleSet) -> None:
    flags = read_flags(rules.roots)
    assert len(flags) > 1_000
    assert {letter for letters in flags.values() for letter in letters} == {"f", "s", "w"}
    assert [word for word in flags if word != word.lower()] == []


def test_every_name_can_be_found(rules: RuleSet, gazetteer: Gazetteer) -> None:
    index = NameIndex(rules)
    missing = [name for name, _ in gazetteer.names() if " ".join(pieces(name)) not in index]
    assert missing == []


def test_hand_written_rows_have_codes_of_the_gazetteer(rules: RuleSet, gazetteer: Gazetteer) -> None:
    rows = [row for kind in ("area", "alias", "demonym", "organisation") for row in _rows(rules, kind)]
    members = {member for row in rows for member in row.members}
    assert sorted(m for m in members if gazetteer.by_id(m) is None) == ["EU"]
    assert [row.id for row in rows if not row.examples] == []
    assert [row.id for row in rows if row.place and gazetteer.by_id(row.place) is None] == []


def _rows(rules: RuleSet, kind: str) -> list[object]:
    from extractor.match.regions.rows import NameRow

    return list(rules.rows("regions", kind, NameRow).values())


def test_a_row_for_a_place_that_is_not_there(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path)) / "regions"
    folder.mkdir()
    (folder / "more.toml").write_text(
        '[[alias]]\nid = "nowhere"\nplace = "XX-1"\nnames = ["Nowhere"]\n', encoding="utf-8"
    )
    with pytest.raises(RuleError, match=r"row 'nowhere': no place 'XX-1'"):
        NameIndex(RuleSet.load([folder.parent]))
