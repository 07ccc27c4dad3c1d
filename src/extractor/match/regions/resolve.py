"""Which of the places of that name: by the words beside it, the rest of the article, then by size."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import log10

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import MINOR_KINDS, Gazetteer, Place

COUNTRY, FIRST_LEVEL, LOWER_LEVEL, NAMED = 9.0, 6.7, 5.8, 8.5
OF_KIND, ACCENT = 10.0, 0.7
DATELINE = 3.0  # a dateline in capitals is a town
SMALL = 50_000  # people
PREVAILS = 2  # places of a country that settle where one in no list lies


class Resolver:
    """Chooses one place a candidate."""

    def __init__(self, cues: Cues, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._city_first = cues.lists["city_first"]
        self._generic = cues.lists["direction"] | {word for word, row in cues.kinds.items() if row.fits}

    def resolve(self, tokens: Tokens, candidates: list[Candidate]) -> list[Place]:
        """The places of the candidates, in their order."""
        countries, parents = self._settled(candidates)
        chosen: list[Place] = []
        for number, candidate in enumerate(candidates):
            if len(candidate.places) == 1:
                chosen.append(candidate.places[0])
                continue
            siblings = self._siblings(candidates, number)
            chosen.append(max(candidate.places, key=lambda p: self._score(p, candidate, countries, parents, siblings)))
        by_start = {candidate.start: place for candidate, place in zip(candidates, chosen, strict=True)}
        for number, candidate in enumerate(candidates):
            if candidate.container is not None and candidate.container in by_start:
                chosen[number] = _inside(candidate, by_start[candidate.container]) or chosen[number]
        _agree(candidates, chosen)
        chosen = [self._with_code(place, candidate) for place, candidate in zip(chosen, candidates, strict=True)]
        own = Counter(candidate.key for candidate in candidates)
        lands = Counter(place.country for place in chosen if place.country and place.id != COINED)
        return [
            self._at_home(place, candidate, countries, lands, own[candidate.key])
            for place, candidate in zip(chosen, candidates, strict=True)
        ]

    def _settled(self, candidates: list[Candidate]) -> tuple[Counter[str], Counter[str]]:
        """Countries and first-level divisions that the unambiguous names of the article lie in, and how often."""
        countries: Counter[str] = Counter()
        parents: Counter[str] = Counter()
        for candidate in candidates:
            inside = {place.country for place in candidate.places}
            if len(inside) == 1 and (country := inside.pop()):
                countries[country] += 1
            codes = {place.code if place.code and "-" in place.code else place.parent for place in candidate.places}
            if len(codes) == 1 and (code := codes.pop()):
                parents[code] += 1
        return countries, parents

    @staticmethod
    def _siblings(candidates: list[Candidate], number: int) -> set[tuple[str | None, str]]:
        """Countries and kinds of the divisions listed right beside ("Oregon, Washington and Idaho")."""
        here = candidates[number]
        near = []
        if number and here.start - candidates[number - 1].end <= 2:
            near.append(candidates[number - 1])
        if number + 1 < len(candidates) and candidates[number + 1].start - here.end <= 2:
            near.append(candidates[number + 1])
        return {
            (place.country, place.kind)
            for other in near
            if other.container is None
            for place in other.places
            if place.code and "-" in place.code
        }

    def _score(
        self,
        place: Place,
        candidate: Candidate,
        countries: Counter[str],
        parents: Counter[str],
        siblings: set[tuple[str | None, str]],
    ) -> float:
        division = bool(place.code and place.parent) and "-" in str(place.code)
        if place.kind == "country":
            score = COUNTRY - (DATELINE if candidate.dateline and candidate.capitals else 0.0)
        elif division:
            score = (FIRST_LEVEL if place.parent == place.country else LOWER_LEVEL) + (0.8 if place.population else 0.0)
        elif place.population:
            score = log10(place.population) + (1.0 if place.kind == "capital" else 0.0)
        else:
            score = NAMED
        if candidate.key.isascii() and not place.name.isascii() and place.kind != "country":
            score -= ACCENT
        score += log10(max(self._people(place.country), 1)) / 10
        if candidate.kind and place.kind in candidate.kind.fits:
            score += OF_KIND
        named = countries[place.country or ""]
        if named:
            score += 1.0 + 2.5 * named / countries.total() * named / (named + 1)
        if place.parent and place.parent != place.country and parents[place.parent]:
            score += 1.0
        if division and candidate.contains:
            score += 3.0
        if division and (place.country, place.kind) in siblings:
            score += 3.0
        return score

    def _people(self, country: str | None) -> int:
        """How many people the country has: of two equal names, news means that in the larger country."""
        place = self._gazetteer.by_id(country) if country else None
        return place.population if place else 0

    def _at_home(
        self, place: Place, candidate: Candidate, countries: Counter[str], lands: Counter[str], own: int
    ) -> Place:
        """Take back a country of which the article gives no hint.

        "North West" and "Central Province" are names in many countries, and a small town of that name in a country that
        the article never mentions is most likely not the one meant. ``own`` is how often the article has the name itself,
        which is no hint. A place in no list lies in the country that nearly all others lie in.
        """
        if place.id == COINED and candidate.container is None:
            return replace(place, country=_prevailing(lands))
        if place.rule != "regions.gazetteer" or place.kind in {"country", "capital"} or candidate.container is not None:
            return place
        others = countries[place.country or ""] - own * (len({p.country for p in candidate.places}) == 1)
        generic = set(candidate.key.split()) <= self._generic
        small = place.code is None and place.population < SMALL and countries.total() > 2
        if others > 0 or not (generic or small):
            return place
        name = candidate.key.title() if generic else place.name
        elsewhere = Counter({code: count for code, count in lands.items() if code != place.country})
        return replace(place, name=name, code=None, country=_prevailing(elsewhere), lat=None, lon=None)

    def _with_code(self, place: Place, candidate: Candidate) -> Place:
        """The division where a city and its division share the name: it has the code."""
        if place.code or place.kind not in MINOR_KINDS or (candidate.kind and candidate.kind.type == "city"):
            return place
        for other in candidate.places:
            same = other.code and "-" in other.code and other.country == place.country
            if same and other.id not in self._city_first:
                return other
        return place


def _prevailing(countries: Counter[str]) -> str | None:
    """The country that four fifths of an article's places lie in, of which there must be some."""
    code, most = max(countries.items(), key=lambda item: item[1], default=("", 0))
    return code if most >= PREVAILS and most * 5 >= countries.total() * 4 else None


def _agree(candidates: list[Candidate], chosen: list[Place]) -> None:
    """One name, one place: a mention that nothing beside it settles follows one that something does."""
    settled = {
        candidate.key: place
        for candidate, place in zip(candidates, chosen, strict=True)
        if candidate.container is not None or candidate.contains
    }
    for number, candidate in enumerate(candidates):
        place = settled.get(candidate.key)
        if place is not None and candidate.container is None and not candidate.contains and candidate.kind is None:
            chosen[number] = place


def _inside(candidate: Candidate, container: Place) -> Place | None:
    """The place of that name that lies in the container; the largest, if there are several."""
    inside = [
        replace(place, country=container.country) if place.id == COINED else place
        for place in candidate.places
        if container.code
        and container.id != place.id
        and (place.id == COINED or container.code in {place.parent, place.country})
    ]
    return max(inside, key=lambda place: (place.code is None, place.population), default=None)
