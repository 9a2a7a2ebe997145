"""Whatever participants write is shown as they wrote it: nothing crashes, hangs or is obeyed."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.model import Cluster
from kdc_desktop.screens.kit.plain import parted, plain_caption, plain_tip
from kdc_desktop.services.consortia import roles as consortium_roles
from kdc_desktop.services.joined.sheets import WORKBOOK
from kdc_desktop.services.polls import preparing, running
from kdc_desktop.services.sessions import questions
from kdc_desktop.services.workbook.export import export_workbook
from kdc_desktop.settings import Settings
from kdc_desktop.storage import open_database
from tests.gui.obeyed import as_shown, complaints
from tests.rooms.hostile_room import TAGS, TEXTS, make_hostile_club

ROOMS = {"tags": (TAGS,), "all": TEXTS, "others": TEXTS[5:] + TEXTS[:5], "one word": TEXTS[5:6]}


@pytest.fixture(params=ROOMS.values(), ids=list(ROOMS))
def club(qtbot, theme, tmp_path, request):
    make_hostile_club(tmp_path / "club.kdc", request.param)
    settings = Settings(tmp_path / "settings.ini")
    settings.motion = False
    database = open_database(tmp_path / "club.kdc")
    made = Club(database, theme, settings, lambda *_asked: None, lambda _window: None)
    made.window.show()
    made.shared_screen.resize(1920, 1080)
    yield made
    made.close()


def see(club: Club, *also: QWidget) -> None:
    """Paint the window and what the room sees, and look for what Qt read into them."""
    QCoreApplication.processEvents()
    for widget in (club.window, club.shared_screen, *also):
        widget.grab()
        assert complaints(widget) == []
    assert club.window.width() <= 1440
    assert club.window.height() <= 900


def test_every_screen_and_slide_shows_hostile_texts_as_they_are(club):
    window = club.window
    for area in ("home", "people", "settings"):
        window.go(area)
        see(club)
    window.open_session(1)
    for stage in questions.stages(club.database, 1):
        window.walk.look_at(stage.id)
        see(club)
    window.whereabouts.show_agenda()
    see(club)
    window.go("consortia")
    see(club)


def test_palette_keys_and_kiosk_show_hostile_texts_as_they_are(club):
    window = club.window
    window.open_session(1)
    for name in ("act_palette", "act_keys"):
        window.findChild(QAction, name).trigger()
        dialog = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        see(club, *([dialog] if dialog else []))
        if dialog:
            dialog.close()
    with club.database.read() as snapshot:
        clusters = tuple(snapshot.scalars(select(Cluster.id)))
    plan = preparing.PollPlan(question=TAGS, option_ids=clusters)
    poll_id = preparing.create_poll(club.database, 1, plan)
    running.open_poll(club.database, poll_id)
    window.show_session_screen("poll").show_poll(poll_id)
    see(club)
    club.window.show_session_screen("poll").kiosk_wanted.emit(poll_id)
    kiosk = club.shared_screen.kiosk
    see(club, kiosk)
    for key in "1b%":
        QTest.keyClicks(kiosk.stack.pick.query, key)
        see(club, kiosk)
    QTest.keyClick(kiosk.stack.pick.query, Qt.Key.Key_Return)
    see(club, kiosk)


def test_menus_and_questions_about_a_consortium_show_hostile_texts_as_they_are(club):
    window = club.window
    window.open_session(1)
    consortium_roles.add_open_role(club.database, 1, TAGS)
    screen = window.show_session_screen("consortia")
    column = next(one for one in screen.columns.columns if one.consortium_id == 1)
    screen.columns.focus_card(column.cards[0].key)
    for act in (screen.whole.show_open_roles, screen.whole.name_open_role, screen.whole.rename):
        act()
        QCoreApplication.processEvents()
        opened = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        assert opened is not None
        assert complaints(screen) == []
        opened.close()


def test_hostile_texts_are_exported(club, tmp_path):
    assert export_workbook(club.database, tmp_path / "club.xlsx", WORKBOOK, None).written


def test_a_tooltip_and_a_caption_show_every_sign():
    assert as_shown(plain_tip(TAGS)) == TAGS
    assert plain_caption("R&D") == "R&&D"
    assert len(plain_caption("W" * 3000)) < 200


def test_a_word_without_end_goes_on_in_the_next_line_and_no_other_does():
    assert parted("R&D for Donaudampfschifffahrtsgesellschaften") == (
        "R&D for Donaudampfschifffahrtsgesellschaften"
    )
    assert parted("W" * 81) == "\u200b".join(("W" * 40, "W" * 40, "W"))
    assert parted("W" * 40) == "W" * 40
