"""Measures over ties: how many, who connects, who stands apart. Nothing here knows people.

A tie is a pair of numbers, whatever they stand for: people, or organisations.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx

Two = tuple[int, int]
"""The ends of a tie, the smaller number first."""
Neighbours = Mapping[int, frozenset[int]]
"""With whom each has a tie; whoever has none is there as well."""

_FEW = 3
"""Who has at most one tie where the one in the middle has so many stands on the edge."""


class Edge(StrEnum):
    """Why somebody stands on the edge."""

    ALONE = "alone"  # no tie at all
    OWN_ONLY = "own only"  # within their own organisation only
    FEW = "few"  # far fewer than others


def two(one: int, other: int) -> Two:
    """The ends of a tie in their order."""
    return (one, other) if one < other else (other, one)


def neighbours(everybody: Iterable[int], ties: Iterable[Two]) -> dict[int, frozenset[int]]:
    """With whom each has a tie; ties to whoever is not among `everybody` are left out."""
    found: dict[int, set[int]] = {one: set() for one in everybody}
    for one, other in ties:
        if one in found and other in found:
            found[one].add(other)
            found[other].add(one)
    return {one: frozenset(others) for one, others in found.items()}


def on_the_edge(
    people: Collection[int], near: Neighbours, of: Mapping[int, int]
) -> dict[int, Edge]:
    """Who of these people stands on the edge, and why.

    Nobody, where nobody has met at all: then there is no middle yet. Of one organisation only
    is said where others have ties beyond theirs.

    Args:
        of: the organisation of each; whoever is in none is there without one.
    """
    counts = [len(near[one]) for one in people]
    if not any(counts):
        return {}
    middle = median(counts)
    beyond = {one: _is_beyond(one, near[one], of) for one in people}
    found: dict[int, Edge] = {}
    for one in people:
        own = len(near[one])
        if not own:
            found[one] = Edge.ALONE
        elif not beyond[one] and any(beyond.values()):
            found[one] = Edge.OWN_ONLY
        elif own * _FEW <= middle:
            found[one] = Edge.FEW
    return found


def _is_beyond(one: int, others: Iterable[int], of: Mapping[int, int]) -> bool:
    """Whether a tie leads out of the own organisation; residents have none."""
    own = of.get(one)
    return any(own is None or of.get(other) != own for other in others)


def betweenness(near: Neighbours) -> dict[int, float]:
    """How much each is on the shortest ways between others: 0 to 1, as networkx counts it.

    All ways are counted at once with matrices: in a club where nearly everybody has met, ties are
    tens of thousands.
    """
    import numpy as np

    keys = sorted(near)
    count = len(keys)
    if count < 3:
        return dict.fromkeys(keys, 0.0)
    place = {key: at for at, key in enumerate(keys)}
    linked = np.zeros((count, count))
    for key, others in near.items():
        linked[place[key], [place[other] for other in others]] = 1.0
    shares = _dependencies(linked).sum(axis=0)
    scale = (count - 1) * (count - 2)
    return {key: float(shares[at]) / scale for at, key in enumerate(keys)}


def _dependencies(linked: Any) -> Any:
    """Brandes' dependencies of each source (row) on each other node, breadth first, all at once."""
    import numpy as np

    count = len(linked)
    ways = np.eye(count)
    seen = np.eye(count, dtype=bool)
    frontier, levels = np.eye(count), []
    while True:
        reached = np.where(seen, 0.0, frontier @ linked)
        if not reached.any():
            break
        seen |= reached > 0
        ways += reached
        levels.append(reached > 0)
        frontier = reached
    passed = np.zeros((count, count))
    for at in range(len(levels) - 1, 0, -1):
        here, before = levels[at], levels[at - 1]
        given = np.where(here, (1.0 + passed) / np.where(here, ways, 1.0), 0.0)
        passed += np.where(before, ways * (given @ linked), 0.0)
    return passed


def groups_apart(near: Neighbours) -> list[frozenset[int]]:
    """The parts that have no tie with each other, the largest first; whoever is alone is none."""
    import networkx

    parts = [frozenset(part) for part in networkx.connected_components(_graph(near))]
    return sorted((one for one in parts if len(one) > 1), key=lambda one: (-len(one), min(one)))


def who_hold_together(near: Neighbours) -> frozenset[int]:
    """Those without whom a part would fall into two."""
    import networkx

    return frozenset(networkx.articulation_points(_graph(near)))


def _graph(near: Neighbours) -> "networkx.Graph[int]":
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(sorted(near))
    graph.add_edges_from(
        (one, other) for one in sorted(near) for other in sorted(near[one]) if one < other
    )
    return graph


def communities(nodes: Iterable[int], weights: Mapping[Two, float]) -> list[tuple[int, ...]]:
    """Those who meet each other more than others, the largest group first; everybody is in one."""
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(sorted(nodes))
    for (one, other), weight in sorted(weights.items()):
        graph.add_edge(one, other, weight=weight)
    if not weights:
        found = [{one} for one in graph]
    else:
        found = networkx.community.greedy_modularity_communities(graph, weight="weight")
    return sorted((tuple(sorted(one)) for one in found), key=lambda one: (-len(one), one))


def strongest(weights: Mapping[Two, float], most: int, each: int) -> list[Two]:
    """Of many ties those that say most, at most `most`: the strongest `each` of everybody first.

    The order is that of strength, and of numbers where two are as strong.
    """
    ordered = sorted(weights, key=lambda tie: (-weights[tie], tie))
    taken: dict[Two, None] = {}
    for least in range(1, each + 1):
        have: defaultdict[int, int] = defaultdict(int)
        for tie in taken:
            have[tie[0]] += 1
            have[tie[1]] += 1
        for tie in ordered:
            if tie not in taken and min(have[tie[0]], have[tie[1]]) < least:
                taken[tie] = None
                have[tie[0]] += 1
                have[tie[1]] += 1
    return sorted(list(taken)[:most], key=lambda tie: (-weights[tie], tie))
