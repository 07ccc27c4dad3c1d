"""A record as a line of JSON."""

from __future__ import annotations

from extractor.records import Record


def json_line(record: Record) -> str:
    """The record as JSON, decimals as strings, with its line end.

    >>> from extractor.records import Per
    >>> json_line(Per(value="1e4", name="people"))
    '{"value":"10000","name":"people"}\\n'
    """
    return record.model_dump_json() + "\n"
