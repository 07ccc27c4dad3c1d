"""Places in no list, told by what stands around them and by being no word.

"In Innisfail", "at Pibor, Upper Nile", "the village of Wabera", "Kisumu, Nyando, Bunyala and Nakuru".
"""

from __future__ import annotations

from itertools import pairwise

from extractor.language.lexicon import UNKNOWN, Lexicon
from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import COINED, Candidate
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place

_LONGEST = 3  # words of an unlisted town before ", Oklahoma"
_LIST = 15  # tokens between two listed places
_SHORTEST = 4  # letters of an unlisted name without its division


class Unlisted:
    """Makes candidates of names that the gazetteer lacks."""

    def __init__(self, cues: Cues, lexicon: Lexicon | None) -> None:
        self._cues, self._lexicon = cues, lexicon
        self._of = cues.lists["of"]
        self._kinds = cues.lists["kinds"]
        self._openers = cues.lists["unlisted_in"] | self._of
        self.watched = self._openers | self._kinds

    def add(self, tokens: Tokens, candidates: list[Candidate], marks: list[int]) -> list[Candidate]:
        """The candidates with unlisted towns among them; dropped ones that a town covers give way.

        ``marks`` are the tokens among them that are ``watched``.
        """
        taken = {i for candidate in candidates for i in range(candidate.start, candidate.end)}
        kept = {i for c in candidates if not c.dropped for i in range(c.start, c.end)}
        added = self._before_containers(tokens, candidates, kept)
        if self._lexicon is not None:
            for candidate in added:
                taken.update(range(candidate.start, candidate.end))
            added += self._after_prepositions(tokens, taken, marks, self._lexicon)
            added += self._listed(tokens, candidates, taken, self._lexicon)
            kinds = [i for i in marks if tokens.lower[i] in self._kinds]
            if kinds:
                for candidate in added:
                    kept.update(range(candidate.start, candidate.end))
                added += self._before_kinds(tokens, kept, kinds)
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
        """A capitalised word behind "in", or behind "the village of", that is in no list.

        Nothing is held or invested in it, and no longer name begins with it.
        """
        holding, genitive = self._cues.lists["holding"], self._cues.lists["genitive"]
        added = []
        words, lower, openers, last = tokens.words, tokens.lower, self._openers, len(tokens) - 1
        for i in [i + 1 for i in marks if lower[i] in openers and i < last and words[i + 1] != lower[i + 1]]:
            if i in taken or not self._unknown(tokens, i, lexicon) or words[i].isupper():
                continue
            before = tokens.lower[i - 2] if i > 1 else ""
            if before in holding or (tokens.lower[i - 1] in self._of and not self._cues.has("settlement", before)):
                continue
            follows = tokens.words[i + 1] if i + 1 < len(tokens) else "."
            if not (follows[0].isupper() or follows[0].isdigit() or follows in "-&" or follows.lower() in genitive):
                added.append(_town(tokens, i, i + 1, None, None))
        return added

    def _listed(
        self, tokens: Tokens, candidates: list[Candidate], taken: set[int], lexicon: Lexicon
    ) -> list[Candidate]:
        """Capitalised words in no list between two places of one list: "Kisumu, Nyando, Bunyala and Nakuru"."""
        listing, added = self._cues.lists["list"], []
        places = [candidate for candidate in candidates if not candidate.dropped]
        for left, right in pairwise(places):
            if not 2 < right.start - left.end <= _LIST or left.contains:
                continue
            gap = range(left.end, right.start)
            names = [i for i in gap if tokens.lower[i] not in listing]
            alone = all(tokens.lower[i - 1] in listing and tokens.lower[i + 1] in listing for i in names)
            if names and alone and all(i not in taken and self._unknown(tokens, i, lexicon) for i in names):
                added += [_town(tokens, i, i + 1, None, None) for i in names]
        return added

    def _before_kinds(self, tokens: Tokens, taken: set[int], kinds: list[int]) -> list[Candidate]:
        """All capitalised words of a list that ends with what they are: "Gwinnett and Cobb counties"."""
        added, listing = [], self._cues.lists["list"]
        for at in kinds:
            names, i = [], at
            while i > 0 and _is_name(tokens, i - 1):
                start = i - 1
                while start > 0 and i - start < _LONGEST and _is_name(tokens, start - 1):
                    start -= 1
                names.append((start, i))
                i = start
                while i > 0 and tokens.lower[i - 1] in listing:
                    i -= 1
                if i == start:
                    break
            if len(names) > 1:
                free = [name for name in names if not taken & set(range(*name))]
                added += [_town(tokens, *name, None, None, "regions.kinds") for name in free]
        return added

    @staticmethod
    def _unknown(tokens: Tokens, i: int, lexicon: Lexicon) -> bool:
        """Whether the word is printed as a name, and is none of the language's words."""
        if not _is_name(tokens, i) or len(tokens.words[i]) < _SHORTEST:
            return False
        return bool(lexicon.classes(tokens.lower[i]) & UNKNOWN)


def _town(
    tokens: Tokens, start: int, end: int, country: str | None, container: int | None, rule: str = "regions.unlisted_in"
) -> Candidate:
    name = tokens.quote(start, end)
    place = Place(COINED, "city", name, country=country, rule=rule)
    return Candidate(start, end, name.lower(), [place], end, container=container)


def _is_name(tokens: Tokens, i: int) -> bool:
    word = tokens.words[i]
    return word[0].isupper() and word.replace("-", "").replace("'", "").isalpha() and len(word) > 1
