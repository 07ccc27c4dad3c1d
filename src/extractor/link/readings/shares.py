"""Parts of a whole that stands behind the number: "73.7 percent of the total", "one in 15 workers"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import chain_metric, fact_before, is_ratio, same_unit
from extractor.link.readings.groups import extend, said_until
from extractor.link.readings.reading import Reading


class Shares(Reading):
    """Reads shares and what is said of a part."""

    def share_of(self, clauses: Clauses, draft: Draft, of: int, tie: Tie) -> bool:
        """"41 percent of the total", "59 of them", "half of exports": a share of a whole that stands after it."""
        chunks, cues, whole = clauses.chunks, self._table.cues, of + 1
        if clauses.kind(whole) not in {"np", "q"}:
            return False
        if is_ratio(draft) and tie.kind != "start" and chunks[whole].word in cues["size_of_economy"]:
            return self._of_economy(clauses, draft, tie)
        draft.rules.append("frames.share_of")
        if clauses.kind(whole + 1) == "q" and chunks[whole].end == chunks[whole + 1].start:
            whole += 1  # "31 of the country's top 50 bakers"
        last = extend(clauses, whole)
        if self._of_number(clauses, draft, whole):
            return draft.metric is not None
        if chunks[whole].kind == "q":
            draft.metric = self._text.metric(clauses, whole, whole)
        elif chunks[whole].word in cues["usual"] and chunks[whole].end - chunks[whole].start == 1 and tie.kind == "vg":
            draft.metric = self._chains.subject_metric(clauses, tie, draft)  # "rainfall was 40 percent of normal"
        elif (chunks[whole].word in cues["short_form"] and last == whole) or (
            chunks[whole].word in cues["of_them"]  # but "4 percent of the value of assets"
        ):
            self._of_them(clauses, draft, whole, last, tie)
        else:
            draft.metric = self._text.metric(clauses, whole, last)
        if draft.quantity.form == "fraction" and chunks[whole].word in cues["usual"] and tie.kind != "start":
            return self._of_norm(clauses, draft, whole, last)
        self._predicate(clauses, draft, last)
        if tie.kind == "vg" or (tie.kind == "prep" and clauses.kind(tie.at - 1) == "vg"):
            self._groups.give_subject(clauses, draft, tie.at if tie.kind == "vg" else tie.at - 1)
        return True

    def _of_number(self, clauses: Clauses, draft: Draft, whole: int) -> bool:
        """"less than half of the 15 per cent that it recommends": beside another number, not a part of one."""
        reference = clauses.chunks[whole].quantity if clauses.kind(whole) == "q" else None
        if reference is None or reference is draft.quantity or draft.before is None:
            return False
        if reference.noun is not None or draft.quantity.form != "fraction":
            return False
        value = draft.quantity.value
        draft.kind, draft.direction = "comparison", "up" if value is not None and value > 1 else "down"
        draft.baseline = self._text.span(clauses, whole, whole)
        draft.metric = chain_metric(draft)
        return True

    def _of_norm(self, clauses: Clauses, draft: Draft, whole: int, last: int) -> bool:
        """"a third of the national average": beside what is usual."""
        draft.kind, draft.direction = "comparison", "down"
        draft.baseline = self._text.span(clauses, whole, last)
        draft.metric = chain_metric(draft) or self._text.metric(clauses, whole, last)
        return draft.metric is not None

    def _of_them(self, clauses: Clauses, draft: Draft, whole: int, last: int, tie: Tie) -> None:
        """"59 of them", "most of the deaths, 31 of them in the north": of what was counted before."""
        chunks = clauses.chunks
        before = fact_before(clauses, draft) if draft.before is None else None
        named = tie.kind == "," and clauses.kind(tie.at - 1) == "np" and chunks[tie.at - 1].form == "common"
        named = named and not any(chunk.kind == "vg" for chunk in chunks[: tie.at])
        own = self._text.metric(clauses, tie.at - 1, tie.at - 1) if named else None
        if clauses.kind(whole + 1) == "np" and self._text.plural(clauses, whole + 1):
            own = draft.counts = self._text.metric(clauses, whole + 1, whole + 1)  # "247 of them rifles"
        counted = next((fact for fact in reversed(clauses.drafts) if fact.kind != "rank" and fact.metric is not None), None)
        if draft.before is not None and draft.before.kind == "rank" and counted is not None:
            draft.like = draft.before = counted  # "68 million passengers, the fourth-busiest; 8 million of them"
        draft.metric = own or chain_metric(draft) or (before.metric if before is not None else None)
        draft.metric_inherited = draft.metric is not None
        if draft.metric is None:
            draft.metric = self._text.metric(clauses, whole, last)

    def _of_economy(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"a surplus of 3 percent of GDP", "5 billion, or 3 percent of GDP": a measure of the surplus, not of GDP."""
        behind = tie.kind == "vg" and tie.at > 0 and clauses.kind(tie.at - 1) in {"sub", ","} and not same_unit(draft)
        goes_on = tie.kind in {",", "conj", "("} or behind  # ", which is 3 percent of GDP", ", representing 3 percent"
        if not goes_on or draft.before is None or draft.before.metric is None:
            return False
        draft.metric = chain_metric(draft)
        draft.rules.append("frames.chain")
        return draft.metric is not None

    def _predicate(self, clauses: Clauses, draft: Draft, last: int) -> None:
        """"Ninety percent of the tea was grown in Asia": what is said of the part belongs to the metric."""
        chunks = clauses.chunks
        verb = last + 1
        if draft.metric is None or draft.metric_inherited or verb >= len(chunks) or chunks[verb].kind != "vg":
            return
        if chunks[verb].word in self._table.cues["be_or_have"] and clauses.kind(verb + 1) not in {"np", "prep"}:
            return
        draft.metric = (draft.metric[0], chunks[said_until(clauses, verb)].end)

    def part_of_counted(self, clauses: Clauses, draft: Draft) -> bool:
        """"one in 15 workers", "four in five people own a phone"."""
        named = draft.quantity.noun is None
        last = extend(clauses, draft.chunk + 1) if named else draft.chunk
        draft.metric = (
            self._text.metric(clauses, draft.chunk + 1, last) if named else self._text.counted(clauses, draft.chunk)
        )
        if named and draft.metric is None and clauses.chunks[draft.chunk + 1].regions:
            draft.metric = self._text.span(clauses, draft.chunk + 1, draft.chunk + 1)  # "one in five Scots"
        draft.rules.append("frames.one_in")
        self._predicate(clauses, draft, last)
        return draft.metric is not None

    def part_named(self, clauses: Clauses, draft: Draft) -> bool:
        """"One in nine persons": a noun without an article stands right behind the fraction."""
        at = draft.chunk + 1
        if clauses.kind(at) != "np" or clauses.chunks[at].form == "pronoun":
            return False
        first = clauses.tokens.lower[clauses.chunks[at].start]
        return first not in self._table.cues["before_adjacent"] and first not in self._table.comparatives

    def moves(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"has lost 10 per cent of its value" is a change, not a share; "cut 265 of its 9,400 jobs" counts a part."""
        if draft.quantity.form == "amount" and not is_ratio(draft):
            return False
        if tie.kind == "prep":
            verb = verb_before(clauses, tie.at)
            rows = self._table.verbs.get(clauses.word(verb), ()) if verb >= 0 else ()
            return any(
                row.reading(self._table.slots.get(tie.word, "")) in {"level", "change", "earlier"} and not row.actor
                for row in rows
            )
        if tie.kind != "vg":
            return False
        return any(row.object == "change" and not row.actor for row in self._table.verbs.get(tie.word, ()))


def is_share(draft: Draft) -> bool:
    """True for what can be a part of a whole: a percentage, a fraction, a plain count."""
    unit = draft.quantity.unit
    plain = draft.quantity.form == "amount" and (unit is None or draft.quantity.noun is None and unit.noun)
    return draft.quantity.form == "fraction" or plain or (unit is not None and unit.dimension == "ratio")
