"""Consortia of every older version live on: asked anew, left, exported, and undone across it."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from kdc_desktop.domain.kit.editions import Edition, Form
from kdc_desktop.errors import UserError
from kdc_desktop.model import Consortium, Member, Position, Vision
from kdc_desktop.services.consortia.leaving import leave
from kdc_desktop.services.joined.checks import FILE_CHECKS
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.pages.charter import charter_of
from kdc_desktop.services.visions.askings import open_asking, reveal
from kdc_desktop.services.visions.positions import clear_position, take_position
from kdc_desktop.services.visions.reservations import Concern
from kdc_desktop.services.visions.scale import set_scale
from kdc_desktop.services.visions.versions import save_version
from kdc_desktop.services.workbook.export import Delivery, export_workbook
from kdc_desktop.storage import Database, open_database
from kdc_desktop.storage.checking import check_database
from kdc_desktop.storage.mending import mend
from tests.rooms.table_schema import faults_of
from tests.rooms.vision_pages import vision_page
from tests.storage.places import EVENING, dump

CLUBS = Path(__file__).parents[1] / "data" / "clubs" / "with_consortia"
KEPT = sorted(CLUBS.glob("*.kdc"))
STEPS = 28
WITH_ASKINGS = "0008"  # from here on askings are kept, and files of the version are in `let_go`


@pytest.fixture(params=KEPT, ids=lambda file: str(file.stem))
def club(request, path):
    """A file of an older version, opened by this one."""
    shutil.copy(request.param, path)
    database = open_database(path, lambda: EVENING)
    yield database
    database.close()


def consortium_of(database: Database) -> tuple[int, list[int], list[int]]:
    with database.read() as snapshot:
        consortium_id = snapshot.scalars(select(Consortium.id)).one()
        members = snapshot.scalars(select(Member.id).order_by(Member.id)).all()
        versions = snapshot.scalars(select(Vision.id).order_by(Vision.number)).all()
    return consortium_id, list(members), list(versions)


def undo_all(database: Database) -> list[dict]:
    """Takes back every step; how the rows were before each."""
    past = []
    while database.next_steps()[0] is not None:
        past.append(dump(database.path))
        database.undo()
    return past


def redo_all(database: Database, past: list[dict]) -> None:
    """Does all of it again, and sees that each step brings the same rows back."""
    for before in reversed(past):
        database.redo()
        assert dump(database.path) == before


def answers(database: Database) -> list[tuple[int, int, int]]:
    with database.read() as snapshot:
        found = snapshot.execute(
            select(Position.vision_id, Position.member_id, Position.level).order_by(Position.id)
        )
        return [(version, member, level) for version, member, level in found]


def test_a_file_of_every_version_before_askings_is_kept():
    versions = [f"{number:04}" for number in range(1, int(WITH_ASKINGS))]
    assert [file.stem for file in KEPT] == versions


def test_what_was_said_is_there_and_was_asked_once_a_version(club):
    consortium_id, members, versions = consortium_of(club)
    page = vision_page(club, consortium_id)
    assert [member.levels for member in page.members] == [(7, 8), (2, 5), (6, None)]
    assert [(asking.id, asking.vision_id) for asking in page.askings] == [
        (None, version) for version in versions
    ]
    assert page.positions[members[0], versions[0]].reason == f"Reason of {members[0]}"
    (reservation,) = page.reservations
    assert (reservation.text, reservation.owner) == ("Who pays for it?", "Eero Salmi")
    assert page.readings[members[2], versions[0]] == "Fewer cars"
    assert check_database(club.path) == []


def test_all_is_undone_across_the_upgrade_and_done_again(club):
    whole = dump(club.path, journal=True)
    past = undo_all(club)
    assert len(past) == STEPS
    assert {name for name, rows in dump(club.path).items() if rows} <= {"setting"}
    redo_all(club, past)
    assert dump(club.path, journal=True) == whole


def test_asked_anew_nothing_of_before_is_lost_and_undo_leads_through_both(club):
    consortium_id, members, versions = consortium_of(club)
    before = answers(club)
    asking = open_asking(club, consortium_id)
    take_position(club, versions[1], members[1], 7, "The city pays")
    take_position(club, versions[1], members[2], 4, concern=Concern("Where do they stand?"))
    reveal(club, asking)
    leave(club, members[2], handed_to_id=members[0])
    third = save_version(club, consortium_id, "Bikes, trailers and a shed")
    take_position(club, third, members[1], 8)
    assert answers(club)[: len(before)] == before
    page = vision_page(club, consortium_id)
    assert [member.levels for member in page.members] == [(7, 8, None), (2, 7, 8), (6, 4, None)]
    past = undo_all(club)
    assert len(past) == STEPS + 7
    assert {name for name, rows in dump(club.path).items() if rows} <= {"setting"}
    redo_all(club, past)
    assert check_database(club.path) == []


def test_an_answer_of_before_is_not_cleared_or_written_over(club):
    _consortium_id, members, versions = consortium_of(club)
    before = answers(club)
    with pytest.raises(UserError, match="stays"):
        clear_position(club, versions[1], members[0])
    take_position(club, versions[1], members[0], 1)
    assert answers(club)[:-1] == before


def test_another_scale_leaves_what_was_said_on_the_one_of_before(club):
    consortium_id, members, versions = consortium_of(club)
    before = answers(club)
    set_scale(club, consortium_id, "consent")
    take_position(club, versions[1], members[0], 3)
    assert answers(club)[:-1] == before
    page = vision_page(club, consortium_id)
    assert {asking.scale for asking in page.askings if asking.id is not None} == {
        "kaner8",
        "consent",
    }
    redo_all(club, undo_all(club))


def test_it_is_exported_and_has_a_charter(club, tmp_path):
    consortium_id, *_rest = consortium_of(club)
    for edition in Edition:
        path = tmp_path / f"{edition}.json"
        export_workbook(club, path, WORKBOOK, wanted=Delivery(edition, Form.JSON))
        package = json.loads(path.read_text(encoding="utf-8"))
        assert faults_of(package) == []
        (given,) = (one for one in package["resources"] if one["name"] == "answers")
        assert len(given["data"]) == 5
    assert charter_of(club, consortium_id).blocks


def with_a_lost_page(source: Path, path: Path, table: str) -> Path:
    """A copy of a file in which the first page of a table holds nothing but noise."""
    shutil.copy(source, path)
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        asked = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (page,) = connection.execute(asked, (table,)).fetchone()
    with path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes((7 * number) % 251 for number in range(size)))
    return path


@pytest.mark.parametrize("table", ["position", "reservation", "commitment", "journal_change"])
def test_a_damaged_file_of_the_version_before_is_mended_and_lives_on(path, tmp_path, table):
    damaged = with_a_lost_page(CLUBS / "0007.kdc", path, table)
    before = damaged.read_bytes()
    mended = mend(damaged, tmp_path / "mended.kdc", FILE_CHECKS)
    assert mended.left == []
    assert [one for one in mended.done if table in one] != []
    assert damaged.read_bytes() == before
    with closing(open_database(tmp_path / "mended.kdc", lambda: EVENING)) as database:
        consortium_id, members, versions = consortium_of(database)
        assert (len(members), len(versions)) == (3, 2)
        kept = answers(database)
        assert len(kept) == (0 if table == "position" else 5)
        asking = open_asking(database, consortium_id)
        take_position(database, versions[1], members[0], 6)
        reveal(database, asking)
        assert answers(database)[:-1] == kept
    assert check_database(tmp_path / "mended.kdc") == []


def test_where_the_consortia_are_lost_what_belongs_to_them_goes_and_the_rest_stays(path, tmp_path):
    damaged = with_a_lost_page(CLUBS / "0007.kdc", path, "consortium")
    mended = mend(damaged, tmp_path / "mended.kdc", FILE_CHECKS)
    assert mended.left == []
    rows = dump(tmp_path / "mended.kdc")
    assert (rows["consortium"], rows["member"], rows["position"]) == ([], [], [])
    assert len(rows["person"]) == 3
    assert check_database(tmp_path / "mended.kdc") == []
