"""Whose number it is in company news: the company named in the sentence, else the last one named before."""

from __future__ import annotations

from collections import Counter

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable
from extractor.link.syntax.chunks import Chunk
from extractor.link.syntax.phrases import PhraseText
from extractor.match.mentions import RegionMention

_NAME = 2  # words of a name that can hold a place
_LEAD = 2  # sentences that name whom an article is about


class OwnerLinker:
    """Remembers the company that the article is about and gives it to company metrics."""

    def __init__(self, table: FrameTable, text: PhraseText) -> None:
        self._table = table
        self._text = text
        self.owner: TokenSpan | None = None
        self._mentions: list[TokenSpan] = []
        self._seen = 0  # sentences of prose
        self._central = False  # the article is about the owner
        self.leads = False  # and opens with its name

    def note(self, clauses: Clauses) -> None:
        """Look for a company's full name in the sentence, the first one of the article, and for its mentions."""
        lower = clauses.tokens.lower
        self._seen += clauses.sentence.kind == "prose"
        for chunk in clauses.chunks:
            if chunk.kind != "np":
                continue
            words = lower[chunk.start : chunk.end]
            if (
                self.owner is None
                and chunk.form == "name"
                and len(words) > 1
                and words[-1] in self._table.cues["company_suffix"]
                and self._table.cues["public_bank"].isdisjoint(words)
                and not any(region.form == "organisation" for region in chunk.regions)  # "Norges Bank"
            ):
                self.owner = (self._begin(clauses, chunk), chunk.end)
                opens = chunk is clauses.chunks[0] or clauses.sentence.kind == "title"
                firm = words[-1] in self._table.cues["firm_suffix"]
                self.leads = firm and opens and (clauses.sentence.kind == "title" or self._seen == 1)
                self._central = clauses.sentence.kind == "title" or self._seen <= _LEAD
            if self.owner is not None and lower[self.owner[0]] in words:
                at = chunk.start + words.index(lower[self.owner[0]])
                self._mentions.append((at, chunk.end if at == chunk.start and chunk.form == "name" else at + 1))

    def _begin(self, clauses: Clauses, chunk: Chunk) -> int:
        """Where the name begins: behind "the US car maker", before "of Norway Corporation"."""
        words, lower, n = clauses.tokens.words, clauses.tokens.lower, clauses.chunks.index(chunk)
        start = chunk.start + (lower[chunk.start] in self._table.cues["definite"])
        plain = [i for i in range(start, chunk.end - 1) if words[i].isalpha() and words[i].islower()]
        if plain and not self._table.cues["company_noun"].isdisjoint(lower[i] for i in plain):
            return plain[-1] + 1
        head = clauses.chunks[n - 2] if n > 1 and clauses.word(n - 1) in self._table.cues["of"] else None
        if head is None or head.kind != "np" or lower[head.end - 1] not in self._table.cues["company_suffix"]:
            return start
        return head.start + (lower[head.start] in self._table.cues["definite"])

    def guess(self, read: list[Clauses]) -> None:
        """The name that stands most often in an article on results, when none has a company's ending."""
        counts: Counter[str] = Counter()
        first: dict[str, TokenSpan] = {}
        for clauses in read:
            for chunk in clauses.chunks:
                span = self._name_in(clauses, chunk) if chunk.kind == "np" else None
                if span is not None:
                    word = clauses.tokens.lower[span[0]]
                    counts[word] += 1
                    first.setdefault(word, span)
        if counts:
            word = max(counts, key=lambda name: (counts[name], -first[name][0]))
            self.owner = first[word]
            self._central = True
            for clauses in read:
                self.note(clauses)

    def lead_name(self, read: list[Clauses]) -> None:
        """"Australia's Burrawong Gold on Thursday cut": the name that title and lead open with, if it is called a firm."""
        firm, definite = self._table.cues["firm_word"], self._table.cues["definite"]
        title = next((c for c in read[:1] if c.sentence.kind in {"line", "title"}), None)
        lead = next((c for c in read if c.sentence.kind == "prose"), None)
        if title is None or lead is None:
            return
        lower = lead.tokens.lower
        names = [span for span in (self._opening(title), self._opening(lead)) if span is not None]
        names = self._saying(title, names)
        groups = (chunk for one in read for chunk in one.chunks if chunk.kind == "np")
        called = any(lower[chunk.start] in definite and lower[chunk.end - 1] in firm for chunk in groups)
        if len(names) > 1 and lower[names[0][0]] == lower[names[1][0]] and called:
            self.owner, self._central, self.leads = names[1], True, True
            self._mentions = []
            for clauses in read:
                self.note(clauses)

    def _saying(self, title: Clauses, names: list[TokenSpan]) -> list[TokenSpan]:
        """"Mine to cost 1.2 billion dollars, Andes Cobre says": the lead's name, which the title closes with."""
        last = title.chunks[-1]
        if not names or last.word not in self._table.cues["say"] or len(title.chunks) < _NAME:
            return names
        lower, said = title.tokens.lower, title.chunks[-2]
        same = said.kind == "np" and lower[said.start : said.end] == lower[names[-1][0] : names[-1][1]]
        return [(said.start, said.end), names[-1]] if same else names

    def without_name(self, read: list[Clauses], regions: list[RegionMention]) -> list[RegionMention]:
        """The places without those in the owner's own name: "Andes Cobre produced"."""
        if self.owner is None or not read or self.owner[1] - self.owner[0] < _NAME:
            return regions
        lower = read[0].tokens.lower
        name = lower[self.owner[0] : self.owner[1]]
        kept = [r for r in regions if lower[r.start : r.start + len(name)] != name]
        if len(kept) < len(regions):
            for chunk in (chunk for clauses in read for chunk in clauses.chunks if chunk.regions):
                chunk.regions = [region for region in chunk.regions if region in kept]
        return kept

    def _opening(self, clauses: Clauses) -> TokenSpan | None:
        """The name in the noun group that the sentence opens with."""
        dated = any(region.form == "dateline" for region in clauses.chunks[0].regions)
        dash = next((n for n, chunk in enumerate(clauses.chunks) if dated and chunk.kind in {".", ";"}), -1)
        first = next((n for n, chunk in enumerate(clauses.chunks) if n > dash and chunk.kind in {"np", "vg", "q"}), -1)
        chunk = clauses.chunks[first] if first >= 0 and clauses.chunks[first].kind == "np" else None
        goes_on = clauses.kind(first + 1) in {"prep", "conj"} and clauses.kind(first + 2) != "date"
        return self._name_in(clauses, chunk) if chunk is not None and not goes_on else None

    def _name_in(self, clauses: Clauses, chunk: Chunk) -> TokenSpan | None:
        """The capitalised words of a group that are no place, no date and no noun with which a sentence opens."""
        words, lower = clauses.tokens.words, clauses.tokens.lower
        goes_on = {r.start for r in chunk.regions if r.form == "name" and r.end < chunk.end and words[r.end][0].isupper()}
        places = (region for region in chunk.regions if region.start not in goes_on)  # "Andes Cobre" is one name
        taken = {i for region in places for i in range(region.start, region.end)}
        if chunk.date is not None:
            taken |= set(range(chunk.date.start, chunk.date.end))
        for i in range(chunk.start, chunk.end):
            known = self._text.known_noun(lower[i]) or lower[i] in self._table.cues["result"]
            joined = i > clauses.sentence.start and words[i - 1] == "-"  # "Cross-Channel"
            name = i + 1 < chunk.end and words[i + 1][0].isupper()  # "Continental Rail"
            if i in taken or joined or (known and i == clauses.sentence.start and not name):
                continue
            if not words[i][0].isupper() or lower[i] in self._table.cues["definite"]:
                continue
            if i == clauses.sentence.start and chunk.end - chunk.start > 1 and not words[i + 1][0].isupper():
                continue  # "Cash flow in its operations"
            end = next((n for n in range(i, chunk.end) if not words[n][0].isupper() or n in taken), chunk.end)
            return i, end
        return None

    def link(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``company`` and, where the sentence names no owner, ``subject``."""
        lower, cues = clauses.tokens.lower, self._table.cues
        if self.owner is None or draft.metric is None:
            return
        inside = lower[draft.metric[0] : draft.metric[1]]
        about = self._central and not cues["company_metric"].isdisjoint(inside)
        subject = lower[draft.subject[0] : draft.subject[1]] if draft.subject else []
        named = lower[self.owner[0]] in subject or (self._central and lower[self.owner[0]] in inside)
        pronoun = bool(subject) and subject[-1] in cues["company_noun"]
        continued = draft.before is not None and draft.before.company and not draft.before.market
        first = clauses.chunks[0]
        it = self._central and not subject and first.form == "pronoun" and first.word in cues["it"]
        if not (about or named or pronoun or continued or it):  # "It intends to close a plant, cutting 265 jobs"
            return
        draft.company = True
        if draft.subject is None and lower[self.owner[0]] not in inside or (pronoun and self._generic(clauses, draft)):
            draft.subject = self._clause_owner(clauses) or self._nearest(clauses)
            draft.rules.append("context.owner")

    def _generic(self, clauses: Clauses, draft: Draft) -> bool:
        """"the London-listed company", "the discount chain": the company by what it is, not one of its parts."""
        if draft.subject is None:
            return False
        first, last = draft.subject
        part = clauses.tokens.lower[last - 1] in self._table.cues["company_part"]
        words = clauses.tokens.words[first : last - 1]
        return not words or not (part or any(word[0].isupper() for word in words[1:]))

    def _clause_owner(self, clauses: Clauses) -> TokenSpan | None:
        """"Its aerospace unit did best, with sales up": a part of the company, or another firm that the sentence is of."""
        first, told = clauses.chunks[0], clauses.previous.subject if clauses.previous is not None else None
        goes_on = first.form == "pronoun" and first.word in self._table.cues["it"]
        if goes_on and told is not None and self._other(clauses, told):
            return told  # "Celandra employs 146 people. It posted a loss"
        if first.kind != "np" or first.word not in self._table.cues["company_part"] or first.end - first.start < 2:
            return None
        return self._text.subject(clauses, 0, 0)

    def _other(self, clauses: Clauses, told: TokenSpan) -> bool:
        """A name, and not the owner's."""
        name, owner = clauses.tokens.lower[told[0]], self.owner
        return owner is not None and name != clauses.tokens.lower[owner[0]] and self._text.is_actor(clauses, told)

    def _nearest(self, clauses: Clauses) -> TokenSpan | None:
        """The company's mention in this sentence, else its last one before, else its full name."""
        before = [span for span in self._mentions if span[0] < clauses.sentence.end]
        inside = [span for span in before if span[0] >= clauses.sentence.start]
        return inside[0] if inside else before[-1] if before else self.owner
