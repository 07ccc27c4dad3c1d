"""What the README shows is what happens."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import extractor as package
import extractor.component
from extractor.pipeline import Extractor
from extractor.records import Fact
from extractor.rulecheck import check

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", README, re.DOTALL)
EXAMPLE = " ".join(re.findall(r"(?m)^> (.*)$", README))


def blocks(language: str) -> list[str]:
    return [text for name, text in BLOCKS if name == language]


def test_the_record_is_real() -> None:
    (shown,) = blocks("json")
    fact = Fact.model_validate_json(shown, context={"article": EXAMPLE})
    found = package.extract(EXAMPLE, date="2025-01-23")[1]
    # Which rules took part may change without the fact changing.
    assert found.model_copy(update={"rules": []}) == fact.model_copy(update={"rules": []})
    assert set(json.loads(shown)) == set(json.loads(found.model_dump_json()))


def test_python_does_what_it_says(capsys: pytest.CaptureFixture[str]) -> None:
    assert extractor.component.make_facts, "an installed package has this as an entry point"
    programs, outputs = blocks("python"), blocks("text")
    assert len(programs) == len(outputs) == 2
    for program, output in zip(programs, outputs, strict=True):
        exec(program, {})
        assert capsys.readouterr().out == output


def test_the_rule_passes_its_check(tmp_path: Path, command: Callable[..., int]) -> None:
    (row,) = blocks("toml")
    (tmp_path / "units").mkdir()
    (tmp_path / "units" / "length.toml").write_text(row, encoding="utf-8")
    report = check(Extractor.load([tmp_path]), "units.cubit")
    assert (report.rows, report.examples, report.counterexamples, report.findings) == (1, 1, 1, [])


def test_the_commands_are_make_targets() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    commands = [line for text in blocks("sh") for line in text.split("\n") if line]
    assert commands == ["make run", "make test"]
    assert all(re.search(rf"(?m)^{line.removeprefix('make ')}:", makefile) for line in commands)


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert len(links) >= 3
    assert [link for link in links if not (ROOT / link).exists()] == []
