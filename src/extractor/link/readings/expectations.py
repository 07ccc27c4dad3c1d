"""What was expected of a number: "beating the $1.79 analysts had expected", "above the consensus of 5 million"."""

from __future__ import annotations

from extractor.link.drafts import Clauses, Draft
from extractor.link.readings.before import is_ratio
from extractor.link.readings.reading import Reading

_NEAR = 5  # chunks between "expected" and "by analysts"
_FAR = 7  # chunks between a number and the verb of those who expected it
_PASSED = frozenset({"np", "adv", "vg", "prep", "sub"})


class Expectations(Reading):
    """Finds numbers that say what was expected of the fact before, and gives them its metric."""

    def like(self, draft: Draft, before: Draft) -> None:
        """The number is what was expected of what the fact before measures."""
        draft.rules.append("frames.expected")
        draft.metric, draft.metric_inherited = before.metric, True
        if before.kind == "change" and is_ratio(draft):
            draft.kind, draft.direction = before.kind, before.direction
        draft.subject, draft.company, draft.projected = before.subject, before.company, True
        draft.before, draft.leg = before, "main"

    def behind(self, clauses: Clauses, draft: Draft) -> bool:
        """"the $1.79 analysts had expected", "the 1.35 billion crowns forecast by analysts", "the $1.42 consensus"."""
        before = self._before(clauses, draft)
        if before is None or draft.quantity.noun is not None or not self._expected(clauses, draft.chunk + 1):
            return False
        self.like(draft, before)
        return True

    def _expected(self, clauses: Clauses, at: int) -> bool:
        """What stands right behind a number says who expected it."""
        cues = self._table.cues
        first = clauses.word(at)
        if clauses.kind(at) == "np" and first in cues["expectation"]:
            if not clauses.drafts or first in cues["threshold_noun"] or first not in cues["estimate_noun"]:
                return False
            return clauses.chunks[at].end - clauses.chunks[at].start <= 2
        if clauses.kind(at) == "vg":
            end = next((n for n in range(at + 1, at + _NEAR) if clauses.kind(n) not in {"prep", "np", "adv"}), at + _NEAR)
            by = any(clauses.word(n) in cues["by"] or clauses.word(n + 1) in cues["forecaster"] for n in range(at + 1, end))
            return by and first in cues["expect_verb"] and clauses.chunks[at].form in {"participle", "finite"}
        if clauses.kind(at) not in {"np", "sub"}:
            return False
        if first in self._table.comparatives:
            return False  # "six cents better than analysts had expected"
        named = clauses.word(at) in cues["it"] and clauses.kind(at + 1) == "vg"  # "the 15 percent it forecast in April"
        for n in range(at, min(at + _FAR, len(clauses.chunks))):
            if clauses.kind(n) not in _PASSED:
                return False
            named = named or (clauses.kind(n) == "np" and clauses.word(n) in cues["forecaster"])
            if clauses.kind(n) == "vg" and clauses.word(n) in cues["expect_verb"]:
                return named
        return False

    def leg(self, clauses: Clauses, draft: Draft, group: int) -> bool:
        """"compared with its earlier forecast of 5", "topping the average estimate of 5": what stands at ``group``."""
        before = self._before(clauses, draft)
        if before is None:
            return False
        lined = next((n for n in range(group - 1, max(group - 4, 0), -1) if clauses.word(n) in self._table.cues["with"]), 0)
        if lined and self.in_line(clauses, draft, lined):
            return True
        if clauses.word(group) not in self._table.cues["expectation"] and not self._old_range(clauses, group):
            return False
        at = group - 1
        while clauses.kind(at) == "np" or (clauses.kind(at) == "adv" and clauses.kind(at - 1) in {"np", "prep"}):
            at -= 1  # "its earlier forecast"
        cues, word = self._table.cues, clauses.word(at)
        if not clauses.drafts:
            return False
        last = clauses.drafts[-1]
        between = {chunk.kind for chunk in clauses.chunks[last.chunk + 1 : at]}
        if clauses.kind(at) == "conj" and last.leg == "earlier" and between <= {"prep", "np", "date", "adv"}:
            self.like(draft, before)  # "compared with 1.6 billion and a consensus of 2.1 billion"
            return True
        measured = clauses.kind(at) == "vg" and any(
            row.id in {"exceed", "lag"} or word in cues["meeting_verb"] for row in self._table.verbs.get(word, ())
        )
        beyond = word in cues["of"] and clauses.word(at - 1) in self._table.comparatives  # "ahead of a consensus of 5"
        beyond = beyond and clauses.word(group) in cues["estimate_noun"]  # but "short of its target of 450"
        compared = beyond or clauses.kind(at) in {"prep", "sub", "adv", "np"} and (
            word in cues["against"] or word in self._table.comparatives or word in cues["compared_to"]
        )
        if not (measured or compared):
            return False
        self.like(draft, before)
        return True

    def _old_range(self, clauses: Clauses, group: int) -> bool:
        """"from a previous range of 400 million to 440 million"."""
        cues, chunk = self._table.cues, clauses.chunks[group]
        words = clauses.tokens.lower[chunk.start : chunk.end]
        return chunk.word in cues["spanning"] and not cues["earlier"].isdisjoint(words)

    def in_line(self, clauses: Clauses, draft: Draft, at: int) -> bool:
        """"in line with the five-year average of 82 percent": of the same thing, where chunk ``at`` is the "with"."""
        cues, before = self._table.cues, self._before(clauses, draft)
        lined = clauses.word(at) in cues["with"] and clauses.kind(at - 1) == "np" and clauses.word(at - 1) in cues["line"]
        if not lined or before is None:
            return False
        projected = draft.projected
        self.like(draft, before)
        draft.projected = projected
        return True

    def _before(self, clauses: Clauses, draft: Draft) -> Draft | None:
        """The fact before in the sentence that can be expected: in the same kind of unit, and not expected itself."""
        unit = draft.quantity.unit
        told: list[Draft | None] = [*clauses.drafts] or [clauses.previous]  # "That compared with the 5 million expected"
        for before in reversed(told):
            if before is None:
                continue
            other = before.quantity.unit
            alike = unit is None or (other is not None and other.dimension == unit.dimension)
            if other is not None and before.quantity.noun is not None:
                alike = unit is None or unit.name == other.name
            if alike and before.metric is not None and before.leg == "main":
                if "frames.expected" not in before.rules:
                    return before
        return None
