"""Places that stand beside a number, and places that commas and "and" join."""

from __future__ import annotations

from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.match.mentions import RegionMention

Placed = list[tuple[int, RegionMention]]
_HOLDS = 2  # words between a country and the place in it, or between joined places
_JOINTS = frozenset({",", ";", ".", "conj", "sub"})
_CLOSED = frozenset({",", ";", ".", "prep", "date", "sub"})


class PlaceRows:
    """Reads rows of places before and behind a number."""

    def __init__(self, table: FrameTable) -> None:
        self._cues = table.cues

    def row(self, clauses: Clauses, after: list[RegionMention]) -> list[RegionMention]:
        """"158 districts in Ghana, Kenya and Malawi": the places that stand joined behind a number, [] for one alone."""
        row, closed = after[:1], False
        for region in after[1:]:
            gap = [word for word in clauses.tokens.lower[row[-1].end : region.start] if word not in self._cues["article"]]
            joint = gap and len(gap) <= _HOLDS and all(word in self._cues["and"] or word == "," for word in gap)
            if closed or not joint or region.form != "name" or row[0].form != "name":
                break
            row.append(region)
            closed = any(word in self._cues["and"] for word in gap)
        return row if closed else []

    @staticmethod
    def inner(behind: list[RegionMention]) -> RegionMention:
        """"in Nigeria's northern Borno state": the place inside, not the country that holds it."""
        first, second = behind[0], behind[1] if len(behind) > 1 else None
        held = second is not None and first.type == "country" and second.country == first.code
        return second if second is not None and held and second.start - first.end <= _HOLDS else first

    def beside(self, clauses: Clauses, k: int, after: int, usable: Placed) -> list[RegionMention]:
        """"312 fires in Punjab, 71 in Haryana": the place right behind the number, with what "and" joins to it."""
        chunks = clauses.chunks
        aside = k + 2 < len(chunks) and chunks[k + 1].kind in {"adv", "np"} and chunks[k + 2].kind == "prep"
        if aside and chunks[k + 1].end - chunks[k + 1].start == 1 and not chunks[k + 1].regions:
            k += 1  # "$40,000 wholesale in Britain"
        named = chunks[k + 2].form if k + 2 < len(chunks) and chunks[k + 2].kind == "np" else ""
        if named and chunks[k + 1].word in self._cues["of"] and not chunks[k + 2].regions:
            k += 2  # "300 of them in Texas", "45 percent of homes in Arica"
        if k + 2 >= min(after, len(chunks)) or chunks[k + 1].kind != "prep":
            return []
        if chunks[k + 1].word not in self._cues["located"]:
            return []
        first = [r for n, r in usable if n == k + 2][:1]
        if not first and k + 4 < after and clauses.word(k + 3) in self._cues["of"] and clauses.kind(k + 4) == "np":
            return [r for n, r in usable if n == k + 4][:1]  # "on the island of Samso"
        row = self.row(clauses, [r for n, r in usable if k + 2 <= n < after]) if first else []
        if len(row) > 2:
            return row
        joined = [chunk.kind for chunk in chunks[k + 3 : k + 5]] == ["conj", "np"] and k + 4 < after
        ends = k + 5 >= len(chunks) or chunks[k + 5].kind in _CLOSED
        second = [r for n, r in usable if n == k + 4][:1] if first and joined and ends else []
        return first + second

    def belongs(self, chunks: list[Chunk], before: int, n: int) -> bool:
        """The place stands behind the number before, so it is that one's: "340 of them live in Leeds and 122 in Bath"."""
        between = {chunk.kind for chunk in chunks[before + 1 : n]} if before >= 0 else _JOINTS
        return _JOINTS.isdisjoint(between) and chunks[n - 1].kind == "prep"

    def joined(self, clauses: Clauses, near: list[RegionMention]) -> list[RegionMention]:
        """The last region before the number, with those that commas and "and" join to it."""
        lower = clauses.tokens.lower
        row = near[-1:]
        for region in reversed(near[:-1]):
            gap = lower[region.end : row[0].start]
            gap = [word for word in gap if word not in self._cues["article"]]
            joint = gap and all(word in self._cues["and"] or word == "," for word in gap)
            if not joint or len(gap) > 2 or region.form != "name" or row[0].form != "name":
                break
            if len(row) == 1 and self._cues["and"].isdisjoint(gap):
                break
            row.insert(0, region)
        return row
