"""Every name in the article that could be a place, before its context is judged."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from extractor.language.tokens import Tokens
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place
from extractor.match.regions.index import NameIndex
from extractor.match.regions.rows import KindRow

COINED = "coined"


@dataclass(slots=True)
class Candidate:
    """Tokens ``start`` to ``end`` that may name one of ``places``.

    ``name_end`` is where the name ends and its kind word begins, ``kind`` the row of that word. ``container`` is the
    first token of the place behind the comma that holds this one ("Tulsa, Oklahoma"), which has ``contains`` set.
    ``dateline`` is true where it opens a story, ``capitals`` where it is printed in capitals alone. ``prior`` and ``cue``
    add up what speaks for a place, ``dropped`` is the rule that speaks against it.
    """

    start: int
    end: int
    key: str
    places: list[Place]
    name_end: int
    kind: KindRow | None = None
    cue: float = 0.0
    prior: float = 0.0
    container: int | None = None
    contains: bool = False
    dateline: bool = False
    capitals: bool = False
    dropped: str = ""
    rules: list[str] = field(default_factory=list)


class Finder:
    """Longest match of names, with the kind words beside them."""

    def __init__(self, index: NameIndex, cues: Cues) -> None:
        self._index, self._cues = index, cues
        self.watched = frozenset(index.lengths) | frozenset(cues.kinds)
        kinds = {word for word, row in cues.kinds.items() if row.lower}
        #: Words in lower case that open a name or coin a place.
        self.openers = frozenset({key.split()[0] for key in index.lower | index.lower_head} | kinds)

    def find(self, tokens: Tokens, marks: list[int]) -> list[Candidate]:
        """Candidates in order, none overlapping; ``marks`` are the tokens among them that are ``watched``."""
        words, lower, openers, kinds = tokens.words, tokens.lower, self.openers, self._cues.kinds
        found: list[Candidate] = []
        end = 0
        for i in marks:  # in lower case only a few words open a name or coin a place
            if i < end or (words[i] == lower[i] and lower[i] not in openers):
                continue
            candidate = self._name(tokens, i)
            if candidate is None or (lower[i] in kinds and candidate.end == i + 1):  # there is a town called Bay
                candidate = self._coined(tokens, i, end) or candidate
            if candidate:
                end = candidate.end
                if found and candidate.start < found[-1].end:
                    found.pop()
                found.append(candidate)
        return found

    def _name(self, tokens: Tokens, i: int) -> Candidate | None:
        lower, index, names = tokens.lower, self._index, self._index.names
        for count in _counts(index.lengths.get(lower[i], 0)):
            if i + count > len(lower):
                continue
            key = lower[i] if count == 1 else " ".join(lower[i : i + count])
            if key in names and self._printed(tokens, i, i + count, key):
                candidate = Candidate(i, i + count, key, index.find(key), i + count)
                candidate.capitals = tokens.words[i].isupper()
                self._add_kind(tokens, candidate)
                self._narrow(tokens, candidate)
                return candidate
        return None

    def _printed(self, tokens: Tokens, start: int, end: int, key: str) -> bool:
        """Whether the name is printed as names are: with a capital, in capitals, behind a comma."""
        words = tokens.words
        if key in self._index.lower:
            return True
        if key in self._index.after_comma and not (start and words[start - 1] == ","):
            return False
        if key in self._index.capitals:
            return words[start].isupper()
        if end - start == 1:
            return words[start][0].isupper()
        first = words[start][0].isupper()
        rest = any(word != word.lower() for word in words[start + 1 : end])
        return (rest and (first or key in self._index.lower_head)) or (first and key in self._index.plain_tail)

    def _add_kind(self, tokens: Tokens, candidate: Candidate) -> None:
        """Take in the word after the name that says what it is."""
        end = candidate.end
        if (
            end + 1 < len(tokens)
            and self._cues.has("genitive", tokens.lower[end])
            and tokens.words[end + 1][0].isupper()
        ):
            row = self._cues.kinds.get(tokens.lower[end + 1])
            if row and row.coins and not self._runs_on(tokens, end + 2):  # "Prince George's County"
                candidate.places = [_coin(tokens, candidate.start, end + 2, row, [])]
                candidate.kind, candidate.end = row, end + 2
            return
        if end >= len(tokens):
            return
        row = self._cues.kinds.get(tokens.lower[end])
        if row is None or row.side == "before" or candidate.places[0].form != "name":
            return
        capital = tokens.words[end][0].isupper()
        if capital and end + 1 < len(tokens) and self._runs_on(tokens, end + 1):
            return
        fits = [place for place in candidate.places if place.kind in row.fits]
        if fits:
            candidate.places = fits
        elif row.coins and (capital or (row.lower and candidate.places[0].kind != "country")):
            candidate.places = [_coin(tokens, candidate.start, end + 1, row, candidate.places)]
        elif not (capital and row.fits and candidate.places[0].kind == "city"):
            return
        candidate.kind, candidate.end = row, end + 1
        candidate.rules.append(f"regions.{row.id}")

    def _narrow(self, tokens: Tokens, candidate: Candidate) -> None:
        """Keep the places of the kind that stands before: "the state of Washington"."""
        start = candidate.start
        if start < 2 or not self._cues.has("of", tokens.lower[start - 1]):
            return
        row = self._cues.kinds.get(tokens.lower[start - 2])
        fits = [place for place in candidate.places if row and place.kind in row.fits]
        if fits:
            candidate.places = fits

    def _coined(self, tokens: Tokens, i: int, floor: int) -> Candidate | None:
        """A place in no list, named with its kind: "Scott County", "Lake Corran"."""
        row = self._cues.kinds.get(tokens.lower[i])
        if row is None or not row.coins or not (row.lower or tokens.words[i][0].isupper()):
            return None
        start, end = self._run(tokens, i, row, floor)
        if end - start < 2 or self._runs_on(tokens, end) or self._cues.has("coin_stop", tokens.lower[i - 1]):
            return None
        key = " ".join(tokens.lower[start:end])
        if any(self._cues.has("part_after", word) for word in tokens.lower[start:end]):
            return None
        place = _coin(tokens, start, end, row, [])
        return Candidate(start, end, key, [place], end, row, rules=[f"regions.{row.id}"])

    def _run(self, tokens: Tokens, i: int, row: KindRow, floor: int) -> tuple[int, int]:
        """The capitalised words on the row's side of its word."""
        start, end = i, i + 1
        if row.side == "before":
            while end < len(tokens) and end - i < 3 and tokens.words[end][0].isupper() and tokens.words[end].isalpha():
                end += 1
            return start, end
        while start > floor and i - start < 3 and self._names(tokens, start - 1):
            start -= 1
        while self._cues.has("genitive", tokens.lower[start]) or (
            start < i and self._cues.has("coin_stop", tokens.lower[start])
        ):
            start += 1
        return start, end

    def _names(self, tokens: Tokens, i: int) -> bool:
        """Whether the word can be part of a coined name."""
        word = tokens.words[i]
        if self._cues.has("genitive", tokens.lower[i]):
            return i > 0 and tokens.words[i - 1][0].isupper() and tokens.words[i - 1].isalpha()
        return (
            word[0].isupper()
            and word.isalpha()
            and len(word) > 1
            and not self._cues.has("before_place", tokens.lower[i])
        )

    def _runs_on(self, tokens: Tokens, i: int) -> bool:
        """Whether a capitalised word follows, so that what stands before is only the beginning of a name."""
        if i >= len(tokens):
            return False
        word = tokens.words[i]
        return word[0].isupper() and word.isalpha() and not self._cues.has("keep_after", tokens.lower[i])


@cache
def _counts(lengths: int) -> tuple[int, ...]:
    """The numbers of tokens that a name can have, longest first: 0b1010 is 3 and 1."""
    return tuple(count for count in range(lengths.bit_length() - 1, 0, -1) if lengths >> count & 1)


def _coin(tokens: Tokens, start: int, end: int, row: KindRow, known: list[Place]) -> Place:
    """A place made of the words; its kind word belongs to its name only with a capital ("Scott County")."""
    countries = {place.country for place in known if place.country}
    country = countries.pop() if len(countries) == 1 else None
    named = end - 1 if row.side == "after" and tokens.words[end - 1][0].islower() and end - start > 1 else end
    return Place(COINED, row.type, tokens.quote(start, named), country=country, rule=f"regions.{row.id}")
