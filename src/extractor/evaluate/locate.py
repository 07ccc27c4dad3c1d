"""Find the characters that a quotation means: labels written by hand say words, rows say offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)\]]*[ \t]+(?=[\"'\u201c\u2018(\[]?[A-Z0-9$€£¥])")
_SHORT_FORM = re.compile(r"(?:\b[A-Z]|\b(?:\w\.)+\w|\b[A-Z][a-z]{1,2})$")
_NUMBERED = re.compile(r"(.*)#(\d+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Place:
    """Characters ``start`` to ``end`` of an article."""

    start: int
    end: int


def occurrences(text: str, quote: str) -> list[Place]:
    """Where ``quote`` stands: first the places where it is words of its own, then those inside other words.

    >>> [place.start for place in occurrences("15 percent, then 5 percent", "5 percent")]
    [17, 1]
    """
    places = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        places.append(Place(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return sorted(places, key=lambda place: (not stands_alone(text, place), place.start))


def stands_alone(text: str, place: Place) -> bool:
    """Whether a place begins and ends with its words and numbers; ``3 degrees`` does not in ``2.3 degrees``."""
    before, after = text[: place.start][-2:], text[place.end : place.end + 2]
    first, last = text[place.start], text[place.end - 1]
    if first.isalnum() and before and before[-1].isalnum():
        return False
    if first.isdigit() and len(before) == 2 and before[-1] in ".," and before[0].isdigit():
        return False
    if last.isdigit() and len(after) == 2 and after[0] in ".," and after[1].isdigit():
        return False
    return not (last.isalnum() and after and after[0].isalnum())


def nth(text: str, quote: str, number: int) -> Place | None:
    """The ``number``-th occurrence of a quotation, counted from 1."""
    places = occurrences(text, quote)
    return places[number - 1] if 1 <= number <= len(places) else None


def nearest(text: str, quote: str, quantity: Place) -> Place | None:
    """The occurrence a label means: ``quote#2`` is the second; else same sentence, paragraph, article, before first.

    >>> nearest("Oats rose. Rye rose 5 percent, oats fell.", "rose", Place(20, 29)).start
    15
    """
    numbered = _NUMBERED.fullmatch(quote)
    if numbered and quote not in text:
        return nth(text, numbered[1], int(numbered[2]))
    places = occurrences(text, quote)
    if not places:
        return None
    sentence, paragraph = sentence_of(text, quantity.start), paragraph_of(text, quantity.start)

    def preference(place: Place) -> tuple[bool, int, int]:
        inside_a_word, before = not stands_alone(text, place), place.start < quantity.end
        gap = max(quantity.start - place.end, place.start - quantity.end, 0)
        if sentence.start <= place.start < sentence.end:
            return inside_a_word, 0, gap * 2 + (not before)
        if paragraph.start <= place.start < paragraph.end:
            return inside_a_word, 1 if before else 2, gap
        return inside_a_word, 3 if before else 4, gap

    return min(places, key=preference)


def sentence_of(text: str, at: int) -> Place:
    """A plain reading of the sentence around a character; it serves labels, not the pipeline."""
    paragraph = paragraph_of(text, at)
    start, end = paragraph.start, paragraph.end
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if _SHORT_FORM.search(text[paragraph.start : match.start()]):
            continue
        if match.end() <= at:
            start = match.end()
        else:
            end = match.start() + len(match[0].rstrip())
            break
    return Place(start, end)


def paragraph_of(text: str, at: int) -> Place:
    """The line around a character."""
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    return Place(start, len(text) if end < 0 else end)
