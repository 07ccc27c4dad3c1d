"""Mentions as single units in the stream of a text's tokens."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.match.mentions import DateMention, QuantityMention, RegionMention


@dataclass(slots=True)
class Starts:
    """Mentions by their first token."""

    quantities: dict[int, QuantityMention] = field(default_factory=dict)
    dates: dict[int, DateMention] = field(default_factory=dict)
    regions: dict[int, RegionMention] = field(default_factory=dict)


def units(
    quantities: list[QuantityMention], dates: list[DateMention], regions: list[RegionMention]
) -> tuple[dict[int, str], Starts]:
    """Tags of all tokens that mentions cover, and the mentions that count: where they overlap, quantities before dates
    before regions."""
    fixed: dict[int, str] = {}
    starts = Starts()
    for quantity in quantities:
        if _cover(fixed, "Q", quantity):
            starts.quantities[quantity.start] = quantity
    for date in dates:
        if date.role != "rate" and _cover(fixed, "Z", date):  # "daily", "annual": a word like others
            starts.dates[date.start] = date
    for region in regions:
        if _cover(fixed, "L", region):
            starts.regions[region.start] = region
    return fixed, starts


def _cover(fixed: dict[int, str], letter: str, mention: QuantityMention | DateMention | RegionMention) -> bool:
    """Tag the tokens of a mention, in lower case behind its first; False where another one has them."""
    span = range(mention.start, mention.end)
    if not fixed.keys().isdisjoint(span):
        return False
    for i in span:
        fixed[i] = letter.lower()
    fixed[mention.start] = letter
    return True
