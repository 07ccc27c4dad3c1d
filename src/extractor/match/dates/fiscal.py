"""Company and budget years: dates that the article gives win, then a country's or company's rule, then the calendar."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from extractor.language.tokens import Tokens
from extractor.match.dates.calendar import Period, add_days, add_months, period_value
from extractor.match.dates.expr import Expr
from extractor.match.dates.fixed import full_year
from extractor.match.dates.rows import FiscalYear
from extractor.match.mentions import DateMention

_TOP = 300  # tokens in which a company's or country's name says whose years the article counts

# Productions that know only the calendar; "ended" has its own dates.
_LOOSE = ("fiscal", "compose", "nth_of", "relative")

_MONTH = 30.4  # days

Found = list[tuple[Expr, DateMention]]


class Start(NamedTuple):
    """The first day of a fiscal year, and the number of that year."""

    day: date
    number: int
    rule: str = ""
    country: bool = False
    quarter: int = 0
    stated: Period | None = None


class FiscalYears:
    """Moves the fiscal mentions of an article to where its own years lie."""

    def __init__(self, rows: Iterable[FiscalYear]) -> None:
        self._names: dict[str, list[tuple[list[str], FiscalYear]]] = {}
        for row in rows:
            for words in map(str.split, row.names):
                self._names.setdefault(words[0], []).append((words, row))

    def place(self, tokens: Tokens, found: Found, anchor: date | None) -> None:
        """Set interval and value of the mentions marked fiscal that the article did not date itself."""
        loose = _own_quarters(found) + [(e, m) for e, m in found if m.first and (_loose(e, m) or _pair(e))]
        if not loose:
            return
        start = _stated(found, loose, anchor) or self._ruled(tokens, loose[0][1])
        if start is None:
            return
        loose = [(e, m) for e, m in loose if (_bare(e) or _loose(e, m) or start.country)]
        for expr, mention in loose:
            period = _period(expr, mention, start, anchor)
            if period is None:
                continue
            mention.first, mention.last = period
            if not _whole(expr):
                mention.value = period_value(*period) or f"{period.first.isoformat()}/{period.last.isoformat()}"
            mention.rules += (start.rule,) if start.rule else ()

    def _ruled(self, tokens: Tokens, mention: DateMention) -> Start | None:
        """The rule of the company or country named first at the article's top; companies before countries."""
        top = tokens.lower[:_TOP]
        best: tuple[bool, int, FiscalYear] | None = None
        for at in (i for i, word in enumerate(top) if word in self._names):
            for words, row in self._names[top[at]]:
                if top[at : at + len(words)] == words and (best is None or (row.country, at) < best[:2]):
                    best = (row.country, at, row)
        if best is None or mention.first is None:
            return None
        row = best[2]
        begin = date(mention.first.year, row.month, 1)
        number = begin.year if row.named_by == "start" or row.month == 1 else begin.year + 1
        return Start(begin, number, f"dates.{row.id}", row.country)


def _loose(expr: Expr, mention: DateMention) -> bool:
    """A fiscal mention that only the calendar has placed."""
    return mention.fiscal and expr.row.produce in _LOOSE


def _bare(expr: Expr) -> bool:
    """A quarter or half without its year."""
    part = expr.num("quarter") is not None or expr.num("half") is not None
    return expr.row.produce == "calendar" and part and expr.open()


def _own_quarters(found: Found) -> Found:
    """All bare quarters, where the first of them cannot be the quarter whose end the article gives: "Q2", ended Sept. 30."""
    bare = [(e, m) for e, m in found if _bare(e) and m.first]
    ends = [m for e, m in found if e.row.produce == "ended" and m.grain == (bare[0][1].grain if bare else "") and m.last]
    if not bare or not ends or ends[0].last is None or bare[0][1].last is None:
        return []
    apart = abs((ends[0].last - bare[0][1].last).days) % 365
    return bare if _MONTH < apart < 365 - _MONTH else []


def _pair(expr: Expr) -> bool:
    """As in "2024-25", "the first half of 2024-25": of a budget year, where these begin in spring or summer."""
    if expr.row.produce in _LOOSE and (_quarter(expr) or _half(expr) or _leading(expr)):
        return any(_pair(part) for part in expr.parts)
    year, end = expr.num("year"), expr.num("year2")
    return expr.row.produce == "calendar" and year is not None and end is not None and (end - year) % 100 == 1


def _stated(found: Found, loose: Found, anchor: date | None) -> Start | None:
    """A fiscal year's begin from the dates in the article: "the three months ended Feb. 28" in the second."""
    for expr, mention in found:
        months = round(((mention.last - mention.first).days + 1) / _MONTH) if mention.first and mention.last else 0
        if expr.row.produce != "ended" or not mention.first or not mention.last or months not in (3, 6, 9, 12):
            continue
        number = _quarter(expr) or next((_quarter(e) for e, _ in loose if _quarter(e)), None)
        running = anchor is not None and mention.last > anchor and not _quarter(expr)
        if months == 3 and number and running:  # the third was reported "for the current quarter ending in May"
            return _start(add_months(mention.first, -3 * number))
        if months == 3 and number:
            begin = _start(add_months(mention.first, -3 * (number - 1)))
            return begin._replace(quarter=number, stated=Period(mention.first, mention.last))
        if months in (6, 9) or (months == 12 and mention.fiscal):
            return _start(mention.first)
    return None


def _start(day: date) -> Start:
    return Start(day, add_days(add_months(day, 12), -1).year)


def _quarter(expr: Expr) -> int | None:
    """The number of the quarter that an expression or one of its parts names."""
    return _named(expr, "quarter")


def _half(expr: Expr) -> int | None:
    """The number of the half that an expression or one of its parts names."""
    return _named(expr, "half")


def _named(expr: Expr, name: str) -> int | None:
    return expr.num(name) or next((_named(part, name) for part in expr.parts if _named(part, name)), None)


def _year(expr: Expr) -> int | None:
    """The number of the fiscal year that is named; "2022-23" is the one that ends in 2023."""
    year, end = expr.num("year"), expr.num("year2")
    if year is not None:
        return full_year(year) if end is None else (full_year(year) // 100 * 100 + end if end < 100 else end)
    return next((_year(part) for part in expr.parts if _year(part)), None)


def _period(expr: Expr, mention: DateMention, start: Start, anchor: date | None) -> Period | None:
    """Where a fiscal year or quarter lies, given where one year starts."""
    quarter, year = _quarter(expr), _year(expr)
    if quarter and quarter == start.quarter and year is None:
        return start.stated
    first = start.day
    if year is not None:
        first = add_months(first, 12 * (year - start.number))
    elif anchor is not None:
        # Without its year: the one that holds the anchor, or whose quarter has begun by then; "last" is one before.
        while first > anchor:
            first = add_months(first, -12)
        while add_months(first, 12) <= anchor:
            first = add_months(first, 12)
        if quarter and add_months(first, 3 * quarter) > add_days(anchor, 1):
            first = add_months(first, -12)
        if not quarter:
            first = add_months(first, 12 * (expr.num("step") or 0))
    if quarter:
        first = add_months(first, 3 * (quarter - 1))
    half = _half(expr)
    if half:
        first = add_months(first, 6 * (half - 1))
    months = 3 if quarter else 6 if half else _leading(expr) or 12
    return Period(first, add_days(add_months(first, months), -1))


def _leading(expr: Expr) -> int | None:
    """How many first months of a fiscal year are meant: "the first 10 months of the fiscal year"."""
    for each in (expr, *expr.parts):
        if each.row.produce in ("leading", "nth_of") and each.word("unit") == "month" and each.num("ordinal") == 1:
            return each.num("number")
    return None


def _whole(expr: Expr) -> bool:
    """A fiscal year with a number of its own, which names it: "FY2024"."""
    return not _quarter(expr) and not _half(expr) and not _leading(expr) and expr.row.produce == "fiscal"
