"""All names in one table: lower-cased tokens to the places they can stand for, and what single words are besides."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.errors import RuleError
from extractor.match.regions.gazetteer import Gazetteer, Place, read_flags
from extractor.match.regions.rows import NameRow
from extractor.rules import RuleSet

#: Kinds of name rows and the form of their mentions.
FORMS = {"alias": "name", "area": "name", "demonym": "demonym", "organisation": "organisation"}
_ABBREVIATION = 5  # characters, as in "St." and "Mt."
_CAPITALS = 8  # characters that a name in capitals has not
_PIECES = re.compile(r"[-–/,()]|'s\b|[^\s\-–/,()']+(?:'(?!s\b)[^\s\-–/,()']*)*")


def pieces(name: str) -> list[str]:
    """A name cut as the tokenizer cuts it.

    >>> pieces("Guinea-Bissau"), pieces("People's Republic"), pieces("Xi'an")
    (['guinea', '-', 'bissau'], ['people', "'s", 'republic'], ["xi'an"])
    """
    return _PIECES.findall(name.lower().replace("’", "'"))


class NameIndex:
    """``names`` are all names, tokens joined by blanks; ``lengths[first token]`` has bit n set for a name of n tokens.

    ``lower`` are the names that need no capital, ``capitals`` those that need nothing but capitals, ``after_comma``
    those that count only behind a comma, ``plain_tail`` those with a capital on the first word alone,
    ``lower_head`` those of rows, which may begin in lower case ("southeast Asia"). ``flags`` marks first names (f),
    surnames (s) and common words (w).
    """

    def __init__(self, rules: RuleSet) -> None:
        self.gazetteer = Gazetteer(rules.roots)
        self.flags = read_flags(rules.roots)
        self.lengths: dict[str, int] = {}
        self.lower: set[str] = set()
        self.capitals: set[str] = set()
        self.after_comma: set[str] = set()
        self.plain_tail: set[str] = set()
        self.lower_head: set[str] = set()
        self.names: dict[str, list[int | Place]] = {}
        self._found: dict[str, list[Place]] = {}
        self._add_gazetteer()
        for kind, form in FORMS.items():
            for row in rules.rows("regions", kind, NameRow).values():
                self._add_row(row, form)

    def find(self, key: str) -> list[Place]:
        """Places of a name whose tokens are joined by blanks; the list is shared, never to be changed."""
        found = self._found.get(key)
        if found is None:
            place = self.gazetteer.place
            found = [place(entry) if isinstance(entry, int) else entry for entry in self.names.get(key, ())]
            self._found[key] = found
        return found

    def __contains__(self, key: str) -> bool:
        return key in self.names

    def _add_row(self, row: NameRow, form: str) -> None:
        place = self._place(row, form)
        for name in row.names:
            taken = "".join(pieces(name)) if name.isalpha() else " ".join(pieces(name))
            if row.after == "comma" and taken not in self.names:
                self.after_comma.add(taken)
            key = self._add(name, place)
            if row.lower:
                self.lower.add(key)
            if " " in key:
                self.lower_head.add(key)
            if name[1:] == name[1:].lower():
                self.plain_tail.add(key)

    def _add_gazetteer(self) -> None:
        """All names of the gazetteer; those of one word, three in four, without a call for each."""
        names, lengths = self.names, self.lengths
        for name, number in self.gazetteer.names():
            if not name.isalpha():
                self._add(name, number)
                continue
            key = name.lower()
            lengths[key] = lengths.get(key, 0) | 1 << 1
            if key in names:
                names[key].append(number)
            else:
                names[key] = [number]
            if name.isupper() and len(name) < _CAPITALS:
                self.capitals.add(key)

    def _add(self, name: str, entry: int | Place) -> str:
        if name.isalpha():
            first = key = name.lower()
            count = 1
        else:
            tokens = pieces(name)
            first, key, count = tokens[0], " ".join(tokens), len(tokens)
        self.lengths[first] = self.lengths.get(first, 0) | 1 << count
        self.names.setdefault(key, []).append(entry)
        if first[-1] == "." and count > 1 and len(first) < _ABBREVIATION:
            bare, rest = first[:-1], key[len(first) :]
            for other in (bare + rest, f"{bare} .{rest}"):  # "St Louis"; "ST. LOUIS" is cut before its full stop
                self.names.setdefault(other, []).append(entry)
            self.lengths[bare] = self.lengths.get(bare, 0) | 1 << count | 1 << count + 1
        if len(name) < _CAPITALS and name.isupper() and count == 1:
            self.capitals.add(key)
        return key

    def _place(self, row: NameRow, form: str) -> Place:
        rule = f"regions.{row.id}"
        if row.place:
            known = self.gazetteer.by_id(row.place)
            if known is None:
                raise RuleError(f"row {row.id!r}: no place {row.place!r}", allowed="an id of gazetteer.tsv")
            return replace(known, form=form, rule=rule)
        return Place(
            id=row.id,
            kind=row.type,
            name=row.name or row.names[0],
            code=row.code,
            country=row.country,
            lat=row.lat,
            lon=row.lon,
            members=row.members,
            form=form,
            rule=rule,
        )
