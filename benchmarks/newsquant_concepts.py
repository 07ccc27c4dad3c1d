"""What a number is about, as NewsQuant labels it: noun groups near the quantity, taken from the text as they stand.

A group that the amount is of, or that it stands in or behind, then the subject of the nearest verb before it.
"""

from __future__ import annotations

from bisect import bisect_left

from extractor.language.lexicon import (
    ADJ,
    ADVERB,
    ANY_NOUN,
    ANY_VERB,
    BASE,
    BE,
    CLOSED_ADVERB,
    DO,
    HAVE,
    ING,
    MODAL,
    NEGATION,
    NOUN,
    PARTICIPLE,
    PAST,
    PLURAL,
    PREPOSITION,
    PROPER,
    THIRD,
    UNKNOWN,
    Lexicon,
)
from extractor.language.tokens import Tokens
from extractor.match.mentions import QuantityMention

OPEN = (1 << 10) - 1
INSIDE = ADJ | ANY_NOUN | PARTICIPLE | ING
AUXILIARY = BE | HAVE | MODAL | DO
DETERMINERS = frozenset("the a an its his her their our my this that these those of all any some more most 's".split())
LINKS = frozenset("of for in the a an its their his her 's and across from on at between this these".split())
RELATIVE = frozenset("which that who".split())
JOINED = frozenset("and but , to or ; while".split())
BEHIND = frozenset(
    "of by at to from for in about around nearly almost over under up some more less fewer than as much many just only well "
    "least most roughly approximately above below between".split()
)
PERSONAL = frozenset({"he", "she", "it", "they", "you", "we", "i"})
EMPTY = frozenset("total last record rate range past maximum minimum average most level".split())
JOINTS = frozenset("of by at to from".split())


class Concepts:
    """Noun groups of a sentence and those that a quantity belongs to."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._taken: set[int] = set()
        self._named: set[int] = set()

    def group_after(self, tokens: Tokens, at: int) -> tuple[int, int] | None:
        """The noun group that begins behind ``of the`` at token ``at``."""
        limit = min(len(tokens), at + 12)
        while at < limit and (tokens.lower[at] in DETERMINERS or tokens.lower[at][0].isdigit()):
            at += 1
        end = at
        while end < limit and (self._inside(tokens, end) or (tokens.lower[end] == "-" and end > at)):
            if end > at and (self._verb_behind(tokens, end) or self._participle(tokens, end)):
                break
            end += 1
        return (at, end) if end > at else None

    def begin(self, spans: list[tuple[int, int]], named: set[int]) -> None:
        """Start on a text: ``spans`` belong to quantities and dates, not to concepts; ``named`` are figures in names."""
        self._taken = {i for span in spans for i in range(*span)}
        self._named = named

    def of(self, tokens: Tokens, mention: QuantityMention, linked: list[tuple[int, int]]) -> list[str]:
        """The words of the concepts, or ``-``: what stands near, and what a fact says the number is of.

        ``linked`` are the characters of the fact's metric and subject. A counted noun has no concept but its owner.
        """
        sentence = tokens.sentences[tokens.sentence_of[mention.start]]
        found: list[int] = []
        counted = mention.noun is not None
        before = mention.start - 1
        named = before >= sentence.start and self._inside(tokens, before) and not self._finite(tokens, before)
        end = self._behind(tokens, mention, sentence.end)
        if end < sentence.end and not (named and mention.sign):
            if tokens.lower[end] == "of":
                found += self._chain_after(tokens, end + 1, sentence.end)
            elif not counted and self._attributive(tokens, mention, end, sentence.end):
                found += self._chain_after(tokens, end, sentence.end)
        verb = self._verb_before(tokens, mention.start, sentence.start)
        if not found and not counted:
            found += self._object(tokens, mention.start, sentence.start if verb is None else verb + 1)
        if verb is not None:
            found += [i for i in self._subject(tokens, verb, sentence.start) if i not in found]
            if not found and self._by_pronoun(tokens, verb, sentence.start):
                found = self._antecedent(tokens, verb, sentence.start)
                if not found:
                    return ["-"]
        if not counted and not any(self._content(tokens, i) for i in found):
            found = self._first(tokens, sentence.start, mention.start)
        words = self._words(tokens, found)
        if all(word.lower() in EMPTY for word in words):
            words = []
        if words and not counted:
            words = self._words(tokens, sorted({*found, *self._linked(tokens, linked)}))
        return words[:12] or ["-"]

    def _linked(self, tokens: Tokens, linked: list[tuple[int, int]]) -> list[int]:
        """The tokens of these stretches that say something."""
        return [
            i
            for first, last in linked
            for i in range(bisect_left(tokens.starts, first), bisect_left(tokens.starts, last))
            if not self._function(tokens, i)
        ]

    def _function(self, tokens: Tokens, i: int) -> bool:
        """A closed-class word or a verb, which no concept holds."""
        bits = self._lexicon.classes(tokens.lower[i])
        if tokens.words[i] == "-" or i in self._named or tokens.words[i][0].isupper():
            return False
        moves = bits & ANY_VERB and not bits & (NOUN | PLURAL | ADJ)
        return bool(bits & ~OPEN & ~UNKNOWN) or bool(moves) or bool(bits & BASE and tokens.lower[i - 1] == "to")

    def around(self, tokens: Tokens, at: int) -> list[str]:
        """The noun that the word at token ``at`` stands before."""
        return self._words(tokens, self._chain_after(tokens, at + 1, len(tokens))) or ["-"]

    def _behind(self, tokens: Tokens, mention: QuantityMention, limit: int) -> int:
        """Where what follows the amount and its conversions in brackets begins."""
        end = mention.equivalents[-1].end if mention.equivalents else mention.end
        while end < limit and tokens.lower[end] in {")", "-"} and end > mention.end:
            end += 1
        return end

    def _attributive(self, tokens: Tokens, mention: QuantityMention, at: int, limit: int) -> bool:
        """ "a 25% premium", "the 278kg bluefin tuna": the amount stands before its noun, at token ``at``."""
        if at >= limit or not self._inside(tokens, at) or self._lexicon.classes(tokens.lower[at]) & ADVERB:
            return False
        before = self._lexicon.classes(tokens.lower[mention.start - 1]) if mention.start else 0
        plural = self._lexicon.classes(tokens.lower[at]) & PLURAL and before & PREPOSITION  # "due to 50mph winds"
        return bool(plural) or not self._finite(tokens, at)

    def _chain_after(self, tokens: Tokens, at: int, limit: int) -> list[int]:
        """The noun group at ``at`` with the groups that "of" ties to it."""
        group = self.group_after(tokens, at)
        if group is None:
            return []
        found = list(range(*group))
        if group[1] + 1 < limit and tokens.lower[group[1]] == "of":
            more = self.group_after(tokens, group[1])
            found += range(*more) if more else []
        return found

    def _object(self, tokens: Tokens, end: int, start: int) -> list[int]:
        """The group right before the quantity: "an interest rate of", "grow sales by"."""
        at = end - 1
        while at >= start and tokens.lower[at] in BEHIND:
            at -= 1
        return self._chain_before(tokens, at, start)

    def _subject(self, tokens: Tokens, verb: int, start: int) -> list[int]:
        """The group before a verb; of a verb behind "and" or "to", that of the verb before."""
        at = verb - 1
        while at >= start and self._verbal(tokens, at):
            at -= 1
        while at >= start and (tokens.lower[at] in RELATIVE or (tokens.lower[at] == "," and at + 1 < verb)):
            at -= 1
        if at >= start and tokens.lower[at] in JOINED:
            earlier = self._verb_before(tokens, at, start)
            if earlier is not None:
                return self._subject(tokens, earlier, start)
        return self._chain_before(tokens, at, start)

    def _chain_before(self, tokens: Tokens, at: int, start: int) -> list[int]:
        """The groups ending at ``at``, tied by prepositions, in text order."""
        first = at
        while first >= start and (
            tokens.lower[first] in LINKS
            or tokens.lower[first] == "-"
            or self._inside(tokens, first)
            or self._to_name(tokens, first)
        ):
            if self._finite(tokens, first) and first < at:
                break
            first -= 1
        found = list(range(first + 1, at + 1))
        return found[-10:]

    def _to_name(self, tokens: Tokens, i: int) -> bool:
        """ "exports to China"."""
        return tokens.lower[i] == "to" and i + 1 < len(tokens) and tokens.words[i + 1][0].isupper()

    def _by_pronoun(self, tokens: Tokens, verb: int, start: int) -> bool:
        """ "it would save": the benchmark names nothing then."""
        at = verb - 1
        while at >= start and self._verbal(tokens, at):
            at -= 1
        return at >= start and tokens.lower[at] in PERSONAL

    def _antecedent(self, tokens: Tokens, verb: int, start: int) -> list[int]:
        """The subject of an earlier clause, for which "it" stands."""
        earlier = self._verb_before(tokens, verb, start)
        while earlier is not None:
            found = self._subject(tokens, earlier, start)
            if any(self._content(tokens, i) for i in found):
                return found
            earlier = self._verb_before(tokens, earlier, start)
        return []

    def _words(self, tokens: Tokens, found: list[int]) -> list[str]:
        """The words of these tokens, hyphened ones joined."""
        words: list[str] = []
        last = -2
        for i in found:
            if tokens.words[i] == "-" and words and i == last + 1:
                words[-1] += "-"
            elif words and words[-1].endswith("-") and i == last + 1:
                words[-1] += tokens.words[i]
            elif self._content(tokens, i):
                words.append(tokens.words[i])
            else:
                continue
            last = i
        return [word.strip("-") for word in words]

    def _first(self, tokens: Tokens, start: int, end: int) -> list[int]:
        """The first noun group of the sentence."""
        at = next((i for i in range(start, end) if self._inside(tokens, i)), None)
        if at is None:
            return []
        last = at
        while (
            last < end
            and not self._finite(tokens, last)
            and (self._inside(tokens, last) or tokens.lower[last] in LINKS)
        ):
            last += 1
        return list(range(at, last))

    def _content(self, tokens: Tokens, i: int) -> bool:
        word = tokens.lower[i]
        return word[0].isalnum() and i not in self._taken and word not in LINKS and word not in DETERMINERS

    def _verb_before(self, tokens: Tokens, at: int, start: int) -> int | None:
        return next((i for i in range(at - 1, start - 1, -1) if self._finite(tokens, i)), None)

    def _finite(self, tokens: Tokens, i: int) -> bool:
        """A word that is read as the verb of a clause."""
        bits = self._lexicon.classes(tokens.lower[i])
        if bits & AUXILIARY and tokens.lower[i] != "'s":
            return True
        if bits & ~OPEN & ~UNKNOWN or tokens.words[i][0].isupper():
            return False
        if bits & BASE and bits & NOUN and not bits & (ADJ | PAST) and self._plural_before(tokens, i):
            return not (i + 1 < len(tokens) and self._inside(tokens, i + 1))
        if bits & PAST:
            return not (i + 1 < len(tokens) and self._lexicon.classes(tokens.lower[i + 1]) & PLURAL and bits & ADJ)
        if bits & ANY_VERB and not bits & (NOUN | PLURAL | ADJ | ING):
            return True
        return bool(bits & THIRD) and i + 1 < len(tokens) and not self._inside(tokens, i + 1)

    def _plural_before(self, tokens: Tokens, i: int) -> bool:
        """ "diamonds typically score", "prices range": a plural before, adverbs between."""
        at = i - 1
        while at > 0 and self._lexicon.classes(tokens.lower[at]) & (ADVERB | CLOSED_ADVERB):
            at -= 1
        return at >= 0 and bool(self._lexicon.classes(tokens.lower[at]) & PLURAL)

    def _verb_behind(self, tokens: Tokens, i: int) -> bool:
        """A finite verb, unless it may be the plural that an adjective waits for: "best screens"."""
        bits, before = self._lexicon.classes(tokens.lower[i]), self._lexicon.classes(tokens.lower[i - 1])
        return self._finite(tokens, i) and not (bits & PLURAL and before & ADJ)

    def _participle(self, tokens: Tokens, i: int) -> bool:
        """A participle behind a plural opens a new phrase: "adults saying"."""
        before = self._lexicon.classes(tokens.lower[i - 1])
        return bool(before & PLURAL) and bool(self._lexicon.classes(tokens.lower[i]) & ING)

    def _verbal(self, tokens: Tokens, i: int) -> bool:
        """Auxiliaries and adverbs before a verb."""
        bits = self._lexicon.classes(tokens.lower[i])
        return bool(bits & (AUXILIARY | NEGATION | CLOSED_ADVERB)) or bool(bits & ADVERB and not bits & ANY_NOUN)

    def _inside(self, tokens: Tokens, i: int) -> bool:
        if i in self._taken or i in self._named:
            return i in self._named
        bits = self._lexicon.classes(tokens.lower[i])
        if tokens.words[i][0].isupper() and not bits & ~OPEN & ~UNKNOWN:
            return True
        if bits & ~OPEN & ~UNKNOWN or not bits & INSIDE:
            return False
        return not bits & ANY_VERB or bool(bits & (NOUN | PLURAL | ADJ | PROPER | ING))
