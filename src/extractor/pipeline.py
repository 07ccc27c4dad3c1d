"""The extractor: the only place that knows the order of the stages."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from extractor.collector import collector_at_rest
from extractor.language.lexicon import Lexicon
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.link.drafts import Clauses
from extractor.link.facts import FactWriter
from extractor.link.keys import MetricKeys
from extractor.link.linker import Linker
from extractor.link.mentions import write_mentions
from extractor.match.dates import DateMatcher
from extractor.match.mentions import DateMention, QuantityMention, RegionMention
from extractor.match.quantities import QuantityMatcher
from extractor.match.regions import RegionMatcher
from extractor.read import Reader
from extractor.records import Article, Fact, Mention
from extractor.rules import RuleSet


@dataclass(slots=True)
class Analysis:
    """All that the stages found in one article, for who wants to see the steps."""

    article: Article
    tokens: Tokens
    dates: list[DateMention]
    quantities: list[QuantityMention]
    regions: list[RegionMention]
    clauses: list[Clauses]
    facts: list[Fact]
    dropped: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def mentions(self) -> list[Mention]:
        """The mention layer as records."""
        return write_mentions(self.article.id, self.tokens, [*self.quantities, *self.dates, *self.regions])


class Extractor:
    """Reads articles into facts. Built once (0.3 s), then pure: the same article gives the same records.

    >>> extractor = Extractor.load()
    >>> [str(fact.quantity.value) for fact in extractor.extract("Tea sales grew 7.2 percent in 2023.")]
    ['7.2']
    """

    def __init__(self, rules: RuleSet) -> None:
        self.rules = rules
        self._reader = Reader(rules)
        self._tokens = TokenReader(build_tokenizer(rules))
        self._sentences = SentenceSplitter(rules)
        lexicon = Lexicon(rules)
        self._dates = DateMatcher(rules)
        self._regions = RegionMatcher(rules, lexicon)
        self._quantities = QuantityMatcher(rules, lexicon)
        self._linker = Linker(rules, lexicon)
        self._writer = FactWriter(MetricKeys(rules, lexicon), self._regions.country_name)

    @classmethod
    def load(cls, rules_dirs: Sequence[Path] = ()) -> Extractor:
        """An extractor with the shipped rules and those of the given folders on top.

        Raises:
            RuleError: a rule file or row is broken.
        """
        with collector_at_rest():
            return cls(RuleSet.load(rules_dirs))

    def extract(self, text: str, date: datetime.date | str | None = None, doc_id: str = "text") -> list[Fact]:
        """The facts of a text. ``date`` is the article's date, against which relative times resolve."""
        # All but the facts is gone when the collector is back, which then has little to look through.
        with collector_at_rest():
            return self._analyse(self.article(text, date, doc_id)).facts

    def article(self, text: str, date: datetime.date | str | None = None, doc_id: str = "text") -> Article:
        """The text as an article with its zones, and its date: the given one or the one that its header says."""
        return self._reader.article(text, doc_id, date=str(date) if date is not None else None)

    def analyse(self, article: Article) -> Analysis:
        """Run all stages over an article and keep what each found."""
        with collector_at_rest():
            return self._analyse(article)

    def _analyse(self, article: Article) -> Analysis:
        tokens = self._tokens.read(article.text)
        self._sentences.split(tokens, article.zones)
        dates, no_dates = self._dates.match(tokens, article.date)
        regions, no_regions = self._regions.match(tokens)
        dates, regions = _inside(tokens, dates), _inside(tokens, regions)
        country = next((region.country for region in regions if region.country), None)
        quantities, no_quantities = self._quantities.match(tokens, dates, country)
        quantities = _inside(tokens, quantities)
        clauses = self._linker.link(tokens, quantities, dates, regions, article.date)
        seen: Counter[tuple[int, int]] = Counter()
        facts = [fact for sentence in clauses for fact in self._writer.write(article.id, sentence, seen)]
        dropped = sorted([*no_dates, *no_regions, *no_quantities])
        return Analysis(article, tokens, dates, quantities, regions, clauses, facts, dropped)


MentionT = TypeVar("MentionT", QuantityMention, DateMention, RegionMention)


def _inside(tokens: Tokens, mentions: list[MentionT]) -> list[MentionT]:
    """Mentions within one sentence: a name at the end of a title does not go on in the text."""
    of = tokens.sentence_of
    return [mention for mention in mentions if of[mention.start] == of[mention.end - 1]]
