"""Words that point back to a place: "the province", "nationwide"."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.cues import Cues

#: What the single words mean.
KINDS = {"nationwide": "country", "statewide": "state"}


class AnaphorFinder:
    """Finds them in lower case; which place they mean is for ``Antecedents``."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._after_article = cues.lists["anaphor"]
        self._articles, self._inner = cues.lists["anaphor_article"], cues.lists["anaphor_inner"]
        self._city, self._money = cues.lists["anaphor_capital_city"], cues.lists["capital_noun"]
        self._of, self._capitals = cues.lists["of"], cues.lists["anaphor_capital"]
        self._single = {word: kind for kind in ("nationwide", "statewide") for word in cues.lists[kind]}
        self.watched = self._after_article | frozenset(self._single)

    def add(self, tokens: Tokens, mentions: list[RegionMention], marks: list[int]) -> list[RegionMention]:
        """The mentions with anaphors between them; ``marks`` are the tokens among them that are ``watched``."""
        wanted, lower = self.watched, tokens.lower
        hits = [i for i in marks if lower[i] in wanted]
        if not hits:
            return mentions
        taken = {i: mention for mention in mentions for i in range(mention.start, mention.end)}
        found: list[RegionMention] = []
        replaced: list[RegionMention] = []
        for i in hits:
            kind = self._single.get(lower[i])
            if i in taken:
                continue
            if kind:
                found.append(_anaphor(tokens, i, i + 1, KINDS[kind], f"regions.{kind}"))
                continue
            people = taken.get(i - 1)
            if people is not None and people.form == "demonym" and people.country is None:
                start, rule = people.start - 1, people.rules[0]  # "the Andean nation"
            else:
                start, rule, people = i - 1, "regions.anaphor", None
                if i > 1 and lower[i - 1] in self._inner:
                    start, rule = i - 2, "regions.anaphor_inner"
            if start >= 0 and lower[start] in self._articles and start not in taken and self._stands_alone(tokens, i):
                found.append(_anaphor(tokens, start, i + 1, self._cues.type_of(lower[i]), rule))
                replaced += [people] if people is not None else []
        kept = [mention for mention in mentions if mention not in replaced] if replaced else mentions
        return sorted([*kept, *found], key=lambda mention: mention.start) if found else mentions

    def _stands_alone(self, tokens: Tokens, i: int) -> bool:
        """Whether the word is no part of a name: "the state of Washington", "the City Council"."""
        after = tokens.words[i + 1] if i + 1 < len(tokens) else ""
        if after.lower() in self._of or (tokens.lower[i] in self._city and after.lower() in self._money):
            return False  # "the capital budget"
        return tokens.words[i][0].islower() or (tokens.lower[i] in self._capitals and not after[:1].isupper())


def _anaphor(tokens: Tokens, start: int, end: int, kind: str, rule: str) -> RegionMention:
    first, last = tokens.span(start, end)
    return RegionMention(start, end, first, last, tokens.quote(start, end), None, kind, form="anaphor", rules=(rule,))
