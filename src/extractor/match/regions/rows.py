"""What the rows of ``rules/regions`` hold."""

from __future__ import annotations

from typing import Literal

from extractor.rules import Row


class NameRow(Row):
    """Names of a place: of one in the gazetteer (``place``), or of one that the row itself describes.

    ``type``, ``code``, ``country``, ``members``, ``lat`` and ``lon`` describe a place the gazetteer lacks; ``name``
    is then its canonical name (the first of ``names`` if absent). Names of a row with ``lower`` may be printed without
    a capital ("worldwide"), those with ``after = "comma"`` count only behind another place ("Austin, Tex."). A name in
    capitals ("US") is matched in capitals only.
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
    after: Literal["", "comma"] = ""


class KindRow(Row):
    """Words that say what a named place is.

    ``side``: "after" the name ("Scott County"), or "before" it ("Lake Erie"). ``fits`` are the gazetteer's kinds that
    the word can stand for. ``coins`` makes a place of any capitalised name beside the word, also of one in no list;
    ``lower`` allows that where the word has no capital ("Wabera village").
    """

    words: tuple[str, ...]
    type: str
    side: Literal["after", "before"] = "after"
    fits: tuple[str, ...] = ()
    coins: bool = False
    lower: bool = False
