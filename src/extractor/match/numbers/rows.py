"""Rows of ``rules/numbers``: series of number words."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from extractor.rules import Row

Role = Literal["ones", "tens", "scale", "short_scale", "money_scale", "fraction", "ordinal", "multiple", "vague"]


class Series(Row):
    """Number words of one role: ``{"role": "ones", "values": {"seven": "7"}}``."""

    role: Role
    values: dict[str, Decimal]
