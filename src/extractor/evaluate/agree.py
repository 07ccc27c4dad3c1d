"""Does one prediction agree with one label, field by field?"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from extractor.evaluate.labels import Label, RegionReading, TimeReading, UnitReading
from extractor.evaluate.periods import Interval, period
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.wording import Wording, overlap
from extractor.records import Region, Time

FIELDS = ("value", "unit", "region", "time", "metric", "kind")
"""The fields that make up the whole fact."""

# A value may be off by one in 100,000: "a third" is 0.33333 in one label and 0.333333 in another.
_TOLERANCE = Decimal("0.00001")
# Half of the content words: "net profit" for "profit" agrees, "net profit margin" for "costs" does not.
_METRIC_NUMERATOR, _METRIC_DENOMINATOR = 1, 2
_END_DECIDES = ("as_of", "since", "until")
_DIRECTED = ("change", "comparison")


class Agreement:
    """Compares predictions with labels by one wording."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._checks: dict[str, Callable[[Label, Prediction], bool]] = {
            "value": self.value,
            "unit": self.unit,
            "region": self.region,
            "time": self.time,
            "metric": self.metric,
            "kind": self.kind,
        }

    def fields(self, label: Label, guess: Prediction) -> dict[str, bool]:
        """Every field of ``FIELDS`` with whether it agrees."""
        return {name: check(label, guess) for name, check in self._checks.items()}

    def value(self, label: Label, guess: Prediction) -> bool:
        """The number, or both ends of the range."""
        quantity = guess.quantity
        for wanted in label.values:
            if isinstance(wanted, tuple):
                if _close(quantity.low, wanted[0]) and _close(quantity.high, wanted[1]):
                    return True
            elif _close(quantity.value, wanted):
                return True
        return False

    def unit(self, label: Label, guess: Prediction) -> bool:
        """The unit by name or code, and its denominator."""
        return self._unit_name(label, guess) and self._per(label, guess)

    def _unit_name(self, label: Label, guess: Prediction) -> bool:
        if label.units is None:
            return True
        unit = guess.quantity.unit
        name, code = self.wording.unit(unit.name if unit else None), (unit.code or "") if unit else ""
        # A counted noun may be labelled with or without its adjectives: "applications" for "patent applications".
        by_head = unit is not None and (unit.dimension in ("count", "ratio") or not code)
        return any(self._same_unit(wanted, name, code, by_head) for wanted in label.units)

    def _same_unit(self, wanted: UnitReading, name: str, code: str, by_head: bool) -> bool:
        if not name:
            return not wanted.name
        if name == wanted.name or (code and code == wanted.code):
            return True
        if not wanted.name:
            return False
        points = self.wording.points
        if wanted.name.replace("-", " ") in points and name.replace("-", " ") in points:
            return True
        return by_head and wanted.name.split()[-1] == name.split()[-1]

    def _per(self, label: Label, guess: Prediction) -> bool:
        if label.pers is None:
            return True
        per = guess.quantity.unit.per if guess.quantity.unit else None
        if per is None:
            return None in label.pers
        noun = self.wording.denominator(per.name)
        return any(wanted is not None and _close(per.value, wanted[0]) and noun == wanted[1] for wanted in label.pers)

    def region(self, label: Label, guess: Prediction) -> bool:
        """The place by code where both have one, else by name."""
        return label.regions is None or any(self._same_place(wanted, guess.region) for wanted in label.regions)

    def _same_place(self, wanted: RegionReading, region: Region | None) -> bool:
        if region is None:
            return not wanted.name and not wanted.code
        names = {self.wording.place(region.name), self.wording.place(region.text)} - {""}
        if wanted.code and region.code and self.wording.place(wanted.code) != wanted.name:
            return wanted.code == region.code
        if wanted.members and wanted.members == frozenset(region.members):
            return True
        return bool(wanted.code and wanted.code == region.code) or wanted.name in names

    def time(self, label: Label, guess: Prediction) -> bool:
        """The interval; the end alone for a prediction that says as of, since or until."""
        if label.times is None:
            return True
        found = _interval(guess.time)
        return any(self._same_time(wanted, found, guess.time) for wanted in label.times)

    @staticmethod
    def _same_time(wanted: TimeReading, found: Interval | None, time: Time | None) -> bool:
        if wanted.value is None and wanted.interval is None:
            return found is None
        if time is not None and time.value and time.value == wanted.value:
            return True
        if found is None or wanted.interval is None or time is None:
            return False
        return found == wanted.interval or (time.relation in _END_DECIDES and found[1] == wanted.interval[1])

    def metric(self, label: Label, guess: Prediction) -> bool:
        """At least half of the content words of metric, or of metric and subject."""
        metric = self.wording.content(guess.metric.text if guess.metric else None)
        both = metric | self.wording.content(guess.subject.text if guess.subject else None)
        return any(not wanted or _half(metric, wanted) or _half(both, wanted) for wanted in label.metrics)

    def kind(self, label: Label, guess: Prediction) -> bool:
        """The kind, with the direction where it has one."""
        if guess.kind not in label.kinds:
            return False
        undirected = label.directions is None or guess.kind not in _DIRECTED
        return undirected or guess.direction in (label.directions or ())


def _close(found: Decimal | None, wanted: Decimal) -> bool:
    return found is not None and abs(found - wanted) <= abs(wanted) * _TOLERANCE


def _half(found: frozenset[str], wanted: frozenset[str]) -> bool:
    common, words = overlap(found, wanted)
    return words > 0 and common * _METRIC_DENOMINATOR >= words * _METRIC_NUMERATOR


def _interval(time: Time | None) -> Interval | None:
    if time is None:
        return None
    if time.start or time.end:
        return (time.start.isoformat() if time.start else None, time.end.isoformat() if time.end else None)
    return period(time.value)
