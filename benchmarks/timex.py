"""Predict the TIMEX3 expressions of TimeML articles from their text and creation date alone.

    python benchmarks/timex.py TML_DIR > PRED.jsonl

One line an article: ``{"doc": name, "timexes": [{"start", "end", "type", "value"}]}``, offsets in the text of the TEXT
elements without tags. TimeML marks the two ends of a range apart ("between [April] and [June]"), and so does this.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.match.dates import DateMatcher
from extractor.match.mentions import DateMention
from extractor.rules import RuleSet


class Reader:
    """Text to date mentions, without the later stages."""

    def __init__(self) -> None:
        rules = RuleSet.load()
        self._reader = TokenReader(build_tokenizer(rules))
        self._sentences = SentenceSplitter(rules)
        self._matcher = DateMatcher(rules)

    def tokens(self, text: str) -> Tokens:
        """Tokens with their sentences."""
        tokens = self._reader.read(text)
        self._sentences.split(tokens, [])
        return tokens

    def dates(self, text: str, anchor: date | None) -> list[DateMention]:
        """The date mentions of a text."""
        return self.match(self.tokens(text), anchor)

    def match(self, tokens: Tokens, anchor: date | None) -> list[DateMention]:
        """The date mentions of tokens."""
        return self._matcher.match(tokens, anchor)[0]


def read_tml(path: Path) -> tuple[str, date | None]:
    """The text of a TimeML file without its tags, and its creation date."""
    root = ET.parse(path).getroot()
    text = "".join("".join(body.itertext()) for body in root.iterfind("TEXT"))
    stamp = next((timex.get("value") for timex in root.iterfind("DCT//TIMEX3")), None) or root.findtext("DCT") or ""
    return text, date.fromisoformat(stamp.strip()[:10]) if stamp.strip() else None


def timexes(mentions: list[DateMention]) -> Iterator[dict[str, object]]:
    """Mentions as TIMEX3, ranges as their two ends."""
    for mention in mentions:
        for part in mention.parts or (mention,):
            if part.role != "base" or part.type == "DATE":
                yield {
                    "start": part.start_char, "end": part.end_char, "type": part.type, "value": part.value or "",
                }  # fmt: skip


def main() -> None:
    """Print a line for each article of the folder."""
    reader = Reader()
    for path in sorted(Path(sys.argv[1]).glob("**/*.tml")):
        text, anchor = read_tml(path)
        row = {"doc": path.name, "timexes": list(timexes(reader.dates(text, anchor)))}
        sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
