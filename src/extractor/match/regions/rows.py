"""What the rows of ``rules/regions`` hold."""

from __future__ import annotations

from extractor.rules import Row


class NameRow(Row):
    """Names of a place: of one in the gazetteer (``place``), or of one that the row itself describes.

    ``type``, ``code``, ``country``, ``members``, ``lat`` and ``lon`` describe a place that the gazetteer lacks, ``name`` is
    then its canonical name (the first of ``names`` if absent). ``lower`` names may be printed without a capital
    ("worldwide"). A name in capitals ("US") is matched in capitals only.
    """

    names: tuple[str, ...]
    place: str = ""
    name: str = ""
    type: str = ""
    code: str | None = None
    country: str | None = None
    members: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    lower: bool = False
