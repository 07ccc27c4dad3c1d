"""The article as parallel lists: what every matcher reads.

What spaCy's tokenizer says is kept by string; matchers work on plain lists, which is many times faster than asking a Token
object for each attribute. Blank tokens (line breaks, double spaces) are left out: ``breaks`` says where lines end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokenizer import Tokenizer

_REMEMBERED = 200_000
"""Distinct strings between blanks that are kept cut; news of some 5 million words has as many."""


@dataclass(slots=True)
class Sentence:
    """A sentence or a line of a list: tokens ``start`` to ``end``, its place in the text, and its zone.

    ``kind``: "prose", "line" (list line, table row, heading) or "title"; furniture and headers get the zone's kind.
    ``paragraph`` counts paragraphs from 0.
    """

    start: int
    end: int
    start_char: int
    end_char: int
    kind: str = "prose"
    paragraph: int = 0


@dataclass(slots=True)
class Tokens:
    """Parallel lists over the tokens of one article.

    ``words[i]`` is the token as printed, ``lower[i]`` its lower case with a straight apostrophe, ``starts[i]`` and
    ``ends[i]`` its characters, so that ``text[starts[i]:ends[i]] == words[i]``. ``sentence_of[i]`` indexes ``sentences``.
    """

    text: str
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[Sentence] = field(default_factory=list)
    sentence_of: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.words)

    def glued(self, i: int) -> bool:
        """True when token ``i`` stands directly after the one before, without a blank."""
        return i > 0 and self.starts[i] == self.ends[i - 1]

    def gap(self, i: int) -> str:
        """The characters between token ``i`` and the one before."""
        return self.text[self.ends[i - 1] if i else 0 : self.starts[i]]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the tokens ``start`` to ``end`` (exclusive)."""
        return self.starts[start], self.ends[end - 1]

    def quote(self, start: int, end: int) -> str:
        """The article's text over the tokens ``start`` to ``end`` (exclusive)."""
        return self.text[self.starts[start] : self.ends[end - 1]]


class Cut(NamedTuple):
    """How a string without blanks is cut: the tokens, their lower case, and where each begins in the string."""

    words: tuple[str, ...]
    lower: tuple[str, ...]
    offsets: tuple[int, ...]


class TokenReader:
    """Reads texts into Tokens; keeps how it has cut each string between blanks.

    The tokenizer cuts at blanks first and then looks at nothing outside a string (but for emoticons that overlap over a
    blank), so that each distinct string is cut once, and a text is a lookup for each of its strings: half of the tokenizer's
    own time for the text, whose cache takes nothing more from a text once an exception ("Jan.") has occurred in it.

    >>> import spacy
    >>> TokenReader(spacy.blank("en").tokenizer).read("Sales rose.").lower
    ['sales', 'rose', '.']
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._whole: dict[str, tuple[str, str]] = {}  # strings that are one token: nine in ten
        self._cut: dict[str, Cut] = {}

    def read(self, text: str) -> Tokens:
        """The tokens of a text; sentences are for the splitter to fill in."""
        words: list[str] = []
        lower: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        end, find, whole = 0, text.find, self._whole.get
        for string in text.split():
            start = find(string, end)
            end = start + len(string)
            token = whole(string)
            if token is not None:
                words.append(token[0])
                lower.append(token[1])
                starts.append(start)
                ends.append(end)
                continue
            cut = self._cut.get(string) or self._new(string)
            words += cut.words
            lower += cut.lower
            starts += [start + offset for offset in cut.offsets]
            ends += [start + offset + len(word) for word, offset in zip(cut.words, cut.offsets, strict=True)]
        return Tokens(text, words, lower, starts, ends)

    def _new(self, string: str) -> Cut:
        doc = self._tokenizer(string)
        words = tuple(token.text for token in doc)
        lower = tuple(map(_lower, words))
        cut = Cut(words, lower, tuple(token.idx for token in doc))
        if len(self._whole) + len(self._cut) < _REMEMBERED:
            if len(words) == 1:
                self._whole[string] = (words[0], cut.lower[0])
            else:
                self._cut[string] = cut
        return cut


def _lower(word: str) -> str:
    """The word in lower case with a straight apostrophe: the word itself, not a copy, where it is so already."""
    lower = word.lower().replace("’", "'")
    return word if lower == word else lower
