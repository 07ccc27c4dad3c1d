"""What must hold between the rows of ``rules/dates``: a pattern's classes exist, and so does what it produces."""

from __future__ import annotations

import re
from collections.abc import Container

from extractor.errors import RuleError
from extractor.match.dates.rows import Guard, Phrase, Shape, Table
from extractor.rules import RuleSet

_CLASS = re.compile(r"\{([^}]*)\}")


def check_phrases(rules: RuleSet, folder: str, productions: Container[str], rows: Container[str]) -> None:
    """Go through all phrases and guards; ``rows`` are the names that a guard may bar.

    Raises:
        RuleError: a row names a class, a production or a row that there is not.
    """
    classes = {*rules.rows(folder, "table", Table), *rules.rows(folder, "shape", Shape)}
    for name, phrase in rules.rows(folder, "phrase", Phrase).items():
        where = rules.origins[f"{folder}.phrase.{name}"]
        for found in _CLASS.findall(phrase.pattern):
            if found not in classes:
                raise RuleError(f"row {name!r}: no class {found!r}", allowed="the id of a table or shape", where=where)
        if phrase.produce not in productions:
            raise RuleError(f"row {name!r}: nothing produces {phrase.produce!r}", allowed="a production", where=where)
    for name, guard in rules.rows(folder, "guard", Guard).items():
        for row in guard.rows:
            if row not in rows:
                where = rules.origins[f"{folder}.guard.{name}"]
                raise RuleError(f"row {name!r}: no phrase {row!r} to guard", allowed="the id of a phrase", where=where)
