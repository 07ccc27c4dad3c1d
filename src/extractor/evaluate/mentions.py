"""The mention layer: quantities, dates and regions found, exactly bounded, and read right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from extractor.evaluate.assign import best_pairs
from extractor.evaluate.counts import Counts
from extractor.evaluate.gold import GoldMention
from extractor.evaluate.periods import period
from extractor.evaluate.predictions import PredictedMention
from extractor.evaluate.wording import Wording
from extractor.records import Quantity, Region, Time

LAYERS = ("quantity", "date", "region")
MENTION_SCORES = ("detection", "exact", "value")
"""Overlapping span; the very same span; overlapping span with the same normalised value."""
COUNTRY = "country"
"""Beside the layers: of the regions found whose label's code implies a country, those with a country and the right one."""


def score_mentions(
    gold: Mapping[str, Sequence[GoldMention]], found: Mapping[str, Sequence[PredictedMention]], wording: Wording
) -> dict[str, Counts]:
    """Counts by layer, and those of ``COUNTRY``, over the articles that have mention labels."""
    table = {layer: Counts(hits=dict.fromkeys(MENTION_SCORES, 0)) for layer in LAYERS}
    table[COUNTRY] = Counts(hits={"right": 0})
    for doc_id, labels in gold.items():
        for layer in LAYERS:
            wanted = [row for row in labels if row.layer == layer]
            guesses = [row for row in found.get(doc_id, ()) if row.layer == layer]
            hits = _overlaps(wanted, guesses, wording)
            pairs = best_pairs({pair: 1 + exact + 2 * value for pair, (exact, value) in hits.items()})
            table[layer] = table[layer] + _score_layer(wanted, guesses, hits, pairs)
            if layer == "region":
                found_regions = [(wanted[i], guesses[j]) for i, j in pairs.items() if not wanted[i].optional]
                table[COUNTRY] = table[COUNTRY] + _countries(found_regions)
    return table


def _overlaps(
    labels: Sequence[GoldMention], guesses: Sequence[PredictedMention], wording: Wording
) -> dict[tuple[int, int], tuple[bool, bool]]:
    """Labels and guesses that overlap, by number: whether the span is the very same, and the value."""
    hits: dict[tuple[int, int], tuple[bool, bool]] = {}
    for i, label in enumerate(labels):
        for j, guess in enumerate(guesses):
            if guess.start_char < label.end_char and label.start_char < guess.end_char:
                exact = (label.start_char, label.end_char) == (guess.start_char, guess.end_char)
                hits[i, j] = exact, same_value(label, guess, wording)
    return hits


def _score_layer(
    labels: Sequence[GoldMention],
    guesses: Sequence[PredictedMention],
    hits: Mapping[tuple[int, int], tuple[bool, bool]],
    pairs: Mapping[int, int],
) -> Counts:
    counted = {i: j for i, j in pairs.items() if not labels[i].optional}
    optional = {j for i, j in hits if labels[i].optional}
    spurious = sum(j not in pairs.values() and j not in optional for j in range(len(guesses)))
    return Counts(
        gold=sum(not label.optional for label in labels),
        predicted=len(counted) + spurious,
        hits={
            "detection": len(counted),
            "exact": sum(hits[pair][0] for pair in counted.items()),
            "value": sum(hits[pair][1] for pair in counted.items()),
        },
    )


def _countries(pairs: Sequence[tuple[GoldMention, PredictedMention]]) -> Counts:
    known = [(code, country(guess.region)) for label, guess in pairs if (code := country(label.region))]
    return Counts(
        gold=len(known),
        predicted=sum(found is not None for _, found in known),
        hits={"right": sum(code == found for code, found in known)},
    )


def country(region: Region | None) -> str | None:
    """The country that a region's code implies, none for the codes of continents and for places without a code.

    >>> country(Region(name="Sichuan", code="CN-SC", type="province"))
    'CN'
    """
    code = (region.code or "").split("-")[0] if region else ""
    return code if code.isalpha() else None


def same_value(label: GoldMention, guess: GoldMention, wording: Wording) -> bool:
    """Number and unit of a quantity, interval of a date, place of a region."""
    if label.layer == "quantity":
        return _quantity(label.quantity, wording) == _quantity(guess.quantity, wording)
    if label.layer == "date":
        return _date(label.time) == _date(guess.time)
    return _same_place(label.region, guess.region, wording)


def _quantity(quantity: Quantity | None, wording: Wording) -> tuple[Decimal | str | None, ...]:
    if quantity is None:
        return ()
    unit = quantity.unit
    # The head of the name: a counted noun may be labelled with or without its adjectives.
    head = wording.unit(unit.name).split(" ")[-1] if unit and not unit.code else unit.code if unit else ""
    return quantity.value, quantity.low, quantity.high, head


def _date(time: Time | None) -> tuple[str, ...]:
    if time is None or (not time.value and not time.start and not time.end):
        return ()
    interval = (time.start, time.end) if time.start or time.end else period(time.value)
    return tuple(map(str, interval)) if interval else (str(time.value),)


def _same_place(label: Region | None, guess: Region | None, wording: Wording) -> bool:
    """By code where both have one, else by name."""
    if label is None or guess is None:
        return label is guess
    if label.code and guess.code:
        return label.code == guess.code
    return wording.place(label.name) == wording.place(guess.name)
