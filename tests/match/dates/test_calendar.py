"""Calendar arithmetic: known days, and laws that hold on all of them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.match.dates import period_value, shift_period
from extractor.match.dates.calendar import (
    Period,
    add_months,
    easter,
    months_from,
    move,
    nth_unit,
    nth_weekday,
    part_of,
    period_of,
    valid_date,
    whole_months,
)

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
GRAINS = st.sampled_from(["day", "week", "month", "quarter", "half", "year"])


@pytest.mark.parametrize(
    ("first", "last", "value"),
    [
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-07-01", "2024-12-31", "2024-H2"),
        ("2024-04-01", "2024-06-30", "2024-Q2"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2024-02-01", "2024-02-28", None),
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2024-08-12", "2024-08-18", "2024-W33"),
        ("2024-08-17", "2024-08-18", "2024-W33-WE"),
        ("2024-12-30", "2025-01-05", "2025-W01"),
        ("1990-01-01", "1999-12-31", "199"),
        ("1901-01-01", "2000-12-31", "19"),
        ("2024-12-01", "2025-02-28", None),
        ("2024-02-01", "2024-04-30", None),
        ("2023-07-01", "2024-06-30", None),
    ],
)
def test_value_of_a_period(first: str, last: str, value: str | None) -> None:
    assert period_value(date.fromisoformat(first), date.fromisoformat(last)) == value


@pytest.mark.parametrize(
    ("period", "shift", "moved", "value"),
    [
        (("2024-07-01", "2024-09-30"), ("year", -1), ("2023-07-01", "2023-09-30"), "2023-Q3"),
        (("2024-12-01", "2025-02-28"), ("year", -1), ("2023-12-01", "2024-02-29"), None),
        (("2024-02-01", "2024-02-29"), ("year", -1), ("2023-02-01", "2023-02-28"), "2023-02"),
        (("2024-02-29", "2024-02-29"), ("year", -1), ("2023-02-28", "2023-02-28"), "2023-02-28"),
        (("2024-01-01", "2024-03-31"), ("quarter", -1), ("2023-10-01", "2023-12-31"), "2023-Q4"),
        (("2024-03-01", "2024-03-31"), ("month", -1), ("2024-02-01", "2024-02-29"), "2024-02"),
        (("2024-08-12", "2024-08-18"), ("week", -1), ("2024-08-05", "2024-08-11"), "2024-W32"),
        (("2024-08-12", "2024-08-18"), ("year", -1), ("2023-08-14", "2023-08-20"), "2023-W33"),
    ],
)
def test_shifted_periods(period: tuple[str, str], shift: tuple[str, int], moved: tuple[str, str], value: str) -> None:
    first, last = map(date.fromisoformat, period)
    assert shift_period(first, last, "", shift) == (*map(date.fromisoformat, moved), value)


# Dates of Easter from the tables of the US Naval Observatory.
@pytest.mark.parametrize("day", ["1961-04-02", "1999-04-04", "2008-03-23", "2011-04-24", "2024-03-31", "2038-04-25"])
def test_easter(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


def test_days_that_do_not_exist() -> None:
    assert valid_date(2023, 2, 29) is None
    assert valid_date(2023, 13, 1) is None
    assert valid_date(0, 1, 1) is None
    assert nth_unit(months_from(2024, 2), "week", 6) is None


@given(DAYS, st.integers(1, 5), st.integers(0, 6))
def test_the_nth_weekday_is_that_weekday_in_or_after_the_month(day: date, nth: int, weekday: int) -> None:
    found = nth_weekday(day.year, day.month, weekday, nth)
    assert found.weekday() == weekday
    assert (found - date(day.year, day.month, 1)).days // 7 == nth - 1


@given(DAYS, GRAINS)
def test_the_period_of_a_day_holds_it_and_has_a_value(day: date, grain: str) -> None:
    first, last = period_of(grain, day)
    assert first <= day <= last
    assert period_value(first, last)


@given(DAYS, GRAINS, st.integers(-40, 40))
def test_moving_there_and_back_gives_the_period_again(day: date, grain: str, count: int) -> None:
    period = period_of(grain, day)
    assert move(*move(*period, grain, count), grain, -count) == period


@given(DAYS, GRAINS)
def test_neighbours_touch(day: date, grain: str) -> None:
    period = period_of(grain, day)
    assert move(*period, grain, 1).first == period.last + timedelta(1)


@given(DAYS, st.integers(1, 24), st.integers(-30, 30))
def test_whole_months_stay_whole_months(day: date, length: int, count: int) -> None:
    period = months_from(day.year, day.month, length)
    assert whole_months(*period) == length
    assert whole_months(*move(*period, "month", count)) == length


@given(DAYS, st.integers(-500, 500))
def test_adding_months_keeps_the_day_or_ends_the_month(day: date, count: int) -> None:
    moved = add_months(day, count)
    assert (moved.year * 12 + moved.month) - (day.year * 12 + day.month) == count
    assert moved.day == day.day or (moved + timedelta(1)).day == 1


@given(DAYS, st.integers(1, 60), st.integers(2, 4))
def test_parts_cover_a_period_without_gap(day: date, length: int, parts: int) -> None:
    whole = Period(day, day + timedelta(length + 3))
    pieces = [part_of(whole, parts, n + 1) for n in range(parts)]
    assert pieces[0].first == whole.first
    assert pieces[-1].last == whole.last
    assert all(b.first == a.last + timedelta(1) for a, b in pairwise(pieces))
