"""Whether a word that can be a verb is one here: by the tags before it and the words behind it."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.link.syntax.behind import Behind, measured
from extractor.link.syntax.clauseverbs import ClauseVerbs
from extractor.link.syntax.words import NOMINAL, Words

_BEFORE_NOUN = frozenset("DJP")
_OPENS_OBJECT = lx.ARTICLE | lx.DETERMINER | lx.PREPOSITION | lx.POSSESSIVE
_FINITE = lx.PAST | lx.THIRD | lx.BE | lx.HAVE | lx.MODAL
_AFTER_GERUND = lx.PREPOSITION | lx.ANY_NOUN


class Verbhood:
    """Tells verbs from nouns and adjectives; ``moving`` are the forms of verbs of change among ``frame_verbs``."""

    def __init__(
        self,
        lexicon: Lexicon,
        frame_verbs: frozenset[str],
        moving: frozenset[str],
        cues: dict[str, frozenset[str]],
        behind: Behind,
    ) -> None:
        self._lexicon = lexicon
        self._moved = moving - cues["rate_holder"]  # not "small firms at 5 percent"
        self._frame_verbs, self._moving = frame_verbs, moving
        self._behind = behind
        self._clause = ClauseVerbs(lexicon, frame_verbs, moving, cues, behind)
        self._goods, self._noun_like = cues["goods"], cues["noun_like_verb"]
        self._gerunds, self._sectors = cues["gerund_noun"], cues["sector_gerund"]
        self._telling, self._wanting, self._past = cues["sure_saying"], cues["sure_wanting"], cues["sure_past"]
        self._openers, self._announcing = cues["clause_opener"], cues["announcing_verb"]
        self._extending, self._meeting = cues["extending_verb"], cues["meeting_verb"]
        self._objects, self._with = cues["object_pronoun"], cues["with"]
        self._now = cues["now"]
        self._longer, self._superlative = cues["longer"], tuple(cues["superlative_ending"])
        self._usual, self._peaks = cues["usual"], cues["peak"]
        self._sessions, self._hours = cues["session_noun"], cues["session_hour"]
        self._attributive, self._by = cues["attributive_ing"], cues["by"]
        self._outdoing, self._priced = cues["outdoing_verb"], cues["for"] | cues["at"]
        self._showing, self._shown_in = cues["showing"], cues["shown_in"]
        self._more, self._adjoining = cues["more"], cues["adjoining"]

    def is_verb(self, words: Words, k: int) -> bool:
        """True where word ``k``, one of whose classes is a verb's, is a verb."""
        sure = self._behind_verb(words, k)
        if sure is None:
            sure = self._before_noun(words, k)
        if sure is None:
            sure = self._by_form(words, k)
        return self._clause.is_verb(words, k) if sure is None else sure

    def _behind_verb(self, words: Words, k: int) -> bool | None:
        """Behind "to" and auxiliaries, and what a number or a sign of nouns behind the word decides."""
        c, near, previous = words.bits[k], words.near, words.previous
        if previous == "T" or (near == "R" and words.lower(k - 1) in self._longer and c & (lx.FINITE | lx.PAST)):
            return True  # "no longer goes"
        if near == "R" and words.lower(k - 1) in self._now and c & lx.THIRD and words.previous in {"C", "N"}:
            if not words.finite_ahead(k):
                return True  # "has dropped since 2019 and now stands at 28,700"
        if near == "J" and c & lx.ING and words.lower(k - 1).endswith(self._superlative) and measured(words, k):
            return True  # "the strongest measuring 5.6"
        if words.lower(k) in self._sessions and k and words.lower(k - 1) in self._hours:
            return False  # "closed daytime trade 0.3 percent lower"
        if near in NOMINAL and words.lower(k) in self._wanting and not words.ahead(k + 1) & (lx.BE | lx.HAVE | lx.MODAL):
            return True  # "The government wants output to reach 5 million"
        if near in {"z", "Z"} and (words.lower(k) in self._usual or words.lower(k) in self._peaks):
            return False  # "above the 1991-2020 average"
        if near in NOMINAL and words.lower(k) in self._showing and words.lower(k - 1) in self._shown_in:
            return True  # "Agency figures show seizures rose"
        sells = near in {"l", "L"} and c & lx.THIRD and words.lower(k) in self._frame_verbs
        if sells and words.lower(k + 1) in self._priced and measured(words, k + 1):
            return True  # "a kilo that costs $1,500 in Colombia sells for $40,000"
        if near in {"C", ","} and words.lower(k) in self._outdoing and words.lower(k + 1) in self._by:
            return True  # "but trails by 18 points"
        if words.lower(k) in self._goods and previous not in {"T", "M"}:
            return False  # "and tin, at 34,400 dollars, was dearer"
        people = words.lower(k - 1) if near in {"L", "l"} else ""  # "Americans say"
        peoples = bool(people) and self._lexicon.lemma(people, lx.PROPER).lower() != people
        named = k > 1 and near in {"J", "N"} and words.tokens.words[words.start + k - 1][0].isupper() and c & lx.THIRD
        told = near in NOMINAL and words.bits[k - 1] & (lx.PLURAL | lx.UNKNOWN)
        if (told or named or peoples) and words.lower(k) in self._telling:
            return True  # "Buyers say as much as 120,000 tonnes are stuck"
        if words.lower(k) in self._noun_like and words.ahead(k + 1) & lx.ANY_VERB:
            return False  # "the South Korean won slid"
        if previous == "M":
            return bool(c & self._after_auxiliary(words, k))
        if near == ")" and c & lx.NOUN and not measured(words, k) and self._measured_bracket(words.tags):
            return False  # "a 3 million euro (4 million dollar) order to build ferries"
        moved = near == "J" and c & (lx.PAST | lx.THIRD) and words.lower(k) in self._moved
        if moved and self._behind.quantity(words, k, past_prepositions=True):
            return True  # "the number of unemployed decreased by 231,400"
        if c & lx.PARTICIPLE and near in NOMINAL and self._behind.noun_sign(words, k):
            return False  # "value added of the industry"
        return None

    @staticmethod
    def _measured_bracket(tags: list[str]) -> bool:
        """An article and a quantity stand before the bracket that has just closed."""
        at = len(tags) - 1
        while at and tags[at] != "(":
            at -= 1
        first = at
        while at and tags[at - 1] in "Qq":
            at -= 1
        return 0 < at < first and tags[at - 1] == "D"

    def _before_noun(self, words: Words, k: int) -> bool | None:
        """Behind words that open a noun group, and at the start."""
        c, near = words.bits[k], words.near
        if near in _BEFORE_NOUN:
            nominal = c & (lx.ANY_NOUN | lx.UNKNOWN)
            return bool(c & lx.FINITE) and not nominal and not c & (lx.PARTICIPLE | lx.ADJ)
        if not words.tags and c & lx.ING and len(words.bits) > 2 and words.bits[1] & _AFTER_GERUND:
            if words.finite_ahead(k) or (words.bits[1] & lx.ANY_NOUN and words.bits[2] & lx.FINITE):
                return False  # "Spending on research came to 15 million", "Operating profit fell"
        if near in {"z", "Z"} and c & lx.ING and words.noun_follows(k):
            return False  # "a fourth-quarter operating profit"
        if near in {"q", "Q"} and c & lx.ING and words.noun_follows(k) and self._articled_number(words):
            return False  # "a 44 million shilling spending plan"
        if near in {"z", "Z"} and c & lx.NOUN and self._articled_number(words):
            return False  # "a 14% year-on-year rise in profit"
        if not words.tags and c & lx.PARTICIPLE and self._described(words, k):
            return False  # "Planted area should expand"
        inside = near == "R" and len(words.tags) > 1 and words.tags[-2] in "IDJ"
        if inside and c & lx.PARTICIPLE and not c & lx.BASE and words.noun_follows(k):
            return False  # "in internally generated revenue"
        if near == "R" and c & lx.PARTICIPLE and words.lower(k - 1) in self._more and words.noun_follows(k):
            return False  # "8 percent more registered voters"
        following = words.ahead(k + 1)
        if near in {"", "S"} and c & lx.ING and following & _FINITE and not following & (lx.ANY_NOUN | lx.ADJ):
            return False  # "Shoplifting jumped", "that spending would rise"
        if not words.tags and c & lx.ING and words.ahead(1) & lx.PAST and words.lower(1) in self._moving and (
            words.ahead(2) & (lx.ANY_NOUN | lx.UNKNOWN) and not words.finite_ahead(1)
        ):
            return False  # "Dehorning cut poaching by 78 percent"
        if near == "I" and c & lx.ING and words.ahead(k + 1) & lx.PAST and words.lower(k + 1) in self._moving:
            return False  # "turnover in manufacturing slipped"
        acted = near in {"V", "B"} and c & lx.ING and words.ahead(k + 1)
        if acted and words.lower(k + 1) in self._by and measured(words, k + 1):
            return False  # "cut lending by 5 percent"
        if words.lower(k) in self._attributive and words.tags and near not in {"M", "X"} and words.noun_follows(k):
            return False  # "would trim operating profit growth"
        dated = near in {"z", "Z"} and c & lx.NOUN and not c & (lx.PAST | lx.THIRD)
        if dated and "".join(words.tags).rstrip("zZ").endswith("D"):
            return False  # "raised its 2026 estimate to"
        if near in {"z", "Z"} and c & lx.PARTICIPLE and words.noun_follows(k):
            return False  # "a 30-year fixed mortgage"
        return None

    @staticmethod
    def _articled_number(words: Words) -> bool:
        """An article, a number and a date stand before."""
        before = "".join(words.tags).rstrip("Zz")
        return before.endswith(("Q", "q")) and before.rstrip("Qq").endswith("D")

    def _described(self, words: Words, k: int) -> bool:
        """"Planted area should expand": a participle that opens the subject; not "Given prices rose"."""
        form, opener = words.bits[k] & lx.BASE, words.bits[k] & lx.PREPOSITION
        return not form and not opener and words.noun_follows(k) and words.finite_ahead(k)

    def _by_form(self, words: Words, k: int) -> bool | None:
        """Words that can be nothing else, and -ing forms."""
        c, near = words.bits[k], words.near
        if measured(words, k) and words.lower(k) in (self._gerunds if near == "N" else self._sectors) and _gapped(words):
            return False
        if near in NOMINAL and words.lower(k) in self._gerunds and words.ahead(k + 1) & lx.PARTICLE:
            if measured(words, k + 1):
                return False  # "with equipment manufacturing up 11.4 percent"
        if not c & (lx.ANY_NOUN | lx.UNKNOWN | lx.ADJ):
            return not (c & lx.PARTICIPLE and not c & lx.ING and near == "I" and words.noun_follows(k))
        if words.lower(k) in self._adjoining and words.fixed.get(words.start + k + 1) == "L":
            return False  # "in neighbouring Sweden"
        if near in {"I", "S"} and c & lx.ING and words.lower(k - 1) in self._openers:
            if self._lexicon.lemma(words.lower(k), lx.ING) in self._announcing and words.noun_follows(k):
                return True  # "climbed after reporting profit of 4 million"
        if near == "I":
            moved = words.lower(k) in self._moving and not self._behind.noun_sign(words, k) and not words.noun_follows(k)
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
        if near in NOMINAL and word in self._frame_verbs and self._behind.quantity(words, k, past_prepositions=True):
            return True  # "with Italy accounting for 4,597"
        absolute = (near in NOMINAL or (near == "R" and words.previous in NOMINAL)) and measured(words, k) and k > 1
        if absolute and any(words.lower(n) in self._with for n in range(max(0, k - 4), k)):
            return True  # "with Uganda taking 2 million tonnes"
        if near in NOMINAL and word in self._moving and not self._behind.noun_sign(words, k):
            return not words.noun_follows(k)  # "sees harvest doubling"
        dated = words.fixed.get(words.start + k + 1) == "Z"  # ", taking this year's losses to 22 percent"
        opens = dated or words.ahead(k + 1) & (lx.PLURAL | lx.POSSESSIVE)
        opens = opens and self._lexicon.lemma(word, lx.ING) in self._extending
        if near in {",", "", "C"} and opens:
            return True  # ", taking losses for the year to 18 percent"
        meets = near in {",", "R"} and words.previous == "," and self._lexicon.lemma(word, lx.ING) in self._meeting
        if meets and words.ahead(k + 1) & lx.PLURAL:
            return True  # ", also topping forecasts of 8 million"
        object_follows = words.ahead(k + 1) & _OPENS_OBJECT or words.fixed.get(words.start + k + 1) == "Q"
        return near in {",", "", "("} and bool(object_follows or not words.bits[k] & (lx.ANY_NOUN | lx.UNKNOWN))

    def _after_auxiliary(self, words: Words, k: int) -> int:
        """The forms that the nearest auxiliary takes: "had cash" has none, "had risen", "is rising", "will rise" have."""
        back = next((n for n, tag in enumerate(reversed(words.tags), 1) if tag == "M"), 1)
        auxiliary = self._lexicon.classes(words.lower(k - back))
        if auxiliary & lx.HAVE:
            return lx.PARTICIPLE
        return lx.PARTICIPLE | lx.ING if auxiliary & lx.BE else lx.BASE


def _gapped(words: Words) -> bool:
    """"Household spending rose 0.4% and government spending 0.7%": a second number of the verb before."""
    back = len(words.tags)
    while back and words.tags[back - 1] in "NJ":
        back -= 1
    joined = back > 1 and words.tags[back - 1] in {"C", ","}
    return joined and "V" in words.tags and "".join(words.tags[: back - 1]).rstrip("IZz").endswith(("Q", "q"))
