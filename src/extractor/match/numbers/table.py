"""Each word type's number, worked out once: the cheap pass that finds candidates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from extractor.match.numbers.vocabulary import NumberWords

# Kinds of number words, in the order in which a word's roles are tried.
DIGITS, ONES, TENS, SCALE, FRACTION, ORDINAL, MULTIPLE, VAGUE, SLASH = range(1, 10)
_ROLES = {
    "ones": ONES,
    "tens": TENS,
    "scale": SCALE,
    "fraction": FRACTION,
    "ordinal": ORDINAL,
    "multiple": MULTIPLE,
    "vague": VAGUE,
}
_VULGAR = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333333333", "⅔": "0.666666667", "⅛": "0.125", "⅕": "0.2"}

_FIGURES = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+")
_COMMA = re.compile(r"(\d{1,3}(?:\.\d{3})*|\d+),(\d+)")
_SLASH = re.compile(r"(\d{1,2})[/\u2044](\d{1,3})")
_SCIENCE = re.compile(r"(\d+(?:\.\d+)?)[x×·]10\^?([-−]?\d{1,2})")
_MIXED = re.compile(r"(\d*)([½¼¾⅓⅔⅛⅕])")
_TYPES_KEPT = 200_000


@dataclass(frozen=True, slots=True)
class Atom:
    """The number of one token. ``comma``: "1,234" with a decimal comma; ``sign``: a glued currency."""

    kind: int
    value: Decimal
    rule: str = ""
    comma: Decimal | None = None
    digits: str = ""
    sign: str = ""


class NumberTable(dict[str, "Atom | None"]):
    """Lower-cased token -> Atom, or None for a token that is no number.

    >>> from extractor.rules import RuleSet
    >>> table = NumberTable(NumberWords.load(RuleSet.load()))
    >>> table["1,234.5"].value, table["seven"].value, table["ferry"]
    (Decimal('1234.5'), Decimal('7'), None)
    """

    def __init__(self, words: NumberWords) -> None:
        super().__init__()
        self._fixed: dict[str, Atom] = {}
        for role, kind in _ROLES.items():
            for word, (value, rule) in words.series.get(role, {}).items():
                self._fixed.setdefault(word, Atom(kind, value, rule))
        for word in words.series.get("vague", {}):
            value, rule = words.series["vague"][word]
            self._fixed[word] = Atom(VAGUE, value, rule)
        self._suffixes = tuple(sorted(words.among("ordinal_suffix")))
        self._folds = tuple(sorted(words.among("fold")))
        self._glued = tuple(sorted(words.among("glued_currency")))
        self._counts = {**words.series["ones"], **words.series["tens"]}

    def __missing__(self, word: str) -> Atom | None:
        if len(self) > _TYPES_KEPT:
            self.clear()
        atom = self[word] = self._classify(word)
        return atom

    def _classify(self, word: str) -> Atom | None:
        fixed = self._fixed.get(word)
        if fixed is not None:
            return fixed
        if word.endswith("-") and len(word) > 1:
            return self._classify(word[:-1])
        if not any(char.isdigit() for char in word):
            return self._fold(word) or _vulgar(word)
        if not word.isascii() and not _MIXED.fullmatch(word) and not _SLASH.fullmatch(word):
            return _science(word)
        return (
            _figures(word)
            or _slash(word)
            or self._ordinal(word)
            or self._fold(word)
            or _vulgar(word)
            or self._with_sign(word)
            or _science(word)
        )

    def _with_sign(self, word: str) -> Atom | None:
        """A figure behind letters that stand for a currency sign lost in transmission: "PS21,700"."""
        for sign in self._glued:
            rest = word[len(sign) :]
            if word.startswith(sign) and ("," in rest or "." in rest) and (atom := _figures(rest)):
                return Atom(atom.kind, atom.value, atom.rule, atom.comma, atom.digits, sign.upper())
        return None

    def _ordinal(self, word: str) -> Atom | None:
        stem = word[:-2].replace(",", "")
        if word.endswith(self._suffixes) and stem.isdigit():
            return Atom(ORDINAL, Decimal(stem), "numbers.ordinals", digits=stem)
        return None

    def _fold(self, word: str) -> Atom | None:
        """ "tenfold", "12-fold": a multiple."""
        for ending in self._folds:
            if word.endswith(ending) and word != ending:
                stem = word[: -len(ending)].rstrip("-")
                value = Decimal(stem) if stem.isdigit() else self._counts.get(stem, (None, ""))[0]
                if value:
                    return Atom(MULTIPLE, value, "numbers.multiples")
        return None


def _figures(word: str) -> Atom | None:
    comma = _COMMA.fullmatch(word)
    other = Decimal(f"{comma[1].replace('.', '')}.{comma[2]}") if comma else None
    if _FIGURES.fullmatch(word):
        return Atom(DIGITS, Decimal(word.replace(",", "")), comma=other, digits=word)
    return Atom(DIGITS, other, comma=other, digits=word) if other is not None else None


def _science(word: str) -> Atom | None:
    """ "1.6×10−19": the power of ten multiplied out."""
    match = _SCIENCE.fullmatch(word)
    if match is None:
        return None
    return Atom(DIGITS, Decimal(f"{match[1]}E{match[2].replace('−', '-')}"), digits=word)


def _slash(word: str) -> Atom | None:
    """ "3/4" is a fraction, "9/11" and "24/7" are not."""
    match = _SLASH.fullmatch(word)
    if match is None or not 0 < int(match[1]) < int(match[2]):
        return None
    if int(match[2]) in {2, 3, 4, 5, 6, 8, 10, 16, 32, 64} or "/" not in word:
        return Atom(SLASH, ratio(Decimal(match[1]), Decimal(match[2])), "numbers.fractions")
    return None


def _vulgar(word: str) -> Atom | None:
    match = _MIXED.fullmatch(word)
    if not match:
        return None
    value = Decimal(match[1] or 0) + Decimal(_VULGAR[match[2]])
    return Atom(DIGITS if match[1] else SLASH, value, "numbers.fractions", digits=word)


def ratio(part: Decimal, whole: Decimal) -> Decimal:
    """``part / whole`` to nine digits: a third is 0.333333333."""
    return (part / whole).quantize(Decimal("1e-9")).normalize() + Decimal(0)
