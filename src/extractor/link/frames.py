"""The frame rows of ``rules/frames`` and the lookups that the linking stages make in them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.match.mentions import QuantityMention, UnitValue
from extractor.rules import Row, RuleSet

Reading = Literal["", "level", "change", "comparison", "rank", "share", "earlier"]


class VerbRow(Row):
    """A verb frame: how a quantity reads after the verb (``object``) or after a preposition behind it."""

    lemmas: tuple[str, ...]
    object: Reading = ""
    by: Reading = ""
    to: Reading = ""
    at: Reading = ""
    of: Reading = ""
    on: Reading = ""
    direction: Literal["", "up", "down"] = ""
    metric: Literal["subject", "object", "noun", "share"] = "subject"
    actor: bool = False
    # With an underscore where Python keeps the word for itself.
    from_: Reading = ""
    for_: Reading = ""
    in_: Reading = ""
    with_: Reading = ""
    as_: Reading = ""

    def reading(self, slot: str) -> str:
        """How a quantity in the slot (a row of kind ``slot``, or ``object``) reads; "" where the frame says nothing."""
        value: str = (getattr(self, slot, "") or getattr(self, slot + "_", "")) if slot else ""
        return value


class NounRow(Row):
    """Nouns that say what the quantity beside them is."""

    words: tuple[str, ...]
    kind: Literal["level", "change", "comparison"]
    direction: Literal["", "up", "down"] = ""


class DirectionRow(Row):
    """Particles and comparatives with their direction."""

    words: tuple[str, ...]
    direction: Literal["up", "down"]
    kind: Literal["", "change", "comparison"] = ""


class FactorRow(Row):
    """Verbs that are a number themselves: "double" is 2."""

    lemmas: tuple[str, ...]
    value: Decimal
    unit: str

    def mention(self, tokens: Tokens, head: int) -> QuantityMention:
        """The verb at token ``head`` as a quantity."""
        start, end = tokens.span(head, head + 1)
        unit = UnitValue(self.unit, None, "ratio")
        rule = f"frames.{self.id}"
        return QuantityMention(
            head, head + 1, start, end, self.value, unit=unit, form="multiple", number=(head, head + 1), rules=(rule,)
        )


@dataclass(frozen=True, slots=True)
class Named:
    """What a word means to the frames, and the name of the row that says so."""

    rule: str
    kind: str
    direction: str


class FrameTable:
    """All frame rows, indexed by word.

    >>> FrameTable(RuleSet.load()).verbs["rise"][0].direction
    'up'
    """

    def __init__(self, rules: RuleSet) -> None:
        self.verbs: dict[str, list[VerbRow]] = {}
        for row in rules.rows("frames", "verb", VerbRow).values():
            for lemma in row.lemmas:
                self.verbs.setdefault(lemma, []).append(row)
        self.nouns = {
            word: Named(f"frames.{row.id}", row.kind, row.direction)
            for row in rules.rows("frames", "noun", NounRow).values()
            for word in row.words
        }
        self.factors = {
            lemma: row for row in rules.rows("frames", "factor", FactorRow).values() for lemma in row.lemmas
        }
        self.particles = self._directions(rules, "particle", "change")
        self.comparatives = self._directions(rules, "comparative", "")
        # Readings that code decides: their notes are for who explains a fact, their examples for the check.
        for folder in ("frames", "context"):
            rules.rows(folder, "step", Row)
        self.cues = {name: frozenset(words) for name, words in rules.words("frames", "cue").items()}
        self.telling = self.cues["future_verb"] - self.cues["estimated"]
        """Verbs that say of a number that it is still to come."""
        self.slots = {word: slot for slot, words in rules.words("frames", "slot").items() for word in words}
        self._superlative_suffixes = tuple(rules.words("frames", "ending")["superlative"])

    def superlative(self, word: str) -> bool:
        """True for "largest", "record": by its ending, or listed."""
        ending = word.endswith(self._superlative_suffixes) and word not in self.cues["no_superlative"]
        return ending or word in self.cues["superlative"]

    def row(self, lemma: str, name: str) -> VerbRow | None:
        """The row called ``name`` if the lemma is in it."""
        return next((row for row in self.verbs.get(lemma, ()) if row.id == name), None)

    def forms(self, lexicon: Lexicon, *, moving: bool = False) -> frozenset[str]:
        """All forms of the frames' verbs; with ``moving``, of those whose object is a change."""
        lemmas = {
            lemma for lemma, rows in self.verbs.items() if not moving or any(row.object == "change" for row in rows)
        }
        return lexicon.forms_of(lemmas)

    @staticmethod
    def _directions(rules: RuleSet, kind: str, reading: str) -> dict[str, Named]:
        return {
            word: Named(f"frames.{row.id}", row.kind or reading, row.direction)
            for row in rules.rows("frames", kind, DirectionRow).values()
            for word in row.words
        }
