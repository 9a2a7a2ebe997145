"""A copy of the club file made after a quiet second is the whole club."""

import random
import shutil
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy import select

from kdc_desktop import cli
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.storage import folding, open_database, open_to_read
from tests.storage.draw import Draw, NothingThereError
from tests.storage.places import add_person, dump, names_in
from tests.storage.sticks import quiet
from tests.storage.test_undo import a_club
from tests.storage.verbs import LASTING, VERBS


def copied(path: Path) -> Path:
    copy = path.parent / "copies" / path.name
    copy.parent.mkdir(exist_ok=True)
    return shutil.copyfile(path, copy)


def test_a_copy_after_a_quiet_second_has_what_was_written_last(path, database):
    for name in ("Aino", "Eero"):
        add_person(database, name)
        quiet(database)
        assert names_in(copied(path))[-1] == name
    database.undo()
    quiet(database)
    assert names_in(copied(path)) == ["Aino"]


def test_what_a_killed_program_left_in_the_log_is_folded_too(path, database):
    add_person(database, "Aino")
    left = path.parent / "left"
    left.mkdir()
    for name in ("club.kdc", "club.kdc-wal"):
        shutil.copyfile(path.with_name(name), left / name)
    opened = open_database(left / "club.kdc")
    opened.get_ready()
    quiet(opened)
    assert names_in(copied(left / "club.kdc")) == ["Aino"]
    opened.close()


def test_every_verb_is_in_a_copy_once_it_is_quiet(monkeypatch):
    monkeypatch.setattr(folding, "QUIET", 0.001)
    with a_club() as again:
        database = again()
        for name in random.Random(1).sample(sorted(VERBS | LASTING), len(VERBS | LASTING)):
            with suppress(NothingThereError, UserError):
                (VERBS | LASTING)[name](database, Draw(database, 1))
                quiet(database)
                there = dump(database.path, journal=True)
                assert dump(copied(database.path), journal=True) == there, name


def test_a_reader_is_not_waited_for_and_the_log_is_folded_when_it_has_gone(
    path, database, monkeypatch
):
    monkeypatch.setattr(folding, "AGAIN", 0.1)
    add_person(database, "Aino")
    with database.read() as snapshot:
        snapshot.scalars(select(Person.id)).all()
        add_person(database, "Eero")
        time.sleep(1)
        add_person(database, "Ida")
    quiet(database)
    assert names_in(copied(path)) == ["Aino", "Eero", "Ida"]


def test_nobody_folds_while_somebody_writes(path, database, monkeypatch):
    monkeypatch.setattr(folding, "AGAIN", 0.1)
    add_person(database, "Aino")
    with database.edit(lazy("Added")) as edit:
        time.sleep(1)
        assert path.with_name("club.kdc-wal").stat().st_size > 0
        edit.add(Person(name="Eero", created_at=database.now()))
    quiet(database)
    assert names_in(copied(path)) == ["Aino", "Eero"]


def test_who_only_reads_folds_nothing_beside_a_window(path, database):
    add_person(database, "Aino")
    log = path.with_name("club.kdc-wal")
    with open_to_read(path) as other:
        other.get_ready()
        size = log.stat().st_size
    assert log.stat().st_size == size > 0


def test_check_says_it_when_the_newest_entries_are_beside_the_file(path, database, capsys):
    add_person(database, "Aino")
    assert cli.main(["--database", str(path), "check"]) == 0
    assert "club.kdc is in order." in (said := capsys.readouterr().out)
    assert "still in club.kdc-wal beside it" in said
    quiet(database)
    assert cli.main(["--database", str(path), "check"]) == 0
    assert "beside it" not in capsys.readouterr().out
