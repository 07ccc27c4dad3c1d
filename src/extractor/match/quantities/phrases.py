"""Phrase tables: sequences of tokens by their first (or last) token, longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, KeysView, Sequence
from typing import Generic, TypeVar

ValueT = TypeVar("ValueT")
Bucket = tuple[tuple[int, ...], dict[tuple[str, ...], ValueT]]
_PIECES = re.compile(r"[-/]|[^-/\s]+")


def spellings(phrase: str) -> list[tuple[str, ...]]:
    """How the tokenizer may cut a phrase: at blanks only, or at hyphens and slashes too.

    >>> spellings("kilowatt-hour")
    [('kilowatt-hour',), ('kilowatt', '-', 'hour')]
    """
    whole = tuple(phrase.split())
    cut = tuple(_PIECES.findall(phrase))
    return [whole] if whole == cut else [whole, cut]


class Phrases(Generic[ValueT]):
    """A table phrase -> value that finds the longest phrase at, or ending before, a token.

    Under its first and its last word each phrase lies in a table of its own, beside the lengths that occur there, longest
    first: a look-up is one dictionary access, and one more for each length where a word opens or closes phrases.

    >>> table = Phrases([("more than", ">")])
    >>> table.at(["more", "than", "7"], 0, 3), table.before(["more", "than", "7"], 2, 0)
    ((2, '>'), (0, '>'))
    """

    def __init__(self, items: Iterable[tuple[str, ValueT]] = ()) -> None:
        self._first: dict[str, Bucket[ValueT]] = {}
        self._last: dict[str, Bucket[ValueT]] = {}
        for phrase, value in items:
            self.add(phrase, value)

    def add(self, phrase: str, value: ValueT) -> None:
        """Add one phrase in all its spellings; the first value given for a phrase stays."""
        for words in spellings(phrase):
            for table, key in ((self._first, words[0]), (self._last, words[-1])):
                lengths, values = table.get(key, ((), {}))
                values.setdefault(words, value)
                table[key] = (tuple(sorted({*lengths, len(words)}, reverse=True)), values)

    @property
    def openers(self) -> KeysView[str]:
        """The first words of all phrases: a reader of several tables asks once whether any can begin here."""
        return self._first.keys()

    def at(self, words: Sequence[str], start: int, limit: int) -> tuple[int, ValueT] | None:
        """End and value of the longest phrase that begins at ``start``."""
        if start >= limit:
            return None
        bucket = self._first.get(words[start])
        if bucket is None:
            return None
        for length in bucket[0]:
            end = start + length
            if end <= limit:
                value = bucket[1].get(tuple(words[start:end]))
                if value is not None:
                    return end, value
        return None

    def before(self, words: Sequence[str], end: int, floor: int) -> tuple[int, ValueT] | None:
        """Start and value of the longest phrase that ends at ``end`` (exclusive)."""
        if end <= floor:
            return None
        bucket = self._last.get(words[end - 1])
        if bucket is None:
            return None
        for length in bucket[0]:
            start = end - length
            if start >= floor:
                value = bucket[1].get(tuple(words[start:end]))
                if value is not None:
                    return start, value
        return None
