"""Fields that are labelled and compared, but do not make a whole fact right or wrong."""

from __future__ import annotations

from decimal import Decimal

from extractor.evaluate.gold import GoldFact
from extractor.evaluate.predictions import Prediction
from extractor.evaluate.wording import Wording, overlap
from extractor.records import Quantity, Span

BESIDE = ("subject", "modifier", "equivalents", "baseline", "projected", "attribution")
"""Their names. Agreeing that there is none counts as agreeing."""


def beside(gold: GoldFact, guess: Prediction, wording: Wording) -> dict[str, bool]:
    """Each field of ``BESIDE`` with whether it agrees; texts by half of their content words."""
    return {
        "subject": _same_words(gold.subject, guess.subject, wording),
        "modifier": gold.quantity.modifier == guess.quantity.modifier,
        "equivalents": _amounts(gold.quantity, wording) == _amounts(guess.quantity, wording),
        "baseline": _same_words(gold.baseline, guess.baseline, wording),
        "projected": gold.projected == guess.projected,
        "attribution": _same_words(gold.attribution, guess.attribution, wording),
    }


def _same_words(wanted: Span | None, found: Span | None, wording: Wording) -> bool:
    if wanted is None or found is None:
        return wanted is found
    if wanted.text == found.text:
        return True
    common, words = overlap(wording.content(found.text), wording.content(wanted.text))
    return words > 0 and 2 * common >= words


def _amounts(quantity: Quantity, wording: Wording) -> set[tuple[Decimal | None, Decimal | None, str]]:
    return {
        (amount.value, amount.low, (amount.unit.code or wording.unit(amount.unit.name)) if amount.unit else "")
        for amount in quantity.equivalents
    }
