"""What looks like a quantity and is none: matched first-class, named, and dropped."""

from __future__ import annotations

from collections.abc import Callable

from extractor.language.lexicon import ANY_VERB, CONJUNCTION, NOUN, PLURAL, PROPER, THIRD, UNKNOWN, Lexicon
from extractor.match.numbers.table import DIGITS, ORDINAL
from extractor.match.quantities.amount import Amount, View
from extractor.match.quantities.models import DASHES, Models, hyphenated, variant
from extractor.match.quantities.phrases import Phrases
from extractor.match.quantities.rows import DropRow
from extractor.rules import RuleSet

_COMMAS = frozenset(",")
_ENTRIES = 30  # of a list inside a sentence, at most
_CODE = 8  # figures from which on a number without commas is a code
_CLOSED = ~((1 << 10) - 1) & ~UNKNOWN


class Drops:
    """Tells which rule of ``rules/quantities`` says that an amount is no quantity."""

    def __init__(self, rules: RuleSet, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._models = Models(lexicon)
        self._before: Phrases[tuple[str, DropRow]] = Phrases()
        self._after: Phrases[tuple[str, DropRow]] = Phrases()
        self._around: Phrases[tuple[str, DropRow]] = Phrases()
        self._inside: set[str] = set()
        self._shapes: list[tuple[str, DropRow, Callable[[View, Amount], bool]]] = []
        self._read(rules)
        lists = rules.words("quantities", "droplist")
        self._streets, self._yearly = frozenset(lists["street"]), frozenset(lists["yearly"])
        self._since = frozenset(lists["since"])
        self._first = frozenset(lists["street_first"])
        self._articles = frozenset(lists["article"])
        self._apostrophes = frozenset(lists["apostrophe"])
        self._times = frozenset(rules.words("numbers", "wordlist")["times"])
        self._verbs = frozenset(lists["model_verb"])
        self._part = next(rule for rule, _, test in self._shapes if test == self._code)
        self._one = rules.words("numbers", "wordlist")["one"][0]
        self._of = rules.words("numbers", "wordlist")["of"][0]

    def _read(self, rules: RuleSet) -> None:
        """Sort the rows by what they look at: words before, behind or around a number, or its shape."""
        tests: dict[str, Callable[[View, Amount], bool]] = {
            "name": self._name,
            "name_behind": self._name_behind,
            "address": self._address,
            "code": self._code,
            "score": self._score,
            "phone": self._phone,
            "list": self._list,
            "year": self._year,
            "pronoun": self._pronoun,
            "model": self._model,
            "part": lambda view, amount: self._models.in_part_number(view, amount.number[0]),
        }
        for name, row in rules.rows("quantities", "drop", DropRow).items():
            rule = f"quantities.{name}"
            for phrase in row.before:
                self._before.add(phrase, (rule, row))
            for phrase in row.after:
                self._after.add(phrase, (rule, row))
            for phrase in row.around:
                self._around.add(phrase, (rule, row))
                self._inside.update(phrase.split())
            if row.shape in tests:
                self._shapes.append((rule, row, tests[row.shape]))

    def rule(self, view: View, amount: Amount) -> str | None:
        """The name of the row that drops ``amount``, or None."""
        lower = view.tokens.lower
        start, end = amount.number
        if amount.unit is not None and lower[start][0].isdigit():
            phrase = self._around.at(lower, start, view.limit) if lower[start] in self._inside else None
            if phrase and phrase[0] > amount.end:
                return phrase[1][0]  # "100 percent behind him": with a word more than number and unit
            return self._part if self._models.in_part_number(view, start) else None
        # "oct. 7" in lower case looks like two sentences, so the first word may look back.
        before = self._before.before(lower, start, view.floor if start > view.first else 0)
        if before and self._holds(view, amount, before[1][1]):
            return before[1][0]
        after = self._after.at(lower, end, view.limit)
        if after and self._holds(view, amount, after[1][1]):
            return after[1][0]
        for at in (start, start - 1, start - 2) if lower[start] in self._inside else ():
            around = self._around.at(lower, at, view.limit) if at >= view.first else None
            if around and around[0] > start and self._holds(view, amount, around[1][1]):
                return around[1][0]
        for rule, row, test in self._shapes:
            if (not row.bare or not amount.measured) and test(view, amount):
                return rule
        return None

    def _holds(self, view: View, amount: Amount, row: DropRow) -> bool:
        if row.bare and amount.measured and not amount.elided:
            return False
        return not row.whole or (amount.scale == 1 and view.tokens.words[amount.number[0]].isdigit())

    def _single(self, view: View, amount: Amount) -> bool:
        """A bare whole figure without comma: "787", not "1,200" or "12 million"."""
        start, end = amount.number
        return end - start == 1 and amount.scale == 1 and view.tokens.words[start].isdecimal() and not amount.prefix

    def _name(self, view: View, amount: Amount) -> bool:
        """ "iPhone 11 Pro", "Boeing 737": a capitalised word right before, inside the sentence."""
        start, end = amount.number
        if not self._single(view, amount) or start - 1 < view.first:
            return False
        if view.tokens.glued(start):  # letters that the tokenizer took for a currency: "H5N1"
            return view.tokens.words[start - 1].isalpha()
        if amount.per or amount.unit is not None or amount.hyphen:
            return False
        words = view.tokens.words
        word, following = words[start - 1], words[end] if end < view.limit else ""
        if not any(char.isupper() for char in word) or not word[0].isalnum():
            return False
        bits = self._lexicon.classes(view.tokens.lower[start - 1])
        titled = following[:1].isupper() and not self._lexicon.classes(following.lower()) & _CLOSED
        if amount.noun is not None:
            if bits & (_CLOSED | ANY_VERB) and not bits & UNKNOWN:
                return False
            if word[0].islower():
                return True  # "iPhone 4 users"
            alone = amount.noun[1] - amount.noun[0] == 1
            if alone and start - 1 > view.first and len(words[start]) == 3 and int(words[start]) % 50:
                return words[amount.noun[0]].istitle()  # "Boeing 787 Dreamliners"
            verb = self._lexicon.classes(following.lower()) & THIRD and word.isupper() and len(word) > 1
            return bool(verb) if alone else titled  # "MAX 8 carries", "iPhone 11 Pro cameras"
        if bits & _CLOSED or (bits & ANY_VERB and not bits & (PROPER | UNKNOWN) and not titled):
            return False
        if not word.istitle() and not word.isupper() and len(word) > 2:
            return True
        joined = self._lexicon.classes(following.lower()) & CONJUNCTION  # "Harju 12 and Tartu 11"
        return (any(char.isalpha() for char in following) and not joined) or not self._listed(view, start, end)

    def _listed(self, view: View, start: int, end: int) -> bool:
        """ "Oslo 12, Bergen 9": a list of names with their numbers."""
        if view.kind != "prose":
            return True
        for at in (*range(start - 5, start - 1), *range(end + 1, end + 5)):
            if view.first < at < view.limit and view.atoms[at] is not None and view.tokens.words[at - 1][0].isupper():
                return True
        return False

    def _name_behind(self, view: View, amount: Amount) -> bool:
        """ "the 787 Dreamliner", "123 Harbour Street": a capitalised name that the figure opens."""
        end = amount.number[1]
        if not self._single(view, amount) or view.kind != "prose" or end >= view.limit or view.blocked[end]:
            return False
        if amount.value is None or amount.value < 100 or amount.hyphen:
            return False
        bits = self._lexicon.classes(view.tokens.lower[end])
        return view.tokens.words[end][0].isupper() and not bits & _CLOSED and view.tokens.words[end].isalpha()

    def _score(self, view: View, amount: Amount) -> bool:
        """ "3-1", "2-0 down": two small figures around a dash, not rising."""
        start, end = amount.number
        words = view.tokens.words
        if amount.value is None or not self._single(view, amount) or amount.value > 300:
            return False
        for dash, other in ((end, end + 1), (start - 1, start - 2)):
            if not view.first <= min(dash, other) or max(dash, other) >= view.limit:
                continue
            atom = view.atoms[other]
            if words[dash] in DASHES and atom is not None and atom.kind == DIGITS and atom.digits.isdigit():
                return view.tokens.glued(max(dash, other)) and view.tokens.glued(max(start, dash))
        return False

    def _phone(self, view: View, amount: Amount) -> bool:
        """ "555-1234", "020 7946 0958": a figure joined by dashes or blanks to one of three or four digits."""
        start, end = amount.number
        words = view.tokens.words
        if not words[start].isdigit() or end - start > 1:
            return False
        for dash, other in ((end, end + 1), (start - 1, start - 2)):
            if not view.first <= min(dash, other) or max(dash, other) >= view.limit or words[dash] not in DASHES:
                continue
            glued = view.tokens.glued(max(dash, other)) and view.tokens.glued(max(start, dash))
            if glued and words[other].isdigit() and {len(words[start]), len(words[other])} <= {3, 4}:
                return True
        return end < view.limit and words[end].isdigit() and len(words[end]) in (3, 4) and words[start][0] == "0"

    def _code(self, view: View, amount: Amount) -> bool:
        """ "UPC code 111073615": eight figures and more without a comma number a thing."""
        start = amount.number[0]
        return self._single(view, amount) and (
            len(view.tokens.words[start]) >= _CODE
            or self._models.in_part_number(view, start)
            or variant(view, amount.number[1])
        )

    def _model(self, view: View, amount: Amount) -> bool:
        """ "the 8088 chip", "the 486 is": a crooked figure behind an article, before a noun in the singular."""
        start, end = amount.number
        if not self._single(view, amount) or start <= view.first or end >= view.limit or amount.unit is not None:
            return False
        if amount.value is None or not 100 < amount.value < 10000 or int(amount.value) % 50 == 0:
            return False
        lower = view.tokens.lower
        compound = start - 4 >= view.first and lower[start - 4] in self._articles and hyphenated(view, start - 2)
        if lower[start - 1] not in self._articles and not compound:
            return False
        following = lower[end]
        if following in self._verbs:
            return True
        bits = self._lexicon.classes(following)
        if compound and bits & (THIRD | _CLOSED):
            return True  # "A long-range 777 carries", "its long-range 777 to the carrier"
        return amount.noun is None and bool(bits & NOUN) and not bits & (_CLOSED | PLURAL)

    def _list(self, view: View, amount: Amount) -> bool:
        """ "1. Rates rose": the number of a list's entry."""
        start, end = amount.number
        if end >= view.limit or not self._single(view, amount):
            return False
        if view.tokens.words[end] == ")" and start > view.first and view.tokens.words[start - 1] == "(":
            return self._entry(view, amount)
        if start != view.first:
            return False
        return view.tokens.words[end] in (".", ")") and view.tokens.glued(end)

    def _entry(self, view: View, amount: Amount) -> bool:
        """ "(1) bread, (2) butter": one of several small figures alone in brackets; "two (2) mills": the same again."""
        start, words = amount.number[0], view.tokens.words
        if amount.value is None or amount.value > _ENTRIES:
            return False
        before = view.atoms[start - 2] if start - 2 >= view.first else None
        if before is not None:
            return before.value == amount.value
        for at in range(view.first + 1, view.limit - 1):
            figure = words[at].isdecimal() and words[at - 1] == "(" and words[at + 1] == ")"
            if figure and abs(int(words[at]) - amount.value) == 1:
                return True
        return False

    def _address(self, view: View, amount: Amount) -> bool:
        """ "22 Harbour Street": capitalised words and a word for a street behind the figure."""
        end = amount.number[1]
        words = view.tokens.words
        if end + 1 < view.limit and view.tokens.lower[end] in self._first and words[end + 1][0].isupper():
            return words[end][0].isupper()
        for at in range(end, min(end + 5, view.limit)):
            atom = view.atoms[at]
            if not words[at][0].isupper() and not (atom is not None and atom.kind == ORDINAL):
                return False
            if at > end and view.tokens.lower[at] in self._streets:
                return True
        return False

    def _year(self, view: View, amount: Amount) -> bool:
        """A figure that reads as a year: alone, after "between" and such, or before what years have ("2018 sales")."""
        if amount.low is not None and amount.high is not None and not amount.measured and amount.scale == 1:
            ends = (view.tokens.words[amount.number[0]], view.tokens.words[amount.number[1] - 1])
            figures = all(len(word) == 4 and word.isdigit() for word in ends)
            return figures and amount.low >= 1000 and amount.high <= 2100
        if not self._single(view, amount) or amount.value is None or amount.sign or amount.unit is not None:
            return False
        end = amount.number[1]
        if end + 1 < view.limit and view.tokens.lower[end] in self._times and view.atoms[end + 1] is not None:
            return False  # "1920 x 1080 pixels"
        if amount.number[0] > view.first and view.tokens.words[amount.number[0] - 1] in self._apostrophes:
            return view.tokens.glued(amount.number[0]) and not view.tokens.glued(amount.number[0] - 1)  # "class of '99"
        if amount.noun is not None:
            odd = int(amount.value) % 10 != 0 or view.tokens.lower[amount.noun[1] - 1] in self._yearly
            start = amount.number[0]
            dated = start - 2 >= view.first and view.blocked[start - 2] and view.tokens.words[start - 1] in _COMMAS
            return odd and 1900 <= amount.value <= 2100 and not amount.hyphen and not dated  # "In 2005, 1926 cases"
        before = view.tokens.lower[amount.number[0] - 1] if amount.number[0] > view.first else ""
        least = 1000 if before in self._since else 1800
        return not amount.measured and least <= amount.value <= 2100

    def _pronoun(self, view: View, amount: Amount) -> bool:
        """ "one of the", "the one that", "one another"."""
        start, end = amount.number
        if end - start != 1 or view.tokens.lower[start] != self._one:
            return False
        return not amount.measured or (end < view.limit and view.tokens.lower[end] == self._of)
