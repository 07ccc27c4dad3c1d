"""Place names: found by longest match over a gazetteer and rule rows, filtered by context, resolved to codes."""

from extractor.match.regions.matcher import RegionMatcher

__all__ = ["RegionMatcher"]
