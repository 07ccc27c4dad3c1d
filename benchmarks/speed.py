"""Words a second: spaCy's bare English tokenizer and the whole pipeline on the same text, in one run.

    python benchmarks/speed.py [--rounds 5] [FOLDER]

Both read every ``.txt`` of FOLDER (``corpus/`` by default). The rounds of the two are interleaved, so that whatever else
the machine does falls on both, and the median is printed with the ratio. Words are the tokenizer's tokens that are no
blanks, the same number for both. The pipeline's time includes reading zones and dates, and the records as JSON. Time to
the first fact and memory are those of a fresh process that reads one sentence, the least of five: a start is short, and
what else the machine does can only lengthen it.
"""

from __future__ import annotations

import argparse
import statistics
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
    """Measure and print; the last line is a row for RESULTS.md."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "corpus")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    texts = [file.read_bytes().decode() for file in sorted(options.folder.glob("*.txt"))]
    starts = [fresh_process() for _ in range(5)]
    first, memory = (min(column) for column in zip(*starts, strict=True))

    import spacy

    import extractor

    tokenizer = spacy.blank("en").tokenizer
    loaded = extractor.load()

    def tokenize() -> None:
        for text in texts:
            tokenizer(text)

    def extract() -> None:
        for text in texts:
            for fact in loaded.extract(text):
                fact.model_dump_json()

    words = sum(not token.is_space for text in texts for token in tokenizer(text))
    bare, whole = interleaved(tokenize, extract, options.rounds)
    ratio = bare / whole
    print(f"{len(texts)} articles, {words:,} words, medians of {options.rounds} interleaved rounds")
    print(f"spaCy's bare tokenizer  {words / bare:>10,.0f} words/s")
    print(f"articles to facts       {words / whole:>10,.0f} words/s, {ratio:.2f} of the tokenizer's speed")
    print(f"first fact of a process {first:>10.2f} s, peak {memory:.0f} MB")
    print(f"| {words / bare:,.0f} | {words / whole:,.0f} | {ratio:.2f} | {first:.2f} s | {memory:.0f} MB |")


def interleaved(one: Callable[[], None], other: Callable[[], None], rounds: int) -> tuple[float, float]:
    """Median seconds of each, after a warm-up: caches of word types are full in any run worth measuring."""
    times: tuple[list[float], list[float]] = ([], [])
    one(), other()
    for _ in range(rounds):
        for call, taken in zip((one, other), times, strict=True):
            began = time.perf_counter()
            call()
            taken.append(time.perf_counter() - began)
    return statistics.median(times[0]), statistics.median(times[1])


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
