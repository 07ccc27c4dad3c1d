"""The mention layer as records: what of each layer is one, and what it says."""

from __future__ import annotations

import pytest

from extractor.pipeline import Extractor
from extractor.records import Mention


def written(mention: Mention) -> str:
    region = mention.region
    return f"{mention.text} = {region.code or region.name}" if region else f"{mention.text} ({mention.layer})"


# text, places
PLACES = {
    "names and nationalities": ("Latvian rye went to Sweden.", ["Latvian = LV", "Sweden = SE"]),
    "the world": ("Sales rose globally.", ["globally = 001"]),
    "a description says which place it is": ("Chile dug less. The country sold 40 tonnes.", ["Chile = CL", "The country = CL"]),
    "one that nothing fits keeps its words": ("The county sold 40 homes.", ["The county = The county"]),
    "an island": ("Plum Island lost 40 birds.", ["Plum Island = Plum Island"]),
    "no place: a bank's name": ("The Bank of Canada sold 40 tonnes.", []),
    "no place: an office that implies one": ("CNIPA granted 40 patents.", []),
    "no place: nationwide": ("In Peru, 40 died. Nationwide, 90 did.", ["Peru = PE"]),
    "no place: a river": ("The Umgeni River rose 5 metres in Durban.", ["Durban = Durban"]),
    "no place: a currency": ("It cost 40 U.S. dollars.", []),
}


@pytest.mark.parametrize("name", PLACES)
def test_places(extractor: Extractor, name: str) -> None:
    text, expected = PLACES[name]
    mentions = extractor.analyse(extractor.article(text)).mentions
    assert [written(mention) for mention in mentions if mention.layer == "region"] == expected


def test_order_is_that_of_the_text_then_of_the_layers(extractor: Extractor) -> None:
    text = "In May 2024 some 50,000 Latvians left Latvia."
    mentions = extractor.analyse(extractor.article(text)).mentions
    assert [written(mention) for mention in mentions] == [
        "May 2024 (date)",
        "50,000 Latvians (quantity)",
        "Latvians = LV",
        "Latvia = LV",
    ]
