"""One coarse part of speech for each token of a sentence, from its possible classes and its neighbours.

Tags: D determiner, J adjective, N noun, O pronoun, V finite verb, G -ing verb, E bare participle, B infinitive, M auxiliary
or modal, I preposition, T "to" before a verb, C conjunction, S subordinator, R adverb, X negation, P possessive marker,
"," comma, ";" clause border, "(" and ")" brackets, "." the rest; and Q quantity, Z date, L region for tokens that a
mention covers (lower case for those after its first).
"""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.language.memo import Memo
from extractor.language.tokens import Tokens
from extractor.link.syntax.behind import Behind
from extractor.link.syntax.verbhood import Verbhood
from extractor.link.syntax.words import NOMINAL, NeighbourNeeded, Words, alone

_PUNCTUATION = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", "--": ";", "—": ";", "–": ";"}
_HYPHEN = "-"
_NOUN_LIKE = frozenset("NLlOQqZz")
_JOINTS = frozenset("SCI,;")
_FUNCTION = lx.ARTICLE | lx.DETERMINER | lx.POSSESSIVE | lx.PRONOUN | lx.PREPOSITION | lx.CONJUNCTION | lx.SUBORDINATOR
_AUXILIARY = lx.BE | lx.HAVE | lx.DO
_CLOSED = _FUNCTION | _AUXILIARY | lx.MODAL | lx.NEGATION | lx.CLOSED_ADVERB
_AFTER_PREPOSITION = lx.ARTICLE | lx.ANY_NOUN | lx.ADJ | lx.NUMBER | lx.DETERMINER | lx.PREPOSITION


class Tagger:
    """Tags a sentence; ``fixed`` gives the tags of tokens that mentions cover."""

    def __init__(
        self, lexicon: Lexicon, frame_verbs: frozenset[str], moving: frozenset[str], cues: dict[str, frozenset[str]]
    ) -> None:
        self._lexicon = lexicon
        self._behind = Behind(lexicon, cues)
        self._verbhood = Verbhood(lexicon, frame_verbs, moving, cues, self._behind)
        self._floating, self._forecasting = cues["floating_quantifier"], cues["forecasting_verb"]
        self._than, self._no, self._longer = cues["than"], cues["no"], cues["longer"]
        self._of, self._that_of = cues["of"], cues["that_of"]
        self._clause_openers = cues["verb_clause_opener"]
        self._results, self._taxed = cues["result"] | cues["profit_noun"], cues["before_profit"]
        self._sure = Memo(self._tag_of)  # tags by printed word

    def tag(self, tokens: Tokens, start: int, end: int, fixed: dict[int, str]) -> list[str]:
        """Tags of the tokens ``start`` to ``end``.

        "Exports rose 5 percent" is ``["N", "V", "Q", "q"]``.
        """
        classes, sure = self._lexicon.classes, self._sure
        bits = [0 if i in fixed else classes(word) for i, word in enumerate(tokens.lower[start:end], start)]
        if _HYPHEN in tokens.words[start:end]:
            fixed = {**fixed, **_hyphenated(tokens, start, end, bits, fixed)}
        words = Words(tokens, start, bits, fixed)
        tags = words.tags
        for k, word in enumerate(tokens.words[start:end]):
            # A capital says nothing at the start.
            tags.append(fixed.get(start + k) or (k and sure[word]) or self._choose(words, k))
        return tags

    def _tag_of(self, word: str) -> str:
        """The tag of a word behind the first that no neighbour can change; "" where one can."""
        lower = word.lower().replace("’", "'")
        try:
            return self._choose(alone(word, lower, self._lexicon.classes(lower)), 1)
        except NeighbourNeeded:
            return ""

    def _choose(self, words: Words, k: int) -> str:
        """The tag of word ``k``. Conditions on the word itself come before those on its neighbours.

        So most words are told by themselves, which is found out once a word (see ``alone``).
        """
        c, lower = words.bits[k], words.lower(k)
        if lower in self._longer and words.near == "R" and words.lower(k - 1) in self._no:
            return "R"
        if c & _CLOSED:
            return self._closed(words, k)
        if c & (lx.SYMBOL | lx.NUMBER):
            return _PUNCTUATION.get(lower, "N" if c & lx.NUMBER else ".")
        return self._open(words, k)

    def _closed(self, words: Words, k: int) -> str:
        c = words.bits[k]
        if c & lx.AMPERSAND:
            return "N" if words.near in NOMINAL else "C"
        if c & lx.CLITIC:
            # "it's", "there's" against "China's"
            return "M" if words.near in {"O", "R"} else "P"
        if c & _AUXILIARY and words.near == "T":
            return "B"
        if c & (_AUXILIARY | lx.MODAL) and not (c & lx.MONTH and words.near in {"I", "D"}):
            return "M"
        if c & lx.NEGATION:
            return "X"
        if c & (lx.ARTICLE | lx.POSSESSIVE):
            return "D"
        if c & lx.INFINITIVE:
            return "T" if self._verb_after_to(words, k) else "I"
        than = words.lower(k) in self._than and words.near == "R"
        if than and words.ahead(k + 1) & (lx.PAST | lx.PARTICIPLE):
            return "R"  # "has more than doubled"
        if c & lx.PREPOSITION and k + 1 < len(words.bits) and words.lower(k + 1) in self._taxed and words.near == "N" and (
            words.lower(k - 1) in self._results
        ):
            return "I"  # "Profit after tax was 5 million"
        if c & lx.SUBORDINATOR:
            following = words.ahead(k + 1)
            if c & lx.DEMONSTRATIVE and words.near in _JOINTS and words.lower(k + 1) in (
                self._that_of if words.near == "S" else self._of
            ):
                return "O"  # "29 percent, while that of foreigners was 6 percent", not "said that of the 40"
            opens = words.lower(k) in self._clause_openers and following and words.clause_follows(k)
            return "S" if opens else _subordinator(c, words.near, following)
        if words.lower(k) in self._no and k + 1 < len(words.bits) and words.lower(k + 1) in self._longer:
            return "R"  # "no longer goes"
        if c & lx.DETERMINER:
            floats = words.lower(k) in self._floating and words.near in _NOUN_LIKE
            return "R" if floats and words.ahead(k + 1) & (lx.ANY_VERB | lx.MODAL | lx.HAVE) else "D"
        if c & lx.PRONOUN:
            return "O"
        if c & lx.PREPOSITION:
            adverb = c & lx.CLOSED_ADVERB and not c & lx.PARTICLE
            return "R" if adverb and not words.ahead(k + 1) & ~lx.SYMBOL else "I"
        return "C" if c & lx.CONJUNCTION else "R"

    def _verb_after_to(self, words: Words, k: int) -> bool:
        """After "to", a word that is noun or verb is a verb unless a verb form or a border follows it."""
        following, after = words.ahead(k + 1), words.ahead(k + 2)
        if following & _AUXILIARY:
            return True
        noun = after & (lx.BE | lx.HAVE | lx.MODAL) or k + 2 >= len(words.bits)
        return bool(following & lx.BASE) and not (following & lx.ANY_NOUN and noun)

    def _open(self, words: Words, k: int) -> str:
        c, printed = words.bits[k], words.tokens.words[words.start + k]
        nominal = bool(c & (lx.ANY_NOUN | lx.UNKNOWN))
        verbal = c & lx.ANY_VERB
        if printed[0].isupper() and k > 0 and not (verbal and not nominal and not c & lx.ADJ):
            return "N"
        if k == 0 and verbal and words.ahead(1) & lx.UNKNOWN and words.tokens.words[words.start + 1][0].isupper():
            return "N"  # "Hang Seng slips"
        if not verbal:
            if c & lx.ADJ and not (nominal and not words.noun_follows(k)):
                return "J"
            return "N" if nominal else "R"
        if self._verbhood.is_verb(words, k):
            if words.near == "N" and words.lower(k) in self._forecasting:
                return "V"  # past and base form alike
            return _verb_tag(c, words.previous, reduced=self._behind.reduced(words, k))
        if c & (lx.PARTICIPLE | lx.ING | lx.ADJ) and words.noun_follows(k):
            return "J"
        return "N" if nominal or c & lx.ING else "J"


def _hyphenated(tokens: Tokens, start: int, end: int, bits: list[int], fixed: dict[int, str]) -> dict[int, str]:
    """Compounds cut at their hyphens ("medium-sized", "year-on-year") are one adjective, or a noun before a border."""
    found: dict[int, str] = {}
    for i in range(start + 1, end - 1):
        if tokens.words[i] != _HYPHEN or i in fixed or not (tokens.glued(i) and tokens.glued(i + 1)):
            continue
        if i - 1 in fixed or i + 1 in fixed:
            found[i] = "J"
            continue
        after = bits[i + 2 - start] if i + 2 < end else 0
        goes_on = after & (lx.ANY_NOUN | lx.ADJ | lx.UNKNOWN) or tokens.words[min(i + 2, end - 1)] == _HYPHEN
        found.update({i - 1: "J", i: "J", i + 1: "J" if goes_on else "N"})
    return found


def _subordinator(c: int, near: str, following: int) -> str:
    if c & lx.DEMONSTRATIVE and near not in {"V", "E", "N", "G", "B", "L", "Z", "z"} and following & (lx.NOUN | lx.ADJ):
        return "D"
    return "I" if c & lx.PREPOSITION and (not following or following & _AFTER_PREPOSITION) else "S"


def _verb_tag(c: int, previous: str, *, reduced: bool) -> str:
    if previous == "T" or (previous == "M" and c & lx.BASE and not c & lx.PARTICIPLE):
        return "B"
    if c & lx.ING:
        return "G"
    if previous == "M" or (previous == "B" and c & lx.PARTICIPLE):
        return "E"  # "is shipped", "to be shipped"
    return "E" if c & lx.PARTICIPLE and (not c & lx.FINITE or reduced) else "V"
