"""Every kind of pages is written as every kind of file, whatever people have written."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtWidgets import QApplication
from sqlalchemy import select

from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.pages.kinds import KINDS
from kdc_desktop.domain.pages.values import Document, PaperSize
from kdc_desktop.i18n import lazy
from kdc_desktop.model import Attendance
from kdc_desktop.screens.pages.cards import name_and_below
from kdc_desktop.screens.pages.fitting import fitted
from kdc_desktop.screens.pages.setting import MILLIMETRE
from kdc_desktop.screens.pages.writing import Draft, drafted, usual_paper
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.storage import Database, open_database, open_to_read
from tests.rooms.hostile_room import make_hostile_club
from tests.rooms.page_words import has_its_fonts, pages_in
from tests.rooms.workbook_room import an_evening

WRITTEN = [(kind, ending) for kind in KINDS for ending in kind.endings]


def draft_of(club: Path, kind) -> Draft:
    with open_to_read(club) as database:
        draft = drafted(database, kind, 1)
    for _painted in draft.paint():
        pass
    return draft


@pytest.fixture(scope="module")
def evening(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    path = tmp_path_factory.mktemp("evening") / "club.kdc"
    database = an_evening(path).room.database
    seat_all(database)
    database.close()
    return path


def seat_all(database: Database) -> None:
    """Whoever is on the list is here, and has a seat in two rounds."""
    with database.edit(lazy("All come")) as edit:
        for one in edit.scalars(select(Attendance).where(Attendance.session_id == 1)):
            one.state = AttendanceState.PRESENT
    keep_plan(database, 1, None, plan_rounds(database, 1, None, Wish(rounds=2)))


@pytest.mark.parametrize(("kind", "ending"), WRITTEN, ids=lambda one: getattr(one, "key", one))
def test_it_is_written(evening: Path, tmp_path: Path, kind, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    draft_of(evening, kind).write(out, PaperSize.LETTER)
    assert out.stat().st_size > 50
    if ending == ".pdf":
        assert pages_in(out) >= 1
        assert has_its_fonts(out)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "club.kdc"
    make_hostile_club(path)
    database = open_database(path)
    seat_all(database)
    database.close()
    return path


@pytest.mark.parametrize(("kind", "ending"), WRITTEN, ids=lambda one: getattr(one, "key", one))
def test_it_is_written_of_a_hostile_club(hostile: Path, tmp_path: Path, kind, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    draft_of(hostile, kind).write(out, PaperSize.A4)
    assert out.stat().st_size > 50


def test_a_session_without_anything_has_pages_of_every_kind(
    tmp_path: Path, qapp: QApplication
) -> None:
    from kdc_desktop.services.sessions import planning
    from kdc_desktop.services.sessions.templates import templates
    from tests.rooms.poll_room import STARTS

    club = tmp_path / "club.kdc"
    database = open_database(club)
    planning.plan_session(database, "Empty", STARTS, templates()[0])
    database.close()
    for kind in KINDS:
        draft = draft_of(club, kind)
        draft.write(tmp_path / f"{kind.key}{kind.endings[0]}", PaperSize.A4)
        if isinstance(draft.made, Document) and kind.endings[0] == ".pdf":
            assert pages_in(tmp_path / f"{kind.key}.pdf") >= 1, kind.key


@pytest.mark.parametrize("name", ["Å" * 60, "Maximiliane " * 12, "von der Hohenlohe-" * 9])
def test_the_longest_name_fits_on_a_badge_and_none_of_it_is_cut(
    qapp: QApplication, name: str
) -> None:
    load_fonts()
    box = QRectF(0, 0, 78 * MILLIMETRE, 20 * MILLIMETRE)
    set_in = fitted(name.strip(), 28, 9, box)
    assert set_in.height() <= box.height()
    assert set_in.widest <= box.width()


def test_a_long_name_and_a_long_organisation_share_a_badge(qapp: QApplication) -> None:
    load_fonts()
    box = QRectF(0, 0, 78 * MILLIMETRE, 30 * MILLIMETRE)
    name, below = name_and_below("Maximiliane von der " * 7, "University of " * 14, box)
    assert name.height() + below.height() <= box.height()
    name, below = name_and_below("W" * 200, "W" * 200, box)
    assert name.height() <= box.height()
    assert below.lines == 1


@pytest.mark.parametrize(
    ("place", "paper"),
    [
        (QLocale.Country.UnitedStates, PaperSize.LETTER),
        (QLocale.Country.Canada, PaperSize.LETTER),
        (QLocale.Country.Finland, PaperSize.A4),
        (QLocale.Country.UnitedKingdom, PaperSize.A4),
    ],
)
def test_the_paper_is_that_of_the_country(
    monkeypatch: pytest.MonkeyPatch, place: QLocale.Country, paper: PaperSize
) -> None:
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(QLocale.Language.English, place))
    assert usual_paper() is paper
