"""Is this name a place here? What speaks for and against it, in its context and in the whole article."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import Candidate
from extractor.match.regions.context import Context
from extractor.match.regions.cues import Cues
from extractor.match.regions.evidence import SURE, Evidence
from extractor.match.regions.index import NameIndex
from extractor.match.regions.objections import PERSONS, Objections

#: A candidate is a place when prior and cues reach this.
ENOUGH = 1.0
#: Share of the article's sure names in a country that makes its towns likely, and how many there must be.
HOME_SHARE, HOME_NAMES = 0.3, 1


_GREAT = 2.0  # prior of a great city


class Judge:
    """Drops names that are no places here."""

    def __init__(self, index: NameIndex, cues: Cues) -> None:
        self._cues = cues
        self._evidence = Evidence(index, cues)
        self._objections = Objections(index, cues, self._evidence)

    def judge(self, tokens: Tokens, candidates: list[Candidate]) -> None:
        """Fill ``prior``, ``cue`` and ``dropped`` of each candidate."""
        context = Context(tokens, self._cues)
        for number, candidate in enumerate(candidates):
            candidate.prior = self._evidence.prior(candidate)
            candidate.cue = self._evidence.cue(context, candidates, number)
        for pair in pairwise(candidates), pairwise(reversed(candidates)):
            for near, candidate in pair:
                self._evidence.list_cue(context, near, candidate)
        for number, candidate in enumerate(candidates):
            candidate.dropped = self._objections.against(context, candidates, number)
        self._settle(candidates)

    def _settle(self, candidates: list[Candidate]) -> None:
        """Let the whole article speak: the best cue of a name counts for all its mentions, a person stays a person."""
        homes = _homes(candidates)
        cues: dict[str, float] = {}
        persons = set()
        for candidate in candidates:
            if candidate.dropped in PERSONS:
                persons.add(candidate.key)
            elif not candidate.dropped:
                cues[candidate.key] = max(cues.get(candidate.key, 0.0), candidate.cue)
        for candidate in candidates:
            if candidate.dropped:
                continue
            if candidate.key in persons and candidate.cue < self._doubt(candidate):
                candidate.dropped = "regions.first_name"
            elif candidate.prior + self._cue(candidate, cues[candidate.key], homes) < ENOUGH:
                candidate.dropped = "regions.weak"

    @staticmethod
    def _doubt(candidate: Candidate) -> float:
        """The cue that a name needs that is a person's elsewhere in the article: a great city needs a weak one."""
        return 0.0 if candidate.prior >= SURE else 0.5 if candidate.prior >= _GREAT else 1.0

    def _cue(self, candidate: Candidate, anywhere: float, homes: frozenset[str]) -> float:
        """The candidate's cue, or the article's: the same name with a cue, or a town of the country it is about."""
        cue = max(candidate.cue, min(anywhere, 1.0))
        if any(place.country in homes for place in candidate.places):
            if not self._evidence.letters(candidate.key):
                return max(cue, 1.0)
            return cue + 0.5 if candidate.cue >= 1 else max(cue, 0.5)
        return cue


def _homes(candidates: list[Candidate]) -> frozenset[str]:
    """Countries that many of the article's sure names lie in."""
    sure = (one for one in candidates if not one.dropped and one.prior + min(one.cue, 1.0) >= _GREAT)
    counts = Counter(code for candidate in sure if (code := _land(candidate)))
    total = sum(counts.values())
    return frozenset(code for code, n in counts.items() if n >= HOME_NAMES and n >= HOME_SHARE * total)


def _land(candidate: Candidate) -> str | None:
    """The one country that a name's places lie in, or the country that has the name: Peru, though Illinois has one too."""
    if len(candidate.places) == 1:
        return candidate.places[0].country
    lands = {place.country for place in candidate.places}
    if len(lands) > 1:
        lands = {place.country for place in candidate.places if place.kind == "country"}
    return lands.pop() if len(lands) == 1 else None
