"""Rows of a user's own, and what is said about broken ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader
from extractor.match.dates import DateMatcher
from extractor.match.dates.holidays import holiday_period
from extractor.match.dates.rows import Holiday
from extractor.rules import RuleSet


def with_rows(folder: Path, toml: str) -> RuleSet:
    (folder / "dates").mkdir()
    (folder / "dates" / "own.toml").write_text(toml, encoding="utf-8")
    return RuleSet.load([folder])


def test_a_row_of_ones_own_is_read(tmp_path: Path) -> None:
    rules = with_rows(tmp_path, '[[holiday]]\nid = "loom_day"\nnames = ["loom day"]\nmonth = 6\nday = 3\n')
    tokens = TokenReader(build_tokenizer(rules)).read("The mill was shut on Loom Day.")
    (mention,), _ = DateMatcher(rules).match(tokens, date(2024, 8, 15))
    assert (mention.value, mention.rules) == ("2024-06-03", ("dates.loom_day",))


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[[phrase]]\nid = "own"\npattern = "the {loom}"\nproduce = "calendar"\n', "no class 'loom'"),
        ('[[phrase]]\nid = "own"\npattern = "the {year}"\nproduce = "loom"\n', "nothing produces 'loom'"),
        ('[[phrase]]\nid = "own"\npattern = "(the {year}"\nproduce = "calendar"\n', "not closed"),
        ('[[guard]]\nid = "own"\nrows = ["loom"]\n', "no phrase 'loom'"),
        ('[[phrase]]\nid = "own"\npattern = "the {year}"\n', "produce"),
    ],
)
def test_a_broken_row_is_an_error_that_names_it(toml: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=message):
        DateMatcher(with_rows(tmp_path, toml))


# From public calendars of the years named.
@pytest.mark.parametrize(
    ("row", "year", "first", "last"),
    [
        ("good_friday", 2024, "2024-03-29", "2024-03-29"),
        ("easter_weekend", 2023, "2023-04-07", "2023-04-10"),
        ("whit_monday", 2024, "2024-05-20", "2024-05-20"),
        ("thanksgiving", 2023, "2023-11-23", "2023-11-23"),
        ("black_friday", 2024, "2024-11-29", "2024-11-29"),
        ("labor_day", 2024, "2024-09-02", "2024-09-02"),
        ("memorial_day", 2024, "2024-05-27", "2024-05-27"),
        ("lunar_new_year", 2007, "2007-02-18", "2007-02-18"),
        ("lunar_new_year", 2024, "2024-02-10", "2024-02-10"),
        ("mid_autumn_festival", 2024, "2024-09-17", "2024-09-17"),
        ("dragon_boat_festival", 2024, "2024-06-10", "2024-06-10"),
        ("diwali", 2023, "2023-11-12", "2023-11-12"),
        ("golden_week", 2024, "2024-10-01", "2024-10-07"),
    ],
)
def test_holidays(row: str, year: int, first: str, last: str, rules: RuleSet) -> None:
    period = holiday_period(rules.rows("dates", "holiday", Holiday)[row], year)
    assert period is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)


def test_a_day_that_happened_once_and_a_year_beyond_the_table(rules: RuleSet) -> None:
    rows = rules.rows("dates", "holiday", Holiday)
    assert holiday_period(rows["black_monday_1987"], 1988) is None
    assert holiday_period(rows["diwali"], 2090) is None
