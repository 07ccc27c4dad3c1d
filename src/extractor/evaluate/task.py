"""One evaluation: articles, labels and wording, read and checked together."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from extractor.errors import GoldError
from extractor.evaluate.agree import Agreement
from extractor.evaluate.baseline import Floor, floor_of
from extractor.evaluate.corpus import Corpus, load_corpus, unlisted
from extractor.evaluate.counts import Counts
from extractor.evaluate.gold import GoldFact, GoldMention
from extractor.evaluate.labels import label_of
from extractor.evaluate.load import digest, gold_files, load_gold
from extractor.evaluate.mentions import score_mentions
from extractor.evaluate.predictions import Predictions
from extractor.evaluate.score import Scores, score
from extractor.evaluate.wording import Wording
from extractor.rules import RuleSet


@dataclass(slots=True)
class Task:
    """What is scored, and every finding about it; no score means anything while there are findings."""

    gold: Path
    corpus: Path
    split: str
    wording: Wording = field(default_factory=lambda: Wording(RuleSet.load()))
    findings: list[GoldError] = field(default_factory=list)
    articles: Corpus = field(default_factory=Corpus)
    facts: dict[str, list[GoldFact]] = field(default_factory=dict)
    mentions: dict[str, list[GoldMention]] = field(default_factory=dict)

    def load(self) -> Task:
        """Read and check articles and labels. An empty label file is scored, a missing one is not."""
        self.articles = load_corpus(self.corpus, self.findings)
        self.findings.extend(unlisted(self.corpus, self.articles))
        paths = gold_files(self.gold, self.split)
        rows = load_gold(paths, self.articles, self.findings, GoldFact)
        labelled = {path.stem for path in paths} | rows.keys()
        self.facts = {doc: rows.get(doc, []) for doc in self.articles.ids(self.split) if doc in labelled}
        if not any(self.facts.values()):
            found = f"no labels in split {self.split!r}"
            self.findings.append(GoldError(found, allowed="a split with labels", where=str(self.gold)))
        mentions = load_gold(
            sorted((self.gold / "mentions").glob("*.jsonl")), self.articles, self.findings, GoldMention
        )
        self.mentions = {doc: mentions[doc] for doc in self.articles.ids(self.split) if doc in mentions}
        return self

    def second(self) -> dict[str, list[GoldFact]]:
        """Labels of the second annotator."""
        rows = load_gold(sorted((self.gold / "second").glob("*.jsonl")), self.articles, self.findings, GoldFact)
        if not rows:
            where = str(self.gold / "second")
            self.findings.append(GoldError("no labels of a second annotator", allowed="<id>.jsonl files", where=where))
        return rows

    @property
    def ids(self) -> list[str]:
        """Articles to extract from: those with labels of either layer."""
        return [doc for doc in self.articles.ids(self.split) if doc in self.facts or doc in self.mentions]

    def unlabelled(self) -> list[str]:
        """Articles of the split that have no label file, to be named beside any score."""
        return [doc for doc in self.articles.ids(self.split) if doc not in self.facts]

    def score(self, found: Predictions) -> Scores:
        """Scores of facts."""
        labels = {doc: [label_of(row, self.wording) for row in rows] for doc, rows in self.facts.items()}
        subjects = {row.id: row.subject for row in self.articles.rows.values()}
        return score(labels, found.facts, Agreement(self.wording), subjects)

    def score_mentions(self, found: Predictions) -> dict[str, Counts]:
        """Scores of the mention layer."""
        return score_mentions(self.mentions, found.mentions, self.wording)

    def floor(self, scores: Scores) -> Floor:
        """The floor that these scores would set, with the hashes of labels and articles."""
        return floor_of(
            scores.overall.counts, digest(gold_files(self.gold, self.split)), self.articles.digest(self.split)
        )
