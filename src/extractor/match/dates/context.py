"""What the words around an expression say: its relation to the number, past or future, whether it is a date at all."""

from __future__ import annotations

from collections.abc import Iterable

from extractor.language.tokens import Tokens
from extractor.match.dates.rows import Guard
from extractor.rules import RuleSet

_REACH = 10  # tokens looked back for a verb that tells past from future
_FRONT = 4  # tokens from a sentence's begin within which the telling verb comes after the date
_CLOSE = 3  # tokens behind a date within which "forecast" is of it
_ASIDE = 3  # words behind "agreed" up to "to"
_FAR = 6  # words between "against" and its date
_SKIPPED = 3  # words between a preposition and the date
# What a word tells of the time of its clause.
AHEAD, AHEAD_TO, BACK, PAST, SAYING, TURN = range(6)
RELATIONS = ("as_of", "since", "until")


class Context:
    """Closed lists of ``rules/dates`` that are read around an expression."""

    def __init__(self, rules: RuleSet) -> None:
        words = rules.words("dates", "cue")
        self._relations = {tuple(text.split()): name for name in RELATIONS for text in words[name]}
        self._longest = max(map(len, self._relations))
        self._skip = frozenset(words["before_date"])
        self._ahead_beside = frozenset(words["ahead_beside"])
        kinds = {"back": BACK, "saying": SAYING, "ahead_to": AHEAD_TO, "ahead": AHEAD, "turn": TURN}
        self._tells = {word: tells for name, tells in kinds.items() for word in words[name]}
        self._back_endings = words["back_ending"]
        self._comparing_far, self._stops = frozenset(words["comparing_far"]), frozenset(words["comparing_stop"])
        self._comparing, self._perfect = frozenset(words["comparing"]), frozenset(words["perfect"])
        self._outlooks, self._inside = frozenset(words["ahead_behind"]), frozenset(words["inside"])
        self._to = frozenset(words["to"])
        self._passive = frozenset(words["passive"])
        self._bases = frozenset(words["base"])
        self.joins = frozenset(words["join"])
        self._guards: dict[str, list[_Guard]] = {}
        for guard in rules.rows("dates", "guard", Guard).values():
            for barred in guard.rows:
                self._guards.setdefault(barred, []).append(_Guard(guard))

    def relation(self, tokens: Tokens, start: int) -> str:
        """The relation that the words before token ``start`` give: "as of [June]" is as_of."""
        lower, at = tokens.lower, start
        while True:
            for size in range(min(self._longest, at), 0, -1):
                relation = self._relations.get(tuple(lower[at - size : at]))
                if relation:
                    return relation
            if not at or start - at >= _SKIPPED or lower[at - 1] not in self._skip:
                return "during"
            at -= 1

    def base(self, tokens: Tokens, start: int) -> bool:
        """True where the word before makes a relative expression a mere base: "higher than [a year ago]"."""
        return start > 0 and tokens.lower[start - 1] in self._bases

    def compares(self, tokens: Tokens, start: int) -> bool:
        """True where the word before makes the date one of comparison: "compared to [July 2024]", "than in [July]"."""
        lower = tokens.lower
        if start > 1 and lower[start - 1] in self._inside:
            start -= 1
        far = lower[max(0, start - _FAR) : start]  # "against 65.1 percent in [the June quarter]"
        for n, word in enumerate(reversed(far)):
            if word in self._stops:
                break
            if word in self._comparing_far and n:
                return True
        return start > 0 and lower[start - 1] in self._comparing

    def ahead(self, tokens: Tokens, start: int, end: int) -> bool | None:
        """True where the nearest telling word speaks of the future, False of the past, None where none tells."""
        begin, stop = _sentence(tokens, start)
        at = start
        while at > begin and start - at < _SKIPPED and tokens.lower[at - 1] in self._skip:
            at -= 1
        if not self._outlooks.isdisjoint(tokens.lower[end : min(end + _CLOSE, stop)]):
            return True
        beside = at > begin and tokens.lower[at - 1] in self._ahead_beside
        told = self._told(tokens, range(start - 1, max(begin, start - _REACH) - 1, -1), beside)
        if told is None and start - begin < _FRONT:
            told = self._told(tokens, range(end, min(stop, end + _REACH)), beside)
        return told is not False if beside else told

    def _told(self, tokens: Tokens, places: Iterable[int], beside: bool) -> bool | None:
        lower, words = tokens.lower, tokens.words
        for i in places:
            word = lower[i]
            tells = self._tells.get(word)
            if tells is None:
                if not word.endswith(self._back_endings) or len(word) <= 4:
                    continue
                tells = PAST
            if tells == TURN:
                return None
            if i and lower[i - 1] == "-" and tokens.glued(i):
                continue  # "a steeper-than-expected drop in second-quarter earnings"
            if (beside and tells == SAYING) or not (words[i][0].islower() or word[0] == "'"):
                continue
            near = i + 1 + (_ASIDE if word.endswith(self._back_endings) else 1)  # "agreed on Sunday to raise"
            if tells == AHEAD or (tells == AHEAD_TO and not self._to.isdisjoint(lower[i + 1 : near])):
                return i == 0 or lower[i - 1] not in self._perfect
            if tells == SAYING or (tells in (BACK, PAST) and (i == 0 or lower[i - 1] not in self._passive)):
                return False
        return None

    def barred(self, tokens: Tokens, start: int, end: int, row: str) -> str | None:
        """The guard that says that tokens ``start`` to ``end`` are no date, if there is one."""
        return next((guard.name for guard in self._guards.get(row, ()) if guard.bars(tokens, start, end)), None)


class _Guard:
    """A guard's row with sets for its words."""

    def __init__(self, row: Guard) -> None:
        self.name = row.id
        self._words, self._ends, self._unless = map(frozenset, (row.words, row.ends, row.unless_before))
        self._before, self._after = frozenset(row.before), frozenset(row.after)
        self._word_after = row.word_after
        self._endings, self._unless_after = row.after_ending, frozenset(row.unless_after)
        self._capital_before, self._capital_after = row.capital_before, row.capital_after

    def bars(self, tokens: Tokens, start: int, end: int) -> bool:
        begin, stop = _sentence(tokens, start)
        lower, words = tokens.lower, tokens.words
        before = lower[start - 1] if start > begin else ""
        named = (not self._words or lower[start] in self._words) and (not self._ends or lower[end - 1] in self._ends)
        if not named or before in self._unless or (self._word_after and not (end < stop and lower[end].isalpha())):
            return False
        if before in self._before or (self._capital_before and before and words[start - 1][0].isupper()):
            return True
        after = lower[end] if end < stop else ""
        if not after or after in self._unless_after:
            return False
        if self._capital_after and end + 1 < stop and words[end].istitle() and words[end + 1][0].islower():
            return True
        plural = bool(self._endings) and after.endswith(self._endings) and len(after) > 3 and after.isalpha()
        return after in self._after or (plural and words[end][0].islower())


def _sentence(tokens: Tokens, at: int) -> tuple[int, int]:
    if not tokens.sentence_of:
        return 0, len(tokens)
    sentence = tokens.sentences[tokens.sentence_of[at]]
    return sentence.start, sentence.end
