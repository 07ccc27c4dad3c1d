"""Quantities that a verb takes, as its object or behind one of its prepositions."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import VerbRow
from extractor.link.governor import Tie
from extractor.link.readings.before import chain_metric, fact_before, is_ratio
from extractor.link.readings.groups import extend, has_object
from extractor.link.readings.objects import Objects
from extractor.link.readings.reading import Basis, Reading
from extractor.link.readings.sums import Sums
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import Phrase, noun_phrase_before, subject_of

_SHARED = frozenset({"area", "energy", "length", "mass", "power", "volume"})  # dimensions whose parts name the same measure


class Verbs(Reading):
    """Applies the verb frames."""

    def __init__(self, basis: Basis, objects: Objects) -> None:
        super().__init__(basis)
        self._objects = objects
        self._sums = Sums(basis)

    def read(self, clauses: Clauses, draft: Draft, verb: int, slot: str, tie: Tie) -> bool:
        """"Exports rose 5 percent": by the frame of the verb at chunk ``verb``; False where it has none for the slot."""
        if slot == "object" and self._objects.alone(clauses, draft, verb):
            return True
        chunk = clauses.chunks[verb]
        brought = chunk.word in self._table.cues["ditransitive"] and not is_ratio(draft) and not chunk.passive
        if slot == "object" and brought and has_object(clauses, chunk, draft.chunk):
            self._objects.actor(clauses, draft, verb)  # "brought the region 48 million reais"
            if draft.quantity.noun is None:
                draft.metric, draft.verbal = (chunk.head, chunk.head + 1), True
            return True
        row, reading = self._row(clauses, draft, chunk, slot)
        if row is None:
            if slot != "object":
                return False
            self._objects.actor(clauses, draft, verb)
            return True
        draft.rules.append(f"frames.{row.id}")
        if tie.transparent >= 0 and row.object == "change" and is_ratio(draft):
            paced = clauses.word(tie.transparent) in self._table.cues["rate_of_change"]
            reading = "change" if paced and slot == "at" else reading
        draft.kind = reading if reading in {"change", "comparison"} else "level"
        if draft.kind != "level":
            draft.direction = (row.direction or None) if row.id != "reach" else None
        if reading == "earlier":
            draft.leg = "earlier"
        unit = draft.quantity.unit
        if row.metric == "share" and unit is not None and unit.dimension == "currency" and self._given(clauses, draft, verb):
            self._objects.actor(clauses, draft, verb)
        elif row.metric == "share":
            self._share(clauses, draft, verb)
        elif row.actor and not (row.object == "change" and slot == "object" and is_ratio(draft)):
            self._objects.actor(clauses, draft, verb)  # but "HSBC added 1.1 percent"
        elif row.metric == "object" and not chunk.passive:
            self._of_object(clauses, draft, verb, tie)
        else:
            self._of_verb_subject(clauses, draft, verb, slot, tie, row)
        return True

    def _of_object(self, clauses: Clauses, draft: Draft, verb: int, tie: Tie) -> None:
        """"The bank raised its key rate by 25 basis points": the object is measured."""
        between = self._groups.object_between(clauses, verb, tie.at)
        draft.metric = between or self._which(clauses, draft, verb) or chain_metric(draft)
        if draft.metric is None and clauses.kind(verb + 1) == "np" and verb + 1 < tie.at:
            short = Phrase(verb + 1, verb + 1, verb + 1)  # "agreed to raise the share to 30 percent"
            draft.metric = self._short.stands_for(clauses, draft, short) or self._text.bare(clauses, verb + 1, verb + 1)
        if draft.metric is None:
            draft.metric = self._text.counted(clauses, draft.chunk)
        if draft.metric is None:
            draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        self._groups.give_subject(clauses, draft, verb)

    def _which(self, clauses: Clauses, draft: Draft, verb: int) -> TokenSpan | None:
        """"Services revenue, which the firm wants to lift to 5 million": the group before the relative is lifted."""
        at = verb - 1
        while clauses.kind(at) in {"adv", "vg"}:
            at -= 1
        opens = clauses.kind(at) == "np" and clauses.kind(at - 1) == "sub"
        if not opens or clauses.word(at - 1) not in self._table.cues["which"] or clauses.kind(verb + 1) == "np":
            return None
        at -= 2
        while clauses.kind(at) == ",":
            at -= 1
        phrase = noun_phrase_before(clauses.chunks, at) if clauses.kind(at) == "np" else None
        return self._text.metric(clauses, phrase.first, phrase.last) if phrase is not None else None

    def _of_verb_subject(self, clauses: Clauses, draft: Draft, verb: int, slot: str, tie: Tie, row: VerbRow) -> None:
        """"Exports rose 5 percent": the subject is measured, unless the verb moves or puts an object."""
        chunk = clauses.chunks[verb]
        caused = row.object == "change" and slot != "object" and not chunk.passive
        acted = self._groups.object_between(clauses, verb, tie.at) if caused or self._put(chunk, slot) else None
        if acted is None and self._put(chunk, slot):
            acted = self._put_relative(clauses, verb)
        if row.id in {"exceed", "lag"} and slot != "object" and has_object(clauses, chunk, draft.chunk):
            draft.baseline = self._text.span(clauses, verb + 1, extend(clauses, verb + 1))
        if acted is None and self._put(chunk, slot) and clauses.kind(verb + 1) == "np":
            before = fact_before(clauses, draft)
            pronoun = clauses.chunks[verb + 1].form == "pronoun"
            acted = before.metric if before is not None and pronoun else None
            if clauses.word(verb + 1) in self._table.cues["short_form"]:
                acted = acted or self._short.stands_for(clauses, draft, Phrase(verb + 1, verb + 1, verb + 1))
            if acted is None and not pronoun and not self._text.only_adjective(clauses, verb + 1):
                acted = self._text.bare(clauses, verb + 1, verb + 1)  # "left the index at 1,204"
        exists = clauses.word(verb - 1) in self._table.cues["there"] and slot == "object"
        acted = acted or (self._text.counted(clauses, draft.chunk) if exists else None)
        summed = chunk.form == "ing" and clauses.kind(verb - 1) == "," and chunk.word in self._table.cues["summing_verb"]
        if summed and draft.before is not None and draft.before.quantity.unit is not None:
            acted = acted or chain_metric(draft)  # "a dividend of 5 naira per share, amounting to 105 billion naira"
        draft.metric = acted or self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        # "Exports rose, but those of maize fell"
        short = "context.short_form" in draft.rules and draft.quantity.noun is None
        if draft.metric is None or (self._text.is_actor(clauses, draft.metric) and not short):
            self._chains.name_as_subject(clauses, draft, verb)
        elif chunk.word in self._table.cues["be"] and is_ratio(draft):
            self._is_change(clauses, draft, verb)

    def _is_change(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"the increase was 6 percent", "the steepest decline was in Kent, by 3 percent": of what was told before."""
        phrase = subject_of(clauses.chunks, verb)
        head = clauses.chunks[phrase.first] if phrase is not None else None
        named = self._table.nouns.get(head.word) if head is not None else None
        if phrase is None or head is None or named is None or named.kind != "change":
            return
        cues, before = self._table.cues, fact_before(clauses, draft)
        if head.word in cues["growth_rate"] or clauses.tokens.lower[head.start] not in cues["definite"]:
            return
        own = self._groups.complement(clauses, phrase.first, "changed_in")
        metric = own or (before.metric if before is not None else None)
        if metric is not None:
            draft.metric, draft.metric_inherited = metric, own is None
            draft.kind, draft.direction = "change", named.direction or None
            draft.like = before if own is None else None
            draft.rules.append(named.rule)

    def _put_relative(self, clauses: Clauses, verb: int) -> TokenSpan | None:
        """"full costs, which the ministry puts at 8,000 euros": what "which" stands for."""
        sub = verb - 2
        relative = clauses.kind(verb - 1) == "np" and clauses.kind(sub) == "sub"
        if not relative or clauses.word(sub) not in self._table.cues["thing_pronoun"]:
            return None
        at = sub - 1 if clauses.kind(sub - 1) != "," else sub - 2
        phrase = noun_phrase_before(clauses.chunks, at) if at >= 0 else None
        return self._text.metric(clauses, phrase.first, phrase.last) if phrase is not None else None

    def _put(self, chunk: Chunk, slot: str) -> bool:
        """"put the rate at 9.5 percent": the object, not the subject, is measured."""
        return slot != "object" and not chunk.passive and chunk.word in self._table.cues["put"]

    def _row(self, clauses: Clauses, draft: Draft, chunk: Chunk, slot: str) -> tuple[VerbRow | None, str]:
        """The frame of the verb whose slot takes this quantity."""
        rows = self._table.verbs.get(chunk.word, [])
        beside = clauses.word(clauses.chunks.index(chunk) + 1) if chunk.word in self._table.cues["making_verb"] else ""
        if beside in self._table.particles:
            rows = [row for row in rows if row.metric == "share"]  # "made up 5 billion of the total"
        counted = draft.quantity.noun is not None
        transitive = any(row.metric == "object" for row in rows)
        for row in rows:
            reading = row.reading(slot)
            if not reading or reading == "rank":
                continue
            if counted and slot == "on" and row.metric == "subject":
                continue  # "will open on 400 screens"
            if counted and slot != "object" and chunk.passive and row.object == "change" and row.metric == "subject":
                continue  # "people have been moved to 24 shelters"
            of_it = clauses.word(draft.chunk + 1) in self._table.cues["of"] and not is_ratio(draft)
            of_it = of_it or self._sums.kept_in(clauses, draft, chunk)
            if row.actor and not counted and len(rows) > 1 and not of_it:
                continue
            if of_it and not row.actor and slot == "object" and any(other.actor for other in rows):
                continue
            if counted and slot == "object" and not row.actor and not self._measured_subject(clauses, chunk):
                continue
            if transitive and row.metric == "subject" and has_object(clauses, chunk, draft.chunk) and not chunk.passive:
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

    def _given(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"will contribute 20 million dollars": money that is given, no part of a sum."""
        whole = clauses.word(draft.chunk + 1) in self._table.cues["of"]
        return clauses.word(verb) in self._table.cues["contribute"] and not whole

    def _share(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        counted = self._text.counted(clauses, draft.chunk) if not is_ratio(draft) else None
        draft.metric = counted or self._groups.complement(clauses, draft.chunk, "of") or chain_metric(draft)
        if clauses.word(verb) in self._table.cues["contribute"]:
            draft.metric = self._groups.complement(clauses, draft.chunk, "to") or draft.metric
        physical = draft.quantity.unit is not None and draft.quantity.unit.dimension in _SHARED
        told = self._chains.of_unit(clauses, draft) if draft.metric is None and physical else None
        if told is not None:  # "13.9 million tonnes of waste. Households accounted for 11.8 million tonnes"
            draft.metric, draft.metric_inherited = told.metric, True
        if draft.metric is None:
            draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        self._groups.give_subject(clauses, draft, verb)
