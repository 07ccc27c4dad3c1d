"""What short forms stand for: "it", "the rate", "those of the consumer division", "such patents"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.governor import verb_before
from extractor.link.readings.before import is_ratio
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import Phrase, ancestors
from extractor.link.syntax.phrases import PhraseText

_ECHO = 12  # facts looked through for the noun that a short form repeats


class ShortForms:
    """Finds the facts that such words point back to."""

    def __init__(self, table: FrameTable, text: PhraseText) -> None:
        self._table = table
        self._text = text

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
        metric = before.metric
        if phrase.last > phrase.first:
            if head.form != "pronoun":
                return None
            draft.subject = self._text.subject(clauses, phrase.first + 2, phrase.last) or draft.subject
            metric = self._ruling_noun(clauses, metric) if draft.subject is not None else metric
        else:
            draft.subject = draft.subject or self._lead_group(clauses) or before.subject
        draft.company = draft.company or before.company
        draft.metric_inherited = True
        draft.rules.append("context.short_form")
        return metric

    def _ruling_noun(self, clauses: Clauses, metric: TokenSpan) -> TokenSpan:
        """"Output" of "output of cars", which "that of robots" stands for."""
        first, last = metric
        of = next((i for i in range(first + 1, last) if clauses.tokens.lower[i] in self._table.cues["of"]), last)
        return first, of

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
        finite = any(chunk.kind == "vg" and chunk.form == "finite" for chunk in clauses.chunks[: before.chunk])
        inserted = not finite and any(chunk.kind == "," for chunk in clauses.chunks[before.chunk : draft.chunk])
        return None if closed or inserted else before  # "In Uusimaa, home to 1.8 million people, it"

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
