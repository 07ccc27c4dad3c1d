"""How an article writes figures: decimal comma or thousands comma, grouping by spaces. Decided once per article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extractor.language.tokens import Tokens
from extractor.match.numbers.table import DIGITS, Atom

_GROUP = re.compile(r"\d{3}(?:[.,]\d+)?")
_DECIMAL_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})*,(?:\d{1,2}|\d{4,})|0,\d+")
_THOUSANDS_COMMA = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}")
_ZEROS = "000"
_SIGN = 2  # letters of the currency that touches a figure
_OPEN = "-(/.,:'"
_BLANKS = frozenset({" ", "\u00a0", "\u2009", "\u202f"})


@dataclass(frozen=True, slots=True)
class Style:
    """The reading of ambiguous figures in one article.

    ``decimal_comma``: "16,700" is 16.7; ``spaces``: "12 345" is one number.
    """

    decimal_comma: bool = False
    spaces: bool = False

    def value(self, atom: Atom) -> Decimal:
        """The value of a figure under this style."""
        return atom.comma if self.decimal_comma and atom.comma is not None else atom.value

    def grouped(
        self, tokens: Tokens, atoms: list[Atom | None], i: int, limit: int, value: Decimal
    ) -> tuple[Decimal, int]:
        """Value and end of the figure at ``i`` with the groups of three that follow after a blank."""
        digits, end = tokens.words[i], i + 1
        if len(digits) > 3 or not digits.isdigit() or digits[0] == "0":
            return value, end
        while end < limit:
            atom = atoms[end]
            if atom is None or atom.kind != DIGITS or not _GROUP.fullmatch(atom.digits):
                break
            gap = tokens.gap(end)
            if gap not in _BLANKS or (gap == " " and not self.spaces and not atom.digits.startswith("0")):
                break
            value = value * 1000 + Decimal(atom.digits.replace(",", "."))
            end += 1
            if not atom.digits.isdigit():
                break
        return value, end


def parted(tokens: Tokens, i: int, limit: int, value: Decimal) -> tuple[Decimal, int]:
    """Value and end of "80, 000": a blank has come behind the comma; only three zeros show that it is one number."""
    end = i + 1
    if not tokens.words[i].isdigit() or len(tokens.words[i]) > 3:
        return value, end
    while end + 1 < limit and tokens.words[end + 1] == _ZEROS and tokens.glued(end):
        value, end = value * 1000, end + 2
    return value, end


PLAIN = Style()


def read_style(tokens: Tokens, atoms: list[Atom | None], candidates: list[int]) -> Style:
    """Judge an article by its unambiguous figures: "16,7" against "1,234,567"; "31 000".

    An article that groups by spaces uses no thousands comma.
    """
    decimal = thousands = spaced = prose = 0
    for i in candidates:
        atom = atoms[i]
        if atom is None or atom.kind != DIGITS:
            continue
        word = atom.digits
        if "," in word:
            if _DECIMAL_COMMA.fullmatch(word):
                decimal += 1
            elif _THOUSANDS_COMMA.fullmatch(word):
                thousands += 1
        elif len(word) == 3 and word[0] == "0" and i and atoms[i - 1] is not None and tokens.gap(i) in _BLANKS:
            spaced += 1
        elif _in_prose(tokens, atoms, i):
            prose += 1
    spaced += prose if not thousands else 0
    if not decimal and not spaced:
        return PLAIN
    comma = decimal > thousands or (decimal > 0 and spaced > 0)
    return Style(decimal_comma=comma, spaces=spaced > 0 and (comma or not thousands))


def _in_prose(tokens: Tokens, atoms: list[Atom | None], i: int) -> bool:
    """"sold 1 250 cars": the second group of a figure with small words on both sides, as no table and no label has."""
    if i < 2 or i + 1 >= len(tokens) or tokens.gap(i) not in _BLANKS or not _GROUP.fullmatch(tokens.words[i]):
        return False
    first = atoms[i - 1]
    if first is None or first.kind != DIGITS or not 0 < len(first.digits) <= 3 or first.digits[0] == "0":
        return False
    opener = tokens.words[i - 2]
    touching = tokens.glued(i - 1) and len(opener) <= _SIGN and opener[-1] not in _OPEN  # "R12 500", "€1 200"
    return first.digits.isdigit() and (opener.islower() or touching) and tokens.words[i + 1].islower()
