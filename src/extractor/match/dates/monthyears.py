"""The years of months in an article without a date, by a month that the sentence prints with its year."""

from __future__ import annotations

from extractor.match.dates.expr import Expr

_YEAR, _HALF = 12, 6


def months_near(found: list[Expr], sentence_of: list[int]) -> list[Expr]:
    """Expressions in their order; months without a year are those closest to the first with one in their sentence.

    "to 21.9 percent in July from 22.2 percent in June 2025" is July 2025, as "in December from January 2024" is December
    2023. In other sentences they stay open, like "last year".
    """
    known: dict[int, int] = {}
    for expr in found:
        if expr.num("year") and expr.num("month"):
            known.setdefault(sentence_of[expr.start], _months(expr))
    return [_placed(expr, known[at]) if (at := sentence_of[expr.start]) in known else expr for expr in found]


def _months(expr: Expr) -> int:
    return (expr.num("year") or 0) * _YEAR + (expr.num("month") or 0) - 1


def _placed(expr: Expr, near: int) -> Expr:
    month = expr.num("month")
    if not month or not expr.open():
        return expr
    ahead = (month - 1 - near) % _YEAR  # months from the known one to this month's next
    return expr.in_year((near + ahead - (_YEAR if ahead > _HALF else 0)) // _YEAR)
