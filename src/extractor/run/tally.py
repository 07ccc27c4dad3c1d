"""The count of a run, for its summary and its exit code."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import Any

from extractor.run.many import Outcome


@dataclass(slots=True)
class Tally:
    """How many articles, words, facts of each kind, mentions and rejects."""

    articles: int = 0
    rejected: int = 0
    words: int = 0
    mentions: int = 0
    facts: Counter[str] = field(default_factory=Counter)

    @property
    def items(self) -> int:
        """Articles and rejects together."""
        return self.articles + self.rejected

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        if outcome.reject:
            self.rejected += 1
            return
        self.articles += 1
        self.words += outcome.words
        self.mentions += len(outcome.mentions)
        self.facts.update(fact.kind for fact in outcome.facts)

    def as_dict(self) -> dict[str, Any]:
        """The counts as JSON can hold them."""
        return {**asdict(self), "facts": dict(self.facts)}

    @classmethod
    def from_dict(cls, counts: dict[str, Any]) -> Tally:
        """The counts that ``as_dict`` gave."""
        return cls(**{**counts, "facts": Counter(counts["facts"])})
