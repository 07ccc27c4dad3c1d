"""The compiled grammar: word types to symbols, phrases to a trie over symbols, and the longest match at a token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extractor.language.tokens import Tokens
from extractor.match.dates.expr import Expr, Value
from extractor.match.dates.pattern import expand
from extractor.match.dates.rows import Phrase, Shape, Table
from extractor.rules import RuleSet

FOLDER = "dates"
INNER, BRACKETS = "<date>", ("[", "]")
_CACHE_LIMIT = 200_000  # word types kept; an archive has far more, nearly all of them no date words

ALONE = frozenset({""})  # what may follow a symbol that can be a phrase by itself


@dataclass(slots=True, frozen=True)
class Symbols:
    """What a word can be: ``pairs`` of symbol (a literal is itself, a class "{month}") and values; the symbols alone.

    ``follow``: for each grammar the symbols one of which must come next for a phrase to begin here.
    """

    pairs: tuple[tuple[str, dict[str, Value]], ...]
    names: frozenset[str]
    follow: tuple[frozenset[str], ...]


class SymbolTable(dict[str, Symbols | None]):
    """Each printed word's symbols, worked out once: literals of patterns, table classes, shapes."""

    def __init__(self, rules: RuleSet, grammars: Sequence[Grammar]) -> None:
        super().__init__()
        self._grammars = grammars
        self._literals = frozenset(word for grammar in grammars for word in grammar.literals())
        self._tables: dict[str, list[tuple[str, dict[str, Value], bool]]] = {}
        for name, table in rules.rows(FOLDER, "table", Table).items():
            for word, value in table.values.items():
                entry = (f"{{{name}}}", {table.field or name: value}, table.capital)
                self._tables.setdefault(word, []).append(entry)
        self._shapes = [
            (f"{{{name}}}", re.compile(shape.regex)) for name, shape in rules.rows(FOLDER, "shape", Shape).items()
        ]

    def __missing__(self, word: str) -> Symbols | None:
        lower = word.lower().replace("\u2019", "'")
        found: list[tuple[str, dict[str, Value]]] = [(lower, {})] if lower in self._literals else []
        found += [
            (name, value) for name, value, capital in self._tables.get(lower, ()) if not capital or word[0] != lower[0]
        ]
        if any(map(str.isdigit, lower)):
            for name, regex in self._shapes:
                match = regex.fullmatch(lower)
                if match:
                    found.append((name, {key: _number(text) for key, text in match.groupdict().items() if text}))
        if len(self) > _CACHE_LIMIT:
            self.clear()
        names = frozenset(name for name, _ in found)
        follow = tuple(grammar.follow(names) for grammar in self._grammars)
        self[word] = symbols = Symbols(tuple(found), names, follow) if found else None
        return symbols


def _number(text: str) -> Value:
    return int(text) if text.isdigit() else text


@dataclass(slots=True)
class Node:
    """A state of the trie: where each symbol leads, and the rows that end here with the elements of their span."""

    edges: dict[str, Node] = field(default_factory=dict)
    rows: list[tuple[int, Phrase, int, int]] = field(default_factory=list)


# One step of a walk: the step before, the token it began at, its symbol, and what it read.
Step = tuple["Step | None", int, str, "dict[str, Value] | Expr"]
# A match: minus its end and its row's place, by which matches are sorted; the row, its span's elements, the last step.
Match = tuple[int, int, Phrase, int, int, Step]


class Grammar:
    """Phrases of one level, indexed by their first two symbols."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.root = Node()
        self.longest_lead = 0
        # Three words in which no phrase can begin, found out once: "of the harvest".
        self._hopeless: set[tuple[str, ...]] = set()
        for order, phrase in enumerate(phrases):
            for sequence in expand(phrase.pattern):
                self._add(sequence, phrase, order)
        # What may follow an expression that a phrase begins with.
        self.behind = frozenset(self.root.edges[INNER].edges) if INNER in self.root.edges else frozenset()

    def _add(self, sequence: tuple[str, ...], phrase: Phrase, order: int) -> None:
        opened = sequence.index("[") if "[" in sequence else 0
        closed = sequence.index("]") - 1 if "]" in sequence else len(sequence) - ("[" in sequence)
        symbols = [symbol for symbol in sequence if symbol not in BRACKETS]
        node = self.root
        for symbol in symbols:
            node = node.edges.setdefault(symbol, Node())
        if not any(row is phrase for _, row, _, _ in node.rows):
            node.rows.append((order, phrase, opened, closed))
        if INNER in symbols:
            self.longest_lead = max(self.longest_lead, symbols.index(INNER))

    def literals(self) -> set[str]:
        """All words that stand in patterns themselves."""
        found: set[str] = set()
        stack = [self.root]
        while stack:
            node = stack.pop()
            found.update(symbol for symbol in node.edges if symbol[0] not in "{<")
            stack.extend(node.edges.values())
        return found

    def follow(self, names: frozenset[str]) -> frozenset[str]:
        """The symbols one of which must come next where one of ``names`` begins a phrase; ALONE where none needs to."""
        nodes = [node for symbol, node in self.root.edges.items() if symbol in names]
        if any(node.rows for node in nodes):
            return ALONE
        return frozenset(symbol for node in nodes for symbol in node.edges)

    def matches(self, tokens: Tokens, symbols: list[Symbols | None], at: int, inner: dict[int, Expr]) -> list[Match]:
        """All matches that begin at a token, longest first; equals in the order of their rows."""
        stop = tokens.sentences[tokens.sentence_of[at]].end if tokens.sentence_of else len(tokens)
        key = tuple(tokens.words[at : at + 3]) if not inner and stop - at > 2 else ()
        if key in self._hopeless:
            return []
        found: list[Match] = []
        furthest = at
        stack: list[tuple[Node, int, Step | None]] = [(self.root, at, None)]
        while stack:
            node, i, step = stack.pop()
            if node.rows and step:
                found += [(-i, order, row, opened, closed, step) for order, row, opened, closed in node.rows]
            if i > furthest:
                furthest = i
            if i >= stop:
                continue
            edges, entry = node.edges, symbols[i]
            for symbol, values in entry.pairs if entry else ():
                if symbol in edges:
                    stack.append((edges[symbol], i + 1, (step, i, symbol, values)))
            if inner and i in inner and INNER in edges:
                stack.append((edges[INNER], inner[i].end, (step, i, INNER, inner[i])))
        if key and not found and furthest < at + 3:
            if len(self._hopeless) > _CACHE_LIMIT:
                self._hopeless.clear()
            self._hopeless.add(key)
        found.sort(key=_rank)
        return found


def _rank(match: Match) -> tuple[int, int]:
    return match[0], match[1]


def expression(match: Match) -> Expr:
    """The expression that a walk has read."""
    end, _, row, opened, closed, last = match
    steps: list[Step] = []
    step: Step | None = last
    while step:
        steps.append(step)
        step = step[0]
    steps.reverse()
    values: dict[str, Value] = {}
    parts: list[Expr] = []
    rules: list[str] = []
    for _, _, symbol, read in steps:
        if isinstance(read, Expr):
            parts.append(read)
            rules += read.rules
        elif symbol[0] == "{":
            rules.append(f"{FOLDER}.{symbol[1:-1]}")
            for name, value in read.items():
                values[f"{name}2" if name in values else name] = value
    rules.append(f"{FOLDER}.{row.id}")
    bounds = [start for _, start, _, _ in steps] + [-end]
    return Expr(bounds[opened], bounds[closed], row, row.set | values, parts, tuple(dict.fromkeys(rules)))
