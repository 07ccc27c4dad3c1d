"""The article as parallel lists: what every matcher reads.

spaCy's Doc is read once, in bulk; matchers then work on plain lists, which is many times faster than asking a Token
object for each attribute. Blank tokens (line breaks, double spaces) are left out: ``breaks`` says where lines end.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import add

from spacy.attrs import IDX, ORTH
from spacy.strings import StringStore
from spacy.tokens import Doc


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


class WordTable(dict[int, tuple[str, str, int] | None]):
    """Each word type's text, lower case and length, made once; None for blanks."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, orth: int) -> tuple[str, str, int] | None:
        word = self._strings[orth]
        entry = None if word.isspace() or not word else (word, word.lower().replace("’", "'"), len(word))
        self[orth] = entry
        return entry


def read_doc(doc: Doc, table: WordTable, text: str | None = None) -> Tokens:
    """Copy a Doc into lists. ``text`` is the Doc's, for who has it at hand: spaCy joins it from the tokens each time.

    >>> import spacy; nlp = spacy.blank("en")
    >>> read_doc(nlp("Sales rose."), WordTable(nlp.vocab.strings)).lower
    ['sales', 'rose', '.']
    """
    text = doc.text if text is None else text
    if not len(doc):
        return Tokens(text, [], [], [], [])
    array = doc.to_array([ORTH, IDX])
    found = map(table.__getitem__, array[:, 0].tolist())
    kept = [(*entry, start) for entry, start in zip(found, array[:, 1].tolist(), strict=True) if entry is not None]
    if not kept:
        return Tokens(text, [], [], [], [])
    words, lower, lengths, starts = zip(*kept, strict=True)
    return Tokens(text, list(words), list(lower), list(starts), list(map(add, starts, lengths)))
