"""Which place "the province", "the country", "the capital" mean: the most salient of the fitting ones.

Salience in the manner of Lappin and Leass (1994), by what news does: a place is as present as it is often named, and more
so where the sentence of the anaphor or the one before it names it, or opens with it. "The country" is mostly the one that
the whole story is about, so what lies in a country counts for it, also further down.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import MINOR_KINDS, Place
from extractor.match.regions.index import NameIndex, pieces

# What a place named once adds, a place for the country it lies in, and nearness to the anaphor.
_NAMES, _INSIDE, _SAME, _BEFORE, _OPENS = 2, 1, 4, 2, 4
_HEAD = 3  # tokens that open a sentence
_PEOPLE = "demonym"  # "Indians", of whom any country's news can speak, count less
_SPAN = ("start", "end", "start_char", "end_char")
_NAMED = frozenset({"name", "dateline", "container"})
_TOWNS = frozenset({"city", "town", "municipality"})
#: What a word can point back to besides places of its own type.
_FITS = {
    "region": frozenset({"region", "cluster", "bloc"}),
    "city": _TOWNS,
    "town": _TOWNS,
    "nation": frozenset({"country"}),
    "state": frozenset({"state", "province"}),
}


class Antecedents:
    """Sets ``means`` of the anaphors among an article's mentions: the place meant, as if it were named there."""

    def __init__(self, cues: Cues, index: NameIndex) -> None:
        self._cues, self._index, self._gazetteer = cues, index, index.gazetteer

    def resolve(self, tokens: Tokens, mentions: list[RegionMention]) -> None:
        """Look for the place of each anaphor; what no place fits stays open."""
        anaphors = [number for number, mention in enumerate(mentions) if mention.form == "anaphor"]
        votes = _votes(mentions) if anaphors else Counter()
        for number in anaphors:
            mention = mentions[number]
            place = self._means(tokens, mentions[:number], mention, votes)
            if place is not None:
                span = {name: getattr(mention, name) for name in _SPAN}
                mention.means = replace(place, form="name", **span)

    def _means(
        self, tokens: Tokens, before: list[RegionMention], mention: RegionMention, votes: Counter[str]
    ) -> RegionMention | None:
        noun, beyond = tokens.lower[mention.end - 1], self._cues.lists["beyond"]
        before = [r for r in before if not r.start or tokens.lower[r.start - 1] not in beyond]  # "neighboring Wayne County"
        for other in reversed(before):  # "the delta" behind "the Yangtze River Delta"
            printed = other.end - other.start > 1 and tokens.lower[other.end - 1] == noun  # "Xinjiang Autonomous Region"
            if other.form in _NAMED and (printed or other.name.lower().endswith(f" {noun}")):
                return other
        if mention.type == "country":
            return self._country(tokens, before, mention, votes)
        if noun in self._cues.lists["anaphor_capital_city"]:
            return self._capital(tokens, before, mention, votes)
        before = [other for other in before if other.form in _NAMED]
        fits = _FITS.get(mention.type, frozenset({mention.type}))
        fitting = [other for other in before if other.type in fits or (fits is _TOWNS and self._is_town(other))]
        return _salient(tokens, fitting, mention)

    def _is_town(self, place: RegionMention) -> bool:
        """Whether a division or country is a town of that name too: Delhi, Hamburg, Singapore."""
        return any(town.country == place.country for town in self._towns(place.name))

    def _towns(self, name: str) -> list[Place]:
        return [place for place in self._index.find(" ".join(pieces(name))) if place.kind in MINOR_KINDS]

    def _country(
        self, tokens: Tokens, before: list[RegionMention], at: RegionMention, votes: Counter[str]
    ) -> RegionMention | None:
        """The country that the story is about, or one that the sentence or the one before it opens with."""
        votes = votes.copy()
        for other in reversed(before):
            if other.country and other.type == "country" and other.form != "anaphor":
                near = _nearness(tokens, other, at)
                if not near:
                    break
                votes[_land(other)] += _INSIDE if other.form == _PEOPLE else near
        code = max(votes, key=lambda country: votes[country], default=None)
        place = self._gazetteer.by_id(code) if code else None
        return _at(at, place) if place is not None else None

    def _capital(
        self, tokens: Tokens, before: list[RegionMention], at: RegionMention, votes: Counter[str]
    ) -> RegionMention | None:
        """The capital of that country, where "national" or a preposition says that money is not meant."""
        word = tokens.lower[at.start - 1] if at.start else ""
        city = word in self._cues.lists["in_capital"] or tokens.lower[at.end - 2] in self._cues.lists["anaphor_inner"]
        country = self._country(tokens, before, at, votes) if city else None
        capital = self._gazetteer.capital(country.code) if country is not None and country.code else None
        if capital is None:
            return None
        divisions = (p for p in self._towns(capital.name) if p.code and p.country == capital.country)
        return _at(at, next(divisions, capital))  # Lima has a code of its own


def _votes(mentions: list[RegionMention]) -> Counter[str]:
    """How much each country is spoken of in the whole article."""
    votes: Counter[str] = Counter()
    for mention in mentions:
        if mention.country and mention.form != "anaphor":
            named = mention.type == "country" and mention.form != _PEOPLE
            votes[_land(mention)] += _NAMES if named else _INSIDE
    return votes


def _land(mention: RegionMention) -> str:
    """The country of a mention that has one; that of Scotland is its own."""
    return (mention.code if mention.type == "country" else None) or mention.country or ""


def _salient(tokens: Tokens, places: list[RegionMention], at: RegionMention) -> RegionMention | None:
    """The place with the most weight, of equal ones the last."""
    weights: Counter[str] = Counter()
    for place in places:
        weights[place.name] += _NAMES + _nearness(tokens, place, at)
    return max(reversed(places), key=lambda place: weights[place.name], default=None)


def _nearness(tokens: Tokens, place: RegionMention, at: RegionMention) -> int:
    """What it adds that the anaphor's sentence or the one before names the place, or opens with it."""
    if not tokens.sentence_of:
        return 0
    number, own = tokens.sentence_of[place.start], tokens.sentence_of[at.start]
    if own - number > 1:
        return 0
    opens = place.start - tokens.sentences[number].start < _HEAD
    return (_SAME if own == number else _BEFORE) + (_OPENS if opens else 0)


def _at(at: RegionMention, place: Place) -> RegionMention:
    """A place of the gazetteer as a mention at the anaphor's span."""
    return replace(
        at,
        name=place.name,
        code=place.code,
        type="country" if place.kind == "country" else at.type,
        country=place.country,
        form="name",
        lat=place.lat,
        lon=place.lon,
    )
