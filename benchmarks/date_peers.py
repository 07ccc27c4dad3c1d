"""dateparser's ``search_dates`` and Recognizers-Text on the same data as ``timex.py`` and ``statistical_dates.py``.

    python benchmarks/date_peers.py dateparser TML_DIR > PRED.jsonl
    python benchmarks/date_peers.py recognizers FILE.jsonl

For a folder of TimeML files it prints predictions, for a file of sentences the misses and ``N of M exact``. The peers are
no dependency: install ``dateparser`` or ``recognizers-text-suite`` with ``emoji<2`` into an environment of their own; this
script needs nothing else. Of several readings the last one before the article's date is taken, which suits both best;
ends that Recognizers-Text gives as exclusive are made inclusive.
"""

from __future__ import annotations

import json
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple


class Read(NamedTuple):
    """A date expression as a peer reads it."""

    start: int
    end: int
    type: str
    value: str
    first: str
    last: str


def dateparser(text: str, anchor: date) -> Iterator[Read]:
    """dateparser gives points; how long a period each names, a second call for its words says."""
    from dateparser.date import DateDataParser
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime(anchor.year, anchor.month, anchor.day), "PREFER_DATES_FROM": "past"}
    parser = DateDataParser(languages=["en"], settings=settings)
    at = 0
    for words, found in search_dates(text, languages=["en"], settings=settings) or ():
        at = text.find(words, at)
        length = {"year": 4, "month": 7}.get(parser.get_date_data(words).period, 10)
        value = found.date().isoformat()[:length]
        yield Read(at, at + len(words), "DATE", value, *_whole(value))
        at += len(words)


def _whole(value: str) -> tuple[str, str]:
    """First and last day of a year, a month or a day."""
    if len(value) == 10:
        return value, value
    if len(value) == 4:
        return f"{value}-01-01", f"{value}-12-31"
    year, month = int(value[:4]), int(value[5:])
    return f"{value}-01", (date(year + month // 12, month % 12 + 1, 1) - timedelta(1)).isoformat()


def recognizers(text: str, anchor: date) -> Iterator[Read]:
    """Recognizers-Text gives readings with a TIMEX value of their own kind, and an exclusive end."""
    from recognizers_date_time import recognize_datetime

    types = {"date": "DATE", "daterange": "DATE", "duration": "DURATION", "set": "SET"}
    for found in recognize_datetime(text, "en-us", reference=datetime(anchor.year, anchor.month, anchor.day)):
        readings = found.resolution["values"] if found.resolution else []
        kind = readings[0]["type"] if readings else ""
        if not readings:
            continue
        past = [each for each in readings if (each.get("start") or each.get("value", ""))[:10] <= anchor.isoformat()]
        first, last, value = _interval((past or readings)[-1 if past else 0])
        yield Read(found.start, found.end + 1, types.get(kind, "TIME"), value, first, last)


def _interval(reading: dict[str, str]) -> tuple[str, str, str]:
    if reading["type"] != "daterange":
        day = reading.get("value", "")[:10]
        return day, day, day if reading["type"] == "date" else reading["timex"]
    first, end = reading.get("start") or "", reading.get("end") or ""
    last = (date.fromisoformat(end) - timedelta(1)).isoformat() if end[:1].isdigit() and len(end) == 10 else ""
    if first[5:] == "01-01" and last == f"{first[:4]}-12-31":
        return first, last, first[:4]
    if first[8:] == "01" and first[:7] == last[:7]:
        return first, last, first[:7]
    return first, last, reading["timex"]


SYSTEMS = {"dateparser": dateparser, "recognizers": recognizers}


def predict(system: str, folder: Path) -> None:
    """A line of predictions for each TimeML article."""
    for path in sorted(folder.glob("**/*.tml")):
        root = ET.parse(path).getroot()
        text = "".join("".join(body.itertext()) for body in root.iterfind("TEXT"))
        stamp = next((timex.get("value") or "" for timex in root.iterfind("DCT//TIMEX3")), "")
        found = SYSTEMS[system](text, date.fromisoformat(stamp[:10]))
        timexes = [{"start": r.start, "end": r.end, "type": r.type, "value": r.value} for r in found]
        sys.stdout.write(json.dumps({"doc": path.name, "timexes": timexes}) + "\n")


def compare(system: str, file: Path) -> None:
    """The misses among the sentences, and the count."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    hits = 0
    for row in rows:
        found = list(SYSTEMS[system](row["text"], date.fromisoformat(row["dct"])))
        want = row["start"], row["end"]
        if want[0] == "-":
            hit = not any(read.type == "DATE" for read in found)
        else:
            hit = any(want == (read.first, read.last) or want[0] == read.value for read in found)
        hits += hit
        if not hit:
            sys.stdout.write(f"{row['text']}\n    expected {want[0]}..{want[1]}; {[tuple(read) for read in found]}\n")
    sys.stdout.write(f"{hits} of {len(rows)} exact\n")


def main() -> None:
    """One peer on one set."""
    system, path = sys.argv[1], Path(sys.argv[2])
    (predict if path.is_dir() else compare)(system, path)


if __name__ == "__main__":
    main()
