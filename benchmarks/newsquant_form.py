"""From mentions to the rows of NewsQuant: its unit names, its labels of change, its concepts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from decimal import Decimal
from itertools import pairwise

from newsquant_concepts import Concepts

from extractor.language.lexicon import ADVERB, ING, NOUN, Lexicon
from extractor.language.tokens import Tokens
from extractor.link.frames import VerbRow
from extractor.match.mentions import DateMention, QuantityMention
from extractor.records import plain
from extractor.rules import RuleSet

UNITS = {
    "percent": "percentage",
    "times": "count",
    "ratio": "% -",
    "australian dollar": "australian dollar",
    "yuan": "chinese yuan",
    "yen": "japanese yen",
    "pound/GBP": "pound sterling",
    "pound/[lb_av]": "pound-mass",
    "ounce": "ounce",
    "ringgit": "malaysian ringgit",
    "won": "south korean won",
    "real": "brazilian real",
    "rand": "south african rand",
    "franc": "swiss franc",
    "colon": "costa rican colón",
    "kip": "lao kip",
    "kuna": "croatian kuna",
    "lira": "turkish lira",
    "peso/PHP": "philippine peso",
    "penny": "penny",
    "degree Celsius": "celsius",
    "degree Fahrenheit": "fahrenheit",
    "mile per hour": "mile per hour",
    "kilometer per hour": "kilometre per hour",
    "meter per second": "metre per second",
    "British thermal unit": "british thermal unit",
    "million British thermal units": "mega british thermal unit",
    "part per billion": "parts-per-billion",
    "part per million": "parts-per-million",
    "revolution per minute": "revolutions per minute",
    "pound-foot": "pound-foot",
    "metric horsepower": "horsepower",
    "newton meter": "newton metre",
    "person": "people",
    "pound per square inch": "pound-force per square inch",
}
# Where the benchmark keeps apart what the extractor calls one unit: (its name, a piece of what is printed) -> unit.
PRINTED = {
    ("horsepower", "bhp"): "brake horsepower",
    ("tonne", "metric ton"): "metric ton",
    ("tonne", "t"): "metric ton",
    ("pound-foot", "lb-ft"): "foot pound-force",
}
BEST = {"best": "good", "better": "good", "proudest": "proud", "largest": "large"}
SPELLING = {"meter": "metre", "liter": "litre"}
CHANGES = {"=": "=", "~": "~", ">": ">", ">=": ">", "<": "<", "<=": "<"}
# Rows that drop a figure because it is part of a name: "S&P 500", "iPhone 11".
NAMED = {"proper_name", "index_name", "strong_label", "name_behind", "airliner", "version", "model_number"}
MOVES = ("up", "down")
LISTED = frozenset("and , the in for by while".split())
GENERATION = re.compile(r"([2-6])G")
STOP = frozenset("more other additional such the a an of and very most".split())
UP = frozenset(
    "up rose rise rises risen rising gained gain gains gaining jumped jump jumps advanced climbed climb surged added adding "
    "increased increase increases increasing grew grow grown growing soared higher boosted rallied raised boost improved "
    "strengthened upward upwards".split()
)
DOWN = frozenset(
    "down fell fall falls fallen falling lost lose losing dropped drop drops dropping slid slide slipped declined decline "
    "declines declining decreased decrease dipped lower shed plunged plummeted plummeting tumbled cut slumped sank "
    "retreated reduced reduce weakened eased downward downwards decreasing".split()
)
# Verbs of movement that often only have an object: "went 5 miles", "recovered 6 bodies".
STILL = set("go move pick shoot speed firm progress recover double triple treble quadruple quintuple halve melt".split())
# "gave up 500 yards", "make up 20 percent"; "add ten users" moves nothing by ten.
MADE = frozenset("gave given give giving only make makes made making".split())
TRANSITIVE = frozenset("added adding cut shed raise raised reduced reduce boosted boost lost lose losing".split())
NEUTRAL = frozenset(
    "by about around nearly almost some more than as much only just another roughly under over a further".split()
)


class Mapper:
    """Writes mentions as the benchmark does."""

    def __init__(self, rules: RuleSet, lexicon: Lexicon, singular: Callable[[str], str]) -> None:
        self._lexicon, self._singular = lexicon, singular
        verbs = rules.rows("frames", "verb", VerbRow)
        moves = [lexicon.forms_of(set(verbs[name].lemmas) - STILL) - {"up", "down"} for name in ("rise", "fall")]
        self._up, self._down = UP | moves[0], DOWN | moves[1]
        self._concepts = Concepts(lexicon)

    def rows(
        self,
        tokens: Tokens,
        mentions: list[QuantityMention],
        dates: list[DateMention],
        dropped: list[tuple[int, int, str]],
        linked: dict[int, list[tuple[int, int]]],
    ) -> list[dict[str, object]]:
        """One row a quantity; conversions in brackets are rows of their own.

        ``linked`` says by the first character of a quantity what the fact about it is of.
        """
        rows = []
        spans = [(mention.start, mention.end) for mention in mentions] + [(date.start, date.end) for date in dates]
        named = {bisect_left(tokens.starts, span[0]) for span in dropped if span[2].removeprefix("quantities.") in NAMED}
        self._concepts.begin(spans, named)
        self._whole = _wholes(tokens, mentions)
        last: tuple[QuantityMention, str] | None = None
        for mention in _joined(tokens, mentions):
            if mention.form == "rank" or (
                mention.form == "multiple" and mention.unit and "numbers.multiples" in mention.rules
            ):
                continue
            if mention.form == "multiple" and tokens.lower[mention.end - 1] in {"twice", "thrice"}:
                continue
            concept = self._concepts.of(tokens, mention, linked.get(mention.start_char, []))
            change = self._change(tokens, mention)
            if change not in MOVES and last is not None and last[1] in MOVES and self._shared(tokens, last[0], mention):
                change = last[1]
            last = (mention, change)
            for amount in (mention, *mention.equivalents):
                unit = self._unit(tokens, amount)
                if unit.startswith("% ") and unit != "% -":
                    concept = ["-"]  # the whole is in the unit
                rows.append(
                    {"value": _value(amount), "unit": unit, "change": change, "concept": concept}
                )
        rows += [row for span in dropped if (row := self._one_of(tokens, span, mentions))]
        rows += [
            {"value": found[1], "unit": "generation wireless", "change": "=", "concept": self._concepts.around(tokens, i)}
            for i, word in enumerate(tokens.words)
            if (found := GENERATION.fullmatch(word))
        ]
        return rows

    def _unit(self, tokens: Tokens, mention: QuantityMention) -> str:
        unit = mention.unit
        if unit is None:
            return "-"
        if mention.form == "fraction":
            return "% " + self._part_noun(tokens, mention)
        if unit.noun and mention.noun:
            name = self._noun(tokens, *mention.noun)
            if mention.start and tokens.lower[mention.start - 1] in {"top", "record"}:
                name = f"{tokens.lower[mention.start - 1]} {name}"
        else:
            name = UNITS.get(f"{unit.name}/{unit.code}") or UNITS.get(unit.name) or _british(unit.name)
        printed = tokens.quote(mention.start, mention.end).lower()
        for (plain_name, piece), other in PRINTED.items():
            if unit.name == plain_name and piece in printed:
                name = other
        if mention.unit and unit.name == "penny" and tokens.lower[mention.end - 1] == "p":
            name = "point"
        if unit.per_name:
            per = UNITS.get(unit.per_name) or _british(unit.per_name)
            name += " per " + (per if unit.per_value == 1 else f"{plain(unit.per_value or Decimal(1))} {per}")
        return name

    def _noun(self, tokens: Tokens, start: int, end: int) -> str:
        """The noun group with its head in the singular and stop words out; hyphened words stay one."""
        words: list[str] = []
        for i in range(start, end):
            word = tokens.words[i]
            if word == "-" or (words and words[-1].endswith("-")):
                words[-1] += word
            elif tokens.lower[i] not in STOP:
                words.append(BEST.get(tokens.lower[i], word))
        head = tokens.lower[end - 1]
        if words:
            singular = self._singular(head)
            words[-1] = words[-1] if "-" in words[-1] else UNITS.get(singular, singular) if head == "people" else singular
        return " ".join(words)

    def _part_noun(self, tokens: Tokens, mention: QuantityMention) -> str:
        counted = self._whole.get(mention.end)
        group = counted or self._concepts.group_after(tokens, mention.end)
        if tokens.lower[mention.end] == "those" or tokens.lower[mention.end + 1 : mention.end + 2] == ["those"]:
            return "-"
        if group and not counted and self._lexicon.classes(tokens.lower[group[0]]) & ING:
            return "-"  # "half occurring in winter"
        return self._noun(tokens, *group) if group else "-"

    def _change(self, tokens: Tokens, mention: QuantityMention) -> str:
        """The direction of the verb or particle that touches the amount, else its modifier."""
        lower = tokens.lower
        if mention.sign and mention.value is not None and mention.value >= 0:
            return "up" if mention.sign > 0 else "down"
        at = mention.start - 1
        steps = 0
        if lower[at] in {"a", "an", "the"} and at >= 0 and self._before_noun(tokens, mention.end):
            return CHANGES[mention.modifier]  # "dropped a 12-point lead"
        while at >= 0 and lower[at] in NEUTRAL and steps < 4:
            at, steps = at - 1, steps + 1
        if lower[max(mention.start - 1, 0)] == "by" and not (at >= 0 and lower[at] in self._up | self._down):
            at = next((i for i in range(at, max(at - 12, -1), -1) if lower[i] in self._up | self._down), at)
        if at >= 0 and (lower[at - 1] in MADE or (mention.noun and lower[at] in TRANSITIVE)):
            return CHANGES[mention.modifier]
        if any(
            word in {"averaged", "averaging", "barely"} for word in lower[max(0, mention.start - 1) : mention.start]
        ):
            return "~"
        if mention.modifier in ("<=", ">=") and lower[max(0, mention.start - 1)] == "as":
            return "="  # "as many as", "as low as"
        if at >= 0 and lower[at] in self._up | self._down:
            return "up" if lower[at] in self._up else "down"
        after = lower[mention.end] if mention.end < len(lower) else ""
        if after in {"higher", "lower"}:
            return "up" if after == "higher" else "down"
        return CHANGES[mention.modifier]

    def _shared(self, tokens: Tokens, first: QuantityMention, second: QuantityMention) -> bool:
        """The same movement: "fell 54 cents, or 0.8 percent", "rose 2 percent in Oslo and 3 percent in Cork"."""
        between = tokens.lower[first.end : second.start]
        units = (first.unit and first.unit.name, second.unit and second.unit.name)
        if between[:2] == [",", "or"] or (between[:1] == ["or"] and units[0] != units[1]):
            return all(word in NEUTRAL | {"or", ","} for word in between)
        if units[0] != units[1] or not 0 < len(between) <= 6 or not {"and", ","} & set(between) or "to" in between:
            return False
        names = all(tokens.words[i][0].isupper() or tokens.lower[i] in LISTED for i in range(first.end, second.start))
        return names and second.modifier == "="

    def _before_noun(self, tokens: Tokens, at: int) -> bool:
        """Whether a noun follows: the amount describes it."""
        bits = self._lexicon.classes(tokens.lower[at]) if at < len(tokens) else 0
        return bool(bits & NOUN) and not bits & ADVERB

    def _one_of(
        self, tokens: Tokens, span: tuple[int, int, str], mentions: list[QuantityMention]
    ) -> dict[str, object] | None:
        """ "one of the best speakers" counts one of them here."""
        if not span[2].endswith("pronoun_one"):
            return None
        at = tokens.starts.index(span[0]) + 1
        if at + 1 >= len(tokens) or tokens.lower[at] != "of":
            return None
        whole = next((m.noun for m in mentions if m.noun and at < m.start <= at + 3), None)
        group = whole or self._concepts.group_after(tokens, at)
        return {"value": "1", "unit": self._noun(tokens, *group) if group else "-", "change": "=", "concept": ["-"]}


def _british(name: str) -> str:
    return re.sub(r"(meter|liter)\b", lambda found: SPELLING[found[1]], name)


def _wholes(tokens: Tokens, mentions: list[QuantityMention]) -> dict[int, tuple[int, int]]:
    """The end of a fraction -> the noun that the whole behind it counts: "half of the combined 4,000 bread orders"."""
    found = {}
    for part, whole in pairwise(mentions):
        if part.form == "fraction" and whole.noun and whole.start - part.end <= 4 and tokens.lower[part.end] == "of":
            found[part.end] = whole.noun
    return found


def _value(mention: QuantityMention) -> str:
    if mention.value is not None:
        return plain(mention.value)
    return f"{plain(mention.low or Decimal(0))}-{plain(mention.high or Decimal(0))}"


def _joined(tokens: Tokens, mentions: list[QuantityMention]) -> list[QuantityMention]:
    """ "from $36 to $34" is one range here, written in the order of the text."""
    rows: list[QuantityMention] = []
    for mention in mentions:
        last = rows[-1] if rows else None
        if last is not None and _from_to(tokens, last, mention):
            last.low, last.high, last.value, last.end = last.value, mention.value, None, mention.end
            last.modifier = "~" if last.modifier == "~" else "="
            continue
        rows.append(mention)
    return rows


def _from_to(tokens: Tokens, first: QuantityMention, second: QuantityMention) -> bool:
    if first.value is None or second.value is None:
        return False
    start = first.start
    while start > 0 and tokens.lower[start - 1] in NEUTRAL | {"up", "to"} and start > first.start - 3:
        start -= 1
    before = tokens.lower[start - 1] if start else ""
    names = (first.unit and first.unit.name, second.unit and second.unit.name)
    return before == "from" and "to" in tokens.lower[first.end : second.start] and names[0] == names[1]
