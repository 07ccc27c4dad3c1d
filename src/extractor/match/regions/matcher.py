"""Finds place names in an article and says which place each one is."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.gazetteer import Place
from extractor.match.regions.index import NameIndex
from extractor.rules import RuleSet

Dropped = list[tuple[int, int, str]]


class RegionMatcher:
    """Built once from the rules; ``match`` is pure."""

    def __init__(self, rules: RuleSet) -> None:
        self._index = NameIndex(rules)
        words = rules.words("regions", "words")
        self._kind_words = frozenset(words["kind"])
        self._anaphors = frozenset(words["anaphor"])
        self._common = frozenset(words["common"])
        self._articles = frozenset(rules.words("language", "wordclass")["article"])

    def match(self, tokens: Tokens) -> tuple[list[RegionMention], Dropped]:
        """Mentions in order, none overlapping, and what was matched and dropped as (start, end, rule)."""
        longest, anaphors = self._index.longest, self._anaphors
        mentions: list[RegionMention] = []
        dropped: Dropped = []
        end = 0
        for i in [i for i, word in enumerate(tokens.lower) if word in longest or word in anaphors]:
            if i < end:
                continue
            found = self._name(tokens, i) or self._anaphor(tokens, i)
            if found:
                mentions.append(found)
                end = found.end
        return mentions, dropped

    def _name(self, tokens: Tokens, i: int) -> RegionMention | None:
        lower = tokens.lower
        for count in range(min(self._index.longest.get(lower[i], 0), len(lower) - i), 0, -1):
            key = lower[i] if count == 1 else " ".join(lower[i : i + count])
            if key not in self._index or not self._printed(tokens, i, i + count, key):
                continue
            place = self._best(self._index.find(key))
            stop = i + count
            if stop < len(lower) and lower[stop] in self._kind_words and place.kind != "country":
                stop += 1
            return _mention(tokens, i, stop, place)
        return None

    def _printed(self, tokens: Tokens, start: int, stop: int, key: str) -> bool:
        word = tokens.words[start]
        if key in self._index.lower:
            return True
        if key in self._index.capitals:
            return word.isupper()
        return word[0].isupper() and tokens.words[stop - 1] != word[-1].lower() and key not in self._common

    def _anaphor(self, tokens: Tokens, i: int) -> RegionMention | None:
        if tokens.lower[i] not in self._anaphors or i == 0 or tokens.lower[i - 1] not in self._articles:
            return None
        place = Place(id="", kind=tokens.lower[i], name=tokens.lower[i], form="anaphor", rule="regions.anaphor")
        return _mention(tokens, i - 1, i + 1, place)

    @staticmethod
    def _best(places: list[Place]) -> Place:
        return max(places, key=_rank)


def _rank(place: Place) -> tuple[bool, bool, bool, int]:
    return place.rule != "regions.gazetteer", place.kind == "country", bool(place.code), place.population


def _mention(tokens: Tokens, start: int, end: int, place: Place) -> RegionMention:
    first, last = tokens.span(start, end)
    return RegionMention(
        start, end, first, last, place.name, place.code, place.kind, place.country, place.members, place.form, place.lat,
        place.lon, (place.rule,),
    )  # fmt: skip
