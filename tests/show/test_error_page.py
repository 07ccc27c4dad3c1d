"""The error page shows everything and trusts nothing."""

from html.parser import HTMLParser

import pytest

from extractor.show.error_page import ArticleErrors, ErrorPage, Mark, error_page, highlighted

EVIL = "<script>alert(1)</script> & \"quoted\" 'too'"


class Tags(HTMLParser):
    """Collects tags, attributes and text, and checks that what opens is closed."""

    def __init__(self):
        super().__init__()
        self.seen, self.open, self.attributes, self.words = set(), [], [], []

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        self.attributes.extend(attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def read(html):
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return tags


def page():
    article = ArticleErrors(EVIL, EVIL, f"{EVIL} 5 percent", "0", [Mark(0, 8, "missed", EVIL), Mark(4, 9, "right", "")])
    rows = [(EVIL,) * 7]
    return ErrorPage(EVIL, rows, [(EVIL,) * 6], [(EVIL,) * 4], [article])


def test_untrusted_text_is_escaped_everywhere():
    html = error_page(page())
    tags = read(html)
    assert "script" not in tags.seen
    assert "<script" not in html
    assert EVIL in "".join(tags.words)
    assert ("id", EVIL) in tags.attributes


def test_page_needs_no_other_file():
    tags = read(error_page(page()))
    assert tags.seen.isdisjoint({"script", "link", "img", "iframe", "object"})
    assert all(value.startswith("#") for name, value in tags.attributes if name in ("href", "src"))


# marks over "one two six", and the text of each <mark> with its class
HIGHLIGHTS = {
    "none": ([], []),
    "two apart": ([Mark(0, 3, "right", ""), Mark(4, 7, "wrong", "unit")], [("right", "one"), ("wrong", "two")]),
    "the worse one of an overlap": ([Mark(0, 7, "right", ""), Mark(4, 11, "missed", "")], [("missed", "one two six")]),
    "same span twice": ([Mark(0, 3, "right", ""), Mark(0, 3, "spurious", "")], [("spurious", "one")]),
}


@pytest.mark.parametrize("name", HIGHLIGHTS)
def test_highlights(name):
    marks, expected = HIGHLIGHTS[name]
    tags = read(highlighted("one two six", marks))
    classes = [value for attribute, value in tags.attributes if attribute == "class"]
    assert "".join(tags.words) == "one two six"
    inside = [word for word in tags.words if word in [text for _, text in expected]]
    assert list(zip(classes, inside, strict=True)) == expected
