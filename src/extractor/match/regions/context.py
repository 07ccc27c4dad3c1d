"""The words around a name, asked in the article's terms."""

from __future__ import annotations

import unicodedata

from extractor.language.tokens import Tokens
from extractor.match.regions.candidates import Candidate
from extractor.match.regions.cues import Cues

HYPHENS = frozenset({"-", "–", "‑"})
_ACRONYM = 5  # letters
_DASHES = frozenset({"-", "--", "–", "—", "―"})
_CODE = 2  # letters before the figures of a road
_OPENERS = frozenset({'"', "“", "'", "‘", "(", ":", "•", "-", "–", "—", "--", "*", "”", ")", ";", "/", "|"})
_STOPS = frozenset({".", "!", "?"})
_SPREAD = 10  # tokens from a dateline's place to its dash


class Context:
    """One article's tokens with questions about neighbours; a headline is worked out once a sentence."""

    def __init__(self, tokens: Tokens, cues: Cues) -> None:
        self._tokens, self._cues = tokens, cues
        self._headlines: dict[int, bool] = {}
        self._firsts = {sentence.start for sentence in tokens.sentences}

    def before(self, i: int) -> str:
        """The lower-cased token before ``i`` in its sentence, or nothing."""
        return self._tokens.lower[i - 1] if i > 0 and i not in self._firsts else ""

    def first(self, i: int) -> bool:
        """Whether token ``i`` is the first of its sentence or line."""
        return i in self._firsts

    def after(self, i: int) -> str:
        """The lower-cased token at ``i``, which follows another in its sentence, or nothing."""
        lower = self._tokens.lower
        return lower[i] if i < len(lower) and i not in self._firsts else ""

    def word(self, i: int) -> str:
        """The token at ``i`` as printed, or nothing."""
        words = self._tokens.words
        return words[i] if 0 <= i < len(words) else ""

    def capital(self, i: int) -> bool:
        """Whether a word with a capital stands at ``i``."""
        word = self.word(i)
        return bool(word) and word[0].isupper()

    def currency(self, i: int) -> bool:
        """Whether a currency sign is glued to token ``i``, before or behind: "$US", "US$"."""
        tokens = self._tokens
        if tokens.glued(i) and unicodedata.category(tokens.words[i - 1][-1]) == "Sc":
            return True
        return i + 1 < len(tokens) and tokens.glued(i + 1) and unicodedata.category(tokens.words[i + 1][0]) == "Sc"

    def acronym(self, i: int) -> bool:
        """Whether token ``i`` is a short word in capitals among words that are not: "the ITU said"."""
        word = self.word(i)
        if not (1 < len(word) <= _ACRONYM and word.isupper() and word.isalpha()):
            return False
        near = [self.word(at) for at in (i - 2, i - 1, i + 1, i + 2)]
        return not any(other.isupper() and len(other) > 1 and other.isalpha() for other in near)

    def capital_run(self, i: int) -> list[str]:
        """The lower-cased capitalised words from ``i`` on, four at most; "N2" of "the Eastern Cape N2" names a road."""
        run: list[str] = []
        while len(run) < 4 and self.capital(i) and not self.first(i) and not self._numbered(i):
            run.append(self._tokens.lower[i])
            i += 1
        return run

    def _numbered(self, i: int) -> bool:
        """A letter or two with figures, in one token or in two: "N2", "M62"."""
        words = self._tokens.words
        glued = i + 1 < len(words) and self._tokens.glued(i + 1)
        return words[i][-1].isdigit() or (len(words[i]) <= _CODE and glued and words[i + 1].isdigit())

    def opens_sentence(self, i: int) -> bool:
        """Whether token ``i`` begins a sentence, a quote or a list item, where a capital says nothing."""
        tokens = self._tokens
        if i <= 0 or tokens.words[i - 1] in _OPENERS or tokens.words[i - 1][-1] in ".!?":
            return True
        return self.first(i)

    def _opens_prose(self, i: int) -> bool:
        """Whether token ``i`` begins the first sentence of the text below the title."""
        tokens = self._tokens
        if not tokens.sentences:
            return i == 0
        number = tokens.sentence_of[i]
        first = next((n for n, sentence in enumerate(tokens.sentences) if sentence.kind == "prose"), -1)
        return number == first and tokens.sentences[number].start == i

    def headline(self, i: int) -> bool:
        """Whether the sentence of token ``i`` has capitals on nearly all its words."""
        tokens = self._tokens
        if not tokens.sentence_of:
            return False
        number = tokens.sentence_of[i]
        known = self._headlines.get(number)
        if known is None:
            sentence = tokens.sentences[number]
            words = [
                word for word in tokens.words[sentence.start : sentence.end] if len(word) > 3 and word[0].isalpha()
            ]
            closed = tokens.words[sentence.end - 1] in _STOPS  # "The Bears beat the Giants in Boston."
            known = not closed and len(words) > 3 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)
            self._headlines[number] = known
        return known

    def dateline(self, candidate: Candidate) -> bool:
        """Whether the name opens a story: "NAIROBI, Kenya (AP) —", "BEIJING, Jan. 5 (Xinhua) --"."""
        tokens, i = self._tokens, candidate.start
        if not self.opens_sentence(i):
            return False
        if tokens.words[i].isupper() and self.word(candidate.end) == ":":  # "KOCHI: Rain fell"
            return True
        if self.word(candidate.end) == ":" and self._opens_prose(i) and self.word(candidate.end + 1)[:1].isupper():
            return True  # "Mumbai: The index fell"
        for at in range(candidate.end, min(candidate.end + _SPREAD, len(tokens))):
            word = tokens.words[at]
            if word in _DASHES:
                return not tokens.glued(at) and at + 1 < len(tokens) and not tokens.glued(at + 1)
            if word == ")" and tokens.words[at - 2] == "(" and at + 1 == tokens.sentences[tokens.sentence_of[at]].end:
                return tokens.words[at - 1].isupper()  # "Pune, Aug 2 (PTI)"
            if not (word[0].isupper() or word[0].isdigit() or word in ",()./"):
                return False
        return False
