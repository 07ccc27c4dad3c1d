"""Which characters of a noun phrase are the metric or the subject: without article, region and time at its edges."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.link.drafts import Clauses, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk

_NOUN = lx.ANY_NOUN | lx.UNKNOWN
_CONTENT = lx.ANY_NOUN | lx.ADJ | lx.ANY_VERB | lx.UNKNOWN | lx.NUMBER | lx.ADVERB



class PhraseText:
    """Trims chunk ranges to token spans."""

    def __init__(self, lexicon: Lexicon, table: FrameTable) -> None:
        self._lexicon = lexicon
        self._table = table

    def span(self, clauses: Clauses, first: int, last: int) -> TokenSpan:
        """All tokens of the chunks ``first`` to ``last``."""
        return clauses.chunks[first].start, clauses.chunks[last].end

    def metric(self, clauses: Clauses, first: int, last: int) -> TokenSpan | None:
        """The phrase without articles, the region that owns it, and trailing places and dates; None for short forms.

        "China's R&D spending in 2024" is "R&D spending", "the rate" is None.
        """
        chunks = clauses.chunks
        quantity = chunks[first].quantity
        if quantity is not None:
            return self.counted(clauses, first)
        if last > first and all(self._only_region(chunk) for chunk in chunks[first : last + 1] if chunk.kind == "np"):
            return None  # "Liuzhou and Nanning"
        last = self.without_tail(chunks, first, self._before_counted(chunks, first, last))
        start, end = chunks[first].start, chunks[last].end
        start = self._without_front(clauses, chunks[first], start, end)
        if end - start > 1 and self._left_so(clauses.tokens.lower, end):
            end -= 1
        places = [chunk for chunk in chunks[first : last + 1] if chunk.kind == "np"]
        if start >= end or (len(places) > 1 and all(self._only_region(chunk) for chunk in places)):
            return None
        head = chunks[first].word
        if first == last and end - start <= 1 and head in self._table.cues["short_form"]:
            return None
        date = chunks[first].date
        content = _NOUN if date is not None and date.end <= start else _CONTENT  # "45 minutes early"
        if chunks[first].form == "pronoun" or not any(
            self._lexicon.classes(word) & content for word in clauses.tokens.lower[start:end]
        ):
            return None
        return start, end

    def counted(self, clauses: Clauses, k: int) -> TokenSpan | None:
        """The counted noun of the quantity at chunk ``k``, with its denominator: "patents per 10,000 people"."""
        quantity = clauses.chunks[k].quantity
        if quantity is None or quantity.noun is None:
            return None
        per = quantity.unit is not None and quantity.unit.per_name is not None
        return (quantity.noun[0], quantity.end) if per and quantity.end > quantity.noun[1] else quantity.noun

    def subject(self, clauses: Clauses, first: int, last: int) -> TokenSpan | None:
        """Like ``metric``, but None also where the phrase is only a region."""
        found = self.metric(clauses, first, last)
        chunk = clauses.chunks[first]
        if found is None or (first == last and self._only_region(chunk)):
            return None
        return found

    def is_actor(self, clauses: Clauses, span: TokenSpan) -> bool:
        """True for a span that is only names: a company, a place, a person."""
        words = clauses.tokens.words[span[0] : span[1]]
        measured = self._table.cues["measured_in"] | self._table.cues["company_metric"]
        first = clauses.tokens.sentences[clauses.tokens.sentence_of[span[0]]].start
        if len(words) == 1 and span[0] == first and (words[0].lower() in measured or self.known_noun(words[0].lower())):
            return False  # "Sales rose": the capital opens the sentence
        return all(word[0].isupper() or not word[0].isalpha() for word in words)

    def without_other(self, clauses: Clauses, metric: TokenSpan, owner: TokenSpan | None) -> TokenSpan:
        """"Corvane Motors sales fell", then "Tolvane fell 4 percent": the measure without the name of the first."""
        words, lower = clauses.tokens.words, clauses.tokens.lower
        if owner is None or not self.is_actor(clauses, owner) or lower[metric[0]] == lower[owner[0]]:
            return metric
        start = metric[0]
        while start < metric[1] - 1 and words[start][0].isupper():
            start += 1
        opens = clauses.tokens.sentences[clauses.tokens.sentence_of[metric[0]]].start == metric[0]
        named = start - metric[0] > int(opens)  # one capital that opens a sentence may be any noun's
        return (start, metric[1]) if named and words[start].islower() else metric

    def known_noun(self, word: str) -> bool:
        """A noun in the singular that the lexicon knows: "Rainfall", but not "Vessia" and "Bakers"."""
        classes = self._lexicon.classes(word)
        return bool(classes & lx.NOUN) and not classes & (lx.UNKNOWN | lx.PLURAL)

    def only_names(self, clauses: Clauses, span: TokenSpan) -> bool:
        """True where the span is a region, or names that a region is in: never a metric."""
        for chunk in clauses.chunks:
            for region in chunk.regions:
                if region.start <= span[0] and span[1] <= region.end:
                    return True
        return False

    def _left_so(self, lower: list[str], end: int) -> bool:
        """"left its cash rate unchanged", not "the price of a flat"."""
        opens = self._lexicon.classes(lower[end - 2]) & (lx.ARTICLE | lx.DETERMINER | lx.ADJ)
        return lower[end - 1] in self._table.cues["left_so"] and not opens

    def only_superlative(self, clauses: Clauses, span: TokenSpan) -> bool:
        """"highest" of "had the highest, 5.2 percent"."""
        return self._table.cues["superlative_head"].issuperset(clauses.tokens.lower[span[0] : span[1]])

    def is_blank(self, clauses: Clauses, span: TokenSpan) -> bool:
        """"national average", "close", "real-terms": words that measure nothing by themselves."""
        words = clauses.tokens.lower[span[0] : span[1]]
        joined = not self._table.cues["hyphen"].isdisjoint(words)  # not "net cash"
        reckoned = joined and self._table.cues["reckoned_in"].issuperset(words)
        return reckoned or self._table.cues["blank_metric"].issuperset(words)

    def only_adjective(self, clauses: Clauses, k: int) -> bool:
        """"held steady at", "came next at": one word that can be an adjective, without an article."""
        chunk = clauses.chunks[k]
        return chunk.end - chunk.start == 1 and bool(self._lexicon.classes(chunk.word) & lx.ADJ)

    def plural(self, clauses: Clauses, k: int) -> bool:
        """The group ends in a plural: "rifles", "women"."""
        return bool(self._lexicon.classes(clauses.tokens.lower[clauses.chunks[k].end - 1]) & lx.PLURAL)

    def bare(self, clauses: Clauses, first: int, last: int) -> TokenSpan | None:
        """The phrase without articles and edges, short form or not."""
        chunks = clauses.chunks
        last = self.without_tail(chunks, first, last)
        start = self._without_front(clauses, chunks[first], chunks[first].start, chunks[last].end)
        words = clauses.tokens.lower[start : chunks[last].end]
        return (start, chunks[last].end) if any(self._lexicon.classes(word) & _CONTENT for word in words) else None

    def without_last_word(self, clauses: Clauses, at: int) -> TokenSpan | None:
        """"a sales increase" without "increase": the noun before the noun of change, if there is one."""
        chunk = clauses.chunks[at]
        start = self._without_front(clauses, chunk, chunk.start, chunk.head)
        while start < chunk.head and not self._lexicon.classes(clauses.tokens.lower[chunk.head - 1]) & lx.ANY_NOUN:
            return None
        return (start, chunk.head) if start < chunk.head else None

    def without_tail(self, chunks: list[Chunk], first: int, last: int) -> int:
        """The last chunk of the phrase that is no place, date or preposition: "people in Estonia" ends with "people"."""
        while last > first:
            chunk = chunks[last]
            place = chunk.kind == "np" and (
                self._only_region(chunk)
                or self._located(chunks, first, last)
                or chunk.word in self._table.cues["closing_noun"]  # "attrition on a 12-month basis"
            )
            if place and self.partner(chunks, last):
                break
            if chunk.kind in {"date", "prep", "adv", ","} or place:
                last -= 1
            else:
                break
        return last

    def _before_counted(self, chunks: list[Chunk], first: int, last: int) -> int:
        """"prices in the 20 biggest cities", "utilisation among 247 mills": what is counted says where, not what."""
        where = self._table.cues["located"] | self._table.cues["among"]
        for n in range(first + 2, last + 1):
            quantity = chunks[n].quantity
            counted = quantity is not None and (quantity.unit is None or quantity.unit.noun)
            if counted and chunks[n - 1].kind == "prep" and chunks[n - 1].word in where:
                return n - 2
        return last

    def partner(self, chunks: list[Chunk], at: int) -> bool:
        """"exports to Germany", "trade with the United States": what flows, not where."""
        if at < 2 or chunks[at - 1].kind != "prep" or chunks[at - 1].word not in self._table.cues["flow_to"]:
            return False
        flow, coming = chunks[at - 2].word, self._table.cues["newcomer"]
        home = flow in coming and chunks[at - 1].word in self._table.cues["to"]  # "visitors to Iceland"
        return flow in self._table.cues["partner_flow"] and not home

    def _located(self, chunks: list[Chunk], first: int, last: int) -> bool:
        """"copper on the London Metal Exchange", "clearing in Brazil's Amazon": a place behind "in", "on", "at"."""
        preposition = chunks[last - 1]
        if chunks[first].word in self._table.cues["equity"] | self._table.cues["bond_yield"]:
            return False  # "shares in Celandra", "the yield on the 10-year Treasury"
        if last - 1 <= first or preposition.kind != "prep" or preposition.word not in self._table.cues["located"]:
            return False
        regions = chunks[last].regions
        ends = bool(regions) and regions[-1].end >= chunks[last].end  # not "deaths on Estonian roads"
        return ends or chunks[last].form == "name"

    def _only_region(self, chunk: Chunk) -> bool:
        """The group is a region and perhaps an article: "the Western Cape"."""
        return bool(chunk.regions) and chunk.regions[-1].end >= chunk.end and chunk.regions[0].start - chunk.start <= 1

    def _without_front(self, clauses: Clauses, chunk: Chunk, start: int, end: int) -> int:
        lower = clauses.tokens.lower
        moved = True
        while moved and start < end:
            moved = False
            region = next((r for r in chunk.regions if r.start == start), None) if chunk.regions else None
            unknown = region is not None and region.form == "anaphor" and region.means is None
            if unknown and region is not None and lower[region.end] not in self._table.cues["clitic"]:
                region = None  # "the capital adequacy ratio"
            date = chunk.date if chunk.date is not None and chunk.date.start == start else None
            dated = date is not None
            if date is not None and date.type == "DURATION" and "-" in clauses.tokens.words[start : date.end]:
                break  # "ten-year yields"
            if region is None and not dated and start + 1 < end and clauses.tokens.words[start + 1] == "-":
                break  # "the most-active contract"
            if region is not None and clauses.tokens.words[region.end : region.end + 1] != ["-"]:
                start, moved = region.end, True
            elif chunk.date is not None and chunk.date.start == start and chunk.date.end < end:
                start, moved = chunk.date.end, True
                start += start + 1 < end and bool(self._lexicon.classes(lower[start]) & lx.CLITIC)  # "this year's harvest"
            elif lower[start] in self._table.cues["superlative_head"] and start + 2 < end and lower[start + 1] != "-":
                start, moved = start + 1, True  # "the highest official rate"
            elif lower[start] in self._table.cues["adjoining"] and any(r.start == start + 1 for r in chunk.regions):
                start, moved = start + 1, True  # "neighbouring Sweden"
            elif self._lexicon.classes(lower[start]) & (lx.ARTICLE | lx.POSSESSIVE | lx.DETERMINER) and not (
                start + 1 < end and lower[start + 1] in self._table.cues["hyphen"]  # "all-in costs"
            ):
                start, moved = start + 1, True
        return start
