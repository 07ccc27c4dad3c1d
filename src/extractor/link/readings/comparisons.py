""""7 percent more than", "three times the limit", "below 99,000": quantities beside something else."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import Named
from extractor.link.governor import Tie, following
from extractor.link.readings.before import chain_metric, is_ratio
from extractor.link.readings.groups import extend
from extractor.link.readings.reading import Reading

_WITH_COMPARATIVE = 2  # words of "fewer people"
_CLOSES_COMPARATIVE = frozenset({"", ",", ".", ";", "conj", ")", "adv"})
_NEAR = 6  # tokens between "times" and what is multiplied


class Comparisons(Reading):
    """Reads multiples, comparatives and thresholds."""

    def multiple(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"three times the limit", "2.3 times the figure of 2019", "half the rate of a year before"."""
        if self._fold(clauses, draft, tie):
            return True
        reference, named, compared = self._multiplied(clauses, draft)
        if not named and not compared:
            return False
        value = draft.quantity.value
        draft.rules.append("frames.times")
        draft.kind = "change" if self._earlier_reference(clauses, reference) else "comparison"
        draft.direction = "up" if value is not None and value > 1 else "down"
        if named and self._of_base(clauses, draft, reference):
            draft.kind, draft.direction = "level", None  # "net debt is 1.4 times core earnings"
        elif named:
            self._beside_reference(clauses, draft, reference)
        draft.metric = self._chains.subject_metric(clauses, tie, draft) if tie.kind == "vg" else None
        draft.metric = draft.metric or chain_metric(draft) or self._chains.subject_metric(clauses, tie, draft)
        return True

    def _fold(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"a fourfold increase": a noun of change right behind."""
        what, at, row = following(clauses, draft.chunk, self._table)
        bare = at >= 0 and clauses.tokens.lower[clauses.chunks[at].start] not in self._table.cues["definite"]
        if what != "noun" or row is None or row.kind != "change" or not bare:
            return False
        draft.kind, draft.direction = row.kind, row.direction or None
        draft.rules.append(row.rule)
        draft.metric = chain_metric(draft) or self._chains.subject_metric(clauses, tie, draft)
        return True

    def _multiplied(self, clauses: Clauses, draft: Draft) -> tuple[int, bool, bool]:
        """The chunk that is multiplied, whether it is one, and whether "as much as" compares with it."""
        reference, cue = draft.chunk + 1, self._table.cues["as_much"]
        compared = not cue.isdisjoint(clauses.tokens.lower[draft.quantity.number[1] : draft.quantity.end])
        while clauses.kind(reference) == "adv" or clauses.word(reference) in cue:
            compared = compared or clauses.word(reference) in cue
            reference += 1
        named = clauses.kind(reference) in {"np", "q"} or clauses.word(reference) in self._table.cues["thing_pronoun"]
        clause = clauses.kind(reference) == "sub" and clauses.word(reference) in self._table.cues["before_reference"]
        named = named or clause  # "twice what it spent a year ago"
        each = named and clauses.tokens.lower[clauses.chunks[reference].start] in self._table.cues["every"]
        near = named and not each and clauses.chunks[reference].start - clauses.chunks[draft.chunk].end <= _NEAR
        return reference, near, compared

    def _of_base(self, clauses: Clauses, draft: Draft, reference: int) -> bool:
        """"1.4 times core earnings": a measure of debt, no comparison; but "twice earnings", "1.4 times the earnings"."""
        printed = draft.quantity.number[0] != draft.quantity.end - 1
        if not printed or clauses.word(reference) not in self._table.cues["leverage_base"]:
            return False
        return clauses.tokens.lower[clauses.chunks[reference].start] not in self._table.cues["definite"]

    def _beside_reference(self, clauses: Clauses, draft: Draft, reference: int) -> None:
        last = extend(clauses, reference)
        if [clauses.kind(n) for n in range(last + 1, last + 4)] == ["vg", "prep", "date"]:
            last += 1  # "double the amount budgeted for 2025"
        if clauses.kind(last + 1) == "prep" and clauses.kind(last + 2) == "date":
            last += 2  # "double the 4.6 million tonnes of 2024"
            draft.baseline_date = clauses.chunks[last].date
        draft.baseline = self._text.span(clauses, reference, last)

    def comparative(self, clauses: Clauses, draft: Draft, at: int, row: Named, tie: Tie) -> bool:
        """"7 percent more than in 2012" is a change, "8 percent higher than Oslo's" a comparison."""
        if self._more_for(clauses, draft, at, row):
            return True
        reference = self._compared_with(clauses, draft, at)
        if reference is None:
            return False
        draft.rules.append(row.rule)
        draft.direction = row.direction
        earlier = self._earlier_reference(clauses, reference)
        draft.kind = row.kind or ("change" if earlier or reference < 0 else "comparison")
        chunks = clauses.chunks
        if 0 <= reference < len(chunks):
            end = reference
            while end + 1 < len(chunks) and chunks[end].kind == "prep":
                end += 1
            draft.baseline = self._text.span(clauses, reference, end)
            draft.baseline_date = chunks[end].date if chunks[end].kind == "date" else None
        own = self._text.counted(clauses, draft.chunk) or self._compared_noun(clauses, draft, at)
        if tie.kind != "vg" and draft.before is not None and not own:
            own = chain_metric(draft)
        draft.metric = own or self._chains.subject_metric(clauses, tie, draft) or chain_metric(draft)
        draft.metric_inherited = not own and tie.kind not in {"vg"}
        return True

    def _more_for(self, clauses: Clauses, draft: Draft, at: int, row: Named) -> bool:
        """"will pay 12 percent more for electricity": what costs more than before."""
        own = self._groups.complement(clauses, at, "for") if is_ratio(draft) and clauses.kind(at) in {"adv", "np"} else None
        if own is None:
            return False
        draft.kind, draft.direction, draft.metric = "change", row.direction, own
        draft.rules.append("frames.more_for")
        return True

    def _compared_with(self, clauses: Clauses, draft: Draft, at: int) -> int | None:
        """The chunk that the comparative at ``at`` refers to, -1 for none; None where nothing is compared."""
        cues, after = self._table.cues, at + 1
        kind = clauses.kind(at)
        if kind == "adv" and clauses.kind(after) == "np" and not draft.quantity.noun:
            after += 1  # "12 more stations than"
        while clauses.kind(after) in {",", "adv"} and clauses.word(after + 1) in self._respect(clauses, after):
            after += 1
        if clauses.word(after) in cues["against"] and clauses.kind(after) in {"prep", "sub", "vg", "adv"}:
            return after + 1
        beyond = clauses.word(after) in cues["of"] and kind in {"adv", "np"}
        if beyond and clauses.kind(after + 1) in {"np", "q"}:
            return after + 1  # "four cents ahead of the $1.42 expected"
        if kind == "adv" and is_ratio(draft) and clauses.kind(at + 1) == "np":
            return self._than_behind(clauses, at + 2)  # "8 percent more assaults"
        if clauses.word(at) in cues["bare_comparative"] and clauses.kind(after) not in _CLOSES_COMPARATIVE:
            return None
        named = clauses.kind(after) in {"np", "date", "prep"} or clauses.word(after) in cues["thing_pronoun"]
        return after if kind == "prep" and named else -1

    def counted_less(self, clauses: Clauses, draft: Draft) -> bool:
        """"2,300 fewer people", "120 more pigs than in May": the comparative is inside the counted noun."""
        noun = draft.quantity.noun
        row = self._table.comparatives.get(clauses.tokens.lower[noun[0]]) if noun is not None else None
        than = self._than_behind(clauses, draft.chunk + 1, past_verbs=True)
        if noun is None or row is None or noun[1] - noun[0] < _WITH_COMPARATIVE or (than < 0 and row.direction == "up"):
            return False
        draft.kind = "comparison" if than >= 0 and not self._earlier_reference(clauses, than) else "change"
        draft.direction, draft.metric = row.direction, (noun[0] + 1, noun[1])
        draft.rules.append(row.rule)
        if 0 <= than < len(clauses.chunks):
            last = than + (clauses.kind(than) == "prep" and than + 1 < len(clauses.chunks))
            draft.baseline, draft.baseline_date = self._text.span(clauses, than, last), clauses.chunks[last].date
        return True

    def _than_behind(self, clauses: Clauses, at: int, *, past_verbs: bool = False) -> int:
        """The chunk behind the next "than" of the phrase, or of its clause, -1 for none."""
        while clauses.kind(at) in {"np", "prep", "date", "sub"} or (past_verbs and clauses.kind(at) in {"vg", "adv"}):
            if clauses.word(at) in self._table.cues["than"]:
                return at + 1
            at += 1
        return -1

    def _compared_noun(self, clauses: Clauses, draft: Draft, at: int) -> tuple[int, int] | None:
        """"42% less rain", "12 more stations", "11% fewer visitors": the noun behind the comparative."""
        chunk = clauses.chunks[at]
        if chunk.kind == "np" and chunk.start < chunk.head:
            return chunk.start + 1, chunk.end
        if chunk.kind == "adv" and clauses.kind(at + 1) == "np" and clauses.chunks[at + 1].form == "common":
            return self._text.metric(clauses, at + 1, at + 1)
        return None

    def _respect(self, clauses: Clauses, at: int) -> frozenset[str]:
        """"higher, respectively, than": what may stand between the comparative and its "than"."""
        return self._table.cues["respectively"] | self._table.cues["against"] | frozenset({","})

    def _earlier_reference(self, clauses: Clauses, at: int) -> bool:
        """True when the comparison is against an earlier time."""
        chunks = clauses.chunks
        cue = self._table.cues["earlier"] | self._table.cues["now"]
        head = clauses.tokens.lower[chunks[at].start : chunks[at].end] if 0 <= at < len(chunks) else []
        if not self._table.cues["usual"].isdisjoint(head) and cue.isdisjoint(head):
            return False  # "twice the average for the whole of February"
        for n in range(max(at, 0), min(at + 7, len(chunks))):
            if chunks[n].kind in {",", ";", "conj"}:
                return False
            date = chunks[n].date
            if date is not None and date.type != "DURATION" and date.role != "duration":
                return True
            if not cue.isdisjoint(clauses.tokens.lower[chunks[n].start : chunks[n].end]):
                return True
        return False

    def occurrences(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"cut the rate six times": how often something was done."""
        verb = tie.at if tie.kind == "vg" else tie.at - 1
        if clauses.kind(verb) != "vg" or tie.kind not in {"vg", "np"}:
            return False
        draft.metric = self._groups.object_between(clauses, verb, draft.chunk) or (
            clauses.chunks[verb].head,
            clauses.chunks[verb].head + 1,
        )
        draft.rules.append("frames.how_often")
        return True

    def threshold(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"sank below $99,000", "well below the 83.2% recorded last year": a level beside the metric."""
        draft.rules.append("frames.threshold")
        verb = tie.at - 1 if clauses.kind(tie.at - 1) == "vg" else -1
        if verb >= 0:
            draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        elif [clauses.kind(tie.at - 2), clauses.kind(tie.at - 1)] == ["vg", "np"] and not clauses.chunks[tie.at - 2].passive:
            draft.metric = self._groups.object_between(clauses, tie.at - 2, tie.at)  # "pushed cash prices below 6"
        if draft.metric is None:
            self._chains.continue_chain(clauses, draft)
        if draft.metric is None:
            draft.metric = self._text.counted(clauses, draft.chunk) or self._chains.subject_metric(clauses, tie, draft)
        draft.kind, draft.direction = "level", None
