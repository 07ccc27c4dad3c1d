"""``extractor schema``: the JSON Schema of the records."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

RecordName = Literal["fact", "mention", "article", "reject"]


def schema(record: Annotated[RecordName, typer.Argument(help="Which record.")] = "fact") -> None:
    """Print the JSON Schema of a record: fact, mention, article or reject."""
    from extractor import records

    models: dict[str, type[records.Record]] = {
        "fact": records.Fact,
        "mention": records.Mention,
        "article": records.Article,
        "reject": records.Reject,
    }
    typer.echo(json.dumps(models[record].model_json_schema(mode="serialization"), indent=2, ensure_ascii=False))
