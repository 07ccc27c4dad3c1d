"""A self-contained HTML page: style inside, no script, no request to anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

_STYLE = """
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; } h2 { margin-top: 2.2rem; font-size: 1.15rem; border-bottom: 1px solid #8886; }
h3 { font-size: 1rem; margin: 2rem 0 .4rem; } small { font-weight: normal; opacity: .7; }
table { border-collapse: collapse; font-size: .9rem; margin: .6rem 0; }
th, td { padding: .15rem .7rem .15rem 0; text-align: left; vertical-align: top; }
th { border-bottom: 1px solid #8888; font-weight: 600; } td { border-bottom: 1px solid #8883; }
.n { text-align: right; font-variant-numeric: tabular-nums; }
.text { white-space: pre-wrap; overflow-wrap: anywhere;
  padding: .8rem 1rem; border: 1px solid #8885; border-radius: 6px; }
mark { color: #111; border-radius: 3px; padding: 0 .15em; }
.right { background: #b7e4c0; } .wrong { background: #ffe08a; } .missed { background: #f7b0a8; }
.spurious { background: #cbb8f0; } summary { cursor: pointer; margin: .4rem 0; }
@media print { details > * { display: block; } }
"""


def document(title: str, body: str) -> str:
    """A page around a body that is HTML already; the title is plain text."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def table(
    head: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int | None = None, links: bool = False
) -> str:
    """A table of plain text. Columns from ``numbers`` on are set right; ``links`` makes the first cell a jump."""
    first_number = len(head) if numbers is None else numbers

    def cell(tag: str, column: int, text: str) -> str:
        content = escape(text)
        if links and tag == "td" and column == 0:
            content = f'<a href="#{escape(text, quote=True)}">{content}</a>'
        side = ' class="n"' if column >= first_number else ""
        return f"<{tag}{side}>{content}</{tag}>"

    lines = ["<tr>" + "".join(cell("td", column, text) for column, text in enumerate(row)) + "</tr>" for row in rows]
    header = "<tr>" + "".join(cell("th", column, text) for column, text in enumerate(head)) + "</tr>"
    return f"<table>\n<thead>{header}</thead>\n<tbody>\n" + "\n".join(lines) + "\n</tbody>\n</table>"
