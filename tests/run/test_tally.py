"""The count of a run, and that a journal can hold it."""

from __future__ import annotations

import json

from extractor.records import Reject
from extractor.run import Tally
from extractor.run.many import Outcome


def test_rejects_count_as_items_and_as_nothing_else() -> None:
    tally = Tally()
    tally.add(Outcome(words=120))
    tally.add(Outcome(reject=Reject(file="a.jsonl", line=2, found="no text")))
    assert (tally.items, tally.articles, tally.rejected, tally.words) == (2, 1, 1, 120)


def test_a_tally_survives_json() -> None:
    tally = Tally(articles=3, rejected=1, words=900, mentions=4)
    tally.facts.update(["level", "change", "level"])
    assert Tally.from_dict(json.loads(json.dumps(tally.as_dict()))) == tally
