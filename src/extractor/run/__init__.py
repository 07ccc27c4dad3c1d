"""Running over many articles: what comes of each, and the count of it all."""

from extractor.run.many import Outcome, outcome_of
from extractor.run.tally import Tally

__all__ = ["Outcome", "Tally", "outcome_of"]
