"""Phrases: noun groups and verb groups, with mentions as single units in the stream."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.language import lexicon as lx
from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.link.units import Starts
from extractor.match.mentions import DateMention, QuantityMention, RegionMention

AGES = "A"  # tokens that say the ages of the group before
_VERB_TAGS = frozenset("VGEB")
_KINDS = {"S": "sub", "R": "adv", "X": "adv", "A": "adv"}
_SINGLE = {"I": "prep", "C": "conj", ",": ",", ";": ";", "(": "(", ")": ")", ".": "."}
_FORMS = {"V": "finite", "G": "ing", "E": "participle", "B": "infinitive"}
_CLASSES = {"V": lx.PAST | lx.THIRD | lx.BASE, "G": lx.ING, "E": lx.PARTICIPLE | lx.PAST, "B": lx.BASE}


@dataclass(slots=True)
class Chunk:
    """A phrase of a sentence.

    ``kind``: "np" noun group, "vg" verb group, "q" quantity, "date", "prep", "conj", "sub" (subordinator), "adv", and the
    punctuation ``, ; ( ) .`` as itself. ``head`` is the token of the head noun or main verb, ``word`` its lower case, for a
    verb its lemma. ``outer`` are lemmas of verbs that govern this one ("is expected to expand": ("expect",)).
    """

    kind: str
    start: int
    end: int
    head: int
    word: str
    form: str = ""  # vg: finite, infinitive, ing, participle; np: name, pronoun or common; sub: contrast ("while")
    passive: bool = False
    past: bool = False  # of a form that can be no present: "rose", "has risen"
    modal: str = ""
    outer: tuple[str, ...] = ()
    quantity: QuantityMention | None = None
    date: DateMention | None = None
    regions: list[RegionMention] = field(default_factory=list)


class Chunker:
    """Groups the tagged tokens of a sentence.

    Behind a word of ``closing`` a noun group ends: "on a monthly basis prices fell". Words of ``contrasts`` open a clause
    beside the one before, those of ``two_words`` a preposition of two words: "people out of work".
    """

    def __init__(
        self,
        lexicon: Lexicon,
        closing: frozenset[str],
        contrasts: frozenset[str] = frozenset(),
        two_words: frozenset[str] = frozenset(),
    ) -> None:
        self._lexicon = lexicon
        self._two_words = two_words
        self._closing = closing
        self._contrasts = contrasts

    def chunk(self, tokens: Tokens, start: int, tags: list[str], starts: Starts) -> list[Chunk]:
        """Chunks of the sentence whose first token is ``start``."""
        quantities, dates = starts.quantities, starts.dates
        chunks: list[Chunk] = []
        k, size, lower = 0, len(tags), tokens.lower
        while k < size:
            tag, i = tags[k], start + k
            if tag in _SINGLE:  # a third of all: asked first
                chunks.append(Chunk(_SINGLE[tag], i, i + 1, i, lower[i]))
                k += 1
            elif tag == "Q":
                mention = quantities[i]
                chunks.append(Chunk("q", i, mention.end, i, lower[i], quantity=mention))
                k = mention.end - start
            elif tag == "Z" and not self._premodifies(tags, dates[i].end - start):
                chunks.append(Chunk("date", i, dates[i].end, i, lower[i], date=dates[i]))
                k = dates[i].end - start
            elif tag in "DJNLZP" or (tag == "G" and self._gerund(tags, k)):
                k = self._noun_group(tokens, start, k, tags, starts, chunks)
            elif tag == "O":
                chunks.append(Chunk("np", i, i + 1, i, lower[i], form="pronoun"))
                k += 1
            elif tag in "MTVGEB" or (tag in "RX" and self._leads_verb(tags, k)):
                k = self._verb_group(tokens, start, k, tags, chunks)
            else:
                form = "contrast" if tag == "S" and lower[i] in self._contrasts else ""
                chunks.append(Chunk(_KINDS.get(tag, tag), i, i + 1, i, lower[i], form=form))
                k += 1
        return chunks

    def _premodifies(self, tags: list[str], k: int) -> bool:
        """"June 2023 sales", "this year's harvest"."""
        return k < len(tags) and (tags[k] in "NJ" or (tags[k] == "P" and k + 1 < len(tags) and tags[k + 1] in "NJ"))

    def _gerund(self, tags: list[str], k: int) -> bool:
        return k > 0 and tags[k - 1] in "D" and k + 1 < len(tags) and tags[k + 1] in "NI"

    def _leads_verb(self, tags: list[str], k: int) -> bool:
        """An adverb that stands between the parts of a verb group, or a negation before one."""
        return tags[k] == "X" and k + 1 < len(tags) and tags[k + 1] in _VERB_TAGS

    def _noun_group(
        self, tokens: Tokens, start: int, first: int, tags: list[str], starts: Starts, chunks: list[Chunk]
    ) -> int:
        k, found, date = self._group_end(tokens, start, first, tags, starts)
        size, nominal = len(tags), [n for n in range(first, k) if tags[n] in "NLl"]
        if not nominal and k < size and tags[k] in "QZ":
            return k  # "a" of "a 2 percentage point increase", "an estimated": belongs to what follows
        head = start + (nominal[-1] if nominal else k - 1)
        if nominal and tags[k - 1] == "G" and self._lexicon.classes(tokens.lower[head]) & lx.ADJ:
            head = start + k - 1  # "total spending"
        form = "name" if tokens.words[head][0].isupper() else "common"
        if not nominal and all(tags[n] == "D" for n in range(first, k)):
            form = "pronoun"  # "those of the north", "many said"
        if k < size and tags[k] == AGES:
            form = "common"  # "those aged 15 to 59"
            while k < size and tags[k] == AGES:
                k += 1
        chunks.append(Chunk("np", start + first, start + k, head, tokens.lower[head], form=form, date=date, regions=found))
        if k < size and tokens.lower[start + k] in self._two_words and tags[k + 1 : k + 3] == ["I", "N"]:
            chunks.append(Chunk("prep", start + k, start + k + 2, start + k, tokens.lower[start + k]))
            k += 2  # "people out of work"
        return k

    def _group_end(
        self, tokens: Tokens, start: int, first: int, tags: list[str], starts: Starts
    ) -> tuple[int, list[RegionMention], DateMention | None]:
        """Where the noun group that begins at ``first`` ends, and the regions and the date within it."""
        k, found, date = first, [], None
        dates, regions = starts.dates, starts.regions
        while k < len(tags):
            tag, i = tags[k], start + k
            if tag == "D" and k > first and tags[k - 1] not in "DP":
                break
            if k > first and tokens.lower[i - 1] in self._closing:
                break
            if tag == "Z":
                if not self._premodifies(tags, dates[i].end - start):
                    break
                date = dates[i]
                k = date.end - start
            elif tag == "L":
                found.append(regions[i])
                k = regions[i].end - start
            elif tag == "G" and k > first and tags[k - 1] in "NLl" and (
                tags[k + 1 : k + 3] in (["I", "Q"], ["I", "R"], ["R", "Q"]) or tags[k + 1 : k + 2] == ["Q"]
            ):
                break  # "sees demand rising by 5 percent"
            elif tag in "DJNPG":
                k += 1
            else:
                break
        return k, found, date

    def _verb_group(self, tokens: Tokens, start: int, k: int, tags: list[str], chunks: list[Chunk]) -> int:
        first, size = k, len(tags)
        head, last_tag, auxiliaries, outer = -1, "", [], []
        while k < size:
            tag, word = tags[k], tokens.lower[start + k]
            if tag == "M":
                if head >= 0:
                    break
                auxiliaries.append(word)
            elif tag == "T":
                if head >= 0:
                    outer.append(self._lemma(tokens.lower[start + head], last_tag))
            elif tag in _VERB_TAGS:
                passive_infinitive = (
                    head >= 0 and tags[k - 1] == "B" and tag == "E" and self._is_be(tokens.lower[start + k - 1])
                )
                if head >= 0 and tags[k - 1] not in "TXR" and not passive_infinitive:
                    break
                if head >= 0 and tags[k - 1] in "XR" and "T" not in tags[head : k]:
                    break
                if passive_infinitive:
                    auxiliaries.append(tokens.lower[start + k - 1])
                head, last_tag = k, tag
            elif tag != "X" and (tag != "R" or not self._adverb_inside(tags, k)):
                break
            k += 1
        while tags[k - 1] == "R" and k - 1 > first:
            k -= 1
        chunks.append(self._verb_chunk(tokens, start, first, k, head, last_tag, auxiliaries, outer))
        return k

    def _is_be(self, word: str) -> bool:
        return bool(self._lexicon.classes(word) & lx.BE)

    def _adverb_inside(self, tags: list[str], k: int) -> bool:
        n = k
        while n < len(tags) and tags[n] in "RX":
            n += 1
        return n < len(tags) and tags[n] in "VGEBT"

    def _verb_chunk(
        self, tokens: Tokens, start: int, first: int, k: int, head: int, last_tag: str, auxiliaries: list[str],
        outer: list[str],
    ) -> Chunk:
        classes = [self._lexicon.classes(word) for word in auxiliaries]
        modals = [word for word, c in zip(auxiliaries, classes, strict=True) if c & lx.MODAL] if classes else []
        modal = modals[0] if modals else ""
        if head < 0:
            last = start + k - 1
            word = self._lexicon.auxiliary(classes[-1] if classes else 0)
            return Chunk(
                "vg", start + first, start + k, last, word, "finite", modal=modal, outer=tuple(outer)
            )
        word = self._lemma(tokens.lower[start + head], last_tag)
        passive = last_tag == "E" and bool(classes) and bool(classes[-1] & lx.BE) or (last_tag == "E" and not auxiliaries)
        if outer and auxiliaries and classes[-1] & lx.BE:
            passive = False
        form = "finite"
        if not auxiliaries and not outer:
            form = _FORMS[last_tag]
        bits = self._lexicon.classes(tokens.lower[start + head])
        past = bool(bits & (lx.PAST | lx.PARTICIPLE)) and not bits & (lx.BASE | lx.THIRD)
        return Chunk(
            "vg", start + first, start + k, start + head, word, form, passive=passive, past=past,
            modal=modal, outer=tuple(outer),
        )

    def _lemma(self, lower: str, tag: str) -> str:
        return self._lexicon.lemma(lower, _CLASSES.get(tag, lx.ANY_VERB))
