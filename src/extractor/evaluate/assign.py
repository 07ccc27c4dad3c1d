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
    search = _Search(cost)
    for row in range(1, len(cost) + 1):
        search.place(row)
    chosen = [0] * len(cost)
    for column, row in enumerate(search.row_of[1:]):
        if row:
            chosen[row - 1] = column
    return chosen


class _Search:
    """State of the method: rows and columns count from 1, column 0 holds the row that is being placed."""

    def __init__(self, cost: list[list[int]]) -> None:
        self.cost = cost
        self.row_of = [0] * (len(cost[0]) + 1)
        self._row_potential = [0] * (len(cost) + 1)
        self._column_potential = [0] * len(self.row_of)

    def place(self, row: int) -> None:
        """Give a row a column; rows placed before may move along the cheapest path to a free column."""
        self.row_of[0] = row
        self._least: list[int | None] = [None] * len(self.row_of)
        self._came_from = [0] * len(self.row_of)
        self._visited = [False] * len(self.row_of)
        column = 0
        while self.row_of[column]:
            self._visited[column] = True
            column = self._next(column)
        while column:
            self.row_of[column] = self.row_of[self._came_from[column]]
            column = self._came_from[column]

    def _next(self, column: int) -> int:
        """Relax the edges of the row at ``column``, shift the potentials, and go to the nearest unvisited column."""
        row, nearest, delta = self.row_of[column], 0, None
        for other in range(1, len(self.row_of)):
            if self._visited[other]:
                continue
            reduced = self.cost[row - 1][other - 1] - self._row_potential[row] - self._column_potential[other]
            current = self._least[other]
            if current is None or reduced < current:
                self._least[other], self._came_from[other], current = reduced, column, reduced
            if delta is None or current < delta:
                delta, nearest = current, other
        self._shift(delta or 0)
        return nearest

    def _shift(self, delta: int) -> None:
        for column, least in enumerate(self._least):
            if self._visited[column]:
                self._row_potential[self.row_of[column]] += delta
                self._column_potential[column] -= delta
            elif least is not None:
                self._least[column] = least - delta
