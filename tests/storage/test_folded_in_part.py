"""A log that the disk takes only in part is folded by us all the same: nobody else wrote there."""

from contextlib import contextmanager
from pathlib import Path

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Person
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.open_file import FileState
from tests.storage.places import names, names_in
from tests.storage.plain_user import posix


@contextmanager
def a_disk_that_takes_half(path: Path):
    """No file may grow beyond the half of what the log is going to add to the club's."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = path.stat().st_size
    added = path.with_name(path.name + "-wal").stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + added // 3 // 4096 * 4096, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def with_much_in_the_log(path: Path) -> Database:
    database = open_database(path)
    with database.edit(lazy("Add")) as edit:
        for number in range(40):
            told = {"name": f"{number:02}", "notes": "x" * 9000, "created_at": database.now()}
            edit.add(Person(**told))
    database.file._folding.stop()  # before it is told to
    return database


def settle(database: Database) -> None:
    database.settle()


def compact(database: Database) -> None:
    database.compact()


def fold_when_it_is_quiet(database: Database) -> None:
    assert not database.file._fold_quietly()
    raise UserError


@posix
@pytest.mark.parametrize("verb", [settle, compact, fold_when_it_is_quiet])
def test_it_is_whole_when_there_is_room_again(path, verb):
    database = with_much_in_the_log(path)
    kept = names(database)
    before = path.read_bytes()
    with a_disk_that_takes_half(path), pytest.raises(UserError) as told:
        verb(database)
    assert "Another" not in str(told.value)
    assert path.read_bytes() != before or verb is compact  # or it was not in part
    assert database.file.look() is FileState.OURS
    with database.edit(lazy("Go on")) as edit:
        edit.add(Person(name="Zoe", created_at=database.now()))
    database.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert check_database(path) == []
    assert names_in(path) == [*kept, "Zoe"]


@posix
def test_who_closes_on_a_full_disk_leaves_all_to_the_next(path):
    database = with_much_in_the_log(path)
    kept = names(database)
    with a_disk_that_takes_half(path):
        database.close()
    with_room = open_database(path)
    assert names(with_room) == kept
    with_room.close()
    assert check_database(path) == []
    assert not list(path.parent.glob("*kept*"))
