"""Coordination: "A and B grew 5 and 3 percent, respectively" gives each its own number."""

from __future__ import annotations

from dataclasses import replace

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.clauses import noun_phrase_before
from extractor.link.syntax.phrases import PhraseText

_MOVES = frozenset({"change", "comparison"})
_LEAST = 2  # numbers in a row


def pair(clauses: Clauses, table: FrameTable, text: PhraseText) -> None:
    """Give the numbers before "respectively" the coordinated names before them, in order."""
    if table.cues["respectively"].isdisjoint(clauses.words):
        _pair_places(clauses, table)
        return
    for k, chunk in enumerate(clauses.chunks):
        if chunk.word in table.cues["respectively"]:
            numbers = _run_before(clauses, k)
            names = _names_before(clauses, numbers[0].chunk, len(numbers)) if len(numbers) > 1 else []
            if not names:
                _pair_behind(clauses, k)
                continue
            ruling = _ruling(clauses, names, text)
            if ruling is not None and table.cues["short_form"].issuperset(clauses.tokens.lower[slice(*ruling)]):
                ruling = None  # "the number of primary and secondary schools"
            partners = text.partner(clauses.chunks, clauses.chunks.index(names[0]))
            for run in [numbers, *_other_runs(clauses, names, numbers)]:
                for draft, name in zip(run, names, strict=False):
                    _give(draft, name, ruling, partners=partners)


def _run_before(clauses: Clauses, k: int) -> list[Draft]:
    """The drafts that stand together right before chunk ``k``, with only commas, "and" and units between."""
    found: list[Draft] = []
    end = k
    for draft in reversed(clauses.drafts):
        if draft.chunk >= k:
            continue
        between = clauses.chunks[draft.chunk + 1 : end]
        turned = [c.kind for c in between[-2:]] == [",", "prep"]  # "was 412 and 390 lei, up 4 and 5 percent"
        crossed = turned or any(c.kind in {"vg", ";", "sub"} for c in between)
        if crossed or sum(c.kind in {"np", "date"} for c in between) > 1:
            break
        found.insert(0, draft)
        end = draft.chunk
    return found


def _names_before(clauses: Clauses, k: int, count: int) -> list[Chunk]:
    """``count`` noun groups joined by commas and "and", the nearest such row before chunk ``k``; places before others."""
    rows: list[list[Chunk]] = []
    near = ""  # the kind of the chunk behind; "" behind what ends a row
    for n in range(k - 1, -1, -1):
        chunk = clauses.chunks[n]
        if chunk.kind == "np" and near in {",", "conj"} and rows:
            rows[-1].insert(0, chunk)
        elif chunk.kind == "np":
            rows.append([chunk])
        adjacent = chunk.kind == "vg" and near == "np" and chunk.end == clauses.chunks[n + 1].start
        if adjacent and clauses.kind(n - 1) == "conj":
            continue  # "robots and integrated circuits": an adjective, taken for a verb
        near = "" if chunk.kind not in {"np", ",", "conj"} or (chunk.kind != "np" and not near) else chunk.kind
    placed = [[chunk for chunk in row if chunk.regions] for row in rows]
    whole = next((row for row in rows if len(row) == count), [])
    row = next((row for row in placed if len(row) == count), whole)
    told = [chunk for chunk in clauses.chunks[:k] if chunk.kind == "np" and chunk.regions]
    return row or (told if len(told) == count else [])  # "by 41 in Chad and 58 in Mali; it rose by 4 and 5 percent"


def _other_runs(clauses: Clauses, names: list[Chunk], numbers: list[Draft]) -> list[list[Draft]]:
    """"was 412 and 390 lei, up 4 and 5 percent respectively": as many numbers in a row behind the same names."""
    runs: list[list[Draft]] = []
    last = -1
    for draft in clauses.drafts:
        between = clauses.chunks[last + 1 : draft.chunk]
        if runs and between and all(chunk.kind in {",", "conj"} for chunk in between):
            runs[-1].append(draft)
        else:
            runs.append([draft])
        last = draft.chunk
    behind = [run for run in runs if clauses.chunks[run[0].chunk].start >= names[-1].end]
    metric = numbers[0].metric
    return [run for run in behind if len(run) == len(names) and run[0] not in numbers and run[0].metric == metric]


def _pair_behind(clauses: Clauses, k: int) -> None:
    """"gave 3 million and 2 million shillings to Kitui and Mombasa, respectively": the names stand behind the numbers."""
    last = k - 1 if clauses.kind(k - 1) != "," else k - 2
    if clauses.kind(last) != "np":
        return
    row = _row_ending(clauses.chunks, last)
    first = clauses.chunks.index(row[0])
    numbers = _run_before(clauses, first) if clauses.kind(first - 1) == "prep" else []
    if len(numbers) == len(row) > 1:
        for draft, name in zip(numbers, row, strict=True):
            _give(draft, name)


def _ruling(clauses: Clauses, names: list[Chunk], text: PhraseText) -> TokenSpan | None:
    """"output" of "the output of the primary and secondary industries": what the names are joined behind."""
    first = clauses.chunks.index(names[0])
    if clauses.kind(first - 1) != "prep" or clauses.kind(first - 2) != "np":
        return None
    phrase = noun_phrase_before(clauses.chunks, first - 2)
    return text.bare(clauses, phrase.first, phrase.last) if phrase is not None else None


def _pair_places(clauses: Clauses, table: FrameTable) -> None:
    """"Zadar and Split had 4.3 million and 2.1 million": as many places before the verb as numbers behind it."""
    drafts = clauses.drafts
    for n, first in enumerate(drafts):
        run = [first]
        for draft in drafts[n + 1 :]:
            between = clauses.chunks[run[-1].chunk + 1 : draft.chunk]
            if not between or any(chunk.kind not in {",", "conj"} for chunk in between):
                break
            run.append(draft)
        verb = first.chunk - 1
        if verb > 0 and clauses.chunks[verb].kind == "prep":
            verb -= 1
        if len(run) < _LEAST or verb < 1 or clauses.chunks[verb].kind != "vg" or clauses.chunks[verb - 1].kind != "np":
            continue
        row = _row_ending(clauses.chunks, verb - 1)
        if len(row) == len(run) and all(chunk.regions for chunk in row):
            for draft, name in zip(run, row, strict=True):
                _give(draft, name)


def _row_ending(chunks: list[Chunk], k: int) -> list[Chunk]:
    """The noun groups that commas and "and" join to the one at chunk ``k``, in order."""
    row = [chunks[k]]
    while k > 1 and chunks[k - 1].kind in {",", "conj"} and chunks[k - 2].kind == "np":
        k -= 2
        row.insert(0, chunks[k])
    return row


def split(clauses: Clauses, table: FrameTable) -> None:
    """"India and Kenya have four each", "No. 8 Fukui and Toyama": a number of several places is a fact of each."""
    drafts: list[Draft] = []
    for draft in clauses.drafts:
        if len(draft.regions) > 1 and (_each(clauses, draft, table) or clauses.sentence.kind == "line"):
            drafts += [replace(draft, regions=[region], rules=[*draft.rules, "frames.each"]) for region in draft.regions]
        else:
            drafts.append(draft)
    clauses.drafts = drafts


def _each(clauses: Clauses, draft: Draft, table: FrameTable) -> bool:
    """"have four each", "A and B each have four"."""
    chunks, k = clauses.chunks, draft.chunk
    last = max((n for n in range(k) if chunks[n].regions), default=k)
    return any(chunk.word in table.cues["each"] for chunk in [*chunks[last + 1 : k], *chunks[k + 1 : k + 2]])


def _give(draft: Draft, name: Chunk, ruling: TokenSpan | None = None, *, partners: bool = False) -> None:
    """``ruling`` is what the names are joined behind; ``partners`` are the other ends of a flow, where nothing holds."""
    draft.rules.append("frames.respectively")
    if name.regions and not partners:
        draft.regions = list(name.regions[-1:])
        if ruling is not None and draft.metric is not None and draft.metric[1] > ruling[1]:
            draft.metric = ruling  # "birth rates" of "birth rates in Kyoto and Osaka"
    elif ruling is not None:
        draft.metric, draft.subject = ruling, (name.start, name.end)
    elif draft.metric is not None and draft.metric[0] <= name.start and name.end <= draft.metric[1]:
        draft.metric = (name.start, name.end)
    else:
        draft.subject = (name.start, name.end)


def _other_measure(clauses: Clauses, first: Draft, second: Draft) -> None:
    """"480, or 42 percent, fewer than in 2024", "increase by 2 percent, or 98,000 people": both measure the same change."""
    between = clauses.chunks[first.chunk + 1 : second.chunk]
    part = "frames.share_of" in second.rules or second.quantity.form in {"multiple", "fraction"}
    if part or any(chunk.kind not in {",", "conj", "adv"} for chunk in between):
        return
    enclosed = between[0].kind != "," or clauses.kind(second.chunk + 1) == ","
    if first.kind == "level" and second.kind in _MOVES and enclosed:
        first.kind, first.direction, first.baseline = second.kind, second.direction, second.baseline
    elif first.kind in _MOVES and second.kind == "level":
        second.kind, second.direction = first.kind, first.direction


def share_reading(clauses: Clauses, table: FrameTable) -> None:
    """"were 5 percent and 7 percent higher": what follows the last of joined numbers is said of all."""
    for first, second in zip(clauses.drafts, clauses.drafts[1:], strict=False):
        between = clauses.chunks[first.chunk + 1 : second.chunk]
        joined = len(between) == 1 and between[0].kind == "conj"
        if any(chunk.word in table.cues["or"] for chunk in between):
            _other_measure(clauses, first, second)
        if joined and "frames.share_of" in second.rules and "frames.share" in first.rules:
            first.metric = second.metric  # "account for 31% and 24.5% of the output"
        same = first.quantity.unit is not None and second.quantity.unit is not None
        if not joined or not same or first.kind != "level" or second.kind not in {"change", "comparison"}:
            continue
        if first.quantity.unit and second.quantity.unit and first.quantity.unit.name == second.quantity.unit.name:
            first.kind, first.direction, first.baseline = second.kind, second.direction, second.baseline
