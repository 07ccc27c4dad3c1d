"""Telephone numbers: runs of figures that begin with a plus or a zero, found before quantities are read."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.numbers.table import DIGITS, Atom

_JOINTS = frozenset("-\u2013()./")


class Phones:
    """Blocks the figures of telephone numbers.

    A run begins at "+372 5555 0113", "020 7946 0158", "(012) 555 0174" or around a group such as "0142".
    """

    def __init__(self, rule: str) -> None:
        self._rule = rule

    def block(
        self, tokens: Tokens, atoms: list[Atom | None], candidates: list[int], blocked: bytearray
    ) -> list[tuple[int, int, str]]:
        """Mark the figures of each number as taken, and name them as dropped."""
        dropped = []
        for i in candidates:
            atom = atoms[i]
            if atom is None or atom.kind != DIGITS or blocked[i] or not self._opens(tokens, atoms, i, atom.digits):
                continue
            start, end = self._run(tokens, atoms, i)
            blocked[start:end] = b"\1" * (end - start)
            dropped.append((*tokens.span(start, end), self._rule))
        return dropped

    def _opens(self, tokens: Tokens, atoms: list[Atom | None], i: int, digits: str) -> bool:
        if not digits.isdigit():
            return False
        if digits[0] == "0" and len(digits) >= 4:
            return True
        before = tokens.words[i - 1] if i else ""
        if before == "(" and i + 1 < len(tokens) and tokens.words[i + 1] == ")" and len(digits) == 3:
            return self._next(tokens, atoms, i) is not None
        zero = digits[0] == "0" and len(digits) in (2, 3) and self._figure(tokens, atoms, i - 1) is None
        return (zero or (before == "+" and tokens.glued(i))) and self._next(tokens, atoms, i) is not None

    def _next(self, tokens: Tokens, atoms: list[Atom | None], i: int) -> int | None:
        """The figure behind ``i``, over one joint."""
        for at in (i + 1, i + 2):
            if at >= len(tokens):
                return None
            if self._figure(tokens, atoms, at) is not None and len(tokens.words[at]) >= 2:
                return at
            if tokens.words[at] not in _JOINTS and at == i + 1:
                return None
        return None

    def _figure(self, tokens: Tokens, atoms: list[Atom | None], i: int) -> int | None:
        found = 0 <= i < len(tokens) and atoms[i] is not None and tokens.words[i].isdigit()
        return i if found else None

    def _run(self, tokens: Tokens, atoms: list[Atom | None], i: int) -> tuple[int, int]:
        """All figures joined to ``i``."""
        start, end = i, i + 1
        while (following := self._next(tokens, atoms, end - 1)) is not None:
            end = following + 1
        while start > 0:
            at = start - 1 if tokens.words[start - 1] not in _JOINTS else start - 2
            if self._figure(tokens, atoms, at) is None or len(tokens.words[at]) > 4:
                break
            start = at
        return start, end
