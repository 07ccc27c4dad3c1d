"""Places wider than the article's home: the country of a national figure, what a paragraph says that it is about."""

from __future__ import annotations

from extractor.link.dates.baselines import closed
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.regions.homevotes import country_of
from extractor.match.mentions import RegionMention

_NEAR = 3  # chunks between a number and "national", tokens before the place that opens a paragraph


class WiderPlaces:
    """Finds them for the numbers that no nearer place claims, or that are said to be national."""

    def __init__(self, table: FrameTable, regions: list[RegionMention], home: RegionMention | None) -> None:
        self._cues = table.cues
        self._regions = regions
        self._home = home

    def opening(self, clauses: Clauses) -> list[RegionMention]:
        """"Across Europe the heat was worse. It killed 24,400", "Thefts fell nationwide, too": the paragraph's subject."""
        tokens, paragraph = clauses.tokens, clauses.sentence.paragraph
        n = clauses.index
        while n and tokens.sentences[n - 1].paragraph == paragraph:
            n -= 1
        first = tokens.sentences[n]
        if n == clauses.index:
            return []
        named = [r for r in self._regions if first.start < r.start < first.end]
        opener = tokens.lower[first.start]
        placed = [r for r in named if r.start <= first.start + _NEAR and r.form == "name"]
        if opener in self._cues["throughout"]:
            gap = tokens.lower[placed[0].end : placed[1].start] if len(placed) > 1 else []
            joined = len(gap) == 1 and gap[0] in self._cues["and"]
            return placed[: 1 + joined]  # "Across England and Wales"
        if opener in self._cues["in"] and placed and tokens.lower[placed[0].end] in self._cues["comma"]:
            return placed[:1]  # "In Perth, by contrast, dams were low. Inflow came to 3 billion litres"
        ranked = {d.quantity.end for d in clauses.history if d.quantity.form == "rank"}  # "ranking third nationwide"
        wide = [r for r in named if tokens.lower[r.start] in self._cues["nationwide"] and r.start not in ranked]
        return wide if wide == named else []

    def there(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """"Malawi has declared an emergency. About 200,000 people there": the place that the sentence before names last."""
        chunks, n = clauses.chunks, clauses.index
        meant = [k for k, c in enumerate(chunks) if c.kind == "adv" and c.word in self._cues["there"] and k > 0]
        if not meant or not n or any(chunk.regions for chunk in chunks):
            return []
        behind = chunks[meant[0] + 1] if meant[0] + 1 < len(chunks) else None
        if behind is not None and behind.kind == "vg" and behind.word in self._cues["be"] and not behind.passive:
            return []  # "in March there were 3"
        before = clauses.tokens.sentences[n - 1]
        named = [r for r in self._regions if before.start <= r.start < before.end and r.form == "name"]
        return named[:1] if len({r.name for r in named}) == 1 else []

    def source(self, draft: Draft) -> list[RegionMention]:
        """"Crude stocks fell 3 percent, the Energy Information Administration said", in news that has no home."""
        said = draft.attribution
        return [r for r in self._regions if said and r.form == "organisation" and said[0] <= r.start < said[1]][:1]

    def national(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """"a national average of 61%" in a story about a city is the country's."""
        if self._home is None or self._home.country is None:
            return []
        chunks, k = clauses.chunks, draft.chunk - 1
        if clauses.kind(draft.chunk + 1) == "adv" and clauses.word(draft.chunk + 1) in self._cues["national"]:
            k = draft.chunk + 1  # "against 61% nationally"
        if chunks[0].kind == "adv" and closed(chunks, 0):  # "Nationally, the rate fell"
            k = 0 if clauses.tokens.lower[chunks[0].start] in self._cues["national"] else k
        while k >= 0 and (draft.chunk - k <= _NEAR or k == 0) and chunks[k].kind in {"np", "prep", "adv"}:
            chunk = chunks[k]
            if not self._cues["national"].isdisjoint(clauses.tokens.lower[chunk.start : chunk.end]):
                first = clauses.tokens.span(chunk.start, chunk.end)
                at = RegionMention(chunk.start, chunk.end, *first, "", None, "country")
                return [country_of(self._home, self._regions, at)]
            k -= 1
        return []
