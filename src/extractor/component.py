"""The extractor as a component of anyone's spaCy pipeline: ``nlp.add_pipe("facts")``."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipeline import Extractor

KEYS = ("quantities", "dates", "regions", "facts")


class FactsComponent:
    """Runs the extractor on a Doc's text and leaves what it finds on the Doc; the Doc's own tokens stay as they are.

    ``doc._.facts`` are the records, ``doc.spans`` has the groups ``quantities``, ``dates``, ``regions`` and ``facts`` (a
    fact's span is its quantity's, labelled with its kind). The article's date is ``doc._.article_date``, a date or its ISO
    form, set before the component runs; else the component's ``date``; else what the text's header says.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> component = nlp.add_pipe("facts", config={"date": "2024-06-15"})
    >>> doc = nlp("Exports of Norway rose 4.2 percent in May.")
    >>> [(span.text, span.label_) for span in doc.spans["facts"]], str(doc._.facts[0].time.start)
    ([('4.2 percent', 'change')], '2024-05-01')
    """

    def __init__(self, extractor: Extractor, date: str | None = None) -> None:
        self._extractor = extractor
        self._date = date
        # force: a second pipeline in the same process sets the same extensions again.
        Doc.set_extension("facts", default=[], force=True)
        Doc.set_extension("article_date", default=None, force=True)

    def __call__(self, doc: Doc) -> Doc:
        given: datetime.date | str | None = doc._.article_date or self._date
        analysis = self._extractor.analyse(self._extractor.article(doc.text, given))
        doc._.facts = analysis.facts
        labelled: dict[str, list[tuple[int, int, str]]] = {
            "quantities": [
                (found.start_char, found.end_char, found.unit.dimension if found.unit else "number")
                for found in analysis.quantities
            ],
            "dates": [(found.start_char, found.end_char, found.type) for found in analysis.dates],
            "regions": [(found.start_char, found.end_char, found.type) for found in analysis.regions],
            "facts": [(fact.quantity.start_char, fact.quantity.end_char, fact.kind) for fact in analysis.facts],
        }
        for key in KEYS:
            doc.spans[key] = [_span(doc, *place) for place in labelled[key]]
        return doc


@Language.factory(
    "facts", assigns=["doc._.facts", "doc.spans"], default_config={"rules_dirs": [], "date": None}
)
def make_facts(nlp: Language, name: str, rules_dirs: Sequence[str], date: str | None) -> FactsComponent:
    """Build the component; ``rules_dirs`` are folders of one's own rules on top of the shipped ones."""
    return FactsComponent(Extractor.load([Path(folder) for folder in rules_dirs]), date)


def _span(doc: Doc, start: int, end: int, label: str) -> Span:
    """The Doc's tokens over the characters: its tokenizer may cut less finely ("2.7bn"), so the span may be wider."""
    span = doc.char_span(start, end, label=label, alignment_mode="expand")
    assert span is not None
    return span
