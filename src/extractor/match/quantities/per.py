"""Denominators: "a share", "per 10,000 people", "tonnes per hectare", "annually"."""

from __future__ import annotations

from decimal import Decimal

from extractor.match.numbers.grammar import NumberGrammar
from extractor.match.numbers.table import SCALE
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.nouns import NounGroups
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import DenominatorRow
from extractor.match.quantities.units import UnitTable
from extractor.rules import RuleSet

_MEASURES = frozenset({"volume", "mass", "length", "area", "energy"})
_PRICED = frozenset({"currency", "volume", "mass"})


class Denominators:
    """Finds what an amount is counted per and moves the amount's end behind it."""

    def __init__(self, rules: RuleSet, units: UnitTable, nouns: NounGroups, grammar: NumberGrammar) -> None:
        self._units, self._nouns, self._grammar = units, nouns, grammar
        self._whole: Phrases[tuple[str, Decimal, str, bool]] = Phrases()
        self._openers: Phrases[str] = Phrases()
        self._articles: Phrases[tuple[str, str]] = Phrases()
        article = rules.words("numbers", "wordlist")["article"]
        self._a = frozenset(article)
        self._people = rules.words("quantities", "joint")["per_default"][0]
        self._slash = frozenset(rules.words("quantities", "joint")["slash"])
        self._narrow = {"quantities.to_the"}
        self._back = frozenset(rules.words("quantities", "joint")["dating"])
        for name, row in rules.rows("quantities", "denominator", DenominatorRow).items():
            rule = f"quantities.{name}"
            for phrase in row.phrases:
                if row.name:
                    entry = (row.name, row.value, rule, row.money)
                    self._whole.add(phrase, entry)
                    if phrase.split()[0] in article:
                        self._whole.add("- " + " - ".join(phrase.split()), entry)
                else:
                    self._openers.add(phrase, rule)
            for noun in row.nouns:
                for word in article:
                    self._articles.add(f"{word} {noun}", (noun, rule))
                    self._articles.add(f"- {word} - {noun}", (noun, rule))
                    self._articles.add(f"- {word}-{noun}", (noun, rule))

        self._begins = frozenset().union(self._a, *(table.openers for table in (self._whole, self._articles, self._openers)))

    def attach(self, view: View, amount: Amount) -> None:
        """Set ``amount.per`` if a denominator follows."""
        at, limit = amount.end, view.limit
        if at >= limit:
            return
        lower = view.tokens.lower
        if lower[at] not in self._begins or view.blocked[at]:
            return
        whole = self._whole.at(lower, at, limit)
        money = amount.unit is not None and amount.unit.row.dimension == "currency" and amount.scale == 1
        told = amount.measured or (lower[at] in self._a and amount.form == "amount" and amount.value is not None)
        if whole and told and (money or not whole[1][3]) and not self._dates_back(view, whole[0]):
            amount.end, (name, value, rule, _) = whole
            amount.per = (value, name)
            amount.rules.append(rule)
            return
        article = self._articles.at(lower, at, limit) if amount.measured else None
        if article:
            amount.end, (name, rule) = article
            amount.per = (Decimal(1), self._unit_name(view, amount.end - len(name.split()), amount.end, name))
            amount.rules.append(rule)
            return
        if amount.measured and lower[at] in self._a and at + 1 < limit:
            found = self._units.after(view.tokens, at + 1, limit, view.country)
            if found and found[1].row.dimension in _MEASURES:
                amount.end, amount.per = found[0], (Decimal(1), found[1].row.name)
                amount.rules.append("quantities.after_article")
                return
        opener = self._openers.at(lower, at, limit)
        if opener and lower[at] in self._slash:
            money = at + 1 < limit and self._units.is_money(lower[at + 1])
            if not view.tokens.glued(at) or not (amount.measured or money):
                return
        if opener:
            self._after_opener(view, amount, *opener)

    def _dates_back(self, view: View, end: int) -> bool:
        """ "a year earlier" is a date, not a denominator."""
        return end < view.limit and view.tokens.lower[end] in self._back

    def _unit_name(self, view: View, start: int, end: int, name: str) -> str:
        found = self._units.after(view.tokens, start, end, view.country)
        return found[1].row.name if found and found[0] == end else name

    def _after_opener(self, view: View, amount: Amount, at: int, rule: str) -> None:
        """A number, a unit or a noun after "per"."""
        value, limit = Decimal(1), view.limit
        if at < limit and view.atoms[at] is not None:
            atom = view.atoms[at]
            number = self._grammar.read(view.tokens, view.atoms, at, limit, view.style)
            if atom is not None and atom.kind == SCALE:  # "per million people"
                value, at = atom.value, at + 1
            elif number is None or number.form != "cardinal":
                return
            else:
                value, at = number.value, number.end
        found = self._units.after(view.tokens, at, limit, view.country)
        if found and found[1].row.dimension != "index":
            if rule in self._narrow and found[1].row.dimension not in _PRICED:
                return
            amount.end, amount.per = found[0], (value, found[1].row.name)
        elif rule in self._narrow:
            return
        else:
            noun = self._nouns.after(view.tokens, view.atoms, at, limit, view.blocked, value == 1)
            if noun is None:
                if value >= 1000:
                    amount.end, amount.per = at, (value, self._people)
                    amount.rules.append(rule)
                return
            name = noun.name if value == 1 else " ".join(view.tokens.lower[noun.start : noun.end])
            amount.end, amount.per = noun.end, (value, name)
        amount.rules.append(rule)
