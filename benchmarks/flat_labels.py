"""The flat label form, to show that scores agree with another scorer on the same labels.

A flat row is ``{"doc", "start", "end", "kind", "value", "unit", "per", "region", "time", "metric", "direction",
"optional"}``: strings, ``a|b`` for alternatives, ``-`` for none, ``*`` for anything, ``low..high`` for a range. It
allows one wording of a metric only, where gold rows allow several.

    python benchmarks/flat_labels.py write gold/dev flat.jsonl          # gold rows as flat rows
    python benchmarks/flat_labels.py score flat.jsonl facts.jsonl       # score predictions on flat rows
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from extractor.evaluate.agree import Agreement
from extractor.evaluate.counts import SCORED
from extractor.evaluate.gold import GoldFact, number_or_range, per_reading
from extractor.evaluate.labels import Label, RegionReading, TimeReading, UnitReading
from extractor.evaluate.periods import period
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.score import score
from extractor.evaluate.wording import Wording
from extractor.records import plain
from extractor.rules import RuleSet


def label_of_flat(row: dict[str, Any], wording: Wording) -> Label:
    """A flat row ready for comparison."""
    units, regions, times = (row.get(key, "-").split("|") for key in ("unit", "region", "time"))
    pers = row["per"].split("|") if row.get("per") and not row["per"].startswith("*") else None
    return Label(
        doc_id=row["doc"],
        start=row["start"],
        end=row["end"],
        kinds=tuple(row["kind"].split("|")),
        directions=tuple(text or None for text in row["direction"].split("|")) if "direction" in row else None,
        values=tuple(number_or_range(text.replace(",", "")) for text in row["value"].split("|")),
        units=None if "*" in units else tuple(_unit(text, wording) for text in units),
        pers=pers and tuple(None if text == "-" else _per(text, wording) for text in pers),
        regions=None if "*" in regions else tuple(_region(text, wording) for text in regions),
        times=None if "*" in times else tuple(_time(text) for text in times),
        metrics=(wording.content(row.get("metric")),),
        optional=bool(row.get("optional")),
    )


def _unit(text: str, wording: Wording) -> UnitReading:
    return UnitReading("", "") if text == "-" else UnitReading(wording.unit(text), text.split(" ")[0])


def _per(text: str, wording: Wording) -> Any:
    value, name = per_reading(text)
    return value, wording.denominator(name)


def _region(text: str, wording: Wording) -> RegionReading:
    return RegionReading("", "") if text == "-" else RegionReading(wording.place(text), text)


def _time(text: str) -> TimeReading:
    return TimeReading(None, None) if text == "-" else TimeReading(text, period(text))


def flat_of(gold: GoldFact) -> dict[str, Any]:
    """A gold row as a flat row; other wordings of the metric are lost."""
    quantity, accept, time, region = gold.quantity, gold.accept, gold.time, gold.region
    own = f"{plain(quantity.low)}..{plain(quantity.high)}" if quantity.low is not None else plain(quantity.value)
    unit, per = quantity.unit, quantity.unit.per if quantity.unit else None
    row: dict[str, Any] = {"doc": gold.doc_id, "start": quantity.start_char, "end": quantity.end_char}
    row["kind"] = "|".join([gold.kind, *accept.kind])
    row["value"] = "|".join([own, *accept.value])
    codes = [unit.code] if unit and unit.code else []
    row["unit"] = "|".join([unit.name if unit else "-", *codes, *(name or "-" for name in accept.unit)])
    if per:
        row["per"] = "|".join([f"{plain(per.value)} {per.name}", *(name or "-" for name in accept.per)])
    places = [region.code or region.name] if region else ["-"]
    row["region"] = "|".join([*places, *(name or "-" for name in accept.region)])
    when = f"{time.start}/{time.end}" if time and time.start else (time.value if time else None)
    row["time"] = "|".join([when or "-", *(value or "-" for value in accept.time)])
    spans = (gold.metric, gold.subject)
    row["metric"] = " ".join(span.text for span in spans if span and span.text)
    if gold.direction:
        undirected = ("level", "rank")
        free = [""] if any(kind in undirected for kind in accept.kind) else []
        row["direction"] = "|".join([gold.direction, *(name or "" for name in accept.direction), *free])
    return {**row, "optional": True} if gold.optional else row


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Run one of the two commands."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["write", "score"])
    parser.add_argument("source", type=Path)
    parser.add_argument("other", type=Path)
    options = parser.parse_args()
    if options.command == "write":
        facts = [GoldFact.model_validate(row) for path in sorted(options.source.glob("*.jsonl")) for row in _read(path)]
        lines = [json.dumps(flat_of(fact), ensure_ascii=False) + "\n" for fact in facts]
        options.other.write_text("".join(lines), encoding="utf-8")
        return
    wording = Wording(RuleSet.load())
    labels: dict[str, list[Label]] = {}
    for row in _read(options.source):
        labels.setdefault(row["doc"], []).append(label_of_flat(row, wording))
    guesses: dict[str, list[Prediction]] = {}
    for row in _read(options.other):
        guesses.setdefault(row["doc_id"], []).append(Prediction.model_validate(row))
    overall = score(labels, guesses, Agreement(wording), {}).overall.counts
    sys.stdout.write(f"{overall.gold} gold, {overall.predicted} predicted\n")
    for name in SCORED:
        scores = (overall.precision(name), overall.recall(name), overall.f1(name))
        sys.stdout.write(f"{name:9} P {scores[0]:6}  R {scores[1]:6}  F1 {scores[2]:6}\n")


if __name__ == "__main__":
    main()
