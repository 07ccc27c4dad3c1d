"""Finds place names in an article and says which place each one is."""

from __future__ import annotations

from extractor.language.lexicon import Lexicon
from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention
from extractor.match.regions.anaphors import AnaphorFinder
from extractor.match.regions.antecedents import Antecedents
from extractor.match.regions.candidates import Candidate, Finder
from extractor.match.regions.compass import CompassFinder
from extractor.match.regions.containers import link_containers
from extractor.match.regions.cues import Cues
from extractor.match.regions.gazetteer import Place
from extractor.match.regions.index import NameIndex
from extractor.match.regions.joint import merge_hyphenated
from extractor.match.regions.judge import Judge
from extractor.match.regions.resolve import Resolver
from extractor.match.regions.unlisted import Unlisted
from extractor.rules import RuleSet

Dropped = list[tuple[int, int, str]]


class RegionMatcher:
    """Built once from the rules; ``match`` is pure. With a lexicon it also finds places in no list ("in Innisfail").

    >>> matcher = RegionMatcher(RuleSet.load())
    >>> [(m.name, m.code) for m in matcher.match(tokens_of("Output in Guangdong province rose."))[0]]  # doctest: +SKIP
    [('Guangdong', 'CN-GD')]
    """

    def __init__(self, rules: RuleSet, lexicon: Lexicon | None = None) -> None:
        index, self._cues = NameIndex(rules), Cues.load(rules)
        self._gazetteer = index.gazetteer
        self._finder, self._judge = Finder(index, self._cues), Judge(index, self._cues)
        self._unlisted = Unlisted(self._cues, lexicon)
        self._resolver, self._anaphors = Resolver(self._cues, index.gazetteer), AnaphorFinder(self._cues)
        self._antecedents = Antecedents(self._cues, index)
        self._compass = CompassFinder(self._cues, lexicon)
        parts = (self._finder, self._anaphors, self._unlisted, self._compass)
        self._plain = self._finder.openers.union(*(part.watched for part in parts[1:]))
        self._watched = frozenset().union(*(part.watched for part in parts))

    def country_name(self, code: str) -> str | None:
        """The name of a country by its ISO 3166 code, None for codes that are none: "CN" is "China"."""
        place = self._gazetteer.by_id(code)
        return place.name if place is not None and place.kind == "country" else None

    def match(self, tokens: Tokens) -> tuple[list[RegionMention], Dropped]:
        """Mentions in order, none overlapping, and what was matched and dropped as (start, end, rule)."""
        watched, plain = self._watched, self._plain
        # All names are many; of words in lower case few are asked for. The reader gives such a word once for both.
        pairs = enumerate(zip(tokens.lower, tokens.words, strict=True))
        marks = [i for i, (word, printed) in pairs if word in (plain if word is printed else watched)]
        candidates = self._finder.find(tokens, marks)
        link_containers(tokens, candidates, self._cues)
        self._judge.judge(tokens, candidates)
        candidates = self._unlisted.add(tokens, candidates, marks)
        kept = [candidate for candidate in candidates if not candidate.dropped]
        places = self._resolver.resolve(tokens, kept)
        mentions = [self._mention(tokens, *pair) for pair in zip(kept, places, strict=True)]
        mentions = merge_hyphenated(tokens, mentions)
        mentions = self._compass.add(tokens, mentions, marks)
        mentions = self._anaphors.add(tokens, mentions, marks)
        self._antecedents.resolve(tokens, mentions)
        dropped = [(*tokens.span(c.start, c.end), c.dropped) for c in candidates if c.dropped]
        return mentions, dropped

    def _mention(self, tokens: Tokens, candidate: Candidate, place: Place) -> RegionMention:
        start, form, name, code, kind = candidate.start, place.form, place.name, place.code, place.kind
        rules, part_of = [place.rule, *candidate.rules], None
        if form == "name" and candidate.contains:
            form = "container"
        elif form == "name" and candidate.dateline:
            form = "dateline"
        elif form == "name" and candidate.kind is None:
            first = self._direction(tokens, start)
            if first < start and place.kind not in {"city", "capital", "town", "world"}:
                start, part_of, code, kind = first, code, None, "region"
                name = tokens.quote(first, candidate.end)
                rules.append("regions.direction")
        first_char, last_char = tokens.span(start, candidate.end)
        return RegionMention(
            start=start,
            end=candidate.end,
            start_char=first_char,
            end_char=last_char,
            name=name,
            code=code,
            type=self._cues.type_of(kind),
            country=place.country,
            members=place.members,
            form=form,
            lat=place.lat,
            lon=place.lon,
            rules=tuple(dict.fromkeys(rules)),
            part_of=part_of,
        )

    def _direction(self, tokens: Tokens, start: int) -> int:
        """Where the direction before a name begins ("northern Kenya", "south-east England"), or ``start``."""
        if not start or not self._cues.has("direction", tokens.lower[start - 1]):
            return start
        if start >= 2 and self._cues.has("hyphen_direction", tokens.lower[start - 2]):
            return start - 2
        hyphen = start >= 3 and tokens.words[start - 2] == "-" and tokens.glued(start - 1)
        return start - 3 if hyphen and self._cues.has("hyphen_direction", tokens.lower[start - 3]) else start - 1
