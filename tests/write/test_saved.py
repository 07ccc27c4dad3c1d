"""A run that is killed at any moment and started again gives the bytes of one that was not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.errors import InputError
from extractor.pipeline import Extractor
from extractor.records import Article, Reject
from extractor.run import Outcome, Tally, outcome_of
from extractor.write import Targets, save, saved

Item = Article | Reject


class Killed(BaseException):
    """Stands for a kill: nothing may catch it."""


@pytest.fixture
def items(extractor: Extractor) -> list[Item]:
    text = "Exports of Norway rose {} percent in May 2024."
    articles: list[Item] = [extractor.article(text.format(n), doc_id=f"a{n}") for n in range(1, 8)]
    articles.insert(3, Reject(file="b.txt", found="an empty file"))
    return articles


@pytest.fixture(autouse=True)
def often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "EVERY", 2)


def run(
    extractor: Extractor, items: list[Item], output: Path, *, kill_at: int = -1, resume: bool = False, key: str = "k"
) -> Tally:
    def process(item: Item) -> Outcome:
        return outcome_of(extractor, item, mentions=True)

    def fed() -> Iterator[Item]:
        for number, item in enumerate(items):
            if number == kill_at:
                raise Killed
            yield item

    return save(fed(), process, Targets(output), key, resume=resume)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def whole(extractor: Extractor, items: list[Item], tmp_path: Path) -> tuple[dict[str, bytes], Tally]:
    (tmp_path / "whole").mkdir()
    tally = run(extractor, items, tmp_path / "whole" / "f.jsonl")
    return contents(tmp_path / "whole"), tally


@pytest.mark.parametrize("kill_at", range(8))
def test_killed_and_resumed(
    extractor: Extractor, items: list[Item], tmp_path: Path, whole: tuple[dict[str, bytes], Tally], kill_at: int
) -> None:
    output = tmp_path / "f.jsonl"
    with pytest.raises(Killed):
        run(extractor, items, output, kill_at=kill_at)
    assert not output.exists(), "a file with its own name is whole"
    part = tmp_path / "f.jsonl.part"
    part.write_bytes(part.read_bytes() + b'{"torn')
    journal = tmp_path / "f.jsonl.journal"
    journal.write_bytes(journal.read_bytes() + b'{"items": 9')
    tally = run(extractor, items, output, resume=True)
    (tmp_path / "whole").rename(tmp_path.with_name(f"{tmp_path.name}.whole"))
    assert (contents(tmp_path), tally) == whole


@pytest.mark.parametrize("renamed", range(4))
def test_killed_between_the_renames(
    extractor: Extractor,
    items: list[Item],
    tmp_path: Path,
    whole: tuple[dict[str, bytes], Tally],
    monkeypatch: pytest.MonkeyPatch,
    renamed: int,
) -> None:
    replace, done = Path.replace, []

    def killed(self: Path, target: Path) -> Path:
        if len(done) == renamed:
            raise Killed
        done.append(target)
        return replace(self, target)

    output = tmp_path / "f.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", killed)
        if renamed < 3:
            with pytest.raises(Killed):
                run(extractor, items, output)
        else:
            run(extractor, items, output)
    tally = run(extractor, items, output, resume=True)
    (tmp_path / "whole").rename(tmp_path.with_name(f"{tmp_path.name}.whole"))
    assert (contents(tmp_path), tally) == whole


def test_without_resume_a_run_begins_anew(
    extractor: Extractor, items: list[Item], tmp_path: Path, whole: tuple[dict[str, bytes], Tally]
) -> None:
    with pytest.raises(Killed):
        run(extractor, items, tmp_path / "f.jsonl", kill_at=5)
    run(extractor, items, tmp_path / "f.jsonl")
    assert (tmp_path / "f.jsonl").read_bytes() == whole[0]["f.jsonl"]


@pytest.mark.parametrize("change", ["key", "article", "fewer"])
def test_another_run_is_not_resumed(extractor: Extractor, items: list[Item], tmp_path: Path, change: str) -> None:
    output = tmp_path / "f.jsonl"
    with pytest.raises(Killed):
        run(extractor, items, output, kill_at=5)
    if change == "article":
        items[0] = extractor.article("Exports of Norway rose 99 percent in May 2024.", doc_id="a1")
    elif change == "fewer":
        items = items[:3]
    with pytest.raises(InputError, match="allowed: the same command on the same files and rules"):
        run(extractor, items, output, resume=True, key="other" if change == "key" else "k")


def test_no_items_make_an_empty_file(extractor: Extractor, tmp_path: Path) -> None:
    assert run(extractor, [], tmp_path / "f.jsonl") == Tally()
    assert contents(tmp_path) == {"f.jsonl": b""}
