"""What comes of one article: its facts, or the reason why there are none. One bad article never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extractor.collector import collector_at_rest
from extractor.match.quantities.convert import Converter
from extractor.pipeline import Extractor
from extractor.records import Article, Fact, Mention, Quantity, Reject


@dataclass(slots=True)
class Outcome:
    """Facts and mentions of an article, or its reject."""

    facts: list[Fact] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    reject: Reject | None = None
    words: int = 0


def outcome_of(
    extractor: Extractor, item: Article | Reject, *, mentions: bool = False, base: Converter | None = None
) -> Outcome:
    """Extract from an article as read; a Reject stays one. With ``base`` quantities are converted as well.

    >>> extractor = Extractor.load()
    >>> outcome_of(extractor, extractor.article("Tea sales grew 7.2 percent in 2023.")).words
    8
    """
    if isinstance(item, Reject):
        return Outcome(reject=item)
    try:
        # All but the records is gone when the collector is back, which then has little to look through.
        with collector_at_rest():
            return _outcome(extractor, item, mentions=mentions, base=base)
    except Exception as error:
        # A bug in a stage costs its article, not the hundred thousand after it; the reject names it.
        return Outcome(
            reject=Reject(
                file=item.id,
                id=item.id,
                found=f"the extractor failed ({type(error).__name__}: {error})".replace("\n", " "),
                allowed="any text; please report the article",
            )
        )


def _outcome(extractor: Extractor, article: Article, *, mentions: bool, base: Converter | None) -> Outcome:
    analysis = extractor.analyse(article)
    found = analysis.mentions if mentions else []
    if base:
        for quantity in _quantities(analysis.facts, found):
            quantity.base = base.convert(quantity)
    return Outcome(analysis.facts, found, None, len(analysis.tokens))


def _quantities(facts: Iterable[Fact], mentions: Iterable[Mention]) -> Iterator[Quantity]:
    yield from (fact.quantity for fact in facts)
    yield from (mention.quantity for mention in mentions if mention.quantity)
