"""Periods that follow from others: moved by a year, the calendar's around a day, taken over."""

from __future__ import annotations

import datetime

import pytest

from extractor.link.dates.periods import around, end_of_month, inherit, is_month_end, read_period, shifted, today
from extractor.link.drafts import Period
from extractor.match.mentions import DateMention


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _period(first: str, last: str, grain: str, relation: str = "during") -> Period:
    return Period(_day(first), _day(last), None, relation, grain)


@pytest.mark.parametrize(
    ("main", "shift", "first", "last", "relation"),
    [
        (_period("2025-07-01", "2025-07-31", "month"), ("year", -1), "2024-07-01", "2024-07-31", "during"),
        (_period("2024-02-01", "2024-02-29", "month"), ("year", -1), "2023-02-01", "2023-02-28", "during"),
        (_period("2025-01-01", "2025-03-31", "quarter"), ("quarter", -1), "2024-10-01", "2024-12-31", "during"),
        (_period("2025-06-30", "2025-06-30", "day", "as_of"), ("month", -1), "2025-05-31", "2025-05-31", "as_of"),
        (_period("2025-06-12", "2025-06-12", "day", "as_of"), ("year", -1), "2024-06-12", "2024-06-12", "as_of"),
        (_period("2025-12-27", "2025-12-27", "day", "until"), ("year", -1), "2024-01-01", "2024-12-27", "during"),
    ],
)
def test_shifted(main: Period, shift: tuple[str, int], first: str, last: str, relation: str) -> None:
    moved = shifted(main, shift, None)
    assert (moved.first, moved.last, moved.relation) == (_day(first), _day(last), relation)
    assert moved.inherited


def test_a_period_without_days_stays_open() -> None:
    moved = shifted(Period(None, None, None), ("year", -1), None)
    assert (moved.first, moved.last, moved.value) == (None, None, None)


def test_a_week_before_counts_from_no_month() -> None:
    own = DateMention(3, 6, 0, 13, "DATE", "2025-W30", _day("2025-07-21"), _day("2025-07-27"), grain="week")
    assert shifted(_period("2025-07-01", "2025-07-31", "month"), ("week", -1), own).first == _day("2025-07-21")


@pytest.mark.parametrize(
    ("months", "value", "last"),
    [(1, "2024-02", "2024-02-29"), (3, "2024-Q1", "2024-03-31"), (12, "2024", "2024-12-31")],
)
def test_around_a_day(months: int, value: str, last: str) -> None:
    period = around(_day("2024-02-11"), months)
    assert (period.value, period.last) == (value, _day(last))


@pytest.mark.parametrize(("year", "month", "day"), [(2023, 2, 28), (2024, 2, 29), (2024, 12, 31), (2025, 4, 30)])
def test_ends_of_months(year: int, month: int, day: int) -> None:
    last = end_of_month(year, month)
    assert last.day == day
    assert is_month_end(last)
    assert not is_month_end(last - datetime.timedelta(days=1))


def test_what_is_taken_over_is_marked() -> None:
    taken = inherit(_period("2025-07-01", "2025-07-31", "month"))
    assert taken is not None
    assert taken.inherited
    assert inherit(None) is None


def test_the_article_without_a_date_has_no_day() -> None:
    assert today(None) is None


def test_a_time_of_day_is_its_day() -> None:
    noon = DateMention(0, 1, 0, 4, "TIME", "2025-07-21T12:00", _day("2025-07-21"), _day("2025-07-21"), grain="time")
    assert read_period(noon).value == "2025-07-21"
