"""Units that a word before the number gives: "aged 45", "Orlen, 45, said", "magnitude 7.8"."""

from __future__ import annotations

from extractor.match.quantities.amount import Amount, Unit, View
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.units import UnitTable
from extractor.rules import RuleSet

_OLDEST = 115
_REACH = 12  # tokens from "life expectancy" to its number


class Ages:
    """Gives bare numbers the unit that the words before them say, such as year of age."""

    def __init__(self, rules: RuleSet, units: UnitTable) -> None:
        lists = rules.words("quantities", "agelist")
        self._before = Phrases((phrase, True) for phrase in lists["before"])
        self._comma, self._and = frozenset(lists["comma"]), frozenset(lists["and"])
        self._verbs = frozenset(lists["comma_verb"])
        self._persons = Phrases((f"{who} {being}", True) for who in lists["person"] for being in lists["being"])
        for who in lists["persons"]:
            for bound in lists["bound"]:
                self._before.add(f"{who} {bound}", True)
        self._behind = frozenset(lists["behind"])
        self._expectancy = frozenset(lists["expectancy"])
        self._leads: Phrases[Unit] = Phrases(
            (phrase, Unit(row, f"units.{name}")) for name, row in units.rows.items() for phrase in row.leads
        )
        self._unit = Unit(units.rows["year_of_age"], "units.year_of_age")

    def attach(self, view: View, amount: Amount) -> None:
        """Set the unit of ``amount`` if it is an age, or named before it: "Magnitude 6.1 quake hits the coast"."""
        lead = self._leads.before(view.tokens.lower, amount.start, view.first) if amount.form == "amount" else None
        if lead is not None and (amount.unit is None or amount.elided) and amount.scale == 1:
            amount.noun, amount.noun_name, amount.end = None, "", amount.number[1]
            amount.set_unit(lead[1])
            return
        if amount.measured or amount.form != "amount" or amount.scale != 1:
            return
        oldest = amount.value if amount.value is not None else amount.high
        if oldest is None or oldest > _OLDEST or oldest != oldest.to_integral_value():
            return
        if self._before.before(view.tokens.lower, amount.start, view.first) or self._between_commas(view, amount):
            amount.set_unit(self._unit)
        elif self._of_person(view, amount) or self._expected(view, amount):
            amount.set_unit(self._unit)

    def _of_person(self, view: View, amount: Amount) -> bool:
        """ "she is 35 and lives", "he turns 40": a person's age where nothing is counted behind the number."""
        lower = view.tokens.lower
        if amount.end < view.limit and lower[amount.end] not in self._behind:
            return False
        return self._persons.before(lower, amount.start, view.first) is not None

    def _expected(self, view: View, amount: Amount) -> bool:
        """ "life expectancy for men is around 73"."""
        return not self._expectancy.isdisjoint(view.tokens.lower[max(view.first, amount.start - _REACH) : amount.start])

    def _between_commas(self, view: View, amount: Amount) -> bool:
        """ "Orlen, 45, said": a name before, and no capital, as in a list of places, behind."""
        start, end = amount.number
        words, lower = view.tokens.words, view.tokens.lower
        if start - 2 < view.first or end + 1 >= view.limit or end - start > 1 or not words[start].isdigit():
            return False
        if lower[start - 1] not in self._comma:
            return False
        if words[start - 2][0].isupper() and words[end + 1][0].islower():
            return lower[end] in self._comma or lower[end] in self._and
        # "a chicken seller, 22, is"
        return lower[end] in self._comma and lower[end + 1] in self._verbs and words[start - 2].isalpha()
