"""The closed lists of ``rules/regions/words.toml`` and the kind words, ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.match.regions.rows import KindRow
from extractor.rules import RuleSet


@dataclass(frozen=True, slots=True)
class Cues:
    """Words around a name, by what they say about it; see the notes in the rule file."""

    lists: dict[str, frozenset[str]]
    kinds: dict[str, KindRow]
    types: dict[str, str]

    @classmethod
    def load(cls, rules: RuleSet) -> Cues:
        """Read the lists once."""
        lists = {name: frozenset(words) for name, words in rules.words("regions", "words").items()}
        rows = rules.rows("regions", "place_kind", KindRow).values()
        types = {kind: name for name, kinds in rules.words("regions", "type").items() for kind in kinds}
        return cls(lists, {word: row for row in rows for word in row.words}, types)

    def type_of(self, kind: str) -> str:
        """What a kind of the gazetteer, or a word that points back, is called in the output."""
        return self.types.get(kind, kind)

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in a list."""
        return word in self.lists[name]
