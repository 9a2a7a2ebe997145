"""A club of every older version takes what is new, gives it back with undo, and is exported."""

import shutil
from pathlib import Path

import pytest

from kdc_desktop.domain.people.states import ConsentKind
from kdc_desktop.services.board.ideas import describe_idea
from kdc_desktop.services.board.rows import Described
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.people.consents import say_consent
from kdc_desktop.services.people.people import change_person
from kdc_desktop.services.people.rows import PersonDetails
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import open_database
from kdc_desktop.storage.checking import check_database
from tests.rooms.workbook_room import Book
from tests.storage.places import dump

CLUBS = sorted((Path(__file__).parents[2] / "data" / "clubs").glob("*.kdc"))


@pytest.mark.parametrize("old", CLUBS, ids=lambda file: file.stem)
def test_what_is_new_is_written_exported_and_undone(old, tmp_path):
    path = Path(shutil.copy(old, tmp_path / "club.kdc"))
    database = open_database(path)
    before = dump(path)
    details = PersonDetails("040 123", "Planner", "trams")
    change_person(database, 1, name="Aino Laine", email="", notes="", details=details)
    say_consent(database, 1, ConsentKind.CONTACT, given=True, source="told at the door")
    describe_idea(database, 1, Described("Words", "trams", 2.0, "https://example.org"))
    export_workbook(database, tmp_path / "out.xlsx", WORKBOOK, None)
    book = Book(tmp_path / "out.xlsx")
    (aino, eero), (idea,) = book.rows("People"), book.rows("Ideas")
    told = ("Phone", "Job title", "Interests", "May be contacted")
    assert [aino[name] for name in told] == [*details, "yes"]
    assert [eero[name] for name in told] == [None] * 4
    assert (idea["Details"], idea["Minutes given back a day"]) == ("Words", 2.0)
    for _ in range(3):
        database.undo()
    assert dump(path) == before
    database.close()
    assert check_database(path, FILE_CHECKS) == []
