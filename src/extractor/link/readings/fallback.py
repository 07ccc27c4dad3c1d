"""Numbers without a metric of their own: the fact before, in this sentence or the last, or any noun near."""

from __future__ import annotations

from dataclasses import replace

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import blank_rank, is_ratio
from extractor.link.readings.reading import Basis, Reading
from extractor.link.syntax.clauses import Phrase, subject_of

_NATURAL = frozenset({"river", "lake", "mountain", "sea", "place"})  # types of places that have levels and sizes
_UNSPECIFIC = frozenset({"count", "currency", "time"})  # units of too many things to say which is meant
_BACK = 60  # facts looked through for one that a list line continues


class Fallback(Reading):
    """Finds a metric where no frame gave one."""

    def __init__(self, basis: Basis) -> None:
        super().__init__(basis)
        self._norms, self._stands = basis.table.cues["usual"], basis.table.cues["short_form"]

    def from_before(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """A number without a metric of its own takes that of the fact before, in this sentence or the one before."""
        chained = draft.before is not None and draft.before.metric is not None and not blank_rank(clauses, draft)
        if not chained and clauses.lead is not None:
            draft.subject = draft.subject or draft.metric
            draft.metric, draft.metric_inherited = clauses.lead, True
            draft.rules.append("context.lead_in")
            return
        before = draft.before if chained else alike(clauses, draft)
        if not chained and draft.metric is None and before is not None and self._other_measure(clauses, draft, before):
            self._any_noun(clauses, draft, tie)
            if draft.metric is not None and clauses.tokens.lower[draft.metric[1] - 1] not in self._stands:
                return
            draft.metric = None
        if before is None or before.metric is None:
            if draft.metric is None:
                self._any_noun(clauses, draft, tie)
            return
        if draft.metric is not None and draft.subject is None:
            draft.subject = draft.metric
        draft.metric = self._text.without_other(clauses, before.metric, draft.subject)
        draft.metric_inherited, draft.like = True, before
        draft.rules.append("context.metric_before")
        if tie.kind == "vg" and tie.word not in self._table.cues["be"]:
            _moved_alike(draft, before)  # "the economy grew 3 percent. Puno notched 5 percent"
        goes_on = clauses.sentence.kind == "line" or "frames.with" in draft.rules
        if goes_on and draft.kind == "level" and draft.quantity.form == "amount" and not draft.before:
            draft.kind = "level" if before.kind == "rank" else before.kind
            draft.direction = before.direction

    @staticmethod
    def _other_measure(clauses: Clauses, draft: Draft, before: Draft) -> bool:
        """"The river was flowing at 11.8 metres" behind "We found 11 bodies": metres go on with no count."""
        unit, other = draft.quantity.unit, before.quantity.unit
        measured = unit is not None and not draft.quantity.elided and unit.dimension not in {"count", "ratio", "currency"}
        return clauses.sentence.kind == "prose" and measured and (
            other is None or (unit is not None and other.dimension != unit.dimension)
        )

    def same_measure(self, clauses: Clauses, draft: Draft) -> bool:
        """"Beja recorded 118 mm", "the lowest, -5.4C": what the last number in this unit measured."""
        unit, facts = draft.quantity.unit, [*clauses.history[-_BACK:], *clauses.drafts]
        if unit is None or (unit.dimension in _UNSPECIFIC and not (draft.verbal and unit.dimension != "count")):
            return False
        for fact in reversed(facts):
            other = fact.quantity.unit
            told = fact.metric is not None and not fact.verbal and fact.leg == "main" and fact.kind != "rank"
            if told and fact.metric is not None and self._of_norm(clauses, fact.metric):
                continue  # "the long-term average of 869 mm"
            if told and other is not None and other.name == unit.name and other.per_name == unit.per_name:
                draft.metric, draft.metric_inherited, draft.verbal = fact.metric, True, False
                _moved_alike(draft, fact)
                draft.rules.append("context.same_measure")
                return True
        return False

    def natural(self, clauses: Clauses, draft: Draft) -> bool:
        """"Lake Mead rose 3 feet": a river, a lake or a mountain is itself what is measured."""
        verb = verb_before(clauses, draft.chunk)
        phrase = subject_of(clauses.chunks, verb) if verb >= 0 else None
        if phrase is None or phrase.first != phrase.last:
            return False
        regions = clauses.chunks[phrase.first].regions
        if not regions or regions[-1].type not in _NATURAL or regions[-1].end != clauses.chunks[phrase.first].end:
            return False
        draft.metric = (regions[-1].start, regions[-1].end)
        draft.rules.append("frames.natural")
        return True

    def _of_norm(self, clauses: Clauses, metric: TokenSpan) -> bool:
        return clauses.tokens.lower[metric[1] - 1] in self._norms

    def _any_noun(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """Better a bare noun of the sentence than none: the subject, even a short form, or the group before."""
        chunks = clauses.chunks
        verb = -1 if tie.kind == "start" else verb_before(clauses, draft.chunk)  # "said 50 million had been set aside"
        phrase = subject_of(chunks, verb) if verb >= 0 else None
        if phrase is None and not (verb < 0 and clauses.kind(draft.chunk + 1) == "vg"):
            at = draft.chunk - 1
            while at >= 0 and chunks[at].kind != "np":
                at -= 1
            phrase = Phrase(at, at, at) if at >= 0 else None
        if phrase is not None and chunks[phrase.first].kind == "np" and chunks[phrase.first].form != "pronoun":
            draft.metric = self._text.bare(clauses, phrase.first, phrase.last)
        if draft.metric is None and clauses.kind(draft.chunk + 1) == "np":
            own = self._text.bare(clauses, draft.chunk + 1, draft.chunk + 1)  # "China's 5 percent growth"
            draft.metric = own if own is None or not self._text.is_blank(clauses, own) else None  # "the 4,000 mark"
        placed = phrase is not None and verb >= 0 and bool(chunks[phrase.first].regions)
        if draft.metric is None and placed and draft.kind == "change" and is_ratio(draft):
            draft.metric, draft.verbal = (chunks[verb].head, chunks[verb].head + 1), True  # "China grew 5 percent"
        said = chunks[draft.chunk + 1] if clauses.kind(draft.chunk + 1) == "vg" and verb < 0 else None
        if draft.metric is None and said is not None and said.form == "finite":
            # "About 900,000 sq km will be protected"
            draft.metric, draft.verbal = (said.head, said.head + 1), True
            if clauses.kind(draft.chunk + 2) == "prep" and clauses.kind(draft.chunk + 3) == "np":
                own = self._text.metric(clauses, draft.chunk + 3, draft.chunk + 3)  # "hectares planted with maize"
                draft.metric, draft.verbal = (own, False) if own is not None else (draft.metric, True)


def _moved_alike(draft: Draft, before: Draft) -> None:
    """A verb that only says that a number was read off leaves a change one: "grew 3 percent. Puno posted 5 percent"."""
    unit, other = draft.quantity.unit, before.quantity.unit
    alike = unit is not None and other is not None and unit.name == other.name and is_ratio(draft)
    if alike and before.kind == "change" and draft.kind == "level":
        draft.kind, draft.direction = before.kind, before.direction


def unnamed(draft: Draft) -> bool:
    """A place cannot be measured in money or percent; a river can in metres."""
    unit = draft.quantity.unit
    return draft.quantity.noun is None and (unit is None or unit.dimension in {"ratio", "currency", "count"})


def alike(clauses: Clauses, draft: Draft) -> Draft | None:
    """The fact before that this number can continue; a fraction ("6.3") does not continue a count of things."""
    value, unit = draft.quantity.value, draft.quantity.unit
    if clauses.sentence.kind != "line":
        return _share_told(clauses, draft) or clauses.previous
    heading = next((fact for fact in reversed(clauses.history) if fact.ranked_by is not None), None)
    if heading is not None:
        entry = replace(heading, metric=heading.ranked_by, quantity=replace(heading.quantity, unit=None))
        return next((fact for fact in reversed(clauses.history) if fact.metric == entry.metric), entry)
    if unit is not None and not draft.quantity.elided:
        for before in reversed(clauses.history[-_BACK:]):
            other = before.quantity.unit
            if other is not None and other.name == unit.name and before.metric is not None and not before.verbal:
                return before
    if value is None or value == value.to_integral_value():
        return clauses.previous
    for before in reversed(clauses.history[-_BACK:]):
        number = before.quantity.value
        if number is not None and number != number.to_integral_value() and before.metric is not None:
            return before
    return clauses.previous


def _share_told(clauses: Clauses, draft: Draft) -> Draft | None:
    """"Prices in 20 cities rose 4 percent. Oslo led with a 6 percent gain": behind a count, what moved in its sentence."""
    last = clauses.previous
    if last is None or last.quantity.noun is None or not is_ratio(draft) or draft.quantity.form != "amount":
        return None
    told = [fact for fact in clauses.history[-_BACK:] if fact.sentence == last.sentence and fact.kind == draft.kind]
    return next((fact for fact in reversed(told) if is_ratio(fact) and fact.metric is not None and not fact.verbal), None)
