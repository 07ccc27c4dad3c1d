"""Date expressions as the grammar reads them, before the calendar is asked."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from extractor.match.dates.rows import Phrase

Value = int | str

# Productions whose expressions stand in the year that is named beside them: "June [last year]", "Christmas [2023]".
_YEARLESS = frozenset({"calendar", "fiscal", "holiday", "leading", "nth", "within", "edge", "between", "ended"})


@dataclass(slots=True)
class Expr:
    """One reading of the tokens ``start`` to ``end``.

    "the end of March 2024" is the row ``edge_of`` with the value ``edge = "end"`` and the part "March 2024", itself a
    row with the values ``month = 3`` and ``year = 2024``. A class met twice has its second value under ``month2``.
    """

    start: int
    end: int
    row: Phrase
    values: dict[str, Value]
    parts: list[Expr] = field(default_factory=list)
    rules: tuple[str, ...] = ()

    def num(self, name: str) -> int | None:
        """A whole number, None where the expression has none of that name."""
        value = self.values.get(name)
        return value if isinstance(value, int) else int(value) if value and value.isdigit() else None

    def word(self, name: str) -> str:
        """A name, empty where there is none."""
        value = self.values.get(name, "")
        return value if isinstance(value, str) else str(value)

    def given(self, **values: Value) -> Expr:
        """The same expression with further values."""
        return replace(self, values=self.values | values)

    def open(self) -> bool:
        """True where the expression lacks its year and can be given one."""
        if self.row.produce not in _YEARLESS or "year" in self.values:
            return False
        return self.parts[-1].open() if self.parts else "decade" not in self.values

    def in_year(self, year: int) -> Expr:
        """The expression in a year, given to the innermost part that lacks it."""
        if not self.parts:
            return self.given(year=year)
        return replace(self, parts=[*self.parts[:-1], self.parts[-1].in_year(year)])


@dataclass(slots=True)
class Resolved:
    """An expression on the calendar: TIMEX3 ``value``; ``first`` and ``last`` are None for what has no place on it."""

    first: date | None = None
    last: date | None = None
    value: str | None = None
    grain: str = ""
    fiscal: bool = False


@dataclass(slots=True)
class Scene:
    """What an expression is read against.

    ``anchor``: the article's date; ``reference``: the period last mentioned, which "the previous year" counts from;
    ``ahead``: True where the words around speak of the future, False where of the past, None where they do not say;
    ``recent``: the last period mentioned of each grain, which "the quarter" goes back to.
    """

    anchor: date | None
    reference: Resolved | None = None
    ahead: bool | None = None
    recent: dict[str, Resolved] = field(default_factory=dict)
