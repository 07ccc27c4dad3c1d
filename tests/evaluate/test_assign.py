"""The assignment is one to one and the best there is."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from extractor.evaluate.assign import best_pairs, hungarian

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(min_value=1, max_value=20), max_size=14
)


def best_sum(weights):
    """The greatest sum by trying everything."""
    padded = range(10)  # a left may take a column that no right has
    return max(
        sum(weights.get((left, right), 0) for left, right in zip(range(5), chosen, strict=True))
        for chosen in {order[:5] for order in permutations(padded[:7], 5)}
    )


@given(WEIGHTS)
def test_one_to_one_and_only_given_pairs(weights):
    pairs = best_pairs(weights)
    assert len(set(pairs.values())) == len(pairs)
    assert all(pair in weights for pair in pairs.items())


@given(WEIGHTS)
def test_no_pairs_weigh_more(weights):
    assert sum(weights[pair] for pair in best_pairs(weights).items()) == best_sum(weights)


def test_greedy_choice_is_not_taken():
    assert best_pairs({(0, 0): 5, (0, 1): 4, (1, 0): 4}) == {0: 1, 1: 0}


def test_nothing_to_pair():
    assert best_pairs({}) == {}


def test_hungarian_with_more_columns_than_rows():
    assert hungarian([[9, 2, 7], [6, 1, 3]]) == [1, 2]
