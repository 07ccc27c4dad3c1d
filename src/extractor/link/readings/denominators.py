"""Denominators that stand apart from their number: "doctors per 10,000 people", "$1.93 a share, beating the $1.79"."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.match.mentions import UnitValue

_LEAST = Decimal("0.05")  # how far two amounts per share can lie apart,
_MOST = 20  # as multiples of each other
_PHYSICAL = frozenset({"volume", "mass"})
_PRICE = 100_000  # a larger amount is no price of one thing
_SMALL = 100  # cents, beside dollars per share
_LEADS = 2  # chunks of a sentence within which "for every 100 homes" stands


class Denominators:
    """Completes the units of facts: each by its own metric, then all of a sentence by one another."""

    def __init__(self, table: FrameTable) -> None:
        self._currencies, self._per = table.cues["currency_name"], table.cues["per"]
        self._closing, self._every = table.cues["closing_noun"], table.cues["every"]

    def named(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``per`` of a count to what its metric or the head of its sentence names: "for every 100 homes"."""
        unit = draft.quantity.unit
        if draft.kind == "rank" or draft.quantity.per is not None or draft.quantity.form != "amount":
            return
        if unit is not None and (unit.dimension != "count" or unit.per_name is not None):
            return
        draft.per = self._of_metric(clauses, draft) or self._of_sentence(clauses, draft)
        if draft.per is not None:
            draft.rules.append("frames.rate")

    def _of_metric(self, clauses: Clauses, draft: Draft) -> tuple[Decimal, str] | None:
        """The last group of "the number of doctors per 10,000 people"."""
        if draft.metric is None:
            return None
        first, last = draft.metric
        for k, chunk in enumerate(clauses.chunks[1:], 1):
            before = clauses.chunks[k - 1]
            if first <= before.start and chunk.end <= last and before.word in self._per:
                return _counted(clauses, chunk)
        return None

    def _of_sentence(self, clauses: Clauses, draft: Draft) -> tuple[Decimal, str] | None:
        for chunk in clauses.chunks[1:_LEADS]:
            led = clauses.tokens.lower[chunk.start - 1] in self._every and clauses.chunks[0].kind == "prep"
            if led and chunk.end <= draft.quantity.start:
                return _counted(clauses, chunk)
        return None

    def shared(self, clauses: Clauses) -> None:
        """Give amounts of money the denominator that another fact of the same measure has."""
        money = [d for d in clauses.drafts if d.quantity.unit is not None and d.quantity.unit.dimension == "currency"]
        self._per_basis(clauses, money)
        told = [d.before for d in clauses.drafts if "frames.expected" in d.rules and d.before is not None]
        money += [d for d in told if d.quantity.unit is not None and d.quantity.unit.dimension == "currency"]
        for draft in clauses.drafts:
            unit = draft.quantity.unit
            if unit is None or draft.quantity.elided:
                self._rate(clauses, draft)
                self._physical(clauses, draft)
            if unit is None or unit.dimension != "currency":
                continue
            if unit.per_name is None and (name := self._named_in(clauses, draft)):
                self._give(draft, replace(unit, per_name=name))
            elif unit.per_name is None:
                like = next((other for other in money if self._alike(draft, other)), None)
                if like is not None and like.quantity.unit is not None:
                    self._give(draft, replace(unit, per_name=like.quantity.unit.per_name,
                                              per_value=like.quantity.unit.per_value))
            elif "quantities.apiece" in draft.quantity.rules:
                counted = next((d for d in reversed(clauses.drafts) if d.chunk < draft.chunk and d.quantity.noun), None)
                if counted is not None and counted.quantity.unit is not None:
                    self._give(draft, replace(unit, per_name=counted.quantity.unit.name))  # "820,000 shares at 71 each"

    def _per_basis(self, clauses: Clauses, money: list[Draft]) -> None:
        """"On a per-share basis, it had net income of 47 cents": the denominator of all that is small."""
        group = next((c for c in clauses.chunks[:2] if c.kind == "np" and c.word in self._closing), None)
        words = clauses.tokens.lower[group.start : group.end] if group is not None else []
        at = next((n for n, word in enumerate(words) if word in self._per), -1)
        name = next((word for word in words[at + 1 :] if word.isalpha()), "") if at >= 0 else ""
        for draft in money:
            unit, value = draft.quantity.unit, draft.quantity.value
            if name and unit is not None and unit.per_name is None and value is not None and value < _PRICE:
                self._give(draft, replace(unit, per_name=name))

    def _named_in(self, clauses: Clauses, draft: Draft) -> str:
        """"Operating EBITDA per tonne improved to Rs 1,015": the metric ends in the denominator."""
        first, last = draft.metric if draft.metric is not None else (0, 0)
        words = clauses.tokens.lower[first:last]
        at = next((n for n, word in enumerate(words) if word in self._per), 0)
        plain = draft.kind == "level" and draft.quantity.noun is None and at and all(w.isalpha() for w in words[at + 1 :])
        return " ".join(words[at + 1 :]) if plain else ""

    @staticmethod
    def _give(draft: Draft, unit: UnitValue) -> None:
        draft.quantity = replace(draft.quantity, unit=unit)

    @staticmethod
    def _alike(draft: Draft, other: Draft) -> bool:
        """Another fact of the same metric has a denominator, and an amount of like size."""
        unit = other.quantity.unit
        if unit is None or unit.per_name is None or draft.metric is None or other.metric != draft.metric:
            return False
        if draft.quantity.noun is not None or "quantities.apiece" in other.quantity.rules:
            return False
        one, two = (q.value if q.value is not None else q.high for q in (draft.quantity, other.quantity))
        if one is None or two is None or not one or not two or draft.quantity.unit is None or one > _PRICE:
            return False
        if draft.quantity.unit.name != unit.name:
            return one < _SMALL  # "four cents ahead of the $1.42"
        return _LEAST < one / two < _MOST

    def _physical(self, clauses: Clauses, draft: Draft) -> None:
        """"19.8 million tonnes, including 6.9 million of copper", "Gasoline stocks dropped by 3.8 million": in the unit of
        the fact before."""
        value, quantity = draft.quantity.value, draft.quantity
        if quantity.unit is not None or quantity.noun is not None or value is None or value < _PRICE:
            return
        earlier = next((d for d in reversed(clauses.drafts) if d.chunk < draft.chunk), clauses.previous)
        unit = earlier.quantity.unit if earlier is not None else None
        other = earlier.quantity.value if earlier is not None else None
        if quantity.form == "amount" and unit is not None and unit.dimension in _PHYSICAL and other and other >= _PRICE:
            self._give(draft, unit)

    def _rate(self, clauses: Clauses, draft: Draft) -> None:
        """"closed at 89.43 per dollar. It touched 89.52": a rate of exchange goes on in its unit."""
        span, value = draft.metric, draft.quantity.value
        if span is None or value is None or draft.kind != "level" or draft.quantity.form != "amount":
            return
        word = clauses.tokens.lower[span[1] - 1]
        if word not in self._currencies or draft.quantity.noun is not None:
            return
        for before in [*reversed(clauses.drafts), *reversed(clauses.history)]:
            unit, other = before.quantity.unit, before.quantity.value
            if before is draft or before.metric is None or not other:
                continue
            if unit is None or unit.per_name not in self._currencies:
                continue
            if clauses.tokens.lower[before.metric[1] - 1] == word and _LEAST < value / other < _MOST:
                self._give(draft, unit)
                draft.quantity.elided = False
                return


def _counted(clauses: Clauses, chunk: Chunk) -> tuple[Decimal, str] | None:
    quantity = chunk.quantity
    if quantity is None or quantity.noun is None or quantity.value is None:
        return None
    return quantity.value, clauses.tokens.lower[quantity.noun[1] - 1]
