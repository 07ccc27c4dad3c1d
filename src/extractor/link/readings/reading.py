"""What every reading works with: the rows of the frames, and what the groups and chains of a sentence say."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.link.frames import FrameTable
from extractor.link.readings.chains import Chains
from extractor.link.readings.groups import Groups
from extractor.link.readings.shortforms import ShortForms
from extractor.link.syntax.phrases import PhraseText


@dataclass(frozen=True, slots=True)
class Basis:
    """Made once for all readings, so that each names only the other readings that it hands over to.

    ``Basis.of(table, text)`` has the groups and chains that go with these rows.
    """

    table: FrameTable
    text: PhraseText
    groups: Groups
    chains: Chains
    short: ShortForms

    @classmethod
    def of(cls, table: FrameTable, text: PhraseText) -> Basis:
        """The basis on the rows of ``table`` and the phrases that ``text`` trims."""
        groups, short = Groups(table, text), ShortForms(table, text)
        return cls(table, text, groups, Chains(table, text, groups, short), short)


class Reading:
    """The base of the readings: ``Ranks(basis)`` reads "ranked seventh in tea exports"."""

    def __init__(self, basis: Basis) -> None:
        self._table, self._text = basis.table, basis.text
        self._groups, self._chains, self._short = basis.groups, basis.chains, basis.short
