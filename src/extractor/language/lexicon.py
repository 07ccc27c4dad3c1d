"""What parts of speech a word can have, and its lemmas: closed classes from rules, open ones from a compiled table."""

from __future__ import annotations

from pathlib import Path

from extractor.rules import RuleSet

# Open classes, one bit each; the letters are those of ``rules/language/lexicon.tsv``.
NOUN, PLURAL, PROPER, ADJ, ADVERB, BASE, THIRD, PAST, PARTICIPLE, ING = (1 << n for n in range(10))
LETTERS = dict(zip("NSPJRVZDEG", (NOUN, PLURAL, PROPER, ADJ, ADVERB, BASE, THIRD, PAST, PARTICIPLE, ING), strict=True))
_VERB_LETTERS = frozenset("VZDEG")
# Closed classes.
ARTICLE, DETERMINER, POSSESSIVE, PRONOUN, PREPOSITION, CONJUNCTION, SUBORDINATOR = (1 << n for n in range(10, 17))
BE, HAVE, DO, MODAL, NEGATION, CLOSED_ADVERB = (1 << n for n in range(17, 23))
NUMBER, SYMBOL, UNKNOWN = (1 << n for n in range(23, 26))
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
}
ANY_NOUN = NOUN | PLURAL | PROPER
FINITE = THIRD | PAST
ANY_VERB = BASE | THIRD | PAST | PARTICIPLE | ING


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
        for name, words in rules.words("language", "wordclass").items():
            for word in words:
                if name in CLOSED:
                    self._closed[word] = self._closed.get(word, 0) | CLOSED[name]
        self._known: dict[str, int] = {}

    def classes(self, lower: str) -> int:
        """Bits of all classes the word can have; UNKNOWN if it is in no list, NUMBER and SYMBOL by its characters."""
        known = self._known.get(lower)
        if known is None:
            known = self._known[lower] = self._classify(lower)
        return known

    def lemma(self, lower: str, wanted: int) -> str:
        """The lemma under the first of the wanted classes that the word has; the word itself if it has none."""
        for entry in self._entries.get(lower, "").split():
            letter, _, lemma = entry.partition("=")
            if LETTERS[letter] & wanted:
                return lemma.lower()
        return _singular(lower) if wanted & PLURAL else lower

    def forms_of(self, lemmas: set[str]) -> frozenset[str]:
        """All verb forms of the lemmas: "rise" gives rise, rises, rose, risen, rising."""
        return frozenset(
            form
            for form, entry in self._entries.items()
            for part in entry.split()
            if part[0] in _VERB_LETTERS and part[2:] in lemmas
        )

    def _classify(self, lower: str) -> int:
        closed = self._closed.get(lower)
        if closed is not None:
            return closed
        if not any(char.isalpha() for char in lower):
            return NUMBER if any(char.isdigit() for char in lower) else SYMBOL
        entry = self._entries.get(lower)
        if entry is None:
            return UNKNOWN | _guess(lower)
        bits = 0
        for part in entry.split():
            bits |= LETTERS[part[0]]
        return bits


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t", 1) for line in lines)


def _guess(lower: str) -> int:
    """Classes of a word that no list has, by its suffix: an unlisted word of news is nearly always a name or a noun."""
    if lower.endswith("ly"):
        return ADVERB
    if lower.endswith("ing"):
        return ING | NOUN
    if lower.endswith("ed"):
        return PAST | PARTICIPLE | ADJ
    if lower.endswith("s") and not lower.endswith("ss"):
        return PLURAL | NOUN
    return NOUN


def _singular(lower: str) -> str:
    """Singular of a plural that no list has: ``teslas`` is ``tesla``, ``bodyworks`` ``bodywork``, ``glass`` stays."""
    if lower.endswith("ies") and len(lower) > 4:
        return lower[:-3] + "y"
    if lower.endswith(("ches", "shes", "sses", "xes", "zes")):
        return lower[:-2]
    if lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return lower[:-1]
    return lower
