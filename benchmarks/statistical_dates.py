"""The period of each sentence's fact beside the one expected.

    python benchmarks/statistical_dates.py FILE.jsonl

A line of the file: ``{"text", "dct", "start", "end"}``: the sentence, the article's date, and the first and last day
for which its number holds. The whole extractor reads the sentence and the time of its fact is compared; where it has no
fact, what the mention layer says. Where ``start`` is a length ("P5Y") or a fiscal year ("FY2024"), it is compared with
the values of the mention layer; where it is "-", no date may be said. Each miss is listed; the last line is
``N of M exact``.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path

from extractor.match.mentions import DateMention
from extractor.pipeline import Extractor


def said(mentions: list[DateMention]) -> list[str]:
    """What the date stage says in words and values."""
    return [f"{m.value} {m.first}..{m.last} {m.relation} {m.role}" for m in mentions]


def exact(extractor: Extractor, row: dict[str, str]) -> tuple[bool, str]:
    """Whether a sentence's time is the expected one, and what was said instead."""
    analysis = extractor.analyse(extractor.article(row["text"], date.fromisoformat(row["dct"]), "sentence"))
    times = [fact.time for fact in analysis.facts if fact.time and (fact.time.start or fact.time.end)]
    want = row["start"], row["end"]
    if want[0] == "-":
        holding = [m for m in analysis.dates if m.role == "time" and m.type == "DATE"]
        return not holding, f"{said(holding)}"
    if not want[0][:1].isdigit():
        return want[0] in {mention.value for mention in analysis.dates}, f"{said(analysis.dates)}"
    got = [(str(time.start), str(time.end)) for time in times]
    if not analysis.facts:
        got = [(str(m.first), str(m.last)) for m in analysis.dates if m.role == "time"]
    return want in got, f"facts {got or len(analysis.facts)}, dates {said(analysis.dates)}"


def main() -> None:
    """Print the misses and the count."""
    extractor = Extractor.load()
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    hits = 0
    for row in rows:
        hit, got = exact(extractor, row)
        hits += hit
        if not hit:
            sys.stdout.write(f"{row['text']}\n    expected {row['start']}..{row['end']}; {got}\n")
    sys.stdout.write(f"{hits} of {len(rows)} exact\n")


if __name__ == "__main__":
    main()
