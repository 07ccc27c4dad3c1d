"""Which quantities state a fact at all."""

from __future__ import annotations

from extractor.language.tokens import Tokens
from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable
from extractor.link.syntax.clauses import subject_of
from extractor.match.mentions import QuantityMention, RegionMention

_SMALL = 10
_MODEL_DIGITS = 3
_OLDEST = 120
_FACTS = 12  # facts in which a count was told already
_NEAR = 12  # chunks between a measured time and the noun that it measures


class Screen:
    """Keeps durations, vague numbers and mere references out."""

    def __init__(self, table: FrameTable) -> None:
        self._table = table

    def without_models(
        self, tokens: Tokens, quantities: list[QuantityMention], regions: list[RegionMention]
    ) -> list[QuantityMention]:
        """The quantities without "Boeing 737", and without "a new 737 jet" once a 737 was named so."""
        rest = [
            quantity
            for quantity in quantities
            if not self._names_model(tokens, quantity, regions) and not self._titled(tokens, quantity)
        ]
        counting = {tokens.words[quantity.number[0]] for quantity in rest}
        figures = {word for word in counting if len(word) >= _MODEL_DIGITS and word.isdigit()}
        if not figures:
            return rest
        named = {word for i, word in enumerate(tokens.words) if word in figures and i and self._is_name(tokens, i - 1)}
        if not self._table.cues["planemaker"].isdisjoint(tokens.lower):
            planes = self._table.cues["plane"]
            rest = [quantity for quantity in rest if not self._plane(tokens, quantity, planes)]
        return [quantity for quantity in rest if not (named and self._named_number(tokens, quantity, named))]

    def _titled(self, tokens: Tokens, quantity: QuantityMention) -> bool:
        """"the thriller Seven Doors", "Four Weddings": a number word and what it counts with capitals, inside a sentence."""
        (first, last), noun = quantity.number, quantity.noun
        if noun is None or tokens.sentences[tokens.sentence_of[first]].kind != "prose" or self._begins(tokens, first):
            return False
        spelled = all(word.isalpha() and word.istitle() for word in tokens.words[first:last])
        opens = tokens.words[first - 1] in self._table.cues["quote_mark"] and self._begins(tokens, first - 1)
        return spelled and not opens and all(word[0].isupper() for word in tokens.words[noun[0] : noun[1]])

    def _plane(self, tokens: Tokens, quantity: QuantityMention, planes: frozenset[str]) -> bool:
        """"Boeing shows a stretched-out 767", "the 757 cabin": no plural that the number could count."""
        if tokens.words[quantity.number[0]] not in planes or not self._bare_number(tokens, quantity):
            return False
        noun, unit, start = quantity.noun, quantity.unit, quantity.start
        if noun is not None and unit is not None:
            return tokens.lower[noun[1] - 1] == unit.name
        described = start > 1 and tokens.words[start - 2] == "-" and tokens.glued(start - 1)
        return described or (start > 0 and tokens.lower[start - 1] in self._table.cues["before_adjacent"])

    def _named_number(self, tokens: Tokens, quantity: QuantityMention, named: set[str]) -> bool:
        """The number of a name before a noun in the singular, which no number counts."""
        if tokens.words[quantity.number[0]] not in named or not self._bare_number(tokens, quantity):
            return False
        noun, unit, start, end = quantity.noun, quantity.unit, quantity.start, quantity.end
        if noun is not None and unit is not None:
            return tokens.lower[noun[1] - 1] == unit.name
        attribute = start > 0 and tokens.lower[start - 1] in self._table.cues["before_adjacent"]
        return attribute and end < len(tokens) and tokens.words[end].isalpha()

    def _is_name(self, tokens: Tokens, i: int) -> bool:
        word = tokens.words[i]
        return word.isalpha() and word != word.lower() and not self._begins(tokens, i)

    def _bare_number(self, tokens: Tokens, quantity: QuantityMention) -> bool:
        """One token of digits, without a unit that is no noun."""
        first, last = quantity.number
        counted = quantity.unit is None or quantity.unit.noun
        printed = tokens.words[first].replace(".", "", 1).isdigit() and last - first == 1 and first == quantity.start
        return printed and quantity.form == "amount" and counted

    def _names_model(self, tokens: Tokens, quantity: QuantityMention, regions: list[RegionMention]) -> bool:
        """"Boeing 737", "iPhone 3.0", "Ford Five Hundred": a bare number right behind a name is part of it."""
        first, last = quantity.number
        if not first or not self._is_name(tokens, first - 1):
            return False
        if any(region.start < first <= region.end for region in regions) or self._placed(tokens, quantity):
            return False
        prose = tokens.sentences[tokens.sentence_of[first]].kind == "prose"
        if prose and quantity.unit is None and all(word.istitle() for word in tokens.words[first:last]):
            return True
        spelled = all(word.isalpha() and word.istitle() for word in tokens.words[first:last])
        if spelled and last < len(tokens) and tokens.words[last].islower():
            return True  # "the Form Four examinations"
        if not self._bare_number(tokens, quantity):
            return False
        after = quantity.noun[0] if quantity.noun is not None else last
        if quantity.noun is None and tokens.lower[after : after + 1] and tokens.lower[after] in self._table.cues["and"]:
            return False  # "Harju with 18, Tartu 12 and Valga 11"
        return after < len(tokens) and (quantity.noun is not None or tokens.words[after][0].isalpha())

    def _placed(self, tokens: Tokens, quantity: QuantityMention) -> bool:
        """"In Porvin 27 shops closed": a place, and things counted in the plural."""
        at, noun, unit = quantity.number[0] - 2, quantity.noun, quantity.unit
        if noun is None or unit is None or at < 0 or tokens.lower[noun[1] - 1] == unit.name:
            return False
        return tokens.lower[at] in self._table.cues["in"]

    def _begins(self, tokens: Tokens, i: int) -> bool:
        """The token opens a sentence, so that its capital says nothing."""
        return any(sentence.start == i for sentence in tokens.sentences[tokens.sentence_of[i] :][:1])

    def is_fact(self, clauses: Clauses, k: int) -> bool:
        """False for "five years", "hundreds of", "the two countries"."""
        quantity = clauses.chunks[k].quantity
        assert quantity is not None
        if quantity.vague or (
            quantity.end - quantity.start == 1 and clauses.tokens.lower[quantity.start] in self._table.cues["no_number"]
        ):
            return False
        start = quantity.start
        if quantity.value == 0 and quantity.noun is not None and clauses.tokens.words[start].isalpha():
            return False  # "had zero enrolment"
        if start > clauses.sentence.start and clauses.tokens.lower[start - 1] in self._table.cues["per"]:
            return False  # the denominator of "patents per 10,000 people"
        if self._odds(clauses, quantity) or self._rate_note(clauses, k):
            return False
        if start > clauses.sentence.start + 1 and self._for_every(clauses, start):
            return False
        if self._numbering(clauses, k) or self._age(clauses, k) or self._numbered(clauses, k):
            return False
        unit = quantity.unit
        if unit is not None and unit.name in self._table.cues["age_unit"]:
            return self._measured_time(clauses, k, "age_metric")
        if unit is not None and unit.dimension == "time" and unit.per_name is None:
            return self._measured_time(clauses, k) or self._days_lost(clauses, k)
        if self._spell(clauses, quantity) or self._hyphenated_count(clauses, k) or self._speakers(clauses, k):
            return False
        return not self._points_back(clauses, k)

    def _odds(self, clauses: Clauses, quantity: QuantityMention) -> bool:
        """"19 times out of 20": how sure a survey is."""
        lower, cues, start, end = clauses.tokens.lower, self._table.cues, quantity.start, quantity.end
        named = lower[end - 1] in cues["times_word"] and end < len(lower) and lower[end] in cues["two_word_preposition"]
        before = start > 2 and lower[start - 1] in cues["of"] and lower[start - 2] in cues["two_word_preposition"]
        return named or (before and lower[start - 3] in cues["times_word"])

    def _spell(self, clauses: Clauses, quantity: QuantityMention) -> bool:
        """"two consecutive quarters": how long something lasted."""
        noun, value = quantity.noun, quantity.value
        few = value is not None and value <= _SMALL and value == value.to_integral_value()
        last = clauses.tokens.lower[noun[1] - 1] if noun is not None else ""
        first = clauses.tokens.lower[quantity.number[1]] if quantity.number[1] < clauses.sentence.end else ""
        return few and (last in self._table.cues["spell_noun"] or first in self._table.cues["in_a_row"])

    def _rate_note(self, clauses: Clauses, k: int) -> bool:
        """"($1 = 29.86 Taiwan dollars)": the left side of a note says in what the right side is."""
        end = clauses.chunks[k].end
        return end < clauses.sentence.end and clauses.tokens.lower[end] in self._table.cues["equals"]

    def _for_every(self, clauses: Clauses, start: int) -> bool:
        """The denominators of "for every 100 women there are 97 men", "22 of every 100 boxes"."""
        lower, cues = clauses.tokens.lower, self._table.cues
        return lower[start - 1] in cues["every"] and (lower[start - 2] in cues["for"] or lower[start - 2] in cues["of"])

    def _numbering(self, clauses: Clauses, k: int) -> bool:
        """"4." before a paragraph, or a line that is only a number."""
        return len(clauses.chunks) <= 2 and clauses.chunks[k].quantity is not None and self._bare(clauses, k)

    def _speakers(self, clauses: Clauses, k: int) -> bool:
        """"two industry sources said": a few people who say the sentence."""
        quantity = clauses.chunks[k].quantity
        few = quantity is not None and quantity.noun is not None and quantity.value is not None and quantity.value <= _SMALL
        return few and clauses.kind(k + 1) == "vg" and clauses.word(k + 1) in self._table.cues["say"] and k > 0

    def _hyphenated_count(self, clauses: Clauses, k: int) -> bool:
        """"a two-wheeler maker", "the 30-share index": a count inside a compound says what kind of thing it is."""
        quantity = clauses.chunks[k].quantity
        if quantity is None or quantity.unit is None or not quantity.unit.noun or quantity.noun is None:
            return False
        hyphen = quantity.number[1]
        return hyphen < quantity.end and clauses.tokens.words[hyphen] == "-" and clauses.tokens.glued(hyphen)

    def _bare(self, clauses: Clauses, k: int) -> bool:
        quantity = clauses.chunks[k].quantity
        return quantity is not None and quantity.noun is None and (quantity.unit is None or quantity.elided)

    def _age(self, clauses: Clauses, k: int) -> bool:
        """"Alma Whitfield, 61," and "those aged 60": a bare small number beside a person."""
        quantity = clauses.chunks[k].quantity
        assert quantity is not None
        if not self._bare(clauses, k) or quantity.value is None or not 0 < quantity.value < _OLDEST:
            return False
        cues = self._table.cues
        if clauses.word(k - 1) in cues["aged"] or clauses.word(k - 1) in cues["age_verb"]:
            return True
        if clauses.word(k - 1) in cues["than"] and clauses.word(k - 2) in cues["age_comparative"]:
            return True  # "bakers older than 50"
        bounded = clauses.kind(k - 1) == "prep" and clauses.kind(k + 1) in {"", ",", ".", ";"}
        if bounded and clauses.word(k - 2) in cues["be"]:  # "One in three victims was over 60"
            subject = subject_of(clauses.chunks, k - 2)
            who = clauses.chunks[subject.head] if subject is not None else None
            people = who is not None and clauses.tokens.lower[who.end - 1] in cues["aged_people"]
            if people and clauses.word(k - 1) in cues["age_limit"]:
                return True
        last = clauses.tokens.lower[clauses.chunks[k - 2].end - 1] if k > 1 else ""
        if clauses.word(k - 1) in cues["under"] and last in cues["young"]:
            return True  # "children under five"
        if clauses.word(k - 1) in cues["of"] and clauses.word(k - 2) in cues["person_noun"]:
            return clauses.kind(k + 1) in {"", ",", ".", ";", "conj", "vg", "prep"}  # "a woman of 34"
        if clauses.word(k - 1) in cues["be"] and clauses.word(k - 2) in cues["who"]:
            return clauses.kind(k + 1) in {"", ",", ".", ";", "conj"}  # "a farmer who is 38"
        if clauses.word(k - 1) in cues["at"] and clauses.kind(k - 2) == "," and clauses.kind(k + 1) == ",":
            return clauses.kind(k - 3) == "conj"  # "a grandson of the founder and, at 71, the oldest"
        name = clauses.chunks[k - 2] if k >= 2 else None
        if clauses.kind(k - 1) != "," or clauses.kind(k + 1) not in {",", "."} or name is None or name.regions:
            return False
        person = name.form == "name" or name.word in cues["person_noun"]
        return person and quantity.value == quantity.value.to_integral_value()

    def _numbered(self, clauses: Clauses, k: int) -> bool:
        """"Bus 42 was late": a bare noun that opens the sentence, its number, and the verb."""
        first = clauses.chunks[0]
        alone = first.kind == "np" and first.end - first.start == 1 and first.form == "name" and not first.regions
        opens = k == 1 and alone and first.end == clauses.chunks[1].start and clauses.kind(2) == "vg"
        return opens and self._bare(clauses, k) and clauses.sentence.kind == "prose"

    def _measured_time(self, clauses: Clauses, k: int, cue: str = "timed") -> bool:
        """A duration is a fact only as what a metric is: "an average wait of 5 hours", "4.7 months of import cover"."""
        chunks, timed = clauses.chunks, self._table.cues[cue]
        if clauses.kind(k + 1) == "prep" and clauses.kind(k + 2) == "np" and clauses.word(k + 2) in timed:
            return True
        if clauses.word(k - 1) in self._table.cues["of"] and clauses.word(k - 2) in self._table.cues["mean"]:
            return clauses.kind(k - 3) == "vg"  # "took an average of 47 minutes"
        at = k - 1
        while at >= 0 and chunks[at].kind not in {";", "."}:
            if chunks[at].kind == "np" and any(
                word in timed for word in clauses.tokens.lower[chunks[at].start : chunks[at].end]
            ):
                return k - at <= _NEAR
            at -= 1
        return False

    def _days_lost(self, clauses: Clauses, k: int) -> bool:
        """"59,000 working days were lost to strikes"."""
        quantity, lost = clauses.chunks[k].quantity, self._table.cues["lost"]
        named = quantity is not None and quantity.noun is not None and quantity.noun[1] - quantity.noun[0] > 1
        return named and (clauses.word(k + 1) in lost or clauses.word(k - 1) in lost)

    def _points_back(self, clauses: Clauses, k: int) -> bool:
        """"the two countries", "all five members", "any two towns", "from one family": known or no particular things."""
        chunk = clauses.chunks[k]
        quantity = chunk.quantity
        assert quantity is not None
        if quantity.noun is None or quantity.value is None or quantity.form != "amount":
            return False
        if quantity.value > _SMALL:
            again = any(fact.quantity.value == quantity.value and fact.quantity.noun for fact in clauses.history[-_FACTS:])
            articled = chunk.start > 0 and clauses.tokens.lower[chunk.start - 1] in self._table.cues["definite"]
            return again and articled and clauses.kind(k - 2) != "q"  # "New York led the 20 cities"
        before = clauses.word(k - 1)
        if quantity.value == 1 and quantity.modifier == ">" and clauses.tokens.lower[quantity.start].isalpha():
            return True  # "more than one treatment": several
        part = before in self._table.cues["of"] and clauses.kind(k - 2) == "q"  # "seven members of one family"
        if quantity.value == 1 and clauses.kind(k - 1) == "prep" and (part or before in self._table.cues["one_of_kind"]):
            return quantity.number == (quantity.start, quantity.start + 1) and clauses.tokens.lower[quantity.start].isalpha()
        if chunk.start == 0 or (clauses.kind(k - 1) == "prep" and clauses.kind(k - 2) == "q"):
            return False  # "seven of its nine members"
        nearest = clauses.tokens.lower[chunk.start - 1]
        return nearest in self._table.cues["definite"] or nearest in self._table.cues["any_number"]
