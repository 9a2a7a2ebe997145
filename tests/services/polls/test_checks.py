"""What `check` looks at in polls."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.checks import papers_fit_the_roll
from kdc_desktop.services.polls.slips import enter_slip, give_slip, print_slips
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import make_room


@pytest.mark.parametrize("secrecy", Secrecy)
@pytest.mark.parametrize("closed", [False, True])
def test_who_has_not_brought_their_slip_back_is_on_the_roll_without_a_paper(
    tmp_path: Path, secrecy: Secrecy, closed: bool
) -> None:
    room = make_room(tmp_path / "club.kdc", people=3)
    poll_id = room.open_poll(secrecy=secrecy)
    named, by_sector = secrecy == Secrecy.NAMED, secrecy == Secrecy.SECTOR_ONLY
    for sector in "CPA" if by_sector else (None,):
        print_slips(room.database, poll_id, 1 if by_sector else 3, sector)
    for number, person_id in enumerate(room.people, start=1):
        give_slip(room.database, poll_id, person_id, number if named else None)
    enter_slip(room.database, poll_id, 2, {})
    if closed:
        running.close_poll(room.database, poll_id)
    room.database.close()
    assert check_database(room.database.path, [papers_fit_the_roll]) == []
    if closed:
        with closing(sqlite3.connect(room.database.path)) as other, other:
            other.execute("DELETE FROM ballot_paper")
        assert check_database(room.database.path, [papers_fit_the_roll]) == [
            f"Poll {poll_id} has 0 papers but 1 entry on its voter roll."
        ]


def test_a_poll_has_as_many_papers_as_people_on_its_roll(tmp_path: Path) -> None:
    room = make_room(tmp_path / "club.kdc")
    poll_id = room.open_poll()
    for place in range(2):
        room.cast(poll_id, place, {room.options(poll_id)[0]: 1})
    running.close_poll(room.database, poll_id)
    room.database.close()
    path = room.database.path
    assert check_database(path, [papers_fit_the_roll]) == []
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("DELETE FROM voter_roll WHERE person_id = ?", (room.people[0],))
    assert check_database(path, [papers_fit_the_roll]) == [
        f"Poll {poll_id} has 2 papers but 1 entry on its voter roll."
    ]
