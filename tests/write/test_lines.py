"""Records as lines: what is written is read back as the same record, to the last digit."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.pipeline import Extractor
from extractor.records import Amount, Article, Fact, Mention, Record, Reject, Zone
from extractor.write.lines import json_line

CORPUS = Path(__file__).parents[2] / "corpus"
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=6) | st.integers(-(10**18), 10**18).map(Decimal)


@pytest.mark.parametrize("name", ["peru_copper_trade", "rd_spending_provinces", "halvorsen_earnings", "punjab_wheat_procurement"])
def test_an_articles_records_come_back(extractor: Extractor, name: str) -> None:
    text = (CORPUS / f"{name}.txt").read_bytes().decode()
    analysis = extractor.analyse(extractor.article(text, "2025-06-15", name))
    for record, model in [(fact, Fact) for fact in analysis.facts] + [(one, Mention) for one in analysis.mentions]:
        back = model.model_validate_json(json_line(record), context={"article": text})
        assert back == record
        assert json_line(back) == json_line(record)


@given(NUMBERS)
def test_any_number_comes_back_exactly_and_without_exponent(number: Decimal) -> None:
    amount = Amount(text="x", start_char=0, end_char=1, value=number)
    line = json_line(amount)
    assert Amount.model_validate_json(line).value == number
    assert "e" not in json.loads(line)["value"].lower()


@given(st.text(), st.none() | st.text(), st.none() | st.dates())
def test_any_article_is_one_line_and_comes_back(text: str, title: str | None, date: object) -> None:
    article = Article.model_validate({"id": "a", "text": text, "title": title, "date": date})
    line = json_line(article)
    assert line.count("\n") == 1
    assert Article.model_validate_json(line) == article


@pytest.mark.parametrize(
    "record",
    [Reject(file="a.jsonl", line=3, found="no text"), Zone(start_char=0, end_char=4, kind="title")],
    ids=["reject", "zone"],
)
def test_small_records_come_back(record: Record) -> None:
    assert type(record).model_validate_json(json_line(record)) == record


@pytest.mark.parametrize(
    "line",
    ['{"file":"a","found":"b","more":1}', '{"start_char":0,"end_char":4,"kind":"song"}', "{}"],
    ids=["no such field", "no such kind", "nothing"],
)
def test_lines_that_are_no_record(line: str) -> None:
    for model in (Reject, Zone):
        with pytest.raises(ValueError, match="validation error"):
            model.model_validate_json(line)
