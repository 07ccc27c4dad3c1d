"""All date expressions of an article: found by the grammar, resolved against its date."""

from __future__ import annotations

from datetime import date

from extractor.language.tokens import Tokens
from extractor.match.dates.context import Context
from extractor.match.dates.expr import Expr, Resolved, Scene
from extractor.match.dates.grammar import FOLDER, Grammar, Symbols, SymbolTable
from extractor.match.dates.resolve import resolve
from extractor.match.dates.rows import Phrase
from extractor.match.dates.spans import range_ends
from extractor.match.mentions import DateMention
from extractor.rules import RuleSet

_ROUNDS = 3  # "between the end of 2022 and the first quarter of 2024" needs three
DROP, BETWEEN = "drop", "between"

Dropped = tuple[int, int, str]


class DateMatcher:
    """Finds and resolves date expressions; built once from the rules, without state between articles.

    >>> from extractor.language.tokenizer import build_tokenizer
    >>> from extractor.language.tokens import WordTable, read_doc
    >>> rules = RuleSet.load(); tokenizer = build_tokenizer(rules)
    >>> tokens = read_doc(tokenizer("Exports rose in the third quarter."), WordTable(tokenizer.vocab.strings))
    >>> [(m.value, m.first.isoformat()) for m in DateMatcher(rules).match(tokens, date(2024, 11, 5))[0]]
    [('2024-Q3', '2024-07-01')]
    """

    def __init__(self, rules: RuleSet) -> None:
        phrases = rules.rows(FOLDER, "phrase", Phrase).values()
        self._first = Grammar(row for row in phrases if row.level == 1)
        self._second = Grammar(row for row in phrases if row.level == 2)
        self._symbols = SymbolTable(rules, self._first.literals() | self._second.literals())
        self._context = Context(rules)

    def match(self, tokens: Tokens, anchor: date | None) -> tuple[list[DateMention], list[Dropped]]:
        """Mentions in the order of the text, none overlapping, and the matches that were found to be no dates."""
        symbols = list(map(self._symbols.__getitem__, tokens.words))
        found = self._scan(tokens, symbols, anchor)
        for _ in range(_ROUNDS):
            wider = self._combine(tokens, symbols, anchor, found)
            if wider is found:
                break
            found = wider
        return self._mentions(tokens, anchor, found)

    def _scan(self, tokens: Tokens, symbols: list[Symbols | None], anchor: date | None) -> list[Expr]:
        """Level 1: at each token that can begin a phrase the longest one that stands for something."""
        edges = self._first.root.edges
        found: list[Expr] = []
        after = 0
        for i, entry in [(i, entry) for i, entry in enumerate(symbols) if entry]:
            if i < after or not any(symbol in edges for symbol, _ in entry):
                continue
            expr = self._best(self._first.candidates(tokens, symbols, i, {}), anchor)
            if expr:
                found.append(expr)
                after = expr.end
        return found

    def _combine(
        self, tokens: Tokens, symbols: list[Symbols | None], anchor: date | None, found: list[Expr]
    ) -> list[Expr]:
        """Level 2: phrases around and between the expressions found; the same list where there are none."""
        inner = {expr.start: expr for expr in found}
        lead = self._second.longest_lead
        merged: list[Expr] = []
        after, changed = 0, False
        for expr in found:
            if expr.start < after:
                continue
            for i in range(max(after, expr.start - lead), expr.start + 1):
                wider = self._best([c for c in self._second.candidates(tokens, symbols, i, inner) if c.parts], anchor)
                if wider and wider.end >= expr.end:
                    merged.append(wider)
                    changed = True
                    break
            else:
                merged.append(expr)
            after = merged[-1].end
        return merged if changed else found

    @staticmethod
    def _best(candidates: list[Expr], anchor: date | None) -> Expr | None:
        for expr in candidates:
            if expr.row.produce == DROP or resolve(expr, Scene(anchor)) is not None:
                return expr
        return None

    def _mentions(
        self, tokens: Tokens, anchor: date | None, found: list[Expr]
    ) -> tuple[list[DateMention], list[Dropped]]:
        mentions: list[DateMention] = []
        dropped: list[Dropped] = []
        reference: Resolved | None = None
        for expr in found:
            span = tokens.span(expr.start, expr.end)
            guard = self._context.barred(tokens, expr.start, expr.end, expr.row.id)
            if expr.row.produce == DROP or guard:
                dropped.append((*span, f"{FOLDER}.{guard or expr.row.id}"))
                continue
            scene = Scene(anchor, reference, self._context.ahead(tokens, expr.start))
            result = resolve(expr, scene)
            if result is None:
                continue
            relation = expr.row.relation or self._context.relation(tokens, expr.start)
            mention = _mention(expr, span, result, relation, anchor)
            if expr.row.produce == BETWEEN:
                mention.parts = _ends(tokens, expr, scene)
            mentions.append(mention)
            if expr.row.role == "time" and expr.row.type == "DATE" and expr.row.shift is None and result.first:
                reference = result
        return mentions, dropped


def _mention(expr: Expr, span: tuple[int, int], found: Resolved, relation: str, anchor: date | None) -> DateMention:
    first, last = found.first, found.last
    if relation == "since" and first and anchor and first <= anchor and expr.row.type == "DATE":
        last = anchor
    return DateMention(
        expr.start, expr.end, *span, expr.row.type, found.value, first, last, relation, found.grain,
        expr.row.role, expr.row.shift, found.fiscal, expr.rules,
    )  # fmt: skip


def _ends(tokens: Tokens, expr: Expr, scene: Scene) -> tuple[DateMention, ...]:
    """The two ends of a range as mentions; the first takes the year that only the second has."""
    found = []
    for part, result in zip(expr.parts, range_ends(expr, scene, resolve), strict=True):
        if result is None:
            return ()
        found.append(_mention(part, tokens.span(part.start, part.end), result, "during", None))
    return tuple(found)
