"""Words and phrases: verb or noun, noun groups, clauses and their subjects."""
