"""Age groups: "people aged 65 and over", "residents 75 and older". Their numbers bound a group and measure nothing."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import AGES
from extractor.match.mentions import QuantityMention

_LEADS = 2  # words between "aged" and the number: "aged between 15 and 24", "aged at least 60"
_SPANS = frozenset({"age", "time"})  # dimensions of units that a bound can have


class AgeGroups:
    """Finds the tokens of age groups among the quantities of an article."""

    def __init__(self, table: FrameTable) -> None:
        self._aged, self._bounds = table.cues["age_group"], table.cues["age_bound"]
        self._to, self._years = table.cues["to"], table.cues["years"]
        self._leads, self._and = table.cues["age_lead"], table.cues["and"] | table.cues["or"]

    def find(self, tokens: Tokens, quantities: list[QuantityMention]) -> tuple[list[QuantityMention], dict[int, str]]:
        """The quantities that are no bounds of ages, and the tags of the tokens that say the ages."""
        kept: list[QuantityMention] = []
        tags: dict[int, str] = {}
        for quantity in quantities:
            first, last = self._group(tokens, quantity)
            if last > first:
                tags.update(dict.fromkeys(range(first, last), AGES))
            else:
                kept.append(quantity)
        return kept, tags

    def _group(self, tokens: Tokens, quantity: QuantityMention) -> tuple[int, int]:
        """The tokens of the group, none where the quantity bounds no ages."""
        unit, lower = quantity.unit, tokens.lower
        named = unit is not None and not unit.noun
        if quantity.form != "amount" or (unit is not None and named and unit.dimension not in _SPANS):
            return 0, 0
        first, last = quantity.number[0], quantity.end if named else quantity.number[1]
        while first > quantity.number[0] - _LEADS and first and lower[first - 1] in self._leads:
            first -= 1
        opened = first > 0 and lower[first - 1] in self._aged
        if opened:
            last = self._upper(lower, last)
        behind = lower[last : last + 2]
        bounded = len(behind) > 1 and behind[0] in self._and and behind[1] in self._bounds
        last += 2 if bounded else 0
        if opened:
            return first - 1, last
        return (quantity.number[0], last) if bounded else (0, 0)

    def _upper(self, lower: list[str], last: int) -> int:
        """The end behind "to 49 years", which is no part of the number where "49 years" is a length of time."""
        if last + 1 < len(lower) and lower[last] in self._to and lower[last + 1].isdigit():
            last += 2
        return last + (last < len(lower) and lower[last] in self._years)
