"""``extractor run``: files, exit codes, and one line for each thing that is wrong."""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

GOOD = "Exports of Norway rose 4.2 percent to 151 billion kroner in May 2024, the office said."
Command = Callable[..., int]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD)
    return tmp_path


def lines(file: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(file).read_text().splitlines()]


def test_to_stdout(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    assert command("run", "good.txt") == 0
    out, err = capfd.readouterr()
    facts = [json.loads(line) for line in out.splitlines()]
    assert [fact["quantity"]["value"] for fact in facts] == ["4.2", "151000000000"]
    assert {fact["doc_id"] for fact in facts} == {"good"}
    assert err == ""


def test_to_a_file_with_mentions(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    assert command("run", "good.txt", "-o", "facts.jsonl", "--mentions") == 0
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("1 articles, ")
    assert "2 facts" in err
    assert len(lines("facts.jsonl")) == 2
    assert {row["layer"] for row in lines("facts.mentions.jsonl")} == {"quantity", "date", "region"}
    assert sorted(file.name for file in Path().iterdir()) == ["facts.jsonl", "facts.mentions.jsonl", "good.txt"]


def test_base_units(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    Path("road.txt").write_text("The new road is 12.5 kilometers long and cost 151 billion kroner.")
    assert command("run", "road.txt", "--base") == 0
    road, cost = [json.loads(line)["quantity"] for line in capfd.readouterr().out.splitlines()]
    assert road["base"] == {"value": "12500", "low": None, "high": None, "unit": "meter"}
    assert "base" not in cost, "no rate of exchange is exact"


def test_one_bad_article_never_stops_the_others(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    Path("a.jsonl").write_text('{"id": "x"}\n' + json.dumps({"id": "y", "text": GOOD}) + "\n")
    assert command("run", "gone.txt", "a.jsonl", "good.txt", "-o", "facts.jsonl") == 1
    reasons = ["gone.txt: no such file; allowed: ", "a.jsonl:1: no field 'text'; allowed: "]
    err = capfd.readouterr().err.splitlines()
    assert [line.startswith(reason) for line, reason in zip(err, reasons, strict=False)] == [True, True]
    assert "2 rejected" in err[-1]
    rejects = lines("rejects.jsonl")
    assert [(row["file"], row["line"], row["id"]) for row in rejects] == [("gone.txt", None, None), ("a.jsonl", 1, "x")]
    assert {fact["doc_id"] for fact in lines("facts.jsonl")} == {"y", "good"}


def test_rejects_of_an_earlier_run_go(command: Command) -> None:
    command("run", "gone.txt", "good.txt", "-o", "facts.jsonl")
    assert Path("rejects.jsonl").exists()
    assert command("run", "good.txt", "-o", "facts.jsonl") == 0
    assert not Path("rejects.jsonl").exists()


def test_an_article_that_a_stage_fails_on_is_rejected(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from extractor.pipeline import Extractor

    analyse = Extractor.analyse

    def failing(self: Extractor, article: Any) -> Any:
        if article.id == "bad":
            raise ZeroDivisionError("two\nlines")
        return analyse(self, article)

    monkeypatch.setattr(Extractor, "analyse", failing)
    Path("bad.txt").write_text(GOOD)
    assert command("run", "bad.txt", "good.txt", "-o", "facts.jsonl") == 1
    assert lines("rejects.jsonl")[0]["found"] == "the extractor failed (ZeroDivisionError: two lines)"
    assert {fact["doc_id"] for fact in lines("facts.jsonl")} == {"good"}


def test_a_folder_may_hold_the_output(command: Command) -> None:
    for _ in range(2):
        assert command("run", ".", "-o", "facts.jsonl", "--mentions") == 0
        assert len(lines("facts.jsonl")) == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gone.txt"], "gone.txt: no such file; allowed: "),
        (["good.txt", "--date", "soon"], "extractor: date 'soon' is none; allowed: a date such as 2025-09-05"),
        (["good.txt", "--rules", "gone"], "extractor: gone: no such folder of rules; allowed: "),
        (["good.txt", "-o", "gone/facts.jsonl"], "cannot be written (No such file or directory); allowed: "),
        (["good.txt", "-o", "."], "extractor: .: is a folder; allowed: the name of a file"),
        (["good.jsonl", "-o", "good.jsonl"], "good.jsonl is to be read and to be written; allowed: another name"),
        (["good.txt", "--resume"], "extractor: --resume without -o; allowed: "),
    ],
)
def test_what_could_not_run(
    command: Command, capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    Path("good.jsonl").write_text(json.dumps({"text": GOOD}))
    assert command("run", *arguments) == 2
    assert message in capfd.readouterr().err


def test_a_broken_rule_row(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    Path("own/units").mkdir(parents=True)
    Path("own/units/mine.toml").write_text('[[unit]]\nid = "furlong"\ncolour = "red"\n')
    assert command("run", "good.txt", "--rules", "own") == 2
    assert "own/units/mine.toml:1: row 'furlong', field " in capfd.readouterr().err


def test_an_output_that_may_not_be_written_leaves_the_old_one(command: Command, here: Path) -> None:
    Path("out").mkdir()
    Path("out/facts.jsonl").write_text("old\n")
    Path("out/facts.jsonl.part").mkdir()
    assert command("run", "good.txt", "-o", "out/facts.jsonl") == 2
    assert Path("out/facts.jsonl").read_text() == "old\n"


def test_a_file_that_may_not_be_read(command: Command, capfd: pytest.CaptureFixture[str]) -> None:
    Path("locked.txt").write_text(GOOD)
    Path("locked.txt").chmod(stat.S_IWUSR)
    code = command("run", "locked.txt", "good.txt")
    # Root may read everything.
    assert code == (0 if os.geteuid() == 0 else 1)
    if code:
        assert "locked.txt: cannot be read (Permission denied); allowed: a readable file" in capfd.readouterr().err
