"""Words per second of the region stage alone, and what making it costs.

    python benchmarks/speed_regions.py corpus/

The articles are read and tokenized first; the stage then reads all of them, best of ten runs, counted in words between
blanks. Start-up is processor time and memory from rules read to matcher made.
"""

from __future__ import annotations

import resource
import sys
import time
from pathlib import Path

from toponyms import Reader

from extractor.language.lexicon import Lexicon
from extractor.match.regions import RegionMatcher
from extractor.rules import RuleSet

_RUNS = 10


def peak() -> float:
    """Peak memory of this process in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print start-up and speed."""
    paths = [Path(argument) for argument in sys.argv[1:]]
    files = sorted(file for path in paths for file in (path.glob("**/*.txt") if path.is_dir() else [path]))
    rules = RuleSet.load()
    lexicon, before, begin = Lexicon(rules), peak(), time.process_time()
    matcher = RegionMatcher(rules, lexicon)
    print(f"start-up {time.process_time() - begin:.2f} s, {peak() - before:.0f} MB")
    reader = Reader(rules)
    texts = [file.read_text(encoding="utf-8") for file in files]
    articles = [reader.read(text) for text in texts]
    seconds = []
    for _ in range(_RUNS):
        begin = time.process_time()
        for article in articles:
            matcher.match(article)
        seconds.append(time.process_time() - begin)
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words, {words / min(seconds):,.0f} words/s")


if __name__ == "__main__":
    main()
