"""Where a number holds: the region in its clause, in its sentence, or the article's home."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.link.chunks import Chunk
from extractor.link.clauses import ancestors, subject_of
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before
from extractor.link.home import find_home
from extractor.link.markets import exchange_rate
from extractor.link.owndates import BORDERS, border
from extractor.link.placerows import PlaceRows
from extractor.link.placescreen import PlaceScreen
from extractor.link.widerplaces import WiderPlaces
from extractor.match.mentions import RegionMention

Placed = list[tuple[int, RegionMention]]
_NEAR = 3  # chunks between a number and "national"
_ENDS = frozenset({",", ";", ")", "conj"})
_SHARES = frozenset({"frames.share_of", "frames.share"})
_NAMED = frozenset({"name", "demonym"})
_OPENERS = frozenset({",", ";", "conj", "sub", "."})


class PlaceLinker:
    """Gives each draft its region. ``home`` is the place that the article is about."""

    def __init__(
        self, table: FrameTable, tokens: Tokens | None, regions: list[RegionMention], *, at_home: bool = True
    ) -> None:
        self._table = table
        self._cues = table.cues
        self._screen = PlaceScreen(table)
        self._rows = PlaceRows(table)
        self._regions = regions
        self._currency = ""  # the first one whose rate of exchange the article states
        self.home = find_home(tokens, regions, self._cues) if tokens is not None and at_home else None
        self._wider = WiderPlaces(table, regions, self.home)

    def link(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``regions`` and ``region_inherited``."""
        currency = exchange_rate(clauses, draft, self._table)
        if currency:
            self._of_currency(draft, currency)
            return
        draft.regions = [self._resolved(region) for region in self._given(clauses, draft)]
        if draft.market:
            draft.regions = []
        elif draft.regions:
            if len(draft.regions) == 1 and "frames.respectively" not in draft.rules:
                earlier = [r for c in clauses.chunks[: draft.chunk] for r in c.regions]
                named = [n for n, region in enumerate(earlier) if region is draft.regions[0]]
                draft.regions = self._rows.joined(clauses, earlier[: named[0] + 1]) if named else draft.regions
            draft.rules.append("context.region_beside")
        elif draft.company:
            draft.regions = self._of_company(clauses, draft)
        elif sharers := self._sharers(clauses, draft):
            draft.regions = sharers
            draft.rules.append("context.sharer")
        else:
            self._search(clauses, draft)
        self._origin(clauses, draft)

    def _origin(self, clauses: Clauses, draft: Draft) -> None:
        """"Americans were the largest group of arrivals": who came, to the country that the article is about."""
        if len(draft.regions) != 1 or draft.regions[0].form != "demonym" or self.home is None or draft.metric is None:
            return
        origin, words = draft.regions[0], clauses.tokens.lower[slice(*draft.metric)]
        if origin.type != "country" or origin.code == self.home.code or self._cues["newcomer"].isdisjoint(words):
            return
        draft.regions, draft.region_inherited = [self.home], True
        draft.subject = draft.subject or (origin.start, origin.end)
        draft.rules.append("context.origin")

    def _of_currency(self, draft: Draft, currency: str) -> None:
        """The first currency that an article is about is its home's; the others have no place."""
        self._currency = self._currency or currency
        draft.regions = [self.home] if self.home is not None and currency == self._currency and not draft.market else []
        draft.region_inherited = bool(draft.regions)

    def _given(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """The places that reading the number gave, unless the one before is of the number before: "71 in Haryana"."""
        if not draft.regions:
            return []
        chunks, k = clauses.chunks, draft.chunk
        left = next((n for n in range(k - 1, 0, -1) if any(r in chunks[n].regions for r in draft.regions)), 0)
        if not left or chunks[left - 1].kind != "prep":
            return draft.regions
        beside = self._rows.beside(clauses, k, len(chunks), [(n, r) for n, c in enumerate(chunks) for r in c.regions])
        last = max((n for n in range(k) if chunks[n].kind == "q"), default=-1)
        quantity = chunks[last].quantity if last >= 0 else None
        ranked = quantity is not None and quantity.form == "rank" and self._rows.belongs(chunks, last, left)
        return beside or ([] if ranked else draft.regions)

    def _sharers(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """"The delta accounted for 36 percent of the country's patents": the subject has the share."""
        verb = verb_before(clauses, draft.chunk) if not _SHARES.isdisjoint(draft.rules) else -1
        before = draft.before
        if before is not None and "context.sharer" in before.rules and before.metric == draft.metric:
            past = clauses.chunks[before.chunk + 3 : draft.chunk]  # behind "of the country's patents"
            return [] if any(chunk.regions for chunk in past) else list(before.regions)  # ", up 1.3 points"
        if verb < 0 or clauses.chunks[verb].form != "finite" or clauses.paths[verb] != clauses.paths[draft.chunk]:
            return []
        subject = subject_of(clauses.chunks, verb)
        if subject is None or any(chunk.regions for chunk in clauses.chunks[verb : draft.chunk]):
            return []  # "Hue accounted for 23 of the deaths and Da Nang for 17"
        groups = [chunk for chunk in clauses.chunks[subject.first : subject.last + 1] if chunk.kind == "np"]
        if any(not group.regions or group.regions[-1].end < group.end for group in groups):
            return []
        places = [self._resolved(group.regions[-1]) for group in groups]
        return places if all(place.form == "name" for place in places) else []

    def _search(self, clauses: Clauses, draft: Draft) -> None:
        found = self._wider.national(clauses, draft) or self._wider.there(clauses, draft) or self._its(clauses, draft)
        before = [] if found else self._before(clauses)
        found = found or self._in_sentence(clauses, draft)
        before = before if found or before else [self._resolved(region) for region in self._wider.opening(clauses)]
        if found:
            draft.regions, rule = found, "context.region_sentence"
        elif before:
            draft.regions, draft.region_inherited, rule = before, True, "context.region_before"
        elif self.home is not None:
            draft.regions, draft.region_inherited, rule = [self.home], True, "context.region_home"
        elif source := self._wider.source(draft):
            draft.regions, draft.region_inherited, rule = source, True, "context.region_source"
        else:
            return
        draft.rules.append(rule)

    def _its(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
        """"Chad cut its selling price to Asia by 1 dollar": what the subject has is of the subject's place."""
        verb = verb_before(clauses, draft.chunk)
        lower, own = clauses.tokens.lower, draft.metric
        if own is None or verb < 1 or lower[own[0] - 1] not in self._cues["its"]:
            return []
        if not self._cues["future_noun"].isdisjoint(lower[slice(*own)]):
            return []  # "OPEC left its forecast for world demand unchanged"
        subject = subject_of(clauses.chunks, verb) if clauses.chunks[verb].end <= own[0] else None
        places = clauses.chunks[subject.head].regions if subject is not None else []
        alone = subject is not None and len(places) == 1 and places[0].end == clauses.chunks[subject.head].end
        return [self._resolved(places[0])] if alone else []

    def _before(self, clauses: Clauses) -> list[RegionMention]:
        """"Its output fell": the sentence is about the place that the one before opens with."""
        first, lower = clauses.chunks[0], clauses.tokens.lower
        if first.kind == "np" and lower[first.start] in self._cues["its"] and clauses.index:
            last = clauses.tokens.sentences[clauses.index - 1]
            named = [r for r in self._regions if last.start <= r.start < min(last.end, last.start + _NEAR)]
            named = named or self._only(last.start, last.end)
            named = [region for region in named if region.type != "world"]
            if named and self.home is not None:
                return [self._resolved(named[0])]
        goes_on = first.word in self._cues["it"] or lower[first.start] in self._cues["its"]
        previous = clauses.previous
        if previous is None or not (goes_on or self._same_paragraph(clauses, previous)):
            return []
        return [region for region in previous.regions if region.type != "world"]

    def _same_paragraph(self, clauses: Clauses, previous: Draft) -> bool:
        """In news of many places, without a home, a paragraph stays where it is."""
        stays = clauses.tokens.sentences[previous.sentence].paragraph == clauses.sentence.paragraph
        return self.home is None and stays and not previous.company

    def _only(self, start: int, end: int) -> list[RegionMention]:
        """The one place that a sentence names."""
        inside = [r for r in self._regions if start <= r.start < end and r.form == "name"]
        return inside if len({r.name for r in inside}) == 1 else []

    def _resolved(self, region: RegionMention) -> RegionMention:
        """"the province" is the place that it points back to, else the article's home."""
        if region.form != "anaphor":
            return region
        return region.means or self.home or region

    def _of_company(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
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
            if chunks[n].regions and self._topic(chunks, n):
                return [self._resolved(chunks[n].regions[-1])]
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

    def _topic(self, chunks: list[Chunk], n: int) -> bool:
        """The place opens its clause, alone behind "in" or as the subject."""
        alone = chunks[n].regions[-1].end == chunks[n].end and chunks[n].regions[0].start - chunks[n].start <= 1
        if not alone:
            return False
        if n > 0 and chunks[n - 1].kind == "prep" and chunks[n - 1].word in self._cues["located"]:
            return n == 1 or chunks[n - 2].kind in _OPENERS
        opens = n == 0 or chunks[n - 1].kind in _OPENERS
        behind = [chunk.kind for chunk in chunks[n + 1 : n + 3]]
        return opens and (behind[:1] == ["vg"] or behind == [",", "sub"])

    def _usable(self, clauses: Clauses, draft: Draft) -> Placed:
        found: Placed = []
        for n, chunk in enumerate(clauses.chunks):
            for region in chunk.regions:
                place = self._resolved(region)
                unknown = region.form == "anaphor" and place is region
                if not unknown and not self._screen.off_topic(clauses, draft, n, region):
                    found.append((n, place))
        return found

    def _in_sentence(self, clauses: Clauses, draft: Draft) -> list[RegionMention]:
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
        before = self._measured(clauses, draft.before)
        passes = before is not None and before.regions and not before.region_inherited and before.regions[0].type != "world"
        if before is not None and passes and paths[before.chunk] in reach:
            return list(before.regions)
        earlier = [r for n, r in usable if floor < n < k and paths[n] in reach]
        after = [(n, r) for n, r in after if r.type != "world" and not self._of_next(chunks, n, after_q)]
        earlier = earlier[-1:] or [r for _, r in after][-1:]  # not "lost 14,200 pupils and Mulanje 9,800"
        return earlier or self._before_colon(clauses, floor, usable)

    @staticmethod
    def _of_next(chunks: list[Chunk], n: int, after_q: int) -> bool:
        """The place is the next number's: "and Mulanje 9,800", "with Uganda taking 2 million"."""
        taking = after_q == n + 2 and chunks[n + 1].kind == "vg"
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
        topics = [r for n, r in usable if n < floor and self._topic(clauses.chunks, n)]
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
