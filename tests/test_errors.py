"""Errors say where, what was found, and what is allowed."""

from __future__ import annotations

import pytest

from extractor import errors


@pytest.mark.parametrize("kind", [errors.RuleError, errors.InputError, errors.GoldError, errors.OutputError])
def test_every_error_is_an_extractor_error(kind: type[errors.ExtractorError]) -> None:
    error = kind("a fly", allowed="soup", where="bowl:3")
    assert isinstance(error, errors.ExtractorError)
    assert str(error) == "bowl:3: a fly; allowed: soup"


@pytest.mark.parametrize(
    ("allowed", "where", "line"),
    [("", "", "a fly"), ("soup", "", "a fly; allowed: soup"), ("", "bowl", "bowl: a fly")],
)
def test_what_is_not_known_is_left_out(allowed: str, where: str, line: str) -> None:
    assert str(errors.ExtractorError("a fly", allowed=allowed, where=where)) == line
