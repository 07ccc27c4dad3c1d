"""Check an export with Label Studio's own SDK: the configuration, every task, every annotation, every relation.

Needs ``pip install label-studio-sdk`` in an environment of its own.

    extractor gold export gold/dev --format label-studio --out out/label-studio
    python benchmarks/label_studio_schema.py out/label-studio
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from label_studio_sdk.label_interface import LabelInterface


def main() -> int:
    """Print what was checked; status 1 when the SDK refuses anything."""
    folder = Path(sys.argv[1])
    interface = LabelInterface((folder / "labeling.xml").read_text(encoding="utf-8"))
    interface.validate()
    tasks = json.loads((folder / "tasks.json").read_text(encoding="utf-8"))
    # Without its annotations: validate_task of SDK 2.1.2 forgets to hand them on and fails.
    refused = [task["data"]["doc_id"] for task in tasks if not interface.validate_task({"data": task["data"]})]
    rows = 0
    for task in tasks:
        for annotation in task["annotations"]:
            rows += len(annotation["result"])
            if not interface.validate_annotation(annotation):
                refused.append(f"annotation of {task['data']['doc_id']}")
    sys.stdout.write(f"{len(tasks)} tasks, {rows} rows of results, {len(refused)} refused: {refused[:5]}\n")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
