"""Every error a user can meet.

    ExtractorError          anything below; its text is one line a person can act on
    ├── RuleError           a rule file or row is broken
    ├── InputError          a path, file, line or field of the input is broken
    ├── GoldError           a gold row or a prediction row is broken
    └── OutputError         the output cannot be written
"""

from __future__ import annotations


class ExtractorError(Exception):
    """Base of all errors that are the input's or the user's, never a bug.

    Args:
        found: what was met, in a few words.
        allowed: what would have been right.
        where: file, and line or row if there is one, such as ``rules/units/money.toml:12 (row "USD")``.

    >>> str(InputError("no such file", allowed="a .txt or .jsonl file", where="a.txt"))
    'a.txt: no such file; allowed: a .txt or .jsonl file'
    """

    def __init__(self, found: str, *, allowed: str = "", where: str = "") -> None:
        self.found, self.allowed, self.where = found, allowed, where
        super().__init__(f"{where + ': ' if where else ''}{found}{'; allowed: ' + allowed if allowed else ''}")


class RuleError(ExtractorError):
    """A rule file or a row in it is broken."""


class InputError(ExtractorError):
    """A path, a file, a line or a field of the input is broken."""


class GoldError(ExtractorError):
    """A gold row or a prediction row is broken."""


class OutputError(ExtractorError):
    """The output cannot be written."""
