"""What `check` looks at in polls."""

import sqlite3
from contextlib import closing
from pathlib import Path

from kdc_desktop.services.polls import running
from kdc_desktop.services.polls.checks import papers_fit_the_roll
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import make_room


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
