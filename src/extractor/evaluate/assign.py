"""The best one-to-one assignment between two small sets, exactly.

Labels and predictions that overlap form tiny groups, so each connected group is solved by itself with the Hungarian
method in O(n^3) (Kuhn 1955, Munkres 1957; the form with potentials after Jonker and Volgenant 1987).
"""

from __future__ import annotations

from collections.abc import Mapping

Weights = Mapping[tuple[int, int], int]


def best_pairs(weights: Weights) -> dict[int, int]:
    """Pairs ``{left: right}`` of the greatest sum of weights. Only pairs in ``weights``, all positive, can be chosen.

    >>> best_pairs({(0, 0): 5, (0, 1): 4, (1, 0): 4})
    {0: 1, 1: 0}
    """
    pairs: dict[int, int] = {}
    for lefts, rights in _groups(weights):
        pairs.update(_solve(lefts, rights, weights))
    return dict(sorted(pairs.items()))


def _groups(weights: Weights) -> list[tuple[list[int], list[int]]]:
    """Connected groups of lefts and rights, each in order."""
    of_left: dict[int, list[int]] = {}
    of_right: dict[int, list[int]] = {}
    for left, right in sorted(weights):
        of_left.setdefault(left, []).append(right)
        of_right.setdefault(right, []).append(left)
    groups, done = [], set[int]()
    for first in of_left:
        if first in done:
            continue
        lefts, rights, waiting = {first}, set[int](), [first]
        while waiting:
            for right in of_left[waiting.pop()]:
                if right not in rights:
                    rights.add(right)
                    new = [left for left in of_right[right] if left not in lefts]
                    lefts.update(new)
                    waiting.extend(new)
        done |= lefts
        groups.append((sorted(lefts), sorted(rights)))
    return groups


def _solve(lefts: list[int], rights: list[int], weights: Weights) -> dict[int, int]:
    if len(lefts) == 1:  # by far the most frequent group: one label
        left = lefts[0]
        return {left: max(rights, key=lambda right: weights[left, right])}
    if len(rights) == 1:
        right = rights[0]
        return {max(lefts, key=lambda left: weights[left, right]): right}
    # As many columns as both sides together, so that any left may stay alone at weight 0.
    cost = [[-weights.get((left, right), 0) for right in rights] + [0] * len(lefts) for left in lefts]
    chosen = hungarian(cost)
    return {
        left: rights[column]
        for left, column in zip(lefts, chosen, strict=True)
        if column < len(rights) and (left, rights[column]) in weights
    }


def hungarian(cost: list[list[int]]) -> list[int]:
    """The column of each row in an assignment of least cost; no more rows than columns.

    >>> hungarian([[4, 1], [2, 3]])
    [1, 0]
    """
    rows, columns = len(cost), len(cost[0])
    row_potential, column_potential = [0] * (rows + 1), [0] * (columns + 1)
    row_of = [0] * (columns + 1)  # row (from 1) that holds a column; 0 for none
    for row in range(1, rows + 1):
        row_of[0] = row
        column = 0
        least: list[int | None] = [None] * (columns + 1)
        came_from, visited = [0] * (columns + 1), [False] * (columns + 1)
        while row_of[column]:
            visited[column] = True
            column = _next_column(cost, row_of, column, row_potential, column_potential, least, came_from, visited)
        while column:  # flip the augmenting path
            row_of[column] = row_of[came_from[column]]
            column = came_from[column]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if row_of[column]:
            chosen[row_of[column] - 1] = column - 1
    return chosen


def _next_column(
    cost: list[list[int]],
    row_of: list[int],
    column: int,
    row_potential: list[int],
    column_potential: list[int],
    least: list[int | None],
    came_from: list[int],
    visited: list[bool],
) -> int:
    """One step of the search: relax the edges of the row at ``column``, shift potentials, go to the nearest column."""
    row, nearest, delta = row_of[column], 0, None
    for other in range(1, len(row_of)):
        if visited[other]:
            continue
        reduced = cost[row - 1][other - 1] - row_potential[row] - column_potential[other]
        current = least[other]
        if current is None or reduced < current:
            least[other], came_from[other], current = reduced, column, reduced
        if delta is None or current < delta:
            delta, nearest = current, other
    shift = delta or 0
    for other in range(len(row_of)):
        current = least[other]
        if visited[other]:
            row_potential[row_of[other]] += shift
            column_potential[other] -= shift
        elif current is not None:
            least[other] = current - shift
    return nearest
