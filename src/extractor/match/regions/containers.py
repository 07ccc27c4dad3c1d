"""A place and the place that holds it: "Tulsa, Oklahoma", "Suzhou, Jiangsu province"."""

from __future__ import annotations

from itertools import pairwise

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import Candidate
from extractor.match.regions.gazetteer import Place

_NEAR = 3.0  # degrees from a town to the middle of its division, at most


def link_containers(tokens: Tokens, candidates: list[Candidate]) -> None:
    """Set ``container`` and ``contains`` where one place of the first lies in one of the second."""
    for inner, outer in pairwise(candidates):
        if outer.start - inner.end != 1 or tokens.words[inner.end] != ",":
            continue
        holding = [place for place in outer.places if any(_lies_in(inside, place) for inside in inner.places)]
        if holding:
            inner.places = [place for place in inner.places if any(_lies_in(place, holder) for holder in holding)]
            outer.places = holding
            inner.container, outer.contains = outer.start, True


def _lies_in(place: Place, holder: Place) -> bool:
    """Whether a place lies in a country or division: by code, or by distance where it has no division of its own."""
    if not holder.code or holder.form != "name" or place.kind == "country" or place.code == holder.code:
        return False
    if holder.code in {place.parent, place.country}:
        return True
    if place.country != holder.country or place.parent != place.country or place.code:
        return False
    if place.lat is None or place.lon is None or holder.lat is None or holder.lon is None:
        return False
    return abs(place.lat - holder.lat) + abs(place.lon - holder.lon) < _NEAR
