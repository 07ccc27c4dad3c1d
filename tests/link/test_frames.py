"""The rows of the frames, and that every name a fact lists is explained by one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import ValidationError

import extractor.link
from extractor.link.frames import FrameTable, VerbRow
from extractor.pipeline import Extractor
from extractor.rules import RuleSet

CODE = Path(extractor.link.__file__).parent
NAME = re.compile(r"\"((?:frames|context)\.[a-z_]+)\"")
BUILT = re.compile(r"f\"((?:frames|context)\.[a-z_]*)\{")


def _code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(CODE.rglob("*.py")))


def test_names_that_code_writes_have_a_row_with_note_and_example(extractor: Extractor) -> None:
    explained = {name for name, row in extractor.rules.all_rows() if row.examples}
    names = sorted(set(NAME.findall(_code())))
    assert len(names) > 30, "the names are no longer found"
    assert [name for name in names if name not in explained] == []


def test_names_that_code_builds_are_known() -> None:
    assert set(BUILT.findall(_code())) <= {"frames.", "frames.chain_"}


def test_steps_say_what_they_are(rules: RuleSet, table: FrameTable) -> None:
    from extractor.rules import Row

    steps = [row for folder in ("frames", "context") for row in rules.rows(folder, "step", Row).values()]
    assert [row.id for row in steps if not (row.note and row.examples and row.counterexamples)] == []


def test_names_of_facts_have_rows(extractor: Extractor) -> None:
    """Over all readings: no fact lists a name that nothing explains."""
    cases = tomllib.loads(Path(__file__).with_name("readings.toml").read_text(encoding="utf-8"))["case"]
    known = {name for name, _ in extractor.rules.all_rows()}
    listed = {name for case in cases for fact in extractor.extract(case["text"], "2024-08-15") for name in fact.rules}
    assert sorted(name for name in listed if name.startswith(("frames.", "context.")) and name not in known) == []


def test_every_fact_lists_its_rules(extractor: Extractor) -> None:
    facts = extractor.extract("Fares rose 6 percent to 77 kroner from 72, or 2 kroner a day.", "2024-08-15")
    assert [fact.quantity.text for fact in facts if not fact.rules] == []


@pytest.mark.parametrize(
    ("lemma", "slot", "reading"),
    [
        ("rise", "object", "change"),
        ("rise", "by", "change"),
        ("rise", "to", "level"),
        ("rise", "from", "earlier"),
        ("rise", "with", ""),
        ("rise", "", ""),
        ("stand", "at", "level"),
        ("account", "for", "share"),
    ],
)
def test_slots(table: FrameTable, lemma: str, slot: str, reading: str) -> None:
    assert table.verbs[lemma][0].reading(slot) == reading


def test_each_slot_is_a_field(table: FrameTable) -> None:
    fields = VerbRow.model_fields
    assert [slot for slot in table.slots.values() if slot not in fields and f"{slot}_" not in fields] == []


def test_a_misspelt_field_is_an_error() -> None:
    with pytest.raises(ValidationError, match="objcet"):
        VerbRow.model_validate({"id": "soar", "lemmas": ["soar"], "objcet": "change"})


@pytest.mark.parametrize(("word", "is_one"), [("largest", True), ("record", True), ("large", False)])
def test_superlatives(table: FrameTable, word: str, is_one: bool) -> None:
    assert table.superlative(word) is is_one


def test_a_row_by_name(table: FrameTable) -> None:
    row = table.row("rise", "rise")
    assert row is not None
    assert row.direction == "up"
    assert table.row("rise", "fall") is None
    assert table.row("vorp", "rise") is None
