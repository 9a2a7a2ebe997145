"""Secret means secret: what somebody finds who reads the raw file of a secret poll."""

import random
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

import kdc_desktop
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.i18n import Text
from kdc_desktop.services.polls import running
from kdc_desktop.storage.database import unguessable
from tests.rooms.poll_room import Room, make_room

ClosedPoll = tuple[Room, int, list[int]]
"""A room, its poll, and the places of its people in the order in which they voted."""
LEAF_OF_KEYED_TABLE = 0x0A
LEAF_OF_NUMBERED_TABLE = 0x0D


def voted_in_order(room: Room, poll_id: int, order: Iterable[int]) -> None:
    """Everybody in `order` gives their marks, each a paper that only they would cast."""
    options = room.options(poll_id)
    for place in order:
        marks = {options[place % 6]: 1 + place // 6}
        room.cast(poll_id, place, marks)


def places_in_file(path: Path, table: str) -> list[int]:
    """For each row of a one-page table, in the order of its key, where on the page it lies."""
    with closing(sqlite3.connect(path)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        (root,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)
        ).fetchone()
    page = path.read_bytes()[(root - 1) * size : root * size]
    assert page[0] in (LEAF_OF_KEYED_TABLE, LEAF_OF_NUMBERED_TABLE)
    cells = int.from_bytes(page[3:5], "big")
    return [int.from_bytes(page[8 + 2 * at : 10 + 2 * at], "big") for at in range(cells)]


def order_written(path: Path, table: str) -> list[int]:
    """The rows of a table, numbered by key, in the order in which they came into the file."""
    places = places_in_file(path, table)
    return sorted(range(len(places)), key=lambda row: -places[row])


def keys_in(room: Room) -> list[int]:
    """The keys of all papers, in the order of the file."""
    with closing(sqlite3.connect(room.database.path)) as raw:
        return [key for (key,) in raw.execute("SELECT rowid FROM ballot_paper")]


@pytest.fixture
def closed_poll(tmp_path: Path) -> Iterator[ClosedPoll]:
    room = make_room(tmp_path / "club.kdc")
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=9)
    order = list(range(20))
    random.Random(7).shuffle(order)
    voted_in_order(room, poll_id, order)
    yield room, poll_id, order
    room.database.close()


def test_while_the_poll_is_open_the_order_of_rows_would_tell(closed_poll: ClosedPoll) -> None:
    """The danger is real: this is what closing the poll has to wipe out."""
    room, _poll_id, order = closed_poll
    room.database.settle()
    assert order_written(room.database.path, "voter_roll") == order


def test_after_closing_the_roll_lies_in_the_order_of_people(closed_poll: ClosedPoll) -> None:
    room, poll_id, order = closed_poll
    running.close_poll(room.database, poll_id)
    written = order_written(room.database.path, "voter_roll")
    assert written == list(range(20))
    assert written != order


def test_after_closing_no_log_of_writes_is_left(closed_poll: ClosedPoll) -> None:
    room, poll_id, _order = closed_poll
    log = room.database.path.with_name(room.database.path.name + "-wal")
    assert log.stat().st_size > 0
    running.close_poll(room.database, poll_id)
    assert log.stat().st_size == 0


def test_no_column_joins_roll_and_paper_and_none_holds_a_time(closed_poll: ClosedPoll) -> None:
    room, poll_id, _order = closed_poll
    running.close_poll(room.database, poll_id)
    with closing(sqlite3.connect(room.database.path)) as raw:
        columns = {
            table: [row[1] for row in raw.execute(f"PRAGMA table_xinfo({table})")]
            for table in ("ballot_paper", "ballot_mark", "voter_roll")
        }
        kept = set(raw.execute("SELECT person_id, sector FROM ballot_paper"))
        keys = {key for (key,) in raw.execute("SELECT id FROM ballot_paper")}
        people = {key for (key,) in raw.execute("SELECT person_id FROM voter_roll")}
        hidden_numbers = [
            table
            for table in ("ballot_mark", "voter_roll")
            if "WITHOUT ROWID"
            not in raw.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
            .fetchone()[0]
            .upper()
        ]
    assert columns == {
        "ballot_paper": ["id", "poll_id", "person_id", "sector"],
        "ballot_mark": ["paper_id", "option_id", "marks"],
        "voter_roll": ["poll_id", "person_id", "channel"],
    }
    assert kept == {(None, None)}
    assert keys & people == set()
    assert hidden_numbers == []


def test_keys_of_papers_tell_nothing_about_the_order_they_were_cast_in(tmp_path: Path) -> None:
    drawn: list[int] = []

    def draw() -> int:
        drawn.append(unguessable())
        return drawn[-1]

    room = make_room(tmp_path / "club.kdc", draw=draw)
    poll_id = room.open_poll(secrecy=Secrecy.SECRET, marks_each=9)
    voted_in_order(room, poll_id, range(20))
    assert keys_in(room) == sorted(drawn)
    assert drawn != sorted(drawn)
    assert all(0 <= key < 2**62 for key in drawn)
    room.database.close()


def test_a_rehearsal_beside_the_club_leaves_the_keys_of_the_club_alone(tmp_path: Path) -> None:
    room = make_room(tmp_path / "club.kdc")
    foretold = iter(range(1, 21))
    rehearsed = make_room(tmp_path / "rehearsed.kdc", draw=lambda: next(foretold))
    for played in (room, rehearsed):
        poll_id = played.open_poll(secrecy=Secrecy.SECRET, marks_each=9)
        voted_in_order(played, poll_id, range(20))
    assert sorted(keys_in(rehearsed)) == list(range(1, 21))
    assert set(keys_in(room)) & set(range(1, 21)) == set()
    for played in (room, rehearsed):
        played.database.close()


def test_only_the_rehearsal_brings_keys_that_can_be_foretold() -> None:
    program = Path(kdc_desktop.__file__).parent
    drawing = [file for file in program.rglob("*.py") if "getrandbits" in file.read_text("utf-8")]
    assert [file.relative_to(program).as_posix() for file in drawing] == ["rehearsal/stage.py"]


def test_the_log_of_the_session_tells_when_a_poll_opened_and_nothing_of_its_papers(
    closed_poll: ClosedPoll,
) -> None:
    room, poll_id, _order = closed_poll
    running.close_poll(room.database, poll_id)
    with closing(sqlite3.connect(room.database.path)) as raw:
        rows = raw.execute("SELECT label, arguments FROM journal_entry ORDER BY id").fetchall()
    assert [str(Text.from_json(*row)) for row in rows] == [
        "Set up the room",
        "Prepared the poll “What shall we start this winter?”",
        "Opened the poll “What shall we start this winter?”",
        "Closed the poll “What shall we start this winter?”",
    ]
