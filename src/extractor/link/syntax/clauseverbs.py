"""Whether a word that is noun and verb alike is a verb: by a number behind it, or by the rest of the clause."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.link.syntax.behind import Behind, amount_behind, measured
from extractor.link.syntax.words import LOOKAHEAD, NOMINAL, Words

_PHRASE = frozenset("NJDPLlQqI")  # tags within a noun group and its complements
_BEFORE_VERB = frozenset({"N", "L", "l", ")", "O", "S", "C", "z", "Z"})
_INFINITIVES = lx.BASE | lx.HAVE | lx.BE
_VERBS = frozenset("VEM")
_AFTER_VERB = lx.PREPOSITION | lx.ARTICLE | lx.DETERMINER | lx.NUMBER | lx.CLOSED_ADVERB | lx.POSSESSIVE
_OBJECT = 6  # words between "values" and "at"


class ClauseVerbs:
    """Tells "exports" and "plans", "cut" and "rise" by their clause."""

    def __init__(
        self,
        lexicon: Lexicon,
        frame_verbs: frozenset[str],
        moving: frozenset[str],
        cues: dict[str, frozenset[str]],
        behind: Behind,
    ) -> None:
        self._lexicon = lexicon
        self._frame_verbs, self._moving = frame_verbs, moving
        self._behind = behind
        self._forecasting, self._planning = cues["forecasting_verb"], cues["pledge"]
        self._prepositional, self._plain = cues["prepositional_verb"], cues["plain_before"]
        self._firms, self._valuing = cues["company_noun"] | cues["forecaster"], cues["valuing_verb"]
        self._at, self._counted = cues["at"], cues["counted_do"]
        self._addressing, self._by = cues["telling"], cues["by"]

    def is_verb(self, words: Words, k: int) -> bool:
        """True for a verb: "dams that supply Cape Town" has one, "her Brent estimate to" has not."""
        if words.near == "S":
            sure = self._behind_subordinator(words, k)
        elif words.near in {"Q", "q"} and words.lower(k) in self._counted and words.bits[k] & lx.BASE:
            sure = self._done_by(words, k)
        elif words.near in {",", "R"}:
            sure = self._behind_insertion(words, k)
        else:
            sure = False if self._disagrees(words, k) else None
        if sure is None:
            sure = self._before_quantity(words, k)
        return self._by_words_around(words, k) if sure is None else sure

    def _behind_subordinator(self, words: Words, k: int) -> bool | None:
        c = words.bits[k]
        if c & lx.PLURAL and self._told(words, k) and words.finite_ahead(k):
            return False  # "told our reporter that fees at the school went up"
        if len(words.tags) > 1 and words.tags[-2] in NOMINAL and c & (lx.BASE | lx.FINITE):
            # "the dams that supply Cape Town"
            return not words.ahead(k + 1) & (lx.BE | lx.HAVE | lx.MODAL | lx.PAST)
        return None

    @staticmethod
    def _done_by(words: Words, k: int) -> bool | None:
        """"71 lack a lift", "8 percent need care": what those counted do, not "a $3 billion need for"."""
        group = "".join(words.tags).rstrip("Qq")
        return True if group[-1:] not in {"D", "V", "I", "P"} and not words.finite_ahead(k) else None

    def _behind_insertion(self, words: Words, k: int) -> bool | None:
        """Behind a comma or an adverb, where the subject stands further before."""
        c, word = words.bits[k], words.lower(k)
        framed = c & lx.PAST and word in self._frame_verbs
        if words.near == "R":
            # "it now expected profits of 5 million"
            return not words.finite_ahead(k) if words.previous == "O" and (c & lx.THIRD or framed) else None
        if framed and "S" in words.tags and words.ahead(k + 1) & lx.POSSESSIVE:
            return True  # "The arm, in which it holds a stake, cut its loss"
        if framed and words.ahead(k + 1) & lx.PRONOUN:
            return words.fixed.get(words.start + k + 2) == "Q"  # "Fuel, its biggest expense, cost it 178 million"
        return None

    def _before_quantity(self, words: Words, k: int) -> bool | None:
        """"hits 5.5 million": a verb of the frames whose number follows."""
        c, near, previous, word = words.bits[k], words.near, words.previous, words.lower(k)
        plain = near == "N" and c & lx.BASE and not c & lx.PLURAL and words.bits[k - 1] & lx.PLURAL
        if plain and self._behind.quantity(words, k, past_prepositions=False):
            return not words.finite_ahead(k)  # "Farms use 3,000 litres"
        if not c & (lx.FINITE | lx.BASE) or word not in self._frame_verbs:
            return None
        if not self._behind.quantity(words, k, past_prepositions=word in self._moving or word in self._prepositional):
            return None
        if near == "V" and word in self._plain:
            return False  # "hits record 5.5 million"
        expected = near == "q" and not c & (lx.BASE | lx.NOUN)  # "three analysts expected 5 million"
        return previous in NOMINAL or previous in ",;)zOSCVE" or near == "R" or expected

    def _by_words_around(self, words: Words, k: int) -> bool:
        c, near, previous = words.bits[k], words.near, words.previous
        named = near == "N" and c & lx.NOUN and words.lower(k) not in self._frame_verbs
        if named and self._behind.noun_sign(words, k):
            return False  # "a deck crew of nine"
        if c & (lx.PAST | lx.PARTICIPLE) and not c & lx.BASE:
            # "the patents filed", "prices adjusted" against "adjusted prices"
            return previous in NOMINAL or previous in ",Q)qZz" or near == "C" or not words.noun_follows(k)
        return self._noun_or_verb(words, k)

    def _told(self, words: Words, k: int) -> bool:
        """A verb of telling with its object stands before: "told our reporter that"."""
        return any(words.lower(n) in self._addressing for n in range(max(0, k - LOOKAHEAD // 2), k))

    def _noun_or_verb(self, words: Words, k: int) -> bool:
        """"exports", "plans", "cut", "rise": a verb after a noun, when no surer verb follows in the clause."""
        sure = self._forecasts_or_plans(words, k)
        if sure is not None:
            return sure
        c, previous, word, following = words.bits[k], words.previous, words.lower(k), words.ahead(k + 1)
        if c & lx.THIRD and words.near == "," and word in self._frame_verbs and words.tags.count(",") > 1:
            # "The port, the busiest in the country, trails last year"
            return _VERBS.isdisjoint(words.tags) and not words.finite_ahead(k)
        if previous not in _BEFORE_VERB or (previous == "C" and not c & lx.PAST):
            return False
        if c & lx.PLURAL and following & lx.PREPOSITION and self._shares_verb(words, k):
            return False
        if c & lx.THIRD and not c & lx.PAST and self._in_phrase_of_verb(words):
            return False
        if word in self._valuing and self._valued(words, k):
            return True
        if c & lx.PAST and following & lx.POSSESSIVE and word in self._frame_verbs:
            return True  # "the plant cut its emissions"
        bare = c & lx.NOUN and c & lx.PAST and self._lexicon.lemma(word, lx.PAST) == word
        if word not in self._frame_verbs and (not c & (lx.THIRD | lx.PAST) or bare):
            return False  # "barley output": a past that looks like the base form says nothing
        before = words.bits[k - 1]
        if not c & (lx.THIRD | lx.PAST) and before & lx.NOUN and not before & lx.PLURAL:
            return False  # "the overall enterprise level": a base form follows plurals only
        if c & lx.THIRD and self._named(words, k) and not words.finite_ahead(k):
            return True  # "Boeing pushes back", "Acme reports losses of"
        if c & lx.THIRD and word in self._moving and self._moves_object(words, k):
            return True
        if not c & lx.PAST:
            if self._behind.noun_sign(words, k):
                return False  # "loan loss provisions of 96 million"
            if following & (lx.ANY_NOUN | lx.ADJ) and following < lx.ARTICLE:
                return False
        likely = c & lx.PAST or following & _AFTER_VERB or not following
        return bool(likely) and not words.finite_ahead(k)

    def _forecasts_or_plans(self, words: Words, k: int) -> bool | None:
        """"Norbridge forecast third-quarter revenue", "the firm plans to shed": what is said to come."""
        c, previous, word, following = words.bits[k], words.previous, words.lower(k), words.ahead(k + 1)
        named = words.near == "N" and words.tokens.words[words.start + k - 1][0].isupper()
        named = named or (words.near == "N" and words.lower(k - 1) in self._firms)  # "the retailer forecast"
        if word in self._forecasting and named and k + 1 < len(words.bits) and not following & (lx.PREPOSITION | lx.SYMBOL):
            return not words.finite_ahead(k)  # "Norbridge forecast third-quarter revenue of 5 million"
        planned = c & lx.THIRD and following & lx.INFINITIVE and words.ahead(k + 2) & _INFINITIVES
        if planned and (previous in _BEFORE_VERB or words.near == ",") and not words.finite_ahead(k + 2):
            # "the firm plans to shed 30 jobs", "and hopes to open 2", "The bank, ..., plans to close"
            return previous in _BEFORE_VERB or not NOMINAL.isdisjoint(words.tags)
        if previous == "C" and self._lexicon.lemma(word, lx.THIRD) in self._planning and not _VERBS.isdisjoint(words.tags):
            if amount_behind(words, k):
                return True  # "has opened 400 shelters and plans another 100"
        return None

    def _valued(self, words: Words, k: int) -> bool:
        """"The deal values Celandra at 2.9 billion": a name or "the firm", and the sum."""
        for n in range(k + 1, min(k + _OBJECT, len(words.bits) - 1)):
            if words.lower(n) in self._at:
                return n > k + 1 and measured(words, n)
            c = words.ahead(n)
            if c & (lx.BE | lx.HAVE | lx.MODAL | lx.SYMBOL | lx.PREPOSITION | lx.PAST) and not c & lx.CLITIC:
                return False
        return False

    def _moves_object(self, words: Words, k: int) -> bool:
        """"A stronger yen trims annual profit by 50 billion": a short object and how far it moves."""
        for n in range(k + 1, min(k + _OBJECT, len(words.bits) - 1)):
            if words.lower(n) in self._by:
                return n > k + 1 and any(measured(words, m) for m in (n, n + 1))
            c = words.ahead(n)
            if not c or c & (lx.BE | lx.HAVE | lx.MODAL | lx.SYMBOL | lx.PREPOSITION | lx.CONJUNCTION):
                return False
            if c & (lx.PAST | lx.PLURAL | lx.THIRD) and c & (lx.PAST | lx.THIRD) and words.lower(n) in self._moving:
                return False
        return False

    def _shares_verb(self, words: Words, k: int) -> bool:
        """"Fares fell 2 percent and guest numbers by 6 percent": a noun of a second clause that has the first one's verb."""
        if words.lower(k + 1) not in self._by or not measured(words, k + 1) or words.lower(k) in self._moving:
            return False
        since = "".join(reversed(words.tags)).partition("V")
        return bool(since[1]) and "C" in since[0]

    def _in_phrase_of_verb(self, words: Words) -> bool:
        """"accounted for 36 percent of the country's patents at the end of May": the clause has its verb already."""
        behind = False
        for n, tag in enumerate(reversed(words.tags), 1):
            if tag in "VEB":  # "raised its tea exports to Egypt"
                return behind or words.lower(len(words.tags) - n) in self._moving
            if tag not in _PHRASE:
                return False
            behind = behind or tag == "I"
        return False

    def _named(self, words: Words, k: int) -> bool:
        """A name stands before, or the one noun that opens the sentence, and a verb of the frames can follow it."""
        i, previous = words.start + k, words.previous
        named = previous in {"L", "l"} or (k > 1 and words.tokens.words[i - 1][0].isupper() and previous == "N")
        named = named or (k == 1 and previous == "N" and words.lower(k) in self._moving)
        if words.tags == ["D", "N"] and words.bits[1] & lx.NOUN and not words.bits[1] & lx.PLURAL:
            object_follows = words.ahead(3) & (lx.ANY_NOUN | lx.ADJ) and words.ahead(3) < lx.ARTICLE
            named = named or bool(object_follows)  # "The guild reports losses of"
        return named and words.lower(k) in self._frame_verbs and words.tokens.words[i].islower()

    def _disagrees(self, words: Words, k: int) -> bool:
        """"her Brent estimate to": behind one name, a base form is no verb."""
        if words.bits[k] & (lx.THIRD | lx.PAST) or not words.bits[k] & lx.NOUN or words.near != "N":
            return False
        if not words.tokens.words[words.start + k - 1][0].isupper():
            return False
        group = next((tag for tag in reversed(words.tags) if tag not in "NJZzP"), "")
        return group == "D"
