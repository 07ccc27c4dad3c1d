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


class TokenReader(dict[str, Cut]):
    """Reads texts into Tokens; keeps how it has cut each string between blanks.

    The tokenizer cuts at blanks first and then looks at nothing outside a string (but for emoticons that overlap over a
    blank), so that each distinct string is cut once, and a text is a lookup for each of its strings: half of the tokenizer's
    own time for the text, whose cache takes nothing more from a text once an exception ("Jan.") has occurred in it.

    >>> import spacy
    >>> TokenReader(spacy.blank("en").tokenizer).read("Sales rose.").lower
    ['sales', 'rose', '.']
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        super().__init__()
        self._tokenizer = tokenizer

    def read(self, text: str) -> Tokens:
        """The tokens of a text; sentences are for the splitter to fill in."""
        words: list[str] = []
        lower: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        end, find, cut_of = 0, text.find, self.__getitem__
        for string in text.split():
            start = find(string, end)
            end = start + len(string)
            cut, lowered, offsets = cut_of(string)
            if len(cut) == 1:
                words.append(cut[0])
                lower.append(lowered[0])
                starts.append(start)
                ends.append(end)
            else:
                words += cut
                lower += lowered
                starts += [start + offset for offset in offsets]
                ends += [start + offset + len(word) for word, offset in zip(cut, offsets, strict=True)]
        return Tokens(text, words, lower, starts, ends)

    def __missing__(self, string: str) -> Cut:
        doc = self._tokenizer(string)
        words = tuple(token.text for token in doc)
        cut = Cut(words, tuple(word.lower().replace("’", "'") for word in words), tuple(token.idx for token in doc))
        if len(self) < _REMEMBERED:
            self[string] = cut
        return cut
