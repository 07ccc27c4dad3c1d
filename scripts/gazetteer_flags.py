"""What single words are besides places: first names, surnames, words of the language."""

from __future__ import annotations

import re
import sys
from importlib.util import find_spec
from pathlib import Path

from gazetteer_parts import HERE, Place


def common_words() -> set[str]:
    """Words that the lexicon has as something other than a name."""
    lines = (HERE.parent / "rules" / "language" / "lexicon.tsv").read_text(encoding="utf-8").splitlines()
    entries = (line.split("\t", 1) for line in lines)
    return {word for word, parts in entries if " P=" not in f" {parts}" or re.search(r"(?<!\S)[GJRV]=", parts)}


def census(name: str, count: int) -> set[str]:
    """The most frequent names of a list of the 1990 census of the United States, lower case."""
    spec = find_spec("names")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("names is not installed")
    lines = Path(spec.submodule_search_locations[0]).joinpath(name).read_text(encoding="ascii").splitlines()
    return {line.split()[0].lower() for line in lines[:count]}


def flags(places: list[Place], words: set[str]) -> str:
    """The lines of ``name_flags.tsv``."""
    single = {
        name.lower() for place in places for name in (place.name, *place.aliases) if re.fullmatch(r"[\w']+", name)
    }
    nations = {name.lower() for place in places if place.kind == "country" for name in (place.name, *place.aliases)}
    first = (census("dist.male.first", 1000) | census("dist.female.first", 1600)) - words - nations | (
        (census("dist.male.first", 150) | census("dist.female.first", 150))
        - {"mark", "will", "an", "may", "june", "april"}
    )
    last = census("dist.all.last", 9000) & single - nations
    table: dict[str, str] = {}
    for letter, names in (("f", first), ("s", last), ("w", words & single - nations)):
        for name in names:
            table[name] = table.get(name, "") + letter
    return "".join(f"{name}\t{letters}\n" for name, letters in sorted(table.items()))
