"""What every reading works with: the rows of the frames, and what the groups and chains of a sentence say."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.link.frames import FrameTable
from extractor.link.phrases import PhraseText
from extractor.link.readings.chains import Chains
from extractor.link.readings.groups import Groups


@dataclass(frozen=True, slots=True)
class Basis:
    """Made once for all readings, so that each names only the other readings that it hands over to.

    ``Basis.of(table, text)`` has the groups and chains that go with these rows.
    """

    table: FrameTable
    text: PhraseText
    groups: Groups
    chains: Chains

    @classmethod
    def of(cls, table: FrameTable, text: PhraseText) -> Basis:
        """The basis on the rows of ``table`` and the phrases that ``text`` trims."""
        groups = Groups(table, text)
        return cls(table, text, groups, Chains(table, text, groups))


class Reading:
    """The base of the readings: ``Ranks(basis)`` reads "ranked seventh in tea exports"."""

    def __init__(self, basis: Basis) -> None:
        self._table, self._text = basis.table, basis.text
        self._groups, self._chains = basis.groups, basis.chains
