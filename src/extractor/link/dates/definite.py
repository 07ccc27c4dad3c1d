"""Periods that an article has told already: "in the quarter", "for the nine months", "full-year profit"."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extractor.link.dates.periods import around
from extractor.link.drafts import Clauses, Period
from extractor.link.frames import FrameTable
from extractor.match.dates import shift_period
from extractor.match.mentions import DateMention

_BARE = 2  # words of "the quarter"
_MONTH_DAYS = 31
_MONTHS = {"month": 1, "quarter": 3, "year": 12}
_MONTH_MEAN = 30.4
_SLACK = 10  # days by which two periods of as many months differ in length
_DAYS = frozenset({"day", "time"})


def definite(clauses: Clauses, own: DateMention, article: Period | None, table: FrameTable) -> Period | None:
    """"in the quarter", "for the year": the one that the article is about, or that its month lies in."""
    words = clauses.tokens.lower[own.start : own.end]
    if article is None or article.first is None or article.last is None:
        return None
    told = [word for word in words if word not in table.cues["whole_period"]]
    own_year = article.grain == own.grain == "year" and article.last.month != _MONTHS["year"]
    if own_year and len(told) < len(words) and sum(word.isalpha() for word in told) == 1:
        return replace(article, mention=own, inherited=False)  # "full-year profit", of the year to June
    words = told
    if len(words) == _BARE + 1 and words[0] in table.cues["article"]:
        return _fiscal_months(article, own)
    ends = own.relation == "as_of" and len(words) > _BARE and own.grain == article.grain and own.grain in _MONTHS
    if ends and words[-_BARE] in table.cues["article"]:
        return replace(article, relation="as_of", mention=own, inherited=False)  # "at the end of the quarter"
    if len(words) != _BARE or words[0] not in table.cues["article"] or own.grain not in _MONTHS:
        return None
    months, length = _MONTHS[own.grain], (article.last - article.first).days + 1
    if length > months * _MONTH_DAYS or article.grain in _DAYS:
        return None
    same = length > (months - 1) * _MONTH_DAYS
    return replace(article if same else around(article.last, months), mention=own, inherited=False)


def _fiscal_months(article: Period, own: DateMention) -> Period | None:
    """"for the nine months": the article's own ones, where these are not the calendar's, or those that end with its
    quarter: "the third quarter ended May 31"."""
    if own.first is None or own.last is None or article.first is None or article.last is None:
        return None
    if "/" not in (article.value or ""):
        return None
    length = (own.last - own.first).days - (article.last - article.first).days
    if abs(length) <= _SLACK:
        return replace(article, mention=own, inherited=False)
    months = round((own.last - own.first).days / _MONTH_MEAN)
    if length < 0 or months >= _MONTHS["year"]:
        return None
    first, _, _ = shift_period(article.last, article.last, "day", ("month", -months))
    begin = around(first + datetime.timedelta(days=_SLACK), 1).first
    return Period(begin, article.last, f"{begin}/{article.last}", "during", "month", own)
