"""The lines of an article as they are looked at: hard-wrapped paragraphs are one line."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n\u2028\u2029]*[^\s][^\r\n\u2028\u2029]*")
_CLOSED = re.compile(r"[.!?][\"'”’)\]]*$|■$")
_OPEN_WIDTH = 40
"""A line shorter than this that does not close is an item of its own, even before a lower-case line."""
PROSE_WORDS = 9
LONG_WORDS = 35
_LONG = 400
"""Characters of a line that is a paragraph whatever its words."""


@dataclass(slots=True)
class Line:
    """Characters ``start`` to ``end`` of the article, without the blanks around them, and what they say."""

    start: int
    end: int
    text: str

    @property
    def closes(self) -> bool:
        """True when the line ends like a sentence."""
        return bool(_CLOSED.search(self.text[-8:]))

    @property
    def prose(self) -> bool:
        """True for a paragraph: a sentence that closes, or too many words for a headline."""
        if len(self.text) > _LONG:
            return True
        words = len(self.text.split())
        # Bars set the parts of a header or a menu apart, also where the last part closes: "Reading time: 3 min."
        return words >= LONG_WORDS or (words >= PROSE_WORDS and self.closes and " | " not in self.text)


def lines(text: str) -> list[Line]:
    """The lines that are not blank.

    >>> [line.text for line in lines("Fees rise\\n\\n Fees rose 3 percent at all the ports of the\\ncountry.\\n")]
    ['Fees rise', 'Fees rose 3 percent at all the ports of the country.']
    """
    found = []
    for match in _LINE.finditer(text):
        stripped = match.group().strip()
        start = match.start() + match.group().index(stripped[0])
        found.append(Line(start, start + len(stripped), stripped))
    return _unwrapped(text, found)


def _unwrapped(text: str, found: list[Line]) -> list[Line]:
    """Join what a hard wrap cut: the next line, without a blank one between, goes on in lower case.

    Where a third of the lines do so, the whole text is wrapped and also lines in upper case go on.
    """
    lowered = sum(line.text[0].islower() for line in found[1:])
    wrapped = lowered >= 3 and lowered * 3 >= len(found)
    joined: list[Line] = []
    for line in found:
        last = joined[-1] if joined else None
        if last and (line.text[0].islower() or wrapped) and _goes_on(text, last, line):
            last.end, last.text = line.end, f"{last.text} {line.text}"
        else:
            joined.append(line)
    return joined


def _goes_on(text: str, first: Line, second: Line) -> bool:
    """True when the first line is open, wide enough to have been wrapped, and directly above the second."""
    if first.closes or len(first.text) < _OPEN_WIDTH:
        return False
    gap = text[first.end : second.start]
    return gap.count("\n") == 1 or (not gap.count("\n") and gap.count("\r") == 1)
