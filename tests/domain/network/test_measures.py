"""Measures over ties, against counting by hand and against networkx's own numbers."""

from itertools import combinations, pairwise, permutations

import networkx  # noqa: TID253 - the tests count as it does
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.network.measures import (
    Edge,
    betweenness,
    communities,
    groups_apart,
    neighbours,
    on_the_edge,
    strongest,
    two,
    who_hold_together,
)
from tests.examples import examples

Ties = frozenset[tuple[int, int]]


@st.composite
def graphs(draw: st.DrawFn, most: int = 8) -> tuple[int, Ties]:
    """How many there are, numbered from 1, and their ties."""
    count = draw(st.integers(1, most))
    possible = list(combinations(range(1, count + 1), 2))
    return count, frozenset(draw(st.sets(st.sampled_from(possible)))) if possible else frozenset()


def near_of(count: int, ties: Ties) -> dict[int, frozenset[int]]:
    return neighbours(range(1, count + 1), ties)


def graph_of(count: int, ties: Ties) -> networkx.Graph:
    graph = networkx.Graph()
    graph.add_nodes_from(range(1, count + 1))
    graph.add_edges_from(ties)
    return graph


def ways_between(near: dict[int, frozenset[int]], start: int, end: int) -> list[tuple[int, ...]]:
    """All shortest ways, found by trying every order of everybody else."""
    others = [one for one in near if one not in (start, end)]
    for length in range(len(others) + 1):
        tried = [(start, *middle, end) for middle in permutations(others, length)]
        found = [way for way in tried if all(b in near[a] for a, b in pairwise(way))]
        if found:
            return found
    return []


def betweenness_by_hand(near: dict[int, frozenset[int]]) -> dict[int, float]:
    found = dict.fromkeys(near, 0.0)
    for start, end in permutations(near, 2):
        ways = ways_between(near, start, end)
        for one in near:
            if one not in (start, end) and ways:
                found[one] += sum(one in way for way in ways) / len(ways)
    pairs = (len(near) - 1) * (len(near) - 2)
    return {one: value / pairs if pairs else 0.0 for one, value in found.items()}


@settings(max_examples=examples(30), deadline=None)
@given(graphs(most=6))
def test_who_stands_between_others_is_as_every_way_counted_by_hand(drawn):
    near = near_of(*drawn)
    assert betweenness(near) == pytest.approx(betweenness_by_hand(near))


@settings(max_examples=examples(60), deadline=None)
@given(graphs(most=14))
def test_who_stands_between_others_is_as_networkx_has_it(drawn):
    near = near_of(*drawn)
    assert betweenness(near) == pytest.approx(networkx.betweenness_centrality(graph_of(*drawn)))


def test_where_everybody_has_met_everybody_nobody_stands_between():
    near = near_of(300, frozenset(combinations(range(1, 301), 2)))
    assert betweenness(near) == dict.fromkeys(range(1, 301), 0.0)


@settings(max_examples=examples(60), deadline=None)
@given(graphs())
def test_without_whom_a_part_falls_into_two_is_found_by_leaving_each_out(drawn):
    count, ties = drawn
    whole = networkx.number_connected_components(graph_of(count, ties))
    by_hand = set()
    for one in range(1, count + 1):
        rest = graph_of(count, ties)
        rest.remove_node(one)
        if networkx.number_connected_components(rest) > whole if len(rest) else False:
            by_hand.add(one)
    assert who_hold_together(near_of(count, ties)) == by_hand


@settings(max_examples=examples(60), deadline=None)
@given(graphs(most=10))
def test_parts_are_those_that_one_comes_through_from_tie_to_tie(drawn):
    near = near_of(*drawn)
    found = groups_apart(near)
    reached = set()
    for start in near:
        whole = {start}
        while more := {other for one in whole for other in near[one]} - whole:
            whole |= more
        if len(whole) > 1:
            reached.add(frozenset(whole))
    assert set(found) == reached
    assert [len(part) for part in found] == sorted(map(len, found), reverse=True)


@settings(max_examples=examples(40), deadline=None)
@given(graphs(most=12))
def test_everybody_is_in_one_community_and_none_bridges_two_parts(drawn):
    count, ties = drawn
    found = communities(range(1, count + 1), dict.fromkeys(ties, 1.0))
    assert sorted(one for group in found for one in group) == list(range(1, count + 1))
    parts = list(networkx.connected_components(graph_of(count, ties)))
    assert all(any(set(group) <= part for part in parts) for group in found)
    assert found == communities(range(count, 0, -1), dict.fromkeys(sorted(ties)[::-1], 1.0))


@settings(max_examples=examples(40), deadline=None)
@given(graphs(most=12), st.integers(0, 20), st.integers(1, 3))
def test_of_many_ties_the_strongest_of_everybody_are_kept(drawn, most, each):
    count, ties = drawn
    weights = {tie: float((tie[0] * 7 + tie[1] * 3) % 5 + 1) for tie in ties}
    kept = strongest(weights, most, each)
    assert len(kept) == len(set(kept)) <= most
    assert [weights[tie] for tie in kept] == sorted((weights[tie] for tie in kept), reverse=True)
    if most >= len(ties):
        for one in range(1, count + 1):
            own = [tie for tie in ties if one in tie]
            assert sum(one in tie for tie in kept) >= min(each, len(own))
            if own:
                best = max(weights[tie] for tie in own)
                assert best in [weights[tie] for tie in kept if one in tie]


def test_who_has_met_nobody_only_their_own_or_few_stands_on_the_edge():
    ties = {two(a, b) for a, b in combinations(range(1, 7), 2)} | {(7, 8), (1, 9)}
    of = {**dict.fromkeys((1, 2), 1), **dict.fromkeys((3, 4), 2), 7: 3, 8: 3, 9: 4}
    near = neighbours(range(1, 11), ties)
    assert on_the_edge(range(1, 11), near, of) == {
        7: Edge.OWN_ONLY,
        8: Edge.OWN_ONLY,
        9: Edge.FEW,
        10: Edge.ALONE,
    }


@pytest.mark.parametrize(
    ("count", "ties", "of"),
    [
        (2, {(1, 2)}, {1: 1, 2: 2}),  # two people
        (2, set(), {1: 1, 2: 2}),  # who have not met
        (2, {(1, 2)}, {1: 1, 2: 1}),  # of one organisation
        (9, set(combinations(range(1, 10), 2)), {}),  # everybody has met everybody
        (9, set(combinations(range(1, 10), 2)), dict.fromkeys(range(1, 10), 1)),
        (0, set(), {}),
    ],
)
def test_nobody_stands_on_the_edge_where_there_is_no_middle(count, ties, of):
    everybody = range(1, count + 1)
    assert on_the_edge(everybody, neighbours(everybody, ties), of) == {}


def test_of_299_of_one_organisation_all_but_whom_the_guest_met_are_among_themselves():
    ties = {(1, other) for other in range(2, 300)} | {(1, 300)}
    of = {**dict.fromkeys(range(1, 300), 1), 300: 2}
    found = on_the_edge(range(1, 301), neighbours(range(1, 301), ties), of)
    assert len(found) == 298
    assert set(found.values()) == {Edge.OWN_ONLY}
