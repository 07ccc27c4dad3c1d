"""Which date of a sentence a number has as its own: behind it, before it, or at the head of its clause."""

from __future__ import annotations

import datetime
from dataclasses import replace

from extractor.link.dates.baselines import closed
from extractor.link.dates.datescreen import MODIFIERS, DateScreen, Placed, head_before
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import ancestors
from extractor.match.dates.calendar import period_of
from extractor.match.mentions import DateMention

_OF_WHOM = [",", "prep", "sub"]
BORDERS = frozenset({";", "."})  # the kinds of chunks that can be a ``border``
_STOPS = frozenset({".", ":", "?", "!"})
_WHOLE = frozenset({"month", "quarter", "year"})


class DateReader:
    """Reads the dates of an article's sentences for their numbers."""

    def __init__(self, table: FrameTable, anchor: datetime.date | None = None) -> None:
        self._table = table
        self._cues = table.cues
        self._screen = DateScreen(table, anchor)

    def usable(self, clauses: Clauses) -> Placed:
        """The sentence's dates by chunk, without those that are no number's own."""
        return self._screen.usable(clauses)

    def own(self, clauses: Clauses, draft: Draft, dates: Placed) -> DateMention | None:
        """The date that the number's own words give, None if there is none."""
        k = draft.chunk
        if clauses.word(k - 1) in self._cues["to"] and clauses.word(k - 2) in self._cues["home_word"]:
            return None  # "Kasai, home to five million people, last had an outbreak in 2008"
        beside = bracket_date(clauses, k)
        if beside is not None and beside.role == "time":
            return beside
        told = self._told_when(clauses, k) or possessive_date(clauses, draft.chunk, self._cues["clitic"])
        if told is not None or not dates:
            return told
        quantities = [d.chunk for d in clauses.drafts]
        clause = clauses.paths
        behind = self._behind(clauses, draft, dates, quantities, clause) or self._past_insert(clauses, draft, dates)
        if behind is not None:
            return behind
        return self._opened(clauses, k, dates) or self._before(clauses, draft, dates, quantities, clause)

    def _opened(self, clauses: Clauses, k: int, dates: Placed) -> DateMention | None:
        """"Since the outbreak began in March, 9,400 people have been infected"."""
        chunks, (at, date) = clauses.chunks, dates[0]
        opens = chunks[0].word in self._cues["since"] and date.relation == "since" and at < k
        return date if opens and closed(chunks, at) and all(chunk.kind != ";" for chunk in chunks[at:k]) else None

    def _behind(
        self, clauses: Clauses, draft: Draft, dates: Placed, quantities: list[int], clause: list[str]
    ) -> DateMention | None:
        chunks, k = clauses.chunks, draft.chunk
        closed = past_bracket(clauses, k)
        following = min((q for q in quantities if q > closed), default=len(chunks))
        for at, date in dates:
            if not closed < at < following or not (
                self._reaches(chunks, closed, at) if clause[at] == clause[k] else self._when(clauses, k, at)
            ):
                continue
            if any(chunk.word in self._cues["compare"] for chunk in chunks[k + 1 : at]):
                continue  # "76 alerts, compared with none in 2024"
            if self._opens_next(chunks, at, following) or self._of_superlative(clauses, draft, at):
                continue
            counted = date.shift is not None and draft.kind in {"change", "comparison"}
            counted = counted and not self._measured(clauses, k, at)
            if counted and not self._before_that(clauses, draft, at):
                continue
            return date
        return None

    def _when(self, clauses: Clauses, k: int, at: int) -> bool:
        """"seized 1,870 plants when they raided the farm in March": both happened then."""
        chunks = clauses.chunks
        opens = next((n for n in range(at - 1, k, -1) if chunks[n].kind == "sub"), -1)
        if opens != k + 1 or chunks[opens].word not in self._cues["at_once"] or clauses.paths[opens] != clauses.paths[at]:
            return False
        verbs = [chunk for chunk in (*chunks[max(0, k - 2) : k], *chunks[opens:at]) if chunk.kind == "vg"]
        return len(verbs) > 1 and all(verb.past for verb in verbs)

    def _past_insert(self, clauses: Clauses, draft: Draft, dates: Placed) -> DateMention | None:
        """"3 million, of whom 1 million in the north, were out of work in May": the date of the verb behind the insert."""
        chunks, k = clauses.chunks, draft.chunk
        opens = next((n for n in (k + 1, k - 3) if [chunk.kind for chunk in chunks[n : n + 3]] == _OF_WHOM), -1)
        if opens < 0:
            return None
        closes = next((n for n in range(max(opens + 3, k + 1), len(chunks)) if chunks[n].kind in {",", ";"}), -1)
        if closes < 0 or closes + 1 >= len(chunks) or chunks[closes + 1].kind != "vg":
            return None
        return next((date for at, date in dates if at > closes and self._reaches(chunks, closes, at)), None)

    def _measured(self, clauses: Clauses, k: int, at: int) -> bool:
        """"the 5.8 percent drop recorded the previous year"."""
        said = clauses.chunks[at - 1]
        return at - 1 > k and said.kind == "vg" and clauses.tokens.lower[said.head] in self._cues["read_off"]

    def _before_that(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"which had jumped 40 percent the year before", or a change that another follows."""
        chunks, k = clauses.chunks, draft.chunk
        if at == k + 1 and k and chunks[k - 1].kind == "vg":
            verb = clauses.tokens.lower[chunks[k - 1].start : chunks[k - 1].end]
            if not self._cues["perfect"].isdisjoint(verb):
                return True
        return self._follows(clauses, draft)

    def _follows(self, clauses: Clauses, draft: Draft) -> bool:
        """"following a 1.4% gain three months earlier", "against a rise of 0.7% a month earlier"."""
        chunks, k = clauses.chunks, draft.chunk - 1
        while k >= 0 and chunks[k].kind in {"np", "adv", "prep"}:
            if chunks[k].word in self._cues["following"]:
                return True
            k -= 1
        return k >= 0 and chunks[k].word in self._cues["following"]

    def _before(
        self, clauses: Clauses, draft: Draft, dates: Placed, quantities: list[int], clause: list[str]
    ) -> DateMention | None:
        chunks, k = clauses.chunks, draft.chunk
        last = max((q for q in quantities if q < k), default=-1)
        reach = ancestors(clause[k])
        for at, date in reversed(dates):
            if not last < at < k or clause[at] not in reach or self._subordinate(chunks, at, k):
                continue
            opens = self._opens_next(chunks, at, k)
            if date.shift is not None and draft.leg != "earlier" and not (opens and draft.kind == "level"):
                continue
            if self._of_superlative(clauses, draft, at):
                continue
            if last >= 0 and not opens and not self._contrasted(chunks, last, at) and (
                at == last + 2 or self._reaches(chunks, last, at)
            ):
                continue
            return date
        if last < 0 or draft.leg == "earlier" or any(quantities[0] < at < k for at, _ in dates):
            return None
        lead = [
            date
            for at, date in dates
            if at < quantities[0] and date.shift is None and clause[at] in reach and not self._subordinate(chunks, at, k)
            and not self._of_superlative(clauses, draft, at)
        ]
        return lead[-1] if lead else None

    def _of_antecedent(self, chunks: list[Chunk], sub: int) -> DateMention | None:
        """"the epidemic of 2018-2020, which infected 3,470 people"."""
        at = sub - 1 if chunks[sub - 1].kind != "," else sub - 2
        group = [chunk.kind for chunk in chunks[at - 2 : at + 1]] == ["np", "prep", "date"]
        date = chunks[at].date if group and chunks[at - 1].word in self._cues["of"] else None
        return date if date is not None and date.type != "DURATION" else None

    def _contrasted(self, chunks: list[Chunk], last: int, at: int) -> bool:
        """"killed 26 people, while those of February 2024 killed 136": the date is behind the word of contrast."""
        return any(chunk.kind == "sub" and chunk.word in self._cues["while"] for chunk in chunks[last:at])

    def _told_when(self, clauses: Clauses, k: int) -> DateMention | None:
        """"a year ago, when it lost 3 million": the date that the number's clause explains."""
        chunks = clauses.chunks
        at = k - 1
        while at > 0 and chunks[at].kind not in {"sub", ";", "."}:
            at -= 1
        if at > 3 and chunks[at].kind == "sub" and chunks[at].word in self._cues["of_them"]:
            return self._of_antecedent(chunks, at)
        if at < 1 or chunks[at].kind != "sub" or chunks[at].word not in self._cues["when"]:
            return None
        at -= 1 if chunks[at - 1].kind != "," else 2
        date = chunks[at].date if at >= 0 and chunks[at].kind == "date" else None
        if date is None or date.relation != "since" or date.first is None or date.grain not in _WHOLE:
            return date
        return replace(date, relation="during", last=period_of(date.grain, date.first).last)  # not until today

    def _subordinate(self, chunks: list[Chunk], at: int, k: int) -> bool:
        """ "the warmest since records began in 1884, after four heatwaves": the date is of a clause that ends before."""
        verb = head_before(chunks, at)
        if verb < 1 or chunks[verb].kind != "vg":
            return False
        opener = verb - 1
        while opener > 0 and chunks[opener].kind in {"np", "adv"}:
            opener -= 1
        if opener == verb - 1 or chunks[opener].word not in self._cues["clause_opener"]:
            return False
        return any(chunks[n].kind in {",", ";"} for n in range(at + 1, k))

    def _of_superlative(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"the lowest since 1928": the date belongs to the record, not to the number; but "has cut 40 jobs since May"."""
        chunks = clauses.chunks
        date = chunks[at].date
        if date is None or date.relation != "since":
            return False
        if draft.kind == "level" and draft.chunk < at and not self._lasting(clauses, draft.chunk, at):
            return True
        k = at - 1
        while k > 0 and chunks[k].kind in MODIFIERS:
            k -= 1
        first = chunks[k - 1].end if k and chunks[k].kind == "date" else chunks[k].start
        words = clauses.tokens.lower[first : chunks[k].end]  # "its busiest October since 2006"
        return chunks[k].kind in {"np", "date"} and any(
            self._table.superlative(word) for word in words
        )

    def _lasting(self, clauses: Clauses, k: int, at: int) -> bool:
        """The verb before the number is in the perfect and nothing parts the number from the date."""
        chunks = clauses.chunks
        if any(chunks[n].kind in {",", ";", "conj"} for n in range(k + 1, at)):
            return False
        verb = next((n for n in range(k - 1, -1, -1) if chunks[n].kind in {"vg", ";"}), -1)
        if verb > 0 and chunks[verb - 1].kind == "conj":  # "have killed 22 people and burned"
            verb = next((n for n in range(verb - 1, -1, -1) if chunks[n].kind in {"vg", ";"}), verb)
        passive = next((n for n in range(k + 1, at) if chunks[n].kind == "vg"), -1)
        return any(
            n >= 0 and not self._cues["perfect"].isdisjoint(clauses.tokens.lower[chunks[n].start : chunks[n].end])
            for n in (verb, passive)
        )

    def _reaches(self, chunks: list[Chunk], k: int, at: int) -> bool:
        """No border stands between the quantity and the date behind it, and no clause of its own begins there."""
        for n in range(k + 1, at):
            chunk = chunks[n]
            said = chunk.kind == "vg" and chunk.word in self._cues["say"] and not chunk.passive
            if chunk.kind == "vg" and chunk.modal and chunks[n - 1].kind == "conj" and n > k + 1:
                return False  # "is being tested on 60 volunteers and could be ready by November"
            if border(chunk) or (said and n > k + 1):  # but "the 1.65 million reported in 2023"
                return False
            if chunk.kind == "vg" and chunk.form == "ing" and n - 1 > k and chunks[n - 1].kind == ",":
                return False
            clause = chunk.kind == "vg" and chunk.form == "finite" and n - 2 > k and chunks[n - 1].kind == "np"
            if clause and chunks[n - 2].word in self._cues["clause_opener"]:
                return False
        return True

    def _opens_next(self, chunks: list[Chunk], at: int, following: int) -> bool:
        """"..., and in 2023 it was 5": the date stands at the head of the next clause."""
        n = head_before(chunks, at)
        opens = n < 0 or chunks[n].kind in {";", "conj", "sub"} or (chunks[n].kind == "," and n + 1 < at)
        if not opens or following >= len(chunks):
            return False
        behind = chunks[at + 1 : at + 3]
        if [chunk.kind for chunk in behind] == [",", "prep"] and behind[1].word in self._cues["against"]:
            return False  # "or 89 cents a share, in the first quarter, compared with a loss of 38 million"
        joined = n >= 0 and chunks[n].kind == "conj" and following == at + 1  # "and for the second quarter 41 million"
        return joined or any(chunks[m].kind in {"np", "vg"} for m in range(at + 1, following))


def past_bracket(clauses: Clauses, k: int) -> int:
    """"5.2 million (Q2 2024: 4.8 million) in the quarter": the chunk that closes such a bracket behind the number at ``k``.

    Its date is that of the number in it; without such a bracket the chunk is ``k`` itself.
    """
    if clauses.kind(k + 1) != "(" or clauses.kind(k + 2) != "date":
        return k
    closes = next((n for n in range(k + 2, len(clauses.chunks)) if clauses.kind(n) == ")"), -1)
    return closes if any(clauses.kind(n) == "q" for n in range(k + 2, closes)) else k


def bracket_date(clauses: Clauses, k: int) -> DateMention | None:
    """The date of the number at ``k`` inside such a bracket."""
    opens = next((n for n in range(k - 1, 0, -1) if clauses.kind(n) in {"(", ")"}), -1)
    inside = opens > 0 and clauses.kind(opens) == "(" and clauses.kind(opens - 1) == "q"
    return clauses.chunks[opens + 1].date if inside and past_bracket(clauses, opens - 1) > k else None


def possessive_date(clauses: Clauses, k: int, clitics: frozenset[str]) -> DateMention | None:
    """The date right before the number at chunk ``k``: "25% below last year's 35.1 million"."""
    chunk = clauses.chunks[k - 1] if k else None
    if chunk is None or chunk.date is None or chunk.kind != "date" or clauses.chunks[k].start - chunk.end != 1:
        return None
    return chunk.date if clauses.tokens.lower[chunk.end] in clitics else None


def border(chunk: Chunk) -> bool:
    """A semicolon, colon or full stop; quotation marks and other signs stop nothing."""
    return chunk.kind == ";" or (chunk.kind == "." and chunk.word in _STOPS)
