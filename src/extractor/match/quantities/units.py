"""The unit table: which unit stands before or after a number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extractor.language.tokens import Tokens
from extractor.match.quantities.amount import Amount, Unit, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import InflectionRow, UnitRow
from extractor.match.quantities.senses import Senses
from extractor.rules import RuleSet

# Dimensions whose one-letter symbols may stand apart from the number.
_SPACED = frozenset({"temperature", "length", "mass", "currency", "power", "voltage"})
_QUOTE = '"'  # also the sign of the inch
_QUOTED = 12  # tokens within which it has been opened


class UnitTable:
    """Units by the words that may follow a number and the signs that may stand before one."""

    def __init__(self, rules: RuleSet) -> None:
        self._inflections = list(rules.rows("quantities", "inflection", InflectionRow).values())
        self.rows: dict[str, UnitRow] = rules.rows("units", "unit", UnitRow)
        self.names: Phrases[Unit] = Phrases()
        self.symbols: Phrases[Unit] = Phrases()
        self.prefixes: Phrases[Unit] = Phrases()
        self._local: dict[tuple[str, str], Unit] = {}
        self._glued: set[str] = set()
        self._length = frozenset(rules.words("quantities", "neighbour")["length"])
        self._marked: dict[str, frozenset[str]] = {}
        self._senses = Senses(rules)
        for name, row in self.rows.items():
            self._add(f"units.{name}", row)

    def _add(self, rule: str, row: UnitRow) -> None:
        for name, spelling in self._spellings(row):
            self.names.add(spelling, Unit(row, rule, name))
        self._glued.update(row.glued)
        for symbol in (*row.symbols, *row.glued):
            self.symbols.add(symbol, Unit(row, rule, symbol))
            if symbol[-1].isupper():  # the tokenizer leaves the full stop at an initial: "It fell to 7 C."
                self.symbols.add(f"{symbol}.", Unit(row, rule, symbol))
        for prefix in row.prefixes:
            self.prefixes.add(prefix, Unit(row, rule, prefix))
            if "$" in prefix and len(prefix) > 1:  # headlines and feeds in one case: "a$3m", "c $ 3"
                self.prefixes.add(prefix.lower(), Unit(row, rule, prefix))
            if not any(char.isalnum() for char in prefix):
                self.symbols.add(prefix, Unit(row, rule, prefix))
        for country in row.countries:
            for key in row.local:
                self._local[country, key] = Unit(row, rule, key)
            if row.local:
                self._marked[country] = frozenset(p for p in row.prefixes if len(p) > 1 and p.endswith(row.local))

    def _spellings(self, row: UnitRow) -> Iterator[tuple[str, str]]:
        """Every name with its plurals, as (singular, spelling)."""
        names = (row.name.lower(), *row.names)
        for name in names:
            yield name, name
        for plural in row.plurals:
            yield names[0], plural
        for name in names:
            if not row.plurals or name != names[0]:
                yield name, self.plural(name)

    def plural(self, name: str) -> str:
        """The regular plural of the last word of ``name``."""
        for row in self._inflections:
            if name.endswith(row.ending) and not name.endswith(row.unless or ("\0",)):
                return name[: len(name) - len(row.ending)] + row.plural
        return name

    def after(self, tokens: Tokens, at: int, limit: int, country: str | None) -> tuple[int, Unit] | None:
        """The unit whose name or symbol begins at token ``at``, with its end."""
        named = self.names.at(tokens.lower, at, limit)
        symbol = self.symbols.at(tokens.words, at, limit)
        wins = symbol is not None and (named is None or symbol[0] >= named[0]) and self._fits(tokens, at, symbol)
        found = symbol if wins else named
        return (found[0], self._resolve(found[1], country)) if found else None

    def sense(self, view: View, amount: Amount, unit: Unit) -> Unit:
        """The unit that an ambiguous name means around ``amount``."""
        local = view.country is not None and view.country in unit.row.countries
        chosen = None if local else self._senses.choose(view, amount, unit.key)
        if chosen is None:
            return unit
        return Unit(self.rows[chosen[0]], f"units.{chosen[0]}", unit.key)

    def is_money(self, name: str) -> bool:
        """Whether ``name`` is that of a currency."""
        found = self.names.at(name.lower().split(), 0, len(name.split()))
        return found is not None and found[1].row.dimension == "currency"

    def named_before(self, view: View, start: int) -> Unit | None:
        """The nearest currency named in the sentence before token ``start``: "the shilling traded at"."""
        for at in range(start - 1, view.first - 1, -1):
            found = self.names.at(view.tokens.lower, at, start)
            if found and found[1].row.dimension == "currency" and found[1].row.code:
                return self._resolve(found[1], view.country)
        return None

    def before(self, words: Sequence[str], end: int, floor: int, country: str | None) -> tuple[int, Unit] | None:
        """The currency sign or code that ends at token ``end``, with its start."""
        found = self.prefixes.before(words, end, floor)
        return (found[0], self._resolve(found[1], country)) if found else None

    def home(self, words: Sequence[str], country: str | None) -> str | None:
        """The country whose money a bare "$" is: none where an article prints its own dollars as "A$"."""
        marked = self._marked.get(country) if country else None
        return None if marked and not marked.isdisjoint(words) else country

    def _resolve(self, unit: Unit, country: str | None) -> Unit:
        return self._local.get((country, unit.key), unit) if country else unit

    def _fits(self, tokens: Tokens, at: int, symbol: tuple[int, Unit]) -> bool:
        """A symbol of one letter touches its number, but for temperatures, lengths and masses: "7 C", "7 m"."""
        if tokens.words[at] == _QUOTE and tokens.words[max(0, at - _QUOTED) : at].count(_QUOTE) % 2:
            return False  # the end of "Room 101"
        end, unit = symbol
        text = tokens.words[at]
        if text in self._glued and not tokens.words[at - 1][-1:].isdigit():
            return False
        if end - at > 1 or tokens.glued(at):
            return True
        if not text.isalpha():  # '10 " long', but no quotation mark behind a number, nor the sign of the next: "3 $5 bags"
            if end < len(tokens) and tokens.glued(end) and tokens.words[end][0].isdigit():
                return False
            return text not in self._glued or (end < len(tokens) and tokens.lower[end] in self._length)
        if len(text) > 1:
            return text not in self._glued
        following = tokens.words[end] if end < len(tokens) else ""
        if following == "/":
            return True
        if unit.row.dimension not in _SPACED or text == "t":
            return False
        return (text.isupper() and unit.row.dimension != "temperature") or not following[:1].isupper()
