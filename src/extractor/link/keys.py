"""The normal form of a metric, under which the same indicator in two articles falls together."""

from __future__ import annotations

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.link.drafts import TokenSpan
from extractor.rules import Row, RuleSet

_CONTENT = lx.ANY_NOUN | lx.ADJ | lx.ANY_VERB | lx.UNKNOWN | lx.NUMBER


class AliasRow(Row):
    """Names of one indicator: ``key`` is its normal form, ``names`` what articles call it."""

    key: str
    names: tuple[str, ...]


class MetricKeys:
    """Makes keys; aliases come from ``rules/metrics``."""

    def __init__(self, rules: RuleSet, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        rows = rules.rows("metrics", "alias", AliasRow).values()
        self._aliases = {name: row.key for row in rows for name in row.names}
        self._people = frozenset(rules.words("metrics", "counting")["people"])
        self.person = rules.words("metrics", "counting")["person"][0]
        self._uncounted = frozenset(rules.words("metrics", "uncounted")["measures"])
        self._unitless = frozenset(rules.words("frames", "cue")["unitless_metric"])
        self._counting = frozenset(rules.words("metrics", "counting")["number_of"])
        self._tallied = frozenset(rules.words("metrics", "counting")["tallied"])

    def key(self, tokens: Tokens, span: TokenSpan) -> str:
        """Lemmas of the content words in order: "the numbers of new patents" is "number new patent"."""
        words = [word for word in tokens.lower[span[0] : span[1]] if self._lexicon.classes(word) & _CONTENT]
        plain = " ".join(self._lexicon.lemma(word, lx.PLURAL) for word in words)
        plain = plain or tokens.quote(*span).lower()
        return self._aliases.get(plain, plain)

    def unitless(self, tokens: Tokens, span: TokenSpan) -> bool:
        """True for a metric such as "ratio" or "index"."""
        return not self._unitless.isdisjoint(tokens.lower[span[0] : span[1]])

    def numbers(self, tokens: Tokens, span: TokenSpan) -> bool:
        """True for "number of visitors", "passenger numbers": what is counted is no money."""
        return tokens.lower[span[0]] in self._counting or self.tallied(tokens, span)

    def tallied(self, tokens: Tokens, span: TokenSpan) -> bool:
        """True for "passenger numbers", "vehicle deliveries"."""
        return tokens.lower[span[1] - 1] in self._tallied

    def head_lemma(self, tokens: Tokens, span: TokenSpan) -> str:
        """The last word of a noun group in the singular: "new 737 aircraft" is "aircraft"."""
        return self._lexicon.lemma(tokens.lower[span[1] - 1], lx.PLURAL)

    def counted(self, tokens: Tokens, span: TokenSpan) -> str | None:
        """The thing that is counted, in the singular: of "number of valid patents" or "visitors to the park"."""
        lower = tokens.lower[span[0] : span[1]]
        counts = next((n for n, word in enumerate(lower[:-2]) if word in self._counting), None)
        if counts is not None:
            lower = lower[counts + 2 :]
            if lower[0] in self._people:
                return self.person
        noun, prefix = None, ""
        for n, word in enumerate(lower):
            bits = self._lexicon.classes(word)
            if word == "-" and noun:
                prefix = noun + word
                continue
            if noun and bits & (lx.PREPOSITION | lx.SUBORDINATOR | lx.SYMBOL):
                break
            if word in self._counting and noun:
                return self._lexicon.lemma(noun, lx.PLURAL)  # "passenger numbers"
            if bits & (lx.PLURAL | lx.NOUN | lx.UNKNOWN):
                noun, prefix = word, prefix if n and lower[n - 1] == "-" else ""
        if noun is None or noun in self._uncounted:
            return None
        bits = self._lexicon.classes(noun)
        if counts is None and not bits & lx.PLURAL:
            return None
        return prefix + self._lexicon.lemma(noun, lx.PLURAL)
