"""How fast the quantity stage alone is.

    python benchmarks/quantity_speed.py FILE_OR_FOLDER...

Reads .txt files, and ``text`` of .jsonl files. Tokens and dates are made first and not counted; of five rounds the best
counts, in processor time, so that other work on the machine matters little.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from newsquant import Reader


def texts(paths: list[str]) -> Iterator[str]:
    """The articles of files and folders."""
    for path in map(Path, paths):
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.suffix == ".txt":
                yield file.read_text(encoding="utf-8")
            elif file.suffix == ".jsonl":
                rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
                yield from (row["text"] for row in rows if row.get("text"))


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """The least processor time of some rounds."""
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)


def main(paths: list[str]) -> None:
    """Print words a second of the stage."""
    reader = Reader()
    articles = list(texts(paths))
    read = [(tokens, reader.dates(tokens)) for tokens in map(reader.tokens, articles)]
    words = sum(len(article.split()) for article in articles)
    found = sum(len(reader.matcher.match(tokens, dates)[0]) for tokens, dates in read)
    matching = best(lambda: [reader.matcher.match(tokens, dates) for tokens, dates in read])
    speed = words / matching
    sys.stdout.write(f"{len(articles)} articles, {words} words, {found} quantities, {speed:,.0f} words/s\n")


if __name__ == "__main__":
    main(sys.argv[1:])
