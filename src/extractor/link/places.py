"""Where a number holds: the region in its clause, in its sentence, or the article's home."""

from __future__ import annotations

from collections import Counter

from extractor.link.drafts import Clauses, Draft
from extractor.match.mentions import RegionMention

_NOT_A_PLACE_OF_NUMBERS = frozenset({"dateline", "anaphor"})


class PlaceLinker:
    """Gives each draft its region. ``home`` is the first country that the article names, else its most frequent region."""

    def __init__(self, regions: list[RegionMention]) -> None:
        self.home = _home(regions)

    def link(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``regions`` and ``region_inherited``."""
        if draft.regions:
            draft.rules.append("context.region_beside")
            return
        if draft.company:
            draft.regions = self._in_metric(clauses, draft)
            return
        found = self._in_sentence(clauses, draft)
        if found:
            draft.regions = found
            draft.rules.append("context.region_sentence")
        elif self.home is not None:
            draft.regions, draft.region_inherited = [self.home], True
            draft.rules.append("context.region_home")

    def _in_metric(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        if draft.metric is None:
            return []
        first, last = draft.metric[0] - 3, draft.metric[1] + 2
        inside = [r for c in clauses.chunks for r in c.regions if first <= r.start < last and r.form in {"name", "demonym"}]
        return inside[-1:]

    def _in_sentence(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        chunks, k = clauses.chunks, draft.chunk
        usable = [
            (n, region)
            for n, chunk in enumerate(chunks)
            for region in chunk.regions
            if region.form not in _NOT_A_PLACE_OF_NUMBERS
        ]
        if not usable:
            return []
        floor = max((n for n in range(k) if chunks[n].kind in {";", "."}), default=-1)
        quantities = [n for n in range(len(chunks)) if chunks[n].kind == "q"]
        before_q = max((q for q in quantities if q < k), default=-1)
        after_q = min((q for q in quantities if q > k), default=len(chunks))
        near = [r for n, r in usable if max(before_q, floor) < n < k]
        if near:
            return self._joined(clauses, near)
        behind = [r for n, r in usable if k < n < after_q and not any(c.kind in ",;" for c in chunks[k:n])]
        if behind:
            return behind[:1]
        if draft.before is not None and draft.before.regions:
            return list(draft.before.regions)
        earlier = [r for n, r in usable if floor < n < k]
        if earlier:
            return earlier[-1:]
        return [usable[-1][1]]

    def _joined(self, clauses: Clauses, near: list[RegionMention]) -> list[RegionMention]:
        """The last region before the number, with the one that "and" joins to it."""
        last = near[-1]
        if len(near) > 1 and last.start - near[-2].end <= 2 and last.form == near[-2].form == "name":
            between = clauses.tokens.lower[near[-2].end : last.start]
            if len(between) == 1 and between[0] != ",":
                return [near[-2], last]
        return [last]


def _home(regions: list[RegionMention]) -> RegionMention | None:
    usable = [r for r in regions if r.form != "anaphor" and r.code != "001"]
    country = next((r for r in usable if r.type == "country"), None)
    if country is not None:
        return country
    if not usable:
        return None
    counts = Counter(r.name for r in usable)
    return max(usable, key=lambda r: (counts[r.name], -r.start))
