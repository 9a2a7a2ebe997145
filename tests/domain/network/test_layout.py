"""Nothing lies on anything else, whatever the groups and the shape of the window."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kdc_desktop.domain.network.layout import GroupRoom, NetLayout, lay_out, seeds
from tests.examples import examples

SHAPES = (0.6, 1.0, 1.78, 2.6)


@st.composite
def clubs(draw: st.DrawFn):
    """Groups of organisations, and ties of any strength."""
    sizes = draw(st.lists(st.integers(1, 12), min_size=1, max_size=6))
    numbers = iter(range(1, sum(sizes) + 1))
    groups = [(f"Group {at}", [next(numbers) for _ in range(n)]) for at, n in enumerate(sizes)]
    pairs = list(combinations(range(1, sum(sizes) + 1), 2))
    chosen = draw(st.sets(st.sampled_from(pairs), max_size=40)) if pairs else set()
    return groups, {pair: float(1 + pair[0] % 4) for pair in chosen}


def overlaps(one: GroupRoom, other: GroupRoom) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 1e-6 and down > 1e-6


def faults(groups: list[tuple[str, list[int]]], found: NetLayout) -> list[str]:
    told = [
        f"rooms {a} and {b}"
        for (a, one), (b, other) in combinations(enumerate(found.rooms), 2)
        if overlaps(one, other)
    ]
    for (title, group), room in zip(groups, found.rooms, strict=True):
        for key in group:
            spot = found.spots[key]
            inside = (
                room.left < spot.x < room.left + room.width
                and room.top < spot.y < room.top + room.height
            )
            if not inside:
                told.append(f"{key} is outside of {title}")
        for one, other in combinations(group, 2):
            a, b = found.spots[one], found.spots[other]
            room_across = min(found.widths[one], found.widths[other])
            if abs(a.x - b.x) < room_across - 1e-6 and abs(a.y - b.y) < 30:
                told.append(f"{one} and {other} are too close")
    return told


@settings(max_examples=examples(25), deadline=None)
@given(clubs(), st.sampled_from(SHAPES))
def test_no_mark_lies_over_another_and_no_group_over_another(drawn, shape):
    groups, weights = drawn
    assert faults(groups, lay_out(seeds(groups, weights), shape)) == []


def test_the_same_ties_give_the_same_picture():
    groups = [("", list(range(20, 0, -1)))]
    weights = {(one, one + 1): 2.0 for one in range(1, 20)}
    other = seeds([("", list(range(1, 21)))], dict(sorted(weights.items(), reverse=True)))
    assert seeds(groups, weights) == other


@pytest.mark.parametrize("shape", SHAPES)
def test_the_whole_has_the_shape_that_is_asked_for(shape):
    groups = [("A", list(range(1, 31))), ("B", list(range(31, 41))), ("C", [41])]
    rooms = lay_out(seeds(groups, {}), shape).rooms
    wide = max(room.left + room.width for room in rooms)
    high = max(room.top + room.height for room in rooms)
    assert wide / high == pytest.approx(shape, rel=0.1)


def test_nobody_needs_no_room():
    assert lay_out(seeds([], {}), 1.5) == NetLayout({}, {}, ())


def test_who_meet_often_stand_closer_than_who_do_not():
    ties = dict.fromkeys(combinations(range(1, 9), 2), 9.0)
    ties |= dict.fromkeys(combinations(range(9, 17), 2), 9.0) | {(1, 9): 1.0}
    spots = lay_out(seeds([("", list(range(1, 17)))], ties), 1.5).spots

    def apart(pairs) -> float:
        found = [(spots[a].x - spots[b].x) ** 2 + (spots[a].y - spots[b].y) ** 2 for a, b in pairs]
        return sum(found) / len(found)

    within = [*combinations(range(1, 9), 2), *combinations(range(9, 17), 2)]
    assert apart(within) < apart((a, b) for a in range(1, 9) for b in range(9, 17))


@pytest.mark.parametrize("shape", [0.6, 1.0, 1.5, 2.6])
def test_a_mark_stands_within_the_room_of_its_group_with_its_name_however_few_they_are(shape):
    groups = [("Residents", (0,)), ("Companies", tuple(range(1, 10))), ("Third", (10, 11, 12))]
    groups += [("City", (13,)), ("Not known", (14,))]
    found = lay_out(seeds(groups, {(0, 1): 1.0, (1, 10): 1.0, (13, 14): 2.0}), shape)
    for room, (_title, group) in zip(found.rooms, groups, strict=True):
        for key in group:
            spot = found.spots[key]
            assert room.left < spot.x < room.left + room.width
            assert room.top + 22 + 20 <= spot.y <= room.top + room.height - 20
