"""Words a second: spaCy's bare English tokenizer and the whole pipeline on the same text, in one run.

    python benchmarks/speed.py [--rounds 5] [FOLDER ...]

Both read every ``.txt`` of each FOLDER (``corpus/`` by default), and each folder has a row of its own: how fast the pipeline
is depends on how many facts there are in a thousand words, which is printed beside it. The two take turns at each article,
so that whatever else the machine does falls on both; of the rounds the least counts, for each. Words are the tokenizer's
tokens that are no blanks, the same number for both. The pipeline's time includes reading zones and dates, the records as
JSON, and what the garbage collector takes. Time to the first fact and memory are those of a fresh process that reads one
sentence, the least of five: a start is short, and what else the machine does can only lengthen it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

FRESH = """
import resource
import extractor
facts = extractor.load().extract("Exports of Norway rose 4.2 percent in May 2024.")
assert facts
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
"""


def main() -> None:
    """Measure and print; the last lines are rows for RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, default=[Path(__file__).parents[1] / "corpus"])
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    starts = [fresh_process() for _ in range(5)]
    first, memory = (min(column) for column in zip(*starts, strict=True))

    import spacy

    import extractor

    tokenizer = spacy.blank("en").tokenizer
    loaded = extractor.load()

    def extract(text: str) -> int:
        facts = loaded.extract(text)
        for fact in facts:
            fact.model_dump_json()
        return len(facts)

    print(f"first fact of a process {first:.2f} s, peak {memory:.0f} MB; the least of {options.rounds} rounds")
    for folder in options.folders:
        texts = [file.read_bytes().decode() for file in sorted(folder.glob("*.txt"))]
        words = sum(not token.is_space for text in texts for token in tokenizer(text))
        density = 1000 * sum(map(extract, texts)) / words
        bare, whole = side_by_side(tokenizer, extract, texts, options.rounds)
        print(f"{folder.name}: {len(texts)} articles, {words:,} words, {density:.0f} facts in 1,000 words")
        print(f"  spaCy's bare tokenizer {words / bare:>9,.0f} words/s")
        print(f"  articles to facts      {words / whole:>9,.0f} words/s, {bare / whole:.2f} of the tokenizer's speed")
        print(f"| {folder.name} | {density:.0f} | {words / bare:,.0f} | {words / whole:,.0f} | {bare / whole:.2f} |")


def side_by_side(
    one: Callable[[str], object], other: Callable[[str], object], texts: list[str], rounds: int
) -> tuple[float, float]:
    """Seconds of each for all texts; caches of word types are full after a first round, as in any run worth measuring."""
    sums: list[tuple[float, float]] = []
    for _ in range(rounds + 1):
        taken = [0.0, 0.0]
        for text in texts:
            for number, call in enumerate((one, other)):
                began = time.perf_counter()
                call(text)
                taken[number] += time.perf_counter() - began
        sums.append((taken[0], taken[1]))
    return min(first for first, _ in sums[1:]), min(second for _, second in sums[1:])


def fresh_process() -> tuple[float, float]:
    """Seconds to the first fact and megabytes of a new process: the interpreter's start is counted, its end is not."""
    began = time.perf_counter()
    with subprocess.Popen([sys.executable, "-c", FRESH], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        memory = process.stdout.readline()
        taken = time.perf_counter() - began
    return taken, float(memory)


if __name__ == "__main__":
    main()
