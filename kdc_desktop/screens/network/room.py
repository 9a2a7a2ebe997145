"""What the room sees of the network: organisations and sentences, and no person."""

from typing import NamedTuple

from kdc_desktop.audience.network.network_slide import SHAPE, NetworkSlide, SlideMark, SlideTie
from kdc_desktop.domain.board.layout import Rect
from kdc_desktop.domain.network.folding import people_in
from kdc_desktop.domain.network.numbers import told_to_the_room
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.screens.network.sight import in_order_of_size
from kdc_desktop.services.network.picture import (
    Grouped,
    NetPicture,
    most_tied,
    picture_of,
    sketch,
)
from kdc_desktop.services.network.rows import Network

_MOST = 36  # organisations whose names can be read from the back row


class RoomNetwork(NamedTuple):
    """The picture of those organisations that have met most others, and what all came to."""

    picture: NetPicture
    told: tuple[str, ...]
    shown: str


def for_the_room(net: Network, grouped: Grouped) -> RoomNetwork:
    """What the room may see; it takes a while, so ask it in a job."""
    fewer = most_tied(net, _MOST)
    picture = picture_of(fewer, sketch(fewer, grouped), SHAPE)
    shown = ngettext(
        "The picture shows the {count} that has met most others.",
        "The picture shows the {count} that have met most others.",
        len(picture.marks),
    )
    is_cut = len(picture.marks) == _MOST and len(people_in(net.between)) > _MOST
    told = tuple(told_to_the_room(net.numbers))
    if is_cut or grouped is not Grouped.MEETING or len(picture.rooms) < 2:
        return RoomNetwork(picture, told, shown if is_cut else "")
    return RoomNetwork(picture, told, _("Who stands in one box has met each other most."))


def network_slide(seen: RoomNetwork, when: str) -> NetworkSlide:
    """The picture with what everybody may read."""
    picture = seen.picture
    marks = in_order_of_size(picture.marks.values())
    place = {mark.id: at for at, mark in enumerate(marks)}
    return NetworkSlide(
        when=when,
        told=seen.told,
        shown=seen.shown,
        marks=tuple(
            SlideMark(mark.name, mark.sector, mark.spot, mark.side, mark.room) for mark in marks
        ),
        ties=tuple(
            SlideTie(place[line.ends[0]], place[line.ends[1]], line.times, line.is_new, line.bent)
            for line in picture.lines
        ),
        groups=tuple(Rect(*room) for room in picture.rooms),
    )
