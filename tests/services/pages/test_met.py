"""The outcome tells who met in an evening: how many, and which organisations for the first time."""

from kdc_desktop.domain.pages.values import Block, Bullets, Heading, Paragraph
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.pages.met import who_met
from kdc_desktop.services.pages.record import Record
from kdc_desktop.storage import Database
from tests.rooms.meeting_room import MeetingRoom


def told(room: MeetingRoom, session_id: int) -> list[Block]:
    with room.database.read() as snapshot:
        return list(who_met(Record(Source(snapshot, session_id, room.database.now()))))


def test_new_ties_and_first_meetings_of_organisations_are_told(database: Database) -> None:
    room = MeetingRoom(database)
    first, second = room.evening(came=(1, 2)), room.evening(came=(1, 2, 3))
    room.table(first, 1, 2)
    room.table(second, 1, 2, 3)
    assert told(room, second) == [
        Heading("Who met"),
        Paragraph(
            "2 new ties between people who had never met. "
            "2 pairs of organisations met for the first time. 2 people came back."
        ),
        Bullets(("House 1 and House 3", "House 2 and House 3")),
    ]


def test_of_many_first_meetings_some_are_named(database: Database) -> None:
    room = MeetingRoom(database, 6, "CPATC")
    evening = room.evening()
    room.table(evening, 1, 2, 3, 4, 5)
    bullets = told(room, evening)[-1]
    assert isinstance(bullets, Bullets)
    assert len(bullets.items) == 9
    assert bullets.items[-1] == "2 more pairs"


def test_where_nobody_sat_together_nothing_is_told(database: Database) -> None:
    room = MeetingRoom(database)
    assert told(room, room.evening(came=range(1, 9))) == []
