"""Quantities: a number with its unit, denominator, modifier and bracketed equivalent; ranks, fractions, multiples."""

from extractor.match.quantities.matcher import QuantityMatcher

__all__ = ["QuantityMatcher"]
