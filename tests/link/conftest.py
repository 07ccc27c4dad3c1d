"""What the tests of the linking stage share: the frame table, the lexicon and the clauses of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.language.lexicon import Lexicon
from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.link.syntax.phrases import PhraseText
from extractor.pipeline import Extractor
from extractor.rules import RuleSet

DATE = "2024-08-15"
Read = Callable[[str], Clauses]


@pytest.fixture(scope="session")
def table(rules: RuleSet) -> FrameTable:
    return FrameTable(rules)


@pytest.fixture(scope="session")
def lexicon(rules: RuleSet) -> Lexicon:
    return Lexicon(rules)


@pytest.fixture(scope="session")
def phrases(lexicon: Lexicon, table: FrameTable) -> PhraseText:
    return PhraseText(lexicon, table)


@pytest.fixture(scope="session")
def read(extractor: Extractor) -> Read:
    """The last sentence with a fact of a text, as the linker sees it."""
    return lambda text: extractor.analyse(extractor.article(text, DATE)).clauses[-1]
