"""The noun groups around a quantity: what stands behind a preposition, between verb and number, before a comma."""

from __future__ import annotations

from extractor.link.companies.described import describes
from extractor.link.drafts import Clauses, Draft
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import opening, subject_of
from extractor.link.syntax.phrases import PhraseText

_COMPLEMENTS = frozenset({"np", "prep"})


class Groups:
    """Reads noun groups as metric or subject."""

    def __init__(self, table: FrameTable, text: PhraseText) -> None:
        self._table = table
        self._text = text

    def complement(self, clauses: Clauses, at: int, cue: str) -> tuple[int, int] | None:
        """The noun group behind chunk ``at`` and a preposition of the cue, past a bracket or a date between them."""
        if clauses.kind(at + 1) == "(":
            at = next((n for n in range(at + 1, len(clauses.chunks)) if clauses.kind(n) == ")"), at)
        if clauses.kind(at + 1) == "prep" and clauses.kind(at + 2) == "date" and clauses.kind(at + 3) == "prep":
            at += 2  # "will spend 12 million over three years on repairs"
        if (
            clauses.kind(at + 1) == "prep"
            and clauses.word(at + 1) in self._table.cues[cue]
            and clauses.kind(at + 2) == "np"
            and clauses.word(at + 2) not in self._table.cues["session"]
        ):
            return self._text.metric(clauses, at + 2, extend(clauses, at + 2))
        return None

    def object_between(self, clauses: Clauses, verb: int, until: int) -> tuple[int, int] | None:
        """The noun group between the verb and ``until``."""
        first = clauses.chunks[verb + 1].start if verb + 1 < len(clauses.chunks) else 0
        if clauses.kind(verb + 2) == "q" and clauses.tokens.lower[first] in self._table.cues["indefinite"]:
            return None  # "sold a net 2 billion"
        if clauses.kind(verb + 1) == "np" and verb + 1 < until and not self._text.only_adjective(clauses, verb + 1):
            last = verb + 1
            while last + 2 < until and clauses.kind(last + 1) == "prep" and clauses.kind(last + 2) == "np":
                if clauses.word(last + 2) in self._table.cues["spanning"] and clauses.kind(last + 3) == "prep":
                    break  # "raised its guidance to a range of 3 to 4"
                last += 2
            named = self._text.metric(clauses, verb + 1, last)
            own = clauses.tokens.lower[clauses.chunks[verb + 1].start] in self._table.cues["its"]
            return named or (self._text.bare(clauses, verb + 1, last) if own else None)  # "more than trebled its share"
        return None

    def give_subject(self, clauses: Clauses, draft: Draft, verb: int) -> None:
        """Give the draft the verb's subject, or that of the fact before."""
        phrase = subject_of(clauses.chunks, verb)
        if phrase is not None and clauses.chunks[phrase.head].kind == "np":
            draft.subject = self._text.subject(clauses, phrase.first, phrase.last)
            if draft.subject is None and draft.before is not None:
                draft.subject = draft.before.subject

    def name_left(self, clauses: Clauses, draft: Draft, at: int) -> None:
        """The group just before, when it names whose number it is: "Shanghai, 35.2"."""
        while at >= 0 and clauses.kind(at) in {",", "(", "adv"}:
            at -= 1
        if clauses.kind(at) == ")":
            at = opening(clauses.chunks, at) - 1
        if clauses.kind(at) == "np" and clauses.chunks[at].form != "pronoun":
            chunk = clauses.chunks[at]
            participles = self._table.cues["place_participle"]
            draft.regions = [r for r in chunk.regions if not describes(clauses.tokens, r, participles)]
            own = self._text.subject(clauses, at, at)
            if own is not None:
                draft.subject = own


def extend(clauses: Clauses, at: int) -> int:
    """The last chunk of the noun phrase that begins at ``at``: its of- and for-complements."""
    last = at
    while clauses.kind(last + 1) == "prep" and clauses.kind(last + 2) == "np" and last - at < 4:
        last += 2
    return last


def said_until(clauses: Clauses, verb: int, kinds: frozenset[str] = _COMPLEMENTS, most: int = 4) -> int:
    """The last chunk of what a verb says, at most so many behind it: "was grown in Asia" ends with "Asia"."""
    end = verb
    while clauses.kind(end + 1) in kinds and end - verb < most:
        end += 1
    lasted = clauses.chunks[end + 1].date if clauses.kind(end) == "prep" and clauses.kind(end + 1) == "date" else None
    return end + (lasted is not None and lasted.type == "DURATION")  # "seen within four hours"


def has_object(clauses: Clauses, chunk: Chunk, k: int) -> bool:
    """A noun group stands right behind the verb and before the quantity at ``k``."""
    verb = clauses.chunks.index(chunk)
    return clauses.kind(verb + 1) == "np" and verb + 1 < k
