"""Reads news articles and writes down every quantitative fact in them.

>>> import extractor
>>> facts = extractor.load().extract("Exports of Norway rose 4.2 percent in May 2024.")
>>> [(fact.kind, str(fact.quantity.value), fact.direction) for fact in facts]
[('change', '4.2', 'up')]
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractor.pipeline import Extractor
    from extractor.records import Fact

__all__ = ["__version__", "extract", "load"]
__version__ = "0.1.0"


def load(rules_dirs: Sequence[str | Path] = ()) -> Extractor:
    """An extractor with the shipped rules and those of ``rules_dirs`` on top.

    Raises:
        extractor.errors.RuleError: a rule file or row is broken.
    """
    # Imported here so that ``import extractor`` costs nothing: the tokenizer's library alone takes half a second.
    from extractor.collector import collector_at_rest

    with collector_at_rest():
        from extractor.pipeline import Extractor

    return Extractor.load([Path(folder) for folder in rules_dirs])


@cache
def _shipped() -> Extractor:
    return load()


def extract(text: str, date: datetime.date | str | None = None) -> list[Fact]:
    """The facts of a text by the shipped rules, which are loaded once; for more than that, ``load``."""
    return _shipped().extract(text, date=date)
