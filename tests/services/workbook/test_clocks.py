"""What is exported tells the same times on every laptop: those of the rooms."""

import json
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.services.club.sample import sample_club
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.pages.making import make_pages
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import open_database
from tests.rooms.workbook_room import Book

_SESSIONS = (None, 1, 2, 3)
_ROOM = ZoneInfo("America/Chicago")


@pytest.fixture
def sample(tmp_path, monkeypatch):
    """The club of three evenings in Chicago, at one moment."""
    database = open_database(sample_club(tmp_path))
    now = database.now()
    monkeypatch.setattr(database, "now", lambda: now)
    yield database
    database.close()


def _cells(database, path, session_id, edition):
    wanted = Delivery(edition, Form.XLSX)
    export_workbook(database, path, WORKBOOK, session_id, wanted=wanted)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in Book(path).sheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


@pytest.mark.parametrize("edition", Edition)
@pytest.mark.parametrize("session_id", _SESSIONS)
def test_a_workbook_is_the_same_wherever_the_laptop_thinks_it_is(
    sample, tmp_path, monkeypatch, session_id, edition
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    here = _cells(sample, tmp_path / "out.xlsx", session_id, edition)
    for elsewhere in ("Europe/Helsinki", "Pacific/Auckland"):
        monkeypatch.setenv("TZ", elsewhere)
        there = _cells(sample, tmp_path / "out.xlsx", session_id, edition)
        assert {key: (here.get(key), there.get(key)) for key in here | there} == {
            key: (value, value) for key, value in here.items()
        }


@pytest.mark.parametrize("session_id", _SESSIONS)
def test_every_time_of_a_workbook_is_that_of_the_room(
    sample, tmp_path, monkeypatch, session_id
) -> None:
    """The instants that programs are told are what the clock of the room showed."""
    monkeypatch.setenv("TZ", "Europe/Helsinki")
    path = tmp_path / "told.json"
    export_workbook(sample, path, WORKBOOK, session_id, wanted=Delivery(form=Form.JSON))
    export_workbook(sample, tmp_path / "out.xlsx", WORKBOOK, session_id)
    book = Book(tmp_path / "out.xlsx")
    compared = 0  # times
    for table in json.loads(path.read_text("utf-8"))["resources"]:
        moments = {
            field["name"]: field["title"]
            for field in table["schema"]["fields"]
            if field["type"] == "datetime"
        }
        if not moments or not table["data"] or table["title"] not in book.sheets.sheetnames:
            continue
        for told, shown in zip(table["data"], book.rows(table["title"]), strict=True):
            for name, title in moments.items():
                if told[name]:
                    at = datetime.fromisoformat(told[name]).astimezone(_ROOM)
                    assert shown[title] == at.replace(tzinfo=None), (table["title"], title)
                    compared += 1
    assert compared > 100


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.key)
def test_a_page_is_the_same_wherever_the_laptop_thinks_it_is(sample, monkeypatch, kind) -> None:
    for session_id in (1, 2, 3):
        monkeypatch.setenv("TZ", "UTC")
        here = make_pages(sample, kind, session_id)
        monkeypatch.setenv("TZ", "Pacific/Auckland")
        assert make_pages(sample, kind, session_id) == here
