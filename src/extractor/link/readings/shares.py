"""Parts of a whole: "73.7 percent of the total", "one in 15 workers", "of which 61,300 were shipped"."""

from __future__ import annotations

from extractor.link.clauses import noun_phrase_before
from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.chains import chain_metric, fact_before, is_ratio
from extractor.link.readings.groups import extend
from extractor.link.readings.reading import Reading


class Shares(Reading):
    """Reads shares and what is said of a part."""

    def share_of(self, clauses: Clauses, draft: Draft, of: int, tie: Tie) -> bool:
        """"41 percent of the total", "59 of them", "half of exports": a share of a whole that stands after it."""
        chunks = clauses.chunks
        whole = of + 1
        if whole >= len(chunks) or chunks[whole].kind not in {"np", "q"}:
            return False
        if is_ratio(draft) and tie.kind != "start" and chunks[whole].word in self._table.cues["size_of_economy"]:
            return self._of_economy(draft, tie)
        draft.rules.append("frames.share_of")
        if clauses.kind(whole + 1) == "q" and chunks[whole].end == chunks[whole + 1].start:
            whole += 1  # "31 of the country's top 50 bakers"
        last = extend(clauses, whole)
        if chunks[whole].kind == "q" and chunks[whole].quantity is not draft.quantity and draft.before is not None:
            reference = chunks[whole].quantity
            if reference is not None and reference.noun is None and draft.quantity.form == "fraction":
                value = draft.quantity.value  # "less than half of the 15 per cent that it recommends"
                draft.kind, draft.direction = "comparison", "up" if value is not None and value > 1 else "down"
                draft.baseline = self._text.span(clauses, whole, whole)
                draft.metric = chain_metric(draft)
                return draft.metric is not None
        if (
            chunks[whole].kind == "np"
            and chunks[whole].word in self._table.cues["short_form"] | self._table.cues["of_them"]
        ):
            before = fact_before(clauses, draft) if draft.before is None else None
            named = tie.kind == "," and clauses.kind(tie.at - 1) == "np" and clauses.chunks[tie.at - 1].form == "common"
            named = named and not any(chunk.kind == "vg" for chunk in chunks[: tie.at])
            own = self._text.metric(clauses, tie.at - 1, tie.at - 1) if named else None  # "most of the deaths, 31 of them"
            if clauses.kind(whole + 1) == "np" and self._text.plural(clauses, whole + 1):
                own = draft.counts = self._text.metric(clauses, whole + 1, whole + 1)  # "247 of them rifles"
            draft.metric = own or chain_metric(draft) or (before.metric if before is not None else None)
            draft.metric_inherited = draft.metric is not None
            if draft.metric is None:
                draft.metric = self._text.metric(clauses, whole, last)
        else:
            draft.metric = self._text.metric(clauses, whole, last if chunks[whole].kind == "np" else whole)
        if draft.quantity.form == "fraction" and chunks[whole].word in self._table.cues["usual"] and tie.kind != "start":
            draft.kind, draft.direction = "comparison", "down"  # "a third of the national average"
            draft.baseline = self._text.span(clauses, whole, last)
            draft.metric = chain_metric(draft) or self._text.metric(clauses, whole, last)
            return draft.metric is not None
        self._predicate(clauses, draft, last)
        if tie.kind == "vg" or (tie.kind == "prep" and clauses.kind(tie.at - 1) == "vg"):
            self._groups.give_subject(clauses, draft, tie.at if tie.kind == "vg" else tie.at - 1)
        return True

    def _of_economy(self, draft: Draft, tie: Tie) -> bool:
        """"a surplus of 3 percent of GDP", "5 billion, or 3 percent of GDP": a measure of the surplus, not of GDP."""
        if tie.kind not in {",", "conj", "("} or draft.before is None:
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
        end = verb
        while end + 1 < len(chunks) and chunks[end + 1].kind in {"np", "prep"} and end - verb < 4:
            end += 1
        draft.metric = (draft.metric[0], chunks[end].end)

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

    def of_which(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"shale oil, of which 61,300 tonnes were shipped": a part of what stands before."""
        if (
            tie.kind != "sub"
            or clauses.kind(tie.at - 1) != "prep"
            or clauses.word(tie.at) not in self._table.cues["of_them"]
        ):
            return False
        if draft.quantity.noun is not None and clauses.word(tie.at - 1) not in self._table.cues["of"]:
            return False  # "in which 176 scientists took part"
        at = tie.at - 2
        while at >= 0 and clauses.kind(at) == ",":
            at -= 1
        phrase = noun_phrase_before(clauses.chunks, at) if at >= 0 else None
        if phrase is None:
            return False
        head, counted = clauses.chunks[at], clauses.chunks[phrase.first].quantity
        if counted is not None and counted.noun is not None and clauses.word(tie.at) in self._table.cues["who"]:
            at = phrase.first  # "9 million teachers in schools, of whom 60 percent"
            head = clauses.chunks[at]
        draft.metric = self._text.metric(clauses, at if head.kind == "np" else phrase.first, phrase.last)
        draft.rules.append("frames.of_which")
        if draft.metric is not None and clauses.kind(draft.chunk + 1) == "vg":
            self._said_of_part(clauses, draft, draft.chunk + 1)
        return draft.metric is not None

    def _said_of_part(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"of which 41,000 are held by firms", "of whom 190 had reached 65": who or what the part is."""
        chunks, said = clauses.chunks, clauses.chunks[verb]
        by = said.passive and clauses.kind(verb + 1) == "prep" and clauses.word(verb + 1) in self._table.cues["by"]
        if clauses.kind(verb + 2) == "np" and (by or said.word in self._table.cues["be"]):
            draft.subject = self._text.subject(clauses, verb + 2, verb + 2)
            return
        if said.word in self._table.cues["be"]:
            return
        end = verb
        while clauses.kind(end + 1) in {"np", "prep", "q"} and end - verb < 4:
            end += 1
        draft.subject = (said.head, chunks[end].end)

    def of_lead(self, clauses: Clauses, draft: Draft) -> bool:
        """"Of the jobs created, 431,200 were in services": the sentence opens with the whole."""
        chunks = clauses.chunks
        comma = next((n for n, chunk in enumerate(chunks[:6]) if chunk.kind == ","), -1)
        lead = 1 if clauses.kind(0) == "." else 0  # behind the dot of a list
        opens = comma > lead + 1 and clauses.word(lead) in self._table.cues["of"] and chunks[lead + 1].kind == "np"
        opens = opens and not self._sorts(clauses, draft.chunk + 1, lead + 1, comma)
        if not opens or draft.quantity.noun is not None or draft.chunk < comma or is_ratio(draft):
            return False
        draft.people = clauses.word(lead + 1) in self._table.cues["people_adjective"]  # "of the injured"
        if chunks[lead + 1].form == "pronoun":
            before = fact_before(clauses, draft)
            draft.metric, draft.like = (before.metric, before) if before is not None else (None, None)
        else:
            draft.metric = self._text.bare(clauses, lead + 1, comma - 1)
        draft.rules.append("frames.of_lead")
        after = draft.chunk + 1
        if clauses.kind(after) == "vg" and clauses.kind(after + 1) in {"np", "prep"}:
            at = after + 1 if clauses.kind(after + 1) == "np" else after + 2
            if clauses.kind(at) == "np":
                draft.subject = self._text.subject(clauses, at, at)
        return draft.metric is not None

    def _sorts(self, clauses: Clauses, verb: int, first: int, comma: int) -> bool:
        """"Of the total, 723 million were males": what the part is said to be is counted, a total has no better name."""
        named = clauses.chunks[first].form == "pronoun" or first + 1 < comma
        total = not named and clauses.word(first) in self._table.cues["short_form"]
        copula = clauses.kind(verb) == "vg" and clauses.word(verb) in self._table.cues["copula"]
        return total and copula and clauses.kind(verb + 1) == "np" and clauses.chunks[verb + 1].form == "common"

    def of_sum(self, clauses: Clauses, draft: Draft) -> bool:
        """"completed 350 million euros of a 500 million euro buyback": the whole names both."""
        of, whole, group = (draft.chunk + n for n in (1, 2, 3))
        unit, other = draft.quantity.unit, clauses.chunks[whole].quantity if whole < len(clauses.chunks) else None
        if unit is None or unit.dimension != "currency" or other is None or other.unit is None:
            return False
        same = other.unit.dimension == "currency" and clauses.kind(group) == "np"
        if not same or clauses.word(of) not in self._table.cues["of"]:
            return False
        draft.metric = self._text.bare(clauses, group, group)
        draft.rules.append("frames.share_of")
        return draft.metric is not None

    def ones(self, clauses: Clauses, draft: Draft) -> bool:
        """"to close 28 shops and to open nine smaller ones": of what was counted before."""
        at = draft.chunk + 1
        if clauses.kind(at) == "np" and clauses.word(at) in self._table.comparatives:
            at += 1
        if clauses.kind(at) != "np" or clauses.word(at) not in self._table.cues["ones"] or draft.quantity.noun is not None:
            return False
        before = next((d for d in reversed(clauses.drafts) if d.quantity.noun is not None), None)
        if before is None or before.quantity.noun is None:
            return False
        draft.metric = draft.counts = before.quantity.noun
        draft.rules.append("frames.counted_too")
        return True

    def relative(self, clauses: Clauses, draft: Draft) -> bool:
        """"the 8.5 million who were unemployed": what is said of the counted is the metric."""
        chunks, sub = clauses.chunks, draft.chunk + 1
        if draft.quantity.noun is not None or clauses.kind(sub) != "sub" or clauses.kind(sub + 1) != "vg":
            return False
        end = sub + 1
        while clauses.kind(end + 1) in {"np", "prep"} and end - sub < 5:
            end += 1
        verb = chunks[sub + 1]
        start = verb.end if verb.word in self._table.cues["be"] else verb.head
        if start >= chunks[end].end:
            return False
        draft.metric = (start, chunks[end].end)
        draft.people = clauses.word(sub) in self._table.cues["who"]
        draft.rules.append("frames.number_who")
        return True

    def harmed(self, clauses: Clauses, draft: Draft) -> bool:
        """"22 killed as storm hits", "half a million without power": a bare number of people, and what befell them."""
        unit, at = draft.quantity.unit, draft.chunk + 1
        if draft.quantity.form != "amount" or (unit is not None and not draft.quantity.elided) or draft.quantity.noun:
            return False
        verb = clauses.chunks[at] if clauses.kind(at) == "vg" else None
        if verb is not None and verb.head == verb.start and verb.word in self._table.cues["harm"]:
            draft.metric = (verb.head, verb.head + 1)
        elif clauses.word(at) in self._table.cues["without"] and clauses.kind(at + 1) == "np":
            draft.metric = (clauses.chunks[at].start, clauses.chunks[at + 1].end)
        if draft.metric is None:
            return False
        draft.people = True
        draft.rules.append("frames.harmed")
        return True

    def _befell(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"23 people were killed. Another 17 were missing": what is said of the number, where one of people came before."""
        before, said = draft.before or clauses.previous, clauses.chunks[verb]
        unit = before.quantity.unit if before is not None else None
        noun = before.quantity.noun if before is not None else None
        if before is None or before.metric is None or noun is None or before.metric[1] <= noun[1]:
            return False
        if said.head == said.start or unit is None or unit.dimension != "count" or draft.quantity.form != "amount":
            return False
        if draft.quantity.unit is not None and not draft.quantity.elided:
            return False
        draft.metric, draft.like = (said.head, said.head + 1), before
        draft.rules.append("frames.number_is")
        return True

    def subject_number(self, clauses: Clauses, draft: Draft) -> bool:
        """"Of these, 94,700 were men": the number is the subject, and what it is said to be is the metric."""
        verb, after = draft.chunk + 1, draft.chunk + 2
        if clauses.kind(after) == "np" and clauses.chunks[verb].word in self._table.cues["copula"]:
            draft.metric = self._text.metric(clauses, after, extend(clauses, after))
            draft.rules.append("frames.number_is")
            return draft.metric is not None
        if not is_ratio(draft):
            return self._befell(clauses, draft, verb)
        end = verb
        while clauses.kind(end + 1) in {"np", "prep"} and end - verb < 5:
            end += 1
        said = clauses.chunks[verb]
        start = said.end if said.word in self._table.cues["be"] else said.head
        if start >= clauses.chunks[end].end:
            return False
        before = draft.before or clauses.previous
        draft.metric = (start, clauses.chunks[end].end)
        if before is not None:
            draft.subject = before.metric
        draft.rules.append("frames.share_that")
        return True


def is_share(draft: Draft) -> bool:
    """True for what can be a part of a whole: a percentage, a fraction, a plain count."""
    unit = draft.quantity.unit
    plain = draft.quantity.form == "amount" and (unit is None or draft.quantity.noun is None and unit.noun)
    return draft.quantity.form == "fraction" or plain or (unit is not None and unit.dimension == "ratio")
