"""The quantity stage: one cheap pass for candidates, then a grammar around each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import compress

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.match.mentions import DateMention, QuantityMention
from extractor.match.numbers.grammar import Number, NumberGrammar
from extractor.match.numbers.style import read_style
from extractor.match.numbers.table import Atom, NumberTable
from extractor.match.numbers.vocabulary import NumberWords
from extractor.match.quantities.ages import Ages
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.drops import Drops
from extractor.match.quantities.durations import Durations
from extractor.match.quantities.measure import Measure
from extractor.match.quantities.modifiers import Modifiers
from extractor.match.quantities.neighbours import Neighbours
from extractor.match.quantities.nouns import NounGroups
from extractor.match.quantities.parts import Parts
from extractor.match.quantities.phones import Phones
from extractor.match.quantities.ranges import Ranges
from extractor.match.quantities.ranks import Ranks
from extractor.match.quantities.units import UnitTable
from extractor.rules import Row, RuleSet

Dropped = tuple[int, int, str]
_BLOCKING = frozenset({"time", "base", "duration"})
_PHYSICAL = frozenset({"length", "area", "volume", "mass", "energy", "power", "speed", "ratio"})


class QuantityMatcher:
    """Finds quantities in tokens.

    >>> from extractor.language.sentences import SentenceSplitter
    >>> from extractor.language.tokenizer import build_tokenizer
    >>> from extractor.language.tokens import TokenReader
    >>> rules = RuleSet.load(); reader = TokenReader(build_tokenizer(rules))
    >>> tokens = reader.read("Sales rose 5 percent to $3 billion.")
    >>> SentenceSplitter(rules).split(tokens, [])
    >>> mentions, dropped = QuantityMatcher(rules, Lexicon(rules)).match(tokens, [])
    >>> [(m.value, m.unit.name) for m in mentions]
    [(Decimal('5'), 'percent'), (Decimal('3000000000'), 'dollar')]
    """

    def __init__(self, rules: RuleSet, lexicon: Lexicon) -> None:
        words = NumberWords.load(rules)
        rules.rows("quantities", "pattern", Row)
        self._grammar = NumberGrammar(words)
        self._units = UnitTable(rules)
        nouns = NounGroups(rules, lexicon)
        self.singular = nouns.singular
        self._modifiers = Modifiers(rules)
        self._measure = Measure(rules, words, self._grammar, self._units, nouns, self._modifiers)
        self._ranges = Ranges(rules, self._grammar, self._measure)
        self._parts = Parts(rules, words, self._grammar, self._units, self._modifiers)
        self._ranks = Ranks(rules, words, lexicon)
        self._ages = Ages(rules, self._units)
        self._drops = Drops(rules, lexicon)
        self._neighbours = Neighbours(rules, self._measure.per)
        self._times = words.among("times")
        self._phones = Phones("quantities.phone")
        self._durations = Durations(rules)

    @property
    def number_table(self) -> NumberTable:
        """What each word type is as a number."""
        return self._grammar.table

    def match(
        self, tokens: Tokens, dates: Iterable[DateMention] = (), country: str | None = None
    ) -> tuple[list[QuantityMention], list[Dropped]]:
        """All quantities in order, and what looked like one and was dropped: (start char, end char, rule)."""
        table = self._grammar.table
        atoms = list(map(table.__getitem__, tokens.lower))
        candidates = list(compress(range(len(atoms)), atoms))
        if not candidates:
            return [], []
        blocked = bytearray(len(tokens))
        for date in dates:
            if date.role in _BLOCKING and not self._measures(tokens, atoms, date):
                blocked[date.start : date.end] = b"\1" * (date.end - date.start)
        dropped = self._phones.block(tokens, atoms, candidates, blocked)
        country = self._units.home(tokens.words, country)
        view = View(tokens, atoms, blocked, read_style(tokens, atoms, candidates), country)
        mentions: list[QuantityMention] = []
        for first, last, view.kind, inside in _by_sentence(tokens, candidates):
            amounts = self._sentence(view, first, last, inside, dropped)
            mentions += [amount.mention(tokens) for amount in amounts]
        return mentions, dropped

    def _measures(self, tokens: Tokens, atoms: list[Atom | None], date: DateMention) -> bool:
        """A figure alone that reads as a year but has a unit behind it: "the 1987 sq m hall"."""
        if date.role == "duration":
            return self._durations.measures(tokens, atoms, date)
        if date.end - date.start > 1 or atoms[date.start] is None or date.end >= len(tokens):
            return False
        if tokens.lower[date.end] in self._times and date.end + 1 < len(tokens) and atoms[date.end + 1] is not None:
            return True  # "1920 x 1080 pixels"
        found = self._units.after(tokens, date.end, len(tokens), None)
        return found is not None and found[1].row.dimension in _PHYSICAL

    def _sentence(self, view: View, first: int, last: int, inside: list[int], dropped: list[Dropped]) -> list[Amount]:
        amounts: list[Amount] = []
        done, view.ranged = first, False
        for i in inside:
            if i < done or view.blocked[i]:
                continue
            view.first, view.floor, view.limit = first, done, last
            number = self._grammar.read(view.tokens, view.atoms, i, last, view.style)
            amount = self._amount(view, number) if number else None
            if amount is None:
                continue
            if self._ranges.into_blocked(view, amount):
                continue
            rule = None if amount.form in ("rank", "multiple") else self._drops.rule(view, amount)
            # no comma in it: not "under 16 and 61,000"
            plain = not amount.measured and view.tokens.words[amount.number[0]].isdigit()
            if rule is None and dropped and plain and self._ranges.joined(view, amount, dropped[-1][1]):
                rule = dropped[-1][2]
            if rule is not None:
                dropped.append((*view.tokens.span(*amount.number), rule))
                done = amount.number[1]
                continue
            self._modifiers.attach(view, amount)
            amounts.append(amount)
            done, view.ranged = amount.end, amount.low is not None
        if len(amounts) > 1:
            view.floor, view.limit = first, last
            amounts = self._neighbours.equivalents(view, amounts)
            self._neighbours.elide(view, amounts)
        return amounts

    def _amount(self, view: View, number: Number) -> Amount | None:
        """The amount of one number, by the form of the number."""
        if number.form == "ordinal":
            return self._ranks.ordinal(view, number) or self._parts.ordinal(view, number)
        if number.form == "multiple":
            return self._parts.multiple(view, number)
        if number.form == "fraction":
            measured = self._measure.read(view, number) if number.digits else None
            if measured is not None and measured.measured:
                return measured
            return self._parts.fraction(view, number)
        amount = self._ranks.cardinal(view, number) or self._parts.one_in(view, number)
        if amount is None:
            amount = self._measure.read(view, number)
            self._ranges.extend(view, amount)
            self._ages.attach(view, amount)
        return amount


def _by_sentence(tokens: Tokens, candidates: list[int]) -> Iterable[tuple[int, int, str, list[int]]]:
    """Candidates grouped by sentence, with the sentence's first token and its end."""
    if not tokens.sentences:
        yield 0, len(tokens), "prose", candidates
        return
    at = 0
    while at < len(candidates):
        sentence = tokens.sentences[tokens.sentence_of[candidates[at]]]
        end = bisect_right(candidates, sentence.end - 1, at)
        yield sentence.start, sentence.end, sentence.kind, candidates[at:end]
        at = end
