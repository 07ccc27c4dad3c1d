"""Numbers of markets and companies: prices, index levels and results have no region of their own."""

from __future__ import annotations

from itertools import pairwise

from extractor.link.drafts import Clauses, Draft, TokenSpan
from extractor.link.frames import FrameTable

_MOSTLY = 3  # facts of companies and markets are at least one in three
_RESULTS = 3  # facts of a company's results that make an article one about a company,
_PRICED = frozenset({"currency", "ratio"})
_SUM = 1_000_000  # no price of a ton or an ounce
_PAIR = 2  # words of "oil prices"
_SHORT = 6  # words of a metric that can be a commodity's name
_OFTEN = 4  # if they are at least one in so many


def exchange_rate(clauses: Clauses, draft: Draft, table: FrameTable) -> str:
    """The currency of "the peso closed at 941 per dollar", whose rate is of a day; "" for other facts."""
    unit, span = draft.quantity.unit, draft.metric
    word = clauses.tokens.lower[span[1] - 1] if span is not None else ""
    measured = unit is None or unit.dimension in {"ratio", "currency"}
    return word if measured and word in table.cues["currency_name"] else ""


class MarketScreen:
    """Marks drafts of market prices and tells whether an article is business news as a whole."""

    def __init__(self, table: FrameTable) -> None:
        self._table = table
        self._news = self._rates = self._goods = False

    def survey(self, read: list[Clauses]) -> None:
        """Note whether the headline or the lead is about share prices."""
        top = [c for c in read if c.sentence.kind == "title"] + [c for c in read if c.sentence.kind == "prose"][:1]
        cue = self._table.cues["day_price"]
        rates, goods, prices = (self._table.cues[name] for name in ("currency_name", "commodity", "price_noun"))
        self._goods = any(
            word in goods and after in prices
            for clauses in top
            for word, after in pairwise(clauses.tokens.lower[clauses.sentence.start : clauses.sentence.end])
        )
        self._news = any(
            word in cue for clauses in top for word in clauses.tokens.lower[clauses.sentence.start : clauses.sentence.end]
        )
        self._rates = any(
            word in rates
            for clauses in read
            if clauses.sentence.kind == "title"
            for word in clauses.tokens.lower[clauses.sentence.start : clauses.sentence.end]
        )

    def mark(self, clauses: Clauses, draft: Draft) -> None:
        """Set ``market`` on prices and index levels and on what continues them."""
        unit = draft.quantity.unit
        priced = unit is not None and unit.dimension == "currency" and unit.per_name in self._table.cues["traded_per"]
        continued = draft.before is not None and draft.before.market and draft.metric_inherited
        if not priced and self._counted(draft):
            return
        if priced and draft.metric is not None:
            priced = self._table.cues["set_price"].isdisjoint(clauses.tokens.lower[slice(*draft.metric)])
        if priced or continued or self._traded(clauses, draft) or self._quoted(clauses, draft):
            draft.market = draft.company = True

    @staticmethod
    def _counted(draft: Draft) -> bool:
        """"imported 5.6 million tonnes of copper, up 4 percent": what moves is the amount, not the price."""
        before = draft.before
        if before is None or before.market or before.sentence != draft.sentence or draft.metric is None:
            return False
        unit = before.quantity.unit
        return before.metric == draft.metric and unit is not None and unit.dimension not in _PRICED

    def _quoted(self, clauses: Clauses, draft: Draft) -> bool:
        """In news of share prices, what moves under a name is a price: "Minato Motor slipped 2.2 percent"."""
        unit = draft.quantity.unit
        if not self._news or draft.metric is None or draft.quantity.noun is not None or unit is None:
            return False
        if unit.name in self._table.cues["index_unit"]:
            return True
        named = clauses.tokens.words[draft.metric[1] - 1][0].isupper()
        return named and unit.dimension in {"ratio", "currency"} and not any(r.end == draft.metric[1] for r in draft.regions)

    def _traded(self, clauses: Clauses, draft: Draft) -> bool:
        """An index or a share is named, or the metric ends in a commodity: "Brent crude", not "crude exports"."""
        cues, lower = self._table.cues, clauses.tokens.lower
        unit, noun = draft.quantity.unit, draft.quantity.noun
        if draft.metric is not None and noun is not None and draft.metric[0] <= noun[0] < draft.metric[1]:
            return False  # "bought back 1.1 million shares": they are counted, not priced
        priced = unit is None or unit.dimension == "currency" or (unit.dimension == "ratio" and draft.kind == "change")
        value = draft.quantity.value
        if draft.kind == "level" and value is not None and value >= _SUM and draft.quantity.form == "amount":
            priced = False  # "Gold earned 1.4 billion dollars": no price
        part = draft.kind == "level" and unit is not None and unit.dimension == "ratio"
        for span in (draft.metric, draft.subject):
            if span is None:
                continue
            words = lower[span[0] : span[1]]
            if not cues["bond_yield"].isdisjoint(words) and (unit is None or unit.dimension != "ratio"):
                continue  # of wheat, in quintals a hectare
            stored = unit is not None and unit.dimension not in _PRICED and unit.name not in cues["index_unit"]
            if not cues["stored"].isdisjoint(words) and (stored or self._of_goods(words)):
                continue  # of oil, in barrels
            if part and not cues["day_price"].isdisjoint(words):
                continue  # "with shares of 14% and 12%"
            quoted = not (cues["market_metric"].isdisjoint(words) and cues["exchange"].isdisjoint(words))
            if words[-1] in cues["index_noun"] and not cues["currency_name"].isdisjoint(words[:-1]):
                return True  # "the dollar index"
            if quoted or (priced and (self._commodity(words) or self._price_of(clauses, span, words))):
                return True
        return False

    def _price_of(self, clauses: Clauses, span: TokenSpan, words: list[str]) -> bool:
        """"Oil prices" in news of them, but not "gold prices in India"."""
        cues = self._table.cues
        named = len(words) >= _PAIR and words[-1] in cues["price_noun"] and words[-2] in cues["commodity"]
        if not self._goods or not named:
            return False
        return not any(span[0] - _PAIR <= r.start <= span[1] + 1 for chunk in clauses.chunks for r in chunk.regions)

    def _of_goods(self, words: list[str]) -> bool:
        """"wheat stocks"."""
        goods = self._table.cues["commodity"] | self._table.cues["crop"]
        return any(word in goods for word, after in pairwise(words) if after in self._table.cues["stored"])

    def _commodity(self, words: list[str]) -> bool:
        """"Brent crude", "a barrel of crude", "copper for three-month delivery", but not "exports of copper"."""
        cues = self._table.cues
        traded = next((n for n, word in enumerate(words) if word in cues["traded_for"]), len(words))
        named = 0 < traded <= _SHORT and words[traded - 1] in cues["contract_noun"]
        if named and not cues["commodity"].isdisjoint(words[:traded]):
            return True  # "the benchmark palm oil contract on the exchange"
        if len(words) > _SHORT:
            return False
        of = [n for n, word in enumerate(words) if word in cues["complement"]]
        if of and words[of[0] - 1] not in cues["traded"]:
            return False
        ends = [n for n, word in enumerate(words) if word in cues["traded_for"]]
        return words[(ends[0] if ends else len(words)) - 1] in cues["commodity"]

    def results(self, read: list[Clauses]) -> bool:
        """True when the article states a company's results: a good part of its facts, and more than one kind of result."""
        result, company, profit = (self._table.cues[name] for name in ("result", "company_metric", "profit_noun"))
        stated, kinds, facts, narrow = 0, set(), 0, 0
        for clauses in read:
            for draft in clauses.drafts:
                words = set(clauses.tokens.lower[draft.metric[0] : draft.metric[1]]) if draft.metric else set()
                facts += 1
                stated += not company.isdisjoint(words)
                narrow += not result.isdisjoint(words)
                kinds |= words & result
        several = narrow >= _RESULTS and len(kinds) > 1
        wide = stated * _OFTEN >= facts and not kinds.isdisjoint(profit)
        return several and (narrow * _OFTEN >= facts or wide)

    def daily(self, read: list[Clauses]) -> bool:
        """True for news of a trading day: headline or lead are about prices, and half of the facts are such."""
        drafts = [draft for clauses in read for draft in clauses.drafts]
        told = self._news or self._rates
        return told and sum(self._priced(clauses, d) for clauses in read for d in clauses.drafts) * 2 >= len(drafts)

    def _priced(self, clauses: Clauses, draft: Draft) -> bool:
        return draft.market or bool(exchange_rate(clauses, draft, self._table))

    def business(self, read: list[Clauses]) -> bool:
        """True when most facts are of a company or a market, so that the article's home is not their region."""
        drafts = [draft for clauses in read for draft in clauses.drafts]
        found = sum(d.company or self._priced(clauses, d) for clauses in read for d in clauses.drafts)
        return bool(drafts) and found * _MOSTLY >= len(drafts)
