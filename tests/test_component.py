"""The component in a pipeline of somebody else's."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

import extractor.component  # the entry point does this in an installed package
from extractor.component import KEYS

TEXT = "Exports of Norway rose 4.2 percent to 151bn kroner in May."


@pytest.fixture(scope="module")
def nlp() -> Language:
    assert extractor.component.make_facts
    nlp = spacy.blank("en")
    nlp.add_pipe("facts", config={"date": "2024-06-15"})
    return nlp


def test_facts_and_spans(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [str(fact.quantity.value) for fact in doc._.facts] == ["4.2", "151000000000"]
    assert [(span.text, span.label_) for span in doc.spans["facts"]] == [
        ("4.2 percent", "change"),
        ("151bn kroner", "level"),
    ]
    assert [span.text for span in doc.spans["regions"]] == ["Norway"]
    assert [span.text for span in doc.spans["dates"]] == ["May"]
    assert len(doc.spans["quantities"]) == 2


def test_a_docs_own_date_comes_first(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.article_date = "2022-06-15"
    assert str(nlp(doc)._.facts[0].time.start) == "2022-05-01"


def test_other_tokens_give_wider_spans() -> None:
    nlp = spacy.blank("en")
    nlp.tokenizer = lambda text: spacy.tokens.Doc(nlp.vocab, words=text.split(" "))  # type: ignore[assignment]
    nlp.add_pipe("facts")
    doc = nlp("Sales hit $5.4m. It fell.")
    assert [span.text for span in doc.spans["facts"]] == ["$5.4m."]


@pytest.mark.parametrize("text", ["", " \n", "No figure here."])
def test_nothing_found(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc._.facts == []
    assert all(key in doc.spans for key in KEYS)
    assert not doc.spans["facts"]
