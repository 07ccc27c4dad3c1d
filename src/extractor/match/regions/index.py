"""All names in one table: lower-cased tokens to the places they can stand for."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.errors import RuleError
from extractor.match.regions.gazetteer import Gazetteer, Place
from extractor.match.regions.rows import NameRow
from extractor.rules import RuleSet

#: Kinds of name rows and the form of their mentions.
FORMS = {"alias": "name", "area": "name", "demonym": "demonym", "organisation": "organisation"}
_PIECES = re.compile(r"[-–/,()]|[^\s\-–/,()]+")


def pieces(name: str) -> list[str]:
    """A name cut as the tokenizer cuts it.

    >>> pieces("Guinea-Bissau")
    ['guinea', '-', 'bissau']
    """
    return _PIECES.findall(name.lower().replace("’", "'"))


class NameIndex:
    """``longest[first token]`` is the number of tokens of the longest name that starts so; ``find`` looks a name up."""

    def __init__(self, rules: RuleSet) -> None:
        self.gazetteer = Gazetteer(rules.roots)
        self.longest: dict[str, int] = {}
        self.lower: set[str] = set()
        self.capitals: set[str] = set()
        self._names: dict[str, list[int | Place]] = {}
        for name, number in self.gazetteer.names():
            self._add(name, number)
        for kind, form in FORMS.items():
            for row in rules.rows("regions", kind, NameRow).values():
                place = self._place(row, form)
                for name in row.names:
                    key = self._add(name, place)
                    if row.lower:
                        self.lower.add(key)

    def find(self, key: str) -> list[Place]:
        """Places of a name whose tokens are joined by blanks."""
        place = self.gazetteer.place
        return [place(entry) if isinstance(entry, int) else entry for entry in self._names.get(key, ())]

    def __contains__(self, key: str) -> bool:
        return key in self._names

    def _add(self, name: str, entry: int | Place) -> str:
        if name.isalpha():
            first = key = name.lower()
            count = 1
        else:
            tokens = pieces(name)
            first, key, count = tokens[0], " ".join(tokens), len(tokens)
        if self.longest.get(first, 0) < count:
            self.longest[first] = count
        self._names.setdefault(key, []).append(entry)
        if name.isupper() and len(name) < 8:
            self.capitals.add(key)
        return key

    def _place(self, row: NameRow, form: str) -> Place:
        rule = f"regions.{row.id}"
        if row.place:
            known = self.gazetteer.by_id(row.place)
            if known is None:
                raise RuleError(f"row {row.id!r}: no place {row.place!r} in the gazetteer", allowed="an id of gazetteer.tsv")
            return replace(known, form=form, rule=rule)
        return Place(
            id=row.id, kind=row.type, name=row.name or row.names[0], code=row.code, country=row.country, lat=row.lat,
            lon=row.lon, members=row.members, form=form, rule=rule,
        )  # fmt: skip
