"""The command `check` says what is wrong with a file and changes nothing."""

import sqlite3
from contextlib import closing

import pytest

from kdc_desktop.domain.polls.states import Channel
from kdc_desktop.services.polls import papers
from kdc_desktop.storage.checking import check_database
from tests.rooms.poll_room import make_room


@pytest.fixture
def voted(path):
    """A club file in which two people have voted in a secret poll."""
    room = make_room(path)
    poll_id = room.open_poll()
    for person_id in room.people[:2]:
        papers.cast_paper(
            room.database, poll_id, person_id, {room.options(poll_id)[0]: 1}, Channel.KIOSK
        )
    room.database.close()
    return path


def test_a_sound_file_has_nothing_wrong_and_is_left_as_it_is(voted):
    before = voted.read_bytes()
    assert check_database(voted) == []
    assert voted.read_bytes() == before
    assert [file.name for file in voted.parent.iterdir()] == [voted.name]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("DELETE FROM session", "belongs to a row of session that does not exist"),
        ("UPDATE journal_change SET after = '{broken' WHERE id = 1", "cannot be read"),
        ("UPDATE journal_change SET table_name = 'nothing' WHERE id = 1", "cannot be read"),
        ("UPDATE journal_change SET row_key = '{\"gone\": 1}' WHERE id = 1", "cannot be read"),
        ("UPDATE poll SET state = 'paused'", "“paused” is no word for state of poll"),
        ("DROP TABLE commitment", "The table commitment is missing"),
        ("UPDATE alembic_version SET version_num = '0099'", "newer KDC Desktop"),
        ("DROP TABLE alembic_version", "does not say which version"),
        ("PRAGMA application_id = 7", "belongs to another program"),
    ],
)
def test_what_is_wrong_is_said(voted, change, sentence):
    with closing(sqlite3.connect(voted)) as other, other:
        other.execute(change)
    told = check_database(voted)
    assert told
    assert sentence in told[0]


def test_a_noun_brings_what_it_looks_at_itself(voted):
    asked = "SELECT count(*) FROM elector"
    told = check_database(voted, [lambda connection: [str(connection.execute(asked).fetchone())]])
    assert told == ["(20,)"]


def test_a_missing_a_foreign_and_a_damaged_file_are_said(path, voted):
    assert check_database(path.with_name("nothing.kdc")) == [
        f"There is no file {path.with_name('nothing.kdc')}."
    ]
    content = bytearray(voted.read_bytes())
    content[8192:12288] = b"\xff" * 4096
    voted.write_bytes(content)
    assert "damaged" in check_database(voted)[0]
    voted.write_bytes(b"hello" * 100)
    assert "does not begin as a club" in check_database(voted)[0]
