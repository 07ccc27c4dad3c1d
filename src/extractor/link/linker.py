"""The cascade: sentence by sentence from mentions to drafts, then the context that a sentence lacks."""

from __future__ import annotations

import datetime

from extractor.language.lexicon import MODAL, Lexicon
from extractor.language.tokens import Sentence, Tokens
from extractor.link.agegroups import AgeGroups
from extractor.link.companies.earnings import EarningsNames
from extractor.link.companies.markets import MarketScreen
from extractor.link.companies.owners import OwnerLinker
from extractor.link.companies.possessors import part_possessor
from extractor.link.dates.times import TimeLinker
from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.leadin import LeadIn
from extractor.link.pairs import pair, share_reading, split
from extractor.link.projection import projected
from extractor.link.reader import QuantityReader
from extractor.link.readings.denominators import Denominators
from extractor.link.regions.places import PlaceLinker
from extractor.link.screen import Screen
from extractor.link.sources import attribution
from extractor.link.syntax.chunks import Chunk, Chunker
from extractor.link.syntax.clauses import clause_numbers
from extractor.link.syntax.phrases import PhraseText
from extractor.link.syntax.tagger import Tagger
from extractor.link.units import Starts, units
from extractor.link.wholesentence import WholeSentence
from extractor.match.mentions import DateMention, QuantityMention, RegionMention
from extractor.rules import RuleSet

_READ = frozenset({"prose", "line", "title"})
_FEW = 12  # a count that describes, not what a sentence is about
_LEAD = 1  # sentences read for their names and dates even if they hold no number


class Linker:
    """Built once from the rules; ``link`` is pure."""

    def __init__(self, rules: RuleSet, lexicon: Lexicon) -> None:
        self._table = FrameTable(rules)
        self._text = PhraseText(lexicon, self._table)
        self._lexicon = lexicon
        cues = self._table.cues
        verbs = self._table.forms(lexicon) | lexicon.forms_of(set(cues["say"]))
        self._tagger = Tagger(lexicon, verbs, self._table.forms(lexicon, moving=True), cues)
        self._factor_forms = lexicon.forms_of(set(self._table.factors))
        self._chunker = Chunker(lexicon, cues["closing_noun"], cues["while"], cues["two_word_preposition"])
        self._names = EarningsNames(cues)
        self._denominators = Denominators(self._table)
        self._reader = QuantityReader(self._table, self._text, self._denominators)
        self._whole = WholeSentence(self._table)
        self._screen = Screen(self._table)
        self._ages = AgeGroups(self._table)

    def link(
        self,
        tokens: Tokens,
        quantities: list[QuantityMention],
        dates: list[DateMention],
        regions: list[RegionMention],
        anchor: datetime.date | None,
    ) -> list[Clauses]:
        """Sentences with drafts, in order; their chunks are kept for who wants to see the steps."""
        # "doubled" stays a verb here: the frames read it with its subject and object.
        quantities, ages = self._ages.find(tokens, quantities)
        quantities = self._screen.without_models(tokens, quantities, regions)
        quantities = [quantity for quantity in quantities if not self._verb_of_number(tokens, quantity)]
        fixed, starts = units(quantities, dates, regions)
        fixed |= ages | self._hedges(tokens, quantities)
        wanted = {tokens.sentence_of[q.start] for q in quantities}
        if not self._factor_forms.isdisjoint(tokens.lower):
            wanted |= {tokens.sentence_of[i] for i, word in enumerate(tokens.lower) if word in self._factor_forms}
        if not wanted:
            return []
        wanted |= _headings(tokens, wanted)
        read: list[Clauses] = []
        history: list[Draft] = []
        lead_in = LeadIn(self._table, self._text)
        for index, sentence in enumerate(tokens.sentences):
            told = len(read) > _LEAD and sum(one.sentence.kind == "prose" for one in read[: _LEAD + 2]) > 0
            if sentence.kind not in _READ or (index not in wanted and told and sentence.kind != "title"):
                continue
            clauses = Clauses(index, sentence, tokens, self._chunks(tokens, sentence, fixed, starts))
            clauses.paths = clause_numbers(clauses.chunks)
            previous = next((c for c in reversed(read) if c.drafts), None)
            clauses.previous = _main_of(previous) if previous else None
            clauses.history = history
            clauses.lead = lead_in.over(clauses)
            self._read_sentence(clauses)
            history = history + clauses.drafts if clauses.drafts else history
            lead_in.see(clauses)
            read.append(clauses)
        if history:
            self._context(read, regions, dates, anchor)
        return [clauses for clauses in read if clauses.drafts]

    def _hedges(self, tokens: Tokens, quantities: list[QuantityMention]) -> dict[int, str]:
        """Tags of words that only say how exact a number is: "close to 50", "in the range of 50 to 60"."""
        hedges, lower = self._table.cues["hedge"], tokens.lower
        spanning, within = self._table.cues["spanning"], self._table.cues["within"]
        starts = (q.start for q in quantities if q.modifier == "~" and q.start > 1 and lower[q.start - 2] in hedges)
        tags = {i: "R" for start in starts for i in (start - 2, start - 1)}
        spans = (q.start for q in quantities if q.low is not None and q.start > 3 and lower[q.start - 2] in spanning)
        to = self._table.cues["to"]  # "cut to a range of 5 to 6": this preposition stays
        ranges = (range(start - 4 + (lower[start - 4] in to), start) for start in spans if lower[start - 4] in within)
        tags |= {i: "R" for span in ranges for i in span}
        either = self._table.cues["plus_or_minus"]
        signed = (q.start for q in quantities if q.start > 2 and either.issuperset(lower[q.start - 3 : q.start]))
        return tags | {i: "R" for start in signed for i in range(start - 3, start)}  # "of plus or minus 3.3 points"

    def _verb_of_number(self, tokens: Tokens, quantity: QuantityMention) -> bool:
        """"doubled", but not "double the 4.4 million of last year"."""
        if quantity.number[1] - quantity.number[0] != 1 or tokens.lower[quantity.start] not in self._factor_forms:
            return False
        if quantity.end - quantity.start > 1:
            return False
        if quantity.start and self._lexicon.classes(tokens.lower[quantity.start - 1]) & MODAL:
            return True  # "will double the floor space"
        following = tokens.lower[quantity.end] if quantity.end < len(tokens) else ""
        reference = following in self._table.cues["before_reference"]
        return not (reference and tokens.lower[quantity.start] in self._table.factors)

    def _read_sentence(self, clauses: Clauses) -> None:
        for k, chunk in enumerate(clauses.chunks):
            if chunk.kind == "q" and chunk.quantity is not None and self._screen.is_fact(clauses, k):
                clauses.drafts.append(self._reader.read(clauses, k))
            elif chunk.kind == "vg" and chunk.word in self._table.factors:
                number = self._table.factors[chunk.word].mention(clauses.tokens, chunk.head)
                clauses.drafts.append(self._reader.read_factor(clauses, k, number))
        self._whole.ranks(clauses)
        self._denominators.shared(clauses)
        share_reading(clauses, self._table)
        self._whole.points(clauses)

    def _context(
        self,
        read: list[Clauses],
        regions: list[RegionMention],
        dates: list[DateMention],
        anchor: datetime.date | None,
    ) -> None:
        """What sentences lack: owner, period, place, source."""
        owners, markets = self._owners(read)
        business, daily = owners.leads or markets.business(read), markets.daily(read)
        tokens = read[0].tokens if read else None
        regions = owners.without_name(read, regions)
        places = PlaceLinker(self._table, tokens, regions, at_home=not business)
        for clauses in read:
            for draft in clauses.drafts:
                draft.projected = draft.projected or projected(clauses, draft, self._table)
        times = TimeLinker(self._table, anchor, business=business, daily=daily)
        for clauses in read:
            for draft in clauses.drafts:
                draft.projected = draft.projected or projected(clauses, draft, self._table)
        times.find_article_period(read, dates)
        last: TokenSpan | None = None
        for clauses in read:
            source = attribution(clauses, self._table, self._table.cues["according"], last)
            last = source or last
            times.link(clauses)
            pair(clauses, self._table, self._text)
            for draft in clauses.drafts:
                draft.attribution = source
                places.link(clauses, draft)
            split(clauses, self._table)

    def _owners(self, read: list[Clauses]) -> tuple[OwnerLinker, MarketScreen]:
        """Whose numbers they are, in which money, and which of them are of a market."""
        owners = OwnerLinker(self._table, self._text)
        for clauses in read:
            owners.note(clauses)
        markets = MarketScreen(self._table)
        markets.survey(read)
        if owners.owner is None and markets.results(read):
            owners.guess(read)
        if not owners.leads:
            owners.lead_name(read)
        money = None
        for clauses in read:
            for draft in clauses.drafts:
                unit = draft.quantity.unit
                if unit is not None and unit.dimension == "currency" and not unit.per_name and not draft.quantity.elided:
                    money = unit
                draft.money = money
                part_possessor(clauses.tokens, draft, self._table, self._lexicon)
                owners.link(clauses, draft)
                markets.mark(clauses, draft)
        return owners, markets

    def _chunks(self, tokens: Tokens, sentence: Sentence, fixed: dict[int, str], starts: Starts) -> list[Chunk]:
        inside = {i: fixed[i] for i in range(sentence.start, sentence.end) if i in fixed}
        tags = self._tagger.tag(tokens, sentence.start, sentence.end, inside)
        return self._names.join(tokens, self._chunker.chunk(tokens, sentence.start, tags, starts))


def _main_of(clauses: Clauses) -> Draft:
    """The first fact of the main clause: not the six of "the index, which tracks six peers, fell 0.15 percent"."""
    main = (d for d in clauses.drafts if not clauses.paths[d.chunk] and d.metric is not None)
    first = clauses.drafts[0]
    few = first.quantity.value is not None and first.quantity.value <= _FEW
    inserted = clauses.paths[first.chunk] and first.quantity.noun is not None and few
    return next(main, first) if inserted else first


def _headings(tokens: Tokens, wanted: set[int]) -> set[int]:
    """The sentences right over lists with numbers."""
    return {n - 1 for n in wanted if n and tokens.sentences[n].kind == "line"} - wanted
