"""Several threads and programs at one file, and who is told of changes."""

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import delete

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.storage import Changes, open_database
from kdc_desktop.storage.checking import check_database
from tests.storage.places import EVENING, add_person, dump, names

ROOT = Path(__file__).parents[2]
ADD = """
import pathlib, sys
from kdc_desktop.storage import open_database
from tests.storage.places import add_person
database = open_database(pathlib.Path(sys.argv[1]))
for number in range(40):
    add_person(database, f"{sys.argv[2]} {number}")
database.close()
"""


def test_threads_edit_one_after_the_other_and_all_of_it_stays(database):
    wrong: list[Exception] = []

    def add(name: str) -> None:
        try:
            for number in range(15):
                add_person(database, f"{name} {number}")
                names(database)
        except Exception as error:
            wrong.append(error)

    threads = [threading.Thread(target=add, args=(name,)) for name in ("Aino", "Eero", "Meri")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    everybody = {f"{name} {n}" for name in ("Aino", "Eero", "Meri") for n in range(15)}
    assert set(names(database)) == everybody
    for _ in range(45):
        database.undo()
    assert names(database) == []
    assert database.next_steps()[0] is None


def test_two_programs_edit_one_file_and_wait_for_each_other(database):
    programs = [
        subprocess.Popen([sys.executable, "-c", ADD, str(database.path), name], cwd=ROOT)
        for name in ("Aino", "Eero")
    ]
    for number in range(40):
        add_person(database, f"Meri {number}")
    assert [program.wait(60) for program in programs] == [0, 0]
    assert len(names(database)) == 120
    database.close()
    assert check_database(database.path) == []


def test_a_program_that_waits_too_long_is_told(database):
    other = open_database(database.path, lambda: EVENING)
    with other.read() as snapshot:
        snapshot.connection().exec_driver_sql("PRAGMA busy_timeout = 50")
    with database.edit(lazy("Hold"), undoable=False) as edit:
        edit.connection().exec_driver_sql("SELECT 1")
        with pytest.raises(UserError, match="Another program is writing"):
            add_person(other, "Eero")
    add_person(other, "Eero")
    assert names(database) == ["Eero"]
    other.close()


def test_a_reader_keeps_its_snapshot_while_others_write(database):
    add_person(database, "Aino")
    with database.read() as snapshot:
        before = snapshot.connection().exec_driver_sql("SELECT count(*) FROM person").scalar()
        thread = threading.Thread(target=add_person, args=(database, "Eero"))
        thread.start()
        thread.join()
        after = snapshot.connection().exec_driver_sql("SELECT count(*) FROM person").scalar()
    assert (before, after) == (1, 1)
    assert names(database) == ["Aino", "Eero"]


@pytest.mark.parametrize(
    "write",
    [
        lambda snapshot: snapshot.connection().exec_driver_sql("DELETE FROM person"),
        lambda snapshot: snapshot.execute(delete(Person)),
        lambda snapshot: setattr(snapshot.get_one(Person, 1), "name", "Nobody"),
    ],
)
def test_whoever_writes_to_a_snapshot_is_told(database, write):
    add_person(database, "Aino")
    with pytest.raises(AssertionError, match="takes an edit"), database.read() as snapshot:
        write(snapshot)
    assert names(database) == ["Aino"]
    add_person(database, "Eero")
    assert names(database) == ["Aino", "Eero"]


def test_a_snapshot_offers_no_way_to_write_and_an_edit_none_to_end_itself(database):
    with database.read() as snapshot, database.edit(lazy("Nothing")) as edit:
        offered = {name for name in vars(snapshot) if hasattr(edit, name)}
        assert set(vars(snapshot)) == offered
        assert not offered & {"add", "add_all", "delete", "merge", "flush"}
        assert not {"commit", "rollback", "close"} & set(dir(edit))


def test_notices_are_delivered_as_was_asked_for_once_committed(database):
    waiting: list[Callable[[], None]] = []
    heard: list[tuple[str, list[str]]] = []

    def hear(told: Changes) -> None:
        heard.append((str(told.label), names(database)))

    database.deliver_through(waiting.append)
    stop = database.subscribe(hear)
    thread = threading.Thread(target=add_person, args=(database, "Aino"))
    thread.start()
    thread.join()
    assert heard == []
    for call in waiting:
        call()
    assert heard == [("Add Aino", ["Aino"])]
    waiting.clear()
    database.undo()
    database.redo()
    for call in waiting:
        call()
    assert [label for label, _ in heard] == ["Add Aino"] * 3
    stop()
    add_person(database, "Eero")
    assert len(waiting) == 2


def test_an_edit_inside_an_edit_is_a_bug(database):
    def nest() -> None:
        with database.edit(lazy("Outer")) as edit:
            edit.connection()
            add_person(database, "Aino")

    before = dump(database.path, journal=True)
    with pytest.raises(AssertionError, match="edit inside an edit"):
        nest()
    assert dump(database.path, journal=True) == before
    add_person(database, "Eero")
    assert names(database) == ["Eero"]


def test_after_settling_no_order_is_left_in_the_log(database):
    add_person(database, "Aino")
    log = database.path.with_name("club.kdc-wal")
    assert log.stat().st_size > 0
    assert database.settle()
    assert log.stat().st_size == 0
    with database.read() as snapshot:
        assert snapshot.connection().exec_driver_sql("PRAGMA secure_delete").scalar() == 1
        assert snapshot.connection().exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert snapshot.connection().exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_settling_says_when_a_reader_held_it_up(database):
    add_person(database, "Aino")
    with database.read() as snapshot:
        snapshot.connection().exec_driver_sql("SELECT count(*) FROM person").scalar()
        add_person(database, "Eero")
        assert not database.settle()
    assert database.settle()
