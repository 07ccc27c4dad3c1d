"""The other commands, and that each is documented."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import typer
from typer.main import get_command

from extractor.cli import app

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
Command = Callable[..., int]


def commands(group: typer.core.TyperGroup, prefix: str = "extractor") -> Iterator[tuple[str, str]]:
    for name, found in group.commands.items():
        if isinstance(found, typer.core.TyperGroup):
            yield from commands(found, f"{prefix} {name}")
        else:
            yield f"{prefix} {name}", found.help or ""


def test_every_command_is_documented() -> None:
    group = get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    found = dict(commands(group))
    assert {"extractor run", "extractor explain", "extractor rules check", "extractor schema"} <= set(found)
    assert [name for name, text in found.items() if not text] == []
    assert [name for name in found if name not in README] == []


@pytest.mark.parametrize("record", ["fact", "mention", "article", "reject"])
def test_schema(command: Command, capfd: pytest.CaptureFixture[str], record: str) -> None:
    assert command("schema", record) == 0
    schema = json.loads(capfd.readouterr().out)
    assert schema["title"].lower() == record
    assert schema["additionalProperties"] is False


def test_schema_of_decimals_is_text(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    assert command("schema") == 0
    quantity = json.loads(capfd.readouterr().out)["$defs"]["Quantity"]["properties"]
    assert {option["type"] for option in quantity["value"]["anyOf"]} == {"string", "null"}


def test_explain_shows_each_stage_with_its_rules(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    text = "OSLO, May 3 (NTB) -- Exports of Norway rose 4.2 percent in April, the office said.\n\n[Photo/NTB]"
    assert command("explain", text, "--date", "2024") == 0
    out = capfd.readouterr().out
    stages = ["zones, date 2024-05-03", "tokens", "mentions", "phrases", "frames", "facts"]
    assert [out.index(stage) for stage in stages] == sorted(out.index(stage) for stage in stages)
    for said in ("read.photo_label", "units.percent", "frames.rise", "[vg rose]", "2024-04-01", "[Photo/NTB]"):
        assert said in out


def test_explain_of_nothing(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    assert command("explain", "") == 0
    assert "date unknown" in capfd.readouterr().out
