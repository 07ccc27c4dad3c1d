"""Places by how often an article names them."""

from __future__ import annotations

import pytest

from extractor.link.regions.homevotes import Counts, country_of, local_home, named_often, scattered
from extractor.match.mentions import RegionMention


def _place(at: int, name: str, code: str | None, kind: str, country: str | None, form: str = "name") -> RegionMention:
    return RegionMention(at, at + 1, 0, len(name), name, code, kind, country, form=form)


def _country(at: int, name: str, code: str, form: str = "name") -> RegionMention:
    return _place(at, name, code, "country", code, form)


def _province(at: int, name: str, code: str, country: str) -> RegionMention:
    return _place(at, name, code, "province", country)


KENYA, GHANA, MALAWI = _country(1, "Kenya", "KE"), _country(3, "Ghana", "GH"), _country(5, "Malawi", "MW")


def test_a_name_weighs_more_than_its_people_and_the_front_more_than_the_rest() -> None:
    kenyans = _country(9, "Kenya", "KE", "demonym")
    assert Counts([KENYA], [KENYA], set()).of(KENYA) > Counts([kenyans], [kenyans], set()).of(kenyans)
    assert Counts([KENYA], [KENYA], {1}).of(KENYA) > Counts([KENYA], [KENYA], set()).of(KENYA)


def test_the_province_counts_for_a_province_and_not_for_a_town() -> None:
    province, back = _province(1, "Manitoba", "CA-MB", "CA"), _place(8, "", None, "province", None, "anaphor")
    town = _place(4, "Brandon", None, "city", "CA")
    counts = Counts([province, town], [province, town, back], set())
    assert counts.of(province) == counts.of(town) + Counts([town], [town], set()).of(town)


@pytest.mark.parametrize(
    ("usable", "home"),
    [
        ([KENYA, GHANA, MALAWI], None),
        ([KENYA, GHANA, MALAWI, _country(9, "Kenya", "KE"), _country(12, "Kenya", "KE")], "Kenya"),
        ([GHANA, _country(9, "Kenya", "KE"), _country(12, "Kenya", "KE")], "Kenya"),
        ([KENYA], "Kenya"),
    ],
    ids=["many once", "one comes back", "the first is named least", "one alone"],
)
def test_the_country_named_often(usable: list[RegionMention], home: str | None) -> None:
    top = usable[:3]
    found = None if scattered(usable, top) else named_often(usable, top, 9)
    assert (found.name if found is not None else None) == home


def test_a_vague_place_named_in_passing_is_no_home() -> None:
    arctic = _place(30, "Arctic", None, "region", None)
    assert named_often([arctic], [], 9) is None
    assert named_often([arctic], [], 2) is arctic


def test_a_province_of_the_lead_against_its_country() -> None:
    manitoba = [_province(at, "Manitoba", "CA-MB", "CA") for at in (1, 9, 20)]
    canada = [_country(at, "Canada", "CA") for at in (4, 12, 25, 31, 40)]
    few = [*manitoba, canada[0]]
    assert local_home(manitoba[:1], Counts(few, few, set())) is manitoba[0]
    many = [*manitoba, *canada]
    assert local_home(manitoba[:1], Counts(many, many, set())) is None
    assert local_home(canada[:1], Counts(few, few, set())) is None


def test_the_country_of_a_home() -> None:
    at, manitoba = _place(50, "", None, "country", None, "anaphor"), _province(1, "Manitoba", "CA-MB", "CA")
    named = country_of(manitoba, [manitoba, _country(4, "Canada", "CA")], at)
    assert (named.name, named.code, named.start) == ("Canada", "CA", 50)
    assert country_of(manitoba, [manitoba], at).name == "CA"
    assert country_of(KENYA, [KENYA], at) is KENYA
