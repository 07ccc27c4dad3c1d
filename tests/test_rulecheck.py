"""Every shipped row against its own examples, and what the check says of a wrong one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from extractor.pipeline import Extractor
from extractor.rulecheck import check

PART = '[[furniture]]\nid = "bell"\npattern = "Ring the bell"\n'


def test_shipped_rows(extractor: Extractor) -> None:
    report = check(extractor)
    assert report.findings == []
    assert report.examples > 600, "examples have vanished"
    assert report.counterexamples > 400, "counterexamples have vanished"


@pytest.mark.parametrize(
    ("row", "finding"),
    [
        ('examples = ["Ring the bell\\n\\nFares rose."]', ""),
        ('examples = ["Knock twice"]', "bell.toml:1: row 'bell' does not fire in its example 'Knock twice'"),
        ('counterexamples = ["Ring the bell"]', "row 'bell' fires in its counterexample 'Ring the bell'"),
    ],
)
def test_a_users_row(tmp_path: Path, row: str, finding: str) -> None:
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "bell.toml").write_text(f"{PART}{row}\n")
    findings = check(Extractor.load([tmp_path]), "read.bell").findings
    assert [finding in found for found in findings] == [True] * bool(finding)


def test_the_command_leaves_with_1(tmp_path: Path, command: Callable[..., int]) -> None:
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "bell.toml").write_text(f'{PART}examples = ["Knock twice"]\n')
    assert command("rules", "check", "--only", "read.bell", "--rules", tmp_path) == 1
    assert command("rules", "check", "--only", "read.phone") == 0


def test_rows_that_nothing_reads(tmp_path: Path) -> None:
    (tmp_path / "read").mkdir()
    (tmp_path / "read" / "bell.toml").write_text(PART.replace("furniture", "furnitur"))
    findings = check(Extractor.load([tmp_path])).findings
    assert any("no stage reads rows of kind read.furnitur" in found for found in findings)
