"""Place names of a gold file's texts, as the scorer of place names reads them.

    python benchmarks/toponyms.py GOLD.jsonl > PRED.jsonl

GOLD.jsonl: one ``{"doc", "text", "toponyms"}`` a line. A prediction line is ``{"doc", "toponyms": [{"start", "end", "name",
"code", "country", "lat", "lon", "form"}]}``. Sets differ in what they count: demonyms ("Kenyan") are given where the gold
labels any, names inside other names ("Boston Globe", "Bank of England") where it has a kind for them ("Embedded...").
``--demonyms`` and ``--embedded`` say so instead of the gold (yes, no).
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from extractor.language.lexicon import Lexicon
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions import RegionMatcher
from extractor.rules import RuleSet

LITERAL = frozenset({"name", "dateline", "container"})
PART_RULES = frozenset({"regions.part_of", "regions.part_before", "regions.part_after"})
FIELDS = ("name", "code", "country", "lat", "lon", "form")


class Reader:
    """Text to tokens with sentences, as the pipeline makes them."""

    def __init__(self, rules: RuleSet) -> None:
        self._reader = TokenReader(build_tokenizer(rules))
        self._splitter = SentenceSplitter(rules)

    def read(self, text: str) -> Tokens:
        """The tokens of one text."""
        tokens = self._reader.read(text)
        self._splitter.split(tokens, [])
        return tokens


def toponym(mention: RegionMention) -> dict[str, Any]:
    """A mention as the scorer reads it."""
    found = {"start": mention.start_char, "end": mention.end_char}
    return found | {name: getattr(mention, name) for name in FIELDS}


def predict(matcher: RegionMatcher, reader: Reader, text: str) -> list[dict[str, Any]]:
    """All that could count as a place name in some set, with its form; "part" for names inside other names."""
    mentions, dropped = matcher.match(reader.read(text))
    found = [toponym(mention) for mention in mentions if mention.form != "anaphor" and mention.type != "world"]
    found += [{"start": start, "end": end, "form": "part"} for start, end, rule in dropped if rule in PART_RULES]
    return sorted(found, key=lambda one: (one["start"], one["end"]))


def labels_demonyms(golds: list[dict[str, Any]], predictions: list[list[dict[str, Any]]]) -> bool:
    """Whether the gold labels any demonym."""
    for gold, predicted in zip(golds, predictions, strict=True):
        demonyms = {(one["start"], one["end"]) for one in predicted if one["form"] == "demonym"}
        if any((one["start"], one["end"]) in demonyms for one in gold.get("toponyms", [])):
            return True
    return False


def labels_parts(golds: list[dict[str, Any]]) -> bool:
    """Whether the gold has a kind for names inside other names."""
    return any("embed" in str(one.get("kind", "")).lower() for gold in golds for one in gold.get("toponyms", []))


def main() -> None:
    """Write predictions for the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--demonyms", choices=("yes", "no"))
    parser.add_argument("--embedded", choices=("yes", "no"))
    arguments = parser.parse_args()
    rules = RuleSet.load()
    matcher, reader = RegionMatcher(rules, Lexicon(rules)), Reader(rules)
    golds = [json.loads(line) for line in arguments.gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    predictions = [predict(matcher, reader, gold["text"]) for gold in golds]
    demonyms = arguments.demonyms == "yes" if arguments.demonyms else labels_demonyms(golds, predictions)
    parts = arguments.embedded == "yes" if arguments.embedded else labels_parts(golds)
    forms = LITERAL | ({"demonym"} if demonyms else set()) | ({"part", "organisation"} if parts else set())
    for gold, predicted in zip(golds, predictions, strict=True):
        kept = [one for one in predicted if one["form"] in forms]
        sys.stdout.write(json.dumps({"doc": gold["doc"], "toponyms": kept}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
