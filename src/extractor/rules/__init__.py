"""Rule files: where they lie, how they are read, and what a row must hold."""

from extractor.rules.load import RuleSet
from extractor.rules.rows import Row, Words

__all__ = ["Row", "RuleSet", "Words"]
