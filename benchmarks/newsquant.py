"""Quantities in the form of the NewsQuant benchmark and its sister sets.

    python benchmarks/newsquant.py GOLD.json > PRED.jsonl

Reads only each row's ``text``. The mapping from mentions to the benchmark's conventions (British unit names,
"percentage", fractions as parts of a noun, "from A to B" as one range) lives here: the extractor keeps its own.
"""

from __future__ import annotations

import json
import sys
from functools import cached_property
from pathlib import Path

from newsquant_form import Mapper

from extractor.language.lexicon import Lexicon
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.match.dates import DateMatcher
from extractor.match.mentions import DateMention
from extractor.match.numbers.table import ONES, TENS
from extractor.match.quantities import QuantityMatcher
from extractor.pipeline import Extractor
from extractor.rules import RuleSet


class Reader:
    """Text to mentions: the stages up to quantities. Durations count in this benchmark, so they block nothing."""

    def __init__(self) -> None:
        self._rules = rules = RuleSet.load()
        self._reader = TokenReader(build_tokenizer(rules))
        self._sentences = SentenceSplitter(rules)
        self._dates = DateMatcher(rules)
        lexicon = Lexicon(rules)
        self.matcher = QuantityMatcher(rules, lexicon)
        self._mapper = Mapper(rules, lexicon, self.matcher.singular)

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text with its sentences."""
        tokens = self._reader.read(text)
        self._sentences.split(tokens, [])
        return tokens

    def dates(self, tokens: Tokens) -> list[DateMention]:
        """The dates of a text, without an anchor."""
        return self._dates.match(tokens, None)[0]

    def _measures(self, tokens: Tokens, date: DateMention) -> bool:
        """ "the past two years", "first eight months of": the benchmark counts the years and months in a date."""
        table = self.matcher.number_table
        atoms = [table[tokens.lower[i]] for i in range(date.start, date.end)]
        return any(atom is not None and atom.kind in (ONES, TENS) for atom in atoms)

    def quantities(self, text: str) -> list[dict[str, object]]:
        """The quantities of one text as the benchmark writes them."""
        tokens = self.tokens(text)
        dates = [date for date in self.dates(tokens) if date.role != "duration" and not self._measures(tokens, date)]
        mentions, dropped = self.matcher.match(tokens, dates)
        return self._mapper.rows(tokens, mentions, dates, dropped, self._linked(text))

    def _linked(self, text: str) -> dict[int, list[tuple[int, int]]]:
        """The metric and subject of each fact, by where its quantity begins."""
        found: dict[int, list[tuple[int, int]]] = {}
        for fact in self._extractor.extract(text):
            found[fact.quantity.start_char] = [
                (span.start_char, span.end_char)
                for span in (fact.metric, fact.subject)
                if span is not None and span.start_char is not None and span.end_char is not None
            ]
        return found

    @cached_property
    def _extractor(self) -> Extractor:
        """The whole pipeline: what a number is of comes from linking."""
        return Extractor(self._rules)


def main(path: str) -> None:
    """Write one line a row of ``path``."""
    reader = Reader()
    for index, row in enumerate(json.loads(Path(path).read_text(encoding="utf-8"))):
        line = {"index": index, "quantities": reader.quantities(row["text"])}
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
