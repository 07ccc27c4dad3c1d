"""What comes of one article, and the count of many."""

from __future__ import annotations

import json

from extractor.match.quantities.convert import Converter
from extractor.pipeline import Extractor
from extractor.records import Fact, Reject
from extractor.run import Outcome, Tally, outcome_of

TEXT = "The new road of Norway is 12.5 kilometers long."


def test_a_reject_stays_one(extractor: Extractor) -> None:
    reject = Reject(file="a.txt", found="an empty file")
    assert outcome_of(extractor, reject, mentions=True) == Outcome(reject=reject)


def test_facts_alone(extractor: Extractor) -> None:
    outcome = outcome_of(extractor, extractor.article(TEXT))
    assert [fact.quantity.text for fact in outcome.facts] == ["12.5 kilometers"]
    assert (outcome.mentions, outcome.reject, outcome.words) == ([], None, 10)
    assert "base" not in outcome.facts[0].model_dump()["quantity"]


def test_mentions_and_base(extractor: Extractor) -> None:
    outcome = outcome_of(extractor, extractor.article(TEXT), mentions=True, base=Converter(extractor.rules))
    assert [mention.layer for mention in outcome.mentions] == ["region", "quantity"]
    quantities = [outcome.facts[0].quantity, outcome.mentions[1].quantity]
    assert [quantity.base.model_dump(mode="json")["value"] for quantity in quantities if quantity and quantity.base] == [
        "12500",
        "12500",
    ]


def test_tally(extractor: Extractor) -> None:
    tally = Tally()
    fact: Fact = extractor.extract(TEXT)[0]
    tally.add(Outcome(facts=[fact, fact.model_copy(update={"kind": "change"})], words=9))
    tally.add(Outcome(reject=Reject(file="a.txt", found="an empty file")))
    assert (tally.articles, tally.rejected, tally.items, tally.words) == (1, 1, 2, 9)
    assert tally.facts == {"level": 1, "change": 1}
    assert Tally.from_dict(json.loads(json.dumps(tally.as_dict()))) == tally
