"""Parts of a country named by the compass alone: "the Northeast", "the South and the Mid-West", "eastern provinces"."""

from __future__ import annotations

from extractor.language.lexicon import ADJ, ANY_NOUN, FINITE, UNKNOWN, Lexicon
from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.cues import Cues

_LISTS = ("compass", "compass_kind", "compass_kinds")


class CompassFinder:
    """Finds directions behind an article, or listed beside one that is, and kinds of region that a direction narrows.

    In lower case "the west" is a region only where no noun follows that it is the west of or that stands in the west.
    """

    def __init__(self, cues: Cues, lexicon: Lexicon | None = None) -> None:
        self._cues, self._lexicon = cues, lexicon
        self._kinds = cues.lists["compass_kind"] | cues.lists["compass_kinds"]
        self.watched = cues.lists["compass"] | self._kinds

    def add(self, tokens: Tokens, mentions: list[RegionMention], marks: list[int]) -> list[RegionMention]:
        """The mentions with compass regions among them; ``marks`` are the tokens among them that are ``watched``."""
        hits = [i for i in marks if tokens.lower[i] in self.watched]
        if not hits:
            return mentions
        taken = {i for mention in mentions for i in range(mention.start, mention.end)}
        found: list[RegionMention] = []
        for i in hits:
            last = found[-1].end if found else -9
            start = self._kind(tokens, i) if tokens.lower[i] in self._kinds else self._point(tokens, i, last)
            if start < 0 or not taken.isdisjoint(range(start, i + 1)):
                continue
            first_char, last_char = tokens.span(start, i + 1)
            name = tokens.quote(start, i + 1)
            rules = (f"regions.{next(row for row in _LISTS if self._cues.has(row, tokens.lower[i]))}",)
            found.append(RegionMention(start, i + 1, first_char, last_char, name, None, "region", rules=rules))
        return sorted([*mentions, *found], key=lambda mention: mention.start)

    def _point(self, tokens: Tokens, i: int, last: int) -> int:
        """Where "the Northeast", "the north-west" begins, -1 if it is none; ``last`` is the end of the one before."""
        start = self._start(tokens, i)
        if not start or self._goes_on(tokens, i + 1):
            return -1
        articled = self._cues.has("anaphor_article", tokens.lower[start - 1])
        if tokens.words[i] is tokens.lower[i]:
            towards = start > 1 and self._cues.has("compass_way", tokens.lower[start - 2])
            return start if articled and not towards and self._alone(tokens, i + 1) else -1
        return start if articled or self._lists(tokens, last, start) else -1

    def _kind(self, tokens: Tokens, i: int) -> int:
        """Where "the central region", "eastern provinces" begins, -1 if it is none."""
        start = i - 1
        plain = start >= 0 and tokens.words[start] is tokens.lower[start]
        word = tokens.lower[start] if plain else ""
        if not (self._cues.has("direction", word) or self._cues.has("side", word)):
            return -1
        halved = start > 1 and tokens.words[start - 1] == "-"
        start = start - 2 if halved and self._cues.has("hyphen_direction", tokens.lower[start - 2]) else start
        several = tokens.lower[i] in self._cues.lists["compass_kinds"]
        articled = start > 0 and self._cues.has("anaphor_article", tokens.lower[start - 1])
        return start if (several or articled) and self._alone(tokens, i + 1) else -1

    def _alone(self, tokens: Tokens, i: int) -> bool:
        """Whether neither a noun nor "of" follows: not "the west coast", "the north of the island"."""
        if i >= len(tokens) or not tokens.words[i][0].isalpha():
            return True
        if self._lexicon is None or self._cues.has("of", tokens.lower[i]) or tokens.words[i] is not tokens.lower[i]:
            return False
        classes = self._lexicon.classes(tokens.lower[i])
        return bool(classes & FINITE) or not classes & (ANY_NOUN | ADJ | UNKNOWN)

    def _start(self, tokens: Tokens, i: int) -> int:
        """The first token of the name: "North-West", "Mid-West", "South West" have two halves."""
        if i > 1 and tokens.words[i - 1] == "-" and self._cues.has("hyphen_direction", tokens.lower[i - 2]):
            return i - 2
        return i - 1 if i and self._cues.has("hyphen_direction", tokens.lower[i - 1]) else i

    def _lists(self, tokens: Tokens, last: int, start: int) -> bool:
        between = tokens.lower[last:start] if 0 < start - last <= 2 else []
        return bool(between) and all(self._cues.has("list", word) for word in between)

    @staticmethod
    def _goes_on(tokens: Tokens, i: int) -> bool:
        """Whether the direction is the first half of a name: "the West Bank", "the North-South road"."""
        return i < len(tokens) and (tokens.words[i][0].isupper() or tokens.words[i] == "-")
