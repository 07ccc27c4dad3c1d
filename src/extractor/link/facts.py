"""From drafts to records: token spans become characters, mentions become fields."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from extractor.language.tokens import Tokens
from extractor.link.drafts import Clauses, Draft, Period, TokenSpan
from extractor.link.keys import MetricKeys
from extractor.match.mentions import QuantityMention, RegionMention, UnitValue
from extractor.records import Amount, Fact, Metric, Per, Quantity, Region, Span, Subject, Time, Unit, trusted

Fields = dict[str, Any]
_UNQUOTED: Fields = {"text": None, "start_char": None, "end_char": None}
_ONE = Decimal(1)
_PERCENT_MOST = 150
_MONEY_LEAST = 1_000_000


class FactWriter:
    """Writes drafts as records. ``country_name`` gives the name of a country that the text names only by its parts."""

    def __init__(self, keys: MetricKeys, country_name: Callable[[str], str | None]) -> None:
        self._keys = keys
        self._country_name = country_name

    def write(self, doc_id: str, clauses: Clauses, seen: Counter[tuple[int, int]]) -> list[Fact]:
        """The facts of one sentence. ``seen`` counts records on the same span over the article, for their ids."""
        # A number of nobody knows what is no fact.
        told = [draft for draft in clauses.drafts if draft.metric is not None or draft.subject is not None]
        return [self._fact(doc_id, clauses, draft, seen) for draft in told]

    def _fact(self, doc_id: str, clauses: Clauses, draft: Draft, seen: Counter[tuple[int, int]]) -> Fact:
        tokens, mention = clauses.tokens, draft.quantity
        span = (mention.start_char, mention.end_char)
        number = seen[span]
        seen[span] += 1
        sentence = clauses.sentence
        fields: Fields = {
            "id": _identity(doc_id, span, number),
            "doc_id": doc_id,
            "kind": draft.kind,
            "metric": self._metric(clauses, draft),
            "subject": self._subject(clauses, draft),
            "quantity": _quantity(tokens, mention, self._unit(tokens, draft, _unit(mention.unit))),
            "direction": draft.direction if draft.kind in {"change", "comparison"} else None,
            "baseline": _span(tokens, draft.baseline),
            "region": self._region(tokens, sentence.start, sentence.end, draft),
            "time": _time(tokens, draft.period),
            "projected": draft.projected,
            "attribution": _span(tokens, draft.attribution),
            "sentence": trusted(Span, _quoted(tokens, sentence.start_char, sentence.end_char)),
            "rules": list(dict.fromkeys([*draft.rules, *mention.rules])),
        }
        return trusted(Fact, fields)

    def _metric(self, clauses: Clauses, draft: Draft) -> Metric | None:
        if draft.metric is None:
            return None
        start, end = clauses.tokens.span(*draft.metric)
        outside = not clauses.sentence.start <= draft.metric[0] < clauses.sentence.end
        key = self._keys.key(clauses.tokens, draft.metric)
        fields = _quoted(clauses.tokens, start, end)
        fields["key"], fields["inherited"] = key, outside
        return trusted(Metric, fields)

    def _subject(self, clauses: Clauses, draft: Draft) -> Subject | None:
        if draft.subject is None or draft.subject == draft.metric:
            return None
        start, end = clauses.tokens.span(*draft.subject)
        outside = not clauses.sentence.start <= draft.subject[0] < clauses.sentence.end
        fields = _quoted(clauses.tokens, start, end)
        fields["inherited"] = outside
        return trusted(Subject, fields)

    def _region(self, tokens: Tokens, start: int, end: int, draft: Draft) -> Region | None:
        regions = draft.regions
        if not regions:
            return None
        first, last = regions[0], regions[-1]
        inherited = draft.region_inherited or not start <= first.start < end
        fields = _quoted(tokens, first.start_char, last.end_char)
        if len(regions) == 1:
            name = self._country_name(first.code) or first.name if first.code == first.name else first.name
            _name(fields, name, first.code, first.type, list(first.members), inherited=inherited)
        else:
            _name(fields, fields["text"], None, "joint", [r.code or r.name for r in regions], inherited=inherited)
        return trusted(Region, fields)

    def _unit(self, tokens: Tokens, draft: Draft, unit: Unit | None) -> Unit | None:
        """The unit as matched; where it is missing or taken from the wrong neighbour, what the fact says of it."""
        mention, like = draft.quantity, draft.like
        if draft.people and (unit is None or mention.elided):
            return Unit(name=self._keys.person, dimension="count")
        if draft.counts is not None and mention.elided:
            return Unit(name=self._keys.head_lemma(tokens, draft.counts), dimension="count")
        while like is not None and like.quantity.unit is None:
            like = _continued(like)
        missing = unit is None or mention.elided
        if missing and like is not None and like.quantity.unit is not None and like.quantity.unit.per_name is not None:
            if unit is None or unit.name == like.quantity.unit.name:
                return _unit(like.quantity.unit)
        if unit is not None and not self._borrowed_wrongly(tokens, draft):
            if unit.dimension == "count" and unit.per is None and (draft.per is not None or mention.elided):
                unit.per = _denominator(draft)
            return unit
        large = mention.value is not None and mention.value >= _MONEY_LEAST and mention.form == "amount"
        told = _continued(draft)
        while told is not None and told.quantity.noun is None:
            told = _continued(told)
        # "added 41,000 subscribers, taking the total to 9.3 million"
        counted = told is not None or self._tallied(tokens, draft)
        if draft.company and large and not counted and draft.counts is None and "frames.of_lead" not in draft.rules:
            return _unit(draft.money)  # "costs declined to 742 million": in the currency of the results
        found = self._unit_of_metric(tokens, draft)
        if found is not None and found.per is None:
            found.per = unit.per if unit is not None and unit.per is not None else _denominator(draft)
        return found

    def _borrowed_wrongly(self, tokens: Tokens, draft: Draft) -> bool:
        """A percent sign taken from a neighbour does not fit 35,200, nor "women" the total that a metric of its own has."""
        mention = draft.quantity
        unit = mention.unit
        if not mention.elided or unit is None:
            return False
        if unit.dimension == "ratio" and mention.value is not None and mention.value > _PERCENT_MOST:
            return True
        if draft.metric is not None and unit.dimension == "currency" and self._keys.unitless(tokens, draft.metric):
            return True
        like = draft.like.quantity.unit if draft.like is not None else None
        if like is not None and unit.noun and like.noun:
            return like.name != unit.name
        own = draft.before is None or draft.metric != draft.before.metric
        if own and draft.metric is not None and unit.dimension == "currency" and self._keys.numbers(tokens, draft.metric):
            return True  # "the number of visitors rose to 2.4 million"
        return own and ("frames.metric_of" in draft.rules or (unit.noun and "frames.raise" in draft.rules))

    def _tallied(self, tokens: Tokens, draft: Draft) -> bool:
        return draft.metric is not None and self._keys.tallied(tokens, draft.metric)

    def _unit_of_metric(self, tokens: Tokens, draft: Draft) -> Unit | None:
        """A bare number has the unit of the fact it continues, else of the thing that its metric counts."""
        if draft.metric is None or draft.kind == "rank" or draft.quantity.form != "amount":
            return None
        if draft.people:
            return Unit(name=self._keys.person, dimension="count")
        if draft.counts is not None:
            return Unit(name=self._keys.head_lemma(tokens, draft.counts), dimension="count")
        before = _continued(draft)
        part = draft.quantity.value is not None and draft.quantity.value != draft.quantity.value.to_integral_value()
        if part and before is not None and before.quantity.noun is not None and before.quantity.unit is not None:
            if before.quantity.value is not None and before.quantity.value == before.quantity.value.to_integral_value():
                return None  # "187 aftershocks, the strongest measuring 5.6"
        while before is not None and not self._tallied(tokens, draft):
            if before.quantity.unit is not None and before.quantity.unit.dimension != "ratio" and before.kind != "rank":
                return _unit(before.quantity.unit)
            before = _continued(before)
        name = self._keys.counted(tokens, draft.metric)
        return Unit(name=name, dimension="count") if name else None


def write_quantity(tokens: Tokens, mention: QuantityMention) -> Quantity:
    """The record of a quantity mention."""
    return _quantity(tokens, mention, _unit(mention.unit))


def _quantity(tokens: Tokens, mention: QuantityMention, unit: Unit | None) -> Quantity:
    fields = _amount(tokens, mention, unit)
    fields["equivalents"] = [trusted(Amount, _amount(tokens, one, _unit(one.unit))) for one in mention.equivalents]
    fields["base"] = None
    return trusted(Quantity, fields)


def _amount(tokens: Tokens, mention: QuantityMention, unit: Unit | None) -> Fields:
    fields = _quoted(tokens, mention.start_char, mention.end_char)
    fields["value"], fields["low"], fields["high"] = mention.value, mention.low, mention.high
    fields["modifier"], fields["unit"] = mention.modifier, unit
    if mention.low is not None and (mention.high is None or mention.low > mention.high):
        raise ValueError(f"no range: {mention.low} to {mention.high}")
    return fields


def _unit(unit: UnitValue | None) -> Unit | None:
    if unit is None:
        return None
    per = trusted(Per, {"value": unit.per_value or _ONE, "name": unit.per_name}) if unit.per_name else None
    return trusted(Unit, {"name": unit.name, "code": unit.code, "dimension": unit.dimension, "per": per})


def _continued(draft: Draft) -> Draft | None:
    """The fact that this one takes its metric from: of another sentence, else the one before."""
    same = draft.before is not None and draft.before.metric == draft.metric
    return draft.like or (draft.before if same else None)


def _denominator(draft: Draft) -> Per | None:
    """What stands beside the bare number, or beside that of the fact it continues: "8 per 10,000 people"."""
    found: Draft | None = draft
    while found is not None and (found.per or found.quantity.per) is None:
        found = _continued(found)
    beside = found.per or found.quantity.per if found is not None else None
    return Per(value=beside[0], name=beside[1]) if beside is not None else None


def write_region(tokens: Tokens, mention: RegionMention) -> Region:
    """The record of a region mention; that of "the province" says which one is meant."""
    place = mention.means or mention
    fields = _quoted(tokens, mention.start_char, mention.end_char)
    _name(fields, place.name, place.code, place.type, list(place.members), inherited=False)
    return trusted(Region, fields)


def _name(fields: Fields, name: str, code: str | None, kind: str, members: list[str], *, inherited: bool) -> None:
    fields["name"], fields["code"], fields["type"], fields["members"] = name, code, kind, members
    fields["inherited"] = inherited


def _time(tokens: Tokens, period: Period | None) -> Time | None:
    if period is None:
        return None
    mention = period.mention
    if mention is None and period.first is None:
        return None
    fields = _quoted(tokens, mention.start_char, mention.end_char) if mention else dict(_UNQUOTED)
    fields["value"], fields["start"], fields["end"] = period.value, period.first, period.last
    fields["relation"], fields["inherited"] = period.relation, period.inherited
    if period.first and period.last and period.first > period.last:
        raise ValueError(f"no interval: {period.first} to {period.last}")
    return trusted(Time, fields)


def _span(tokens: Tokens, span: TokenSpan | None) -> Span | None:
    return None if span is None else trusted(Span, _quoted(tokens, *tokens.span(*span)))


def _quoted(tokens: Tokens, start: int, end: int) -> Fields:
    """The fields of a span of characters.

    Raises:
        ValueError: the span ends before it begins; with the checks of values here, what the records' own would find.
    """
    if not 0 <= start <= end <= len(tokens.text):
        raise ValueError(f"no span of the article: {start}:{end}")
    return {"text": tokens.text[start:end], "start_char": start, "end_char": end}


def _identity(doc_id: str, span: tuple[int, int], number: int) -> str:
    """Sixteen hex digits that depend on the article, the characters and the record's place among those on them."""
    return hashlib.sha256(f"{doc_id}\x00{span[0]}\x00{span[1]}\x00{number}".encode()).hexdigest()[:16]
