"""What a number has in common with the fact before it, and what it can take over from that one."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft


def is_ratio(draft: Draft) -> bool:
    """True for percent, points, fractions and times."""
    unit = draft.quantity.unit
    return unit is not None and unit.dimension == "ratio"


def same_unit(draft: Draft) -> bool:
    """True where the fact before has the same unit."""
    before = draft.before.quantity.unit if draft.before else None
    unit = draft.quantity.unit
    return before is not None and unit is not None and before.name == unit.name


def in_bracket_of(clauses: Clauses, draft: Draft) -> bool:
    """"15,000 jobs (-0.9%)", "(+41,000; +1.4%)": a signed number in the bracket of the one right before it."""
    k, before = draft.chunk, draft.before
    opened = clauses.kind(k - 1) in {"(", ";"} and any(clauses.kind(n) == "(" for n in range(max(k - 3, 0), k))
    if not opened or before is None or before.chunk != k - 2:
        return False
    return bool(draft.quantity.sign) or (before.kind == "change" and is_ratio(draft))  # "an increase of 102 people (1.2%)"


def same_unit_as(draft: Draft, other: Draft) -> bool:
    """True where both are in one unit."""
    unit, theirs = draft.quantity.unit, other.quantity.unit
    return unit is not None and theirs is not None and unit.name == theirs.name


def same_thing(clauses: Clauses, draft: Draft) -> bool:
    """Counted in the unit of the fact before, and not "38 people were killed and 211 injured"."""
    noun, before = draft.quantity.noun, draft.before
    if before is None or noun is None or before.quantity.noun is None:
        return same_unit(draft)
    lower = clauses.tokens.lower
    return same_unit(draft) and lower[noun[1] - 1] == lower[before.quantity.noun[1] - 1]


def chain_metric(draft: Draft) -> tuple[int, int] | None:
    """The metric of the fact before in the sentence, whose subject comes along."""
    if draft.before is not None and draft.before.metric is not None:
        draft.subject = draft.subject or draft.before.subject
        return draft.before.metric
    return None


def fact_before(clauses: Clauses, draft: Draft) -> Draft | None:
    """The fact before, in the sentence or else in the one before, whose metric can be taken over."""
    for before in (draft.before, clauses.previous):
        if before is not None and before.metric is not None and not before.verbal:
            return before
    return None


def blank_rank(clauses: Clauses, draft: Draft) -> bool:
    """"No. 8 Sichuan province, 135.8 billion yuan": the rank has no metric that the level could take."""
    before = draft.before
    rank = before is not None and before.kind == "rank" and before.metric_inherited
    return rank and clauses.sentence.kind == "line" and draft.quantity.form != "rank"
