"""quantulum3 and Recognizers-Text on the sets that ``newsquant.py`` reads, in the same form.

    python benchmarks/quantity_peers.py quantulum3 GOLD.json > PRED.jsonl
    python benchmarks/quantity_peers.py recognizers GOLD.json > PRED.jsonl

Words and seconds go to stderr. Run it in an environment of its own with ``quantulum3`` (without its classifier) or
``recognizers-text-suite`` and ``emoji==1.7.0``; neither is needed by anything else here.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def quantulum() -> Callable[[str], list[Row]]:
    """Its own unit names are those of the benchmark."""
    from quantulum3 import parser

    names = {"dimensionless": "-", "degree celsius": "celsius", "degree fahrenheit": "fahrenheit"}

    def read(text: str) -> list[Row]:
        rows = []
        for found in parser.parse(text):
            name = found.unit.name
            spread = found.uncertainty
            value = f"{found.value - spread}-{found.value + spread}" if spread else found.value
            rows.append({"value": value, "unit": names.get(name, name)})
        return rows

    return read


def recognizers() -> Callable[[str], list[Row]]:
    """Numbers, and the currencies, dimensions, temperatures, ages and percentages that hold them."""
    from recognizers_number import Culture, recognize_number, recognize_percentage
    from recognizers_number_with_unit import (
        recognize_age,
        recognize_currency,
        recognize_dimension,
        recognize_temperature,
    )

    names = {"Year": "year of age", "C": "celsius", "F": "fahrenheit", "Pound": "pound-mass"}
    units = (recognize_currency, recognize_dimension, recognize_temperature, recognize_age)

    def read(text: str) -> list[Row]:
        rows, taken = [], []
        for found in recognize_percentage(text, Culture.English):
            taken.append((found.start, found.end))
            rows.append({"value": found.resolution["value"].rstrip("%"), "unit": "percentage"})
        for recognize in units:
            for found in recognize(text, Culture.English):
                if found.resolution and found.resolution.get("value") and not _overlaps(taken, found):
                    unit = found.resolution["unit"]
                    taken.append((found.start, found.end))
                    rows.append({"value": found.resolution["value"], "unit": names.get(unit, unit.lower())})
        for found in recognize_number(text, Culture.English):
            if found.resolution and not _overlaps(taken, found):
                rows.append({"value": found.resolution["value"], "unit": "-"})
        return rows

    return read


def _overlaps(taken: list[tuple[int, int]], found: Any) -> bool:
    return any(start <= found.end and found.start <= end for start, end in taken)


def main(peer: str, path: str) -> None:
    """Write one line a row of ``path``."""
    read = {"quantulum3": quantulum, "recognizers": recognizers}[peer]()
    texts = [row["text"] for row in json.loads(Path(path).read_text(encoding="utf-8"))]
    read(texts[0])
    start = time.perf_counter()
    for index, text in enumerate(texts):
        sys.stdout.write(json.dumps({"index": index, "quantities": read(text)}) + "\n")
    seconds = time.perf_counter() - start
    words = sum(len(text.split()) for text in texts)
    sys.stderr.write(f"{peer}: {words} words, {seconds:.2f} s, {words / seconds:,.0f} words/s\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
