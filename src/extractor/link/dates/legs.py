"""When the numbers hold that others are compared with: "from 72", "against 655", "compared with 34 percent for men"."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import replace

from extractor.link.dates.bases import SERIES
from extractor.link.dates.fiscal import FiscalCalendar
from extractor.link.dates.periods import inherit, shifted
from extractor.link.dates.tellings import forecast_behind
from extractor.link.drafts import Clauses, Draft, Period
from extractor.link.frames import FrameTable
from extractor.match.mentions import DateMention

_PHRASE = frozenset({"np", "prep", "adv"})
_FAR = 6  # chunks between "compared with" and its number
_DAYS = frozenset({"day", "time"})
YEAR_BACK = ("year", -1)


def joined_leg(clauses: Clauses, draft: Draft) -> bool:
    """"up from 48 in 2013 and 52 in 2012": "and" goes on with the leg before, each with its own date."""
    before, k = draft.before, draft.chunk
    if before is None or before.leg != "earlier" or draft.kind != "level" or clauses.kind(k - 1) not in {"conj", ","}:
        return False
    inner = clauses.chunks[before.chunk + 1 : k - 1]
    dated = any(chunk.kind == "date" for chunk in inner) and "date" in (clauses.kind(k + 1), clauses.kind(k + 2))
    return dated and draft.quantity.noun is None and all(chunk.kind in {"prep", "date", ","} for chunk in inner)


class LegTimes:
    """Gives comparison legs their periods, counted from those of the main facts."""

    def __init__(self, table: FrameTable, fiscal: FiscalCalendar, anchor: datetime.date | None) -> None:
        self._anchor = anchor
        self._table = table
        self._fiscal = fiscal
        self._bases: Counter[str] = Counter()
        self._base: Period | None = None  # of the last leg that names its own

    def learn(self, bases: Counter[str]) -> None:
        """What the article counts back from its periods, and how often."""
        self._bases = bases

    def _same_time(self, clauses: Clauses, draft: Draft) -> bool:
        """"against an average of 6", "compared with 34 for young men": another group's number, not an earlier one."""
        chunks, k, cues, lower = clauses.chunks, draft.chunk, self._table.cues, clauses.tokens.lower
        if draft.metric is not None and not cues["future_noun"].isdisjoint(lower[draft.metric[0] : draft.metric[1] + 1]):
            return True  # "cut its sales forecast to 2.9 percent from 3.1"
        if forecast_behind(clauses, draft, self._table):
            return True  # "up from the 3.2 trillion yen forecast in August"
        at, named = k - 1, False
        while at >= 0 and k - at <= _FAR and chunks[at].kind in _PHRASE and chunks[at].word not in cues["contrast"]:
            named = named or not cues["same_time"].isdisjoint(lower[chunks[at].start : chunks[at].end])
            at -= 1
        if at < 0 or chunks[at].word not in cues["contrast"]:
            return False
        behind = [chunk.kind for chunk in chunks[k + 1 : k + 3]]
        named = named or (behind[:1] == ["adv"] and chunks[k + 1].word in cues["national"])
        if named or behind[:1] != ["prep"] or behind[1:] not in (["np"], ["vg"]):
            return named
        group = chunks[k + 2]
        earlier = group.date is not None or not cues["earlier"].isdisjoint(lower[group.start : group.end])
        return chunks[k + 1].word in cues["of_group"] and not earlier

    @staticmethod
    def _same_base(main: Period | None, before: list[Draft]) -> Period | None:
        """"3.4%, compared with 3.5% in November, and 2.6%, compared with 2.4%": the base is said once."""
        base, last = None, None
        for draft in before:
            if draft.leg != "earlier":
                last = draft.period
            elif main is not None and last is not None and (last.first, last.last) == (main.first, main.last):
                base = draft.period
        return base

    def _back(self, main: Period, draft: Draft) -> tuple[str, int]:
        """What the article compares its periods with: the one before, where it says so more often than the year before."""
        if main.grain in _DAYS and main.first is not None and main.relation != "until":
            return ("day", -3 if main.first.weekday() == 0 else -1)  # the trading day before
        unit = draft.quantity.unit
        if main.grain == "month" and unit is not None and unit.dimension == "ratio":
            return ("month", -1)  # "the rate edged up to 4.3% from 4.2%": rates are told month by month
        if main.grain in SERIES and self._bases[main.grain] > self._bases["year"]:
            return (main.grain, -1)
        return YEAR_BACK

    def link(
        self, clauses: Clauses, draft: Draft, own: DateMention | None, before: list[Draft], nearest: Period | None
    ) -> None:
        """Set the leg's period; ``before`` are the facts before it, ``nearest`` is the paragraph's period."""
        main = next((d.period for d in reversed(before) if d.leg != "earlier" and d.period), None)
        main = main or nearest
        if own is not None and own.shift is None:
            draft.period = self._not_after(clauses, self._fiscal.period(own))
        elif own is None and self._before_event(clauses, draft):
            draft.period = None
        elif own is None and (self._same_time(clauses, draft) or _revised(draft, before)):
            draft.period = inherit(main)
        elif own is None and (same := self._same_base(main, before)) is not None:
            draft.period = inherit(same)
        elif own is None and main is not None and self._far_base(main) is not None:
            draft.period = inherit(self._base)
        elif main is not None:
            draft.period = shifted(main, own.shift if own is not None and own.shift else self._back(main, draft), own)
        elif own is not None:
            draft.period = self._fiscal.period(own)
        if own is not None and draft.period is not None and draft.period.first is not None:
            self._base = draft.period

    def _not_after(self, clauses: Clauses, period: Period) -> Period:
        """"cut its forecast for 2025 to 5.8 percent from 6.8 in April": an earlier leg is not of the April to come."""
        own = period.mention
        later = self._anchor is not None and period.first is not None and period.first > self._anchor
        if not later or own is None or any(word.isdigit() for word in clauses.tokens.lower[own.start : own.end]):
            return period
        return replace(shifted(period, YEAR_BACK, own), mention=own)

    def _before_event(self, clauses: Clauses, draft: Draft) -> bool:
        """"from 95 percent before the pandemic": at no time that the article gives."""
        at = draft.chunk + 1
        named = clauses.kind(at) == "prep" and clauses.kind(at + 1) == "np"
        return named and clauses.word(at) in self._table.cues["ahead_of"]

    def _far_base(self, main: Period) -> Period | None:
        """The base that the article named last, if it lies some years back and it compares with no year before."""
        base = self._base
        if base is None or base.first is None or main.first is None or self._bases["year"]:
            return None
        return base if main.first.year - base.first.year > 1 else None


def _revised(draft: Draft, before: list[Draft]) -> bool:
    """"410 million to 420 million, up from 400 million to 415 million": two ranges are an outlook, given anew."""
    ranges = draft.quantity.low is not None and bool(before) and before[-1].quantity.low is not None
    return ranges and before[-1].kind == "level"
