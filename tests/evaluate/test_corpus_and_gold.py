"""The corpus and the labels of the project itself hold together."""

import itertools
from collections import Counter
from pathlib import Path

import pytest

from extractor.evaluate.agree import Agreement
from extractor.evaluate.corpus import load_corpus, unlisted
from extractor.evaluate.gold import GoldFact, GoldMention
from extractor.evaluate.labels import label_of
from extractor.evaluate.load import gold_files, load_gold
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.score import score
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def corpus():
    findings = []
    corpus = load_corpus(ROOT / "corpus", findings)
    findings.extend(unlisted(ROOT / "corpus", corpus))
    assert list(map(str, findings)) == []
    return corpus


@pytest.fixture(scope="module")
def gold(corpus):
    findings = []
    labels = load_gold(gold_files(ROOT / "gold", "all"), corpus, findings, GoldFact)
    assert list(map(str, findings)) == []
    return labels


def test_corpus_is_wide(corpus):
    assert len(corpus.rows) >= 60
    assert len({row.subject for row in corpus.rows.values()}) >= 20
    assert len({row.style for row in corpus.rows.values()}) >= 4


def test_a_third_is_for_testing(corpus):
    sizes = Counter(row.split for row in corpus.rows.values())
    assert 0.28 <= sizes["test"] / len(corpus.rows) <= 0.42


def test_articles_are_as_long_as_news(corpus):
    lengths = {name: len(text.split()) for name, text in corpus.texts.items()}
    assert {name: length for name, length in lengths.items() if not 150 <= length <= 700} == {}


def test_every_article_is_labelled(corpus, gold):
    assert sorted(corpus.rows) == sorted(gold)
    assert sum(len(rows) for rows in gold.values()) >= 1500


def test_all_kinds_are_labelled(gold):
    kinds = Counter(row.kind for rows in gold.values() for row in rows)
    assert min(kinds[kind] for kind in ("level", "change", "comparison", "rank")) >= 20


@pytest.mark.parametrize(("folder", "model"), [("second", GoldFact), ("mentions", GoldMention)])
def test_other_layers_load(folder, model, corpus):
    findings = []
    load_gold(sorted((ROOT / "gold" / folder).glob("*.jsonl")), corpus, findings, model)
    assert list(map(str, findings)) == []


def test_labels_score_whole_against_themselves(gold):
    wording = Wording(RuleSet.load())
    labels = {doc: [label_of(row, wording) for row in rows] for doc, rows in gold.items()}
    guesses = {
        doc: [Prediction.model_validate(row.model_dump(exclude={"accept"})) for row in rows]
        for doc, rows in gold.items()
    }
    scores = score(labels, guesses, Agreement(wording), {})
    assert [outcome for outcome in scores.outcomes if outcome.status != "right"] == []
    assert scores.overall.counts.gold == sum(not row.optional for rows in gold.values() for row in rows)


def test_pairs_are_one_to_one_against_shifted_labels(gold):
    """Predictions that all sit on the quantity before: nothing may be paired twice."""
    wording = Wording(RuleSet.load())
    labels = {doc: [label_of(row, wording) for row in rows] for doc, rows in gold.items()}
    guesses = {
        doc: [
            Prediction.model_validate({**row.model_dump(exclude={"accept"}), "quantity": before.quantity.model_dump()})
            for before, row in itertools.pairwise(rows)
        ]
        for doc, rows in gold.items()
    }
    outcomes = score(labels, guesses, Agreement(wording), {}).outcomes
    paired = [id(outcome.guess) for outcome in outcomes if outcome.guess is not None]
    assert len(set(paired)) == len(paired)
    wanted = [id(outcome.label) for outcome in outcomes if outcome.label is not None]
    assert len(set(wanted)) == len(wanted)
