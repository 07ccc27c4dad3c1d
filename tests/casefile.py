"""Cases as data: TOML files of ``[[case]]`` tables beside the tests that run them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest


def cases(file: Path, at_least: int) -> list[Any]:
    """The cases of a TOML file as parameters; fewer than ``at_least`` is an error, so that none can vanish."""
    found = tomllib.loads(file.read_text(encoding="utf-8"))["case"]
    assert len(found) >= at_least, f"{file}: {len(found)} cases, at least {at_least} expected"
    return [pytest.param(case, id=case["probes"]) for case in found]
