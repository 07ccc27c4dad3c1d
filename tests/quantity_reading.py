"""Quantities of a text as one line each, so that a case shows all that a mention says."""

from __future__ import annotations

from extractor.language.lexicon import Lexicon
from extractor.language.sentences import SentenceSplitter
from extractor.language.tokenizer import build_tokenizer
from extractor.language.tokens import TokenReader, Tokens
from extractor.match.mentions import QuantityMention
from extractor.match.quantities import QuantityMatcher
from extractor.records import plain
from extractor.rules import RuleSet


class Reading:
    """The stages up to quantities, built once."""

    def __init__(self) -> None:
        self.rules = RuleSet.load()
        self.lexicon = Lexicon(self.rules)
        self._reader = TokenReader(build_tokenizer(self.rules))
        self._sentences = SentenceSplitter(self.rules)
        self.matcher = QuantityMatcher(self.rules, self.lexicon)

    def tokens(self, text: str) -> Tokens:
        """Tokens with sentences."""
        tokens = self._reader.read(text)
        self._sentences.split(tokens, [])
        return tokens

    def lines(self, text: str, country: str | None = None) -> list[str]:
        """One line a quantity: ``about 7 km -> ~ 7 kilometer [km]``."""
        return [line(text, mention) for mention in self.matcher.match(self.tokens(text), [], country)[0]]


def line(text: str, mention: QuantityMention) -> str:
    """Quote, modifier, value, unit, code, denominator, form, flags and equivalents of a mention."""
    parts = [text[mention.start_char : mention.end_char], "->"]
    parts += [mention.modifier] if mention.modifier != "=" else []
    parts.append(_value(mention))
    if mention.unit is not None:
        unit = mention.unit
        parts.append(unit.name + (f" [{unit.code}]" if unit.code else ""))
        if unit.per_name:
            parts.append(f"per {plain(unit.per_value)} {unit.per_name}" if unit.per_value else f"per {unit.per_name}")
    flags = [mention.form] if mention.form != "amount" else []
    flags += [{1: "plus", -1: "minus"}[mention.sign]] if mention.sign else []
    flags += ["elided"] if mention.elided else []
    flags += ["vague"] if mention.vague else []
    parts += [f"({', '.join(flags)})"] if flags else []
    return " ".join([*parts, *(f"= {line(text, other)}" for other in mention.equivalents)])


def _value(mention: QuantityMention) -> str:
    if mention.value is not None:
        return plain(mention.value)
    assert mention.low is not None
    assert mention.high is not None
    return f"{plain(mention.low)}..{plain(mention.high)}"
