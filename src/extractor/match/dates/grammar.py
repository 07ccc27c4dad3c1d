"""The compiled grammar: word types to symbols, phrases to a trie over symbols, and the longest match at a token."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from extractor.language.tokens import Tokens
from extractor.match.dates.expr import Expr, Value
from extractor.match.dates.pattern import expand
from extractor.match.dates.rows import Phrase, Shape, Table
from extractor.rules import RuleSet

FOLDER = "dates"
INNER = "<date>"
_CACHE_LIMIT = 200_000  # word types kept; an archive has far more, nearly all of them no date words

Symbols = tuple[tuple[str, dict[str, Value]], ...]  # a literal is itself, a class "{month}", with its values


class SymbolTable(dict[str, Symbols | None]):
    """Each printed word's symbols, worked out once: literals of patterns, table classes, shapes."""

    def __init__(self, rules: RuleSet, literals: Iterable[str]) -> None:
        super().__init__()
        self._literals = frozenset(literals)
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
        self[word] = symbols = tuple(found) or None
        return symbols


def _number(text: str) -> Value:
    return int(text) if text.isdigit() else text


@dataclass(slots=True)
class Node:
    """A state of the trie: where each symbol leads, and the rows that end here."""

    edges: dict[str, Node] = field(default_factory=dict)
    rows: list[Phrase] = field(default_factory=list)


class Grammar:
    """Phrases of one level, indexed by their first symbol."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.root = Node()
        self.longest_lead = 0
        self._order: dict[str, int] = {}
        for phrase in phrases:
            self._order[phrase.id] = len(self._order)
            for sequence in expand(phrase.pattern):
                self._add(sequence, phrase)
        opened = self.root.edges.get("[", Node())
        self.starts = frozenset({*self.root.edges, *opened.edges} - {"["})

    def _add(self, sequence: tuple[str, ...], phrase: Phrase) -> None:
        node = self.root
        for symbol in sequence:
            node = node.edges.setdefault(symbol, Node())
        if phrase not in node.rows:
            node.rows.append(phrase)
        if INNER in sequence:
            lead = [symbol for symbol in sequence[: sequence.index(INNER)] if symbol not in "[]"]
            self.longest_lead = max(self.longest_lead, len(lead))

    def literals(self) -> set[str]:
        """All words that stand in patterns themselves."""
        found: set[str] = set()
        stack = [self.root]
        while stack:
            node = stack.pop()
            found.update(symbol for symbol in node.edges if symbol[0] not in "{<" and symbol not in "[]")
            stack.extend(node.edges.values())
        return found

    def candidates(self, tokens: Tokens, symbols: list[Symbols | None], at: int, inner: dict[int, Expr]) -> list[Expr]:
        """All matches that begin at a token, longest first; equals in the order of their rows."""
        found: list[tuple[int, int, Expr]] = []
        sentence = tokens.sentence_of[at] if tokens.sentence_of else 0
        stop = tokens.sentences[sentence].end if tokens.sentences else len(tokens)
        stack = [(self.root, at, _Trail(at))]
        while stack:
            node, i, trail = stack.pop()
            found += [(-i, self._order[row.id], trail.expr(row, i)) for row in node.rows]
            for mark in "[]":
                if mark in node.edges:
                    stack.append((node.edges[mark], i, trail.marked(mark, i)))
            if i >= stop:
                continue
            if INNER in node.edges and i in inner:
                stack.append((node.edges[INNER], inner[i].end, trail.inside(inner[i])))
            for symbol, values in symbols[i] or ():
                if symbol in node.edges:
                    stack.append((node.edges[symbol], i + 1, trail.taking(symbol, values)))
        found.sort(key=lambda item: item[:2])
        return [expr for _, _, expr in found]


@dataclass(slots=True, frozen=True)
class _Trail:
    """What a walk through the trie has gathered."""

    start: int
    end: int | None = None
    values: dict[str, Value] = field(default_factory=dict)
    parts: tuple[Expr, ...] = ()
    rules: tuple[str, ...] = ()

    def taking(self, symbol: str, values: dict[str, Value]) -> _Trail:
        if symbol[0] != "{":
            return self
        renamed = {f"{name}2" if name in self.values else name: value for name, value in values.items()}
        rules = (*self.rules, f"{FOLDER}.{symbol[1:-1]}")
        return _Trail(self.start, self.end, self.values | renamed, self.parts, rules)

    def inside(self, part: Expr) -> _Trail:
        return _Trail(self.start, self.end, self.values, (*self.parts, part), self.rules + part.rules)

    def marked(self, mark: str, at: int) -> _Trail:
        return replace(self, start=at) if mark == "[" else replace(self, end=at)

    def expr(self, row: Phrase, end: int) -> Expr:
        rules = tuple(dict.fromkeys((*self.rules, f"{FOLDER}.{row.id}")))
        return Expr(self.start, self.end or end, row, row.set | self.values, list(self.parts), rules)
