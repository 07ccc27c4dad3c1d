"""The home of an article: the place that a number without a nearer one is about."""

from __future__ import annotations

from dataclasses import replace

from extractor.language.tokens import Sentence, Tokens
from extractor.link.companies.described import describes
from extractor.link.regions.homevotes import TOWNS, Counts, as_country, local_home, named_often, scattered
from extractor.link.regions.placescreen import names_institution
from extractor.match.mentions import RegionMention

_LEAD = 2  # sentences of prose that say where a story is, where a title does not; behind a title without a place, one
_SPOKEN = 4  # words before a place in which "said" stands
_LETTERS = 5  # of an abbreviation
_PARTS = 2  # of a country that an article names, where it is rather about the country
_TERRITORY = 5  # words between "French" and "Mayotte"
_HOLDS = 2  # words between a country and the place in it: "China's northern Hebei"


def find_home(tokens: Tokens, regions: list[RegionMention], cues: dict[str, frozenset[str]]) -> RegionMention | None:
    """The place that an article without a nearer one is about.

    The province or city that headline and lead name, if the headline names no country and the article is not rather
    about that; else the country that most of the named places lie in, where it is the first country named or is itself
    not named; without any place in the lead the country of the dateline. ``cues`` has words beside the place where
    somebody "spoke", and every "seat" of international bodies.
    """
    usable = _usable(tokens, regions, cues)
    world = _world(tokens, regions, usable)
    if world is not None:
        return world
    text = [n for n, one in enumerate(tokens.sentences) if one.kind == "prose" and tokens.words[one.start][0].isalnum()]
    titles = [r for r in usable if tokens.sentences[tokens.sentence_of[r.start]].kind == "title"]
    front = {tokens.sentence_of[r.start] for r in titles} | set(text[:1])
    named = any(tokens.sentence_of[r.start] in front for r in usable)
    if text and not named and (body := _of_world_body(tokens, tokens.sentences[text[0]], cues["world_body"])):
        return body
    lead = _lead_end(tokens)
    top = [r for r in usable if tokens.sentence_of[r.start] <= lead]
    written = {r.name for r in regions if r.form == "dateline"}
    own = any(r.name in written and r.type in TOWNS for r in top)  # a town's own news names it again
    if not (named and top) and not own and (dated := _of_dateline(tokens, regions, _seats(tokens, cues))) is not None:
        return dated
    if not usable:
        return None
    apart = _without_holders(tokens, usable, cues["and"])
    counts = Counts(apart, regions, {r.start for r in apart if tokens.sentence_of[r.start] in front})
    local = _of_lead(tokens, usable, titles, text, counts, cues["and"])
    if local is not None:
        seated = _seat_of_parliament(tokens, local, usable, cues["parliament"])
        return as_country(local, local.country) if seated else local
    agreed = _agreed(titles, top)
    return agreed if agreed is not None or scattered(usable, top) else named_often(usable, top, len(text))


def _agreed(titles: list[RegionMention], top: list[RegionMention]) -> RegionMention | None:
    """The one place of title and lead, else the one country of the title: "German trade surplus narrows"."""
    if titles and len(top) > 1 and len({r.name for r in top}) == 1:
        return as_country(top[0], top[0].country) if _by_compass(top[0]) else top[0]
    one = len({r.country for r in titles}) == 1 and titles[0].country is not None
    return as_country(titles[0], titles[0].country) if one else None


def _bordered(tokens: Tokens, region: RegionMention, borders: frozenset[str]) -> bool:
    """"near the Oregon line", "at the Polish border": the place beyond."""
    return region.end < len(tokens) and tokens.lower[region.end] in borders


def _usable(tokens: Tokens, regions: list[RegionMention], cues: dict[str, frozenset[str]]) -> list[RegionMention]:
    """The places that a story can be about."""
    spoken, borders = cues["spoken"], cues["border"] | cues["border_short"]
    return [
        r
        for r in regions
        if r.form not in {"anaphor", "dateline", "container"}
        and r.type not in {"world", "continent"}
        and not (r.type == "region" and r.name.islower())  # "the north", wherever that is
        and tokens.sentences[tokens.sentence_of[r.start]].kind in {"prose", "line", "title"}
        and not _abbreviates(tokens, r)
        and not _spoken_at(tokens, r, spoken)
        and not _bordered(tokens, r, borders)
        and not names_institution(tokens, r, cues["institution"])
        and not _owns(tokens, r, regions, cues["territory"])
        and not describes(tokens, r, cues["place_participle"])
    ]


def _of_lead(
    tokens: Tokens,
    usable: list[RegionMention],
    titles: list[RegionMention],
    text: list[int],
    counts: Counts,
    joins: frozenset[str],
) -> RegionMention | None:
    """The part of a country that title or lead name; ``text`` are the sentences of prose."""
    titled = any(sentence.kind == "title" for sentence in tokens.sentences)
    prose = text[: 1 if titled else _LEAD]  # bullets above the text are none
    lead = titles or [r for r in usable if tokens.sentence_of[r.start] in prose]
    if titles and all(r.code in {None, r.country} for r in titles):  # "floods in northwest Pakistan"
        wider = [r for r in usable if tokens.sentence_of[r.start] in text[:1] and r.type not in TOWNS and r.code is not None]
        local = local_home(_without_holders(tokens, wider, joins), counts)
        if local is not None:
            return local
    local = local_home(_without_holders(tokens, [r for r in lead if not _by_compass(r)], joins), counts)
    if local is not None and titles and text:
        first = tokens.sentences[text[0]]
        if _of_parts(counts.regions, local, first) or _in_passing(counts.regions, titles, local, first):
            return None
    return local


def _in_passing(
    regions: list[RegionMention], titles: list[RegionMention], local: RegionMention, lead: Sentence
) -> bool:
    """"Ghana's inflation slows; Upper West at 18%", "Kerala best, Bihar and Assam lag": the lead names no such part."""
    within = (r for r in regions if lead.start <= r.start < lead.end and r.form in {"name", "anaphor", "container"})
    if any(r.type != "country" and (r.form == "anaphor" or r.country == local.country) for r in within):
        return False
    after = any(r.code == local.country and r.start < local.start for r in titles)
    parts = {r.name for r in titles if r.type == local.type and r.country == local.country and r.form == "name"}
    return after or len(parts) > _PARTS


def _of_parts(regions: list[RegionMention], local: RegionMention, lead: Sentence) -> bool:
    """"Nairobi tops in births" over "Births in Kenya dropped": the lead is about the country, the text about its parts."""
    top = [r for r in regions if lead.start <= r.start < lead.end and r.form in {"name", "anaphor"}]
    nation = any(r.code == local.country for r in top)
    inside = any(r.form == "anaphor" or (r.code != local.country and r.country == local.country) for r in top)
    parts = {r.name for r in regions if r.form == "name" and r.country == local.country and r.type == local.type}
    return nation and not inside and len(parts) > _PARTS


def _spoken_at(tokens: Tokens, region: RegionMention, spoken: frozenset[str]) -> bool:
    """"said in Geneva", "told reporters in Beijing"."""
    first = max(region.start - _SPOKEN, tokens.sentences[tokens.sentence_of[region.start]].start)
    return not spoken.isdisjoint(tokens.lower[first : region.start]) and "," not in tokens.lower[first : region.start]


def _seats(tokens: Tokens, cues: dict[str, frozenset[str]]) -> frozenset[str]:
    """Towns where bodies of the world sit: some only in a text that names one."""
    bodies = cues["world_body"]
    named = any(lower in bodies and tokens.words[i][0].isupper() for i, lower in enumerate(tokens.lower))
    return cues["seat"] | cues["seat_named"] if named else cues["seat"]


def _of_dateline(tokens: Tokens, regions: list[RegionMention], seats: frozenset[str]) -> RegionMention | None:
    """The country of the dateline, or the state that it prints behind the town; not of a seat of the United Nations.

    The town itself, where the names of its bodies have it: "SPOKANE, Wash. -- Spokane Public Schools would close".
    """
    dateline = next((r for r in regions if r.form == "dateline"), None)
    if dateline is None or dateline.country is None or dateline.name.lower() in seats:
        return None
    behind = next((r for r in regions if 0 <= r.start - dateline.end <= 1), None)
    if behind is not None and behind.form != "container" and (behind.type != "state" or behind.country != dateline.country):
        behind = None
    if behind is not None:
        again = tokens.lower[dateline.end :].count(tokens.lower[dateline.start]) if dateline.type in TOWNS else 0
        return replace(dateline, form="name") if again else behind
    return as_country(dateline, dateline.country)


def _seat_of_parliament(
    tokens: Tokens, local: RegionMention, usable: list[RegionMention], parliament: frozenset[str]
) -> bool:
    """"approved in Parliament in Port of Spain": the town, named once, is where the country is governed."""
    named = [r for r in usable if r.name == local.name]
    if local.type not in TOWNS or len(named) > 1:
        return False
    sentence = tokens.sentences[tokens.sentence_of[local.start]]
    return not parliament.isdisjoint(tokens.lower[sentence.start : local.start])


def _owns(tokens: Tokens, owner: RegionMention, regions: list[RegionMention], territories: frozenset[str]) -> bool:
    """"the French territory of Mayotte": the country that a territory belongs to."""
    if owner.form != "demonym" or territories.isdisjoint(tokens.lower[owner.end : owner.end + 2]):
        return False
    return any(0 < r.start - owner.end <= _TERRITORY for r in regions)


def _by_compass(place: RegionMention) -> bool:
    """"southern Haiti": where in a country, no place of its own."""
    return place.country is not None and place.part_of == place.country


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
    """The world, a continent or a bloc, where title and lead name it and no country before it."""
    prose = [n for n, sentence in enumerate(tokens.sentences) if sentence.kind == "prose"]
    lead = prose[0] if prose else len(tokens.sentences)
    named = [r for r in regions if r.type == "world" and r.form == "name" and tokens.sentence_of[r.start] <= lead]
    countries = [r for r in usable if r.type not in {"bloc", "cluster", "region"} and tokens.sentence_of[r.start] <= lead]
    titled = [r for r in usable if tokens.sentences[tokens.sentence_of[r.start]].kind == "title"]
    if len(titled) == 1 and _stretch(titled[0]) and len({r.country for r in countries}) > 1:
        return titled[0]  # "the Horn of Africa", of several countries
    blocs = [r for r in usable if r.type == "bloc" and tokens.sentence_of[r.start] <= lead]
    if countries:
        return None
    wide = [r for r in regions if _continental(r) and r.form == "name" and tokens.sentence_of[r.start] <= lead]
    return next(iter([*blocs, *named, *wide]), None)


def _stretch(place: RegionMention) -> bool:
    """A region with a name of its own that lies in no one country."""
    return place.type == "region" and place.code is None and place.country is None


def _continental(place: RegionMention) -> bool:
    """"Africa", and "West Africa", a part of it that holds countries."""
    return place.type == "continent" or (place.type == "region" and place.code is not None and place.country is None)


def _lead_end(tokens: Tokens) -> int:
    """The index of the second sentence of prose."""
    prose = [n for n, sentence in enumerate(tokens.sentences) if sentence.kind == "prose"]
    return prose[1] if len(prose) > 1 else prose[0] if prose else len(tokens.sentences)


def _of_world_body(tokens: Tokens, lead: Sentence, bodies: frozenset[str]) -> RegionMention | None:
    """The world, where the lead names no place but a body such as "the World Meteorological Organization"."""
    at = next(
        (i for i in range(lead.start, lead.end) if tokens.lower[i] in bodies and tokens.words[i][0].isupper()), None
    )
    if at is None:
        return None
    return RegionMention(at, at + 1, *tokens.span(at, at + 1), "World", "001", "world")


def _without_holders(tokens: Tokens, places: list[RegionMention], joins: frozenset[str]) -> list[RegionMention]:
    """"southwest China's Sichuan Province" names the province, and so does "Sichuan, a province of China"."""
    kept = []
    for n, one in enumerate(places):
        beside = [places[m] for m in (n - 1, n + 1) if 0 <= m < len(places)]
        wide = one.type == "country" or (one.type == "region" and one.code is None)
        if not wide or not any(_holds(tokens, one, other, joins) for other in beside):
            kept.append(one)
    return kept


def _holds(tokens: Tokens, wide: RegionMention, other: RegionMention, joins: frozenset[str]) -> bool:
    """The wide place only says where the other one lies."""
    inside = other.country == wide.country and other.code != wide.country and not (other.type == "region" and not other.code)
    first, last = (wide.end, other.start) if wide.start < other.start else (other.end, wide.start)
    return inside and last - first <= _HOLDS and joins.isdisjoint(tokens.lower[first:last])
