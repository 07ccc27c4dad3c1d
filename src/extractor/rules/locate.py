"""Where the shipped rules lie: inside an installed package, or beside ``src/`` in a checkout."""

from __future__ import annotations

from pathlib import Path

from extractor.errors import RuleError


def shipped_rules() -> Path:
    """The folder of shipped rules. A wheel carries it as ``extractor/_rules``; an editable install has the checkout's."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / "_rules", package.parents[1] / "rules"):
        if folder.is_dir():
            return folder
    raise RuleError("the shipped rules are missing", allowed="a complete install", where=str(package))
