"""Places named in a sentence that its numbers are not about."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.link.companies.described import describes
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.match.mentions import RegionMention

_OWNED = 2  # words of "'s Tavelo"
_WATERS = frozenset({"river", "lake"})  # types of places that no number holds in

_SEATED = 2  # words between a place and "exchange"


class PlaceScreen:
    """Sorts out sources, rankings, references, seats, partners and names."""

    def __init__(self, table: FrameTable) -> None:
        self._cues = table.cues
        self._table = table

    def off_topic(self, clauses: Clauses, draft: Draft, n: int, region: RegionMention) -> bool:
        """True for a place, named in chunk ``n``, where the draft's number does not hold."""
        chunk, said = clauses.chunks[n], draft.attribution
        return (
            region.form == "dateline"
            or region.type in _WATERS
            or (n > 0 and clauses.chunks[n - 1].word in self._cues["outside"])
            or self._bordering(clauses.chunks, n, draft)
            or self._origin(clauses, n)
            or self._ranked_among(clauses, n, draft)  # "the highest rate among U.S. cities"
            or clauses.tokens.lower[region.start] in self._cues["commodity"]  # Brent crude
            or (said is not None and said[0] <= region.start < said[1])
            or self._ranked_in(clauses.chunks, n, region)
            or self._compared(clauses, draft, n, region)
            or self._partner(clauses, n)
            or self._apposed(clauses, n, draft.chunk)
            or self._in_name(clauses, chunk, region)
            or self._seat(clauses, chunk, region)
            or names_institution(clauses.tokens, region, self._cues["institution"])
            or describes(clauses.tokens, region, self._cues["place_participle"])
            or (region.type in {"world", "continent"} and self._superlative(clauses, n, region))
        )

    @staticmethod
    def _ranked_in(chunks: list[Chunk], n: int, region: RegionMention) -> bool:
        """"seventh in the country", "15th nationwide": the field of a ranking."""
        at = n - 1
        if n and chunks[at].kind == "prep":
            at -= 1
        elif region.form != "anaphor":
            return False
        quantity = chunks[at].quantity if at >= 0 else None
        return quantity is not None and quantity.form == "rank"

    @staticmethod
    def _compared(clauses: Clauses, draft: Draft, n: int, region: RegionMention) -> bool:
        """"an area 1.6 times the size of Cape Verde, compared with 9,001": the place that another number is measured by."""
        if [chunk.kind for chunk in clauses.chunks[n + 1 : n + 3]] == [",", "sub"] and draft.chunk > n:
            return False  # ", which had 9,001"
        return any(
            other.baseline[0] <= region.start < other.baseline[1]
            and not other.baseline[0] <= draft.quantity.start < other.baseline[1]
            for other in clauses.drafts
            if other.baseline is not None and other.kind == "comparison" and other.quantity.form == "multiple"
        )

    def _ranked_among(self, clauses: Clauses, n: int, draft: Draft) -> bool:
        """"the highest rate among U.S. cities", but not "the rate among U.S. children"."""
        if not n or clauses.chunks[n - 1].word not in self._cues["among"]:
            return False
        before = clauses.tokens.lower[clauses.sentence.start : clauses.chunks[n].start]
        return draft.kind == "rank" or any(self._table.superlative(word) for word in before)

    def _bordering(self, chunks: list[Chunk], n: int, draft: Draft) -> bool:
        """"on the border with Chad", "6,000 km east of Australia" of what else the sentence says."""
        if n < 2 or chunks[n - 1].kind != "prep":
            return False
        named = chunks[n].kind == "np" and chunks[n].regions and chunks[n].regions[-1].end < chunks[n].end
        if named and chunks[n].word in self._cues["border"] | self._cues["border_short"]:
            return True  # "near the Oregon line"
        if chunks[n - 2].word in self._cues["border"]:
            return True
        point = chunks[n - 2].word in self._cues["compass"] and chunks[n - 1].word in self._cues["of"]
        return point and n > 2 and chunks[n - 3].kind == "q" and draft.chunk > n

    def _origin(self, clauses: Clauses, n: int) -> bool:
        """"the 39-year-old, from Gdansk, was paid 5,000 euros": where somebody comes from."""
        inserted = n > 2 and clauses.kind(n - 2) == "," and clauses.kind(n + 1) == ","
        if not inserted or clauses.word(n - 1) not in self._cues["from"]:
            return False
        who = clauses.chunks[n - 3]
        return who.form == "name" or who.word in self._cues["person_noun"] or who.quantity is not None

    def _partner(self, clauses: Clauses, n: int) -> bool:
        """"exports to Germany": where a flow goes to or comes from."""
        chunks = clauses.chunks
        if n < 2 or chunks[n - 1].kind != "prep" or chunks[n - 1].word not in self._cues["flow_to"]:
            return False
        if chunks[n - 2].kind in {"vg", "q"} and chunks[n - 1].word in self._cues["to"]:  # "3,900 went to Australia"
            verb = next((m for m in range(n - 2, -1, -1) if chunks[m].kind == "vg"), -1)
            mover = chunks[verb - 1].quantity if verb > 0 else None  # not "200 million will go to Hue"
            counted = mover is not None and (mover.unit is None or mover.unit.dimension != "currency")
            return counted and chunks[verb].word in self._cues["going_verb"]
        return chunks[n - 2].kind == "np" and chunks[n - 2].word in self._cues["flow"]

    def _apposed(self, clauses: Clauses, n: int, k: int) -> bool:
        """"the index, drawn up by an agency in Geneva, grades 139": inside a description between commas."""
        chunks = clauses.chunks
        opens = next((m for m in range(n, -1, -1) if chunks[m].kind in {",", ";", "sub"}), -1)
        if opens < 1 or chunks[opens].kind != "," or opens + 1 > n or chunks[opens + 1].kind != "np":
            return False
        described = chunks[opens + 1]
        if n == opens + 1 or clauses.tokens.lower[described.start] not in self._cues["article"]:
            return False
        closes = next((m for m in range(n + 1, k) if chunks[m].kind in {",", "vg", ";"}), -1)
        return closes > 0 and chunks[closes].kind == ","

    @staticmethod
    def _in_name(clauses: Clauses, chunk: Chunk, region: RegionMention) -> bool:
        """"the U.S. Geological Survey": a country in the name of an institution."""
        if region.type not in {"country", "world"} or region.end >= chunk.end:
            return False
        words = clauses.tokens.words[region.end : chunk.end]
        if len(words) == _OWNED and not words[0][0].isalpha() and chunk.regions[-1] is region:
            return words[1][0].isupper()  # "made by Japan's Tavelo"
        return len(words) > 1 and all(word[0].isupper() for word in words)

    def _seat(self, clauses: Clauses, chunk: Chunk, region: RegionMention) -> bool:
        """"Irish carrier Kestrel Air", "the Chilean miner": where a company sits."""
        if chunk.kind != "np" or region is not chunk.regions[-1] or region.form not in {"demonym", "name"}:
            return False
        behind = range(region.end, chunk.end)
        if not self._cues["based"].isdisjoint(clauses.tokens.lower[region.end : region.end + _OWNED]):
            return True  # "the Boston-based company's closing price"
        named = next((i for i in behind if clauses.tokens.lower[i] in self._cues["company_noun"]), -1)
        return named >= 0 and all(clauses.tokens.words[i][0].isupper() for i in range(named + 1, chunk.end))

    def _superlative(self, clauses: Clauses, n: int, region: RegionMention) -> bool:
        """"the world's heaviest parrots", "the world's No. 3 producer" are somewhere else."""
        chunk, quantity = clauses.chunks[n], clauses.chunks[n + 1].quantity if n + 1 < len(clauses.chunks) else None
        if quantity is not None and quantity.form == "rank" and region.end < chunk.end + 1:
            return True
        words = clauses.tokens.lower[region.end : chunk.end]
        return any(self._table.superlative(word) for word in words)


def names_institution(tokens: Tokens, region: RegionMention, institutions: frozenset[str]) -> bool:
    """"the Buenos Aires grains exchange", "the Doha talks": where a body sits or people met, not what is told of."""
    behind = tokens.lower[region.end : region.end + _SEATED]
    return not institutions.isdisjoint(behind) and tokens.words[region.end].islower()
