"""Every rule row against its own examples: the whole pipeline reads each text, and the row must have fired or not."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from functools import cache

from extractor.errors import ExtractorError
from extractor.evaluate.wording import Wording
from extractor.pipeline import Analysis, Extractor
from extractor.read import ReadRules
from extractor.read.dates import dated
from extractor.read.zones import pieces

ANCHOR = datetime.date(2024, 8, 15)
"""The date of every example, so that "last year" in one is always 2023."""


@dataclass(slots=True)
class Report:
    """What was checked and what was found, a line each."""

    rows: int = 0
    examples: int = 0
    counterexamples: int = 0
    findings: list[str] = field(default_factory=list)


def check(extractor: Extractor, only: str = "") -> Report:
    """Check all rows, or those whose name begins with ``only``; findings come in the order of the rules.

    >>> check(Extractor.load(), "read.phone").findings
    []
    """
    Wording(extractor.rules)  # its rows are read by nothing in the pipeline
    report = Report(findings=[] if only else extractor.rules.unread())
    read_rules = ReadRules(extractor.rules)
    fired = cache(lambda text: fired_in(extractor, read_rules, text))
    for name, row in extractor.rules.all_rows():
        if not name.startswith(only):
            continue
        report.rows += 1
        report.examples += len(row.examples)
        report.counterexamples += len(row.counterexamples)
        for text in row.examples:
            if name not in fired(text):
                report.findings.append(_finding(extractor, name, "does not fire in its example", text))
        for text in row.counterexamples:
            if name in fired(text):
                report.findings.append(_finding(extractor, name, "fires in its counterexample", text))
    return report


def fired_in(extractor: Extractor, read_rules: ReadRules, text: str) -> set[str]:
    """Names of all rules that took part: in zones and the date, in mentions and facts, in what was dropped."""
    analysis = extractor.analyse(extractor.article(text, ANCHOR))
    found = pieces(text, read_rules)
    read = {piece.rule for piece in found}
    # The date is read a second time without the anchor, which would come first.
    return read | {dated(found, read_rules)[1]} | traced(analysis)


def traced(analysis: Analysis) -> set[str]:
    """Names of the rules behind mentions, facts and dropped matches."""
    names = {name for fact in analysis.facts for name in fact.rules}
    for mention in analysis.mentions:
        names.update(mention.rules)
    for region in analysis.regions:  # also those that are no mention: "CNIPA", "nationwide"
        names.update(region.rules)
    return names | {name for _, _, name in analysis.dropped}


def _finding(extractor: Extractor, name: str, what: str, text: str) -> str:
    folder, row = name.split(".", 1)
    where = next((at for key, at in extractor.rules.origins.items() if _is(key, folder, row)), folder)
    return str(ExtractorError(f"row {row!r} {what} {text!r}", where=where))


def _is(key: str, folder: str, row: str) -> bool:
    """True where an origin's key, ``folder.kind.row``, is that of the row."""
    start, _, rest = key.partition(".")
    return start == folder and rest.partition(".")[2] == row
