"""Where organisations stand in the picture of a network: groups apart, nothing on top of anything.

First `seeds` are found, which takes a while: who is to be near whom. Then `lay_out` sets everybody
in rows, in the shape that there is room for, which is done at once. The same ties give the same
picture. Lengths are those of the picture at 100 %.
"""

from collections.abc import Mapping, Sequence
from math import ceil, sqrt
from typing import NamedTuple

from kdc_desktop.domain.board.layout import Point
from kdc_desktop.domain.network.measures import Two

_SEED = 7
_ROUNDS = 60  # of networkx until what has ties stands close
_WIDE, _HIGH = 132.0, 66.0  # what a mark takes with its name
_PADDING, _TITLE, _APART = 10.0, 22.0, 14.0
"""Around what stands in a group, above it for what it is called, and from group to group."""
_ASIDE = 0.2
"""How far every other row is moved, so that a tie along a row runs through no mark between."""


class GroupRoom(NamedTuple):
    """Where a group lies."""

    left: float
    top: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """The middle of it."""
        return Point(self.left + self.width / 2, self.top + self.height / 2)


class Seeds(NamedTuple):
    """Groups of numbers, where each number would like to stand, and each group.

    `titles` are what groups are called; empty where that is nothing.
    """

    groups: tuple[tuple[int, ...], ...]
    titles: tuple[str, ...]
    near: Mapping[int, Point]
    groups_near: tuple[Point, ...]


class NetLayout(NamedTuple):
    """The middle of everybody's mark with how wide its name may be, and the rooms of groups."""

    spots: Mapping[int, Point]
    widths: Mapping[int, float]
    rooms: tuple[GroupRoom, ...]


def seeds(groups: Sequence[tuple[str, Sequence[int]]], weights: Mapping[Two, float]) -> Seeds:
    """Where everybody would like to stand: close to whom they meet often; so do groups.

    Args:
        groups: what each is called, and who is in it; everybody is in one.
        weights: how strong each tie is.
    """
    group_of = {one: at for at, (_title, group) in enumerate(groups) for one in group}
    between: dict[Two, float] = {}
    for (one, other), weight in weights.items():
        low, high = sorted((group_of[one], group_of[other]))
        if low != high:
            between[low, high] = between.get((low, high), 0.0) + weight
    near: dict[int, Point] = {}
    for _title, group in groups:
        near |= _drawn_together(group, weights)
    middles = _drawn_together(range(len(groups)), between)
    return Seeds(
        tuple(tuple(sorted(group)) for _title, group in groups),
        tuple(title for title, _group in groups),
        near,
        tuple(middles[at] for at in range(len(groups))),
    )


def _drawn_together(keys: Sequence[int], weights: Mapping[Two, float]) -> dict[int, Point]:
    """As springs would hold them that are stronger between those who meet often."""
    import networkx

    own = set(keys)
    graph = networkx.Graph()
    graph.add_nodes_from(sorted(own))
    for (one, other), weight in sorted(weights.items()):
        if one in own and other in own:
            graph.add_edge(one, other, weight=sqrt(weight))
    found = networkx.spring_layout(graph, iterations=_ROUNDS, seed=_SEED)
    return {key: Point(round(float(x), 6), round(float(y), 6)) for key, (x, y) in found.items()}


def lay_out(wanted: Seeds, shape: float) -> NetLayout:
    """Set everybody in rows; `shape` is how much wider than high the whole may be."""
    places = [at for at, group in enumerate(wanted.groups) if group]
    needed = sum(_needed(len(wanted.groups[at])) for at in places)
    height = sqrt(needed / shape)
    rooms: dict[int, GroupRoom] = {}
    if places:
        _share_out(wanted, places, GroupRoom(0.0, 0.0, height * shape, height), rooms)
    spots: dict[int, Point] = {}
    widths: dict[int, float] = {}
    for at, room in rooms.items():
        head = _TITLE if wanted.titles[at] else 0.0
        inner = GroupRoom(
            room.left + _PADDING,
            room.top + _PADDING + head,
            max(1.0, room.width - 2 * _PADDING),
            max(1.0, room.height - 2 * _PADDING - head),
        )
        _set_in_rows(wanted, wanted.groups[at], inner, spots, widths)
    return NetLayout(spots, widths, tuple(rooms[at] for at in places))


def _needed(count: int) -> float:
    """How much room a group takes with what is around it."""
    side = sqrt(count * _WIDE * _HIGH)
    return (side + 2 * _PADDING + _APART) * (side + 2 * _PADDING + _TITLE + _APART)


def _share_out(
    wanted: Seeds, places: Sequence[int], room: GroupRoom, rooms: dict[int, GroupRoom]
) -> None:
    """Halve the room again and again, between groups that would like to stand on either side."""
    if len(places) == 1:
        half = _APART / 2
        left, top, width, height = room
        rooms[places[0]] = GroupRoom(left + half, top + half, width - _APART, height - _APART)
        return
    left, top, width, height = room
    ways = [
        _cut(wanted, places, room, across=across) for across in (width >= height, width < height)
    ]
    ordered, cut, across, share, _bent = min(ways, key=lambda way: way.bent)
    if across:
        first = GroupRoom(left, top, width * share, height)
        second = GroupRoom(left + width * share, top, width * (1 - share), height)
    else:
        first = GroupRoom(left, top, width, height * share)
        second = GroupRoom(left, top + height * share, width, height * (1 - share))
    _share_out(wanted, ordered[:cut], first, rooms)
    _share_out(wanted, ordered[cut:], second, rooms)


class _Cut(NamedTuple):
    """Places in an order, how many of them are in the first part, and the share of that.

    `bent` is how far that is from what it would take, so that the smaller part has room for one.
    """

    ordered: tuple[int, ...]
    first: int
    across: bool
    share: float
    bent: float


def _cut(wanted: Seeds, places: Sequence[int], room: GroupRoom, *, across: bool) -> _Cut:
    ordered = sorted(places, key=lambda at: (wanted.groups_near[at][not across], at))
    sizes = [_needed(len(wanted.groups[at])) for at in ordered]
    whole = sum(sizes)
    cuts = range(1, len(ordered))
    first = min(cuts, key=lambda at: abs(sum(sizes[:at]) - whole / 2))
    length = room.width if across else room.height
    least = 2 * _PADDING + _APART + (_WIDE if across else _HIGH + _TITLE)
    right = sum(sizes[:first]) / whole
    share = _between(right, least / length)
    return _Cut(tuple(ordered), first, across, share, abs(share - right))


def _between(share: float, least: float) -> float:
    """A share of which neither it nor the rest is less than the least, or half where it has to."""
    return min(max(share, min(0.5, least)), 1 - min(0.5, least))


def _set_in_rows(
    wanted: Seeds,
    group: Sequence[int],
    room: GroupRoom,
    spots: dict[int, Point],
    widths: dict[int, float],
) -> None:
    """Row by row: whoever would like to stand higher in a higher one, and from left to right."""
    wanted_columns = sqrt(len(group) * room.width / room.height * _HIGH / _WIDE)
    columns = max(1, min(len(group), round(wanted_columns)))
    rows = ceil(len(group) / columns)
    ordered = sorted(group, key=lambda key: (wanted.near[key].y, key))
    for row in range(rows):
        here = ordered[len(group) * row // rows : len(group) * (row + 1) // rows]
        here.sort(key=lambda key: (wanted.near[key].x, key))
        step = room.width / len(here)
        aside = (_ASIDE if row % 2 else -_ASIDE) / 2 if rows > 1 else 0.0
        for place, key in enumerate(here):
            x = room.left + (place + 0.5 + aside) * step
            y = room.top + (row + 0.5) * room.height / rows
            spots[key] = Point(x, y)
            widths[key] = step
