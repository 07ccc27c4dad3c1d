"""What a quantity takes from the facts before it in the sentence, and from the subject of its verb."""

from __future__ import annotations

from extractor.link.dates.owndates import possessive_date
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import blank_rank, chain_metric, in_bracket_of, is_ratio
from extractor.link.readings.groups import Groups
from extractor.link.readings.shortforms import ShortForms
from extractor.link.syntax.clauses import ancestors, noun_phrase_before, subject_of
from extractor.link.syntax.phrases import PhraseText

_CHAIN = 4  # facts of the sentence in which a chain looks for its own unit
_STEM = 4  # letters that "shipped" and "shipments" share
_UNITS = 12  # facts of the sentences before that are looked through for the same unit
_SHARES = frozenset({"frames.share_of", "frames.share"})


class Chains:
    """Looks back over the drafts of a sentence."""

    def __init__(self, table: FrameTable, text: PhraseText, groups: Groups, short: ShortForms) -> None:
        self._table = table
        self._text = text
        self._groups = groups
        self._short = short

    def partner_of(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact that a chain continues; a percentage does not continue a count of things."""
        if draft.before is None:
            return None
        if in_bracket_of(clauses, draft):
            return draft.before  # "shed 15,000 jobs (-0.9%)"
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
        for fact in reversed(clauses.history[-_UNITS:]):
            other = fact.quantity.unit
            alike = unit is not None and other is not None and (other.name, other.per_name) == (unit.name, unit.per_name)
            if alike and fact.metric is not None and fact.leg == "main" and fact.kind == "level":
                return fact
        return None

    def nominal(self, clauses: Clauses, draft: Draft, verb: int) -> tuple[int, int] | None:
        """"mined 98,400 ounces" where a fact before is of production, in ounces: the noun for what the verb says."""
        cues, lower, word = self._table.cues, clauses.tokens.lower, clauses.word(verb)
        unit, stem = draft.quantity.unit, word.rstrip("e")
        nouns = cues["production_noun"] if word in cues["producing_verb"] else frozenset[str]()
        nouns = cues["vote_noun"] if word in cues["winning_verb"] else nouns  # "Weber took 46 percent"
        for fact in [*reversed(clauses.drafts), *reversed(clauses.history[-_UNITS:])]:
            other = fact.quantity.unit
            if fact.metric is None or fact.verbal or unit is None or other is None or other.name != unit.name:
                continue
            for n in range(*fact.metric):
                if lower[n] in nouns or (len(stem) >= _STEM and lower[n].startswith(stem)):
                    return fact.metric[0], n + 1
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
        return self._short.stands_for(clauses, draft, phrase) or self._text.metric(clauses, phrase.first, phrase.last)

    def name_as_subject(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """"Brannock rose 5 percent": the name is who, the metric comes from the chain or the quantity's own noun."""
        actor, before = draft.metric, draft.before
        if before is not None and before.kind == "change" and is_ratio(before) and before.metric == actor:
            return  # "Registrations rose 8% to 41,000 cars"
        if before is not None and before.subject == actor and not _SHARES.isdisjoint(before.rules):
            return  # "Robberies, which make up 7% of crime, fell 4%"
        own = self._text.counted(clauses, draft.chunk) or self._groups.complement(clauses, draft.chunk, "change_in")
        moved = self._both_names(clauses, draft, actor) or self._inside(clauses, draft, actor)
        moved = moved or (actor is not None and clauses.tokens.lower[actor[1] - 1] in self._table.cues["commodity"])
        chained = chain_metric(draft)
        chained = self._text.without_other(clauses, chained, actor) if chained is not None else None
        draft.metric = own or (actor if moved else chained) or actor  # "and Germany's DAX fell"
        draft.subject = actor if draft.metric != actor else draft.subject
        draft.metric_inherited = own is None

    @staticmethod
    def _inside(clauses: Clauses, draft: Draft, actor: tuple[int, int] | None) -> bool:
        """"Prices in 20 cities rose": the fact before only says where."""
        before = draft.before
        at = before.chunk - 1 if before is not None and before.quantity.noun is not None else -1
        return actor is not None and clauses.kind(at) == "prep" and clauses.chunks[at].start == actor[1]

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
