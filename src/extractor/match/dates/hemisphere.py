"""Seasons south of the equator: the summer of Australian news begins in December."""

from __future__ import annotations

from datetime import date

from extractor.language.tokens import Tokens
from extractor.match.dates.calendar import add_months, months_from
from extractor.match.mentions import DateMention

_TOP = 60  # tokens in which title and lead say where a story is
_HALF_YEAR = 6  # months between the seasons of the two halves of the globe
_MONTHS = 3


def turn_seasons(
    tokens: Tokens, mentions: list[DateMention], names: frozenset[str], over: frozenset[str], anchor: date | None
) -> None:
    """Move seasons by half a year where the article's top names a place in the south; "last" is among the words ``over``.

    "this summer" on 2 December 2025 is then December 2025 to February 2026 and has no TIMEX3 value but its days.
    """
    seasons = [m for m in mentions if m.grain == "season" and m.first is not None and m.role == "time"]
    top = f" {' '.join(tokens.lower[:_TOP])} " if seasons else ""
    if not any(f" {name} " in top for name in names):
        return
    for mention in seasons:
        assert mention.first is not None
        begin = mention.first.replace(month=(mention.first.month + _HALF_YEAR - 1) % 12 + 1)
        told = mention.last is not None and anchor is not None and mention.last <= anchor
        if anchor is not None and begin > anchor and (told or mention.first <= anchor):
            begin = add_months(begin, -12)  # "this summer" in January
        period = months_from(begin.year, begin.month, _MONTHS)
        last = not over.isdisjoint(tokens.lower[mention.start : mention.end])
        if last and anchor is not None and period.last > anchor:
            period = months_from(begin.year - 1, begin.month, _MONTHS)
        mention.first, mention.last = period
        mention.value = f"{period.first.isoformat()}/{period.last.isoformat()}"
