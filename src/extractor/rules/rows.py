"""The fields that every rule row has; each stage adds its own in a subclass."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Row(BaseModel):
    """One rule.

    ``examples`` are texts in which the rule must fire, ``counterexamples`` texts in which it must not; both run with
    ``extractor rules check``. ``replace`` lets a user's row take the place of a shipped one with the same id.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()
    note: str = ""
    replace: bool = False


class Words(Row):
    """A closed list of words or phrases under one name: ``id = "determiner"``, ``words = ["the", "a"]``."""

    words: tuple[str, ...]

    def model_post_init(self, _: Any) -> None:
        if any(word != word.strip() or not word for word in self.words):
            raise ValueError("a word is empty or has blanks around it")
