"""The rehearsal: evenings of a year through the real windows, the same ones for the same seed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.visions.letting_go import LetGoCheck
from kdc_desktop.rehearsal import acts_visions, hands
from kdc_desktop.rehearsal.plan import Left, RehearsalPlan
from kdc_desktop.rehearsal.stage import rehearse
from kdc_desktop.screens.window import typing_on
from kdc_desktop.services.glanced import SESSION_COUNTS
from kdc_desktop.services.sessions import listing, planning
from kdc_desktop.services.sessions.templates import templates
from kdc_desktop.services.visions.club import consortia_now
from kdc_desktop.services.visions.due import due_of
from kdc_desktop.services.visions.letting_go import life_of
from kdc_desktop.storage import open_database
from tests.rooms.vision_pages import vision_page

pytestmark = pytest.mark.timeout(400)  # a year is played, and again
PEOPLE = 7
EVENINGS = 3


@pytest.fixture(scope="module", autouse=True)
def _brisk_hands() -> Iterator[None]:
    """A pause between text and command is as much shorter for the program as for the hands."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typing_on, "PAUSE", 0.02)
        patch.setattr(hands, "A_MOMENT", 0.025)
        yield


@pytest.fixture
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pictures are taken where nobody looks at them."""
    monkeypatch.setattr(hands.Hands, "look", lambda _self, _name, _widget=None: None)


@pytest.fixture(scope="module")
def played(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Left:
    out = tmp_path_factory.mktemp("rehearsal") / "first"
    return rehearse(RehearsalPlan(PEOPLE, 1, out, evenings=EVENINGS), lambda _picture: None)


def cells(workbook: Path) -> dict[str, list[tuple[object, ...]]]:
    import openpyxl

    book = openpyxl.load_workbook(workbook, read_only=True)
    found: dict[str, list[tuple[object, ...]]] = {
        sheet.title: [tuple(cell.value for cell in row) for row in sheet.iter_rows()]
        for sheet in book
    }
    book.close()
    del found["Read me"]  # says when it was written
    return found


def test_evenings_leave_their_database_workbook_and_pictures(played):
    database = open_database(played.database)
    sessions = listing.sessions(database, SESSION_COUNTS)
    database.close()
    assert [session.status for session in sessions] == ["closed"] * EVENINGS
    assert sessions[-1].counts[0] == PEOPLE
    book = cells(played.workbook)
    for sheet in (
        "Ideas",
        "Clusters",
        "Results",
        "Levels",
        "Hands",
        "How polls went",
        "Interests",
        "Members",
        "Visions",
        "Positions",
        "Commitments",
        "Open roles",
        "Offers",
        "Tables",
    ):
        assert len(book[sheet]) > 1, sheet
    pictures = sorted(played.pictures.glob("*.png"))
    assert len(pictures) > 120
    assert all(picture.stat().st_size > 2000 for picture in pictures)


def test_a_year_has_who_left_who_fell_what_came_from_outside_and_what_was_let_go(played):
    book = cells(played.workbook)
    said = {title: [str(cell) for row in rows for cell in row] for title, rows in book.items()}
    assert "Waste heat for greenhouses" in said["Consortia"]
    assert "let go" in said["States"]
    assert "by a call" in said["Answers"]
    assert "at the kiosk" in said["Answers"]
    assert len(book["Taken up"]) > 3
    for sheet in (
        *("Askings", "Left", "Signs of life", "Pulse", "Reservation history"),
        *("Obstacles", "Obstacle history", "Portfolio", "Gains", "Trail", "Network", "Ties"),
    ):
        assert len(book[sheet]) > 2, sheet


def test_what_is_let_go_has_what_it_needs_and_one_that_goes_on_has_fallen(played):
    database = open_database(played.database)
    with database.read() as snapshot:
        known = consortia_now(snapshot)
        gone = [one for one in known.values() if one.state is ConsortiumState.LET_GO]
        fallen = due_of(snapshot, known, database.now()).fallen
    (page,) = (vision_page(database, one.id) for one in gone)
    checks = life_of(database, page).checks
    database.close()
    keeps = (LetGoCheck.VISION, LetGoCheck.MISSING)  # what is asked for goes on being looked for
    assert [row.check for row in checks if not row.done and row.check not in keeps] == []
    below = [one for one in page.members if one.is_asked and one.levels[-1] in (1, 2, 3, 4)]
    assert below == []
    assert gone[0].id not in [one.consortium.id for one in fallen]


def test_all_is_written_by_hand_in_the_window(played):
    """What people say has a name beside it, and every text stands there once and whole."""
    book = cells(played.workbook)
    heads, *signs = book["Signs of life"][1:]
    told = [row[heads.index("Who said so")] for row in signs]
    assert None not in told
    heads, *readings = book["Readings"][1:]
    assert {row[heads.index("Reading")] for row in readings} <= set(acts_visions.READINGS)


def picture(played: Left, name: str) -> QImage:
    (path,) = played.pictures.glob(f"??? {name}.png")
    return QImage(str(path))


def test_the_pictures_show_whole_windows_and_what_the_room_sees_by_then(played):
    plan = RehearsalPlan(PEOPLE, 1, played.pictures)
    for name in ("agenda", "ideas, all on the board", "result"):
        assert picture(played, name).size().toTuple() == plan.size
    assert picture(played, "result, room") != picture(played, "poll, closed and hidden, room")


def test_other_ways_to_vote_are_pictured_with_the_paper_and_the_result(played):
    for way in ("ranking", "majority_judgment", "budget"):
        paper = picture(played, f"{way}, kiosk, the paper")
        assert paper != picture(played, f"{way}, kiosk, is this your vote")
        assert picture(played, f"{way}, result, room") != picture(played, f"{way}, prepared, room")
    assert not picture(played, "temperature, result, room").isNull()


def test_the_same_seed_gives_the_same_session(played, unseen, tmp_path):
    plan = RehearsalPlan(PEOPLE, 1, tmp_path / "second", evenings=EVENINGS)
    again = rehearse(plan, lambda _picture: None)
    assert cells(again.workbook) == cells(played.workbook)


def test_a_session_of_ours_is_rehearsed_on_a_copy(played, unseen, tmp_path):
    database = open_database(played.database)
    made = planning.plan_session(
        database, "Next time", datetime(2026, 11, 10, 18), _short_template()
    )
    database.close()
    before = played.database.read_bytes()
    plan = RehearsalPlan(PEOPLE, 2, tmp_path / "copy", copy_of=played.database, session_id=made)
    left = rehearse(plan, lambda _picture: None)
    assert played.database.read_bytes() == before
    copy = open_database(left.database)
    assert listing.session(copy, made).status == "closed"
    copy.close()


def _short_template():
    whole = templates()[0]
    return replace(whole, stages=tuple(s for s in whole.stages if s.kind in ("check_in", "close")))


def test_a_session_that_was_held_is_rehearsed_as_if_it_were_to_come(played, unseen, tmp_path):
    """Also where the papers of the same seed lie in the file already."""
    plan = RehearsalPlan(PEOPLE, 1, tmp_path / "again", copy_of=played.database, session_id=1)
    left = rehearse(plan, lambda _picture: None)
    copy = open_database(left.database)
    again = [row for row in listing.sessions(copy, SESSION_COUNTS) if "(rehearsed)" in row.title]
    assert [row.status for row in again] == ["closed"]
    copy.close()
