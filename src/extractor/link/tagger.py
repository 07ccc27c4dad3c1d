"""One coarse part of speech for each token of a sentence, from its possible classes and its neighbours.

Tags: D determiner, J adjective, N noun, O pronoun, V finite verb, G -ing verb, E bare participle, B infinitive, M auxiliary
or modal, I preposition, T "to" before a verb, C conjunction, S subordinator, R adverb, X negation, P possessive marker,
"," comma, ";" clause border, "(" and ")" brackets, "." the rest; and Q quantity, Z date, L region for tokens that a
mention covers (lower case for those after its first).
"""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens

_NOMINAL = frozenset("NLl")
_NOUN_LIKE = frozenset("NLlOQqZz")
_BEFORE_NOUN = frozenset("DJP")
_PUNCTUATION = {",": ",", ";": ";", ":": ";", "(": "(", ")": ")", "[": "(", "]": ")", "--": ";", "—": ";", "–": ";"}
_LOOKAHEAD = 14
_CLAUSE = 7  # tokens in which the verb of a clause behind "as" or "after" stands
_CLOSED = (
    lx.ARTICLE | lx.DETERMINER | lx.POSSESSIVE | lx.PRONOUN | lx.PREPOSITION | lx.CONJUNCTION | lx.SUBORDINATOR
    | lx.BE | lx.HAVE | lx.DO | lx.MODAL | lx.NEGATION | lx.CLOSED_ADVERB
)
_OPENS_NOUNS = lx.ARTICLE | lx.DETERMINER | lx.POSSESSIVE | lx.PRONOUN | lx.ANY_NOUN | lx.UNKNOWN
_AFTER_GERUND = lx.PREPOSITION | lx.ANY_NOUN
_NO_NOUNS = lx.PREPOSITION | lx.SUBORDINATOR | lx.CLOSED_ADVERB | lx.PAST | lx.BE | lx.HAVE | lx.MODAL


class Tagger:
    """Tags a sentence; ``fixed`` gives the tags of tokens that mentions cover."""

    def __init__(
        self, lexicon: Lexicon, frame_verbs: frozenset[str], moving: frozenset[str], cues: dict[str, frozenset[str]]
    ) -> None:
        self._lexicon = lexicon
        self._frame_verbs = frame_verbs
        self._moving = moving
        self._noun_before = cues["noun_before"]
        self._prepositional = cues["prepositional_verb"]
        self._floating = cues["floating_quantifier"]
        self._clause_openers = cues["verb_clause_opener"]

    def tag(self, tokens: Tokens, start: int, end: int, fixed: dict[int, str]) -> list[str]:
        """Tags of the tokens ``start`` to ``end``.

        "Exports rose 5 percent" is ``["N", "V", "Q", "q"]``.
        """
        lower = tokens.lower
        classes = self._lexicon.classes
        bits = [0 if i in fixed else classes(lower[i]) for i in range(start, end)]
        fixed = {**fixed, **self._hyphenated(tokens, start, end, bits, fixed)}
        tags: list[str] = []
        for k in range(end - start):
            i = start + k
            known = fixed.get(i)
            tags.append(known if known else self._choose(tokens, i, k, bits, tags, fixed, end - start))
        return tags

    def _hyphenated(
        self, tokens: Tokens, start: int, end: int, bits: list[int], fixed: dict[int, str]
    ) -> dict[int, str]:
        """Compounds cut at their hyphens ("medium-sized", "year-on-year") are one adjective, or a noun before a border."""
        found: dict[int, str] = {}
        for i in range(start + 1, end - 1):
            if tokens.words[i] != "-" or i in fixed or not (tokens.glued(i) and tokens.glued(i + 1)):
                continue
            if i - 1 in fixed or i + 1 in fixed:
                found[i] = "J"
                continue
            after = bits[i + 2 - start] if i + 2 < end else 0
            last = "J" if after & (lx.ANY_NOUN | lx.ADJ | lx.UNKNOWN) or tokens.words[min(i + 2, end - 1)] == "-" else "N"
            found.update({i - 1: "J", i: "J", i + 1: last})
        return found

    def _choose(
        self, tokens: Tokens, i: int, k: int, bits: list[int], tags: list[str], fixed: dict[int, str], size: int
    ) -> str:
        word, c = tokens.lower[i], bits[k]
        if c & (lx.SYMBOL | lx.NUMBER) and not c & _CLOSED:
            return _PUNCTUATION.get(word, "N" if c & lx.NUMBER else ".")
        following = bits[k + 1] if k + 1 < size else 0
        if c & _CLOSED:
            return self._closed(word, c, k, bits, tags, following, tokens, i)
        return self._open(tokens, i, k, c, bits, tags, size, fixed)

    def _closed(
        self, word: str, c: int, k: int, bits: list[int], tags: list[str], following: int, tokens: Tokens, i: int
    ) -> str:
        previous = tags[-1] if tags else ""
        if c & lx.AMPERSAND:
            return "N" if previous in _NOMINAL else "C"
        if c & lx.CLITIC:
            # "it's", "there's" against "China's"
            return "M" if previous in {"O", "R"} else "P"
        if previous == "T" and c & (lx.BE | lx.HAVE | lx.DO):
            return "B"
        if c & (lx.BE | lx.HAVE | lx.DO | lx.MODAL) and not (c & lx.MONTH and previous in {"I", "D"}):
            return "M"
        if c & lx.NEGATION:
            return "X"
        if c & (lx.ARTICLE | lx.POSSESSIVE):
            return "D"
        if c & lx.INFINITIVE:
            verb_next = (
                following & (lx.BE | lx.HAVE | lx.DO)
                or following & lx.BASE
                and not (following & lx.ANY_NOUN and self._noun_after_to(k, bits))
            )
            return "T" if verb_next else "I"
        if c & lx.SUBORDINATOR:
            if word in self._clause_openers and following and self._clause_follows(k, bits):
                return "S"
            return self._subordinator(word, c, previous, following)
        if c & lx.DETERMINER:
            floats = word in self._floating and previous in _NOUN_LIKE and following & (lx.ANY_VERB | lx.MODAL | lx.HAVE)
            return "R" if floats else "D"
        if c & lx.PRONOUN:
            return "O"
        if c & lx.CONJUNCTION and not c & lx.PREPOSITION:
            return "C"
        if c & lx.PREPOSITION:
            return "R" if c & lx.CLOSED_ADVERB and not following & ~lx.SYMBOL and not c & lx.PARTICLE else "I"
        return "R"

    def _subordinator(self, word: str, c: int, previous: str, following: int) -> str:
        if c & lx.DEMONSTRATIVE and previous not in {"V", "E", "N", "G", "B", "L"} and following & (lx.NOUN | lx.ADJ):
            return "D"
        if c & lx.PREPOSITION and following & (
            lx.ARTICLE | lx.ANY_NOUN | lx.ADJ | lx.NUMBER | lx.DETERMINER | lx.PREPOSITION
        ):
            return "I"
        if c & lx.PREPOSITION and not following:
            return "I"
        return "S"

    def _clause_follows(self, k: int, bits: list[int]) -> bool:
        """"as the dollar dropped below": a noun group and a finite verb, so that the preposition opens a clause."""
        for n in range(k + 2, min(k + _CLAUSE, len(bits))):
            c = bits[n]
            if not c or c & (lx.SYMBOL | lx.CONJUNCTION):
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL) or (c & lx.PAST and not c & (lx.ADJ | lx.BASE)):
                return True
            if c & (lx.PREPOSITION | lx.SUBORDINATOR):
                return False
        return False

    def _noun_after_to(self, k: int, bits: list[int]) -> bool:
        """After "to", a word that is noun or verb is a verb unless a verb form or a border follows it."""
        after = bits[k + 2] if k + 2 < len(bits) else 0
        return bool(after & (lx.BE | lx.HAVE | lx.MODAL)) or (not after and k + 2 >= len(bits))

    def _open(
        self, tokens: Tokens, i: int, k: int, c: int, bits: list[int], tags: list[str], size: int, fixed: dict[int, str]
    ) -> str:
        word = tokens.words[i]
        capital = word[0].isupper() and k > 0
        nominal = bool(c & (lx.ANY_NOUN | lx.UNKNOWN))
        verbal = c & lx.ANY_VERB
        if capital and not (verbal and not nominal and not c & lx.ADJ):
            return "N"
        if not verbal:
            if c & lx.ADJ and not (nominal and not self._noun_follows(k, bits, size)):
                return "J"
            return "N" if nominal else "R"
        if self._is_verb(tokens, i, k, c, bits, tags, size, fixed):
            return self._verb_tag(c, tags, reduced=self._reduced(k, bits, size, tags))
        if c & (lx.PARTICIPLE | lx.ING | lx.ADJ) and self._noun_follows(k, bits, size):
            return "J"
        return "N" if nominal or c & lx.ING else "J"

    def _verb_tag(self, c: int, tags: list[str], *, reduced: bool = False) -> str:
        previous = next((tag for tag in reversed(tags) if tag not in "RX"), "")
        if previous == "T" or (previous == "M" and c & lx.BASE and not c & lx.PARTICIPLE):
            return "B"
        if c & lx.ING:
            return "G"
        if previous == "M":
            return "E"
        if c & lx.PARTICIPLE and (not c & lx.FINITE or reduced):
            return "E"
        return "V"

    def _noun_follows(self, k: int, bits: list[int], size: int) -> bool:
        for n in range(k + 1, min(k + 4, size)):
            c = bits[n]
            if c & (lx.ANY_NOUN | lx.UNKNOWN) and not c & (lx.ARTICLE | lx.PREPOSITION | lx.SUBORDINATOR | lx.PRONOUN):
                return not (c & lx.FINITE and not c & lx.PLURAL)
            if not c & (lx.ADJ | lx.PARTICIPLE | lx.ING):
                return False
        return False

    def _is_verb(
        self, tokens: Tokens, i: int, k: int, c: int, bits: list[int], tags: list[str], size: int, fixed: dict[int, str]
    ) -> bool:
        near = tags[-1] if tags else ""
        previous = next((tag for tag in reversed(tags) if tag not in "RX"), "")
        nominal = c & (lx.ANY_NOUN | lx.UNKNOWN)
        if previous == "T":
            return True
        if previous == "M":
            return bool(c & self._after_auxiliary(tokens, i, tags))
        if near == "J" and c & lx.PAST and tokens.lower[i] in self._moving and self._quantity_follows(
            tokens, i, fixed, past_prepositions=True
        ):
            return True  # "the number of unemployed decreased by 231,400"
        if c & lx.PARTICIPLE and near in _NOMINAL and self._noun_sign_follows(tokens, i):
            return False  # "value added of the industry"
        if near in _BEFORE_NOUN:
            return bool(c & lx.FINITE) and not nominal and not c & (lx.PARTICIPLE | lx.ADJ)
        if not tags and c & lx.ING and size > 2 and bits[1] & _AFTER_GERUND:
            if self._finite_ahead(k, bits, size) or (bits[1] & lx.ANY_NOUN and bits[2] & lx.FINITE):
                return False  # "Spending on research came to 15 million", "Operating profit fell"
        if near in "zZ" and near and c & lx.PARTICIPLE and self._noun_follows(k, bits, size):
            return False  # "a 30-year fixed mortgage"
        if not nominal and not c & lx.ADJ:
            return not (
                c & (lx.PARTICIPLE | lx.ING) and near == "I" and self._noun_follows(k, bits, size) and not c & lx.ING
            )
        if near == "I":
            return bool(c & lx.ING) and not c & lx.ANY_NOUN
        if near == "O":
            return True
        if c & lx.PAST and not c & (lx.BASE | lx.PARTICIPLE):
            return True
        if c & lx.ING:
            opens = lx.ARTICLE | lx.DETERMINER | lx.PREPOSITION | lx.POSSESSIVE
            object_follows = k + 1 < size and (bool(bits[k + 1] & opens) or fixed.get(i + 1) == "Q")
            if near in _NOMINAL and tokens.lower[i] in self._frame_verbs and self._quantity_follows(
                tokens, i, fixed, past_prepositions=True
            ):
                return True  # "with Italy accounting for 4,597"
            if near in _NOMINAL and tokens.lower[i] in self._moving and not self._noun_sign_follows(tokens, i):
                return not self._noun_follows(k, bits, size)  # "sees harvest doubling"
            return near in {",", "", "("} and (not nominal or object_follows)
        if not tags:
            return False
        if near == "S" and len(tags) > 1 and tags[-2] in _NOMINAL and c & (lx.BASE | lx.FINITE):
            following = bits[k + 1] if k + 1 < size else 0
            return not following & (lx.BE | lx.HAVE | lx.MODAL | lx.PAST)  # "the dams that supply Cape Town"
        word = tokens.lower[i]
        if c & (lx.FINITE | lx.BASE) and word in self._frame_verbs and self._quantity_follows(
            tokens, i, fixed, past_prepositions=word in self._moving or word in self._prepositional
        ):
            return previous in _NOMINAL or previous in ",;)zOSCVE" or near == "R"
        if c & (lx.PAST | lx.PARTICIPLE) and not c & lx.BASE:
            # "the patents filed", "prices adjusted" against "adjusted prices"
            return previous in _NOMINAL or previous in ",Q)qZz" or near == "C" or not self._noun_follows(k, bits, size)
        return self._noun_or_verb(tokens, i, k, c, bits, previous, size)

    def _noun_sign_follows(self, tokens: Tokens, i: int) -> bool:
        return i + 1 < len(tokens) and tokens.lower[i + 1] in self._noun_before

    def _reduced(self, k: int, bits: list[int], size: int, tags: list[str]) -> bool:
        """"the goods carried by the line have increased": a finite verb of the same clause follows the participle."""
        following = bits[k + 1] if k + 1 < size else 0
        if not tags or tags[-1] not in _NOMINAL or (following & _OPENS_NOUNS and not following & _NO_NOUNS):
            return False  # "the minister said exports rose"
        for n in range(k + 1, min(k + _LOOKAHEAD, size)):
            c = bits[n]
            if not c or c & (lx.SYMBOL | lx.NUMBER | lx.CONJUNCTION | lx.SUBORDINATOR) and not c & lx.PREPOSITION:
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL):
                return True
            if c & lx.PAST and not c & (lx.PARTICIPLE | lx.ADJ) and bits[n - 1] & (lx.ANY_NOUN | lx.UNKNOWN):
                return True
        return False

    def _after_auxiliary(self, tokens: Tokens, i: int, tags: list[str]) -> int:
        """The forms that the nearest auxiliary takes: "had cash" has none, "had risen", "is rising", "will rise" have."""
        back = next((n for n, tag in enumerate(reversed(tags), 1) if tag == "M"), 1)
        auxiliary = self._lexicon.classes(tokens.lower[i - back])
        if auxiliary & lx.HAVE:
            return lx.PARTICIPLE
        return lx.PARTICIPLE | lx.ING if auxiliary & lx.BE else lx.BASE

    def _quantity_follows(
        self, tokens: Tokens, i: int, fixed: dict[int, str], *, past_prepositions: bool
    ) -> bool:
        """A number, or a preposition and a number, stands right after: "fell 2.8%", "rose to 5"."""
        for n in range(i + 1, min(i + 4, len(tokens))):
            if fixed.get(n) == "Q":
                return True
            if tokens.lower[n] in self._noun_before:
                return False
            c = self._lexicon.classes(tokens.lower[n])
            if not c & (lx.CLOSED_ADVERB | lx.ARTICLE) and not (past_prepositions and c & lx.PREPOSITION):
                return False
        return False

    def _noun_or_verb(
        self, tokens: Tokens, i: int, k: int, c: int, bits: list[int], previous: str, size: int
    ) -> bool:
        """"exports", "plans", "cut", "rise": a verb after a noun, when no surer verb follows in the clause."""
        if previous not in {"N", "L", "l", ")", "O", "S", "C", "z", "Z"} or (previous == "C" and not c & lx.PAST):
            return False
        infinitive = k + 2 < size and bits[k + 1] & lx.INFINITIVE and bits[k + 2] & lx.BASE
        if infinitive and c & lx.THIRD and not self._finite_ahead(k, bits, size):
            return True  # "the firm plans to shed 30 jobs"
        word = tokens.lower[i]
        bare = c & lx.NOUN and c & lx.PAST and self._lexicon.lemma(word, lx.PAST) == word
        if word not in self._frame_verbs and (not c & (lx.THIRD | lx.PAST) or bare):
            return False  # "barley output": a past that looks like the base form says nothing
        before = bits[k - 1]
        if not c & (lx.THIRD | lx.PAST) and before & lx.NOUN and not before & lx.PLURAL:
            return False  # "the overall enterprise level": a base form follows plurals only
        following = bits[k + 1] if k + 1 < size else 0
        named = previous in "Ll" or (k > 1 and tokens.words[i - 1][0].isupper() and previous == "N")
        named = named or (k == 1 and previous == "N" and tokens.lower[i] in self._moving)
        telling = tokens.lower[i] in self._frame_verbs and tokens.words[i].islower()
        if named and telling and c & lx.THIRD and not self._finite_ahead(k, bits, size):
            return True  # "Boeing pushes back", "Acme reports losses of"
        if not c & lx.PAST and self._noun_sign_follows(tokens, i):
            return False  # "loan loss provisions of 96 million"
        if following & (lx.ANY_NOUN | lx.ADJ) and following < lx.ARTICLE and not c & lx.PAST:
            return False
        if (
            following & (lx.PREPOSITION | lx.ARTICLE | lx.DETERMINER | lx.NUMBER)
            or not following
            or following & lx.CLOSED_ADVERB
        ):
            return not self._finite_ahead(k, bits, size)
        return bool(c & lx.PAST) and not self._finite_ahead(k, bits, size)

    def _finite_ahead(self, k: int, bits: list[int], size: int) -> bool:
        for n in range(k + 1, min(k + _LOOKAHEAD, size)):
            c = bits[n]
            if c & lx.SYMBOL or c & lx.SUBORDINATOR and not c & lx.PREPOSITION:
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL):
                return True
            if c & lx.PAST and not c & (lx.PARTICIPLE | lx.ADJ | lx.BASE):
                return True
            if c & lx.PAST and not c & (lx.ADJ | lx.BASE | lx.ANY_NOUN):
                before = bits[n - 1]
                if (not before or before & (lx.ANY_NOUN | lx.UNKNOWN)) and n - 1 > k:
                    return True
        return False
