"""Phrase patterns: from ``"the? {ordinal} (quarter | half)"`` to the sequences of symbols that they stand for."""

from __future__ import annotations

import re

from extractor.errors import RuleError

_PIECE = re.compile(r"\(|\)\??|\||\[|\]|[^\s()|\[\]]+")

Sequence = tuple[str, ...]


def expand(pattern: str) -> list[Sequence]:
    """All sequences of symbols of a pattern.

    >>> expand("the? (first | last) {unit}")
    [('the', 'first', '{unit}'), ('the', 'last', '{unit}'), ('first', '{unit}'), ('last', '{unit}')]

    Raises:
        RuleError: a bracket is not closed, or the pattern is empty.
    """
    pieces = _PIECE.findall(pattern)
    sequences, at = _alternatives(pieces, 0)
    if at != len(pieces) or () in sequences:
        raise RuleError(f"pattern {pattern!r} has a stray bracket or can be empty")
    return sequences


def _alternatives(pieces: list[str], at: int) -> tuple[list[Sequence], int]:
    found: list[Sequence] = []
    current: list[Sequence] = [()]
    while at < len(pieces) and pieces[at] not in (")", ")?"):
        piece = pieces[at]
        at += 1
        if piece == "|":
            found += current
            current = [()]
            continue
        if piece == "(":
            inner, at = _alternatives(pieces, at)
            if at >= len(pieces):
                raise RuleError(f"a bracket is not closed in pattern {' '.join(pieces)!r}")
            optional = pieces[at] == ")?"
            at += 1
        else:
            optional = piece.endswith("?") and len(piece) > 1
            inner = [(piece[:-1] if optional else piece,)]
        current = [left + right for left in current for right in ([*inner, ()] if optional else inner)]
    return found + current, at
