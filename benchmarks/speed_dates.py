"""Words per second of the date stage alone, beside dateparser's ``search_dates`` and Recognizers-Text.

    python benchmarks/speed_dates.py ARTICLES... [--peers]

The articles are read and tokenized first; then each system reads all of them, the best of twelve runs (the peers: one) in
processor time, so that other work on the machine counts less. What stands between blanks counts as a
word. The peers are no dependency: install ``dateparser`` and ``recognizers-text-suite`` with ``emoji<2`` into an
environment of their own and run there with ``--peers``, which needs nothing else.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

ANCHOR = date(2024, 8, 15)
_RUNS = 12


def best(run: Callable[[], object], runs: int) -> float:
    """Seconds of processor time of the fastest of some runs."""
    found = []
    for _ in range(runs):
        begin = time.process_time()
        run()
        found.append(time.process_time() - begin)
    return min(found)


def stage(texts: list[str]) -> Callable[[], object]:
    """The date stage over articles that are tokenized already."""
    from timex import Reader

    reader = Reader()
    tokens = [reader.tokens(text) for text in texts]
    return lambda: [reader.match(each, ANCHOR) for each in tokens]


def search_dates(texts: list[str]) -> Callable[[], object]:
    """dateparser over the raw texts."""
    from dateparser.search import search_dates as search

    settings = {"RELATIVE_BASE": datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)}
    return lambda: [search(text, languages=["en"], settings=settings) for text in texts]


def recognizers(texts: list[str]) -> Callable[[], object]:
    """Recognizers-Text over the raw texts."""
    from recognizers_date_time import recognize_datetime

    reference = datetime(ANCHOR.year, ANCHOR.month, ANCHOR.day)
    return lambda: [recognize_datetime(text, "en-us", reference=reference) for text in texts]


def main() -> None:
    """Print a line for each system."""
    paths = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    files = sorted(file for path in paths for file in (path.glob("**/*.txt") if path.is_dir() else [path]))
    texts = [file.read_text(encoding="utf-8") for file in files]
    words = sum(len(text.split()) for text in texts)
    systems = [search_dates, recognizers] if "--peers" in sys.argv else [stage]
    for system in systems:
        seconds = best(system(texts), 1 if "--peers" in sys.argv else _RUNS)
        name = system.__name__
        sys.stdout.write(f"{name:14} {words / seconds:12,.0f} words/s ({words} words, {len(texts)} articles)\n")


if __name__ == "__main__":
    main()
