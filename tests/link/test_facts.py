"""From drafts to records: spans, ids, what is inherited, and what holds for any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pipeline import Extractor
from extractor.records import Fact

TEXT = "Exports of Norway rose 6 percent to 77 million kroner in May, the guild said. In Sweden they fell 2 percent."
WORDS = [
    "Fares", "exports", "the", "Norway", "rose", "fell", "was", "to", "by", "from", "of", "in", "and", "or", "with", "at",
    "than", "as", "which", "that", "more", "up", "down", "a", "its", "5", "3.2 million", "percent", "euros", "2023", "May",
    "last year", "twice", "half", "(", ")", ",", ";", ".", ":", "-", "said", "respectively", "each", "No. 3", "third", "doubled",
    "million", "per", "share", "bakers", "compared", "against", "expected", "will", "not", "'s", "\n", "\n\n", "of which",
]  # fmt: skip
MORE = settings(max_examples=150)


def _spans(fact: Fact) -> list[tuple[str, int, int]]:
    parts = [fact.quantity, fact.sentence, *fact.quantity.equivalents]
    parts += [part for part in (fact.metric, fact.subject, fact.baseline, fact.region, fact.attribution) if part]
    found = [(part.text, part.start_char, part.end_char) for part in parts]
    if fact.time is not None and fact.time.text is not None:
        assert fact.time.start_char is not None
        assert fact.time.end_char is not None
        found.append((fact.time.text, fact.time.start_char, fact.time.end_char))
    return found


def _sound(extractor: Extractor, text: str) -> None:
    """What holds for any text: spans quote it, ids are unique, the quantity lies in its sentence, again is the same."""
    facts = extractor.extract(text, "2024-08-15")
    for fact in facts:
        assert [text[start:end] for _, start, end in _spans(fact)] == [quote for quote, _, _ in _spans(fact)]
        assert fact.sentence.start_char <= fact.quantity.start_char < fact.quantity.end_char <= fact.sentence.end_char
        assert (fact.direction is None) or fact.kind in {"change", "comparison"}
        assert fact.rules
    assert len({fact.id for fact in facts}) == len(facts)
    again = extractor.extract(text, "2024-08-15")
    assert [fact.model_dump_json() for fact in again] == [fact.model_dump_json() for fact in facts]


@MORE
@given(words=st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words(extractor: Extractor, words: list[str]) -> None:
    _sound(extractor, " ".join(words))


@MORE
@given(text=st.text(max_size=120))
def test_any_characters(extractor: Extractor, text: str) -> None:
    _sound(extractor, text)


def test_an_article(extractor: Extractor) -> None:
    _sound(extractor, TEXT)
    assert len(extractor.extract(TEXT)) == 3


def test_inherited_is_what_stands_outside_the_sentence(extractor: Extractor) -> None:
    first, _, third = extractor.extract(TEXT, "2024-08-15")
    assert first.metric is not None
    assert third.metric is not None
    assert first.region is not None
    assert third.region is not None
    assert (first.metric.inherited, first.region.inherited) == (False, False)
    assert (third.metric.inherited, third.region.inherited) == (True, False)
    assert third.time is not None
    assert third.time.inherited


def test_the_source_of_a_sentence(extractor: Extractor) -> None:
    first, _, third = extractor.extract(TEXT, "2024-08-15")
    assert first.attribution is not None
    assert first.attribution.text == "the guild"
    assert third.attribution is None


def test_ids_depend_on_the_document_and_the_place_only(extractor: Extractor) -> None:
    ids = [fact.id for fact in extractor.extract(TEXT, "2024-08-15", "a")]
    assert ids == [fact.id for fact in extractor.extract(TEXT, "2022-01-01", "a")]
    assert not set(ids) & {fact.id for fact in extractor.extract(TEXT, "2024-08-15", "b")}


def test_a_fact_of_several_places(extractor: Extractor) -> None:
    facts = extractor.extract("In Norway and Sweden fares rose 5 percent.")
    assert [fact.region.members for fact in facts if fact.region] == [["NO", "SE"]]
    assert [fact.region.type for fact in facts if fact.region] == ["joint"]


def test_a_conversion_is_no_fact_of_its_own(extractor: Extractor) -> None:
    facts = extractor.extract("Revenue was 507 million dollars (465 million euros).")
    assert [fact.quantity.text for fact in facts] == ["507 million dollars"]
    assert [other.text for other in facts[0].quantity.equivalents] == ["465 million euros"]


def test_a_region_is_quoted_where_its_sentence_points_back_to_it(extractor: Extractor) -> None:
    text = "Guizhou grew.\n\nHunan grew less. Guizhou has 38 million people. In the province, 400 villages built roads in 2023."
    region = extractor.extract(text)[-1].region
    assert region is not None
    assert (region.text, region.name, region.code, region.inherited) == ("the province", "Guizhou", "CN-GZ", False)
