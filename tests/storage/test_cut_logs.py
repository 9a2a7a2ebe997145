"""A log that another program writes into, in its place, costs no more than it has taken itself."""

import os
import shutil
from contextlib import suppress

import pytest

from kdc_desktop.errors import UserError
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from tests.storage.places import add_person, names, names_in
from tests.storage.sticks import quiet


def cut_to_nothing(log, _older):
    os.truncate(log, 0)


def cut_in_two(log, _older):
    os.truncate(log, log.stat().st_size // 2)


def written_over_by_an_older_one(log, older):
    with log.open("r+b") as file:
        file.write(older)
        file.truncate()


@pytest.mark.parametrize("after", [0, 1, 3])
@pytest.mark.parametrize("spoil", [cut_to_nothing, cut_in_two, written_over_by_an_older_one])
def test_nothing_more_is_acknowledged_and_the_file_is_as_it_was_folded_last(path, spoil, after):
    log = path.with_name("club.kdc-wal")
    database = open_database(path)
    add_person(database, "Folded")
    older = log.read_bytes()
    quiet(database)
    for number in range(8):
        add_person(database, f"In the log {number}")
    spoil(log, older)
    for _ in range(after):
        with pytest.raises(UserError, match="Another program has written into what lies beside"):
            add_person(database, "Never there")
    with suppress(UserError):
        names(database)
    assert database.file.cut()
    database.close()
    assert check_database(path) == []
    found = names_in(path)
    assert found[0] == "Folded"
    assert "Never there" not in found
    again = open_database(path)
    add_person(again, "Goes on")
    again.close()
    assert names_in(path)[-1] == "Goes on"


def test_our_own_folding_and_a_second_reader_are_no_alarm(path):
    database = open_database(path)
    for number in range(30):
        add_person(database, f"{number}")
        if number % 7 == 0:
            quiet(database)
        shutil.copyfile(path.with_name("club.kdc-wal"), path.with_name("copied"))
        assert not database.file.cut()
    database.close()
    assert len(names_in(path)) == 30
