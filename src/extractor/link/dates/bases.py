"""What an article compares its periods with: the period before or the same one a year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from extractor.link.dates.owndates import DateReader
from extractor.link.drafts import Clauses, Draft, Period
from extractor.match.dates import shift_period
from extractor.match.mentions import DateMention

SERIES = frozenset({"month", "quarter"})  # grains of figures that are compared with the period before
_YEAR = "year"


def count_bases(
    read: Iterable[Clauses], dates: Iterable[DateMention], reader: DateReader, article: Period | None
) -> Counter[str]:
    """How often the article names the period before ("month", "quarter") or the year before ("year") as its base.

    "from a month earlier" says so in words, "12 percent more than in the June quarter" by its date.
    """
    bases = Counter(date.shift[0] for date in dates if date.shift is not None and date.shift[1] == -1)
    if article is None or article.first is None or article.last is None or article.grain not in SERIES:
        return bases
    for unit in (article.grain, _YEAR):
        first, last, _ = shift_period(article.first, article.last, article.grain, (unit, -1))
        bases[unit] += sum((date.first, date.last) == (first, last) for date in _named(read, reader))
    return bases


def _named(read: Iterable[Clauses], reader: DateReader) -> list[DateMention]:
    """The dates that legs and baselines have of their own."""
    found = []
    for clauses in read:
        for draft in clauses.drafts:
            date = _base_of(clauses, draft, reader)
            if date is not None and date.shift is None:
                found.append(date)
    return found


def _base_of(clauses: Clauses, draft: Draft, reader: DateReader) -> DateMention | None:
    if draft.leg != "earlier":
        return draft.baseline_date
    return reader.own(clauses, draft, reader.usable(clauses))
