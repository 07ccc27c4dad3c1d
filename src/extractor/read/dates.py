"""The date of an article: given, on a header line, or in a dateline completed by a year from elsewhere."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from re import Match, Pattern

from extractor.errors import InputError
from extractor.read.rows import FOLDER, ReadRules
from extractor.read.zones import Piece, pieces

ALLOWED = "a date such as 2025-09-05, or a year such as 2025 to complete datelines with"
_HINT = re.compile(r"(\d{4})(?:-(\d\d)-(\d\d)(?:[T ].*)?)?")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class DateHint:
    """What the user knows of the articles' date: a day, or only the year."""

    day: datetime.date | None = None
    year: int | None = None


def parse_hint(text: str) -> DateHint:
    """Read the ``--date`` option.

    Raises:
        InputError: the text is neither a date nor a year.

    >>> parse_hint("2025-09-05").day, parse_hint("2025").year
    (datetime.date(2025, 9, 5), 2025)
    """
    match = _HINT.fullmatch(text.strip())
    if match and match[2]:
        day = _day(int(match[1]), int(match[2]), int(match[3]))
        if day:
            return DateHint(day, day.year)
    elif match and int(match[1]):
        return DateHint(None, int(match[1]))
    raise InputError(f"date {text!r} is none", allowed=ALLOWED)


def parse_date(text: str, rules: ReadRules) -> datetime.date | None:
    """A date as a record gives it: ISO, with or without a time, or any form of ``rules/read/date.toml``."""
    match = _HINT.fullmatch(text.strip())
    if match and match[2]:
        return _day(int(match[1]), int(match[2]), int(match[3]))
    return next((day for day, _ in full_dates(text, rules)), None)


def article_date(text: str, rules: ReadRules, hint: DateHint | None = None) -> datetime.date | None:
    """The article's date: the one given, else the first of its header, else its dateline's with a known year.

    >>> from extractor.rules import RuleSet
    >>> article_date("Updated: 2024-01-11\\n\\nFees rose 3 percent.", ReadRules(RuleSet.load()))
    datetime.date(2024, 1, 11)
    """
    return dated(pieces(text, rules), rules, hint)[0]


def dated(found: list[Piece], rules: ReadRules, hint: DateHint | None = None) -> tuple[datetime.date | None, str]:
    """The date and the name of the rule that read it; ``found`` are the article's pieces."""
    if hint and hint.day:
        return hint.day, ""
    headers = [piece.line.text for piece in found if piece.kind == "header"]
    for header in headers:
        for day, name in full_dates(header, rules):
            return day, name
    year = hint.year if hint else None
    if year is None:
        years = (match for header in headers for match in _YEAR.findall(header))
        year = int(next(years, 0)) or None
    if year is not None:
        for header in headers:
            for day, name in _dates(header, rules.days, rules, year):
                return day, name
    return None, ""


def full_dates(text: str, rules: ReadRules) -> Iterable[tuple[datetime.date, str]]:
    """Dates with their year in ``text``, leftmost first, with the rule's name."""
    return _dates(text, rules.dates, rules, None)


def _dates(
    text: str, forms: dict[str, Pattern[str]], rules: ReadRules, year: int | None
) -> Iterable[tuple[datetime.date, str]]:
    matches = [(match.start(), name, match) for name, form in forms.items() for match in form.finditer(text)]
    for _, name, match in sorted(matches, key=lambda found: found[:2]):
        day = _read(match, rules, year)
        if day:
            yield day, f"{FOLDER}.{name}"


def _read(match: Match[str], rules: ReadRules, year: int | None) -> datetime.date | None:
    groups = match.groupdict()
    month = rules.month_number[groups["mon"].lower()] if groups.get("mon") else int(groups["m"])
    return _day(int(groups["y"]) if year is None else year, month, int(groups["d"]))


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
