"""What a number is about, as NewsQuant labels it: noun groups near the quantity, taken from the text as they stand."""

from __future__ import annotations

from extractor.language.lexicon import ADJ, ANY_NOUN, ANY_VERB, BE, HAVE, ING, MODAL, NOUN, PARTICIPLE, PLURAL, PROPER, UNKNOWN, Lexicon
from extractor.language.tokens import Tokens
from extractor.match.mentions import QuantityMention

OPEN = (1 << 10) - 1
INSIDE = ADJ | ANY_NOUN | PARTICIPLE | ING
DETERMINERS = frozenset("the a an its his her their our my this that these those of all any some more most".split())


class Concepts:
    """Noun groups of a sentence and the one that a quantity belongs to."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def group_after(self, tokens: Tokens, at: int) -> tuple[int, int] | None:
        """The noun group that begins behind ``of the`` at token ``at``."""
        limit = min(len(tokens), at + 12)
        while at < limit and tokens.lower[at] in DETERMINERS:
            at += 1
        end = at
        while end < limit and (self._inside(tokens, end) or (tokens.lower[end] == "-" and end > at)):
            end += 1
        return (at, end) if end > at else None

    def of(self, tokens: Tokens, mention: QuantityMention) -> list[str]:
        """The words of the noun group before the verb that leads to the quantity, or ``-``."""
        if mention.end < len(tokens) and tokens.lower[mention.end] == "of":
            group = self.group_after(tokens, mention.end)
            if group:
                return [tokens.quote(*group)]
        groups = self._groups(tokens, mention)
        before = [group for group in groups if group[1] <= mention.start]
        if not before:
            return ["-"]
        return [tokens.quote(*before[-1])]

    def _inside(self, tokens: Tokens, i: int) -> bool:
        bits = self._lexicon.classes(tokens.lower[i])
        if bits & ~OPEN & ~UNKNOWN or not bits & INSIDE:
            return False
        return not bits & ANY_VERB or bool(bits & (NOUN | PLURAL | ADJ | PROPER)) or tokens.words[i][0].isupper()

    def _groups(self, tokens: Tokens, mention: QuantityMention) -> list[tuple[int, int]]:
        """All noun groups of the sentence outside the quantity."""
        sentence = tokens.sentences[tokens.sentence_of[mention.start]]
        groups, i = [], sentence.start
        while i < sentence.end:
            if not self._inside(tokens, i) or mention.start <= i < mention.end:
                i += 1
                continue
            start = i
            while i < sentence.end and self._inside(tokens, i) and i != mention.start:
                i += 1
            groups.append((start, i))
        return groups
