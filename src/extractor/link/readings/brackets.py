"""Numbers in brackets behind what they measure: "Bicycle thefts (77)", "the largest increases were in Jaen (95,800)"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.governor import Tie, verb_before
from extractor.link.readings.before import is_ratio
from extractor.link.readings.reading import Reading
from extractor.link.syntax.clauses import noun_phrase_before, subject_of


class Brackets(Reading):
    """Reads what a bracket stands behind."""

    def beside(self, clauses: Clauses, draft: Draft, tie: Tie, before: Draft) -> None:
        """"in trade (+41,000) and in transport (+30,000)": where the group before names the first, it names the second."""
        opened, at = before.chunk - 1, tie.at - 1
        opened = opened - 2 if clauses.kind(opened) == ";" else opened  # "(+41,000; +1.4%)"
        if tie.kind != "(" or before.metric is None or clauses.kind(opened) != "(" or clauses.kind(at) != "np":
            return
        named = before.metric[1] == clauses.chunks[opened - 1].end and clauses.kind(opened - 1) == "np"
        if named and draft.subject is not None and not clauses.chunks[at].regions and clauses.chunks[at].form != "name":
            phrase = noun_phrase_before(clauses.chunks, at, before.chunk)
            own = self._text.metric(clauses, phrase.first, phrase.last) if phrase is not None else None
            draft.metric, draft.subject = own or draft.subject, before.subject

    def read(self, clauses: Clauses, draft: Draft, tie: Tie) -> None:
        """"Bicycle thefts (77) worry the mayor", "The largest increases were recorded in Jaen (95,800)"."""
        at = tie.at - 1
        phrase = noun_phrase_before(clauses.chunks, at)
        own = self._text.metric(clauses, phrase.first, phrase.last) if phrase else None
        verb, end = verb_before(clauses, at), at
        if verb < 0 and any(chunk.kind == ";" for chunk in clauses.chunks[:at]):
            end = next(n for n in range(at, -1, -1) if clauses.kind(n) == ";")
            verb = verb_before(clauses, end)  # "had the highest rates: Kitui (12 percent)"
        named = own is None or self._text.only_names(clauses, own)
        named = named or (phrase is not None and clauses.chunks[phrase.last].form == "name")
        draft.metric = None if named and verb >= 0 else own
        draft.rules.append("frames.bracket")
        grown = self._kind_of_subject(clauses, draft, verb)
        if draft.metric is None and verb >= 0:
            subject = self._chains.subject_metric(clauses, Tie("vg", verb, ""), draft)
            draft.metric = grown or self._of_counted(clauses, verb, end) or subject
            self._groups.name_left(clauses, draft, tie.at - 1)
        draft.metric = draft.metric or own

    @staticmethod
    def of_place(clauses: Clauses, draft: Draft, tie: Tie) -> bool:
        """"Kitui (6.7 percent)" behind "seven towns": a rate beside a place continues no count."""
        counted = draft.before is not None and draft.before.quantity.noun is not None and is_ratio(draft)
        return counted and clauses.kind(tie.at - 1) == "np" and bool(clauses.chunks[tie.at - 1].regions)

    def _of_counted(self, clauses: Clauses, verb: int, at: int) -> TokenSpan | None:
        """"Seven towns recorded losses, namely Kitui (6.7 percent)": what the places that are counted have."""
        phrase = subject_of(clauses.chunks, verb)
        counted = phrase is not None and any(
            chunk.quantity is not None for chunk in clauses.chunks[max(0, phrase.first - 2) : phrase.first + 1]
        )
        return self._groups.object_between(clauses, verb, at) if counted else None

    def _kind_of_subject(self, clauses: Clauses, draft: Draft, verb: int) -> TokenSpan | None:
        """"The largest increases in employment were recorded in Jaen (95,800)": the subject says that it is a change, and
        of what."""
        phrase = subject_of(clauses.chunks, verb) if verb >= 0 else None
        named = self._table.nouns.get(clauses.word(phrase.first)) if phrase is not None else None
        if phrase is None or named is None or named.kind != "change":
            return None
        draft.kind, draft.direction = named.kind, named.direction or None
        return self._groups.complement(clauses, phrase.first, "amount_in")
