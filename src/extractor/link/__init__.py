"""From mentions to facts: phrases, clauses, frames, lists and context, in that order."""
