"""The home of an article: the place that a number without a nearer one is about."""

from __future__ import annotations

from collections import Counter

from extractor.language.tokens import Tokens
from extractor.match.mentions import RegionMention

_LEAD = 2  # sentences of prose that say where a story is, where a title does not; behind a title without a place, one
_TOWNS = frozenset({"city", "town", "municipality", "capital", "district"})
_SHORT = 3  # sentences of a text in which one name says where it is
_LETTERS = 5  # of an abbreviation
_HOLDS = 2  # words between a country and the place in it: "China's northern Hebei"


def find_home(tokens: Tokens, regions: list[RegionMention]) -> RegionMention | None:
    """The place that an article without a nearer one is about.

    The province or city that headline and lead name, if the headline names no country and the article comes back to it;
    else the country that most of the named places lie in, where it is the first country named or is itself not named.
    """
    usable = [
        r
        for r in regions
        if r.form not in {"anaphor", "dateline"}
        and r.type not in {"world", "continent"}
        and tokens.sentences[tokens.sentence_of[r.start]].kind in {"prose", "line", "title"}
    ]
    usable, lead = [r for r in usable if not _abbreviates(tokens, r)], _lead_end(tokens)
    world = _world(tokens, regions, usable)
    if world is not None or not usable:
        return world
    titles = [r for r in usable if tokens.sentences[tokens.sentence_of[r.start]].kind == "title"]
    titled = any(sentence.kind == "title" for sentence in tokens.sentences)
    text = [n for n, one in enumerate(tokens.sentences) if one.kind == "prose" and tokens.words[one.start][0].isalnum()]
    prose = text[: 1 if titled else _LEAD]  # bullets above the text are none
    lead_regions = titles or [r for r in usable if tokens.sentence_of[r.start] in prose]
    local = _local_home(_without_holders(lead_regions), usable, regions)
    if local is not None:
        return local
    top = [r for r in usable if tokens.sentence_of[r.start] <= lead]
    if titles and len(top) > 1 and len({r.name for r in top}) == 1:
        return top[0]
    home = _most_named(usable)
    vague = home.code is None and home.country is None and home not in top  # "the Arctic", named in passing
    return None if vague and sum(r.name == home.name for r in usable) == 1 and len(text) > _SHORT else home


def _most_named(usable: list[RegionMention]) -> RegionMention:
    """The first country if most places lie in it, else the country that they lie in, else the place named most often."""
    countries = [r for r in usable if r.type == "country"]
    votes = Counter(r.country or r.code for r in usable if r.country or r.type == "country")
    most = max(votes, key=lambda code: votes[code], default=None)
    if countries and (most is None or countries[0].code == most or votes[countries[0].code] * 2 > votes[most]):
        return countries[0]
    inside = [r for r in usable if r.code == most] or [r for r in usable if r.country == most] if most else []
    if most and inside and inside[0].type != "country" and len({r.name for r in inside}) > 1:
        first = inside[0]
        return RegionMention(first.start, first.end, first.start_char, first.end_char, most, most, "country", most)
    if inside:
        return inside[0]
    counts = Counter(r.name for r in usable)
    return max(usable, key=lambda r: (counts[r.name], -r.start))


def _abbreviates(tokens: Tokens, region: RegionMention) -> bool:
    """"(ITU)" behind a name stands for it, wherever it was first printed so."""
    word = tokens.words[region.start]
    if region.end - region.start > 1 or not word.isupper() or len(word) > _LETTERS:
        return False
    return any(
        tokens.words[n - 1] == "(" and tokens.words[n + 1] == ")"
        for n in range(1, region.start + 1)
        if tokens.words[n] == word and n + 1 < len(tokens)
    )


def _world(tokens: Tokens, regions: list[RegionMention], usable: list[RegionMention]) -> RegionMention | None:
    """The world, a continent or a bloc that comes back, where title and lead name it and no country."""
    prose = [n for n, sentence in enumerate(tokens.sentences) if sentence.kind == "prose"]
    lead = prose[0] if prose else len(tokens.sentences)
    named = [r for r in regions if r.type == "world" and r.form == "name" and tokens.sentence_of[r.start] <= lead]
    countries = [r for r in usable if r.type not in {"bloc", "cluster", "region"} and tokens.sentence_of[r.start] <= lead]
    blocs = [r for r in usable if r.type == "bloc" and tokens.sentence_of[r.start] <= lead]
    if countries:
        return None
    wide = [r for r in regions if r.type == "continent" and r.form == "name" and tokens.sentence_of[r.start] <= lead]
    return blocs[0] if len(blocs) > 1 else next(iter([*named, *wide]), None)


def country_of(home: RegionMention, regions: list[RegionMention], at: RegionMention) -> RegionMention:
    """The country that the article's home lies in, as "the country" at ``at`` means it."""
    if home.type == "country" or home.country is None:
        return home
    named = next((r for r in regions if r.type == "country" and r.code == home.country), None)
    name = named.name if named is not None else home.country
    return RegionMention(at.start, at.end, at.start_char, at.end_char, name, home.country, "country", home.country)


def _lead_end(tokens: Tokens) -> int:
    """The index of the second sentence of prose."""
    prose = [n for n, sentence in enumerate(tokens.sentences) if sentence.kind == "prose"]
    return prose[1] if len(prose) > 1 else prose[0] if prose else len(tokens.sentences)


def _without_holders(lead: list[RegionMention]) -> list[RegionMention]:
    """"southwest China's Sichuan Province" names the province; the country is only where it lies."""
    return [
        one
        for one, inner in zip(lead, [*lead[1:], None], strict=False)
        if inner is None
        or one.type not in {"country", "region"}
        or inner.start - one.end > _HOLDS
        or inner.type in {"country", "region"}
        or inner.country != one.country
    ]


def _local_home(
    lead: list[RegionMention], usable: list[RegionMention], regions: list[RegionMention]
) -> RegionMention | None:
    if not lead or lead[0].type in {"country", "bloc"}:
        return None
    first = lead[0]
    holder = first.country if first.type == "cluster" else None  # "the Yangtze River Delta, with 17% of China's people"
    if any(r.type == "country" and r.code != holder for r in lead):
        return None
    named = sum(r.name == first.name for r in usable)
    kinds = _TOWNS if first.type in _TOWNS else {first.type}
    meant = sum(r.form == "anaphor" and r.type in kinds for r in regions)
    others = Counter(r.name for r in usable if r.type == first.type)
    alone = all(count < named + meant for name, count in others.items() if name != first.name)
    return first if named + meant >= 2 and alone else None
