"""Productions that name a place on the calendar: years, halves, quarters, seasons, months, days, clock times."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from extractor.match.dates.calendar import Period, add_days, add_months, months_from, period_value, valid_date
from extractor.match.dates.expr import Expr, Resolved, Scene

_GRAINS = ("day", "weekday", "month", "quarter", "half", "season", "year")
_FAR = 270  # days: a day of the month further back than this is more likely the coming one
_JUST_OVER = 20  # days: "is expected to be 2 percent in December", said on January 6, is a first estimate
_LONG = 30  # years: "2021-25" is a period, "2003/87" the number of a law
_PIVOT = 50  # two-digit years: "24" is 2024, "87" is 1987


def full_year(year: int) -> int:
    """A year with its century.

    >>> full_year(24), full_year(87), full_year(1848)
    (2024, 1987, 1848)
    """
    return year if year > 99 else year + (2000 if year < _PIVOT else 1900)


def calendar(expr: Expr, scene: Scene) -> Resolved | None:
    """Years, halves, quarters, seasons, months and days, with or without their year.

    Without one it is the last that began at or before the anchor, or the next where the words speak of the future.
    """
    grain = next((name for name in _GRAINS if name in expr.values), "")
    if grain == "weekday":
        return _weekday(expr, scene)
    year = expr.num("year")
    end_year = expr.num("year2")
    if year is not None and end_year is not None and grain == "year":
        return _years(full_year(year), end_year)
    maker = _maker(expr, grain)
    if year is not None:
        period = maker(full_year(year))
        return period and placed(period, grain)
    if grain == "day" and maker(2000) is None:
        return None
    if scene.anchor is None:
        return Resolved(grain=grain)
    period = nearest(maker, scene.anchor, scene.ahead, grain)
    return period and placed(period, grain)


def placed(period: Period, grain: str) -> Resolved:
    """A period as a result; a season's value is its year and two letters."""
    value = period_value(*period)
    if grain == "season" and value is None:
        name = ("SP", "SU", "FA", "WI")[period.first.month // 3 - 1]
        value = f"{period.first.year:04}-{name}"
    return Resolved(period.first, period.last, value, grain)


def nearest(maker: Callable[[int], Period | None], anchor: date, ahead: bool | None, grain: str) -> Period | None:
    """Of the same period in the years about the anchor, the one meant."""
    if grain != "day" and not ahead:
        this = maker(anchor.year)
        return this if this is None or this.first <= anchor else maker(anchor.year - 1)
    periods = [p for p in map(maker, range(max(anchor.year - 1, 1), anchor.year + 2)) if p]
    if len(periods) < 3:  # February 29
        periods = [p for p in map(maker, range(max(anchor.year - 8, 1), min(anchor.year + 9, 9999))) if p]
    past = [p for p in periods if p.first <= anchor]
    coming = [p for p in periods if p.last >= anchor]
    if ahead and coming:
        just_over = grain == "month" and past and 0 < (anchor - past[-1].last).days <= _JUST_OVER
        return past[-1] if just_over else coming[0]
    if grain == "day" and ahead is None and past and coming and (anchor - past[-1].last).days > _FAR:
        return coming[0]
    return past[-1] if past else None


def _maker(expr: Expr, grain: str) -> Callable[[int], Period | None]:
    """The function from a year to the period in it."""

    def day(year: int) -> Period | None:
        found = valid_date(year, expr.num("month") or 0, expr.num("day") or 0)
        return Period(found, found) if found else None

    def months(year: int) -> Period | None:
        size = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12}[grain]
        index = expr.num(grain) or 1
        month = (index - 1) * size + 1 if grain != "year" else 1
        return months_from(year, month + (2 if grain == "season" else 0), size) if month <= 12 else None

    return day if grain == "day" else months


def _years(first: int, second: int) -> Resolved | None:
    """As in "2019-20", "2023/24": two years running."""
    last = first // 100 * 100 + second if second < 100 else second
    if last <= first or (last - first > _LONG and second < 100):
        return None
    period = Period(date(first, 1, 1), date(last, 12, 31))
    return Resolved(*period, period_value(*period) or f"{first:04}/{last:04}", "year")


def _weekday(expr: Expr, scene: Scene) -> Resolved:
    """As in "on Friday": the last one at or before the anchor; the next one after it where the words look ahead."""
    if scene.anchor is None:
        return Resolved(grain="day")
    back = (scene.anchor.weekday() - (expr.num("weekday") or 1) + 1) % 7
    day = add_days(scene.anchor, 7 - back if scene.ahead and back else -back)
    return Resolved(day, day, day.isoformat(), "day")


def decade(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the 1990s", "the 80s"."""
    year = expr.num("decade") or 0
    first = (year if year > 99 else year + (2000 if year < _PIVOT - 20 else 1900)) // 10 * 10
    return Resolved(date(first, 1, 1), date(first + 9, 12, 31), f"{first // 10}", "decade")


def day_span(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "Aug. 3-5", "3 to 5 May 2023"."""
    first = calendar(expr, scene)
    last = expr.num("day2")
    if first is None or first.first is None or last is None:
        return first
    end = valid_date(first.first.year, first.first.month, last)
    if end is None or end <= first.first:
        return None
    return Resolved(first.first, end, f"{first.first.isoformat()}/{end.isoformat()}", "span")


def quarter_span(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the first and second quarters": both, in the year of the later one."""
    count = (expr.num("quarter2") or 0) - (expr.num("quarter") or 0)
    end = calendar(expr.given(quarter=expr.num("quarter2") or 0), scene)
    if count <= 0 or end is None or end.first is None or end.last is None:
        return end if count > 0 else None
    period = Period(add_months(end.first, -3 * count), end.last)
    return Resolved(*period, period_value(*period) or f"{period.first.isoformat()}/{period.last.isoformat()}", "span")


def century(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "the 20th century"."""
    number = expr.num("day") or 0
    first = date((number - 1) * 100 + 1, 1, 1) if 1 <= number <= 99 else None
    return Resolved(first, date(number * 100, 12, 31), f"{number - 1:02}", "century") if first else None


def fiscal(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "fiscal 2024", "FY24", "fiscal second-quarter": the calendar's periods, marked as fiscal."""
    found = calendar(expr, scene)
    if found and found.value and found.grain == "year":
        found.value = f"FY{found.last.year if found.last else found.value[:4]}"
    if found:
        found.fiscal = True
    return found


def clock(expr: Expr, scene: Scene) -> Resolved | None:
    """As in "14:48 UTC", "4 p.m.": a time of the day last mentioned, else of the anchor's day."""
    hour, minute = expr.num("hour") or 0, expr.num("minute") or 0
    if expr.num("half_day"):
        hour = hour % 12 + 12 * ((expr.num("half_day") or 1) - 1)
    reference = scene.reference if scene.reference and scene.reference.grain == "day" else None
    day = reference.first if reference else scene.anchor
    if hour > 24 or day is None:
        return None if hour > 24 else Resolved(grain="time")
    return Resolved(day, day, f"{day.isoformat()}T{hour:02}:{minute:02}{expr.word('zone')}", "time")


def daytime(expr: Expr, scene: Scene, resolve: Callable[[Expr, Scene], Resolved | None]) -> Resolved | None:
    """As in "Monday morning", "16:00 UTC today": a part of a day, or a clock time on it."""
    day_part = expr.parts[-1] if expr.word("order") == "outer" else expr.parts[0]
    found = resolve(day_part, scene)
    if found is None or found.grain != "day":
        return None
    if len(expr.parts) == 1:
        value = found.value and found.value + expr.word("daytime")
        return Resolved(found.first, found.last, value, "time")
    other = expr.parts[0] if day_part is expr.parts[-1] else expr.parts[-1]
    return resolve(other, Scene(scene.anchor, found)) if other.row.produce == "clock" else None
