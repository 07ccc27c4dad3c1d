"""Reads each quantity of a sentence into a draft: its kind, direction and metric, by what ties it to the clause."""

from __future__ import annotations

from dataclasses import replace

from extractor.link.chunks import Chunk
from extractor.link.clauses import Phrase, noun_phrase_before, opening, subject_of
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable, Named, VerbRow
from extractor.link.governor import Tie, following, governor, verb_before
from extractor.link.phrases import PhraseText
from extractor.match.mentions import QuantityMention

RATIO = "ratio"
_CLOSES_COMPARATIVE = frozenset({"", ",", ".", ";", "conj", ")", "adv"})
_CHAIN = 4  # facts of the sentence in which a chain looks for its own unit
_ECHO = 12  # facts looked through for the noun that a short form repeats
_BACK = 60  # facts looked through for one that a list line continues


def _plain(quantity: QuantityMention) -> bool:
    """Without a sign, or with a minus that is part of the number."""
    return not quantity.sign or (quantity.value is not None and quantity.value < 0)


class QuantityReader:
    """Applies the frames to one quantity after the other, left to right, so that a chain can look back."""

    def __init__(self, table: FrameTable, text: PhraseText) -> None:
        self._table = table
        self._text = text

    def read(self, clauses: Clauses, k: int) -> Draft:
        """The draft of the quantity at chunk ``k``."""
        quantity = clauses.chunks[k].quantity
        assert quantity is not None
        draft = Draft(quantity, k, clauses.index)
        draft.before = clauses.drafts[-1] if clauses.drafts else None
        before = draft.before
        if before is not None and before.baseline is not None and before.kind == "change":
            draft.leg = "earlier" if before.baseline[0] <= quantity.start < before.baseline[1] else "main"
        tie = governor(clauses, k, self._table)
        if quantity.form == "rank":
            self._rank(clauses, draft, tie)
        elif tie.kind in {",", "start", "conj"} and self._of_lead(clauses, draft):
            pass
        elif not self._by_right_side(clauses, draft, tie):
            self._by_left_side(clauses, draft, tie)
        named = draft.metric is not None and self._text.only_names(clauses, draft.metric)
        if clauses.lead is not None and draft.metric is not None:
            named = named or self._text.is_actor(clauses, draft.metric)
        if draft.metric is None or (named and self._unnamed(draft)):
            self._from_before(clauses, draft, tie)
        if draft.quantity.noun is not None and self._heads_list(clauses, draft):
            placed = [clauses.kind(k + 1), clauses.kind(k + 2)] == ["prep", "np"]  # "of Chile"
            own = self._complement(clauses, k, "ranked_by")
            draft.ranked_by = own or (self._complement(clauses, k + 2, "ranked_by") if placed else None)
        beside = draft.before
        listed = beside is not None and beside.kind == "level" and self._same_unit(draft) and _plain(beside.quantity)
        if quantity.sign < 0 and listed and self._ratio(draft) and quantity.value is not None and quantity.value > 0:
            quantity.value, draft.kind, draft.direction = -quantity.value, "level", None  # "food (2.6%) and energy (-1.9%)"
        elif quantity.sign and draft.kind == "level" and tie.kind in {"(", ",", "np", "start", "conj"}:
            draft.kind, draft.direction = "change", "up" if quantity.sign > 0 else "down"  # "trade (-52 000)"
        return draft

    def _unnamed(self, draft: Draft) -> bool:
        """A place cannot be measured in money or percent; a river can in metres."""
        unit = draft.quantity.unit
        return draft.quantity.noun is None and (unit is None or unit.dimension in {RATIO, "currency", "count"})

    def read_factor(self, clauses: Clauses, k: int, quantity: QuantityMention) -> Draft:
        """"sales doubled", "the ministry tripled the budget": the verb itself is the number."""
        draft = Draft(quantity, k, clauses.index, kind="change")
        draft.before = clauses.drafts[-1] if clauses.drafts else None
        value = quantity.value
        draft.direction = "up" if value is not None and value > 1 else "down"
        draft.rules.append("frames.factor")
        acted = None if clauses.chunks[k].passive else self._object(clauses, k, len(clauses.chunks))
        draft.metric = acted or self._subject_metric(clauses, Tie("vg", k, ""), draft)
        if acted is not None:
            self._subject(clauses, draft, k)
        if draft.metric is None:
            self._from_before(clauses, draft, Tie("vg", k, ""))
        return draft

    def _from_before(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """A number without a metric of its own takes that of the fact before, in this sentence or the one before."""
        chained = draft.before is not None and draft.before.metric is not None and not self._blank_rank(clauses, draft)
        if not chained and clauses.lead is not None:
            draft.subject = draft.subject or draft.metric
            draft.metric, draft.metric_inherited = clauses.lead, True
            draft.rules.append("context.lead_in")
            return
        before = draft.before if chained else self._alike(clauses, draft)
        if before is None or before.metric is None:
            if draft.metric is None:
                self._any_noun(clauses, draft, tie)
            return
        if draft.metric is not None and draft.subject is None:
            draft.subject = draft.metric
        draft.metric, draft.metric_inherited, draft.like = before.metric, True, before
        draft.rules.append("context.metric_before")
        goes_on = clauses.sentence.kind == "line" or "frames.with" in draft.rules
        if goes_on and draft.kind == "level" and draft.quantity.form == "amount" and not draft.before:
            draft.kind = "level" if before.kind == "rank" else before.kind
            draft.direction = before.direction

    def _alike(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact before that this number can continue; a fraction ("6.3") does not continue a count of things."""
        value, unit = draft.quantity.value, draft.quantity.unit
        if clauses.sentence.kind != "line":
            return clauses.previous
        heading = next((fact for fact in reversed(clauses.history) if fact.ranked_by is not None), None)
        if heading is not None:
            entry = replace(heading, metric=heading.ranked_by, quantity=replace(heading.quantity, unit=None))
            return next((fact for fact in reversed(clauses.history) if fact.metric == entry.metric), entry)
        if unit is not None and not draft.quantity.elided:
            for before in reversed(clauses.history[-_BACK:]):
                other = before.quantity.unit
                if other is not None and other.name == unit.name and before.metric is not None and not before.verbal:
                    return before
        if value is None or value == value.to_integral_value():
            return clauses.previous
        for before in reversed(clauses.history[-_BACK:]):
            number = before.quantity.value
            if number is not None and number != number.to_integral_value() and before.metric is not None:
                return before
        return clauses.previous

    def _heads_list(self, clauses: Clauses, draft: Draft) -> bool:
        """"Top 8 provinces by R&D spending"."""
        first = max(clauses.sentence.start, draft.quantity.start - 1)
        return not self._table.cues["top"].isdisjoint(clauses.tokens.lower[first : draft.quantity.end])

    def _any_noun(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """Better a bare noun of the sentence than none: the subject, even a short form, or the group before."""
        chunks = clauses.chunks
        verb = verb_before(clauses, draft.chunk)
        phrase = subject_of(chunks, verb) if verb >= 0 else None
        if phrase is None:
            at = draft.chunk - 1
            while at >= 0 and chunks[at].kind != "np":
                at -= 1
            phrase = Phrase(at, at, at) if at >= 0 else None
        if phrase is None and clauses.kind(draft.chunk + 1) == "np":
            phrase = Phrase(draft.chunk + 1, draft.chunk + 1, draft.chunk + 1)
        if phrase is not None and chunks[phrase.first].kind == "np" and chunks[phrase.first].form != "pronoun":
            draft.metric = self._text.bare(clauses, phrase.first, phrase.last)

    # -- what follows the quantity ----------------------------------------------------------------------------------

    def _by_right_side(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        what, at, row = following(clauses, draft.chunk, self._table)
        if what == "noun" and row is not None and draft.quantity.form not in {"multiple", "fraction"}:
            draft.kind, draft.direction = row.kind, row.direction or None
            draft.rules.append(row.rule)
            own = self._complement(clauses, at, "changed_in")
            draft.metric = own or self._chain_metric(draft) or self._subject_metric(clauses, tie, draft)
            draft.metric_inherited = own is None
            return True
        if draft.quantity.form == "multiple" and self._multiple(clauses, draft, tie):
            return True
        if self._particle_behind(clauses, draft, tie):
            return True
        if draft.before is None and tie.kind == "prep" and self._relative(clauses, draft):
            return True
        if draft.quantity.form == "fraction" and (draft.quantity.noun is not None or self._part_named(clauses, draft)):
            return self._part_of_counted(clauses, draft)
        if what == "comparative" and row is not None:
            return self._comparative(clauses, draft, at, row, tie)
        if draft.quantity.form == "multiple" or (draft.quantity.form == "fraction" and what != "of"):
            return self._multiple(clauses, draft, tie)
        if self._spent_on(clauses, draft):
            return True
        if what == "" and self._adjacent(clauses, draft):
            return True
        if what == "of" and self._is_share(draft) and not self._moves(clauses, tie):
            return self._share_of(clauses, draft, at, tie)
        return False

    def _adjacent(self, clauses: Clauses, draft: Draft) -> bool:
        """"the 5 per cent threshold", "a 90,000-crown fine": the noun right behind is what is measured."""
        chunks, at = clauses.chunks, draft.chunk + 1
        unit = draft.quantity.unit
        if clauses.kind(at) == "(" and unit is not None:
            at = next((n for n in range(at, len(chunks)) if chunks[n].kind == ")"), at) + 1
        if (
            clauses.kind(at) == "np"
            and unit is None
            and draft.quantity.form == "amount"
            and draft.quantity.value is not None
        ):
            return self._counted_beside(clauses, draft, at)
        if clauses.kind(at) != "np" or unit is None or draft.quantity.noun is not None or draft.quantity.form != "amount":
            return False
        first = chunks[draft.chunk].start
        if first == 0:
            return False
        left = chunks[draft.chunk - 1].end if draft.chunk else clauses.sentence.start
        words = clauses.tokens.lower[min(left, first - 1) : first]  # "the giant" of "the giant 40 tonne crane"
        articled = any(word in self._table.cues["before_adjacent"] for word in words)
        if not articled and clauses.sentence.kind not in {"title", "line"}:
            return False
        if chunks[at].form != "common" or clauses.tokens.lower[chunks[at].start] in self._table.cues["definite"]:
            return False
        draft.metric = self._text.bare(clauses, at, self._extend(clauses, at))
        draft.rules.append("frames.adjacent_noun")
        verb = verb_before(clauses, draft.chunk)
        if verb >= 0:
            self._subject(clauses, draft, verb)
        return draft.metric is not None

    def _spent_on(self, clauses: Clauses, draft: Draft) -> bool:
        """"$530 million has been set aside for the hospital": what the money is for."""
        unit, at = draft.quantity.unit, draft.chunk + 1
        if unit is None or unit.dimension != "currency" or clauses.kind(at) != "vg" or not clauses.chunks[at].passive:
            return False
        if clauses.kind(at + 1) == "adv":
            at += 1
        draft.metric = self._complement(clauses, at, "spent_on")
        draft.rules.append("frames.spent_on")
        return draft.metric is not None

    def _counted_beside(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"60 Boeing 787 aircraft": the noun group behind a bare number is what it counts."""
        chunk = clauses.chunks[at]
        if clauses.tokens.lower[chunk.start] in self._table.cues["definite"] or chunk.form == "pronoun" or chunk.date:
            return False
        if chunk.regions and chunk.regions[-1].end == chunk.end:
            return False
        draft.metric = draft.counts = (chunk.start, chunk.end)
        draft.rules.append("frames.counted")
        verb = verb_before(clauses, draft.chunk)
        if verb >= 0:
            self._subject(clauses, draft, verb)
        return True

    def _moves(self, clauses: Clauses, tie: Tie) -> bool:
        """"has lost 10 per cent of its value" is a change, not a share."""
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

    def _particle_behind(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"was 13% up", "two points up on a year earlier", "closed 37.5p down at 316p"."""
        at = draft.chunk + 1
        row = self._table.particles.get(clauses.word(at)) if clauses.kind(at) in {"prep", "adv"} else None
        if row is None or clauses.kind(at + 1) in {"q", "np"}:
            return False
        draft.kind, draft.direction = "change", row.direction
        draft.rules.append(row.rule)
        if clauses.kind(at + 1) == "prep" and clauses.kind(at + 2) in {"np", "date"}:
            draft.baseline = self._text.span(clauses, at + 2, at + 2)
            draft.baseline_date = clauses.chunks[at + 2].date
        draft.metric = self._subject_metric(clauses, tie, draft) if tie.kind == "vg" else self._chain_metric(draft)
        draft.metric = draft.metric or self._subject_metric(clauses, tie, draft)
        return True

    def _part_of_counted(self, clauses: Clauses, draft: Draft) -> bool:
        """"one in 15 workers", "four in five people own a phone"."""
        named = draft.quantity.noun is None
        last = self._extend(clauses, draft.chunk + 1) if named else draft.chunk
        draft.metric = (
            self._text.metric(clauses, draft.chunk + 1, last) if named else self._text.counted(clauses, draft.chunk)
        )
        draft.rules.append("frames.one_in")
        self._predicate(clauses, draft, last)
        return draft.metric is not None

    def _part_named(self, clauses: Clauses, draft: Draft) -> bool:
        """"One in nine persons": a noun without an article stands right behind the fraction."""
        at = draft.chunk + 1
        if clauses.kind(at) != "np" or clauses.chunks[at].form == "pronoun":
            return False
        first = clauses.tokens.lower[clauses.chunks[at].start]
        return first not in self._table.cues["before_adjacent"] and first not in self._table.comparatives

    def _multiple(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"three times the limit", "2.3 times the figure of 2019", "half the rate of a year before"."""
        chunks = clauses.chunks
        what, at, row = following(clauses, draft.chunk, self._table)
        bare = at >= 0 and clauses.tokens.lower[chunks[at].start] not in self._table.cues["definite"]
        if what == "noun" and row is not None and row.kind == "change" and bare:
            draft.kind, draft.direction = row.kind, row.direction  # "a fourfold increase"
            draft.rules.append(row.rule)
            draft.metric = self._chain_metric(draft) or self._subject_metric(clauses, tie, draft)
            return True
        reference = draft.chunk + 1
        cue = self._table.cues["as_much"]
        compared = any(word in cue for word in clauses.tokens.lower[draft.quantity.number[1] : draft.quantity.end])
        while clauses.kind(reference) == "adv" or clauses.word(reference) in cue:
            compared = compared or clauses.word(reference) in cue
            reference += 1
        named = clauses.kind(reference) in {"np", "q"} or clauses.word(reference) in self._table.cues["thing_pronoun"]
        named = named and chunks[reference].start - chunks[draft.chunk].end <= 6
        if not named and not compared:
            return False
        value = draft.quantity.value
        draft.rules.append("frames.times")
        draft.kind = "change" if self._earlier_reference(clauses, reference) else "comparison"
        draft.direction = "up" if value is not None and value > 1 else "down"
        if named:
            last = self._extend(clauses, reference)
            if clauses.kind(last + 1) == "prep" and clauses.kind(last + 2) == "date":
                last += 2  # "double the 4.6 million tonnes of 2024"
                draft.baseline_date = chunks[last].date
            draft.baseline = self._text.span(clauses, reference, last)
        draft.metric = self._subject_metric(clauses, tie, draft) if tie.kind == "vg" else None
        draft.metric = draft.metric or self._chain_metric(draft) or self._subject_metric(clauses, tie, draft)
        return True

    def _comparative(self, clauses: Clauses, draft: Draft, at: int, row: Named, tie: Tie) -> bool:
        """"7 percent more than in 2012" is a change, "8 percent higher than Oslo's" a comparison."""
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
            own = self._chain_metric(draft)
        draft.metric = own or self._subject_metric(clauses, tie, draft) or self._chain_metric(draft)
        draft.metric_inherited = not own and tie.kind not in {"vg"}
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
        if kind == "adv" and self._ratio(draft) and clauses.kind(after) == "np":
            return -1  # "8 percent more assaults"
        if clauses.word(at) in cues["bare_comparative"] and clauses.kind(after) not in _CLOSES_COMPARATIVE:
            return None
        named = clauses.kind(after) in {"np", "date", "prep"} or clauses.word(after) in cues["thing_pronoun"]
        return after if kind == "prep" and named else -1

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
        cue = self._table.cues["earlier"]
        for n in range(max(at, 0), min(at + 7, len(chunks))):
            if chunks[n].kind in {",", ";", "conj"}:
                return False
            date = chunks[n].date
            if date is not None and date.type != "DURATION" and date.role != "duration":
                return True
            if any(word in cue for word in clauses.tokens.lower[chunks[n].start : chunks[n].end]):
                return True
        return False

    def _is_share(self, draft: Draft) -> bool:
        unit = draft.quantity.unit
        plain = draft.quantity.form == "amount" and (unit is None or draft.quantity.noun is None and unit.noun)
        return draft.quantity.form == "fraction" or plain or (unit is not None and unit.dimension == RATIO)

    def _share_of(self, clauses: Clauses, draft: Draft, of: int, tie: Tie) -> bool:
        """"41 percent of the total", "59 of them", "half of exports": a share of a whole that stands after it."""
        chunks = clauses.chunks
        whole = of + 1
        if whole >= len(chunks) or chunks[whole].kind not in {"np", "q"}:
            return False
        draft.rules.append("frames.share_of")
        if clauses.kind(whole + 1) == "q" and chunks[whole].end == chunks[whole + 1].start:
            whole += 1  # "31 of the country's top 50 bakers"
        last = self._extend(clauses, whole)
        if chunks[whole].kind == "q" and chunks[whole].quantity is not draft.quantity and draft.before is not None:
            reference = chunks[whole].quantity
            if reference is not None and reference.noun is None and draft.quantity.form == "fraction":
                value = draft.quantity.value  # "less than half of the 15 per cent that it recommends"
                draft.kind, draft.direction = "comparison", "up" if value is not None and value > 1 else "down"
                draft.baseline = self._text.span(clauses, whole, whole)
                draft.metric = self._chain_metric(draft)
                return draft.metric is not None
        if chunks[whole].kind == "np" and chunks[whole].word in self._table.cues["short_form"] | self._table.cues["of_them"]:
            draft.metric = self._chain_metric(draft)
            draft.metric_inherited = draft.metric is not None
            if draft.metric is None:
                draft.metric = self._text.metric(clauses, whole, last)
        else:
            draft.metric = self._text.metric(clauses, whole, last if chunks[whole].kind == "np" else whole)
        self._predicate(clauses, draft, last)
        if tie.kind == "vg" or (tie.kind == "prep" and clauses.kind(tie.at - 1) == "vg"):
            self._subject(clauses, draft, tie.at if tie.kind == "vg" else tie.at - 1)
        return True

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

    # -- what stands before the quantity ------------------------------------------------------------------------------

    def _by_left_side(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        if draft.quantity.form == "multiple" and self._occurrences(clauses, draft, tie):
            return
        word, before = tie.word, clauses.word(tie.at - 1)
        particle = self._table.particles.get(word) if tie.kind in {"prep", "adv", "np"} else None
        if tie.kind == "prep" and word in self._table.cues["by"] and before in self._table.particles:
            particle, tie = self._table.particles[before], Tie("prep", tie.at - 1, before)
        if particle is not None and self._phrasal(clauses, tie.at):
            self._verb(clauses, draft, tie.at - 1, "object", tie)
        elif particle is not None:
            draft.rules.append(particle.rule)
            self._moved(clauses, draft, particle.direction, tie)
        elif tie.kind == "prep":
            self._preposition(clauses, draft, tie)
        elif tie.kind == "vg":
            self._verb(clauses, draft, tie.at, "object", tie)
        else:
            self._apposition(clauses, draft, tie)

    def _occurrences(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"cut the rate six times": how often something was done."""
        verb = tie.at if tie.kind == "vg" else tie.at - 1
        if clauses.kind(verb) != "vg" or tie.kind not in {"vg", "np"}:
            return False
        draft.metric = self._object(clauses, verb, draft.chunk) or (clauses.chunks[verb].head, clauses.chunks[verb].head + 1)
        draft.rules.append("frames.how_often")
        return True

    def _phrasal(self, clauses: Clauses, at: int) -> bool:
        """"eat up 5 million": the particle belongs to a verb that neither moves nor stands."""
        if clauses.kind(at - 1) != "vg":
            return False
        rows = self._table.verbs.get(clauses.word(at - 1), ())
        return not any(row.metric == "subject" for row in rows)

    def _moved(self, clauses: Clauses, draft: Draft, direction: str, tie: Tie) -> None:
        """"up 5 percent": a change of the metric before."""
        draft.kind, draft.direction = "change", direction
        chunks = clauses.chunks
        previous = tie.at - 1
        own = None
        bare = clauses.kind(previous) == "(" or (clauses.kind(previous) == "," and not clauses.drafts)
        if bare and clauses.kind(previous - 1) == "np":
            previous -= 1  # "Quebec's economy, down 0.5%, shrank"
        if clauses.kind(previous) == "np":
            phrase = noun_phrase_before(chunks, previous)
            own = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
            if own is None and clauses.kind(previous - 1) == "vg":
                own = self._text.bare(clauses, previous, previous)  # "pushed the index up 9.3 points"
        elif clauses.kind(previous) == "vg":
            own = self._subject_metric(clauses, Tie("vg", previous, ""), draft)
        draft.metric = own or self._chain_metric(draft) or self._subject_metric(clauses, tie, draft)
        draft.metric_inherited = own is None

    def _preposition(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        word = tie.word
        cues = self._table.cues
        verb, beside = verb_before(clauses, tie.at), tie.at - 1
        if word in cues["against"] and word not in cues["from"] or (
            word in cues["compared_to"] and clauses.word(tie.at - 1) in cues["against"]
        ):
            self._partner(clauses, draft, tie)
        elif word in cues["of"]:
            self._of(clauses, draft, tie)
        elif word in self._table.comparatives:
            self._threshold(clauses, draft, tie)
        elif self._gapped(clauses, draft, tie, verb) or self._with_named(clauses, draft, tie):
            return
        elif word in cues["from"]:
            self._from(clauses, draft, tie, verb)
        elif word in cues["leg"] and self._next_leg(clauses, draft, tie, verb):
            return
        elif clauses.kind(beside) == "vg" and word in cues["phrasal"]:
            self._actor(clauses, draft, beside)
        elif clauses.kind(beside) == "vg" and self._verb(clauses, draft, beside, self._table.slots.get(word, ""), tie):
            return
        elif word in cues["with_or_at"]:
            self._with(clauses, draft, tie)
        elif draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
            if verb >= 0:
                self._subject(clauses, draft, verb)
        else:
            self._default(clauses, draft, tie)

    def _with_named(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"with unemployment at 4.25 per cent": the group between "with" and "at"."""
        beside = tie.at - 1
        named = clauses.kind(beside) == "np" and clauses.word(beside - 1) in self._table.cues["with"]
        if not named or tie.word not in self._table.cues["at"]:
            return False
        draft.metric = self._text.metric(clauses, beside, beside)
        draft.rules.append("frames.with")
        return draft.metric is not None

    def _next_leg(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> bool:
        """"by 5", "to 5", "at 5": a leg of the verb's movement, of a noun or particle of change, or of the fact before."""
        beside, word = tie.at - 1, tie.word
        by = word in self._table.cues["by"]
        particle = self._table.particles.get(clauses.word(beside))
        if particle is not None and by and clauses.kind(beside) in {"prep", "adv"}:
            self._moved(clauses, draft, particle.direction, tie)
            return True
        noun = self._table.nouns.get(clauses.word(beside)) if clauses.kind(beside) == "np" else None
        if noun is not None and by:
            draft.kind, draft.direction = noun.kind, noun.direction or None
            draft.metric = self._chain_metric(draft) or self._subject_metric(clauses, tie, draft)
            draft.rules.append(noun.rule)
            return True
        if verb >= 0 and self._verb(clauses, draft, verb, self._table.slots[word], tie):
            return True
        if draft.before is None or draft.before.chunk <= verb:
            return False
        self._continue_chain(clauses, draft)
        draft.kind, draft.direction = "level", None
        draft.rules.append(f"frames.chain_{self._table.slots[word]}")
        return True

    def _gapped(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> bool:
        """"exports fell by 4% and imports by 7%": a second metric shares the verb."""
        before, at = draft.before, tie.at - 1
        if before is None or verb > before.chunk:
            return False
        if "frames.gapped" in before.rules and clauses.kind(at) == "q":
            self._continue_chain(clauses, draft)
            draft.kind, draft.direction, draft.leg = "level", None, "main"
            draft.rules.append("frames.gapped")
            return True
        phrase = noun_phrase_before(clauses.chunks, at, before.chunk + 1) if clauses.kind(at) == "np" else None
        if phrase is None or clauses.kind(phrase.first - 1) not in {"conj", ","}:
            return False
        own = None if self._text.only_adjective(clauses, at) else self._text.metric(clauses, phrase.first, at)
        if clauses.chunks[phrase.first].form == "pronoun" and phrase.last > phrase.first:
            own, draft.subject = before.metric, self._text.subject(clauses, phrase.first + 2, phrase.last)
            draft.metric, draft.rules = own, [*draft.rules, "frames.gapped"]
            return True  # "that of the secondary industry to 1.84 trillion"
        if own is None or clauses.chunks[at].regions or clauses.word(at) in self._table.nouns:
            return False
        draft.metric, draft.rules = own, [*draft.rules, "frames.gapped"]
        draft.subject = before.subject
        like = next(
            (d for d in clauses.drafts if clauses.word(governor(clauses, d.chunk, self._table).at) == tie.word), before
        )
        draft.kind, draft.direction, draft.leg = like.kind, like.direction, like.leg
        return True

    def _threshold(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"sank below $99,000", "well below the 83.2% recorded last year": a level beside the metric."""
        draft.rules.append("frames.threshold")
        verb = tie.at - 1 if clauses.kind(tie.at - 1) == "vg" else -1
        if verb >= 0:
            draft.metric = self._subject_metric(clauses, Tie("vg", verb, ""), draft)
        if draft.metric is None:
            self._continue_chain(clauses, draft)
        if draft.metric is None:
            draft.metric = self._text.counted(clauses, draft.chunk) or self._subject_metric(clauses, tie, draft)
        draft.kind, draft.direction = "level", None

    def _of(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"net income of $41.3 million", "an increase of 5 percent"."""
        at = tie.at - 1
        if clauses.kind(at) == ")":
            at = opening(clauses.chunks, at) - 1
        if clauses.kind(at) == "np":
            named = self._table.nouns.get(clauses.word(at))
            phrase = noun_phrase_before(clauses.chunks, at) or Phrase(at, at, at)
            if named is not None and named.kind == "change":
                draft.kind, draft.direction = named.kind, named.direction or None
                draft.rules.append(named.rule)
                rest = self._text.without_last_word(clauses, at)
                draft.metric = rest or self._complement(clauses, draft.chunk, "change_of") or self._chain_metric(draft)
                subject = self._subject_metric(clauses, Tie("vg", verb_before(clauses, at), ""), draft)
                if subject is not None and self._text.is_actor(clauses, subject):
                    draft.subject, subject = draft.subject or subject, None
                draft.metric = draft.metric or subject or self._text.bare(clauses, at, at)
                draft.metric_inherited = rest is None
                return
            draft.metric = self._text.metric(clauses, phrase.first, at)
            if clauses.word(at) in self._table.cues["future_noun"]:
                draft.metric = self._complement(clauses, draft.chunk, "forecast_of") or draft.metric
            draft.rules.append("frames.metric_of")
            if clauses.word(at) in self._table.cues["equal_word"] and draft.before is not None:
                self._continue_chain(clauses, draft)
                draft.kind, draft.direction = "level", None
                return
            if draft.quantity.noun and clauses.word(at) not in self._table.cues["measured_in"]:
                draft.metric = self._text.counted(clauses, draft.chunk)
            verb = verb_before(clauses, at)
            if verb >= 0:
                self._subject(clauses, draft, verb)
            return
        if clauses.kind(at) == "q" and draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
            return
        self._default(clauses, draft, tie)

    def _from(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> None:
        """The earlier leg of a movement: "to 77 kroner from 72", "up from 70"."""
        draft.leg = "earlier"
        draft.rules.append("frames.from_leg")
        if draft.before is not None and draft.before.chunk > verb or draft.before is not None and verb >= 0 and (
            draft.before.chunk < verb and not self._subject_metric(clauses, tie, draft)
        ):
            self._continue_chain(clauses, draft)
        elif verb >= 0:
            acted = any(row.metric == "object" for row in self._table.verbs.get(clauses.word(verb), ()))
            if acted and not clauses.chunks[verb].passive:
                draft.metric = self._object(clauses, verb, tie.at)
            draft.metric = draft.metric or self._subject_metric(clauses, Tie("vg", verb, ""), draft)
        if draft.metric is None:
            self._continue_chain(clauses, draft)
        draft.kind, draft.direction = "level", None

    def _partner(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"compared with 86 cents", "against 655 in 2011", "against 34.5% for young men"."""
        draft.leg = "earlier"
        draft.rules.append("frames.against_leg")
        self._continue_chain(clauses, draft)
        if not (draft.kind == "change" and self._ratio(draft) and self._same_unit(draft)):
            draft.kind, draft.direction = "level", None  # "grew 5.2 percent, compared with 5.4": both are changes
        own = self._text.counted(clauses, draft.chunk)
        other = draft.before.quantity.unit if draft.before is not None else None
        if own is not None and (other is None or draft.quantity.unit is None or other.name != draft.quantity.unit.name):
            draft.metric = own
        draft.metric = draft.metric or self._subject_metric(clauses, tie, draft)
        after = draft.chunk + 1
        if (
            clauses.kind(after) == "prep"
            and clauses.word(after) in self._table.cues["group_of"]
            and clauses.kind(after + 1) == "np"
        ):
            draft.subject = self._text.subject(clauses, after + 1, self._extend(clauses, after + 1)) or draft.subject

    def _with(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"followed by Oslo with 37.6%", "with 7,700 members", "the rate, at 41.4%"."""
        draft.rules.append("frames.with")
        at = tie.at - 1
        verb = verb_before(clauses, tie.at)
        leads = verb >= 0 and verb == at - 1 and clauses.word(verb) in self._table.cues["lead_verb"]
        if leads and not draft.quantity.noun and self._before(clauses, draft) is not None:
            before = self._before(clauses, draft)
            draft.metric, draft.metric_inherited = (before.metric if before else None), True
            self._subject(clauses, draft, verb)
            return
        if clauses.kind(at) == "," and clauses.kind(at - 1) in {"np", "date"} and clauses.chunks[at - 1].form != "name":
            phrase = noun_phrase_before(clauses.chunks, at - 1)
            own = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
            if own is not None and not draft.quantity.noun and not self._text.only_adjective(clauses, at - 1):
                draft.metric = own
                return
        if draft.quantity.noun:
            draft.metric = self._text.counted(clauses, draft.chunk)
        elif not self._ratio(draft) and self._complement(clauses, draft.chunk, "of") is not None:
            draft.metric = self._complement(clauses, draft.chunk, "of")  # "with 4.15 GW of new capacity"
        elif draft.before is not None:
            self._continue_chain(clauses, draft)
            draft.kind, draft.direction = "level", None
        else:
            at = tie.at - 1
            while clauses.kind(at) == ",":
                at -= 1
            phrase = noun_phrase_before(clauses.chunks, at)
            if phrase is not None and not self._text.only_adjective(clauses, phrase.last):
                draft.metric = self._text.metric(clauses, phrase.first, phrase.last)
        self._left_name(clauses, draft, tie.at - 1)

    def _named_beside(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"although the average price, 196 euros per tonne, fell": the group before the comma is the metric."""
        at = tie.at - 1
        while clauses.kind(at) == "adv":
            at -= 1
        if tie.kind != "," or clauses.kind(at) != "np" or draft.quantity.unit is None or draft.quantity.elided:
            return False
        chunk, opens = clauses.chunks[at], clauses.kind(at - 1)
        articled = clauses.tokens.lower[chunk.start] in self._table.cues["definite"] and chunk.form == "common"
        if not articled or opens not in {"", "sub", "conj", ";", ","} or chunk.word in self._table.nouns:
            return False
        draft.metric = self._stands_for(clauses, draft, Phrase(at, at, at)) or self._text.metric(clauses, at, at)
        draft.rules.append("frames.named_beside")
        return draft.metric is not None

    def _of_which(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"shale oil, of which 61,300 tonnes were shipped": a part of what stands before."""
        if (
            tie.kind != "sub"
            or clauses.kind(tie.at - 1) != "prep"
            or clauses.word(tie.at) not in self._table.cues["of_them"]
        ):
            return False
        at = tie.at - 2
        while at >= 0 and clauses.kind(at) == ",":
            at -= 1
        phrase = noun_phrase_before(clauses.chunks, at) if at >= 0 else None
        if phrase is None:
            return False
        head = clauses.chunks[at]
        draft.metric = self._text.metric(clauses, at if head.kind == "np" else phrase.first, phrase.last)
        draft.rules.append("frames.of_which")
        if draft.metric is not None and clauses.kind(draft.chunk + 1) == "vg":
            verb = clauses.chunks[draft.chunk + 1]
            draft.subject, draft.metric = (
                draft.metric,
                (verb.head, verb.end) if verb.word not in self._table.cues["be"] else draft.metric,
            )
            if draft.subject == draft.metric:
                draft.subject = None
            else:
                draft.metric, draft.subject = draft.subject, draft.metric
        return draft.metric is not None

    def _apposition(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """A quantity after a comma, bracket, conjunction or noun group, or at the start."""
        if self._of_which(clauses, draft, tie) or self._named_beside(clauses, draft, tie):
            return
        if (
            draft.quantity.noun is None
            and tie.kind in {",", "start", "conj", "sub"}
            and clauses.kind(draft.chunk + 1) == "vg"
        ):
            if self._subject_number(clauses, draft):
                return
        if draft.quantity.noun and not (tie.kind == "conj" and self._same_thing(clauses, draft)):
            draft.metric = self._text.counted(clauses, draft.chunk)
            draft.rules.append("frames.counted")
            self._after_counted(clauses, draft)
            return
        if tie.kind == "np" and tie.at == draft.chunk - 1 and clauses.kind(tie.at - 1) == "vg":
            if self._verb(clauses, draft, tie.at - 1, "object", Tie("vg", draft.chunk, "")):
                return  # "cost the group 17 million", "pay each family 15 million"
        if tie.kind == "np" and clauses.word(tie.at) not in self._table.cues["short_form"]:
            self._beside_noun(clauses, draft, tie)
            return
        if self._amount_in(clauses, draft, tie):
            return
        if draft.before is not None:
            self._second_measure(clauses, draft, tie, draft.before)
        elif tie.kind in {",", "("}:
            self._bracket(clauses, draft, tie)
        else:
            self._default(clauses, draft, tie)

    def _same_thing(self, clauses: Clauses, draft: Draft) -> bool:
        """Counted in the unit of the fact before, and not "38 people were killed and 211 injured"."""
        noun, before = draft.quantity.noun, draft.before
        if before is None or noun is None or before.quantity.noun is None:
            return self._same_unit(draft)
        lower = clauses.tokens.lower
        return self._same_unit(draft) and lower[noun[1] - 1] == lower[before.quantity.noun[1] - 1]

    def _amount_in(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"and 3 million euros in fines": another amount than that of the fact before, with a noun of its own."""
        if draft.before is None or self._same_unit(draft) or self._ratio(draft) or tie.kind != "conj":
            return False
        own = self._complement(clauses, draft.chunk, "amount_in")
        if own is None:
            return False
        draft.metric, draft.subject = own, draft.before.subject
        draft.rules.append("frames.amount_in")
        return True

    def _second_measure(self, clauses: Clauses, draft: Draft, tie: Tie, before: Draft) -> None:
        """"lost 77 cents, or 7 percent", "in Cork (590) and Galway (220)": the fact before goes on."""
        second = tie.kind == "conj" and before.chunk == tie.at - 1 or clauses.kind(tie.at - 1) == ","
        self._continue_chain(clauses, draft)
        if draft.before is not None:
            draft.leg = draft.before.leg if second else draft.leg
        draft.rules.append("frames.chain")
        if draft.quantity.sign:
            draft.kind, draft.direction = "change", "up" if draft.quantity.sign > 0 else "down"
        if tie.kind in {",", "("}:
            self._left_name(clauses, draft, tie.at - 1)

    def _bracket(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"Bicycle thefts (77) worry the mayor", "The largest increases were recorded in Jaen (95,800)"."""
        at = tie.at - 1
        phrase = noun_phrase_before(clauses.chunks, at)
        own = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
        verb = verb_before(clauses, at)
        named = own is None or self._text.only_names(clauses, own)
        named = named or (phrase is not None and clauses.chunks[phrase.last].form == "name")
        draft.metric = None if named and verb >= 0 else own
        draft.rules.append("frames.bracket")
        if draft.metric is None and verb >= 0:
            self._of_subject(clauses, draft, verb)
            self._left_name(clauses, draft, tie.at - 1)
        draft.metric = draft.metric or own

    def _relative(self, clauses: Clauses, draft: Draft) -> bool:
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

    def _of_subject(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"The largest increases in employment were recorded in Jaen (95,800)": the subject names metric and kind."""
        phrase = subject_of(clauses.chunks, verb)
        if phrase is None or clauses.chunks[phrase.first].kind != "np":
            return
        named = self._table.nouns.get(clauses.word(phrase.first))
        if named is not None and named.kind == "change":
            draft.kind, draft.direction = named.kind, named.direction or None
            draft.metric = self._complement(clauses, phrase.first, "amount_in")
        draft.metric = draft.metric or self._subject_metric(clauses, Tie("vg", verb, ""), draft)

    def _of_lead(self, clauses: Clauses, draft: Draft) -> bool:
        """"Of the jobs created, 431,200 were in services": the sentence opens with the whole."""
        chunks = clauses.chunks
        comma = next((n for n, chunk in enumerate(chunks[:6]) if chunk.kind == ","), -1)
        lead = 1 if clauses.kind(0) == "." else 0  # behind the dot of a list
        opens = comma > lead + 1 and clauses.word(lead) in self._table.cues["of"] and chunks[lead + 1].kind == "np"
        if not opens or draft.quantity.noun is not None or draft.chunk < comma or self._ratio(draft):
            return False
        if chunks[lead + 1].form == "pronoun":
            before = self._before(clauses, draft)
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

    def _subject_number(self, clauses: Clauses, draft: Draft) -> bool:
        """"Of these, 94,700 were men": the number is the subject, and what it is said to be is the metric."""
        verb, after = draft.chunk + 1, draft.chunk + 2
        if clauses.kind(after) == "np" and clauses.chunks[verb].word in self._table.cues["copula"]:
            draft.metric = self._text.metric(clauses, after, self._extend(clauses, after))
            draft.rules.append("frames.number_is")
            return draft.metric is not None
        if not self._ratio(draft):
            return False
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

    def _beside_noun(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"exports grew 6% and imports 3%": the noun right before is the metric, or the group that it is of."""
        phrase = noun_phrase_before(clauses.chunks, tie.at) or Phrase(tie.at, tie.at, tie.at)
        own = self._text.metric(clauses, phrase.first, phrase.last)
        draft.rules.append("frames.beside_noun")
        if draft.before is not None and clauses.kind(tie.at - 1) == "prep" and clauses.kind(tie.at - 2) in {"conj", ","}:
            self._continue_chain(clauses, draft)  # "and for local goods 14.2 percent"
            self._left_name(clauses, draft, tie.at)
            return
        if draft.before is not None:
            like = self._partner_of(clauses, draft) or draft.before
            draft.kind, draft.direction = like.kind, like.direction
            if own is None or clauses.chunks[tie.at].form == "name":
                self._continue_chain(clauses, draft)
                self._left_name(clauses, draft, tie.at)
                return
        draft.metric = own

    def _after_counted(self, clauses: Clauses, draft: Draft) -> None:
        """"21 people were killed", "1,200 homes built": what happened to the counted belongs to the metric."""
        chunks, at = clauses.chunks, draft.chunk + 1
        while clauses.kind(at) == "prep" and clauses.kind(at + 1) == "np" and at - draft.chunk < 4:
            at += 2  # "21 people in the north died"
        if clauses.kind(at) in {"sub", "adv"}:
            at += 1
        if draft.metric is None or clauses.kind(at) != "vg":
            return
        verb = chunks[at]
        if verb.word not in self._table.cues["auxiliary"] or verb.passive:
            draft.metric = (draft.metric[0], verb.end)

    # -- verbs ----------------------------------------------------------------------------------------------------------

    def _verb(self, clauses: Clauses, draft: Draft, verb: int, slot: str, tie: Tie) -> bool:
        if slot == "object" and self._object_alone(clauses, draft, verb):
            return True
        chunk = clauses.chunks[verb]
        row, reading = self._row(clauses, draft, chunk, slot)
        if row is None:
            if slot != "object":
                return False
            self._actor(clauses, draft, verb)
            return True
        draft.rules.append(f"frames.{row.id}")
        if tie.transparent >= 0 and row.object == "change" and self._ratio(draft):
            paced = clauses.word(tie.transparent) in self._table.cues["rate_of_change"]
            reading = "change" if paced and slot == "at" else reading
        draft.kind = reading if reading in {"change", "comparison"} else "level"
        if draft.kind != "level":
            draft.direction = (row.direction or None) if row.id != "reach" else None
        if reading == "earlier":
            draft.leg = "earlier"
        if row.metric == "share":
            self._share(clauses, draft, verb)
        elif row.actor:
            self._actor(clauses, draft, verb)
        elif row.metric == "object" and not chunk.passive:
            self._of_object(clauses, draft, verb, tie)
        else:
            self._of_verb_subject(clauses, draft, verb, slot, tie, row)
        return True

    def _object_alone(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """Objects that no frame of the verb decides: money raised or made, what was expected."""
        chunk = clauses.chunks[verb]
        if self._raised_money(clauses, draft, verb):
            self._actor(clauses, draft, verb)
            return True
        if self._made_money(clauses, draft, verb):
            draft.metric, draft.verbal = (chunk.head, chunk.head + 1), True
            self._subject(clauses, draft, verb)
            draft.rules.append("frames.made_money")
            return True
        before = self._before(clauses, draft)
        if chunk.word not in self._table.cues["expect_verb"] or chunk.passive or before is None:
            return False
        named = clauses.kind(draft.chunk + 1) == "np" or clauses.word(draft.chunk + 1) in self._table.cues["of"]
        return not named and draft.quantity.noun is None and self._expected(clauses, draft, verb, before)

    def _of_object(self, clauses: Clauses, draft: Draft, verb: int, tie: Tie) -> None:
        """"The bank raised its key rate by 25 basis points": the object is measured."""
        draft.metric = self._object(clauses, verb, tie.at) or self._chain_metric(draft)
        if draft.metric is None:
            draft.metric = self._text.counted(clauses, draft.chunk)
        if draft.metric is None:
            draft.metric = self._subject_metric(clauses, Tie("vg", verb, ""), draft)
        self._subject(clauses, draft, verb)

    def _of_verb_subject(
        self, clauses: Clauses, draft: Draft, verb: int, slot: str, tie: Tie, row: VerbRow
    ) -> None:
        """"Exports rose 5 percent": the subject is measured, unless the verb moves or puts an object."""
        chunk = clauses.chunks[verb]
        caused = row.object == "change" and slot != "object" and not chunk.passive
        acted = self._object(clauses, verb, tie.at) if caused or self._put(chunk, slot) else None
        if row.id == "exceed" and slot != "object" and self._has_object(clauses, chunk, draft.chunk):
            draft.baseline = self._text.span(clauses, verb + 1, self._extend(clauses, verb + 1))
        if acted is None and self._put(chunk, slot) and clauses.kind(verb + 1) == "np":
            before = self._before(clauses, draft)
            pronoun = clauses.chunks[verb + 1].form == "pronoun"
            acted = before.metric if before is not None and pronoun else None
            if not pronoun and not self._text.only_adjective(clauses, verb + 1):
                acted = self._text.bare(clauses, verb + 1, verb + 1)  # "left the index at 1,204"
        draft.metric = acted or self._subject_metric(clauses, Tie("vg", verb, ""), draft)
        if draft.metric is None or self._text.is_actor(clauses, draft.metric):
            self._name_as_subject(clauses, draft, verb)

    def _expected(self, clauses: Clauses, draft: Draft, verb: int, before: Draft) -> bool:
        """"analysts had expected $217 million": of what the fact before measures."""
        draft.rules.append("frames.expected")
        draft.metric, draft.metric_inherited = before.metric, True
        if before.kind == "change" and self._ratio(draft):
            draft.kind, draft.direction = before.kind, before.direction
        draft.subject, draft.company, draft.projected = before.subject, before.company, True
        return True

    def _raised_money(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"raised $62 million", "sent 8,500 tonnes": the amount itself is the object, nothing that rises."""
        rows = self._table.verbs.get(clauses.word(verb), ())
        if draft.quantity.noun is not None and any(row.actor for row in rows):
            return False  # "cut 300 jobs": the verb has a frame of its own for things counted
        acted = any(row.metric == "object" for row in rows) and not any(row.metric == "subject" for row in rows)
        if draft.quantity.noun is not None and any(row.actor for row in rows):
            return False  # "cut 300 jobs"
        return not self._ratio(draft) and acted and not self._has_object(clauses, clauses.chunks[verb], draft.chunk)

    def _made_money(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"the bank lost $2.2 billion": what an actor makes or loses is an amount, not a change of something."""
        unit = draft.quantity.unit
        if unit is None or unit.dimension != "currency" or clauses.word(verb) not in self._table.cues["profit_verb"]:
            return False
        if clauses.word(draft.chunk + 1) in self._table.cues["to"]:
            return False
        phrase = subject_of(clauses.chunks, verb)
        head = clauses.chunks[phrase.first] if phrase is not None else None
        if head is None or head.kind != "np":
            return False
        words = clauses.tokens.lower[head.start : head.end]
        traded = any(word in self._table.cues["market_metric"] or word in self._table.cues["commodity"] for word in words)
        previous = clauses.previous
        if head.form == "pronoun" and previous is not None and previous.metric is not None:
            words = clauses.tokens.lower[previous.metric[0] : previous.metric[1]]
            traded = any(word in self._table.cues["market_metric"] for word in words)
        return not traded and (head.form in {"name", "pronoun"} or head.word in self._table.cues["company_noun"])

    def _put(self, chunk: Chunk, slot: str) -> bool:
        """"put the rate at 9.5 percent": the object, not the subject, is measured."""
        return slot != "object" and not chunk.passive and chunk.word in self._table.cues["put"]

    def _row(self, clauses: Clauses, draft: Draft, chunk: Chunk, slot: str) -> tuple[VerbRow | None, str]:
        """The frame of the verb whose slot takes this quantity."""
        rows = self._table.verbs.get(chunk.word, [])
        counted = draft.quantity.noun is not None
        transitive = any(row.metric == "object" for row in rows)
        for row in rows:
            reading = row.reading(slot)
            if not reading or reading == "rank":
                continue
            of_it = clauses.word(draft.chunk + 1) in self._table.cues["of"] and not self._ratio(draft)
            if row.actor and not counted and len(rows) > 1 and not of_it:
                continue
            if of_it and not row.actor and slot == "object" and any(other.actor for other in rows):
                continue
            if counted and slot == "object" and not row.actor and not self._measured_subject(clauses, chunk):
                continue
            if (
                transitive
                and row.metric == "subject"
                and self._has_object(clauses, chunk, draft.chunk)
                and not chunk.passive
            ):
                continue
            return row, reading
        return None, ""

    def _measured_subject(self, clauses: Clauses, chunk: Chunk) -> bool:
        """"The toll reached 21 people" against "The company reached 5 million users", "to close two plants"."""
        if chunk.word not in self._table.cues["level_verb"] or chunk.form == "infinitive":
            return False
        phrase = subject_of(clauses.chunks, clauses.chunks.index(chunk))
        if phrase is None or clauses.chunks[phrase.head].kind != "np":
            return False
        head = clauses.chunks[phrase.head]
        return head.form != "name" and head.word not in self._table.cues["company_noun"]

    def _has_object(self, clauses: Clauses, chunk: Chunk, k: int) -> bool:
        verb = clauses.chunks.index(chunk)
        return clauses.kind(verb + 1) == "np" and verb + 1 < k

    def _actor(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"the firm employs 12,900 people": the subject has the counted thing; money is named by what follows."""
        draft.rules.append("frames.actor")
        draft.metric = self._text.counted(clauses, draft.chunk) or self._complement(clauses, draft.chunk, "money_for")
        if draft.metric is None:
            draft.metric = self._object(clauses, verb, draft.chunk)
        unit = draft.quantity.unit
        if draft.metric is None and (unit is None or draft.quantity.elided) and self._before(clauses, draft) is not None:
            before = self._before(clauses, draft)
            draft.metric, draft.metric_inherited = (before.metric if before else None), True
        elif draft.metric is None and self._meant(clauses, draft, verb):
            return
        elif draft.metric is None:
            draft.metric, draft.verbal = (clauses.chunks[verb].head, clauses.chunks[verb].head + 1), True
        elif draft.quantity.noun and clauses.chunks[verb].passive is False:
            last = self._extend(clauses, draft.chunk)
            if last > draft.chunk:
                draft.metric = (draft.metric[0], clauses.chunks[last].end)
        self._subject(clauses, draft, verb)

    def _meant(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"This includes 81 GW": the subject stands for what the fact before measures."""
        phrase = subject_of(clauses.chunks, verb)
        if (
            phrase is None
            or phrase.first != phrase.last
            or clauses.word(phrase.first) not in self._table.cues["thing_pronoun"]
        ):
            return False
        before, unit = self._before(clauses, draft), draft.quantity.unit
        if before is None or (unit is not None and unit.dimension == "currency"):
            return False
        draft.metric, draft.subject, draft.metric_inherited = before.metric, before.subject, True
        return True

    def _before(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact before, in the sentence or else in the one before, whose metric can be taken over."""
        for before in (draft.before, clauses.previous):
            if before is not None and before.metric is not None and not before.verbal:
                return before
        return None

    def _share(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        draft.metric = self._complement(clauses, draft.chunk, "of") or self._chain_metric(draft)
        if draft.metric is None:
            draft.metric = self._subject_metric(clauses, Tie("vg", verb, ""), draft)
        self._subject(clauses, draft, verb)

    def _rank(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        draft.kind = "rank"
        draft.rules.append("frames.rank")
        verb = tie.at if tie.kind == "vg" else verb_before(clauses, draft.chunk)
        own = self._complement(clauses, draft.chunk, "ranked_in") or self._ranked_noun(clauses, draft)
        subject = self._subject_metric(clauses, Tie("vg", verb, ""), draft) if verb >= 0 else None
        if subject is not None and self._text.is_actor(clauses, subject):
            draft.subject, subject = subject, None
        draft.metric = own or draft.quantity.noun or subject or self._chain_metric(draft)
        draft.metric_inherited = draft.metric is not None and own is None and subject is None

    def _ranked_noun(self, clauses: Clauses, draft: Draft) -> tuple[int, int] | None:
        """"the second-largest car maker": the noun that the superlative stands with."""
        at = draft.chunk + 1
        if clauses.kind(at) != "np" or draft.quantity.noun is not None:
            return None
        chunk = clauses.chunks[at]
        start = chunk.start
        lower = clauses.tokens.lower
        while start <= chunk.head and (lower[start] == "-" or self._table.superlative(lower[start])):
            start += 1
        if (
            start >= chunk.head + 1
            or chunk.head - start < 0
            or chunk.regions
            or chunk.form == "name"
            or chunk.word in self._table.cues["place_word"]
        ):
            return None
        verb = verb_before(clauses, draft.chunk)
        if verb < 0 or clauses.word(verb) in self._table.cues["be"]:
            self._left_name(clauses, draft, draft.chunk - 1)
        return start, chunk.end

    # -- shared pieces ----------------------------------------------------------------------------------------------------

    def _default(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        draft.rules.append("frames.default")
        draft.metric = self._text.counted(clauses, draft.chunk) or self._complement(clauses, draft.chunk, "of")
        if draft.metric is None:
            phrase = noun_phrase_before(clauses.chunks, tie.at) if tie.kind == "np" else None
            if phrase is None and tie.at > 0:
                phrase = noun_phrase_before(clauses.chunks, tie.at - 1)
            draft.metric = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
        if draft.metric is None and draft.before is not None:
            self._continue_chain(clauses, draft)

    def _continue_chain(self, clauses: Clauses, draft: Draft) -> None:
        """Take over what the fact before in the sentence says, the nearest one in the same unit first."""
        before = self._partner_of(clauses, draft)
        if before is None:
            draft.metric = draft.metric or self._subject_metric(clauses, Tie("", -1, ""), draft)
            return
        draft.before = before
        draft.metric, draft.subject = before.metric, before.subject
        draft.kind, draft.direction = before.kind, before.direction
        if before.kind == "rank":
            draft.kind = "level"
        draft.metric_inherited = before.metric_inherited
        draft.company = before.company

    def _partner_of(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact that a chain continues; a percentage does not continue a count of things."""
        if draft.before is None:
            return None
        unit = draft.quantity.unit
        if unit is None:
            bare = [d for d in clauses.drafts[-_CHAIN:] if d.quantity.unit is None or d.quantity.unit.noun]
            return None if self._blank_rank(clauses, draft) else bare[-1] if bare else draft.before
        at = draft.chunk - 1
        if clauses.kind(at) == "conj" and clauses.kind(at - 1) in {"q", ","} and draft.before.chunk in {at - 1, at - 2}:
            if clauses.word(at) in self._table.cues["or"]:
                return draft.before  # "rose by 486,700 people, or 2.2%": another measure of the same
        if unit is not None:
            for before in reversed(clauses.drafts[-_CHAIN:]):
                other = before.quantity.unit
                if other is not None and other.name == unit.name and before.quantity.form == draft.quantity.form:
                    return before
        if self._ratio(draft) and draft.before.quantity.noun is not None:
            return None
        return None if self._blank_rank(clauses, draft) else draft.before

    def _blank_rank(self, clauses: Clauses, draft: Draft) -> bool:
        """"No. 8 Sichuan province, 135.8 billion yuan": the rank has no metric that the level could take."""
        before = draft.before
        rank = before is not None and before.kind == "rank" and before.metric_inherited
        return rank and clauses.sentence.kind == "line" and draft.quantity.form != "rank"

    def _ratio(self, draft: Draft) -> bool:
        unit = draft.quantity.unit
        return unit is not None and unit.dimension == RATIO

    def _chain_metric(self, draft: Draft) -> tuple[int, int] | None:
        if draft.before is not None and draft.before.metric is not None:
            draft.subject = draft.subject or draft.before.subject
            return draft.before.metric
        return None

    def _same_unit(self, draft: Draft) -> bool:
        before = draft.before.quantity.unit if draft.before else None
        unit = draft.quantity.unit
        return before is not None and unit is not None and before.name == unit.name

    def _subject_metric(self, clauses: Clauses, tie: Tie, draft: Draft) -> tuple[int, int] | None:
        verb = tie.at if tie.kind == "vg" else verb_before(clauses, draft.chunk)
        if verb < 0:
            return None
        phrase = subject_of(clauses.chunks, verb)
        if phrase is None:
            return None
        named = self._table.nouns.get(clauses.word(phrase.first))
        if named is not None and named.kind == "change" and phrase.first == phrase.last:
            grown = self._complement(clauses, phrase.first, "changed_in")
            if grown is not None:
                return grown
        return self._stands_for(clauses, draft, phrase) or self._text.metric(clauses, phrase.first, phrase.last)

    def _stands_for(self, clauses: Clauses, draft: Draft, phrase: Phrase) -> tuple[int, int] | None:
        """"it", "the rate", "those of the consumer division": the metric of the fact before, and whose it is."""
        head = clauses.chunks[phrase.first]
        named = head.word in self._table.cues["short_form"] or head.word in self._table.cues["superlative_head"]
        short = head.form == "pronoun" or (named and head.end - head.start <= 2 and not head.regions)
        if not short:
            return None
        before = self._antecedent(clauses, draft, head)
        if before is None or before.metric is None:
            return None
        if phrase.last > phrase.first:
            if head.form != "pronoun":
                return None
            draft.subject = self._text.subject(clauses, phrase.first + 2, phrase.last) or draft.subject
        else:
            draft.subject = draft.subject or self._lead_group(clauses) or before.subject
        draft.company = draft.company or before.company
        draft.metric_inherited = True
        draft.rules.append("context.short_form")
        return before.metric

    def _lead_group(self, clauses: Clauses) -> tuple[int, int] | None:
        """"For young women it was 37.4%": the group that the sentence opens with."""
        first = clauses.chunks[0]
        if first.kind != "prep" or first.word not in self._table.cues["group_of"] or clauses.kind(1) != "np":
            return None
        return self._text.subject(clauses, 1, 1)

    def _antecedent(self, clauses: Clauses, draft: Draft, head: Chunk) -> Draft | None:
        """The fact that a short form means: for "the index" the last one with "index" in it, for "it" the nearest."""
        nearest = draft.before or clauses.previous
        if head.form == "pronoun" or head.word not in self._table.cues["echoed"]:
            return nearest
        for before in [*reversed(clauses.drafts), *reversed(clauses.history[-_ECHO:])]:
            if before.metric and head.word in clauses.tokens.lower[before.metric[0] : before.metric[1]]:
                return before
        return None

    def _subject(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        phrase = subject_of(clauses.chunks, verb)
        if phrase is not None and clauses.chunks[phrase.head].kind == "np":
            draft.subject = self._text.subject(clauses, phrase.first, phrase.last)
            if draft.subject is None and draft.before is not None:
                draft.subject = draft.before.subject

    def _name_as_subject(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"Brannock rose 5 percent": the name is who, the metric comes from the chain or the quantity's own noun."""
        actor = draft.metric
        own = self._text.counted(clauses, draft.chunk) or self._complement(clauses, draft.chunk, "change_in")
        draft.metric = own or self._chain_metric(draft) or actor
        draft.subject = actor if draft.metric != actor else draft.subject
        draft.metric_inherited = own is None

    def _object(self, clauses: Clauses, verb: int, until: int) -> tuple[int, int] | None:
        """The noun group between the verb and ``until``."""
        if clauses.kind(verb + 1) == "np" and verb + 1 < until and not self._text.only_adjective(clauses, verb + 1):
            last = verb + 1
            while last + 2 < until and clauses.kind(last + 1) == "prep" and clauses.kind(last + 2) == "np":
                last += 2
            return self._text.metric(clauses, verb + 1, last)
        return None

    def _complement(self, clauses: Clauses, at: int, cue: str) -> tuple[int, int] | None:
        """The noun group behind chunk ``at`` and a preposition of the cue; a bracket between them is passed over."""
        if clauses.kind(at + 1) == "(":
            at = next((n for n in range(at + 1, len(clauses.chunks)) if clauses.kind(n) == ")"), at)
        if clauses.kind(at + 1) == "prep" and clauses.word(at + 1) in self._table.cues[cue] and clauses.kind(at + 2) == "np":
            return self._text.metric(clauses, at + 2, self._extend(clauses, at + 2))
        return None

    def _extend(self, clauses: Clauses, at: int) -> int:
        """The last chunk of the noun phrase that begins at ``at``: its of- and for-complements."""
        last = at
        while clauses.kind(last + 1) == "prep" and clauses.kind(last + 2) == "np" and last - at < 4:
            last += 2
        return last

    def _left_name(self, clauses: Clauses, draft: Draft, at: int) -> None:
        """The group just before, when it names whose number it is: "Shanghai, 35.2"."""
        while at >= 0 and clauses.kind(at) in {",", "(", "adv"}:
            at -= 1
        if clauses.kind(at) == ")":
            at = opening(clauses.chunks, at) - 1
        if clauses.kind(at) == "np" and clauses.chunks[at].form != "pronoun":
            chunk = clauses.chunks[at]
            draft.regions = list(chunk.regions)
            own = self._text.subject(clauses, at, at)
            if own is not None:
                draft.subject = own
