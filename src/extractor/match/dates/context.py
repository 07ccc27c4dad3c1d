"""What the words around an expression say: its relation to the number, past or future, whether it is a date at all."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.match.dates.rows import Guard
from extractor.rules import RuleSet

_REACH = 9  # tokens looked back for a verb that tells past from future
_FAR_REACH = 4  # tokens looked back for a preposition
RELATIONS = ("as_of", "since", "until", "between")


class Context:
    """Closed lists of ``rules/dates`` that are read around an expression."""

    def __init__(self, rules: RuleSet) -> None:
        words = rules.words("dates", "cue")
        self._relations = {
            phrase: relation for relation in RELATIONS for phrase in map(_split, words.get(relation, ()))
        }
        self._longest = max(map(len, self._relations), default=0)
        self._skip = frozenset(words["before_date"])
        self._ahead = frozenset(words["ahead"])
        self._back = frozenset(words["back"])
        self._back_endings = words["back_ending"]
        self._guards = tuple(rules.rows("dates", "guard", Guard).values())
        self._before = {name: frozenset(guard.before) for name, guard in rules.rows("dates", "guard", Guard).items()}
        self._after = {name: frozenset(guard.after) for name, guard in rules.rows("dates", "guard", Guard).items()}
        self._unless = {
            name: frozenset(guard.unless_before) for name, guard in rules.rows("dates", "guard", Guard).items()
        }

    def relation(self, tokens: Tokens, start: int) -> str:
        """The relation that the words before token ``start`` give: "as of [June]" is as_of."""
        lower = tokens.lower
        at = start
        while at > 0 and start - at < _FAR_REACH and lower[at - 1] in self._skip:
            at -= 1
        for size in range(min(self._longest, at), 0, -1):
            relation = self._relations.get(tuple(lower[at - size : at]))
            if relation:
                return relation
        return "during"

    def ahead(self, tokens: Tokens, start: int) -> bool | None:
        """True where the nearest telling word before speaks of the future, False of the past, None where none tells."""
        sentence = tokens.sentences[tokens.sentence_of[start]].start if tokens.sentence_of else 0
        for i in range(start - 1, max(sentence, start - _REACH) - 1, -1):
            word = tokens.lower[i]
            if word in self._ahead:
                return True
            if word in self._back or (len(word) > 4 and word.endswith(self._back_endings)):
                return False
        return None

    def barred(self, tokens: Tokens, start: int, end: int, row: str) -> str | None:
        """The guard that says that tokens ``start`` to ``end`` are no date, if there is one."""
        lower = tokens.lower
        before = lower[start - 1] if start else ""
        after = lower[end] if end < len(tokens) else ""
        for guard in self._guards:
            if row not in guard.rows or before in self._unless[guard.id]:
                continue
            if before and before in self._before[guard.id]:
                return guard.id
            if after and (
                after in self._after[guard.id] or (guard.after_ending and after.endswith(guard.after_ending))
            ):
                return guard.id
        return None


def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())
