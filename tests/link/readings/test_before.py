"""What a number has in common with the fact before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.link.drafts import Clauses
from extractor.link.readings.before import chain_metric, fact_before, is_ratio, same_thing, same_unit, same_unit_as

Read = Callable[[str], Clauses]


@pytest.mark.parametrize(
    ("text", "unit", "thing"),
    [
        ("Fares rose 5 percent and rents rose 7 percent.", True, True),
        ("Fares rose 5 percent to 61 euros.", False, False),
        ("The storm killed 38 people and destroyed 211 homes.", False, False),
        ("The guild had 38 members in May and 41 members in June.", True, True),
    ],
)
def test_units_of_two_numbers(read: Read, text: str, unit: bool, thing: bool) -> None:
    clauses = read(text)
    first, second = clauses.drafts[:2]
    assert second.before is first
    assert same_unit(second) == same_unit_as(second, first) == unit
    assert same_thing(clauses, second) == thing


def test_the_first_number_has_nothing_before_it(read: Read) -> None:
    clauses = read("Fares rose 5 percent.")
    draft = clauses.drafts[0]
    assert is_ratio(draft)
    assert not same_unit(draft)
    assert chain_metric(draft) is None
    assert fact_before(clauses, draft) is None


def test_the_subject_comes_along_with_the_metric(read: Read) -> None:
    clauses = read("Fares rose 5 percent to 61 euros.")
    first, second = clauses.drafts
    first.subject, second.subject = (0, 1), None
    assert chain_metric(second) == first.metric
    assert second.subject == (0, 1)


def test_a_verb_is_no_metric_to_take_over(read: Read) -> None:
    clauses = read("Fares rose 5 percent to 61 euros.")
    first, second = clauses.drafts
    assert fact_before(clauses, second) is first
    first.verbal = True
    assert fact_before(clauses, second) is None
