"""The legs of a movement: "up 5 percent", "by 5 to 77 from 72", "against 655 in 2011", "and imports by 7 percent"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.governor import Tie, governor
from extractor.link.readings.before import chain_metric, is_ratio, same_thing, same_unit
from extractor.link.readings.groups import extend
from extractor.link.readings.reading import Basis, Reading
from extractor.link.readings.trading import Trading
from extractor.link.readings.verbs import Verbs
from extractor.link.syntax.clauses import noun_phrase_before

_NEAR = 3  # chunks between "trades from about" and its number


class Movements(Reading):
    """Reads particles, legs and gaps."""

    def __init__(self, basis: Basis, verbs: Verbs, trading: Trading) -> None:
        super().__init__(basis)
        self._verbs = verbs
        self._trading = trading

    def moved(self, clauses: Clauses, draft: Draft, direction: str, tie: Tie) -> None:
        """"up 5 percent": a change of the metric before."""
        draft.kind, draft.direction = "change", direction
        chunks = clauses.chunks
        previous = tie.at - 1
        if clauses.kind(previous) == "np" and self._text.only_adjective(clauses, previous):
            previous -= 1  # "were last up 3.6 percent"
        inserted = self._trading.inserted(clauses, draft, previous)
        own = self._text.metric(clauses, inserted.first, inserted.last) if inserted is not None else None
        if own is not None:
            draft.metric, draft.metric_inherited = own, False
            draft.rules.append("frames.inserted")
            return
        bare = clauses.kind(previous) == "(" or (clauses.kind(previous) == "," and not clauses.drafts)
        if bare and clauses.kind(previous - 1) == "np":
            previous -= 1  # "Quebec's economy, down 0.5%, shrank"
        if clauses.kind(previous) == "np":
            phrase = noun_phrase_before(chunks, previous)
            peak = clauses.kind(previous - 1) == "vg" and clauses.word(previous) in self._table.cues["transparent"]
            if peak:
                phrase = None  # "prices hit a record high, up 4 percent"
            own = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
            if own is None and clauses.kind(previous - 1) == "vg" and not peak:
                own = self._text.bare(clauses, previous, previous)  # "pushed the index up 9.3 points"
        elif clauses.kind(previous) == "vg":
            own = self._chains.subject_metric(clauses, Tie("vg", previous, ""), draft)
        draft.metric = own or chain_metric(draft) or self._chains.subject_metric(clauses, tie, draft)
        draft.metric_inherited = own is None

    def phrasal(self, clauses: Clauses, at: int) -> bool:
        """"eat up 5 million": the particle belongs to a verb that neither moves nor stands."""
        if clauses.kind(at - 1) != "vg":
            return False
        if clauses.word(at - 1) in self._table.cues["tallying_verb"]:
            return True  # "racked up 5 million": a level of the subject
        if clauses.word(at - 1) in self._table.cues["setting_verb"]:
            return True  # "set up 45,341 booths"
        rows = self._table.verbs.get(clauses.word(at - 1), ())
        return not any(row.metric == "subject" for row in rows)

    def particle_behind(self, clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"was 13% up", "two points up on a year earlier", "closed 37.5p down at 316p"."""
        at = draft.chunk + 1
        row = self._table.particles.get(clauses.word(at)) if clauses.kind(at) in {"prep", "adv"} else None
        if row is None or clauses.kind(at + 1) in {"q", "np"} or clauses.word(at + 1) in self._table.cues["to"]:
            return False
        draft.kind, draft.direction = "change", row.direction
        draft.rules.append(row.rule)
        if clauses.kind(at + 1) == "prep" and clauses.kind(at + 2) in {"np", "date"}:
            draft.baseline = self._text.span(clauses, at + 2, at + 2)
            draft.baseline_date = clauses.chunks[at + 2].date
        draft.metric = self._chains.subject_metric(clauses, tie, draft) if tie.kind == "vg" else chain_metric(draft)
        draft.metric = draft.metric or self._chains.subject_metric(clauses, tie, draft)
        return True

    def next_leg(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> bool:
        """"by 5", "to 5", "at 5": a leg of the verb's movement, of a noun or particle of change, or of the fact before."""
        beside, word = tie.at - 1, tie.word
        by = word in self._table.cues["by"]
        particle = self._table.particles.get(clauses.word(beside))
        if particle is not None and by and clauses.kind(beside) in {"prep", "adv"}:
            self.moved(clauses, draft, particle.direction, tie)
            return True
        alone = beside >= 0 and clauses.chunks[beside].end - clauses.chunks[beside].start == 1
        ahead = self._table.comparatives.get(clauses.word(beside)) if alone else None
        if ahead is not None and by and clauses.kind(beside - 1) == "vg":
            draft.kind, draft.direction = "comparison", ahead.direction or None  # "is ahead by 14 points"
            draft.metric = self._chains.subject_metric(clauses, Tie("vg", beside - 1, ""), draft) or chain_metric(draft)
            draft.rules.append(ahead.rule)
            if draft.metric is not None:
                return True
        noun = self._table.nouns.get(clauses.word(beside)) if clauses.kind(beside) == "np" else None
        if noun is not None and by and not self._acted_on(clauses, verb, beside):
            draft.kind, draft.direction = noun.kind, noun.direction or None
            draft.metric = chain_metric(draft) or self._chains.subject_metric(clauses, tie, draft)
            draft.rules.append(noun.rule)
            return True
        # "expects it to stay, because the shilling, at 129 to the dollar, moved": the verb is of another clause
        apart = any(chunk.kind == "sub" for chunk in clauses.chunks[verb + 1 : tie.at]) and clauses.kind(beside) == ","
        apart = apart or self._risen(clauses, draft, verb)
        if verb >= 0 and not apart and self._verbs.read(clauses, draft, verb, self._table.slots[word], tie):
            return True
        bare = by and verb == beside and draft.quantity.noun is None
        if bare and not clauses.chunks[verb].passive and clauses.chunks[verb].form == "finite":
            draft.kind = "change"  # "the glacier thinned by 1.5 metres"
            draft.metric = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
            draft.rules.append("frames.moved_by")
            return draft.metric is not None
        if draft.before is None or draft.before.chunk <= verb:
            return False
        self._chains.continue_chain(clauses, draft)
        draft.kind, draft.direction = "level", None
        before = draft.before
        reached = word in self._table.cues["to"] and before is not None and before.kind == "change" and is_ratio(before)
        if draft.quantity.noun is not None and not reached and not same_thing(clauses, draft):
            draft.metric = self._text.counted(clauses, draft.chunk)  # "3,150 workers at nine plants"
        draft.rules.append(f"frames.chain_{self._table.slots[word]}")
        return True

    def _risen(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"forecast a 4.9 percent rise in profit to 957 million": the leg of the noun, not of the verb."""
        before = draft.before
        if before is None or before.chunk < verb or before.kind != "change":
            return False
        named = self._table.nouns.get(clauses.word(before.chunk + 1))
        return named is not None and named.kind == "change"

    def _acted_on(self, clauses: Clauses, verb: int, noun: int) -> bool:
        """"would trim profit growth by 3 points": the noun is the object of a verb that moves it."""
        rows = self._table.verbs.get(clauses.word(verb), ()) if verb >= 0 and verb == noun - 1 else ()
        return any(row.by == "change" and row.metric == "object" for row in rows) and not clauses.chunks[verb].passive

    def gapped(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> bool:
        """"exports fell by 4% and imports by 7%": a second metric shares the verb."""
        before, at = draft.before, tie.at - 1
        if before is None or verb > before.chunk:
            return False
        if "frames.gapped" in before.rules and clauses.kind(at) == "q":
            draft.metric, draft.subject, draft.company = before.metric, before.subject, before.company
            draft.kind, draft.direction, draft.leg = "level", None, "main"
            levels = [fact for fact in clauses.drafts if fact.kind == "level" and not is_ratio(fact)]
            draft.like = levels[-1] if levels and draft.quantity.unit is None else None  # "to 1.1 billion euros and imports"
            draft.rules.append("frames.gapped")
            return True
        noun = at - 2
        if clauses.kind(at) == "date" and clauses.kind(at - 1) == "prep" and clauses.kind(noun) == "np":
            its = clauses.tokens.lower[clauses.chunks[noun].start] in self._table.cues["its"]
            at = noun if its else at  # "and its forecast for next year by 22 percent"
        phrase = noun_phrase_before(clauses.chunks, at, before.chunk + 1) if clauses.kind(at) == "np" else None
        if phrase is None or clauses.kind(phrase.first - 1) not in {"conj", ","}:
            return False
        if self._listed_share(clauses, draft, tie, phrase.first):
            return True
        own = None if self._text.only_adjective(clauses, at) else self._text.metric(clauses, phrase.first, at)
        if clauses.chunks[phrase.first].form == "pronoun" and phrase.last > phrase.first:
            own, draft.subject = before.metric, self._text.subject(clauses, phrase.first + 2, phrase.last)
            draft.metric, draft.rules = own, [*draft.rules, "frames.gapped"]
            return True  # "that of the secondary industry to 1.84 trillion"
        if own is None or clauses.chunks[at].regions or clauses.word(at) in self._table.nouns:
            return False
        draft.metric, draft.rules = own, [*draft.rules, "frames.gapped"]
        draft.subject = None if "frames.holder" in before.rules else before.subject
        like = next(
            (d for d in clauses.drafts if clauses.word(governor(clauses, d.chunk, self._table).at) == tie.word), before
        )
        draft.kind, draft.direction, draft.leg = like.kind, like.direction, like.leg
        row = next((row for row in self._table.verbs.get(clauses.word(verb), ()) if row.by == "change"), None)
        if row is not None and draft.kind == "level" and tie.word in self._table.cues["by"]:
            draft.kind, draft.direction, draft.leg = "change", row.direction or None, "main"
        if draft.quantity.unit is None and like.kind == "level" and not is_ratio(like):
            draft.like = like  # "was put at 1.2 million tons, 5% less, and the barley crop at 10.3 million"
        return True

    def _slower(self, clauses: Clauses, draft: Draft, before: Draft, tie: Tie) -> bool:
        """"grew 5%, down from 5.3%", "slowing from 3.4 percent": the change of another time."""
        at = tie.at - 1
        if any(chunk.kind == "sub" for chunk in clauses.chunks[before.chunk : at]):
            return False  # "robberies by 16 per cent, while break-ins rose, climbing from 948"
        if before.kind != "change" or not (is_ratio(draft) and same_unit(draft)):
            return False
        turned = clauses.kind(at) == "vg" and clauses.chunks[at].form == "ing"
        return clauses.kind(at - 1) == "," and (turned or clauses.word(at) in self._table.particles)

    def _listed_share(self, clauses: Clauses, draft: Draft, tie: Tie, first: int) -> bool:
        """"accounted for 44% of all victims, pedestrians for 18%": the same whole, shared by another group."""
        like = next((d for d in clauses.drafts if "frames.share_of" in d.rules), None)
        if like is None or not is_ratio(draft) or tie.word not in self._table.cues["for"] or like.chunk < 1:
            return False
        if clauses.word(like.chunk - 1) != tie.word:
            return False
        draft.metric, draft.subject = like.metric, self._text.subject(clauses, first, first)
        draft.regions = list(clauses.chunks[first].regions)
        draft.rules.append("frames.gapped")
        return True

    def _stays(self, clauses: Clauses, draft: Draft, verb: int) -> bool:
        """"ranges from 5", "trades from 480 stores": nothing has moved."""
        word, behind = clauses.word(verb), clauses.word(draft.chunk + 1)
        rows = self._table.verbs.get(word, ())
        apart = draft.before is None and draft.quantity.noun is not None and behind not in self._table.cues["to"]
        still = apart and not clauses.chunks[verb].passive and all(row.object != "change" for row in rows)
        return word in self._table.cues["ranging"] or (still and draft.chunk - verb <= _NEAR)

    def from_leg(self, clauses: Clauses, draft: Draft, tie: Tie, verb: int) -> None:
        """The earlier leg of a movement: "to 77 kroner from 72", "up from 70"."""
        draft.leg = "main" if verb >= 0 and self._stays(clauses, draft, verb) else "earlier"
        draft.rules.append("frames.from_leg")
        own = self._text.counted(clauses, draft.chunk)
        if own is not None and draft.before is None and clauses.kind(tie.at - 1) == ";":
            draft.metric = own  # "the steepest fall: from 142 murders to 66"
        elif (
            draft.before is not None
            and draft.before.chunk > verb
            or draft.before is not None
            and verb >= 0
            and (draft.before.chunk < verb and not self._chains.subject_metric(clauses, tie, draft))
        ):
            self._chains.continue_chain(clauses, draft)
        elif verb >= 0:
            rows = self._table.verbs.get(clauses.word(verb), ())
            acted = any(row.metric == "object" or row.object == "change" for row in rows)  # "increase its loans from 5"
            if acted and not clauses.chunks[verb].passive:
                draft.metric = self._groups.object_between(clauses, verb, tie.at)
            draft.metric = draft.metric or self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
        if draft.metric is None:
            self._chains.continue_chain(clauses, draft)
        before = draft.before
        if before is not None and self._slower(clauses, draft, before, tie):
            draft.kind, draft.direction, draft.metric = before.kind, before.direction, before.metric
        else:
            draft.kind, draft.direction = "level", None

    def against_leg(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"compared with 86 cents", "against 655 in 2011", "against 34.5% for young men"."""
        alone = draft.before is None and draft.quantity.noun is not None  # "tracks the currency against six peers"
        draft.leg = "main" if alone else "earlier"
        draft.rules.append("frames.against_leg")
        self._chains.continue_chain(clauses, draft)
        before = draft.before
        part = before is not None and before.quantity.form == "fraction" and is_ratio(draft)  # "by a quarter, against 17%"
        if not (draft.kind == "change" and is_ratio(draft) and (part or same_unit(draft))):
            draft.kind, draft.direction = "level", None  # "grew 5.2 percent, compared with 5.4": both are changes
        own = self._text.counted(clauses, draft.chunk)
        other = draft.before.quantity.unit if draft.before is not None else None
        if own is not None and (other is None or draft.quantity.unit is None or other.name != draft.quantity.unit.name):
            draft.metric = own
        draft.metric = draft.metric or self._chains.subject_metric(clauses, tie, draft)
        after = draft.chunk + 1
        done = clauses.kind(after) == "vg" and clauses.chunks[after].passive
        if done and clauses.word(after + 1) in self._table.cues["by"] and clauses.kind(after + 2) == "np":
            if clauses.chunks[after + 2].form == "name":
                draft.leg = "main"  # "compared to 31,400 boats sold by Brannock"
                draft.subject = self._text.subject(clauses, after + 2, after + 2) or draft.subject
        if (
            clauses.kind(after) == "prep"
            and clauses.word(after) in self._table.cues["group_of"]
            and clauses.kind(after + 1) == "np"
        ):
            draft.subject = self._text.subject(clauses, after + 1, extend(clauses, after + 1)) or draft.subject
