"""Where a number holds: the region in its clause, in its sentence, or the article's home."""

from __future__ import annotations

from collections import Counter

from extractor.language.tokens import Tokens
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.match.mentions import RegionMention

_NOT_A_PLACE_OF_NUMBERS = frozenset({"dateline", "anaphor", "container"})


class PlaceLinker:
    """Gives each draft its region. ``home`` is the first country that the article names, else its most frequent region."""

    def __init__(
        self, table: FrameTable, tokens: Tokens | None, regions: list[RegionMention], *, at_home: bool = True
    ) -> None:
        self._table = table
        self._regions = regions
        self.home = find_home(tokens, regions) if tokens is not None and at_home else None

    def link(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``regions`` and ``region_inherited``."""
        draft.regions = [self._resolved(region) for region in draft.regions]
        if draft.market:
            draft.regions = []
        elif draft.regions:
            draft.rules.append("context.region_beside")
        elif draft.company:
            draft.regions = self._in_metric(clauses, draft)
        else:
            self._search(clauses, draft)

    def _search(self, clauses: Clauses, draft: Draft) -> None:
        found = self._in_sentence(clauses, draft)
        if found:
            draft.regions, rule = found, "context.region_sentence"
        elif self._goes_on(clauses) and clauses.previous is not None and clauses.previous.regions:
            draft.regions, draft.region_inherited, rule = list(clauses.previous.regions), True, "context.region_before"
        elif self.home is not None:
            draft.regions, draft.region_inherited, rule = [self.home], True, "context.region_home"
        else:
            return
        draft.rules.append(rule)

    def _goes_on(self, clauses: Clauses) -> bool:
        """"Its output fell": the sentence is about the place of the one before."""
        first = clauses.chunks[0]
        return first.kind == "np" and (
            first.form == "pronoun" or clauses.tokens.lower[first.start] in self._table.cues["its"]
        )

    def _resolved(self, region: RegionMention) -> RegionMention:
        """"the province" is the last one named, "the country" the article's."""
        if region.form != "anaphor":
            return region
        if region.type == "country" and self.home is not None and self.home.type == "country":
            return self.home
        before = [r for r in self._regions if r.start < region.start and r.type == region.type and r.form == "name"]
        return before[-1] if before else self.home or region

    def _in_metric(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        if draft.metric is None:
            return []
        first, last = draft.metric[0] - 3, draft.metric[1] + 2
        inside = [r for c in clauses.chunks for r in c.regions if first <= r.start < last and r.form in {"name", "demonym"}]
        return inside[-1:]

    def _in_sentence(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        chunks, k = clauses.chunks, draft.chunk
        usable = [
            (n, self._resolved(region))
            for n, chunk in enumerate(chunks)
            for region in chunk.regions
            if region.form != "dateline" and (region.form != "anaphor" or self._resolved(region) is not region)
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
        if draft.before is not None and draft.before.regions and not draft.before.region_inherited:
            return list(draft.before.regions)
        earlier = [r for n, r in usable if floor < n < k]
        if earlier:
            return earlier[-1:]
        return [r for n, r in usable if k < n < after_q][-1:]

    def _joined(self, clauses: Clauses, near: list[RegionMention]) -> list[RegionMention]:
        """The last region before the number, with the one that "and" joins to it."""
        last = near[-1]
        if len(near) > 1 and last.start - near[-2].end == 1 and last.form == near[-2].form == "name":
            if clauses.tokens.lower[near[-2].end] in self._table.cues["and"]:
                return [near[-2], last]
        return [last]


def find_home(tokens: Tokens, regions: list[RegionMention]) -> RegionMention | None:
    """The place that an article without a nearer one is about.

    The province or city that headline and lead name, if the headline names no country and the article comes back to it;
    else the country that most of the named places lie in, where it is the first country named or is itself not named.
    """
    usable = [
        r
        for r in regions
        if r.form not in {"anaphor", "dateline"}
        and r.type not in {"world", "continent"}
        and tokens.sentences[tokens.sentence_of[r.start]].kind in {"prose", "line", "title"}
    ]
    if not usable:
        return None
    lead = _lead_end(tokens)
    titles = [r for r in usable if tokens.sentences[tokens.sentence_of[r.start]].kind == "title"]
    titled = any(sentence.kind == "title" for sentence in tokens.sentences)
    lead_regions = titles if titled else [r for r in usable if tokens.sentence_of[r.start] <= lead]
    local = _local_home(lead_regions, usable, regions)
    if local is not None:
        return local
    countries = [r for r in usable if r.type == "country"]
    votes = Counter(r.country or r.code for r in usable if r.country or r.type == "country")
    most = max(votes, key=lambda code: votes[code], default=None)
    if countries and (most is None or countries[0].code == most or votes[countries[0].code] * 2 > votes[most]):
        return countries[0]
    inside = [r for r in usable if r.code == most] or [r for r in usable if r.country == most]
    if inside and inside[0].type != "country" and len({r.name for r in inside}) > 1:
        first = inside[0]
        return RegionMention(first.start, first.end, first.start_char, first.end_char, most or "", most, "country", most)
    if inside:
        return inside[0]
    counts = Counter(r.name for r in usable)
    return max(usable, key=lambda r: (counts[r.name], -r.start))


def _lead_end(tokens: Tokens) -> int:
    """The index of the second sentence of prose."""
    prose = [n for n, sentence in enumerate(tokens.sentences) if sentence.kind == "prose"]
    return prose[1] if len(prose) > 1 else prose[0] if prose else len(tokens.sentences)


def _local_home(
    lead: list[RegionMention], usable: list[RegionMention], regions: list[RegionMention]
) -> RegionMention | None:
    if not lead or lead[0].type in {"country", "bloc", "cluster"} or any(r.type == "country" for r in lead):
        return None
    first = lead[0]
    named = sum(r.name == first.name for r in usable)
    meant = sum(r.form == "anaphor" and r.type == first.type for r in regions)
    others = Counter(r.name for r in usable if r.type == first.type)
    alone = all(count < named for name, count in others.items() if name != first.name)
    return first if named + meant >= 2 and alone else None
