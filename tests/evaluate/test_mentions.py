"""The mention layer is scored by layer: found, exactly bounded, read right."""

import pytest

from extractor.evaluate.agree import Agreement
from extractor.evaluate.gold import GoldMention
from extractor.evaluate.mentions import score_mentions
from extractor.evaluate.predictions import PredictedMention
from extractor.evaluate.report import as_json, lines
from extractor.evaluate.score import score
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet

WORDING = Wording(RuleSet.load())


def mention(model, layer, start, end, value=None, **extra):
    row = {"doc_id": "a", "layer": layer, "text": "x" * (end - start), "start_char": start, "end_char": end, **extra}
    if layer == "quantity" and value:
        number, _, unit = value.partition(" ")
        row["quantity"] = {"text": row["text"], "start_char": start, "end_char": end, "value": number}
        row["quantity"]["unit"] = {"name": unit, "dimension": "count"} if unit else None
    if layer == "date" and value:
        row["time"] = {"value": value}
    if layer == "region" and value:
        name, _, code = value.partition(" ")
        row["region"] = {"name": name, "code": code or None, "type": "country"}
    return model.model_validate(row)


# layer, labels, predictions (start, end, value), then gold, predicted, detection, exact, value
CASES = {
    "the same": ("quantity", [(0, 5, "5 percent")], [(0, 5, "5 percent")], (1, 1, 1, 1, 1)),
    "wider span": ("quantity", [(0, 5, "5 percent")], [(0, 7, "5 percent")], (1, 1, 1, 0, 1)),
    "adjectives of the counted noun": ("quantity", [(0, 5, "5 pink doors")], [(0, 5, "5 door")], (1, 1, 1, 1, 1)),
    "other number": ("quantity", [(0, 5, "5 percent")], [(0, 5, "6 percent")], (1, 1, 1, 1, 0)),
    "date by interval": ("date", [(0, 5, "2024-Q1")], [(0, 5, "2024-01/2024-03")], (1, 1, 1, 1, 1)),
    "other date": ("date", [(0, 5, "2024-Q1")], [(0, 5, "2024")], (1, 1, 1, 1, 0)),
    "unresolved": ("date", [(0, 5, None)], [(0, 5, None)], (1, 1, 1, 1, 1)),
    "region by code": ("region", [(0, 5, "Chile CL")], [(0, 5, "Chili CL")], (1, 1, 1, 1, 1)),
    "other place": ("region", [(0, 5, "Chile CL")], [(0, 5, "China CN")], (1, 1, 1, 1, 0)),
    "place by name where one has no code": ("region", [(0, 5, "Europe")], [(0, 5, "Europe 150")], (1, 1, 1, 1, 1)),
    "one name, two codes": ("region", [(0, 5, "Lima PE-LMA")], [(0, 5, "Lima PE-LIM")], (1, 1, 1, 1, 0)),
    "no code, other name": ("region", [(0, 5, "Europe")], [(0, 5, "Asia 142")], (1, 1, 1, 1, 0)),
    "missed": ("region", [(0, 5, "Chile CL")], [], (1, 0, 0, 0, 0)),
    "spurious": ("region", [], [(0, 5, "Chile CL")], (0, 1, 0, 0, 0)),
    "one for two": ("date", [(0, 3, "2024"), (3, 6, "2025")], [(0, 6, "2025")], (2, 1, 1, 0, 1)),
}


@pytest.mark.parametrize("name", CASES)
def test_counts(name):
    layer, gold, found, expected = CASES[name]
    labels = [mention(GoldMention, layer, *row) for row in gold]
    guesses = [mention(PredictedMention, layer, *row) for row in found]
    counts = score_mentions({"a": labels}, {"a": guesses}, WORDING)[layer]
    assert (counts.gold, counts.predicted, *counts.hits.values()) == expected


def test_optional_mentions_count_neither_way():
    label = mention(GoldMention, "region", 0, 5, "Chile CL", optional=True)
    for guesses in ([], [mention(PredictedMention, "region", 0, 5, "China CN")]):
        counts = score_mentions({"a": [label]}, {"a": guesses}, WORDING)["region"]
        assert (counts.gold, counts.predicted) == (0, 0)


def test_layers_do_not_mix():
    label = mention(GoldMention, "date", 0, 5, "2024")
    table = score_mentions({"a": [label]}, {"a": [mention(PredictedMention, "quantity", 0, 5, "2024")]}, WORDING)
    assert table["date"].hits["detection"] == table["quantity"].hits["detection"] == 0


# label, prediction (start, end, "name code"), then labels with a country that were found, predictions with one, right ones
COUNTRIES = {
    "the same code": ((0, 5, "Chile CL"), (0, 5, "Chile CL"), (1, 1, 1)),
    "a division of it": ((0, 5, "Chile CL"), (0, 5, "Maule CL-ML"), (1, 1, 1)),
    "two divisions": ((0, 5, "Ohio US-OH"), (0, 5, "Iowa US-IA"), (1, 1, 1)),
    "wider span": ((0, 5, "Chile CL"), (0, 9, "Chile CL"), (1, 1, 1)),
    "another country": ((0, 5, "Chile CL"), (0, 5, "China CN"), (1, 1, 0)),
    "no code found": ((0, 5, "Chile CL"), (0, 5, "Chile"), (1, 0, 0)),
    "a continent": ((0, 5, "Europe 150"), (0, 5, "Chile CL"), (0, 0, 0)),
    "a city without a code": ((0, 5, "Talca"), (0, 5, "Talca CL"), (0, 0, 0)),
    "missed": ((0, 5, "Chile CL"), (7, 9, "Chile CL"), (0, 0, 0)),
}


@pytest.mark.parametrize("name", COUNTRIES)
def test_countries(name):
    gold, found, expected = COUNTRIES[name]
    label, guess = mention(GoldMention, "region", *gold), mention(PredictedMention, "region", *found)
    counts = score_mentions({"a": [label]}, {"a": [guess]}, WORDING)["country"]
    assert (counts.gold, counts.predicted, counts.hits["right"]) == expected


def test_the_country_of_an_optional_label_counts_neither_way():
    label, guess = (mention(model, "region", 0, 5, "Chile CL") for model in (GoldMention, PredictedMention))
    counts = score_mentions({"a": [label.model_copy(update={"optional": True})]}, {"a": [guess]}, WORDING)["country"]
    assert (counts.gold, counts.hits["right"]) == (0, 0)


def test_the_report_gives_countries_as_text_and_as_data():
    label, guess = (mention(model, "region", 0, 5, "Chile CL") for model in (GoldMention, PredictedMention))
    mentions = score_mentions({"a": [label]}, {"a": [guess]}, WORDING)
    scores = score({}, {}, Agreement(WORDING), {})
    assert any(
        line.split() == ["country", "right", "100.0", "100.0", "100.0", "1", "1", "1"]
        for line in lines(scores, mentions)
    )
    assert as_json(scores, mentions)["mentions"]["country"]["right"]["hits"] == 1
