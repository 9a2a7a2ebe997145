"""The network as it is drawn: organisations, groups of them, and the ties worth a line."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from math import sqrt
from typing import NamedTuple

from kdc_desktop.domain.board.layout import Point
from kdc_desktop.domain.network.layout import GroupRoom, Seeds, lay_out, seeds
from kdc_desktop.domain.network.measures import Two, communities, strongest
from kdc_desktop.domain.people.sectors import COUNTED, name_of
from kdc_desktop.i18n import _
from kdc_desktop.services.network.rows import NetOrganisation, Network, PeriodKind

_LINES = 160  # more could not be followed
_NEW = 80
_FEW = 60  # all of them are drawn
_EACH = 2  # of everybody's strongest ties
_LEAST_SIDE, _LARGEST_SIDE = 18.0, 46.0
_NARROWEST, _WIDEST = 0.6, 2.6
_BUNDLED = 0.6  # 1 would have all ties of two groups run through one point


class Grouped(Enum):
    """By what organisations stand together."""

    MEETING = auto()
    SECTOR = auto()


class NetMark(NamedTuple):
    """An organisation, or all residents, with the middle and the side of its mark.

    `room` is how wide its name may be.
    """

    id: int
    name: str
    sector: str
    people: int
    spot: Point
    side: float
    room: float
    group: int


class NetLine(NamedTuple):
    """A tie of two organisations; `bent` is where its bow is drawn to."""

    ends: Two
    times: int
    is_new: bool
    bent: Point


class NetPicture(NamedTuple):
    """Marks by the id of their organisation, lines from weak to strong, and the groups.

    `left_out` is how many ties have no line, unless one asks for all of an organisation.
    """

    marks: Mapping[int, NetMark]
    lines: tuple[NetLine, ...]
    rooms: tuple[GroupRoom, ...]
    titles: tuple[str, ...]
    left_out: int

    @property
    def size(self) -> Point:
        """How far it reaches from its upper left corner."""
        return Point(
            max((room.left + room.width for room in self.rooms), default=0.0),
            max((room.top + room.height for room in self.rooms), default=0.0),
        )


class Sketch(NamedTuple):
    """What of a picture takes a while to be found, whatever shape it is drawn in."""

    seeds: Seeds
    drawn: tuple[Two, ...]


def sketch(net: Network, grouped: Grouped) -> Sketch:
    """Who is to stand near whom, and which ties are drawn; ask it in a job."""
    weights = {pair: float(tie.times) for pair, tie in net.between.items()}
    return Sketch(seeds(_groups(net, weights, grouped), weights), tuple(_drawn(net, weights)))


def most_tied(net: Network, most: int) -> Network:
    """The same with those organisations only that have met most others; who has met nobody else
    is nobody's business and not in it."""
    counts = dict.fromkeys(net.organisations, 0)
    for pair in net.between:
        for key in pair:
            counts[key] += 1
    tied = [key for key, count in counts.items() if count]
    kept = set(sorted(tied, key=lambda key: (-counts[key], key))[:most])
    return replace(
        net,
        organisations={key: one for key, one in net.organisations.items() if key in kept},
        between={pair: tie for pair, tie in net.between.items() if kept.issuperset(pair)},
    )


def picture_of(net: Network, sketched: Sketch, shape: float) -> NetPicture:
    """The picture; `shape` is how much wider than high there is room for it."""
    layout = lay_out(sketched.seeds, max(_NARROWEST, min(_WIDEST, shape)))
    group_of = {one: at for at, group in enumerate(sketched.seeds.groups) for one in group}
    marks = {
        key: NetMark(
            key,
            one.name,
            one.sector,
            len(one.people),
            layout.spots[key],
            _side(one),
            layout.widths[key],
            group_of[key],
        )
        for key, one in net.organisations.items()
    }
    left_out = len(net.between) - len(sketched.drawn)
    picture = NetPicture(marks, (), layout.rooms, sketched.seeds.titles, left_out)
    lines = tuple(_line(net, picture, pair) for pair in reversed(sketched.drawn))
    return picture._replace(lines=lines)


def lines_of(net: Network, picture: NetPicture, key: int) -> list[NetLine]:
    """All ties of an organisation, those without a line of their own as well."""
    pairs = [pair for pair in net.between if key in pair]
    pairs.sort(key=lambda pair: (net.between[pair].times, pair))
    return [_line(net, picture, pair) for pair in pairs]


def _line(net: Network, picture: NetPicture, pair: Two) -> NetLine:
    one, other = (picture.marks[key] for key in pair)
    rooms = picture.rooms[one.group], picture.rooms[other.group]
    bent = _bent(one.spot, other.spot, rooms if one.group != other.group else None)
    return NetLine(pair, net.between[pair].times, is_new(net, pair), bent)


def _bent(one: Point, other: Point, rooms: tuple[GroupRoom, GroupRoom] | None) -> Point:
    """Ties from group to group run close to each other, so that they read as one way."""
    middle = Point((one.x + other.x) / 2, (one.y + other.y) / 2)
    if rooms is None:
        aside = 0.08
        return Point(middle.x - (other.y - one.y) * aside, middle.y + (other.x - one.x) * aside)
    here, there = rooms[0].middle, rooms[1].middle
    towards = Point((here.x + there.x) / 2, (here.y + there.y) / 2)
    return Point(
        middle.x + _BUNDLED * (towards.x - middle.x), middle.y + _BUNDLED * (towards.y - middle.y)
    )


def is_new(net: Network, pair: Two) -> bool:
    """Whether a tie stands out as one that began in the period; over all time each of them did."""
    return net.period.kind is not PeriodKind.ALL and pair in net.first


def _drawn(net: Network, weights: Mapping[Two, float]) -> list[Two]:
    """The ties that are drawn, the strongest first."""
    each = _EACH if len(weights) > _FEW else _FEW
    wanted = dict.fromkeys(strongest(weights, _LINES, each))
    fresh = {pair: weights[pair] for pair in weights if is_new(net, pair)}
    wanted.update(dict.fromkeys(strongest(fresh, _NEW, _NEW)))
    return sorted(wanted, key=lambda pair: (-weights[pair], pair))


def _side(one: NetOrganisation) -> float:
    return min(_LARGEST_SIDE, _LEAST_SIDE + 5.0 * sqrt(max(0, len(one.people) - 1)))


def _groups(
    net: Network, weights: Mapping[Two, float], grouped: Grouped
) -> list[tuple[str, Sequence[int]]]:
    """Who stands together, and what they are called together; nothing where that is a matter of
    who meets whom."""
    if grouped is Grouped.SECTOR:
        found: dict[str, list[int]] = {}
        for key, one in net.organisations.items():
            found.setdefault(one.sector, []).append(key)
        letters = [letter for letter in COUNTED if letter in found]
        letters += sorted(found.keys() - set(COUNTED))
        return [(name_of(letter), found[letter]) for letter in letters]
    tied = {one for pair in weights for one in pair}
    groups: list[tuple[str, Sequence[int]]] = [("", group) for group in communities(tied, weights)]
    if alone := [key for key in net.organisations if key not in tied]:
        groups.append((_("Alone"), alone))
    return groups
