"""A place and the place that holds it: "Tulsa, Oklahoma", "Suzhou, Jiangsu province"."""

from __future__ import annotations

from itertools import pairwise

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place

_NEAR = 3.0  # degrees from a town to the middle of its division, at most


def link_containers(tokens: Tokens, candidates: list[Candidate], cues: Cues) -> None:
    """Set ``container`` and ``contains`` where one place of the first lies in one of the second."""
    for number, (inner, outer) in enumerate(pairwise(candidates)):
        if outer.start - inner.end != 1 or tokens.words[inner.end] != ",":
            continue
        after = candidates[number + 2] if number + 2 < len(candidates) else None
        if _is_list(inner, outer, after):
            continue
        holding = [place for place in outer.places if any(_lies_in(inside, place) for inside in inner.places)]
        if holding:
            inner.places = [place for place in inner.places if any(_lies_in(place, holder) for holder in holding)]
        elif _is_namesake(inner, outer) and inner.start and cues.has("town_before", tokens.lower[inner.start - 1]):
            holding = [place for place in outer.places if _is_division(place)]
            name = tokens.quote(inner.start, inner.end)
            inner.places = [Place(COINED, "city", name, country=holding[0].country, rule="regions.unlisted_in")]
        if holding:
            outer.places = holding
            inner.container, outer.contains = outer.start, True


def _is_list(inner: Candidate, outer: Candidate, after: Candidate | None) -> bool:
    """Whether the comma lists equals: "Washington, Pennsylvania and California"."""
    equals = any(_is_division(place) for place in inner.places) and any(_is_division(place) for place in outer.places)
    return equals and after is not None and after.start == outer.end + 1 and any(map(_is_division, after.places))


def _is_namesake(inner: Candidate, outer: Candidate) -> bool:
    """Whether a town is only the namesake of those known: "Bradford, Ontario"."""
    elsewhere = not any(place.kind == "country" or place.id == COINED for place in inner.places)
    return elsewhere and any(_is_division(place) for place in outer.places)


def _is_division(place: Place) -> bool:
    return place.form == "name" and place.code is not None and "-" in place.code


def _lies_in(place: Place, holder: Place) -> bool:
    """Whether a place lies in a country or division: by code, or by distance where it has no division of its own."""
    if not holder.code or holder.form != "name" or place.kind == "country" or place.code == holder.code:
        return False
    if place.id == COINED:
        return place.country in {None, holder.country}
    if holder.code in {place.parent, place.country}:
        return True
    if place.country != holder.country or place.parent != place.country or place.code:
        return False
    if place.lat is None or place.lon is None or holder.lat is None or holder.lon is None:
        return False
    return abs(place.lat - holder.lat) + abs(place.lon - holder.lon) < _NEAR
