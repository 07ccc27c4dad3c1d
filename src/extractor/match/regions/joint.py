"""Several places as one region: "Shenzhen-Hong Kong-Guangzhou", "Kenya and Tanzania"."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.context import HYPHENS

_PARTS = frozenset({"name", "dateline"})


def merge_hyphenated(tokens: Tokens, mentions: list[RegionMention]) -> list[RegionMention]:
    """Make one cluster of places joined by hyphens."""
    merged: list[RegionMention] = []
    group: list[RegionMention] = []
    for mention in mentions:
        if group and not _joined(tokens, group[-1], mention):
            merged.append(_close(tokens, group))
            group = []
        group.append(mention)
    if group:
        merged.append(_close(tokens, group))
    return merged


def join(tokens: Tokens, mentions: list[RegionMention]) -> RegionMention:
    """One joint region of places that share a number ("224 people in Kenya and Tanzania")."""
    first, last = mentions[0], mentions[-1]
    start_char, end_char = tokens.span(first.start, last.end)
    members = tuple(dict.fromkeys(member for mention in mentions for member in _members(mention)))
    countries = {mention.country for mention in mentions}
    return RegionMention(
        start=first.start,
        end=last.end,
        start_char=start_char,
        end_char=end_char,
        name=tokens.quote(first.start, last.end),
        code=None,
        type="cluster",
        country=first.country if len(countries) == 1 else None,
        members=members,
        lat=first.lat,
        lon=first.lon,
        rules=tuple(dict.fromkeys(rule for mention in mentions for rule in mention.rules)),
    )


def _joined(tokens: Tokens, left: RegionMention, right: RegionMention) -> bool:
    between = right.start - left.end == 1 and tokens.words[left.end] in HYPHENS
    return between and tokens.glued(left.end) and tokens.glued(right.start) and {left.form, right.form} <= _PARTS


def _close(tokens: Tokens, group: list[RegionMention]) -> RegionMention:
    return group[0] if len(group) == 1 else join(tokens, group)


def _members(mention: RegionMention) -> tuple[str, ...]:
    """A part's own members, else its code, else its name: a city has no ISO code."""
    return mention.members or (mention.code or mention.name,)
