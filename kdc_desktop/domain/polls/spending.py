"""Spend a total on options with costs, those that most are for first."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple


class Spent(NamedTuple):
    """What was bought, in that order, and what is left. `parted` are options that as many are for,
    of which there was not enough for all, so that it was their order that decided."""

    bought: tuple[int, ...]
    left: int
    parted: tuple[tuple[int, ...], ...]


def first(approvals: Sequence[int], costs: Sequence[int], option: int) -> tuple[int, int, int]:
    """What comes first: more approvals, then the lower cost, then the place on the paper."""
    return -approvals[option], costs[option], option


def spend(
    approvals: Sequence[int], costs: Sequence[int], total: int, among: Iterable[int]
) -> Spent:
    """Buy what still fits; what does not is passed over, and what nobody is for is never bought."""
    order = sorted(
        (at for at in among if approvals[at]), key=lambda at: first(approvals, costs, at)
    )
    bought: list[int] = []
    parted = []
    for _count, level in groupby(order, key=lambda at: approvals[at]):
        before, some = total, tuple(level)
        for at in some:
            if costs[at] <= total:
                bought.append(at)
                total -= costs[at]
        if any(costs[at] <= before for at in some if at not in bought):
            parted.append(tuple(sorted(some)))
    return Spent(tuple(bought), total, tuple(parted))
