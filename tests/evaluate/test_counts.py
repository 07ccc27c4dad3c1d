"""Counts and intervals."""

from decimal import Decimal

from extractor.evaluate.counts import Counts, intervals


def counts(gold, predicted, whole):
    return Counts(gold, predicted, {"whole": whole})


def test_scores_of_a_sum_are_micro_averages():
    both = counts(8, 4, 2) + counts(2, 6, 2)
    assert (both.precision("whole"), both.recall("whole"), both.f1("whole")) == (Decimal("40.00"),) * 3


def test_nothing_predicted_and_nothing_labelled_is_zero():
    assert counts(3, 0, 0).precision("whole") == counts(0, 3, 0).recall("whole") == counts(0, 0, 0).f1("whole") == 0


def test_interval_holds_the_score_and_is_the_same_each_time():
    parts = [counts(10, 10, hits) for hits in (2, 4, 5, 6, 9, 3, 5, 7)]
    low, high = intervals(parts, ["whole"])["whole"]
    assert low < sum(parts, counts(0, 0, 0)).f1("whole") < high
    assert intervals(parts, ["whole"])["whole"] == (low, high)


def test_articles_that_are_alike_leave_no_width():
    assert intervals([counts(4, 4, 2)] * 3, ["whole"]) == {"whole": (Decimal("50.00"), Decimal("50.00"))}


def test_one_article_has_no_interval():
    assert intervals([counts(4, 4, 2)], ["whole"]) == {}
