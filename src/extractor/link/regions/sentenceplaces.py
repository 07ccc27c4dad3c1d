"""Places in the sentence of a number: those near it, and for a company's number those of its metric or clause."""

from __future__ import annotations

from extractor.link.dates.owndates import BORDERS, border
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.regions.placerows import Placed, PlaceRows
from extractor.link.regions.placescreen import PlaceScreen
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import ancestors
from extractor.match.mentions import RegionMention

_ENDS = frozenset({",", ";", ")", "conj"})
_NAMED = frozenset({"name", "demonym"})
_OPENERS = frozenset({",", ";", "conj", "sub", "."})


class SentencePlaces:
    """Finds them; ``home`` is what "the country", "the city" mean where they point back to no place."""

    def __init__(self, table: FrameTable, home: RegionMention | None) -> None:
        self._table = table
        self._cues = table.cues
        self._screen = PlaceScreen(table)
        self._rows = PlaceRows(table)
        self._home = home

    def resolved(self, region: RegionMention) -> RegionMention:
        """"the province" is the place that it points back to, else the article's home."""
        if region.form != "anaphor":
            return region
        return region.means or self._home or region

    def of_number(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """"In Cork 590 people, and 220 in Galway": the places near a number that no other number claims."""
        chunks, k = clauses.chunks, draft.chunk
        usable = self._usable(clauses, draft)
        if not usable:
            return []
        paths = clauses.paths
        reach = ancestors(paths[k])
        floor = next((n for n in range(k - 1, -1, -1) if chunks[n].kind in BORDERS and border(chunks[n])), -1)
        floor = -1 if clauses.sentence.kind == "line" else floor  # "Graz: 77"
        quantities = [n for n, chunk in enumerate(chunks) if chunk.kind == "q"]
        before_q = max((q for q in quantities if q < k), default=-1)
        after_q = min((q for q in quantities if q > k), default=len(chunks))
        beside = self._rows.beside(clauses, k, after_q, usable) if draft.kind != "rank" else []
        near = [(n, r) for n, r in usable if max(before_q, floor) < n < k and paths[n] in reach]
        behind_in = near and near[-1][0] and chunks[near[-1][0] - 1].kind == "prep"
        if beside and (not near or behind_in or self._rows.belongs(chunks, before_q, near[-1][0])):
            return beside  # "a survey in Chile found 45 percent in Arica"
        if near:
            return self._rows.joined(clauses, [r for _, r in near])
        ceiling = next((n for n in range(k + 1, after_q) if border(chunks[n])), after_q)
        after = [(n, r) for n, r in usable if k < n < ceiling and not self._apart(clauses, draft, n, r)]
        behind = [r for n, r in after if not any(c.kind in _ENDS for c in chunks[k:n])]
        if behind and draft.kind != "rank":
            return self._rows.row(clauses, [r for _, r in after]) or [self._rows.inner(behind)]
        bracketed = clauses.kind(k - 1) == "(" and clauses.kind(k - 2) == "q"
        outside = next((fact for fact in clauses.drafts if fact.chunk == k - 2), None) if bracketed else None
        before = outside or self._measured(clauses, draft.before)  # "with 12.3 million (19.4%)"
        passes = before is not None and before.regions and not before.region_inherited and before.regions[0].type != "world"
        if before is not None and passes and paths[before.chunk] in reach:
            return list(before.regions)
        earlier = [r for n, r in usable if floor < n < k and paths[n] in reach]
        after = [(n, r) for n, r in after if r.type != "world" and not self._of_next(chunks, n, after_q)]
        earlier = earlier[-1:] or [r for _, r in after][-1:]  # not "lost 14,200 pupils and Mulanje 9,800"
        return earlier or self._before_colon(clauses, floor, usable)

    def _usable(self, clauses: Clauses, draft: Draft) -> Placed:
        found: Placed = []
        for n, chunk in enumerate(clauses.chunks):
            for region in chunk.regions:
                place = self.resolved(region)
                unknown = region.form == "anaphor" and place is region
                if not unknown and not self._screen.off_topic(clauses, draft, n, region):
                    found.append((n, place))
        return found

    @staticmethod
    def _of_next(chunks: list[Chunk], n: int, after_q: int) -> bool:
        """The place is the next number's: "and Mulanje 9,800", "Mulanje (45%)", "with Uganda taking 2 million"."""
        taking = after_q == n + 2 and chunks[n + 1].kind in {"vg", "("}
        return after_q < len(chunks) and (taking or after_q == n + 1)

    def _measured(self, clauses: Clauses, before: Draft | None) -> Draft | None:
        """The fact before; behind "39 percent, below the OECD average of 48 percent" the one with 39."""
        if before is None or before.before is None or not before.regions:
            return before
        first, chunks = before.before, clauses.chunks
        named = next((n for n, c in enumerate(chunks) if before.regions[0] in c.regions and n > first.chunk), -1)
        words = clauses.tokens.lower[chunks[named].start : chunks[named].end] if named >= 0 else []
        usual = not self._cues["usual"].isdisjoint(words)
        return first if usual and self._reference(clauses, first, named, before.regions[0]) else before

    def _before_colon(self, clauses: Clauses, floor: int, usable: Placed) -> list[RegionMention]:
        """"St James saw the steepest fall: from 142 murders to 66"."""
        if floor < 0 or clauses.word(floor) not in self._cues["colon"]:
            return []
        before = [r for n, r in usable if n < floor]
        topics = [r for n, r in usable if n < floor and topic(clauses.chunks, n, self._cues["located"])]
        return topics[:1] or (before if len(before) == 1 else [])

    def _apart(self, clauses: Clauses, draft: Draft, n: int, region: RegionMention) -> bool:
        """A place behind "while", in ", of which Gauteng has 31", or one that the number is compared with."""
        if clauses.paths[n].startswith(f"{clauses.paths[draft.chunk]}/"):
            return True
        contrast = any(c.kind == "sub" and c.word in self._cues["while"] for c in clauses.chunks[draft.chunk : n])
        return contrast or self._reference(clauses, draft, n, region)

    def _reference(self, clauses: Clauses, draft: Draft, n: int, region: RegionMention) -> bool:
        """"1.6 times the size of Cape Verde", "larger than the European Union": what a number is compared with."""
        chunks = clauses.chunks[draft.chunk + 1 : n]
        if any(chunk.word in self._cues["against"] and chunk.kind in {"prep", "sub"} for chunk in chunks):
            return True
        if any(chunk.word in self._table.comparatives and chunk.kind == "prep" for chunk in chunks):
            return True  # "stood at 39 percent, below the OECD average"
        inside = draft.baseline is not None and draft.baseline[0] <= region.start < draft.baseline[1]
        return inside and draft.kind == "comparison" and draft.quantity.form == "multiple"

    def of_company(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """A place in the metric's own group, or one that the clause is about: "In Europe sales fell", "China brought in"."""
        chunks = clauses.chunks
        if draft.metric is not None:
            first, last = draft.metric[0] - 3, draft.metric[1] + 2
            last += draft.kind == "rank" and clauses.tokens.lower[last - 1] in self._cues["article"]  # "bank in the US"
            near = [(c, r) for c in chunks for r in c.regions if first <= r.start < last and r.form in _NAMED]
            inside = [r for c, r in near if not self._outside(clauses, draft.metric, c, r)]
            if inside:
                return inside[-1:]
        for n in range(draft.chunk - 1, -1, -1):
            if border(chunks[n]):
                break
            if chunks[n].regions and topic(chunks, n, self._cues["located"]):
                return [self.resolved(chunks[n].regions[-1])]
        return []

    @staticmethod
    def _outside(clauses: Clauses, metric: tuple[int, int], chunk: Chunk, region: RegionMention) -> bool:
        """"weak demand in China, while tanker income", "Norwegian group Skagen": beside the metric, but not of it."""
        if any(word == "," for word in clauses.tokens.lower[region.end : metric[0]]):
            return True
        if clauses.tokens.words[region.end : region.end + 1] == ["-"]:
            return True  # "revenue at the London-based company"
        head = clauses.tokens.words[chunk.end - 1]
        return region.form == "demonym" and region.end < chunk.end and head[0].isupper()


def topic(chunks: list[Chunk], n: int, located: frozenset[str]) -> bool:
    """The place opens its clause, alone behind "in" or as the subject."""
    alone = chunks[n].regions[-1].end == chunks[n].end and chunks[n].regions[0].start - chunks[n].start <= 1
    if not alone:
        return False
    if n > 0 and chunks[n - 1].kind == "prep" and chunks[n - 1].word in located:
        return n == 1 or chunks[n - 2].kind in _OPENERS
    opens = n == 0 or chunks[n - 1].kind in _OPENERS
    behind = [chunk.kind for chunk in chunks[n + 1 : n + 3]]
    return opens and (behind[:1] == ["vg"] or behind == [",", "sub"])
