"""Date expressions: grammar, calendar and matcher.

The vocabulary and the phrases stand in ``rules/dates``; ``calendar`` knows no words, ``grammar`` no calendar.
"""

from extractor.match.dates.calendar import period_value, shift_period
from extractor.match.dates.matcher import DateMatcher

__all__ = ["DateMatcher", "period_value", "shift_period"]
