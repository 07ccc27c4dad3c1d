"""The error page: scores, confusions, worst articles with their text highlighted, in one file without any other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from extractor.show.page import document, table

Status = Literal["right", "wrong", "missed", "spurious"]
_ORDER: tuple[Status, ...] = ("right", "wrong", "missed", "spurious")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of an article with what became of the fact there; ``note`` says which fields are wrong."""

    start: int
    end: int
    status: Status
    note: str


@dataclass(frozen=True, slots=True)
class ArticleErrors:
    """One article with its marks."""

    doc_id: str
    title: str
    text: str
    f1: str
    marks: Sequence[Mark]

    def count(self, status: Status) -> int:
        """How many marks have a status."""
        return sum(mark.status == status for mark in self.marks)


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """All that the page shows; cells are plain text."""

    heading: str
    scores: Sequence[Sequence[str]]
    groups: Sequence[Sequence[str]]
    confusions: Sequence[Sequence[str]]
    articles: Sequence[ArticleErrors]


def error_page(page: ErrorPage) -> str:
    """The page as HTML. Articles stand in the order given, worst first by custom."""
    parts = [
        f"<h1>{escape(page.heading)}</h1>",
        _legend(),
        "<h2>Scores</h2>",
        table(
            ("", "precision", "recall", "F1", "95 percent interval", "labels", "predictions"), page.scores, numbers=1
        ),
        "<h2>Whole fact by group</h2>",
        table(("group", "", "F1", "interval", "labels", "predictions"), page.groups, numbers=2),
        "<h2>Confusions</h2>",
        table(("field", "label says", "prediction says", "times"), page.confusions, numbers=3),
        "<h2>Articles</h2>",
        table(
            ("article", "F1", *_ORDER),
            [(article.doc_id, article.f1, *(str(article.count(s)) for s in _ORDER)) for article in page.articles],
            numbers=1,
            links=True,
        ),
        *map(_article, page.articles),
    ]
    return document(page.heading, "\n".join(parts))


def _legend() -> str:
    return '<p class="legend">' + " ".join(f'<mark class="{name}">{name}</mark>' for name in _ORDER) + "</p>"


def _article(article: ArticleErrors) -> str:
    errors = [mark for mark in article.marks if mark.status != "right"]
    rows = [(mark.status, article.text[mark.start : mark.end], mark.note) for mark in errors]
    return (
        f'<section id="{escape(article.doc_id, quote=True)}"><h3>{escape(article.title)} '
        f"<small>{escape(article.doc_id)}, F1 {escape(article.f1)}</small></h3>"
        f'<div class="text">{highlighted(article.text, article.marks)}</div>'
        f"<details><summary>{len(rows)} errors</summary>{table(('', 'quantity', 'fields'), rows)}</details></section>"
    )


def highlighted(text: str, marks: Iterable[Mark]) -> str:
    """The text with each mark as a ``<mark>``; where marks overlap the worse one is shown and the others noted.

    >>> highlighted("1 < 2", [Mark(4, 5, "wrong", "unit")])
    '1 &lt; <mark class="wrong" title="wrong: unit">2</mark>'
    """
    parts, at = [], 0
    for start, end, group in _merged(marks):
        worst = max((mark.status for mark in group), key=_ORDER.index)
        notes = "\n".join(f"{mark.status}: {mark.note}" if mark.note else mark.status for mark in group)
        parts.append(escape(text[at:start]))
        parts.append(f'<mark class="{worst}" title="{escape(notes, quote=True)}">{escape(text[start:end])}</mark>')
        at = end
    return "".join(parts) + escape(text[at:])


def _merged(marks: Iterable[Mark]) -> list[tuple[int, int, list[Mark]]]:
    merged: list[tuple[int, int, list[Mark]]] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.end, _ORDER.index(mark.status), mark.note)):
        if merged and mark.start < merged[-1][1]:
            start, end, group = merged[-1]
            merged[-1] = start, max(end, mark.end), [*group, mark]
        else:
            merged.append((mark.start, mark.end, [mark]))
    return merged
