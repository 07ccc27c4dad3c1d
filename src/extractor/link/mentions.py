"""The mention layer as records: every quantity, date and region of an article, whether or not a fact uses it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from extractor.language.tokens import Tokens
from extractor.link.facts import write_quantity, write_region
from extractor.match.mentions import DateMention, QuantityMention, RegionMention
from extractor.records import Mention, Time

# What finds places for the facts and is none in its own words: names of organisations, "nationwide", waters.
_WATERS = frozenset({"river", "lake"})
_UNSAID = frozenset({"regions.nationwide", "regions.statewide"})

Found = QuantityMention | DateMention | RegionMention


def write_mentions(doc_id: str, tokens: Tokens, found: Iterable[Found]) -> list[Mention]:
    """Mentions in the order of the text; where two layers meet, quantities before dates before regions."""
    records = list(_records(doc_id, tokens, found))
    order = ("quantity", "date", "region")
    return sorted(records, key=lambda record: (record.start_char, record.end_char, order.index(record.layer)))


def _records(doc_id: str, tokens: Tokens, found: Iterable[Found]) -> Iterator[Mention]:
    for mention in found:
        start, end = mention.start_char, mention.end_char
        text, rules = tokens.text[start:end], list(mention.rules)
        if isinstance(mention, QuantityMention):
            quantity = write_quantity(tokens, mention)
            yield Mention(
                doc_id=doc_id,
                layer="quantity",
                text=text,
                start_char=start,
                end_char=end,
                quantity=quantity,
                rules=rules,
            )
        elif isinstance(mention, DateMention):
            time = _time(text, mention)
            yield Mention(
                doc_id=doc_id, layer="date", text=text, start_char=start, end_char=end, time=time, rules=rules
            )
        elif _is_place(mention):
            region = write_region(tokens, mention)
            yield Mention(
                doc_id=doc_id, layer="region", text=text, start_char=start, end_char=end, region=region, rules=rules
            )


def _is_place(mention: RegionMention) -> bool:
    return mention.form != "organisation" and mention.type not in _WATERS and not _UNSAID & set(mention.rules)


def _time(text: str, mention: DateMention) -> Time:
    return Time(
        text=text,
        start_char=mention.start_char,
        end_char=mention.end_char,
        value=mention.value,
        start=mention.first,
        end=mention.last,
        relation=mention.relation,  # type: ignore[arg-type]
    )
