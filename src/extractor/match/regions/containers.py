"""A place and the place that holds it: "Tulsa, Oklahoma", "Suzhou, Jiangsu province"."""

from __future__ import annotations

from itertools import pairwise

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place
from extractor.match.regions.index import NameIndex

_NEAR = 3.0  # degrees from a town to the middle of its division, at most
_LONGEST = 3  # words of an unlisted town before ", Oklahoma"


class Containers:
    """Links a candidate to the one behind its comma, and makes places of unlisted names before one."""

    def __init__(self, index: NameIndex, cues: Cues) -> None:
        self._index, self._cues = index, cues

    def link(self, tokens: Tokens, candidates: list[Candidate]) -> None:
        """Set ``container`` and ``contains`` where one place of the first lies in one of the second."""
        for inner, outer in pairwise(candidates):
            if outer.start - inner.end != 1 or tokens.words[inner.end] != ",":
                continue
            holding = [place for place in outer.places if any(_lies_in(inside, place) for inside in inner.places)]
            if holding:
                inner.places = [place for place in inner.places if any(_lies_in(place, holder) for holder in holding)]
                outer.places = holding
                inner.container, outer.contains = outer.start, True

    def coin(self, tokens: Tokens, candidates: list[Candidate]) -> list[Candidate]:
        """Add unlisted towns: a capitalised name between a preposition and ", PLACE"."""
        added: list[Candidate] = []
        dropped = {candidate.end: candidate for candidate in candidates if candidate.dropped}
        taken = {i for c in candidates if not c.dropped for i in range(c.start, c.end)}
        for outer in candidates:
            if outer.dropped or outer.start < 2 or tokens.words[outer.start - 1] != "," or not _holds(outer):
                continue
            end = start = outer.start - 1
            while end - start < _LONGEST and start and start - 1 not in taken and self._names(tokens, start - 1):
                start -= 1
            if start < end and start and self._cues.has("in", tokens.lower[start - 1]):
                dropped.pop(end, None)
                holder = next(place for place in outer.places if place.code)
                place = Place(COINED, "city", tokens.quote(start, end), None, holder.country, rule="regions.in")
                added.append(Candidate(start, end, place.name.lower(), [place], end, container=outer.start))
                outer.contains = True
        if not added:
            return candidates
        spans = {i for candidate in added for i in range(candidate.start, candidate.end)}
        rest = [c for c in candidates if not (c.dropped and spans & set(range(c.start, c.end)))]
        return sorted([*rest, *added], key=lambda candidate: candidate.start)

    @staticmethod
    def _names(tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        return word[0].isupper() and word.replace("-", "").replace("'", "").isalpha() and len(word) > 1


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


def _holds(candidate: Candidate) -> bool:
    """Whether the candidate is a country or a division, which towns lie in."""
    return any(place.code and place.form == "name" for place in candidate.places)
