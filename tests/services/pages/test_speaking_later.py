"""Who spoke for a member in the evening in which it was born speaks for it in those that follow."""

import pytest

from kdc_desktop.domain.pages import kinds
from kdc_desktop.domain.pages.values import MailList
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.storage import open_database
from tests.rooms.workbook_room import Book


@pytest.fixture
def sample(tmp_path):
    database = open_database(sample_club(tmp_path))
    yield database
    database.close()


@pytest.mark.parametrize("session_id", [1, 2, 3])
def test_a_follow_up_evening_knows_its_delegates(sample, tmp_path, session_id) -> None:
    export_workbook(sample, tmp_path / "out.xlsx", WORKBOOK, session_id)
    book = Book(tmp_path / "out.xlsx")
    assert len(book.rows("Delegates")) > 40
    people = {row["Person id"] for row in book.rows("People")}
    assert {row["Person id"] for row in book.rows("Delegates")} <= people
    members = book.rows("Members")
    assert sum(bool(row["Delegates"]) for row in members) > len(members) / 2
    assert any(row["Delegates"] for row in book.rows("Consortia"))


def test_an_open_promise_stands_in_the_letters_of_a_follow_up_evening(sample, tmp_path) -> None:
    export_workbook(sample, tmp_path / "out.xlsx", WORKBOOK, 3)
    owed = [row for row in Book(tmp_path / "out.xlsx").rows("Commitments") if not row["Done"]]
    made = make_pages(sample, kinds.MAIL_MERGE, 3)
    assert isinstance(made, MailList)
    letters = [dict(zip(made.heads, row, strict=True)) for row in made.rows]
    told = "\n".join(str(row["Owes"]) for row in letters)
    assert owed
    assert [row["Gives"] for row in owed if str(row["Gives"]) not in told] == []
    assert sum(bool(row["Consortium"]) for row in letters) > 40
