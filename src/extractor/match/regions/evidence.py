"""What speaks for a place: how likely the bare name is one, and what its context adds."""

from __future__ import annotations

from math import log10

from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.context import Context
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import MINOR_KINDS, Place
from extractor.match.regions.index import NameIndex

SURE = 3.0
_MILLIONS, _LARGE = 5.7, 5.0  # powers of ten: half a million people, a hundred thousand


def weight(place: Place) -> tuple[bool, bool, int]:
    """Order of the places of a name before any context: rows, countries, then by population."""
    return place.rule != "regions.gazetteer", place.kind == "country", place.population


class Evidence:
    """Prior and cue of a candidate; ``judge.ENOUGH`` of both together make a place."""

    def __init__(self, index: NameIndex, cues: Cues) -> None:
        self._index, self._cues = index, cues
        self._priors: dict[str, float] = {}

    def letters(self, key: str) -> str:
        """What else the word is: first name (f), surname (s), common word (w), month (m)."""
        letters = self._index.flags.get(key, "")
        if self._cues.has("month", key):
            letters += "m"
        return letters + ("s" if self._cues.has("surname_place", key) else "")

    def prior(self, candidate: Candidate) -> float:
        """3 is always a place, 1 a place unless something speaks against it, 0 or less needs a cue."""
        if candidate.places is not self._index.find(candidate.key):  # narrowed by its context
            return max(self._prior(candidate.key, place) for place in candidate.places)
        known = self._priors.get(candidate.key)
        if known is None:
            known = self._priors[candidate.key] = max(self._prior(candidate.key, p) for p in candidate.places)
        return known

    def _prior(self, key: str, place: Place) -> float:
        if place.kind == "country" or place.id == COINED or place.rule != "regions.gazetteer":
            return SURE
        major = place.kind not in MINOR_KINDS
        size = log10(max(place.population, 1_000))
        if " " in key:
            return 2.0 if major or size > _LARGE else 1.0
        letters = self.letters(key)
        if letters and key.isascii() and not place.name.isascii():  # "Falcon" for "Falcón"
            return 0.0 if major or size > _LARGE else -1.0
        prior = 2.0 if major or size > _MILLIONS else 1.0 if size > _LARGE else 0.0
        if place.kind == "capital":
            prior += 1.0
        if "m" in letters:
            return prior - 2.0
        if major and size > _LARGE:  # named like its large capital
            return prior
        if major:
            return prior - (1.5 if "w" in letters else 1.0 if letters else 0.0)
        return prior - (1.0 if "w" in letters else 0.5 if letters else 0.0)

    def cue(self, context: Context, candidates: list[Candidate], number: int) -> float:
        """What the words around say for a place: 2 is certain, 1 is a preposition of place, 0.5 a weaker one."""
        candidate = candidates[number]
        candidate.dateline = context.dateline(candidate)
        if candidate.container is not None or candidate.contains or candidate.kind or candidate.dateline:
            return 2.0
        start = candidate.start - self._cues.has("anaphor_article", context.before(candidate.start))
        before = context.before(start)
        if self._cues.has("of", before) and self._cues.has("place_of", context.before(start - 1)):
            return 2.0
        if self._cues.has("direction", before):
            return 1.5
        if self._cues.has("in", before):
            return 1.0
        if self._cues.has("in", context.after(candidate.end)) and number + 1 < len(candidates):
            following = candidates[number + 1]
            if following.start == candidate.end + 1 and any(place.code for place in following.places):
                return 1.0
        return 0.5 if self._cues.has("from", before) else 0.0

    def list_cue(self, context: Context, near: Candidate, candidate: Candidate) -> None:
        """A name listed beside a sure place is a place: "Kisumu, Siaya and Bondo"."""
        first, second = (near, candidate) if near.start < candidate.start else (candidate, near)
        between = second.start - first.end
        listed = between == 1 and self._cues.has("list", context.after(first.end))
        if between == 2 and context.after(first.end) == ",":
            listed = self._cues.has("list", context.after(first.end + 1))
        if listed and near.prior + near.cue >= 2:
            candidate.cue = max(candidate.cue, 1.0)
