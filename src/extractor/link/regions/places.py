"""Where a number holds: the region in its clause, in its sentence, or the article's home."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.link.companies.markets import exchange_rate
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before
from extractor.link.regions.home import find_home
from extractor.link.regions.placerows import PlaceRows
from extractor.link.regions.sentenceplaces import SentencePlaces
from extractor.link.regions.widerplaces import WiderPlaces
from extractor.link.syntax.clauses import subject_of
from extractor.match.mentions import RegionMention

_NEAR = 3  # chunks between a number and "national"
_SHARES = frozenset({"frames.share_of", "frames.share"})


class PlaceLinker:
    """Gives each draft its region. ``home`` is the place that the article is about."""

    def __init__(
        self, table: FrameTable, tokens: Tokens | None, regions: list[RegionMention], *, at_home: bool = True
    ) -> None:
        self._table = table
        self._cues = table.cues
        self._rows = PlaceRows(table)
        self._regions = regions
        self._currency = ""  # the first one whose rate of exchange the article states
        self.home = find_home(tokens, regions, self._cues) if tokens is not None and at_home else None
        self._near = SentencePlaces(table, self.home)
        self._wider = WiderPlaces(table, regions, self.home)

    def link(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``regions`` and ``region_inherited``."""
        currency = exchange_rate(clauses, draft, self._table)
        if currency:
            self._of_currency(draft, currency)
            return
        draft.regions = [self._near.resolved(region) for region in self._given(clauses, draft)]
        if draft.market:
            draft.regions = []
        elif draft.regions:
            if len(draft.regions) == 1 and "frames.respectively" not in draft.rules:
                earlier = [r for c in clauses.chunks[: draft.chunk] for r in c.regions]
                named = [n for n, region in enumerate(earlier) if region is draft.regions[0]]
                draft.regions = self._rows.joined(clauses, earlier[: named[0] + 1]) if named else draft.regions
            draft.rules.append("context.region_beside")
        elif draft.company:
            draft.regions = self._near.of_company(clauses, draft)
        elif sharers := self._sharers(clauses, draft):
            draft.regions = sharers
            draft.rules.append("context.sharer")
        else:
            self._search(clauses, draft)
        self._origin(clauses, draft)

    def _origin(self, clauses: Clauses, draft: Draft) -> None:
        """"Americans were the largest group of arrivals": who came, to the country that the article is about."""
        if len(draft.regions) != 1 or self.home is None or draft.metric is None:
            return
        if self._partner_share(clauses, draft):
            return
        if draft.regions[0].form != "demonym" and not self._from_there(clauses, draft.regions[0]):
            return
        origin, words = draft.regions[0], clauses.tokens.lower[slice(*draft.metric)]
        if origin.type != "country" or origin.code == self.home.code or self._cues["newcomer"].isdisjoint(words):
            return
        draft.regions, draft.region_inherited = [self.home], True
        draft.subject = draft.subject or (origin.start, origin.end)
        draft.rules.append("context.origin")

    def _partner_share(self, clauses: Clauses, draft: Draft) -> bool:
        """"Italy was the main buyer with 21% of exports, followed by China with 18%": shares of the home's trade."""
        partner, lower = draft.regions[0], clauses.tokens.lower
        words = lower[slice(*draft.metric)] if draft.metric is not None else []
        traded = not self._cues["trade_noun"].isdisjoint(words) and draft.kind == "level"
        if not traded or self.home is None or self.home.type != "country" or partner.type != "country":
            return False
        named = any(chunk.word in self._cues["trade_partner"] for chunk in clauses.chunks if chunk.kind == "np")
        before = draft.before
        goes_on = before is not None and "context.partner_share" in before.rules and before.metric == draft.metric
        if partner.code == self.home.code or not (named or goes_on):
            return False
        draft.regions, draft.region_inherited = [self.home], True
        draft.subject = draft.subject or (partner.start, partner.end)
        draft.rules.append("context.partner_share")
        return True

    def _from_there(self, clauses: Clauses, region: RegionMention) -> bool:
        """"Most arrivals were from the Philippines (2,100), Sri Lanka (1,900) and Ukraine (1,800)"."""
        lower, inside = clauses.tokens.lower, clauses.sentence.start <= region.start < clauses.sentence.end
        placing = self._cues["located"] | self._cues["to"] | self._cues["from"]
        before = reversed(range(clauses.sentence.start, region.start)) if inside else iter(())
        return next((lower[i] in self._cues["from"] for i in before if lower[i] in placing), False)

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
        places = [self._near.resolved(group.regions[-1]) for group in groups]
        return places if all(place.form == "name" for place in places) else []

    def _search(self, clauses: Clauses, draft: Draft) -> None:
        found = self._wider.national(clauses, draft) or self._wider.there(clauses, draft) or self._its(clauses, draft)
        before = [] if found else self._before(clauses)
        found = found or self._near.of_number(clauses, draft)
        before = before if found or before else [self._near.resolved(region) for region in self._wider.opening(clauses)]
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
        return [self._near.resolved(places[0])] if alone else []

    def _before(self, clauses: Clauses) -> list[RegionMention]:
        """"Its output fell": the sentence is about the place that the one before opens with."""
        first, lower = clauses.chunks[0], clauses.tokens.lower
        if first.kind == "np" and lower[first.start] in self._cues["its"] and clauses.index:
            last = clauses.tokens.sentences[clauses.index - 1]
            named = [r for r in self._regions if last.start <= r.start < min(last.end, last.start + _NEAR)]
            named = named or self._only(last.start, last.end)
            named = [region for region in named if region.type != "world"]
            if named and self.home is not None:
                return [self._near.resolved(named[0])]
        goes_on = first.word in self._cues["it"] or lower[first.start] in self._cues["its"]
        previous = clauses.previous
        if previous is None or not (goes_on or self._same_paragraph(clauses, previous)):
            return []
        return [region for region in previous.regions if region.type != "world"]

    def _same_paragraph(self, clauses: Clauses, previous: Draft) -> bool:
        """In news of many places, without a home, a paragraph stays where it is."""
        stays = clauses.tokens.sentences[previous.sentence].paragraph == clauses.sentence.paragraph
        return stays and not previous.company and (self.home is None or self._nationwide(clauses, previous))

    def _nationwide(self, clauses: Clauses, previous: Draft) -> bool:
        """"The country as a whole spent 3.3 trillion": in news of a province, the paragraph goes on with the country."""
        if self.home is None or len(previous.regions) != 1 or previous.region_inherited:
            return False
        place, opens = previous.regions[0], clauses.tokens.sentences[previous.sentence].start
        wider = place.type == "country" and place.code == self.home.country and place.code != self.home.code
        return wider and place.start - opens < _NEAR

    def _only(self, start: int, end: int) -> list[RegionMention]:
        """The one place that a sentence names."""
        inside = [r for r in self._regions if start <= r.start < end and r.form == "name"]
        return inside if len({r.name for r in inside}) == 1 else []
