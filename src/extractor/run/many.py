"""What comes of one article: its facts, or the reason why there are none. One bad article never stops the others."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.pipeline import Extractor
from extractor.records import Article, Fact, Mention, Reject


@dataclass(slots=True)
class Outcome:
    """Facts and mentions of an article, or its reject."""

    facts: list[Fact] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    reject: Reject | None = None
    words: int = 0


def outcome_of(extractor: Extractor, item: Article | Reject, *, mentions: bool = False) -> Outcome:
    """Extract from an article as read; a Reject stays one.

    >>> extractor = Extractor.load()
    >>> outcome_of(extractor, extractor.article("Exports rose 5.9 percent in 2023.")).words
    8
    """
    if isinstance(item, Reject):
        return Outcome(reject=item)
    try:
        analysis = extractor.analyse(item)
        found = analysis.mentions if mentions else []
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
    return Outcome(analysis.facts, found, None, len(analysis.tokens))
