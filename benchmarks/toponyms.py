"""Place names of a gold file's texts, as the scorer of place names reads them.

    python benchmarks/toponyms.py GOLD.jsonl > PRED.jsonl
    python benchmarks/toponyms.py --demonyms GOLD.jsonl > PRED.jsonl

GOLD.jsonl: one ``{"doc": ..., "text": ...}`` a line; how to get public sets stands in README.md. A prediction line is
``{"doc", "toponyms": [{"start", "end", "country", "lat", "lon", "code", "name", "form"}]}``. Demonyms and organisations
that imply a country are left out unless asked for.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from extractor.language.lexicon import Lexicon
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import Tokens, WordTable, read_doc
from extractor.match.mentions import RegionMention
from extractor.match.regions import RegionMatcher
from extractor.rules import RuleSet


class Reader:
    """Text to tokens with sentences, as the pipeline makes them."""

    def __init__(self, rules: RuleSet) -> None:
        self._tokenizer = build_tokenizer(rules)
        self._table = WordTable(self._tokenizer.vocab.strings)
        self._splitter = SentenceSplitter(rules)

    def read(self, text: str) -> Tokens:
        """The tokens of one text."""
        tokens = read_doc(self._tokenizer(text), self._table)
        self._splitter.split(tokens, [])
        return tokens


def toponym(mention: RegionMention) -> dict[str, object]:
    """A mention as the scorer reads it."""
    return {
        "start": mention.start_char,
        "end": mention.end_char,
        "name": mention.name,
        "code": mention.code,
        "country": mention.country,
        "lat": mention.lat,
        "lon": mention.lon,
        "form": mention.form,
    }


def main() -> None:
    """Write predictions for the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--demonyms", action="store_true", help="count demonyms as place names")
    arguments = parser.parse_args()
    rules = RuleSet.load()
    matcher, reader = RegionMatcher(rules, Lexicon(rules)), Reader(rules)
    forms = {"name", "dateline", "container"} | ({"demonym"} if arguments.demonyms else set())
    for line in arguments.gold.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        mentions, _ = matcher.match(reader.read(document["text"]))
        kept = [toponym(mention) for mention in mentions if mention.form in forms and mention.type != "world"]
        sys.stdout.write(json.dumps({"doc": document["doc"], "toponyms": kept}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
