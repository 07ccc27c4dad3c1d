"""Compile ``rules/language/lexicon.tsv`` from lemminflect's lookup tables (MIT; from the NIH SPECIALIST Lexicon).

    pip install lemminflect && python scripts/build_lexicon.py

One line a word form: the form in lower case, then for each possible part of speech ``CLASS=lemma``. Classes: N noun in the
singular, S noun in the plural, P proper noun, J adjective, R adverb, V verb base form, Z third person, D past tense, E past
participle, G -ing form.
"""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from pathlib import Path

import lemminflect

OUT = Path(__file__).resolve().parents[1] / "rules" / "language" / "lexicon.tsv"
LOOKUP = Path(lemminflect.__file__).parent / "resources" / "lemma_lu.csv.gz"
VERB_CLASS = {"VB": "V", "VBP": "V", "VBZ": "Z", "VBD": "D", "VBN": "E", "VBG": "G"}
RARE = {
    *(("rent", entry) for entry in ("D=rend", "E=rend")),
    *(("fell", f"{letter}=fell") for letter in "JNV"),
    ("firm", "J=firm"),
    ("aside", "N=aside"),
    ("council", "J=council"),
}
"""What forms are not in news: nothing is rent asunder, nobody fells, a firm is a company, a council no quality, and money
is set aside."""
MISSING = ("act", "advert", "bar", "canton", "dam", "questionnaire", "temp", "vet")
"""Nouns that the tables list as verbs only."""
ADJECTIVES = ("hourly",)
"""Adjectives that the tables list as adverbs only."""


def verb_classes(form: str, lemma: str) -> set[str]:
    """The classes a verb form can have: ``set`` is base form, past tense and past participle of ``set``."""
    inflections = lemminflect.getAllInflections(lemma, "VERB")
    found = {VERB_CLASS[tag] for tag, forms in inflections.items() if form in forms and tag in VERB_CLASS}
    if "D" in found and "VBN" not in inflections:
        found.add("E")  # the tables list a participle only where it differs from the past tense
    return found or {"V"}


def classes(form: str, pos: str, lemma: str) -> set[str]:
    if pos in ("verb", "aux"):
        return verb_classes(form, lemma)
    if pos == "noun":
        if form[0].isupper():
            return {"P"}
        return {"N" if form == lemma else "S"}
    return {"J" if pos == "adj" else "R"}


def main() -> None:
    table: dict[str, set[str]] = defaultdict(set)
    with gzip.open(LOOKUP, "rt", encoding="utf-8") as lines:
        for form, pos, lemmas in csv.reader(lines):
            if "\t" in form or " " in form:
                continue
            for lemma in lemmas.split("/"):
                for word_class in classes(form, pos, lemma):
                    if (form, f"{word_class}={lemma}") not in RARE:
                        table[form.lower()].add(f"{word_class}={lemma}")
    for entries in table.values():
        # A few plurals are missing where the verb form is listed: "dams".
        lemmas = {entry[2:] for entry in entries if entry.startswith("Z=")}
        entries.update(f"S={lemma}" for lemma in lemmas if f"N={lemma}" in table.get(lemma.lower(), ()))
    table["people"].add("S=person")  # a singular noun in the tables
    table["hourly"].add("J=hourly")  # an adverb in the tables
    for noun in MISSING:
        table[noun].add(f"N={noun}")
        table[f"{noun}s"].add(f"S={noun}")
    for adjective in ADJECTIVES:
        table[adjective].add(f"J={adjective}")
    rows = [f"{form}\t{' '.join(sorted(entries))}\n" for form, entries in sorted(table.items())]
    OUT.write_text("".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
