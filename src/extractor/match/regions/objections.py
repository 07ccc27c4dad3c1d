"""What speaks against a place: persons, companies, universities, clubs and currencies that carry its name."""

from __future__ import annotations

from extractor.match.regions.candidates import Candidate
from extractor.match.regions.context import HYPHENS, Context
from extractor.match.regions.cues import Cues
from extractor.match.regions.evidence import SURE, Evidence, weight
from extractor.match.regions.index import NameIndex

_SHORT = 3  # letters of "US", "UAE", which are printed so
PERSONS = frozenset({"regions.title", "regions.first_name", "regions.speech"})


class Objections:
    """Names the rule that speaks against a candidate."""

    def __init__(self, index: NameIndex, cues: Cues, evidence: Evidence) -> None:
        self._index, self._cues, self._evidence = index, cues, evidence

    def against(self, context: Context, candidates: list[Candidate], number: int) -> str:
        """The rule that says this is no place, or nothing."""
        candidate = candidates[number]
        form = (candidate.places[0] if len(candidate.places) == 1 else max(candidate.places, key=weight)).form
        if form == "organisation" or candidate.container is not None or candidate.contains:
            return ""
        if self._cues.has("currency", context.after(candidate.end)):
            return "regions.currency"
        after = context.after(candidate.end)
        if self._cues.has("species", after) and not context.capital(candidate.end):
            return "regions.species"
        if self._cues.has("street", candidate.key.rsplit(" ")[-1]) and context.before(candidate.start).isdigit():
            return "regions.street"  # "14 Marine Parade"
        if form != "demonym" and self._cues.has("stream", after) and not context.capital(candidate.end):
            return "regions.stream"
        if self._cues.has("firm", candidate.key) and self._is_firm(context, candidate):
            return "regions.firm"
        part = self._is_part(context, candidate)
        if part:
            return part
        doubtful = candidate.prior < SURE and candidate.cue < 2 and candidate.key not in self._index.capitals
        people = form == "demonym" and len(candidate.key) > _SHORT  # "DANE" is an office, no Dane
        if (doubtful or people) and context.acronym(candidate.start):
            return "regions.acronym"
        if self._is_club(context, candidate):
            return "regions.club_after"
        previous = candidates[number - 1] if number else None
        if form == "demonym" and self._is_language(context, candidate):
            return "regions.language"
        if form != "demonym":
            person = self._is_person(context, candidate, previous)
            if person:
                return person
        if candidate.kind or not context.capital_run(candidate.end) or _hyphened(context, previous, candidate):
            return ""
        if form == "demonym":  # "American Airlines"
            company = self._cues.has("part_after", context.after(candidate.end))
            return "regions.part_after" if company and not context.headline(candidate.start) else ""
        following = candidates[number + 1] if number + 1 < len(candidates) else None
        return self._runs_into_name(context, candidate, following)

    def _is_firm(self, context: Context, candidate: Candidate) -> bool:
        """"Amazon hired 40 people", but "the Amazon", "in Nokia", "Amazon deforestation"."""
        before = context.before(candidate.start)
        placed = candidate.cue >= 1 or self._cues.has("anaphor_article", before)
        return not placed and candidate.kind is None and not self._cues.has("firm_no", context.after(candidate.end))

    def _is_part(self, context: Context, candidate: Candidate) -> str:
        """ "University of Texas", "Real Madrid", "$US"."""
        start = candidate.start - self._cues.has("direction", context.before(candidate.start))
        before = context.before(start)
        if self._cues.has("of", before):
            headed = self._cues.has("part_of", context.before(start - 1)) and context.capital(start - 2)
            return "regions.part_of" if headed else ""
        if self._cues.has("part_before", before) and context.capital(candidate.start - 1):
            return "regions.part_before"
        if self._cues.has("part_within", before) and context.capital(start - 2):
            return "regions.part_within"
        if candidate.key not in self._index.capitals:
            return ""
        priced = context.currency(candidate.start) or self._cues.has("currency", before)
        return "regions.currency" if priced else ""

    def _is_language(self, context: Context, candidate: Candidate) -> bool:
        """ "They speak Spanish", "in English and French", "the Chinese language"."""
        after = context.after(candidate.end)
        if self._cues.has("language", after):
            return True
        ends = not after[:1].isalpha() or self._cues.has("list", after)
        return ends and after != "-" and self._cues.has("language_before", context.before(candidate.start))

    def _is_club(self, context: Context, candidate: Candidate) -> bool:
        """ "Manchester City" is a club, "Wuhan City" a city: it goes by country."""
        if candidate.kind is None or not context.capital(candidate.name_end):
            return False
        club = self._cues.has("club_after", context.after(candidate.name_end)) and not context.capital_run(
            candidate.end
        )
        return club and all(place.country in self._cues.lists["club_country"] for place in candidate.places)

    def _is_person(self, context: Context, candidate: Candidate, previous: Candidate | None) -> str:
        """ "Mr Lincoln", "Denzel Washington", "Jackson said"."""
        before, at = context.before(candidate.start), candidate.start - 1
        named = candidate.prior < SURE or self._cues.has("nation_name", candidate.key)
        letters = self._evidence.letters(candidate.key)
        speaks = candidate.cue < 1 and self._cues.has("speech", context.after(candidate.end))
        if set(letters) & {"s", "f"} and speaks and not any(place.kind == "capital" for place in candidate.places):
            return "regions.speech"
        if not before:
            return ""
        if previous and previous.end == candidate.start and not previous.dropped:
            given = "f" in self._evidence.letters(previous.key)
            return "" if candidate.prior >= 2 and not given else "regions.title"
        if named and self._cues.has("title", before):
            return "regions.title"
        if not context.capital(at) or candidate.key in self._index.capitals:
            return ""
        if named and ("f" in self._index.flags.get(before, "") or self._cues.has("first_name", before)):
            return "regions.first_name"
        doubtful = bool(letters) and candidate.cue < 1
        inside = (doubtful or not context.opens_sentence(at)) and not context.headline(at)
        return "regions.first_name" if inside and self._ends_name(context, at) else ""

    def _ends_name(self, context: Context, at: int) -> bool:
        """Whether the capitalised word at ``at`` belongs to a longer name that the place's name only ends."""
        word = context.word(at)
        lower = word.lower()
        if not word.replace("-", "").isalpha() or lower in self._index.lower or lower in self._cues.kinds:
            return False
        return not any(self._cues.has(name, lower) for name in ("before_place", "keep_after", "title"))

    def _runs_into_name(self, context: Context, candidate: Candidate, following: Candidate | None) -> str:
        """ "Boston Globe", "Paris Hilton": with the capitalised word behind it, the name is another."""
        if candidate.key in self._index.lower:
            opens = context.opens_sentence(candidate.start) or not context.capital(candidate.start)
            return "" if opens else "regions.part_after"
        if context.headline(candidate.start):
            return ""
        run = context.capital_run(candidate.end)
        if candidate.prior >= 2 and any(self._cues.has("public_body", word) for word in run):
            return ""
        if any(self._cues.has("part_after", word) for word in run):
            return "regions.part_after"
        if any(self._cues.has("keep_after", word) for word in run):
            return ""
        if following and following.start == candidate.end and following.prior >= 2:
            return ""
        sure = candidate.prior >= SURE and not self._cues.has("nation_name", candidate.key)
        return "" if sure or candidate.key in self._index.capitals else "regions.part_after"


def _hyphened(context: Context, previous: Candidate | None, candidate: Candidate) -> bool:
    """Whether the name is the second of two places joined by a hyphen: "China-Laos Railway" names both."""
    joined = previous is not None and previous.end == candidate.start - 1 and not previous.dropped
    return joined and context.before(candidate.start) in HYPHENS
