"""What each stretch of an article is: title, body, header or furniture. No offset changes."""

from __future__ import annotations

from dataclasses import dataclass
from re import Pattern

from extractor.read.lines import PROSE_WORDS, Line, lines
from extractor.read.rows import FOLDER, ReadRules
from extractor.records import Zone, ZoneKind

SHORT = 220
"""Characters of the longest line that can be a title, a header or a row of the page's controls."""
TITLE_WORDS = 30
TITLE_LINES = 4
"""A kicker, the name of the release and the headline may follow each other; more short lines are a list."""
TAIL = 90
"""Where in a long line a photo credit is looked for, in characters from its end."""


@dataclass(slots=True)
class Piece:
    """A line, or a part of one, with its kind and the name of the rule that said so."""

    line: Line
    kind: ZoneKind
    rule: str = ""


def zones(text: str, rules: ReadRules) -> list[Zone]:
    """Zones that cover ``text`` in order; a zone goes on until the next begins.

    >>> from extractor.rules import RuleSet
    >>> text = "Fees rise\\n\\nOSLO, May 3 (NTB) -- Fees in all the ports of Norway rose 3 percent."
    >>> [(zone.kind, text[zone.start_char:zone.end_char]) for zone in zones(text, ReadRules(RuleSet.load()))][1]
    ('header', 'OSLO, May 3 (NTB) -- ')
    """
    return cover(text, pieces(text, rules))


def cover(text: str, found: list[Piece]) -> list[Zone]:
    """Pieces as zones without gaps; neighbours of one kind are one zone."""
    result: list[Zone] = []
    for piece in found:
        if result and result[-1].kind == piece.kind:
            continue
        start = piece.line.start if result else 0
        if result:
            result[-1].end_char = start
        result.append(Zone(start_char=start, end_char=len(text), kind=piece.kind))
    return result


def pieces(text: str, rules: ReadRules) -> list[Piece]:
    """Every line, or part of one, with its kind and rule."""
    todo = lines(text)
    furniture = {index: _furniture(line, "any", rules) for index, line in enumerate(todo) if line.prose}
    prose = [index for index, rule in furniture.items() if not rule]
    first, last = (prose[0], prose[-1]) if prose else (len(todo), len(todo))
    found: list[Piece] = []
    for index, line in enumerate(todo):
        if index in furniture and first <= index <= last:
            found.append(_piece(line, furniture[index]))
            continue
        place = "head" if index < first else "edge" if index > last else "any"
        found += _classify(line, place, rules)
    _mark_titles(found, rules)
    _cut_dateline(found, rules)
    return found


def _classify(line: Line, place: str, rules: ReadRules) -> list[Piece]:
    """The pieces of one line, without regard to its neighbours."""
    if len(line.text) <= SHORT or place == "head":
        for name, (header, pattern) in rules.header.items():
            if not _allowed(header.place, place):
                continue
            match = pattern.match(line.text)
            if match and header.whole and len(line.text) <= SHORT:
                return [Piece(line, "header", f"{FOLDER}.{name}")]
            if match and not header.whole and match.end() < len(line.text):
                head, rest = _split(line, match.end())
                return [Piece(head, "header", f"{FOLDER}.{name}"), *_classify(rest, place, rules)]
    return [_piece(line, _furniture(line, place, rules))]


def _piece(line: Line, rule: str) -> Piece:
    return Piece(line, "furniture", rule) if rule else Piece(line, "body")


def _allowed(wanted: str, place: str) -> bool:
    return wanted == "any" or wanted == place or (wanted == "edge" and place == "head")


def _furniture(line: Line, place: str, rules: ReadRules) -> str:
    """The name of the rule that makes the line furniture, or nothing."""
    text, short = line.text, len(line.text) <= SHORT
    if short or rules.furniture_of_paragraphs.match(text):
        for name, (row, pattern) in rules.furniture.items():
            if (short or not row.short) and _allowed(row.place, place) and pattern.match(text):
                return f"{FOLDER}.{name}"
    # A credit closes with a bracket or with a name; a paragraph closes with a full stop, and is not searched.
    if text[-1] not in ".!?" or text[-2:-1] in ("]", ")"):
        for name, (_, pattern) in rules.furniture_end.items():
            if pattern.search(text, max(0, len(text) - 2 * TAIL)):
                return f"{FOLDER}.{name}"
    return ""


def _split(line: Line, at: int) -> tuple[Line, Line]:
    """The line before and after its character ``at``."""
    rest = line.text[at:]
    return Line(line.start, line.start + at, line.text[:at]), Line(line.end - len(rest), line.end, rest)


def _mark_titles(found: list[Piece], rules: ReadRules) -> None:
    """The title is the first line before the text that looks like one, with a kicker above it.

    Nothing is a title that no text follows: a lone line without a full stop is a text.
    """
    head: list[Piece] = []
    paragraph = False
    for piece in found:
        if piece.kind != "body":
            continue
        if piece.line.prose:
            paragraph = True
            break
        if len(head) > TITLE_LINES or not _titular(piece.line, rules.no_title):
            break
        head.append(piece)
    bodies = [piece for piece in found if piece.kind == "body"]
    if not head or (len(bodies) <= len(head) and not paragraph):
        head = head[: max(0, len(bodies) - 1)]
    if not head:
        return
    signed = [piece for piece in head[1:] if paragraph and rules.signature.match(piece.line.text)]
    for piece in signed:
        piece.kind, piece.rule = "header", f"{FOLDER}.signature"
    head = head[: head.index(signed[0])] if signed else head
    chosen = headline_index([piece.line.text for piece in head]) if paragraph else 0
    for piece in head[: chosen + 1]:
        piece.kind = "title"


def headline_index(texts: list[str]) -> int:
    """Which of the lines before the text is the headline: the first in small letters that says something.

    >>> headline_index(["LABOUR SURVEY", "Jobless rate climbs as four provinces shed jobs", "At a glance"])
    1
    """
    for index, text in enumerate(texts):
        if len(text.split()) > 4 and not text.isupper():
            return index
    return max(range(len(texts)), key=lambda index: (len(texts[index].split()), -index))


def _titular(line: Line, no_title: Pattern[str]) -> bool:
    return len(line.text) <= SHORT and len(line.text.split()) <= TITLE_WORDS and not no_title.match(line.text)


def _cut_dateline(found: list[Piece], rules: ReadRules) -> None:
    """Cut the dateline off the first paragraph."""
    for index, piece in enumerate(found):
        if piece.kind != "body" or len(piece.line.text.split()) < PROSE_WORDS:
            continue
        for name, pattern in rules.datelines.items():
            match = pattern.match(piece.line.text)
            # The text of a wrapped paragraph differs from the article's; its first line does not.
            if match and match.end() < len(piece.line.text):
                head, rest = _split(piece.line, match.end())
                rest.start = head.end
                found[index : index + 1] = [Piece(head, "header", f"{FOLDER}.{name}"), Piece(rest, "body")]
                return
        return
