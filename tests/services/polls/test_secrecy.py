"""Secret means secret: what somebody finds in all that is left of a secret vote.

The same papers of the same people are dealt out twice. What a reader has before him is the same
to the byte, so nothing in it tells who cast which paper, and when; nor does what two copies differ
in. That holds although the keys of papers are foretold here.
"""

import logging
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook  # noqa: TID253 - another reader of sheets
from sqlalchemy import select

from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import Text, lazy
from kdc_desktop.model.polls import Poll
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.polls import questions, running
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import backups, files, open_database, urns
from tests.rooms.poll_room import EVENING, Room
from tests.rooms.raw_file import (
    SECRET_TABLES,
    order_written,
    pages_in_log,
    places_by_key,
    rows_of_secret_tables,
    trees_of,
)
from tests.rooms.secret_evening import secret_evening

WITHOUT_NAMES = [Secrecy.SECRET, Secrecy.SECTOR_ONLY]
Left = Callable[[Room, int], Any]


def left_of_both(folder: Path, left: Left, secrecy: Secrecy = Secrecy.SECRET) -> list[Any]:
    """What is left of the two evenings."""
    found = []
    for deal in (1, 2):
        with secret_evening(folder / f"{deal}", deal, secrecy=secrecy) as (room, poll_id):
            found.append(left(room, poll_id))
    return found


def closed_file(room: Room, poll_id: int) -> bytes:
    running.close_poll(room.database, poll_id)
    room.database.close()
    return but_for_its_mark(room.database.path.read_bytes())


def but_for_its_mark(content: bytes) -> bytes:
    """A club file without the number in its head that chance gives it with every edit."""
    return content[:60] + bytes(4) + content[64:]


@pytest.mark.parametrize("secrecy", WITHOUT_NAMES)
def test_every_byte_of_the_file_is_the_same_whoever_cast_what(
    tmp_path: Path, secrecy: Secrecy
) -> None:
    one, other = left_of_both(tmp_path, closed_file, secrecy)
    assert one == other


def test_in_every_table_and_index_the_cells_lie_in_the_order_of_keys(tmp_path: Path) -> None:
    with secret_evening(tmp_path / "club", 1, people=20) as (room, poll_id):
        closed_file(room, poll_id)
        path = room.database.path
        trees = {
            name: root for table in SECRET_TABLES for name, root in trees_of(path, table).items()
        }
        assert len(trees) == 7
        for name, root in trees.items():
            for places in places_by_key(path, root):
                assert places, name
            if name != "ix_ballot_mark_option_id":  # marks come paper by paper
                order = order_written(path, root)
                assert order == sorted(order), name


def test_a_named_poll_keeps_its_order_which_this_would_find(tmp_path: Path) -> None:
    """The danger is real: the tables would tell the order of all papers that came straight in."""
    with secret_evening(tmp_path / "club", 1, people=20, secrecy=Secrecy.NAMED) as (room, poll_id):
        closed_file(room, poll_id)
        order = order_written(
            room.database.path, trees_of(room.database.path, "voter_roll")["voter_roll"]
        )
        assert order != sorted(order)


def test_no_log_of_writes_is_left(tmp_path: Path) -> None:
    with secret_evening(tmp_path / "club", 1) as (room, poll_id):
        log = room.database.path.with_name("club.kdc-wal")
        assert log.stat().st_size > 0
        running.close_poll(room.database, poll_id)
        assert log.stat().st_size == 0


def test_a_log_that_somebody_keeps_by_reading_tells_no_more(tmp_path: Path) -> None:
    def log(room: Room, poll_id: int) -> list[bytes]:
        with room.database.read() as snapshot:
            snapshot.scalar(select(Poll.id))
            running.close_poll(room.database, poll_id)
            pages = ((page[:4], page[4:]) for page in pages_in_log(room.database.path))
            first = (1).to_bytes(4, "big")
            return [but_for_its_mark(page) if number == first else page for number, page in pages]

    one, other = left_of_both(tmp_path, log)
    assert one
    # The key of the urn is random, and stands in one row until the urn is gone.
    assert len(one) == len(other)
    assert sum(a != b for a, b in zip(one, other, strict=True)) <= 3


def test_a_closing_that_failed_leaves_nothing_to_compare_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with secret_evening(tmp_path / "club", 1, people=60) as (room, poll_id):
        log = room.database.path.with_name("club.kdc-wal")
        with room.database.edit(lazy("Keep few pages in memory")) as edit:
            files.raw(edit.connection()).execute("PRAGMA cache_size = 5")
        room.database.settle()
        poured: list[int] = []

        def fail() -> None:
            poured.append(log.stat().st_size)
            raise UserError("The disk is full.")

        with monkeypatch.context() as failing:
            failing.setattr(room.database, "now", fail)
            with pytest.raises(UserError, match="full"):
                running.close_poll(room.database, poll_id)
        assert poured[0] > 0
        assert log.stat().st_size == 0
        assert rows_of_secret_tables(room.database.path) == []
        assert questions.poll(room.database, poll_id).papers == 60


def test_a_copy_that_is_made_after_each_paper_is_always_the_same(tmp_path: Path) -> None:
    copies: list[list[bytes]] = []

    def copy(room: Room) -> None:
        path = room.database.path
        logged = path.with_name("club.kdc-wal").read_bytes()
        copies.append([path.read_bytes(), logged])

    with secret_evening(tmp_path / "club", 1, people=20, after_each=copy) as (room, _poll_id):
        assert len(copies) == 20
        assert [each for each in copies if each != copies[0]] == []
        assert rows_of_secret_tables(room.database.path) == []


@pytest.mark.parametrize("secrecy", WITHOUT_NAMES)
def test_backups_before_while_and_after_tell_no_more_than_the_file(
    tmp_path: Path, secrecy: Secrecy
) -> None:
    def kept(room: Room, poll_id: int) -> object:
        path = room.database.path
        while_open = backups.back_up(path, EVENING)
        assert rows_of_secret_tables(while_open.path) == []
        running.close_poll(room.database, poll_id)
        return backups.back_up(path, EVENING + timedelta(hours=1)).path.read_bytes()

    one, other = left_of_both(tmp_path, kept, secrecy)
    assert one == other


def test_the_workbook_tells_no_more(tmp_path: Path) -> None:
    def cells(room: Room, poll_id: int) -> object:
        running.close_poll(room.database, poll_id)
        running.reveal_poll(room.database, poll_id)
        target = room.database.path.with_name("evening.xlsx")
        export_workbook(room.database, target, WORKBOOK, None)
        book = load_workbook(target, read_only=True)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}

    one, other = left_of_both(tmp_path, cells, Secrecy.SECTOR_ONLY)
    assert one == other


def test_who_is_told_of_changes_hears_of_the_poll_alone(tmp_path: Path) -> None:
    with secret_evening(tmp_path / "club", 1, people=20) as (room, _poll_id):
        heard: list[object] = []
        late = room.open_poll()
        room.database.subscribe(lambda changes: heard.append((changes.ids, changes.entry_id)))
        room.cast(late, 3, {room.options(late)[0]: 1})
        assert heard == [({"voter_roll": frozenset({late})}, None)]


def test_a_bug_while_a_paper_comes_in_names_nobody_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with secret_evening(tmp_path / "club", 1, people=5) as (room, _poll_id):
        with room.database.read() as snapshot:
            urn = snapshot.urns.find(urns.folder().glob("*.urn").__next__().stem)
        with pytest.raises(sqlite3.IntegrityError) as bug:
            urn.put(room.people[3], "kiosk", '["C",[[1,2]]]')
        logging.getLogger("test").error("A bug:", exc_info=bug.value)
    assert "kiosk" not in str(bug.value)
    assert str(bug.value) == "UNIQUE constraint failed: entry.key"


def test_the_urn_is_its_owners_alone_and_gone_with_its_logs_when_the_poll_is_closed(
    tmp_path: Path,
) -> None:
    with secret_evening(tmp_path / "club", 1, people=5) as (room, poll_id):
        lying = sorted(urns.folder().iterdir())
        assert [path.suffix for path in lying] == [".urn", ".urn-shm", ".urn-wal"]
        assert {path.stat().st_mode & 0o077 for path in [*lying, urns.folder()]} == {0}
        running.close_poll(room.database, poll_id)
        assert list(urns.folder().iterdir()) == []


def test_a_key_that_somebody_put_into_the_file_leads_nowhere_else(tmp_path: Path) -> None:
    with secret_evening(tmp_path / "club", 1, people=5) as (room, poll_id):
        path = room.database.path
        room.database.close()
        with closing(sqlite3.connect(path)) as stranger, stranger:
            stranger.execute("UPDATE poll_urn SET key = '../../club'")
        with closing(open_database(path)) as database:
            told = questions.poll(database, poll_id).elsewhere
            assert told is not None
            assert "holds no papers" in told.sentence


def test_the_log_of_the_session_tells_when_a_poll_opened_and_nothing_of_its_papers(
    tmp_path: Path,
) -> None:
    with secret_evening(tmp_path / "club", 1, people=5) as (room, poll_id):
        closed_file(room, poll_id)
        with closing(sqlite3.connect(room.database.path)) as raw:
            rows = raw.execute("SELECT label, arguments FROM journal_entry ORDER BY id").fetchall()
    assert [str(Text.from_json(*row)) for row in rows] == [
        "Set up the room",
        "Prepared the poll “What shall we start this winter?”",
        "Opened the poll “What shall we start this winter?”",
        "Closed the poll “What shall we start this winter?”",
    ]
