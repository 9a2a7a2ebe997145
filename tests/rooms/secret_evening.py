"""The same secret vote on another evening: the same papers by the same people, dealt out anew.

Nothing that is left of two such evenings may differ, or it tells who cast which paper, or when.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from kdc_desktop.domain.polls.states import Channel, Secrecy
from tests.rooms.poll_room import Room, make_room

CHANNELS = (Channel.KIOSK, Channel.KIOSK, Channel.BY_HAND)


@contextmanager
def secret_evening(
    folder: Path,
    deal: int,
    people: int = 60,
    secrecy: Secrecy = Secrecy.SECRET,
    after_each: Callable[[Room], None] = lambda _room: None,
) -> Iterator[tuple[Room, int]]:
    """A room in which all have voted, and the poll, which is still open; `deal` shuffles."""
    folder.mkdir()
    foretold = random.Random(11)
    room = make_room(
        folder / "club.kdc",
        people=people,
        draw=lambda: foretold.getrandbits(62),
        name_of=_guest,
    )
    poll_id = room.open_poll(secrecy=secrecy, marks_each=9)
    for place, marks in dealt_out(room, poll_id, deal):
        room.cast(poll_id, place, marks, CHANNELS[place % 3])
        after_each(room)
    yield room, poll_id
    room.database.close()


def _guest(number: int) -> str:
    return f"Guest {number:05}"


def dealt_out(room: Room, poll_id: int, deal: int) -> Iterator[tuple[int, dict[int, int]]]:
    """Who votes what, in the order in which they come; within a sector any paper may be anyone's.

    Every paper is one that nobody else casts, and each sector has the same papers every time.
    """
    options, lots = room.options(poll_id), random.Random(deal)
    papers = [
        {options[number % 6]: 1 + number // 30 % 8, options[(number + 1 + number // 6 % 5) % 6]: 1}
        for number in range(len(room.people))
    ]
    places = list(range(len(papers)))
    lots.shuffle(places)
    for sector in range(5):
        mine = papers[sector::5]
        lots.shuffle(mine)
        papers[sector::5] = mine
    return ((place, papers[place]) for place in places)
