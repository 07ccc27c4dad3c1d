"""Fiscal quarters and years: by the dates that the article gives, else the calendar's."""

from __future__ import annotations

import datetime

import pytest

from extractor.link.dates.fiscal import FiscalCalendar, is_split_year
from extractor.match.mentions import DateMention


def _date(first: str, last: str, grain: str, value: str, *rules: str, fiscal: bool = False) -> DateMention:
    days = (datetime.date.fromisoformat(day) for day in (first, last))
    return DateMention(0, 1, 0, 1, "DATE", value, *days, grain=grain, fiscal=fiscal, rules=rules)


TO_JUNE = _date("2024-07-01", "2025-06-30", "year", "2024-07-01/2025-06-30", "dates.ended_unit")
SEASON = _date("2024-07-01", "2025-06-30", "year", "2024/2025")
TO_MAY = _date("2025-03-01", "2025-05-31", "quarter", "2025-03-01/2025-05-31")
FISCAL_YEAR = _date("2025-01-01", "2025-12-31", "year", "2025", fiscal=True)
FISCAL_QUARTER = _date("2025-04-01", "2025-06-30", "quarter", "2025-Q2", fiscal=True)
YEAR = _date("2025-01-01", "2025-12-31", "year", "2025")


@pytest.mark.parametrize(
    ("given", "date", "first", "last"),
    [
        ([TO_JUNE], FISCAL_YEAR, "2024-07-01", "2025-06-30"),
        ([TO_MAY], FISCAL_QUARTER, "2025-03-01", "2025-05-31"),
        ([], FISCAL_YEAR, "2025-01-01", "2025-12-31"),
        ([], FISCAL_QUARTER, "2025-04-01", "2025-06-30"),
        ([TO_JUNE], FISCAL_QUARTER, "2025-04-01", "2025-06-30"),
        ([TO_JUNE], YEAR, "2025-01-01", "2025-12-31"),
        ([SEASON], FISCAL_YEAR, "2025-01-01", "2025-12-31"),
    ],
    ids=["year", "quarter", "no year given", "no quarter given", "a year is no quarter", "no fiscal year", "season"],
)
def test_periods(given: list[DateMention], date: DateMention, first: str, last: str) -> None:
    calendar = FiscalCalendar()
    calendar.learn(given, business=True)
    period = calendar.period(date)
    assert (str(period.first), str(period.last)) == (first, last)


def test_a_period_to_come_teaches_nothing() -> None:
    calendar = FiscalCalendar()
    calendar.learn([TO_MAY], datetime.date(2025, 5, 2))
    assert str(calendar.period(FISCAL_QUARTER).last) == "2025-06-30"


def test_only_firms_have_years_that_end_so() -> None:
    calendar = FiscalCalendar()
    calendar.learn([TO_JUNE])
    assert str(calendar.period(FISCAL_YEAR).last) == "2025-12-31"


def test_split_years() -> None:
    assert is_split_year(TO_JUNE)
    assert not is_split_year(YEAR)
    assert not is_split_year(TO_MAY)
