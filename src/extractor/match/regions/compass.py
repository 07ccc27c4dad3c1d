"""Parts of a country named by the compass alone: "the Northeast", "the South and the Mid-West"."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.cues import Cues


class CompassFinder:
    """Finds capitalised directions behind an article, or listed beside one that is."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self.watched = cues.lists["compass"]

    def add(self, tokens: Tokens, mentions: list[RegionMention], marks: list[int]) -> list[RegionMention]:
        """The mentions with compass regions among them; ``marks`` are the tokens among them that are ``watched``."""
        hits = [i for i in marks if tokens.lower[i] in self.watched and tokens.words[i][0].isupper()]
        if not hits:
            return mentions
        taken = {i for mention in mentions for i in range(mention.start, mention.end)}
        found: list[RegionMention] = []
        for i in hits:
            if i in taken or self._goes_on(tokens, i + 1):
                continue
            start = self._start(tokens, i)
            last = found[-1].end if found else -9
            if start and (
                self._cues.has("anaphor_article", tokens.lower[start - 1]) or self._lists(tokens, last, start)
            ):
                first_char, last_char = tokens.span(start, i + 1)
                name = tokens.quote(start, i + 1)
                rule = ("regions.compass",)
                found.append(RegionMention(start, i + 1, first_char, last_char, name, None, "region", rules=rule))
        return sorted([*mentions, *found], key=lambda mention: mention.start)

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
