"""Gold labels in the forms of labelling tools, there and back: quotes, Label Studio, brat, doccano."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from extractor.errors import GoldError
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.gold import GoldFact
from extractor.evaluate.interchange.brat import read_brat, write_brat
from extractor.evaluate.interchange.doccano import read_doccano, write_doccano
from extractor.evaluate.interchange.label_studio import read_label_studio, write_label_studio
from extractor.evaluate.interchange.quotes import read_quotes, write_quotes

Reader = Callable[[Path, Corpus, list[GoldError]], dict[str, list[GoldFact]]]
Writer = Callable[[Mapping[str, list[GoldFact]], Mapping[str, str], Path], None]

FORMATS: dict[str, tuple[Reader, Writer]] = {
    "quotes": (read_quotes, write_quotes),
    "label-studio": (read_label_studio, write_label_studio),
    "brat": (read_brat, write_brat),
    "doccano": (read_doccano, write_doccano),
}
"""Reader and writer of every form, by the name that ``extractor gold --format`` takes."""
