"""Which of the places that an article names it is about: by how often it names them, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from extractor.match.mentions import RegionMention

TOWNS = frozenset({"city", "town", "municipality", "capital", "district"})
_SHORT = 3  # sentences of a text in which one name says where it is
_NAMED = 2  # weight of a name; that of its people is 1


@dataclass(slots=True)
class Counts:
    """How much an article names its places: ``usable`` ones, those at the tokens of ``front`` in title or first sentence."""

    usable: list[RegionMention]
    regions: list[RegionMention]
    front: set[int]

    def of(self, place: RegionMention) -> int:
        """A place by its name, as the north of it, or as "the province", "the city"."""
        kinds = TOWNS if place.type in TOWNS else {place.type}
        named = (r for r in self.usable if r.name == place.name or r.name.endswith(f" {place.name}"))
        located = any(r.form == "container" and r.code is not None and r.code == place.code for r in self.regions)
        return sum(map(self._weight, named)) + _NAMED * (self._meant(kinds) + located)  # "REDDING, Calif."

    def of_nation(self, nations: list[RegionMention]) -> int:
        """A country by its name, its people, or as "the country"."""
        return sum(map(self._weight, nations)) + (_NAMED * self._meant({"country"}) if nations else 0)

    def _weight(self, place: RegionMention) -> int:
        """The people of a country are named in stories of its parts too; the front of an article says what it is about."""
        return (1 if place.form == "demonym" else _NAMED) + (_NAMED if place.start in self.front else 0)

    def _meant(self, kinds: Collection[str]) -> int:
        return sum(r.form == "anaphor" and r.type in kinds for r in self.regions)


def local_home(lead: list[RegionMention], counts: Counts) -> RegionMention | None:
    """The place of the lead that the article names most, if it speaks of it rather than of its country.

    ``lead`` is without the countries that only say where a place lies.
    """
    usable = counts.usable
    countries = {r.country for r in lead if r.type == "country"}
    local = [_base(r, usable) for r in lead if r.country is not None]
    local = [r for r in local if r.code != r.country and r.type != "bloc" and countries <= {r.country}]
    if not local:
        return None
    votes = {r.name: counts.of(r) for r in local}
    # A province is meant rather than a town in it, unless the town is named far more often.
    first = max(local, key=lambda r: (votes[r.name] * (1 if r.type in TOWNS else 2), -r.start))
    nations = [r for r in usable if r.code == first.country and r.form != "organisation"]
    nation = counts.of_nation(nations)
    others = {r.name: r for r in usable if r.type == first.type and r.name != first.name and r.code != first.country}
    beside = any(r.name in others for r in lead)
    rival = max(map(counts.of, others.values()), default=0)
    abroad = {r.name: r for r in usable if r.type == "country" and r.country != first.country}
    written = not _part(first) and any(r.form == "dateline" and r.country == first.country for r in counts.regions)
    most = max(map(counts.of, abroad.values()), default=0)
    foreign = bool(abroad) and not (written and votes[first.name] > most)  # but "investment from Korea" in Dalian's news
    ahead = votes[first.name] == nation and first.start < nations[0].start and not beside
    apart = votes[first.name] > rival or (votes[first.name] == rival and not beside)
    again = sum(r.name == first.name for r in usable) > 1 or counts.of(first) > 2 * _NAMED
    return first if apart and (votes[first.name] > nation or ahead) and (again or not foreign) else None


def _base(place: RegionMention, usable: list[RegionMention]) -> RegionMention:
    """Manitoba for "northern Manitoba", where it is named so as well."""
    if place.code is not None:
        return place
    return next((r for r in usable if r.code is not None and place.name.endswith(f" {r.name}")), place)


def scattered(usable: list[RegionMention], top: list[RegionMention]) -> bool:
    """"a study in Ghana, Kenya and Malawi", and none of them comes back: news of many countries has no home."""
    votes = Counter(r.country or r.code for r in usable if r.country or r.type == "country")
    led = {r.code for r in top if r.type == "country"}
    return len(led) > 2 and max(votes.values(), default=0) * len(led) <= votes.total()


def named_often(usable: list[RegionMention], top: list[RegionMention], sentences: int) -> RegionMention | None:
    home = _most_named(usable)
    vague = home.code is None and home.country is None and home not in top  # "the Arctic", named in passing
    return None if vague and sum(r.name == home.name for r in usable) == 1 and sentences > _SHORT else home


def _most_named(usable: list[RegionMention]) -> RegionMention:
    """The first country if most places lie in it, else the country that they lie in, else the place named most often."""
    countries = [r if r.type == "country" else as_country(r, r.country) for r in usable if r.type == "country" or _part(r)]
    votes = Counter(r.country or r.code for r in usable if r.country or r.type == "country")
    most = max(votes, key=lambda code: votes[code], default=None)
    if countries and (most is None or countries[0].code == most or votes[countries[0].code] * 2 > votes[most]):
        return countries[0]
    inside = [r for r in usable if r.code == most] or [r for r in usable if r.country == most] if most else []
    if most and inside and inside[0].type != "country" and len({r.name for r in inside}) > 1:
        return as_country(inside[0], most)
    if inside:
        return inside[0]
    counts = Counter(r.name for r in usable)
    return max(usable, key=lambda r: (counts[r.name], -r.start))


def _part(place: RegionMention) -> bool:
    """"southern Haiti"."""
    return place.type == "region" and place.code is None and place.country is not None


def as_country(place: RegionMention, code: str | None) -> RegionMention:
    """The country of a place, at its words."""
    return RegionMention(place.start, place.end, place.start_char, place.end_char, code or "", code, "country", code)


def country_of(home: RegionMention, regions: list[RegionMention], at: RegionMention) -> RegionMention:
    """The country that the article's home lies in, as "the country" at ``at`` means it."""
    if home.type == "country" or home.country is None:
        return home
    named = next((r for r in regions if r.type == "country" and r.code == home.country), None)
    name = named.name if named is not None else home.country
    return RegionMention(at.start, at.end, at.start_char, at.end_char, name, home.country, "country", home.country)
