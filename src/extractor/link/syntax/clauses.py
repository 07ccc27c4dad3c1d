"""Which noun group is the subject of which verb, found by walking back over the chunks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractor.link.syntax.chunks import Chunk


@dataclass(slots=True)
class Phrase:
    """A noun group with its complements: chunks ``first`` to ``last`` (inclusive), ``head`` the chunk that rules it."""

    first: int
    last: int
    head: int


def noun_phrase_before(chunks: list[Chunk], k: int, floor: int = 0) -> Phrase | None:
    """The noun phrase that ends at chunk ``k`` or just before it, read back to the group that no preposition governs.

    "the rate of growth in Kenya" is one phrase whose head is "the rate".
    """
    last = -1
    while k >= floor:
        chunk = chunks[k]
        if chunk.kind == ")":
            k = opening(chunks, k) - 1
            continue
        date = chunks[k + 1].date if chunk.kind == "prep" and k + 1 < len(chunks) else None
        dated = date is not None and chunks[k + 1].kind == "date" and (last < 0 or date.type == "DURATION")
        if chunk.kind in {"adv", "date"} or dated:
            k -= 1  # "the number of spots in September", "people waiting more than 9 months for treatment"
            continue
        if chunk.kind == "q" and last < 0:
            last = k
        if chunk.kind not in {"np", "q"}:
            return None
        last = k if last < 0 else last
        before = k - 1
        while before >= floor and chunks[before].kind == "adv":
            before -= 1
        if before < floor:
            return Phrase(k, last, k)
        if before < k - 1 and _is_place(chunk) and chunks[before].kind == "np":
            k = before  # "the toll from fires raging around Athens"
            continue
        outer = _ruling(chunks, k, before, floor)
        if outer is not None:
            k = outer
            continue
        if chunks[before].kind == "conj" and before > floor and chunks[before - 1].kind == "np" and chunk.kind == "np":
            joined = noun_phrase_before(chunks, before - 1, floor)
            if joined is not None and joined.last == before - 1:
                return Phrase(joined.first, last, joined.head)
        return Phrase(k, last, k)
    return None


def _ruling(chunks: list[Chunk], k: int, before: int, floor: int) -> int | None:
    """The group that rules the one at chunk ``k`` over the chunk ``before`` it: a preposition, a participle, a place."""
    previous, room = chunks[before], before - floor
    kinds = [chunks[n].kind for n in range(before - 1, max(before - 4, floor - 1), -1)] + ["", "", ""]
    if previous.kind == "," and room > 0 and _is_place(chunks[k]) and _is_place(chunks[before - 1]):
        return before - 1  # "Cushing, Oklahoma"
    unit = previous.quantity.unit if previous.quantity is not None else None
    measured = unit is not None and not unit.noun
    bare = previous.kind == "q" and unit is None
    if (measured or bare) and previous.end == chunks[k].start and room > 1 and kinds[:2] == ["prep", "np"]:
        return before - 2  # "the rate on a 30-year mortgage", "prices in the 20 biggest cities"
    if previous.kind == "prep":
        if kinds[0] == "np" and chunks[before - 1].form == "pronoun" and kinds[1] == "vg":
            return None  # "leaving it with revenue"
        if kinds[0] == "date" and not _dated_group(chunks, before - 1, floor):
            return None  # "who waited at least 12 hours for a bed"
        if kinds[0] in {"np", "q", ")", "date"}:
            return before - 1
        form = chunks[before - 1].form if kinds[0] == "vg" else ""
        if form in {"participle", "ing"} and kinds[1] in {"np", "q"}:
            return before - 2  # "patents held by firms", "fires raging around the city", "40 mills surveyed by Mysteel"
        if form == "participle" and kinds[1:3] == ["adv", "np"]:
            return before - 3  # "mills newly built in Kenya"
        if form == "ing" and kinds[1:3] == ["prep", "np"]:
            return before - 3  # "the cost of looking after children"
    if previous.kind == "vg" and previous.form in {"participle", "ing"}:
        if kinds[0] == "np":
            return before - 1  # "firms holding patents"
        if previous.form == "ing" and kinds[:2] == ["prep", "np"]:
            return before - 2  # "income from selling patents"
        if previous.form == "ing" and kinds[:3] == ["prep", "vg", "np"] and chunks[before - 2].form == "participle":
            return before - 3  # "cash provided by operating activities"
    return None


def _dated_group(chunks: list[Chunk], k: int, floor: int) -> bool:
    """A noun group stands before the date at chunk ``k``: "the number in May of"."""
    while k > floor and chunks[k].kind in {"date", "prep", "adv"}:
        k -= 1
    return chunks[k].kind != "vg"


def _is_place(chunk: Chunk) -> bool:
    return chunk.kind == "np" and bool(chunk.regions) and chunk.regions[-1].end == chunk.end


def opening(chunks: list[Chunk], k: int) -> int:
    """The bracket that closes at ``k``; 0 if there is none."""
    depth = 0
    while k >= 0:
        depth += (chunks[k].kind == ")") - (chunks[k].kind == "(")
        if depth == 0:
            return k
        k -= 1
    return 0


def subject_of(chunks: list[Chunk], verb: int, depth: int = 0) -> Phrase | None:
    """The subject of the verb group at chunk ``verb``."""
    k = verb - 1
    while k >= 0 and depth < 6:
        chunk = chunks[k]
        beside = chunk.form == "participle" or (k == verb - 1 and chunk.end == chunks[verb].start)
        reduced = chunk.kind == "vg" and beside and k > 0 and chunks[k - 1].kind == "np"
        if chunk.kind in {"adv", "date"} or reduced:
            k -= 1  # "the area sown shrank": past the participle
        elif chunk.kind == ")":
            k = opening(chunks, k) - 1
        elif chunk.kind in {"np", "q"}:
            phrase = noun_phrase_before(chunks, k)
            return _antecedent(chunks, phrase) or phrase if phrase is not None else None
        elif chunk.kind == "sub" and k == verb - 1 and chunks[verb].form == "ing":
            return _shared_subject(chunks, verb, depth)  # "Output was flat in May after dropping 3 percent"
        elif chunk.kind == "sub":
            # "X, which employs": the antecedent is the subject
            before = k - 1
            while before >= 0 and chunks[before].kind in {",", "prep"}:
                before -= 1
            return _last_group(chunks, before) if before >= 0 else None
        elif chunk.kind == ",":
            comma, k = k, _skip_insertion(chunks, k, verb)
            if k < 0:
                shared = _shared_subject(chunks, verb, depth)
                opens = shared is None and chunks[verb].form in {"ing", "participle"}
                return noun_phrase_before(chunks, comma - 1) if opens else shared  # "A plant, costing 2.8 million, will"
        elif chunk.kind in {"conj", "vg"}:
            return _shared_subject(chunks, verb, depth)
        elif chunk.kind == "prep":
            k -= 1
        else:
            return None
    return None


def _last_group(chunks: list[Chunk], k: int) -> Phrase | None:
    """What "which" stands for: in "to farmers at the support price of 2,425 rupees, which is" the price."""
    if k > 1 and [chunk.kind for chunk in chunks[k - 2 : k + 1]] == ["np", "prep", "q"]:
        quantity = chunks[k].quantity
        if quantity is not None and quantity.noun is None:
            return Phrase(k - 2, k, k - 2)
    return noun_phrase_before(chunks, k)


def _antecedent(chunks: list[Chunk], phrase: Phrase) -> Phrase | None:
    """"the toll from the floods that swept through the province has risen": past the relative clause, "the toll"."""
    k = phrase.first - 1
    while k >= 0 and chunks[k].kind in {"prep", "adv", "date", "np", "q", "conj"}:
        k -= 1
    if k < 1 or chunks[k].kind != "vg":
        return None
    opens = k - 1
    while opens >= 0 and chunks[opens].kind in {"np", "adv"}:
        opens -= 1  # "in which every member was out of work": the clause has a subject of its own
    if opens < 1 or chunks[opens].kind != "sub":
        return None
    before = opens - 1
    if chunks[before].kind == "prep":
        before -= 1
    if before < 0 or chunks[before].kind != "np":
        return None
    return noun_phrase_before(chunks, before)


def _skip_insertion(chunks: list[Chunk], comma: int, verb: int) -> int:
    """The chunk before an insertion between commas that ends at ``comma``; -1 if the comma opens the verb's own phrase."""
    if chunks[verb].form in {"ing", "participle"}:
        return -1
    k = comma - 1
    while k >= 0 and chunks[k].kind not in {",", ";"}:
        k -= 1
    if k < 0 or chunks[k].kind == ";":
        return -1
    return _before_list(chunks, k, comma) - 1


def _before_list(chunks: list[Chunk], comma: int, end: int) -> int:
    """The comma that opens an inserted list, whose last comma is ``comma``: "exports, chiefly ore, oil and gas, rose"."""
    joined = any(chunk.kind == "conj" for chunk in chunks[comma + 1 : end])
    k = comma
    while joined and k > 1 and chunks[k - 1].kind == "np":
        if chunks[k - 2].kind == "adv" and k > 2 and chunks[k - 3].kind == ",":
            return k - 3
        if chunks[k - 2].kind != ",":
            break
        k -= 2
    return comma


def _shared_subject(chunks: list[Chunk], verb: int, depth: int) -> Phrase | None:
    """The subject of the nearest finite verb before: for "and rose to", ", accounting for"; of the nearest infinitive for
    another one: "sees the rate to average 9.5 percent and to ease"."""
    forms = {"finite", "infinitive"} if chunks[verb].form == "infinitive" else {"finite"}
    for k in range(verb - 1, -1, -1):
        if chunks[k].kind == "vg" and chunks[k].form in forms:
            return subject_of(chunks, k, depth + 1)
        if chunks[k].kind == ";":
            return None
    return None


def clause_numbers(chunks: list[Chunk]) -> list[str]:
    """A path for each chunk: "" in the main clause, "/1" in its first subordinate clause, "/1/2" in one inside that.

    A clause that opens behind a comma ("X, which employs 12 people, said") closes at the next comma.
    """
    if "sub" not in [chunk.kind for chunk in chunks]:
        return [""] * len(chunks)  # half of all sentences
    path, opened, found = "", 0, []
    inserted: list[bool] = []
    for k, chunk in enumerate(chunks):
        if chunk.kind == "sub":
            opened += 1
            path = f"{path}/{opened}"
            inserted.append(k > 0 and chunks[k - 1].kind in {",", "prep"} and chunk.form != "contrast")
        elif chunk.kind == "," and inserted and inserted[-1] and _gapped_verb(chunks, k):
            pass  # "of which Taiwan accounted for 38%, South Korea 27%"
        elif chunk.kind == "," and inserted and inserted[-1] and k + 1 < len(chunks) and chunks[k + 1].kind in {"vg", "np"}:
            inserted.pop()
            path = path.rsplit("/", 1)[0]
        elif chunk.kind == "," and inserted and _resumes(chunks, k + 1):
            inserted.pop()  # "..., hit by a collapse that killed six, shipped"
            path = path.rsplit("/", 1)[0]
        elif chunk.kind == "," and inserted and inserted[-1] and _gapped_place(chunks, k + 1):
            inserted.pop()  # "1,100 homes burned in Biobio, where 13 people died, and 400 in Maule"
            path = path.rsplit("/", 1)[0]
        elif chunk.kind == ";":
            path, inserted = "", []
        found.append(path)
    return found


def _gapped_verb(chunks: list[Chunk], k: int) -> bool:
    """A group and its number right behind the comma, as a group and a number before it: the verb is said once."""
    kinds = [chunk.kind for chunk in chunks[k + 1 : k + 3]]
    return kinds == ["np", "q"] and k > 0 and chunks[k - 1].kind == "q" and chunks[k + 1].end == chunks[k + 2].start


def _resumes(chunks: list[Chunk], k: int) -> bool:
    """A finite verb behind a comma has its subject before the clause that the comma closes."""
    while k < len(chunks) and chunks[k].kind == "adv":
        k += 1
    return k < len(chunks) and chunks[k].kind == "vg" and chunks[k].form == "finite"


def _gapped_place(chunks: list[Chunk], k: int) -> bool:
    """"and another 400 in Maule"."""
    if k >= len(chunks) or chunks[k].kind != "conj":
        return False
    k += 1
    while k < len(chunks) and chunks[k].kind in {"adv", "prep"}:
        k += 1
    behind = chunks[k : k + 3]
    return [chunk.kind for chunk in behind] == ["q", "prep", "np"] and bool(behind[-1].regions)


@cache
def ancestors(path: str) -> frozenset[str]:
    """The path and all that it lies in: "/1/2" gives "", "/1", "/1/2"."""
    parts = path.split("/")
    return frozenset("/".join(parts[:n]) for n in range(1, len(parts) + 1))
