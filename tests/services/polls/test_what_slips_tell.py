"""What the file keeps of slips tells no more of a voter than the secrecy of the poll allows."""

from pathlib import Path

from sqlalchemy import select

from kdc_desktop.domain.polls.states import Channel, Secrecy, SlipState
from kdc_desktop.model.journal import JournalChange
from kdc_desktop.model.polls import RollEntry
from kdc_desktop.services.joined.polls import WINNERS
from kdc_desktop.services.kit.source import Source
from kdc_desktop.services.polls import poll_sheet, running
from kdc_desktop.services.polls.electors import electorate
from kdc_desktop.services.polls.slips import enter_slip, give_slip
from tests.rooms.poll_room import EVENING, Room, make_room
from tests.services.polls.test_slips import printed, slips


def test_which_slip_somebody_has_is_kept_in_a_named_poll_only(room: Room) -> None:
    kept = {}
    for secrecy in Secrecy:
        poll_id = printed(room, secrecy)
        number = 1 if secrecy == Secrecy.NAMED else None
        give_slip(room.database, poll_id, room.people[0], number)
        enter_slip(room.database, poll_id, 1, {room.options(poll_id)[0]: 1})
        running.close_poll(room.database, poll_id)
        kept[secrecy] = slips(room, poll_id)[0]
    assert kept == {
        Secrecy.NAMED: (1, SlipState.BACK, None, room.people[0]),
        Secrecy.SECTOR_ONLY: (1, SlipState.BACK, "C", None),
        Secrecy.SECRET: (1, SlipState.BACK, None, None),
    }


def test_while_a_secret_poll_is_open_the_file_does_not_tell_which_slips_came_back(
    room: Room,
) -> None:
    poll_id = printed(room)
    before = slips(room, poll_id)
    for person in room.people[:4]:
        give_slip(room.database, poll_id, person)
    for number in (3, 1):
        enter_slip(room.database, poll_id, number, {})
    assert slips(room, poll_id) == before
    with room.database.read() as snapshot:
        assert snapshot.scalars(select(RollEntry)).all() == []


def test_a_closed_file_is_the_same_in_whatever_order_slips_came(tmp_path: Path) -> None:
    files = []
    for name, numbers in (("one", (1, 2, 3)), ("other", (3, 1, 2))):
        draws = iter(range(1000, 2000))
        room = make_room(tmp_path / f"{name}.kdc", draw=lambda: next(draws))  # noqa: B023
        poll_id = printed(room)
        option = room.options(poll_id)[0]
        for person in room.people[:3]:
            give_slip(room.database, poll_id, person)
        for place, number in enumerate(numbers):
            enter_slip(room.database, poll_id, number, {option: place + 1})
        running.close_poll(room.database, poll_id)
        files.append((room.stored_papers(poll_id), slips(room, poll_id)))
    assert files[0] == files[1]


def test_slips_never_enter_the_journal(room: Room) -> None:
    poll_id = printed(room)
    give_slip(room.database, poll_id, room.people[0])
    enter_slip(room.database, poll_id, 1, {})
    running.close_poll(room.database, poll_id)
    with room.database.read() as snapshot:
        tables = set(snapshot.scalars(select(JournalChange.table_name)))
    assert tables & {"slip", "voter_roll", "ballot_paper"} == set()


def test_the_roll_says_who_has_a_slip(room: Room) -> None:
    poll_id = printed(room)
    give_slip(room.database, poll_id, room.people[0])
    enter_slip(room.database, poll_id, 3, {})
    channels = {row.person_id: row.channel for row in electorate(room.database, poll_id)}
    assert [key for key, channel in channels.items() if channel] == [room.people[0]]
    assert channels[room.people[0]] is Channel.SLIP


def test_the_workbook_adds_slips_to_those_who_voted(room: Room) -> None:
    poll_id = printed(room)
    for person in room.people[:3]:
        give_slip(room.database, poll_id, person)
    enter_slip(room.database, poll_id, 1, {})
    enter_slip(room.database, poll_id, 4, {})
    room.cast(poll_id, 5, {})
    with room.database.read() as snapshot:
        table = poll_sheet.polls(WINNERS.won, Source(snapshot, None, EVENING))
    titles, (row,) = [str(column.title) for column in table.columns], list(table.rows)
    told = dict(zip(titles, row, strict=True))
    names = ("At the kiosk", "By hand", "By slip", "Voted")
    assert [told[name] for name in names] == [1, 0, 2, 3]
    assert "1 missing" in str(told["How the votes add up"])
