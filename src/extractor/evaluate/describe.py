"""Labels and predictions in a few words, field by field, for lists of errors."""

from __future__ import annotations

from decimal import Decimal

from extractor.evaluate.align import Outcome
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.predictions import Prediction
from extractor.records import Quantity, Region, Time, Unit, plain

NONE = "-"


def field_text(row: GoldFact | Prediction, name: str) -> str:
    """One field as text, ``-`` for none: unit ``patent / 10000 people``, kind ``change up``."""
    if name == "value":
        return value_text(row.quantity)
    if name == "unit":
        return unit_text(row.quantity.unit)
    if name == "region":
        return region_text(row.region)
    if name == "time":
        return time_text(row.time)
    if name == "metric":
        return metric_text(row)
    return f"{row.kind} {row.direction}" if row.direction else row.kind


def value_text(quantity: Quantity) -> str:
    """The number, or the range as ``5..10``."""
    if quantity.low is not None and quantity.high is not None:
        return f"{plain(quantity.low)}..{plain(quantity.high)}"
    return NONE if quantity.value is None else plain(quantity.value)


def unit_text(unit: Unit | None) -> str:
    """The unit with its denominator."""
    if unit is None:
        return NONE
    if unit.per is None:
        return unit.name
    amount = "" if unit.per.value == Decimal(1) else f"{plain(unit.per.value)} "
    return f"{unit.name} / {amount}{unit.per.name}"


def region_text(region: Region | None) -> str:
    """The code, or the name of a place without one."""
    return NONE if region is None else region.code or region.name


def time_text(time: Time | None) -> str:
    """The TIMEX3 value, or the interval where there is none."""
    if time is None:
        return NONE
    if time.value or not (time.start or time.end):
        return time.value or "unresolved"
    return f"{time.start or ''}/{time.end or ''}"


def metric_text(row: GoldFact | Prediction) -> str:
    """Metric, and the subject it is of in brackets."""
    metric = row.metric.text if row.metric and row.metric.text else NONE
    return f"{metric} ({row.subject.text})" if row.subject else metric


def fact_text(row: GoldFact | Prediction) -> str:
    """A whole fact on one line."""
    names = ("kind", "value", "unit", "metric", "region", "time")
    return " | ".join(field_text(row, name) for name in names)


def outcome_text(outcome: Outcome) -> str:
    """What went wrong on one line: a missed or spurious fact whole, a wrong one by its wrong fields.

    ``wrong    oats:120-129 time: 2023 for 2024; region: - for PL``
    """
    start, end = outcome.span
    return f"{outcome.status:8} {outcome.doc_id}:{start}-{end} {note_text(outcome)}"


def note_text(outcome: Outcome) -> str:
    """The wrong fields of a pair, each as "found for expected"; the whole fact where one side is missing."""
    gold, guess = outcome.label and outcome.label.gold, outcome.guess
    if gold and guess:
        return "; ".join(f"{name}: {field_text(guess, name)} for {field_text(gold, name)}" for name in outcome.wrong)
    row = gold or guess
    return fact_text(row) if row else ""
