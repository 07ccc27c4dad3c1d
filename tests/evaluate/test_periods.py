"""Intervals of TIMEX3 values."""

import pytest

from extractor.evaluate.periods import period

CASES = {
    "2024": ("2024-01-01", "2024-12-31"),
    "2024-02": ("2024-02-01", "2024-02-29"),
    "2023-02-28": ("2023-02-28", "2023-02-28"),
    "2024-H2": ("2024-07-01", "2024-12-31"),
    "2025-Q1": ("2025-01-01", "2025-03-31"),
    "2026-W01": ("2025-12-29", "2026-01-04"),
    "2024-05-03T14:00": ("2024-05-03", "2024-05-03"),
    "2024-04/2025-03": ("2024-04-01", "2025-03-31"),
    "2024-13": None,
    "2023-02-29": None,
    "2023-W60": None,
    "P3Y": None,
    "2024/P1Y": None,
    "": None,
    None: None,
}


@pytest.mark.parametrize("value", CASES)
def test_period(value):
    assert period(value) == CASES[value]
