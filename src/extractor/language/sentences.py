"""Sentences, list lines and headings, from tokens, line breaks and zones."""

from __future__ import annotations

import re
from bisect import bisect_left

from extractor.language.tokens import Sentence, Tokens
from extractor.records import Zone
from extractor.rules import RuleSet

_BREAK = re.compile(r"\n\s*")
_CLOSERS = frozenset("\"'”’)]»")
_WRAP_WIDTH = (50, 110)  # characters of a line in hard-wrapped text


class SentenceSplitter:
    """Cuts tokens into sentences; what closes one and what only looks so stands in ``rules/language``."""

    def __init__(self, rules: RuleSet) -> None:
        classes, tokenizer = rules.words("language", "wordclass"), rules.words("language", "tokenizer")
        self._ends = frozenset(classes["sentence_end"])
        self._starts = frozenset(classes["sentence_start"])
        closing = [word for word in tokenizer["closing_abbreviation"] if word[-1] == "."]
        self._marks = self._ends.union(closing)

    def split(self, tokens: Tokens, zones: list[Zone]) -> None:
        """Fill ``tokens.sentences`` and ``tokens.sentence_of``."""
        count = len(tokens)
        breaks = _line_breaks(tokens)
        borders = {border for zone in zones for border in (zone.start_char, zone.end_char)}
        cuts = set(breaks) | {bisect_left(tokens.starts, border) for border in borders} | self._full_stops(tokens)
        tokens.sentences.clear()
        start, paragraph = 0, 0
        for cut in sorted(cuts | {count}):
            if start < cut <= count:
                tokens.sentences.append(_sentence(tokens, start, cut, zones, breaks, paragraph))
                start = cut
                paragraph += cut in breaks
        tokens.sentence_of = []
        for n, sentence in enumerate(tokens.sentences):
            tokens.sentence_of += [n] * (sentence.end - sentence.start)

    def _full_stops(self, tokens: Tokens) -> set[int]:
        """Indices of tokens that begin a sentence because the one before has closed."""
        lower, words, count = tokens.lower, tokens.words, len(tokens)
        cuts = set()
        for i in [i for i, word in enumerate(lower) if word in self._marks]:
            word = lower[i]
            if word in self._ends:
                after = i + 1
                while after < count and words[after] in _CLOSERS and tokens.glued(after):
                    after += 1
                if after < count and not tokens.glued(after) and not words[after][0].islower():
                    cuts.add(after)
            elif i + 1 < count:
                if lower[i + 1] in self._starts and words[i + 1][0].isupper():
                    cuts.add(i + 1)
        return cuts


def _line_breaks(tokens: Tokens) -> set[int]:
    """Indices of tokens that begin a line, leaving out the breaks inside hard-wrapped paragraphs."""
    text = tokens.text
    found = _blank_lines(text)
    soft = [end for _, end, count in found if count == 1 and end < len(text)]
    lowered = sum(text[end].islower() for end in soft)
    wrapped = lowered >= 3 and lowered * 3 >= len(soft)
    breaks = set()
    previous = 0
    for start, end, count in found:
        width, previous = start - previous, end
        if end < len(text) and count == 1 and start > 0:
            full = wrapped and _WRAP_WIDTH[0] <= width <= _WRAP_WIDTH[1]
            if full or (text[end].islower() and text[start - 1] not in ".!?:;\"”■"):
                continue
        breaks.add(bisect_left(tokens.starts, end))
    return breaks


def _blank_lines(text: str) -> list[tuple[int, int, int]]:
    """Begin and end of the blanks around each line break, and how many breaks there are."""
    found = []
    for match in _BREAK.finditer(text):  # begins with the break itself, which is found faster than blanks before one
        start = match.start()
        while start and text[start - 1].isspace():
            start -= 1
        found.append((start, match.end(), match.group().count("\n")))
    return found


def _sentence(tokens: Tokens, start: int, end: int, zones: list[Zone], breaks: set[int], paragraph: int) -> Sentence:
    first, last = tokens.span(start, end)
    kind = "prose"
    for zone in zones:
        if zone.start_char <= first < zone.end_char:
            kind = zone.kind if zone.kind != "body" else "prose"
            break
    alone = (start == 0 or start in breaks) and (end == len(tokens) or end in breaks)
    if kind == "prose" and alone and tokens.words[end - 1] not in {".", "!", "?"} and end - start <= 25:
        kind = "line"
    return Sentence(start, end, first, last, kind, paragraph)
