"""The home of an article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from casefile import cases

from extractor.link.frames import FrameTable
from extractor.link.regions.home import find_home
from extractor.pipeline import Extractor


@pytest.mark.parametrize("case", cases(Path(__file__).parent / "home.toml", at_least=13))
def test_home(extractor: Extractor, case: dict[str, Any]) -> None:
    analysis = extractor.analyse(extractor.article(case["text"], "2024-06-15"))
    home = find_home(analysis.tokens, analysis.regions, FrameTable(extractor.rules).cues)
    assert (home and (home.code or home.name) or "") == case["home"]
