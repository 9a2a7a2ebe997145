"""What is read of a list again, where few or many of it have changed."""

import pytest

from kdc_desktop.screens.attendance import list_reader
from kdc_desktop.screens.attendance.list_reader import ListReader
from kdc_desktop.services.attendance import door, questions
from kdc_desktop.storage import Database, open_database
from tests.rooms.empty_club import plan_evening


@pytest.mark.parametrize(("coming", "whole"), [(2, False), (3, True)])
def test_from_so_many_changed_rows_on_the_whole_list_is_read(
    coming, whole, tmp_path, monkeypatch
) -> None:
    monkeypatch.setattr(list_reader, "READ_ALL", 3)
    database: Database = open_database(tmp_path / "club.kdc")
    evening = plan_evening(database)
    people = [door.walk_in(database, evening, f"Person {n}") for n in range(5)]
    reader = ListReader(database, evening)
    reader.read()
    database.subscribe(reader.hear)
    for person in people[:coming]:
        door.leave(database, evening, person)
    changed = reader.read()
    assert (changed is None) == whole
    assert reader.rows == questions.attendances(database, evening)
    database.close()
