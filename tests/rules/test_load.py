"""Rule files: rows typed and in order, a user's on top, and errors that name file, line and row."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractor.errors import RuleError
from extractor.rules import Row, RuleSet, Words


class Dish(Row):
    """A row for these tests."""

    price: int = 0


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "menu").mkdir()
    return tmp_path


def write(folder: Path, text: str, name: str = "menu/soups.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_toml_and_jsonl_rows(folder: Path) -> None:
    write(folder, '[[dish]]\nid = "b"\nprice = 2\n[[dish]]\nid = "a"\n[[side]]\nid = "s"\nwords = ["rye bread"]\n')
    write(folder, '{"id": "c", "price": 3}\n\n{"id": "d"}\n', "menu/dish.jsonl")
    rules = RuleSet([folder])
    assert {name: row.price for name, row in rules.rows("menu", "dish", Dish).items()} == {
        "c": 3,
        "d": 0,
        "b": 2,
        "a": 0,
    }
    assert rules.words("menu", "side") == {"s": ("rye bread",)}
    assert {name for name, _ in rules.all_rows()} == {"menu.a", "menu.b", "menu.c", "menu.d", "menu.s"}
    assert rules.unread() == []


def test_a_users_row_replaces_only_when_it_says_so(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    write(folder, '[[dish]]\nid = "a"\nprice = 1\n')
    own = tmp_path_factory.mktemp("own")
    (own / "menu").mkdir()
    write(own, '[[dish]]\nid = "a"\nprice = 2\n')
    with pytest.raises(RuleError, match=r"row 'a' stands already in .*soups.toml:1; allowed: another id, or replace"):
        RuleSet([folder, own]).rows("menu", "dish", Dish)
    write(own, '[[dish]]\nid = "a"\nprice = 2\nreplace = true\n')
    assert RuleSet([folder, own]).rows("menu", "dish", Dish)["a"].price == 2


@pytest.mark.parametrize(
    ("text", "name", "message"),
    [
        ('[[dish]]\nid = "a"\n\n[[dish]]\nid = "a"\n', "menu/a.toml", r"a\.toml:4: row 'a' stands already in .*a\.toml:1"),
        ('[[dish]]\nid = "a"\nprice = "x"\n', "menu/a.toml", r"a\.toml:1: row 'a', field 'price': .*valid integer"),
        ('[[dish]]\nid = "a"\ncolour = 1\n', "menu/a.toml", r"row 'a', field 'colour': Extra inputs"),
        ("[[dish]]\nprice = 1\n", "menu/a.toml", r"row 'without id', field 'id': Field required"),
        ("[[dish]\n", "menu/a.toml", r"a\.toml: not TOML: "),
        ("[dish]\nid = 1\n", "menu/a.toml", r"'dish' is no list of rows; allowed: \[\[dish\]\]"),
        ('{"id": "a"}\n{broken\n', "menu/dish.jsonl", r"dish\.jsonl:2: not JSON"),
        ('["a"]\n', "menu/dish.jsonl", r"dish\.jsonl:1: found list; allowed: a JSON object"),
    ],
)
def test_broken_rules(folder: Path, text: str, name: str, message: str) -> None:
    write(folder, text, name)
    with pytest.raises(RuleError, match=message):
        RuleSet([folder]).rows("menu", "dish", Dish)


def test_a_word_is_not_empty_and_has_no_blanks_around_it(folder: Path) -> None:
    write(folder, '[[side]]\nid = "s"\nwords = ["bread "]\n')
    with pytest.raises(RuleError, match="a word is empty or has blanks around it"):
        RuleSet([folder]).rows("menu", "side", Words)


def test_rows_that_no_stage_reads_are_told(folder: Path) -> None:
    write(folder, '[[dihs]]\nid = "a"\n')
    rules = RuleSet([folder])
    assert rules.rows("menu", "dish", Dish) == {}
    assert [line.rpartition("/")[2] for line in rules.unread()] == [
        "soups.toml:1: no stage reads rows of kind menu.dihs"
    ]


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder of rules; allowed: a folder laid out like rules/"):
        RuleSet.load([tmp_path / "gone"])


def test_shipped_rules_load(rules: RuleSet) -> None:
    assert rules.words("language", "wordclass")["article"] == ("a", "an", "the")
