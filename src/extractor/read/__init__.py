"""Reading: files, folders, globs and stdin to articles, each with its date and its zones."""

from extractor.read.dates import DateHint, article_date, parse_hint
from extractor.read.reader import Reader
from extractor.read.rows import ReadRules
from extractor.read.zones import zones

__all__ = ["DateHint", "ReadRules", "Reader", "article_date", "parse_hint", "zones"]
