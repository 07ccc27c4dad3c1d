"""What ties a quantity to its clause: the verb, preposition, bracket or comma before it, or the words after it."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.language.tokens import Tokens
from extractor.link.drafts import Clauses
from extractor.link.frames import FrameTable, Named
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import opening

_SHORT = 2  # words of "the week"


@dataclass(slots=True)
class Tie:
    """``at`` is the governing chunk (-1: the sentence starts here), ``kind`` its kind, ``transparent`` a group passed."""

    kind: str
    at: int
    word: str
    transparent: int = -1


def governor(clauses: Clauses, k: int, table: FrameTable) -> Tie:
    """The chunk that governs the quantity at chunk ``k``, past adverbs, modifiers and transparent groups.

    In "reached a record high of 5 percent" it is "reached".
    """
    chunks, skip = clauses.chunks, table.cues["before_quantity"]
    at, transparent = k - 1, -1
    while at >= 0:
        chunk = chunks[at]
        if chunk.kind == "adv" and (chunk.word not in table.particles or _either(clauses, at, table)):
            at -= 1
        elif chunk.kind == "prep" and chunk.word in table.cues["noun_before"] and chunk.word not in table.cues["of"] and (
            at > 0 and chunks[at - 1].kind == "vg"
        ):
            at -= 1  # "the tax is worth 7.4 billion"
        elif chunk.kind == "prep" and at == k - 1 and at > 0 and chunks[at - 1].word in table.cues["equal_word"]:
            at -= 2  # "the cuts are equal to 31 lei"
        elif chunk.kind == "prep" and chunk.word in table.cues["range_open"] and at == k - 1 and _range(chunks[k]):
            at -= 1
        elif chunk.kind == "prep" and chunk.word in skip and _modifies(chunks, at, k, table):
            at -= 1
        elif chunk.kind == "sub" and chunk.word in skip and _modified(chunks[k]):
            at -= 1
        elif chunk.kind == "prep" and chunk.word in table.cues["of"] and _transparent(clauses.tokens, chunks, at - 1, table):
            transparent, at = at - 1, at - 2
        elif at == k - 1 > 0 and chunks[at - 1].kind == "vg" and _session(chunk, table):
            at -= 1  # "closed daytime trade 0.3 percent lower"
        elif chunk.kind == "np" and (at == k - 1 and _premodifier(clauses, chunk, table) or _filler(clauses, chunk, table)):
            at -= 1
        elif chunk.kind == "vg" and chunk.word in table.cues["say"] and _is_subject(chunks, k):
            break
        else:
            return Tie(chunk.kind, at, chunk.word, transparent)
    return Tie("start", -1, "", transparent)


def following(clauses: Clauses, k: int, table: FrameTable) -> tuple[str, int, Named | None]:
    """What follows the quantity: ("noun", chunk, its row), ("comparative", ...), ("of", chunk, None) or ("", -1, None)."""
    chunks = clauses.chunks
    at = k + 1
    if at < len(chunks) and chunks[at].kind == "(":
        closing = next((n for n in range(at, len(chunks)) if chunks[n].kind == ")"), at)
        behind = chunks[closing + 1].word if closing + 1 < len(chunks) else ""
        if behind in table.cues["of"] or behind in table.comparatives:
            at = closing + 1  # "3.7 million (35.9%) of the persons", "33,000 (0.1%) fewer than"
    while at < len(chunks) and chunks[at].kind == "adv" and chunks[at].word not in table.comparatives:
        at += 1
    if at >= len(chunks):
        return "", -1, None
    other = k > 0 and clauses.word(k - 1) in table.cues["or"]
    if other and chunks[at].kind == "," and clauses.word(at + 1) in table.comparatives:
        at += 1  # "480, or 42 percent, fewer than"
    chunk = chunks[at]
    no_longer = at > k + 1 and chunks[at - 1].word in table.cues["no"]
    date = chunks[at + 1].date if chunk.kind == "prep" and clauses.kind(at + 1) == "date" else None
    no_longer = no_longer or (date is not None and date.type == "DURATION")  # "12 million over three years"
    for word in dict.fromkeys((chunk.word, clauses.tokens.lower[chunk.start])):
        if not no_longer and word in table.comparatives and chunk.kind in {"np", "adv", "prep", "sub"}:
            return "comparative", at, table.comparatives[word]
    if chunk.kind == "np" and at == k + 1 and chunk.word in table.nouns and chunk.form != "pronoun":
        return "noun", at, table.nouns[chunk.word]
    out = chunk.kind == "prep" and chunk.word in table.cues["out"] and clauses.kind(at + 2) == "q"
    if out and clauses.word(at + 1) in table.cues["of"]:
        return "of", at + 1, None  # "14 out of 39 branches"
    if chunk.kind == "prep" and chunk.word in table.cues["of"]:
        return "of", at, None
    return "", at, None


def verb_before(clauses: Clauses, k: int) -> int:
    """The nearest verb group left of chunk ``k`` in the same clause; -1 if there is none."""
    chunks = clauses.chunks
    at = k - 1
    while at >= 0 and chunks[at].kind not in {";", "."}:
        if chunks[at].kind == "vg":
            return at
        if chunks[at].kind == ")":
            at = opening(chunks, at)
        at -= 1
    return -1


def _is_subject(chunks: list[Chunk], k: int) -> bool:
    """"said 50 million had been set aside": the number is the subject of what was said."""
    behind = chunks[k + 1] if k + 1 < len(chunks) else None
    return behind is not None and behind.kind == "vg" and behind.form == "finite" and behind.end - behind.start > 1


def _either(clauses: Clauses, at: int, table: FrameTable) -> bool:
    """"plus or minus 3 points"."""
    return any(clauses.kind(n) == "adv" and clauses.word(n) in table.cues["or"] for n in (at - 1, at + 1))


def _range(chunk: Chunk) -> bool:
    """"between 2 and 2.5": the preposition belongs to the range."""
    return chunk.quantity is not None and chunk.quantity.low is not None


def _modified(chunk: Chunk) -> bool:
    """"as much as 13 per cent"."""
    return chunk.quantity is not None and chunk.quantity.modifier != "="


def _modifies(chunks: list[Chunk], at: int, k: int, table: FrameTable) -> bool:
    """"over 5 million", "up to 5", "at least 5", "more than 5": the preposition belongs to the number."""
    quantity = chunks[k].quantity
    if quantity is None or quantity.modifier == "=":
        return False
    word = chunks[at].word
    if word in table.cues["plain_preposition"]:
        # "up to", "at least", "close to"; but "rose to about 5"
        near = chunks[at - 1] if at > 0 else None
        beside = chunks[at + 1] if at + 1 < k else None
        if word in table.cues["to"]:
            return near is not None and near.kind in {"adv", "prep"} and near.end == chunks[at].start and at == k - 1
        if word not in table.cues["at"]:
            return False
        # "at least" leaves a gap: its second word belongs to no phrase.
        gap = at == k - 1 and chunks[at].end < chunks[k].start and quantity.modifier in {">=", "<="}
        acted = near is not None and near.kind == "np"  # "valued the group at around 19 billion"
        return gap or (beside is not None and beside.kind == "adv" and not acted)
    return word not in table.cues["than"] or at > 0


def _transparent(tokens: Tokens, chunks: list[Chunk], at: int, table: FrameTable) -> bool:
    """"a total of 5", "a record high of 5": the group says nothing of its own and a verb stands before it."""
    if at < 1 or chunks[at].kind != "np" or chunks[at].word not in table.cues["transparent"]:
        return False
    chunk = chunks[at]
    inner = range(chunk.start, chunk.head)
    short = chunk.end - chunk.start <= 6 and all(
        tokens.lower[i] in table.cues["plain_before"] or tokens.lower[i].isdigit() for i in inner
    )  # "an 11-year high of 5"
    before = at - 1
    while before > 0 and (chunks[before].kind == "adv" or _article(tokens, chunks[before], table)):
        before -= 1  # "to a seasonally adjusted annual rate of 4 million"
    return short and chunks[before].kind in {"vg", "prep", ","} and not chunks[at].regions


def _session(chunk: Chunk, table: FrameTable) -> bool:
    return chunk.kind in {"np", "date"} and (chunk.word in table.cues["session_noun"] or (
        chunk.date is not None and chunk.end - chunk.start <= _SHORT and chunk.date.grain in table.cues["session_noun"]
    ))


def _article(tokens: Tokens, chunk: Chunk, table: FrameTable) -> bool:
    return chunk.end - chunk.start == 1 and tokens.lower[chunk.start] in table.cues["article"]


def _premodifier(clauses: Clauses, chunk: Chunk, table: FrameTable) -> bool:
    """"a record $74.05", "a paltry 2.2 percent": an indefinite group right before the number belongs to it."""
    return clauses.tokens.lower[chunk.start] in table.cues["indefinite"] and chunk.end - chunk.start <= 3


def _filler(clauses: Clauses, chunk: Chunk, table: FrameTable) -> bool:
    """"adds record 29.5 GW", "close to 50": words that only colour the number."""
    words = clauses.tokens.lower[chunk.start : chunk.end]
    return all(word in table.cues["plain_before"] or word in table.cues["before_quantity"] for word in words)
