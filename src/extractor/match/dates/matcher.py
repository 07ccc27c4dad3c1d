"""All date expressions of an article: found by the grammar, resolved against its date."""

from __future__ import annotations

from datetime import date

from extractor.language.tokens import Tokens
from extractor.match.dates import holidays
from extractor.match.dates.check import check_phrases
from extractor.match.dates.context import Context
from extractor.match.dates.expr import Expr, Resolved, Scene
from extractor.match.dates.fiscal import FiscalYears
from extractor.match.dates.grammar import ALONE, FOLDER, INNER, Grammar, Match, Symbols, SymbolTable, expression
from extractor.match.dates.hemisphere import turn_seasons
from extractor.match.dates.monthyears import months_near
from extractor.match.dates.resolve import NESTED, PRODUCTIONS, Resolver, certain
from extractor.match.dates.rows import FiscalYear, Holiday, Phrase
from extractor.match.dates.spans import range_ends
from extractor.match.mentions import DateMention
from extractor.rules import RuleSet

_ROUNDS = 3  # "between the end of 2022 and the first quarter of 2024" needs three
_AGO = frozenset({"ago"})  # the row of "a week ago", from which nothing after it counts
DROP, BETWEEN, REFERENCE = "drop", "between", "reference"

Dropped = tuple[int, int, str]


class DateMatcher:
    """Finds and resolves date expressions; built once from the rules, without state between articles.

    >>> from extractor.language.tokenizer import build_tokenizer
    >>> from extractor.language.tokens import TokenReader
    >>> rules = RuleSet.load(); reader = TokenReader(build_tokenizer(rules))
    >>> tokens = reader.read("Exports rose in the third quarter.")
    >>> [(m.value, m.first.isoformat()) for m in DateMatcher(rules).match(tokens, date(2024, 11, 5))[0]]
    [('2024-Q3', '2024-07-01')]
    """

    def __init__(self, rules: RuleSet) -> None:
        named = rules.rows(FOLDER, "holiday", Holiday)
        check_phrases(rules, FOLDER, {*PRODUCTIONS, *NESTED, DROP}, rules.rows(FOLDER, "phrase", Phrase))
        phrases = [*rules.rows(FOLDER, "phrase", Phrase).values(), *holidays.phrases(named)]
        self._first = Grammar(row for row in phrases if row.level == 1)
        self._second = Grammar(row for row in phrases if row.level == 2)
        self._symbols = SymbolTable(rules, (self._first, self._second))
        self._context = Context(rules)
        self._resolve = Resolver({"holiday": holidays.Holidays(named)})
        cues = rules.words(FOLDER, "cue")
        self._southern, self._over = frozenset(cues["southern"]), frozenset(cues["season_over"])
        self._fiscal = FiscalYears(rules.rows(FOLDER, "fiscal_year", FiscalYear).values())

    def match(self, tokens: Tokens, anchor: date | None) -> tuple[list[DateMention], list[Dropped]]:
        """Mentions in the order of the text, none overlapping, and the matches that were found to be no dates."""
        symbols = list(map(self._symbols.__getitem__, tokens.words))
        found = self._scan(tokens, symbols, anchor)
        fresh = {expr.start for expr in found}
        for _ in range(_ROUNDS):
            found, fresh = self._combine(tokens, symbols, anchor, found, fresh)
            if not fresh:
                break
        found = self._share_years(tokens, found)
        return self._mentions(tokens, anchor, found if anchor else months_near(found, tokens.sentence_of))

    def _scan(self, tokens: Tokens, symbols: list[Symbols | None], anchor: date | None) -> list[Expr]:
        """Level 1: at each token that can begin a phrase the longest one that stands for something."""
        grammar = self._first
        found: list[Expr] = []
        after = 0
        places = [(i, entry.follow[0]) for i, entry in enumerate(symbols) if entry and entry.follow[0]]
        symbols.append(None)
        for i, follow in places:
            following = symbols[i + 1]
            if i < after or (follow is not ALONE and (following is None or follow.isdisjoint(following.names))):
                continue
            expr = self._best(grammar.matches(tokens, symbols, i, {}), anchor)
            if expr and expr.start > i:
                # A preposition was read along; a longer phrase may begin behind it: "in the year-earlier quarter".
                own = self._best(grammar.matches(tokens, symbols, expr.start, {}), anchor)
                expr = own if own and own.end > expr.end else expr
            if expr and expr.start >= after:
                found.append(expr)
                after = expr.end
        return found

    def _combine(
        self, tokens: Tokens, symbols: list[Symbols | None], anchor: date | None, found: list[Expr], fresh: set[int]
    ) -> tuple[list[Expr], set[int]]:
        """Level 2: phrases around and between the expressions found, and where such new ones begin.

        Only expressions beside one of ``fresh`` are looked at: nothing has changed around the others.
        """
        inner = {expr.start: expr for expr in found if expr.row.produce != DROP}
        merged: list[Expr] = []
        made: set[int] = set()
        after = 0
        for n, expr in enumerate(found):
            if expr.start < after:
                continue
            chosen = expr
            if expr.start in fresh or any(each.start in fresh for each in found[max(n - 1, 0) : n + 2]):
                first = max(after, expr.start - self._second.longest_lead)
                for i in range(first, expr.start + 1):
                    entry = symbols[i]
                    if i not in inner and (entry is None or not entry.follow[1]):
                        continue
                    wider = self._wider(tokens, symbols, anchor, inner, i, expr.end)
                    if wider:
                        chosen = wider
                        made.add(wider.start)
                        break
            merged.append(chosen)
            after = chosen.end
        return merged, made

    def _wider(
        self,
        tokens: Tokens,
        symbols: list[Symbols | None],
        anchor: date | None,
        inner: dict[int, Expr],
        at: int,
        end: int,
    ) -> Expr | None:
        """The longest phrase of level 2 that begins at a token and reaches beyond ``end``, if there is one."""
        grammar = self._second
        leads = _may_lead(symbols[at], symbols[at + 1], at + 1 in inner)
        if not leads and at in inner:
            beyond = inner[at].end
            following = symbols[beyond]
            leads = beyond in inner or (following is not None and not grammar.behind.isdisjoint(following.names))
        if not leads:
            return None
        found = grammar.matches(tokens, symbols, at, inner)
        return self._best([match for match in found if -match[0] >= end], anchor, wider=True)

    def _best(self, found: list[Match], anchor: date | None, *, wider: bool = False) -> Expr | None:
        """The first match that stands for something; with ``wider`` only those around other expressions."""
        if not found:
            return None
        scene = Scene(anchor)
        for match in found:
            expr = expression(match)
            if wider and not expr.parts:
                continue
            if (not wider and certain(expr)) or self._resolve(expr, scene) is not None:
                return expr
        return None

    def _share_years(self, tokens: Tokens, found: list[Expr]) -> list[Expr]:
        """As in "in July and August 2023": what lacks its year takes that of the expression joined to it."""
        for i in range(len(found) - 2, -1, -1):
            left, right = found[i], found[i + 1]
            year = right.num("year")
            joined = right.start - left.end == 1 and tokens.lower[left.end] in self._context.joins
            if joined and year is not None and left.open() and left.row.produce == right.row.produce == "calendar":
                found[i] = left.in_year(year)
        return found

    def _mentions(
        self, tokens: Tokens, anchor: date | None, found: list[Expr]
    ) -> tuple[list[DateMention], list[Dropped]]:
        mentions: list[tuple[Expr, DateMention]] = []
        dropped: list[Dropped] = []
        reference: Resolved | None = None
        recent: dict[str, Resolved] = {}
        for expr in found:
            span = tokens.span(expr.start, expr.end)
            guard = self._context.barred(tokens, expr.start, expr.end, expr.row.id)
            if expr.row.produce == DROP or guard:
                dropped.append((*span, f"{FOLDER}.{guard or expr.row.id}"))
                continue
            relation = self._context.relation(tokens, expr.start)
            if relation == "during":
                relation = next((row.relation for row in _rows(expr) if row.relation), relation)
            ahead = False if relation == "since" else None
            if ahead is None and "year" not in expr.values:
                ahead = self._context.ahead(tokens, expr.start, expr.end)
            scene = Scene(anchor, reference, ahead, recent)
            result = self._resolve(expr, scene)
            if result is None:
                continue
            mention = _mention(expr, span, result, relation, anchor)
            if mention.shift and self._context.base(tokens, expr.start):
                mention.role = "base"
            if expr.row.produce == BETWEEN:
                mention.parts = self._ends(tokens, expr, scene)
            mentions.append((expr, mention))
            edge = result.first == result.last and result.grain not in ("day", "time")
            edge = edge or expr.row.id in _AGO or _bracketed(tokens, expr)
            if edge or relation in ("since", "until") or self._context.compares(tokens, expr.start):
                continue  # "the lowest since 2009" says nothing of when what is told was
            if mention.role == "time" and mention.type == "DATE" and not mention.shift and result.first:
                reference = recent[result.grain] = result
                if result.grain not in ("day", "week", "weekend", "time"):
                    recent["period"] = result
        self._fiscal.place(tokens, mentions, anchor)
        turn_seasons(tokens, [mention for _, mention in mentions], self._southern, self._over, anchor)
        return [mention for _, mention in mentions], dropped

    def _ends(self, tokens: Tokens, expr: Expr, scene: Scene) -> tuple[DateMention, ...]:
        """The two ends of a range as mentions of their own; the first takes a year that only the second has."""
        ends = []
        for part, result in zip(expr.parts, range_ends(expr, scene, self._resolve), strict=True):
            if result is None:
                return ()
            ends.append(_mention(part, tokens.span(part.start, part.end), result, "during", None))
        return tuple(ends)


def _bracketed(tokens: Tokens, expr: Expr) -> bool:
    """"845 dollars (June quarter: 722 dollars)": what the number before is compared with."""
    behind = tokens.words[expr.end] if expr.end < len(tokens) else ""
    return expr.start > 0 and tokens.words[expr.start - 1] == "(" and behind == ":"


def _rows(expr: Expr) -> list[Phrase]:
    """The expression's row and that of its first part, which gives "from January to June [this year]" its relation."""
    return [expr.row, *(part.row for part in expr.parts[:1] if expr.row.produce == "compose")]


def _may_lead(entry: Symbols | None, following: Symbols | None, before: bool) -> bool:
    """Whether a phrase of level 2 can begin at a word, given the word or the expression behind it."""
    if entry is None or not entry.follow[1]:
        return False
    follow = entry.follow[1]
    return (before and INNER in follow) or (following is not None and not follow.isdisjoint(following.names))


def _mention(expr: Expr, span: tuple[int, int], found: Resolved, relation: str, anchor: date | None) -> DateMention:
    first, last, row = found.first, found.last, expr.row
    if relation == "since" and first and anchor and first <= anchor and row.type == "DATE":
        last = anchor
    shift = row.shift
    if expr.word("frame") == REFERENCE:
        shift = expr.word("unit"), (expr.num("step") or 0) * (expr.num("number") or 1)
    return DateMention(
        expr.start, expr.end, *span, row.type, found.value, first, last, relation, found.grain, row.role, shift,
        found.fiscal or bool(expr.num("fiscal")), expr.rules,
    )  # fmt: skip
