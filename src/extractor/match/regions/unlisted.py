"""Places in no list: "in Innisfail", "at Pibor, Upper Nile", told by their preposition and by being no word."""

from __future__ import annotations

from extractor.language.lexicon import UNKNOWN, Lexicon
from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place

_LONGEST = 3  # words of an unlisted town before ", Oklahoma"
_SHORTEST = 4  # letters of an unlisted name without its division


class Unlisted:
    """Makes candidates of names that the gazetteer lacks."""

    def __init__(self, cues: Cues, lexicon: Lexicon | None) -> None:
        self._cues, self._lexicon = cues, lexicon
        self.watched = cues.lists["unlisted_in"]

    def add(self, tokens: Tokens, candidates: list[Candidate], marks: list[int]) -> list[Candidate]:
        """The candidates with unlisted towns among them; dropped ones that a town covers give way.

        ``marks`` are the tokens among them that are ``watched``.
        """
        taken = {i for candidate in candidates for i in range(candidate.start, candidate.end)}
        kept = {i for c in candidates if not c.dropped for i in range(c.start, c.end)}
        added = self._before_containers(tokens, candidates, kept)
        if self._lexicon is not None:
            taken |= {i for candidate in added for i in range(candidate.start, candidate.end)}
            added += self._after_prepositions(tokens, taken, marks, self._lexicon)
        if not added:
            return candidates
        spans = {i for candidate in added for i in range(candidate.start, candidate.end)}
        rest = [c for c in candidates if not (c.dropped and spans & set(range(c.start, c.end)))]
        return sorted([*rest, *added], key=lambda candidate: candidate.start)

    def _before_containers(self, tokens: Tokens, candidates: list[Candidate], kept: set[int]) -> list[Candidate]:
        """A capitalised name between a preposition and ", PLACE"."""
        added = []
        for outer in candidates:
            if outer.dropped or outer.start < 2 or tokens.words[outer.start - 1] != ",":
                continue
            holder = next((place for place in outer.places if place.code and place.form == "name"), None)
            end = start = outer.start - 1
            while end - start < _LONGEST and start and start - 1 not in kept and _is_name(tokens, start - 1):
                start -= 1
            if holder and start < end and start and self._opens(tokens.lower[start - 1], holder):
                outer.contains = True
                added.append(_town(tokens, start, end, holder.country, outer.start))
        return added

    def _opens(self, word: str, holder: Place) -> bool:
        """Whether the word stands before a town: "in" before all, "of" only where a division follows the name."""
        return self._cues.has("in", word) or (self._cues.has("town_before", word) and "-" in str(holder.code))

    def _after_prepositions(
        self, tokens: Tokens, taken: set[int], marks: list[int], lexicon: Lexicon
    ) -> list[Candidate]:
        """A capitalised word behind "in" that is in no list, where nothing is held or invested in it."""
        inside, holding, genitive = self.watched, self._cues.lists["holding"], self._cues.lists["genitive"]
        added = []
        for i in [i + 1 for i in marks if tokens.lower[i] in inside and i + 1 < len(tokens)]:
            if i in taken or not _is_name(tokens, i) or len(tokens.words[i]) < _SHORTEST or tokens.words[i].isupper():
                continue
            if (i > 1 and tokens.lower[i - 2] in holding) or not lexicon.classes(tokens.lower[i]) & UNKNOWN:
                continue
            follows = tokens.words[i + 1] if i + 1 < len(tokens) else "."
            if not (follows[0].isupper() or follows[0].isdigit() or follows in "-&" or follows.lower() in genitive):
                added.append(_town(tokens, i, i + 1, None, None))
        return added


def _town(tokens: Tokens, start: int, end: int, country: str | None, container: int | None) -> Candidate:
    name = tokens.quote(start, end)
    place = Place(COINED, "city", name, country=country, rule="regions.unlisted_in")
    return Candidate(start, end, name.lower(), [place], end, container=container)


def _is_name(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word[0].isupper() and word.replace("-", "").replace("'", "").isalpha() and len(word) > 1
