"""Which characters a quotation means."""

import pytest

from extractor.evaluate.locate import Place, nearest, nth, sentence_of

TEXT = "Rye sold well. In the U.S. rye fell 5 percent to 15 percent of sales, oats rose.\nRye and Rye-Gold."

CASES = {
    "same sentence, before": ("rye", 27),
    "case matters": ("Rye", 0),
    "after in the sentence": ("oats", 70),
    "another paragraph": ("Gold", 93),
    "numbered": ("Rye#3", 89),
    "absent": ("barley", None),
    "number too high": ("Rye#4", None),
}


@pytest.mark.parametrize("name", CASES)
def test_nearest(name):
    quote, start = CASES[name]
    quantity = nth(TEXT, "5 percent", 1)
    place = nearest(TEXT, quote, quantity)
    assert (place and place.start) == start


def test_a_quantity_is_not_found_inside_a_longer_number():
    assert nth("15 percent, 5 percent", "5 percent", 1) == Place(12, 21)
    assert nth("1.5 percent, 5 percent", "5 percent", 1) == Place(13, 22)
    assert nth("1,500 or 500", "500", 1) == Place(9, 12)


def test_words_of_their_own_come_before_parts_of_words():
    text = "Ryefields grew 5 percent. Rye fell."
    assert nearest(text, "Rye", nth(text, "5 percent", 1)) == Place(26, 29)


def test_sentences_do_not_end_in_initials():
    place = sentence_of(TEXT, TEXT.index("5 percent"))
    assert TEXT[place.start : place.end] == "In the U.S. rye fell 5 percent to 15 percent of sales, oats rose."


def test_sentences_end_with_their_paragraph():
    place = sentence_of(TEXT, TEXT.index("Gold"))
    assert TEXT[place.start : place.end] == "Rye and Rye-Gold."
