"""Is this name a place here? Its prior, what its context says for it, and what speaks against it."""

from __future__ import annotations

from itertools import pairwise
from math import log10

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.context import Context
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place
from extractor.match.regions.index import NameIndex

#: A candidate is a place when prior and cues reach this.
ENOUGH = 1.0
SURE = 3.0
MINOR_KINDS = frozenset({"city", "capital", "district", "town"})


class Judge:
    """Drops names that are no places here."""

    def __init__(self, index: NameIndex, cues: Cues) -> None:
        self._index, self._cues = index, cues

    def judge(self, tokens: Tokens, candidates: list[Candidate]) -> None:
        """Fill ``prior``, ``cue`` and ``dropped`` of each candidate."""
        context = Context(tokens, self._cues)
        for number, candidate in enumerate(candidates):
            candidate.prior = self._prior(candidate)
            candidate.cue = self._cue(context, candidates, number)
        for pair in pairwise(candidates), pairwise(reversed(candidates)):
            for near, candidate in pair:
                self._list_cue(context, near, candidate)
        for number, candidate in enumerate(candidates):
            candidate.dropped = self._against(context, candidates, number)
        self._settle(candidates)

    def _prior(self, candidate: Candidate) -> float:
        """How likely the bare name is a place: 3 always, 1 unless something speaks against it, 0 or less with a cue."""
        best = max(candidate.places, key=_weight)
        if best.form != "name" or best.id == COINED or best.rule != "regions.gazetteer":
            return SURE
        if best.kind == "country":
            return SURE
        letters = self._letters(candidate.key)
        if " " in candidate.key:
            return 2.0 if best.kind not in MINOR_KINDS or best.population > 100_000 else 1.0
        if best.kind not in MINOR_KINDS:
            return 2.0 if not letters else 0.5 if "w" in letters else 1.0
        size = log10(max(best.population, 1_000))
        prior = 2.0 if size > 5.7 else 1.0 if size > 5.0 else 0.0
        if best.kind == "capital":
            prior += 1.0
        return prior - ("w" in letters or "m" in letters) - (1.0 if "m" in letters else 0.5 if letters else 0.0)

    def _letters(self, key: str) -> str:
        letters = self._index.flags.get(key, "")
        if self._cues.has("month", key):
            letters += "m"
        return letters + ("s" if self._cues.has("surname_place", key) else "")

    def _cue(self, context: Context, candidates: list[Candidate], number: int) -> float:
        """What the words around say for a place."""
        candidate = candidates[number]
        start = candidate.start - self._cues.has("anaphor_article", context.before(candidate.start))
        if candidate.container is not None or candidate.contains or candidate.kind or context.dateline(candidate):
            return 2.0
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

    def _list_cue(self, context: Context, near: Candidate, candidate: Candidate) -> None:
        """A name listed beside a sure place is a place: "Kisumu, Siaya and Bondo"."""
        first, second = sorted((near, candidate), key=lambda c: c.start)
        between = second.start - first.end
        listed = between == 1 and self._cues.has("list", context.after(first.end))
        if between == 2 and context.after(first.end) == ",":
            listed = self._cues.has("list", context.after(first.end + 1))
        if listed and near.prior + near.cue >= 2:
            candidate.cue = max(candidate.cue, 1.0)

    def _against(self, context: Context, candidates: list[Candidate], number: int) -> str:
        """The rule that says this is no place, or nothing."""
        candidate = candidates[number]
        if max(candidate.places, key=_weight).form == "organisation":
            return ""
        if candidate.container is not None or candidate.contains:
            return ""
        previous = candidates[number - 1] if number else None
        if self._is_part(context, candidate):
            return "regions.part_of"
        person = self._is_person(context, candidate, previous)
        if person:
            return person
        return self._runs_into_name(context, candidate)

    def _is_part(self, context: Context, candidate: Candidate) -> bool:
        """ "University of Texas", "Real Madrid"."""
        start = candidate.start - self._cues.has("direction", context.before(candidate.start))
        before = context.before(start)
        if self._cues.has("of", before):
            head = start - 2
            return self._cues.has("part_of", context.before(head + 1)) and context.capital(head)
        if self._cues.has("part_before", before) and context.capital(candidate.start - 1):
            return True
        return candidate.key in self._index.capitals and context.currency(candidate.start)

    def _is_person(self, context: Context, candidate: Candidate, previous: Candidate | None) -> str:
        """ "Mr Lincoln", "Denzel Washington", "Jackson said"."""
        at = candidate.start - 1
        before = context.before(candidate.start)
        demonym = max(candidate.places, key=_weight).form == "demonym"
        if demonym or before == "":
            return ""
        if (
            previous
            and previous.end == candidate.start
            and not previous.dropped
            and "f" not in self._letters(previous.key)
        ):
            return "" if candidate.prior >= 2 else "regions.title"
        if self._cues.has("title", before) and (candidate.prior < SURE or self._cues.has("nation_name", candidate.key)):
            return "regions.title"
        if context.capital(at) and candidate.key not in self._index.capitals:
            given = "f" in self._index.flags.get(before, "") or self._cues.has("first_name", before)
            named = candidate.prior < SURE or self._cues.has("nation_name", candidate.key)
            if given and named:
                return "regions.first_name"
            if not context.opens_sentence(at) and not context.headline(at) and self._is_name_part(context, candidate):
                return "regions.first_name"
        letters = self._letters(candidate.key)
        capital = any(place.kind == "capital" for place in candidate.places)
        if letters and not capital and candidate.cue < 1 and self._cues.has("speech", context.after(candidate.end)):
            return "regions.speech"
        return ""

    def _is_name_part(self, context: Context, candidate: Candidate) -> bool:
        """Whether the capitalised word before belongs to a longer name that the place's name only ends."""
        word = context.word(candidate.start - 1)
        lower = word.lower()
        if not word.replace("-", "").isalpha() or self._cues.has("before_place", lower) or lower in self._index.lower:
            return False
        if self._cues.has("keep_after", lower) or lower in self._cues.kinds or self._cues.has("title", lower):
            return False
        return lower not in self._index.longest

    def _runs_into_name(self, context: Context, candidate: Candidate) -> str:
        """ "Boston Globe", "Paris Hilton": with the capitalised word behind it, the name is another."""
        best = max(candidate.places, key=_weight)
        if (
            best.form == "demonym"
            or candidate.kind
            or not context.capital(candidate.end)
            or context.headline(candidate.start)
        ):
            return ""
        after = context.after(candidate.end)
        run = context.capital_run(candidate.end)
        if any(self._cues.has("part_after", word) for word in run):
            return "regions.part_after"
        if any(self._cues.has("keep_after", word) for word in run):
            return ""
        if after in self._index.longest and not self._letters(after):
            return ""
        sure = candidate.prior >= SURE and not self._cues.has("nation_name", candidate.key)
        return "" if sure or candidate.key in self._index.capitals else "regions.part_after"

    def _settle(self, candidates: list[Candidate]) -> None:
        """Let the whole article speak: the best cue of a name counts for all its mentions, a person stays a person."""
        cues: dict[str, float] = {}
        persons = set()
        for candidate in candidates:
            if candidate.dropped in {"regions.title", "regions.first_name", "regions.speech"}:
                persons.add(candidate.key)
            elif not candidate.dropped:
                cues[candidate.key] = max(cues.get(candidate.key, 0.0), candidate.cue)
        for candidate in candidates:
            if candidate.dropped:
                continue
            here, anywhere = candidate.cue, cues[candidate.key]
            if candidate.key in persons and here < 1 and candidate.prior < SURE:
                candidate.dropped = "regions.first_name"
            elif candidate.prior + max(here, min(anywhere, 1.0)) < ENOUGH:
                candidate.dropped = "regions.weak"


def _weight(place: Place) -> tuple[bool, bool, int]:
    return place.rule != "regions.gazetteer", place.kind == "country", place.population
