"""What parts of speech a word can have, and its lemmas: closed classes from rules, open ones from a compiled table."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from extractor.language.memo import Memo
from extractor.rules import Row, RuleSet

# Open classes, one bit each; the letters are those of ``rules/language/lexicon.tsv``.
NOUN, PLURAL, PROPER, ADJ, ADVERB, BASE, THIRD, PAST, PARTICIPLE, ING = (1 << n for n in range(10))
LETTERS = dict(zip("NSPJRVZDEG", (NOUN, PLURAL, PROPER, ADJ, ADVERB, BASE, THIRD, PAST, PARTICIPLE, ING), strict=True))
_VERB_LETTERS = frozenset("VZDEG")
# Closed classes.
ARTICLE, DETERMINER, POSSESSIVE, PRONOUN, PREPOSITION, CONJUNCTION, SUBORDINATOR = (1 << n for n in range(10, 17))
BE, HAVE, DO, MODAL, NEGATION, CLOSED_ADVERB = (1 << n for n in range(17, 23))
NUMBER, SYMBOL, UNKNOWN = (1 << n for n in range(23, 26))
# Single words of a closed class that behave unlike the others of it.
CLITIC, INFINITIVE, MONTH, PARTICLE, DEMONSTRATIVE, AMPERSAND = (1 << n for n in range(26, 32))
CLOSED = {
    "article": ARTICLE,
    "determiner": DETERMINER,
    "possessive": POSSESSIVE,
    "pronoun": PRONOUN,
    "preposition": PREPOSITION,
    "conjunction": CONJUNCTION,
    "subordinator": SUBORDINATOR,
    "be": BE,
    "have": HAVE,
    "do": DO,
    "modal": MODAL,
    "negation": NEGATION,
    "adverb": CLOSED_ADVERB,
    "clitic": CLITIC,
    "infinitive": INFINITIVE,
    "month": MONTH,
    "particle": PARTICLE,
    "demonstrative": DEMONSTRATIVE,
    "ampersand": AMPERSAND,
}
ANY_NOUN = NOUN | PLURAL | PROPER
FINITE = THIRD | PAST
ANY_VERB = BASE | THIRD | PAST | PARTICIPLE | ING


class GuessRow(Row):
    """Classes of words that no list has, by their ending; ``classes`` are letters as in ``lexicon.tsv``."""

    endings: tuple[str, ...]
    unless: tuple[str, ...] = ()
    classes: str

    def fits(self, lower: str) -> bool:
        """True where the word has one of the endings and none of the exceptions."""
        return lower.endswith(self.endings) and not lower.endswith(self.unless)


class SingularRow(Row):
    """How a plural that no list has loses its ending: ``cut`` letters go, ``put`` comes in their place."""

    endings: tuple[str, ...]
    unless: tuple[str, ...] = ()
    cut: int
    put: str = ""
    shortest: int = 1

    def fits(self, lower: str) -> bool:
        """True where the word has one of the endings and none of the exceptions."""
        return len(lower) >= self.shortest and lower.endswith(self.endings) and not lower.endswith(self.unless)


class Lexicon:
    """Classes and lemmas by lower-cased word.

    >>> lexicon = Lexicon(RuleSet.load())
    >>> bool(lexicon.classes("rose") & PAST), lexicon.lemma("rose", PAST), lexicon.lemma("patents", PLURAL)
    (True, 'rise', 'patent')
    """

    def __init__(self, rules: RuleSet) -> None:
        self._entries: dict[str, str] = {}
        for root in rules.roots:
            self._entries.update(_read(root / "language" / "lexicon.tsv"))
        self._closed: dict[str, int] = {}
        classes = rules.words("language", "wordclass")
        for name, words in classes.items():
            for word in words:
                if name in CLOSED:
                    self._closed[word] = self._closed.get(word, 0) | CLOSED[name]
        self._auxiliaries = tuple((CLOSED[name], classes[name][0]) for name in ("have", "be", "do"))
        self._guesses = [
            (row, sum(LETTERS[letter] for letter in row.classes))
            for row in rules.rows("language", "guess", GuessRow).values()
        ]
        self._singulars = list(rules.rows("language", "singular", SingularRow).values())
        self.classes: Callable[[str], int] = Memo(self._classify).__getitem__
        """Bits of all classes the word can have; UNKNOWN if it is in no list, NUMBER and SYMBOL by its characters.

        A lookup and no method of its own: it is asked for each word.
        """
        self._lemmas: dict[tuple[str, int], str] = {}

    def lemma(self, lower: str, wanted: int) -> str:
        """The lemma under the first of the wanted classes that the word has; the word itself if it has none."""
        known = self._lemmas.get((lower, wanted))
        if known is None:
            known = self._lemmas[lower, wanted] = self._lemma(lower, wanted)
        return known

    def _lemma(self, lower: str, wanted: int) -> str:
        for entry in self._entries.get(lower, "").split():
            letter, _, lemma = entry.partition("=")
            if LETTERS[letter] & wanted:
                return lemma.lower()
        return self._singular(lower) if wanted & PLURAL else lower

    def auxiliary(self, bits: int) -> str:
        """The lemma of an auxiliary that stands without a main verb, by its classes; a modal counts as the last of them."""
        return next((lemma for name, lemma in self._auxiliaries if bits & name), self._auxiliaries[-1][1])

    def forms_of(self, lemmas: set[str]) -> frozenset[str]:
        """All verb forms of the lemmas: "rise" gives rise, rises, rose, risen, rising."""
        return frozenset(form for lemma in lemmas for form in self._verb_forms.get(lemma, ()))

    @cached_property
    def _verb_forms(self) -> dict[str, list[str]]:
        """All forms by lemma."""
        forms: dict[str, list[str]] = {}
        for form, entry in self._entries.items():
            for part in entry.split():
                if part[0] in _VERB_LETTERS:
                    forms.setdefault(part[2:], []).append(form)
        return forms

    def _classify(self, lower: str) -> int:
        closed = self._closed.get(lower)
        if closed is not None:
            return closed
        if not any(char.isalpha() for char in lower):
            return NUMBER if any(char.isdigit() for char in lower) else SYMBOL
        entry = self._entries.get(lower)
        if entry is None:
            return UNKNOWN | self._guess(lower)
        bits = 0
        for part in entry.split():
            bits |= LETTERS[part[0]]
        return bits

    def _guess(self, lower: str) -> int:
        """Classes of a word that no list has, by its suffix: an unlisted word of news is nearly always a name or a noun."""
        return next((bits for row, bits in self._guesses if row.fits(lower)), NOUN)

    def _singular(self, lower: str) -> str:
        """Singular of a plural that no list has: ``teslas`` is ``tesla``, ``bodyworks`` ``bodywork``, ``glass`` stays."""
        row = next((row for row in self._singulars if row.fits(lower)), None)
        return lower if row is None else lower[: -row.cut] + row.put


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)
