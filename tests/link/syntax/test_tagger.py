"""Nouns against verbs: the coarse part of speech of each word, by its neighbours."""

from __future__ import annotations

import pytest

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.link.frames import FrameTable
from extractor.link.syntax.tagger import Tagger
from extractor.link.syntax.words import NeighbourNeeded, alone
from extractor.pipeline import Extractor
from extractor.rules import RuleSet


def _tags(extractor: Extractor, text: str) -> list[str]:
    """The tags of all words but quantities, dates and places, read off the phrases."""
    analysis = extractor.analyse(extractor.article(text, "2024-08-15"))
    chunks = analysis.clauses[-1].chunks
    return [f"{chunk.kind}:{analysis.tokens.quote(chunk.start, chunk.end)}" for chunk in chunks if chunk.kind != "."]


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("Exports rose 5 percent.", ["np:Exports", "vg:rose", "q:5 percent"]),
        ("The rise was 5 percent.", ["np:The rise", "vg:was", "q:5 percent"]),
        ("Barley output dropped 5 percent.", ["np:Barley output", "vg:dropped", "q:5 percent"]),
        ("The average rent hit 900 euros.", ["np:The average rent", "vg:hit", "q:900 euros"]),
        (
            "Spending on roads came to 5 euros.",
            ["np:Spending", "prep:on", "np:roads", "vg:came", "prep:to", "q:5 euros"],
        ),
        ("Operating profit fell to 5 euros.", ["np:Operating profit", "vg:fell", "prep:to", "q:5 euros"]),
        (
            "Citing costs, the mill shed 30 jobs.",
            ["vg:Citing", "np:costs", ",:,", "np:the mill", "vg:shed", "q:30 jobs"],
        ),
        ("The dam holds 5 tonnes.", ["np:The dam", "vg:holds", "q:5 tonnes"]),
        ("Bakers own 5 mills.", ["np:Bakers", "vg:own", "q:5 mills"]),
        ("Its own plants made 5 tonnes.", ["np:Its own plants", "vg:made", "q:5 tonnes"]),
        ("The guild said fares rose 5 percent.", ["np:The guild", "vg:said", "np:fares", "vg:rose", "q:5 percent"]),
        ("Norway's exports are up 5 percent.", ["np:Norway's exports", "vg:are", "prep:up", "q:5 percent"]),
        ("Fares fell 3 percent. It's 5 percent.", ["np:It", "vg:'s", "q:5 percent"]),
        ("Fares had risen 5 percent.", ["np:Fares", "vg:had risen", "q:5 percent"]),
        ("Fares will rise to 5 euros.", ["np:Fares", "vg:will rise", "prep:to", "q:5 euros"]),
        ("Fares did not rise 5 percent.", ["np:Fares", "vg:did not rise", "q:5 percent"]),
        ("The firm plans to shed 30 jobs.", ["np:The firm", "vg:plans to shed", "q:30 jobs"]),
        ("Johnson & Sons sold 5 boats.", ["np:Johnson & Sons", "vg:sold", "q:5 boats"]),
        ("Year-on-year growth was 5 percent.", ["np:Year-on-year growth", "vg:was", "q:5 percent"]),
    ],
)
def test_phrases_of_a_sentence(extractor: Extractor, text: str, phrases: list[str]) -> None:
    assert _tags(extractor, text) == phrases


def test_words_that_no_list_has(lexicon: Lexicon) -> None:
    from extractor.language import lexicon as lx

    assert lexicon.classes("vorply") & lx.ADVERB
    assert lexicon.classes("vorping") & lx.ING
    assert lexicon.classes("vorped") & lx.PAST
    assert lexicon.classes("vorps") & lx.PLURAL
    assert not lexicon.classes("vorpss") & lx.PLURAL
    assert lexicon.classes("vorp") & lx.NOUN
    assert lexicon.classes("vorp") & lx.UNKNOWN
    assert not lexicon.classes("house") & lx.UNKNOWN


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        ("vorpies", "vorpy"),
        ("vorches", "vorch"),
        ("vorps", "vorp"),
        ("vorpus", "vorpus"),
        ("vorpss", "vorpss"),
        ("mice", "mouse"),
    ],
)
def test_singular(lexicon: Lexicon, plural: str, singular: str) -> None:
    from extractor.language import lexicon as lx

    assert lexicon.lemma(plural, lx.PLURAL) == singular


def test_an_auxiliary_alone_has_a_lemma(lexicon: Lexicon) -> None:
    assert [lexicon.auxiliary(lexicon.classes(word)) for word in ("were", "had", "did", "will")] == [
        "be",
        "have",
        "do",
        "do",
    ]


def test_forms_of_the_frames(lexicon: Lexicon, table: FrameTable) -> None:
    forms = table.forms(lexicon)
    assert {"rise", "rises", "rose", "risen", "rising"} <= forms
    assert "patent" not in forms
    assert table.forms(lexicon, moving=True) < forms


@pytest.mark.parametrize(
    ("word", "sure"), [("Riga", True), ("the", True), ("tonnes", True), ("rose", False), ("to", False), ("that", False)]
)
def test_what_a_word_alone_tells(rules: RuleSet, word: str, sure: bool) -> None:
    """A word that needs its neighbours says so, whatever of them is asked; one that does not is tagged once for all."""
    lexicon, table = Lexicon(rules), FrameTable(rules)
    tagger = Tagger(lexicon, table.forms(lexicon), table.forms(lexicon, moving=True), table.cues)
    try:
        tagger._choose(alone(word, word.lower(), lexicon.classes(word.lower())), 1)
    except NeighbourNeeded:
        assert not sure
    else:
        assert sure


def test_nobody_looks_past_a_word_alone() -> None:
    words = alone("rose", "rose", lx.PAST)
    for look in (
        lambda: words.near,
        lambda: words.previous,
        lambda: words.ahead(2),
        lambda: words.lower(2),
        lambda: words.noun_follows(1),
        lambda: words.clause_follows(1),
        lambda: words.fixed.get(0),
        lambda: len(words.bits),
    ):
        with pytest.raises(NeighbourNeeded):
            look()
