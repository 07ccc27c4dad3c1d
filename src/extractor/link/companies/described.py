"""Places that only say what a thing is like: "a Pune-based firm"."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention


def describes(tokens: Tokens, region: RegionMention, participles: frozenset[str]) -> bool:
    """"the London-bound jet", "a Pune-based firm", "the U.S.-led force": what a thing is like, not where it is."""
    end = region.end
    joined = tokens.words[end : end + 1] == ["-"] and tokens.glued(end) and end + 1 < len(tokens)
    return joined and tokens.lower[end + 1] in participles
