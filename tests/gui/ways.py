"""How to get about in an open club: to an area, a stage, or what an action opens."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from kdc_desktop.app import Club
from kdc_desktop.domain.offers.stages import OFFERS
from kdc_desktop.domain.offers.states import OfferKind
from kdc_desktop.domain.sessions.stages import SINCE
from kdc_desktop.domain.sessions.states import SessionStatus
from kdc_desktop.domain.stage_kinds import BY_KEY
from kdc_desktop.model import Session
from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.services.offers.noting import SaidOffer, note_all
from kdc_desktop.services.offers.rows import Holder
from kdc_desktop.services.seating.keeping import keep_plan
from kdc_desktop.services.seating.moving import name_topic
from kdc_desktop.services.seating.planning import Wish, plan_rounds
from kdc_desktop.services.seating.questions import seating
from kdc_desktop.services.sessions import questions
from kdc_desktop.services.sessions.agenda import add_stage, change_stage

SESSION = 1
TABLES = BY_KEY["tables"]
Way = Callable[[Club, QtBot], list[QWidget]]


def area(name: str) -> Way:
    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        club.window.go(name)
        return in_front(club)

    return way


def who_met_whom(*, in_room: bool = False, first: str = "welcome") -> Way:
    """The network of all years, worked out; or as the room sees it. `first` is a stage."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        look_at(club, first)
        club.window.go("network")
        screen: Any = club.window.screen_shown
        screen.period_combo.setCurrentIndex(0)
        screen.period_combo.activated.emit(0)
        qtbot.waitUntil(lambda: screen.is_painted)
        if not in_room:
            return in_front(club)
        trigger(club.window, "show_this")
        club.shared_screen.show()
        return [club.shared_screen]

    return way


def stage(kind: str) -> Way:
    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        look_at(club, kind)
        return in_front(club)

    return way


def act(before: Way, name: str) -> Way:
    """The dialog, menu or state of the screen that an action opens."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        shown = before(club, qtbot)
        trigger(club.window.screen_shown, name)
        return popups(club) or shown

    return way


def slide(kind: str) -> Way:
    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        look_at(club, kind)
        club.shared_screen.show()
        return [club.shared_screen]

    return way


def session_of(club: Club) -> int:
    """The session that is live, else the first one."""
    with club.database.read() as snapshot:
        live = select(Session.id).where(Session.status == SessionStatus.LIVE)
        return snapshot.scalar(live) or SESSION


def look_at(club: Club, kind: str) -> None:
    session_id = session_of(club)
    club.window.open_session(session_id)
    stages = questions.stages(club.database, session_id)
    found = next(stage for stage in stages if stage.kind == kind)
    club.window.walk.go_to(found.id)
    club.window.walk.look_at(found.id)
    QCoreApplication.processEvents()


def in_front(club: Club) -> list[QWidget]:
    screen = club.window.screen_shown
    panel = screen.inspector()
    return [screen] if panel is None else [screen, panel]


def trigger(owner: QWidget, name: str) -> None:
    action = owner.findChild(QAction, f"act_{name}")
    assert action is not None, name
    action.trigger()
    QCoreApplication.processEvents()


def popups(club: Club) -> list[QWidget]:
    found = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if found is None:
        dialogs = club.window.findChildren(QDialog)
        found = next((one for one in dialogs if one.isVisible()), None)
    return [] if found is None else [found]


def a_row(before: Way, key: str) -> Way:
    """The screen with its first row chosen, so that its panel is filled."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        before(club, qtbot)
        table = club.window.screen_shown.findChild(QWidget, key)
        assert table is not None, key
        table.selectRow(0)  # type: ignore[attr-defined]
        return in_front(club)

    return way


def two_rows(before: Way, key: str) -> Way:
    """The screen with the rows of the ids 1 and 2 chosen."""

    def way(club: Club, qtbot: QtBot) -> list[QWidget]:
        before(club, qtbot)
        table = club.window.screen_shown.findChild(RowTable, key)
        assert table is not None, key
        point_at(table, (1, 2))
        return in_front(club)

    return way


def of_the_window(name: str) -> Way:
    def way(club: Club, _qtbot: QtBot) -> list[QWidget]:
        look_at(club, "ideas")
        trigger(club.window, name)
        return popups(club)

    return way


def home_page(club: Club, qtbot: QtBot) -> list[QWidget]:
    """Home, with what is due on it."""
    shown = area("home")(club, qtbot)
    home: Any = club.window.screen_shown
    home.get_told()
    return shown


def all_sessions(club: Club, qtbot: QtBot) -> list[QWidget]:
    """The list of all sessions."""
    shown = area("home")(club, qtbot)
    home: Any = club.window.screen_shown
    home.show_all()
    return shown


def with_offers(way: Way) -> Way:
    """The session has a stage of offers and needs, and something to read aloud."""

    def with_offers(club: Club, qtbot: QtBot) -> list[QWidget]:
        session_id = session_of(club)
        agenda = questions.stages(club.database, session_id)
        if all(one.kind != OFFERS.key for one in agenda):
            added = add_stage(club.database, session_id, OFFERS, agenda[0].id)
            change_stage(club.database, added, title="Слово")  # as people call it
            for at, who in enumerate((Holder(1), Holder(2), Holder(None, 1))):
                said = [SaidOffer(kind, f"Слово {at + 7}", who) for kind in OfferKind]
                note_all(club.database, said, session_id)
        return way(club, qtbot)

    return with_offers


def with_since(way: Way) -> Way:
    """The session has a stage in which is told what happened since last time."""

    def with_since(club: Club, qtbot: QtBot) -> list[QWidget]:
        session_id = session_of(club)
        agenda = questions.stages(club.database, session_id)
        if all(one.kind != SINCE.key for one in agenda):
            added = add_stage(club.database, session_id, SINCE, agenda[0].id)
            change_stage(club.database, added, title="Слово")  # as people call it
        return way(club, qtbot)

    return with_since


def with_tables(way: Way, *, seated: bool = True) -> Way:
    """The session has a stage of tables, at which everybody is seated; the first is chosen."""

    def with_tables(club: Club, qtbot: QtBot) -> list[QWidget]:
        session_id = session_of(club)
        agenda = questions.stages(club.database, session_id)
        if all(one.kind != TABLES.key for one in agenda):
            added = add_stage(club.database, session_id, TABLES, agenda[0].id)
            change_stage(club.database, added, title="Слово")
            if seated:
                plan = plan_rounds(club.database, session_id, added, Wish(seats=6, rounds=2))
                keep_plan(club.database, session_id, added, plan)
                (first, *_rest) = seating(club.database, session_id, added).rounds
                name_topic(club.database, first.tables[0].id, "Слово")
        return way(club, qtbot)

    return with_tables
