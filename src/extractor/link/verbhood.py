"""Whether a word that can be a verb is one here: by the tags before it and the words behind it."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.link.words import LOOKAHEAD, NOMINAL, Words

_BEFORE_NOUN = frozenset("DJP")
_PHRASE = frozenset("NJDPLlQqI")  # tags within a noun group and its complements
_BEFORE_VERB = frozenset({"N", "L", "l", ")", "O", "S", "C", "z", "Z"})
_OPENS_OBJECT = lx.ARTICLE | lx.DETERMINER | lx.PREPOSITION | lx.POSSESSIVE
_OPENS_NOUNS = lx.ARTICLE | lx.DETERMINER | lx.POSSESSIVE | lx.PRONOUN | lx.ANY_NOUN | lx.UNKNOWN
_FINITE = lx.PAST | lx.THIRD | lx.BE | lx.HAVE | lx.MODAL
_INFINITIVES = lx.BASE | lx.HAVE | lx.BE
_VERBS = frozenset("VEM")
_AFTER_GERUND = lx.PREPOSITION | lx.ANY_NOUN
_AFTER_VERB = lx.PREPOSITION | lx.ARTICLE | lx.DETERMINER | lx.NUMBER | lx.CLOSED_ADVERB | lx.POSSESSIVE
_NO_NOUNS = lx.PREPOSITION | lx.SUBORDINATOR | lx.CLOSED_ADVERB | lx.PAST | lx.BE | lx.HAVE | lx.MODAL


class Verbhood:
    """Tells verbs from nouns and adjectives; ``moving`` are the forms of verbs of change among ``frame_verbs``."""

    def __init__(
        self, lexicon: Lexicon, frame_verbs: frozenset[str], moving: frozenset[str], cues: dict[str, frozenset[str]]
    ) -> None:
        self._lexicon = lexicon
        self._frame_verbs = frame_verbs
        self._moving = moving
        self._noun_before = cues["noun_before"]
        self._extending = cues["extending_verb"]
        self._openers, self._announcing = cues["clause_opener"], cues["announcing_verb"]
        self._telling = cues["sure_saying"]
        self._forecasting = cues["forecasting_verb"]
        self._wanting = cues["sure_wanting"]
        self._goods = cues["goods"]
        self._meeting = cues["meeting_verb"]
        self._noun_like, self._gerunds = cues["noun_like_verb"], cues["gerund_noun"]
        self._past = cues["sure_past"]
        self._prepositional = cues["prepositional_verb"]
        self._planning, self._with = cues["pledge"], cues["with"]
        self._objects, self._addressing = cues["object_pronoun"], cues["telling"]
        self._by, self._plain = cues["by"], cues["plain_before"]
        self._longer, self._superlative = cues["longer"], tuple(cues["superlative_ending"])
        self._more, self._adjoining, self._least = cues["more"], cues["adjoining"], cues["least"]

    def is_verb(self, words: Words, k: int) -> bool:
        """True where word ``k``, one of whose classes is a verb's, is a verb."""
        sure = self._behind_verb(words, k)
        if sure is None:
            sure = self._before_noun(words, k)
        if sure is None:
            sure = self._by_form(words, k)
        return self._by_clause(words, k) if sure is None else sure

    def reduced(self, words: Words, k: int) -> bool:
        """"the goods carried by the line have increased": a finite verb of the same clause follows the participle."""
        following = words.ahead(k + 1)
        if words.near not in NOMINAL or (following & _OPENS_NOUNS and not following & _NO_NOUNS):
            return False  # "the minister said exports rose"
        if k + 1 < len(words.bits) and words.lower(k + 1) in self._by and not self._measured(words, k + 1):
            return True  # "people killed by floods"
        for n in range(k + 1, min(k + LOOKAHEAD, len(words.bits))):
            c = words.bits[n]
            if not c and words.fixed.get(words.start + n, "") in "LlZz":
                continue  # "killed by floods in Kenya since March has risen"
            if not c or c & (lx.SYMBOL | lx.NUMBER | lx.CONJUNCTION | lx.SUBORDINATOR) and not c & lx.PREPOSITION:
                return False
            if c & (lx.BE | lx.HAVE | lx.MODAL):
                return True
            named = words.fixed.get(words.start + n - 1, "") in {"L", "l"}
            named = named or bool(words.bits[n - 1] & (lx.ANY_NOUN | lx.UNKNOWN))
            if named and c & lx.PAST and not c & (lx.PARTICIPLE | lx.ADJ):
                return True
        return False

    def _behind_verb(self, words: Words, k: int) -> bool | None:
        """Behind "to" and auxiliaries, and what a number or a sign of nouns behind the word decides."""
        c, near, previous = words.bits[k], words.near, words.previous
        if previous == "T" or (near == "R" and words.lower(k - 1) in self._longer and c & (lx.FINITE | lx.PAST)):
            return True  # "no longer goes"
        if near == "J" and c & lx.ING and words.lower(k - 1).endswith(self._superlative) and self._measured(words, k):
            return True  # "the strongest measuring 5.6"
        if near in NOMINAL and words.lower(k) in self._wanting and not words.ahead(k + 1) & (lx.BE | lx.HAVE | lx.MODAL):
            return True  # "The government wants output to reach 5 million"
        if words.lower(k) in self._goods and previous not in {"T", "M"}:
            return False  # "and tin, at 34,400 dollars, was dearer"
        if near in NOMINAL and words.lower(k) in self._telling and words.bits[k - 1] & (lx.PLURAL | lx.UNKNOWN):
            return True  # "Buyers say as much as 120,000 tonnes are stuck"
        if words.lower(k) in self._noun_like and words.ahead(k + 1) & lx.ANY_VERB:
            return False  # "the South Korean won slid"
        if previous == "M":
            return bool(c & self._after_auxiliary(words, k))
        moved = near == "J" and c & (lx.PAST | lx.THIRD) and words.lower(k) in self._moving
        if moved and self._quantity_follows(words, k, past_prepositions=True):
            return True  # "the number of unemployed decreased by 231,400"
        if c & lx.PARTICIPLE and near in NOMINAL and self._noun_sign_follows(words, k):
            return False  # "value added of the industry"
        return None

    @staticmethod
    def _measured(words: Words, k: int) -> bool:
        return words.fixed.get(words.start + k + 1) == "Q"

    def _before_noun(self, words: Words, k: int) -> bool | None:
        """Behind words that open a noun group, and at the start."""
        c, near = words.bits[k], words.near
        if near in _BEFORE_NOUN:
            nominal = c & (lx.ANY_NOUN | lx.UNKNOWN)
            return bool(c & lx.FINITE) and not nominal and not c & (lx.PARTICIPLE | lx.ADJ)
        if not words.tags and c & lx.ING and len(words.bits) > 2 and words.bits[1] & _AFTER_GERUND:
            if words.finite_ahead(k) or (words.bits[1] & lx.ANY_NOUN and words.bits[2] & lx.FINITE):
                return False  # "Spending on research came to 15 million", "Operating profit fell"
        if not words.tags and c & lx.PARTICIPLE and self._described(words, k):
            return False  # "Planted area should expand"
        if near == "R" and c & lx.PARTICIPLE and words.lower(k - 1) in self._more and words.noun_follows(k):
            return False  # "8 percent more registered voters"
        if not words.tags and c & lx.ING and words.ahead(1) & _FINITE and not words.ahead(1) & (lx.ANY_NOUN | lx.ADJ):
            return False  # "Shoplifting jumped"
        if not words.tags and c & lx.ING and words.ahead(1) & lx.PAST and words.lower(1) in self._moving and (
            words.ahead(2) & (lx.ANY_NOUN | lx.UNKNOWN) and not words.finite_ahead(1)
        ):
            return False  # "Dehorning cut poaching by 78 percent"
        if near == "I" and c & lx.ING and words.ahead(k + 1) & lx.PAST and words.lower(k + 1) in self._moving:
            return False  # "turnover in manufacturing slipped"
        if near in {"z", "Z"} and c & lx.PARTICIPLE and words.noun_follows(k):
            return False  # "a 30-year fixed mortgage"
        return None

    def _described(self, words: Words, k: int) -> bool:
        """"Planted area should expand": a participle that opens the subject; not "Given prices rose"."""
        form, opener = words.bits[k] & lx.BASE, words.bits[k] & lx.PREPOSITION
        return not form and not opener and words.noun_follows(k) and words.finite_ahead(k)

    def _by_form(self, words: Words, k: int) -> bool | None:
        """Words that can be nothing else, and -ing forms."""
        c, near = words.bits[k], words.near
        if words.lower(k) in self._gerunds and self._measured(words, k) and self._gapped(words):
            return False
        if not c & (lx.ANY_NOUN | lx.UNKNOWN | lx.ADJ):
            return not (c & lx.PARTICIPLE and not c & lx.ING and near == "I" and words.noun_follows(k))
        if words.lower(k) in self._adjoining and words.fixed.get(words.start + k + 1) == "L":
            return False  # "in neighbouring Sweden"
        if near in {"I", "S"} and c & lx.ING and words.lower(k - 1) in self._openers:
            if self._lexicon.lemma(words.lower(k), lx.ING) in self._announcing and words.noun_follows(k):
                return True  # "climbed after reporting profit of 4 million"
        if near == "I":
            moved = words.lower(k) in self._moving and not self._noun_sign_follows(words, k) and not words.noun_follows(k)
            return bool(c & lx.ING) and (moved or not c & lx.ANY_NOUN)  # "after doubling in 2023"
        if near == "O" and words.lower(k - 1) not in self._objects:
            return True
        if (c & lx.PAST and not c & (lx.BASE | lx.PARTICIPLE)) or words.lower(k) in self._past:
            return True
        if c & lx.ING:
            return self._ing(words, k)
        return None if words.tags else False

    def _ing(self, words: Words, k: int) -> bool:
        word, near = words.lower(k), words.near
        if near in NOMINAL and word in self._frame_verbs and self._quantity_follows(words, k, past_prepositions=True):
            return True  # "with Italy accounting for 4,597"
        absolute = near in NOMINAL and self._measured(words, k) and k > 1
        if absolute and any(words.lower(n) in self._with for n in range(max(0, k - 4), k)):
            return True  # "with Uganda taking 2 million tonnes"
        if near in NOMINAL and word in self._moving and not self._noun_sign_follows(words, k):
            return not words.noun_follows(k)  # "sees harvest doubling"
        opens = words.ahead(k + 1) & (lx.PLURAL | lx.POSSESSIVE) and self._lexicon.lemma(word, lx.ING) in self._extending
        if near in {",", "", "C"} and opens:
            return True  # ", taking losses for the year to 18 percent"
        meets = near in {",", "R"} and words.previous == "," and self._lexicon.lemma(word, lx.ING) in self._meeting
        if meets and words.ahead(k + 1) & lx.PLURAL:
            return True  # ", also topping forecasts of 8 million"
        object_follows = words.ahead(k + 1) & _OPENS_OBJECT or words.fixed.get(words.start + k + 1) == "Q"
        return near in {",", "", "("} and bool(object_follows or not words.bits[k] & (lx.ANY_NOUN | lx.UNKNOWN))

    @staticmethod
    def _gapped(words: Words) -> bool:
        """"Household spending rose 0.4% and government spending 0.7%": a second number of the verb before."""
        back = len(words.tags)
        while back and words.tags[back - 1] in "NJ":
            back -= 1
        joined = 1 < back < len(words.tags) and words.tags[back - 1] == "C" and words.tags[back - 2] in "Qq"
        return joined and "V" in words.tags

    def _by_clause(self, words: Words, k: int) -> bool:
        """Noun and verb alike: by a quantity behind it, or by the rest of the clause."""
        c, near, previous, word = words.bits[k], words.near, words.previous, words.lower(k)
        if near == "S" and c & lx.PLURAL and self._told(words, k) and words.finite_ahead(k):
            return False  # "told our reporter that fees at the school went up"
        if near == "S" and len(words.tags) > 1 and words.tags[-2] in NOMINAL and c & (lx.BASE | lx.FINITE):
            # "the dams that supply Cape Town"
            return not words.ahead(k + 1) & (lx.BE | lx.HAVE | lx.MODAL | lx.PAST)
        if self._disagrees(words, k):
            return False
        behind = near == "," and c & lx.PAST and word in self._frame_verbs
        if words.previous == "O" and near == "R" and (c & lx.THIRD or (c & lx.PAST and word in self._frame_verbs)):
            return not words.finite_ahead(k)  # "it now expected profits of 5 million"
        if behind and "S" in words.tags and words.ahead(k + 1) & lx.POSSESSIVE:
            return True  # "The arm, in which it holds a stake, cut its loss"
        if behind and words.ahead(k + 1) & lx.PRONOUN:
            return words.fixed.get(words.start + k + 2) == "Q"  # "Fuel, its biggest expense, cost it 178 million"
        if c & (lx.FINITE | lx.BASE) and word in self._frame_verbs:
            prepositional = word in self._moving or word in self._prepositional
            if self._quantity_follows(words, k, past_prepositions=prepositional):
                if near == "V" and word in self._plain:
                    return False  # "hits record 5.5 million"
                return previous in NOMINAL or previous in ",;)zOSCVE" or near == "R" or (
                    near == "q" and not c & (lx.BASE | lx.NOUN)  # "three analysts expected 5 million"
                )
        if near == "N" and c & lx.NOUN and word not in self._frame_verbs and self._noun_sign_follows(words, k):
            return False  # "a flight crew of six"
        if c & (lx.PAST | lx.PARTICIPLE) and not c & lx.BASE:
            # "the patents filed", "prices adjusted" against "adjusted prices"
            return previous in NOMINAL or previous in ",Q)qZz" or near == "C" or not words.noun_follows(k)
        return self._noun_or_verb(words, k)

    @staticmethod
    def _amount_behind(words: Words, k: int) -> bool:
        """A number right behind, or behind one determiner."""
        at = words.start + k + 1
        return words.fixed.get(at) == "Q" or (bool(words.ahead(k + 1) & lx.DETERMINER) and words.fixed.get(at + 1) == "Q")

    def _told(self, words: Words, k: int) -> bool:
        """A verb of telling with its object stands before: "told our reporter that"."""
        return any(words.lower(n) in self._addressing for n in range(max(0, k - LOOKAHEAD // 2), k))

    def _noun_or_verb(self, words: Words, k: int) -> bool:
        """"exports", "plans", "cut", "rise": a verb after a noun, when no surer verb follows in the clause."""
        c, previous, word, following = words.bits[k], words.previous, words.lower(k), words.ahead(k + 1)
        named = words.near == "N" and words.tokens.words[words.start + k - 1][0].isupper()
        if word in self._forecasting and named and k + 1 < len(words.bits) and not following & (lx.PREPOSITION | lx.SYMBOL):
            return not words.finite_ahead(k)  # "Norbridge forecast third-quarter revenue of 5 million"
        if c & lx.PLURAL and following & lx.PREPOSITION and self._shares_verb(words, k):
            return False
        planned = following & lx.INFINITIVE and words.ahead(k + 2) & _INFINITIVES
        if c & lx.THIRD and planned and previous in _BEFORE_VERB and not words.finite_ahead(k + 2):
            return True  # "the firm plans to shed 30 jobs", "and hopes to open 2"
        if c & lx.THIRD and planned and words.near == "," and not words.finite_ahead(k + 2):
            return not NOMINAL.isdisjoint(words.tags)  # "The bank, ..., plans to close"
        if previous == "C" and self._lexicon.lemma(word, lx.THIRD) in self._planning and not _VERBS.isdisjoint(words.tags):
            if self._amount_behind(words, k):
                return True  # "has opened 400 shelters and plans another 100"
        if previous not in _BEFORE_VERB or (previous == "C" and not c & lx.PAST):
            return False
        if c & lx.THIRD and not c & lx.PAST and self._in_phrase_of_verb(words):
            return False
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
        if not c & lx.PAST:
            if self._noun_sign_follows(words, k):
                return False  # "loan loss provisions of 96 million"
            if following & (lx.ANY_NOUN | lx.ADJ) and following < lx.ARTICLE:
                return False
        likely = c & lx.PAST or following & _AFTER_VERB or not following
        return bool(likely) and not words.finite_ahead(k)

    def _shares_verb(self, words: Words, k: int) -> bool:
        """"Fares fell 2 percent and guest numbers by 6 percent": a noun of a second clause that has the first one's verb."""
        if words.lower(k + 1) not in self._by or not self._measured(words, k + 1) or words.lower(k) in self._moving:
            return False
        since = "".join(reversed(words.tags)).partition("V")
        return bool(since[1]) and "C" in since[0]

    @staticmethod
    def _in_phrase_of_verb(words: Words) -> bool:
        """"accounted for 36 percent of the country's patents at the end of May": the clause has its verb already."""
        behind = False
        for tag in reversed(words.tags):
            if tag in "VE":
                return behind
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

    def _noun_sign_follows(self, words: Words, k: int) -> bool:
        i = words.start + k + 1
        return i < len(words.tokens) and words.tokens.lower[i] in self._noun_before

    def _after_auxiliary(self, words: Words, k: int) -> int:
        """The forms that the nearest auxiliary takes: "had cash" has none, "had risen", "is rising", "will rise" have."""
        back = next((n for n, tag in enumerate(reversed(words.tags), 1) if tag == "M"), 1)
        auxiliary = self._lexicon.classes(words.lower(k - back))
        if auxiliary & lx.HAVE:
            return lx.PARTICIPLE
        return lx.PARTICIPLE | lx.ING if auxiliary & lx.BE else lx.BASE

    def _quantity_follows(self, words: Words, k: int, *, past_prepositions: bool) -> bool:
        """A number, or a preposition and a number, stands right after: "fell 2.8%", "rose to 5"."""
        i, lower = words.start + k, words.tokens.lower
        for n in range(i + 1, min(i + 4, len(lower))):
            if words.fixed.get(n) == "Q":
                return True
            if lower[n] in self._noun_before:
                return False
            c = self._lexicon.classes(lower[n])
            if c & lx.PREPOSITION and n + 1 < len(lower) and lower[n + 1] in self._least:
                continue  # "kills at least 94"
            if lower[n] in self._plain and n + 1 < len(lower) and words.fixed.get(n + 1) == "Q":
                continue  # "hits record 5.5 million"
            if not c & (lx.CLOSED_ADVERB | lx.ARTICLE) and not (past_prepositions and c & lx.PREPOSITION):
                return False
        return False
