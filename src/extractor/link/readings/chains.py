"""What a quantity takes from the facts before it in the sentence, and what short forms stand for."""

from __future__ import annotations

from extractor.link.chunks import Chunk
from extractor.link.clauses import Phrase, ancestors, noun_phrase_before, subject_of
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.governor import Tie, verb_before
from extractor.link.owndates import possessive_date
from extractor.link.phrases import PhraseText
from extractor.link.readings.groups import Groups

_CHAIN = 4  # facts of the sentence in which a chain looks for its own unit
_ECHO = 12  # facts looked through for the noun that a short form repeats


class Chains:
    """Looks back over the drafts of a sentence."""

    def __init__(self, table: FrameTable, text: PhraseText, groups: Groups) -> None:
        self._table = table
        self._text = text
        self._groups = groups

    def partner_of(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact that a chain continues; a percentage does not continue a count of things."""
        if draft.before is None:
            return None
        unit, near = draft.quantity.unit, self._same_clause(clauses, draft)
        if near[-1] is not draft.before and draft.quantity.elided:
            draft.like = near[-1]  # behind a clause that is closed: the unit of the number before is not this one's
            return near[-1]
        if unit is None:
            bare = [d for d in near if d.quantity.unit is None or d.quantity.unit.noun]
            return None if blank_rank(clauses, draft) else bare[-1] if bare else draft.before
        at = draft.chunk - 1
        if clauses.kind(at) == "conj" and clauses.kind(at - 1) in {"q", ","} and draft.before.chunk in {at - 1, at - 2}:
            if clauses.word(at) in self._table.cues["or"]:
                return draft.before  # "rose by 486,700 people, or 2.2%": another measure of the same
        if unit is not None:
            for before in reversed(near):
                other = before.quantity.unit
                if other is not None and other.name == unit.name and before.quantity.form == draft.quantity.form:
                    return before
        if is_ratio(draft) and draft.before.quantity.noun is not None:
            return None
        return None if blank_rank(clauses, draft) else draft.before

    @staticmethod
    def _same_clause(clauses: Clauses, draft: Draft) -> list[Draft]:
        """The last facts, those of clauses that are closed only if there are no others."""
        last, reach = clauses.drafts[-_CHAIN:], ancestors(clauses.paths[draft.chunk])
        return [fact for fact in last if clauses.paths[fact.chunk] in reach] or last

    def continue_chain(self, clauses: Clauses, draft: Draft) -> None:
        """Take over what the fact before in the sentence says, the nearest one in the same unit first."""
        before = self.partner_of(clauses, draft)
        if before is None:
            draft.metric = draft.metric or self.subject_metric(clauses, Tie("", -1, ""), draft)
            return
        draft.before = before
        draft.metric, draft.subject = before.metric, before.subject
        draft.kind, draft.direction = before.kind, before.direction
        if before.kind == "rank":
            draft.kind = "level"
        draft.metric_inherited = before.metric_inherited
        draft.company = before.company

    @staticmethod
    def of_unit(clauses: Clauses, draft: Draft) -> Draft | None:
        """The last fact of the sentences before in the same unit: "Sangrur topped the districts with 1.1 million tonnes"."""
        unit = draft.quantity.unit
        for fact in reversed(clauses.history[-_ECHO:]):
            other = fact.quantity.unit
            alike = unit is not None and other is not None and (other.name, other.per_name) == (unit.name, unit.per_name)
            if alike and fact.metric is not None and fact.leg == "main" and fact.kind == "level":
                return fact
        return None

    def dated_reference(self, clauses: Clauses, draft: Draft) -> bool:
        """"25% below last year's 35.1 million": an earlier level of what moved."""
        before = draft.before
        moved = before is not None and before.baseline is not None and before.kind in {"change", "comparison"}
        if before is None or not moved or possessive_date(clauses, draft.chunk, self._table.cues["clitic"]) is None:
            return False
        draft.metric, draft.subject, draft.company = before.metric, before.subject, before.company
        draft.metric_inherited, draft.like = before.metric_inherited, self._alike(clauses, draft)
        draft.rules.append("frames.dated_reference")
        return True

    @staticmethod
    def _alike(clauses: Clauses, draft: Draft) -> Draft | None:
        """The last level of the sentence, or the one before it, in whose unit a bare number is."""
        levels = [fact for fact in (*clauses.history[-1:], *clauses.drafts) if fact.kind == "level"]
        return levels[-1] if levels and draft.quantity.unit is None else None

    def subject_metric(self, clauses: Clauses, tie: Tie, draft: Draft) -> tuple[int, int] | None:
        """The metric that the subject of the nearest verb names or stands for."""
        verb = tie.at if tie.kind == "vg" else verb_before(clauses, draft.chunk)
        if verb < 0:
            return None
        phrase = subject_of(clauses.chunks, verb)
        if phrase is None or clauses.word(verb) in self._table.cues["speaking"]:
            return None  # "growth slowed, the building society said, down from 2.4 percent"
        named = self._table.nouns.get(clauses.word(phrase.first))
        if named is not None and named.kind == "change" and phrase.first == phrase.last:
            grown = self._groups.complement(clauses, phrase.first, "changed_in")
            if grown is not None:
                return grown
        return self.stands_for(clauses, draft, phrase) or self._text.metric(clauses, phrase.first, phrase.last)

    def stands_for(self, clauses: Clauses, draft: Draft, phrase: Phrase) -> tuple[int, int] | None:
        """"it", "the rate", "those of the consumer division": the metric of the fact before, and whose it is."""
        head = clauses.chunks[phrase.first]
        named = head.word in self._table.cues["short_form"] or head.word in self._table.cues["superlative_head"]
        short = head.form == "pronoun" or (named and head.end - head.start <= 2 and not head.regions)
        if not short:
            return None
        own = self._named_first(clauses, draft, phrase)
        if own is not None:
            return own
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

    def _named_first(self, clauses: Clauses, draft: Draft, phrase: Phrase) -> tuple[int, int] | None:
        """"The Dow, a day after it closed above 48,000, fell": the group that the sentence opens with, a name."""
        first, head = clauses.chunks[0], clauses.chunks[phrase.first]
        named = first.kind == "np" and first.form == "name" and clauses.kind(1) == ","
        if not named or draft.before is not None or phrase.first < 2 or head.word not in self._table.cues["it"]:
            return None
        return self._text.metric(clauses, 0, 0) if not first.regions else None

    def _lead_group(self, clauses: Clauses) -> tuple[int, int] | None:
        """"For young women it was 37.4%": the group that the sentence opens with."""
        first = clauses.chunks[0]
        if first.kind != "prep" or first.word not in self._table.cues["group_of"] or clauses.kind(1) != "np":
            return None
        return self._text.subject(clauses, 1, 1)

    def _antecedent(self, clauses: Clauses, draft: Draft, head: Chunk) -> Draft | None:
        """The fact that a short form means: for "the index" the last one with "index" in it, for "it" the nearest."""
        nearest = self._open_before(clauses, draft) or clauses.previous
        if head.form == "pronoun" or head.word not in self._table.cues["echoed"]:
            return self._last_level(clauses, draft) or nearest
        return self.echoed(clauses, head)

    def _last_level(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """"GDP to grow 3 percent and inflation to average 22. It stood at 28": a level goes on from a level."""
        first, verb = clauses.previous, verb_before(clauses, draft.chunk)
        if draft.before is not None or first is None or first.kind != "change" or not is_ratio(draft):
            return None
        rows = self._table.verbs.get(clauses.word(verb), ())
        stands = any(row.object != "change" and row.metric == "subject" for row in rows)
        told = [fact for fact in clauses.history[-_ECHO:] if fact.sentence == first.sentence and fact.leg != "earlier"]
        last = told[-1] if told else None
        level = last is not None and last.kind == "level" and last.metric not in {None, first.metric} and is_ratio(last)
        return last if stands and level else None

    @staticmethod
    def echoed(clauses: Clauses, head: Chunk) -> Draft | None:
        """The last fact with the noun of ``head`` in its metric."""
        for before in [*reversed(clauses.drafts), *reversed(clauses.history[-_ECHO:])]:
            if before.metric and head.word in clauses.tokens.lower[before.metric[0] : before.metric[1]]:
                return before
        return None

    @staticmethod
    def _open_before(clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact before, but not one of a place that only the sentence's opening names: "In Daloa, where ..., it"."""
        before = draft.before
        if before is None or clauses.chunks[0].kind != "prep" or clauses.previous is None:
            return before
        closed = clauses.paths[before.chunk] not in ancestors(clauses.paths[draft.chunk])
        return None if closed else before

    def such(self, clauses: Clauses, draft: Draft) -> None:
        """"912,000 such patents": the longer name that the noun had before."""
        span, lower = draft.metric, clauses.tokens.lower
        if span is None or span[1] - span[0] < 2:
            return
        extreme = span[1] - span[0] == 2 and lower[span[1] - 1] in self._table.cues["echoed"]
        extreme = extreme and lower[span[0]] in self._table.cues["superlative_head"]  # "the highest rate"
        if not extreme and lower[span[0]] not in self._table.cues["such"]:
            return
        for before in [*reversed(clauses.drafts), *reversed(clauses.history[-_ECHO:])]:
            named = before.metric and lower[span[1] - 1] in lower[before.metric[0] : before.metric[1]]
            if named and before.metric != span:
                draft.metric, draft.metric_inherited = before.metric, True
                draft.rules.append("context.such")
                return

    def name_as_subject(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"Brannock rose 5 percent": the name is who, the metric comes from the chain or the quantity's own noun."""
        actor, before = draft.metric, draft.before
        if before is not None and before.kind == "change" and is_ratio(before) and before.metric == actor:
            return  # "Registrations rose 8% to 41,000 cars"
        own = self._text.counted(clauses, draft.chunk) or self._groups.complement(clauses, draft.chunk, "change_in")
        moved = self._both_names(clauses, draft, actor)
        draft.metric = own or (actor if moved else chain_metric(draft)) or actor  # "and Germany's DAX fell"
        draft.subject = actor if draft.metric != actor else draft.subject
        draft.metric_inherited = own is None

    def _both_names(self, clauses: Clauses, draft: Draft, actor: tuple[int, int] | None) -> bool:
        """The fact before is of a name as well, and of another one, so that each name is what moved."""
        told = draft.before.metric if draft.before is not None else None
        if told is None or actor is None or told == actor or draft.kind != "change":
            return False
        lower = clauses.tokens.lower
        named = self._text.is_actor(clauses, told) and self._text.is_actor(clauses, actor)
        return named and lower[told[0]] != lower[actor[0]]

    def nearest_group(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """The counted noun, the complement, or else the nearest noun group before."""
        draft.rules.append("frames.default")
        draft.metric = self._text.counted(clauses, draft.chunk) or self._groups.complement(clauses, draft.chunk, "of")
        if draft.metric is None:
            phrase = noun_phrase_before(clauses.chunks, tie.at) if tie.kind == "np" else None
            if phrase is None and tie.at > 0:
                phrase = noun_phrase_before(clauses.chunks, tie.at - 1)
            draft.metric = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
        if draft.metric is None and draft.before is not None:
            self.continue_chain(clauses, draft)


def is_ratio(draft: Draft) -> bool:
    """True for percent, points, fractions and times."""
    unit = draft.quantity.unit
    return unit is not None and unit.dimension == "ratio"


def same_unit(draft: Draft) -> bool:
    """True where the fact before has the same unit."""
    before = draft.before.quantity.unit if draft.before else None
    unit = draft.quantity.unit
    return before is not None and unit is not None and before.name == unit.name


def same_thing(clauses: Clauses, draft: Draft) -> bool:
    """Counted in the unit of the fact before, and not "38 people were killed and 211 injured"."""
    noun, before = draft.quantity.noun, draft.before
    if before is None or noun is None or before.quantity.noun is None:
        return same_unit(draft)
    lower = clauses.tokens.lower
    return same_unit(draft) and lower[noun[1] - 1] == lower[before.quantity.noun[1] - 1]


def chain_metric(draft: Draft) -> tuple[int, int] | None:
    """The metric of the fact before in the sentence, whose subject comes along."""
    if draft.before is not None and draft.before.metric is not None:
        draft.subject = draft.subject or draft.before.subject
        return draft.before.metric
    return None


def fact_before(clauses: Clauses, draft: Draft) -> Draft | None:
    """The fact before, in the sentence or else in the one before, whose metric can be taken over."""
    for before in (draft.before, clauses.previous):
        if before is not None and before.metric is not None and not before.verbal:
            return before
    return None


def blank_rank(clauses: Clauses, draft: Draft) -> bool:
    """"No. 8 Sichuan province, 135.8 billion yuan": the rank has no metric that the level could take."""
    before = draft.before
    rank = before is not None and before.kind == "rank" and before.metric_inherited
    return rank and clauses.sentence.kind == "line" and draft.quantity.form != "rank"
