"""What is closed is gone: clubs, dialogs, menus and kiosks leave nothing behind."""

import gc
import shutil
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import SIGNAL, QCoreApplication, QEvent, QObject, Qt, QThread, QTimer
from PySide6.QtGui import QPixmap, QPixmapCache, QScreen
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QDialog, QGraphicsItem, QStyle, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete
from sqlalchemy import Engine

from kdc_desktop.app import Club, Program
from kdc_desktop.collector import _Leaving, take_apart
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.same_ideas import SamePart
from kdc_desktop.services.board.rows import ClusterRow
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.settings import Settings, ThemeMode
from kdc_desktop.storage import Database
from tests.gui.walks import PLACES, go
from tests.gui.ways import SESSION
from tests.rooms.pseudo_room import make_cyrillic_club

ALONE = "club/start"  # a dialog of the program, before there is a club
LAST = "sessions/empty"  # the session is in the trash afterwards
VISITED = [*(place for place in PLACES if place not in (ALONE, LAST)), LAST]
PASSING = (
    *("attendance/import", "board/colours", "board/import", "board/trash", "consortia/name"),
    *("consortia/open_roles", "consortia/role", "consortia/wanted", "pages/pages", "people/import"),
    *("sessions/details", "sessions/new_session", "visions/position", "visions/readings"),
    *("visions/write", "window/keys", "window/palette", "winners/winners"),
)
TRACED = (QObject, QGraphicsItem, Database, Engine, ClusterRow)
IN_CIRCLES = {"Engine": 2}  # of SQLAlchemy, with nothing of ours in them
OF_THE_PROGRAM = (QScreen, QStyle, QSvgRenderer)  # its displays and icons


@pytest.fixture
def program(qapp: QApplication, theme: object, tmp_path: Path) -> Iterator[Program]:
    settings = Settings(tmp_path / "settings.ini")
    settings.motion, settings.theme = False, ThemeMode.LIGHT
    made = Program(qapp, settings, lambda _window: None)
    yield made
    assert made.club is not None
    made.club.close()
    take_apart(made)


@pytest.fixture
def file(tmp_path: Path) -> Callable[[], Path]:
    """Another club file each time."""
    make_cyrillic_club(tmp_path / "first.kdc")
    made: list[Path] = []

    def another() -> Path:
        made.append(tmp_path / f"{len(made)}.kdc")
        shutil.copyfile(tmp_path / "first.kdc", made[-1])
        return made[-1]

    return another


def come_to_rest(qtbot: QtBot) -> None:
    qtbot.wait(50)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.unfreeze()
    gc.collect()


def come_to_rest_in(club: Club, qtbot: QtBot) -> None:
    """Wait until nothing is done beside the window either: no job, and no thread of one."""
    lanes = (club.jobs, *club.jobs.findChildren(Jobs))
    qtbot.waitUntil(
        lambda: not any(lane.busy or lane.findChildren(QThread) for lane in lanes), timeout=30_000
    )
    come_to_rest(qtbot)


def _nothing_runs(club: Club) -> bool:
    return not any(lane.busy for lane in (club.jobs, *club.window.findChildren(Jobs)))


def close_what_is_open(club: Club) -> None:
    club.shared_screen.leave_kiosk()
    club.shared_screen.close()
    for popup in (QApplication.activePopupWidget(), *club.window.findChildren(QDialog)):
        if popup is not None:
            popup.close()
    QCoreApplication.processEvents()


def visit(club: Club, qtbot: QtBot, place: str) -> None:
    go(club, qtbot, place)
    close_what_is_open(club)


def open_at_rest(program: Program, qtbot: QtBot, path: Path) -> Club:
    club = program.open(path)
    qtbot.waitUntil(lambda: not club._painted.isActive() and not club.jobs.busy)
    return club


def living(*kinds: type) -> list[object]:
    gc.unfreeze()  # what was set aside would not be counted
    found = (one for one in gc.get_objects() if isinstance(one, kinds))
    return [one for one in found if not isinstance(one, (*OF_THE_PROGRAM, *weakref.ProxyTypes))]


def within(*roots: QObject) -> Counter[str]:
    """How many objects of each kind there are in these, and in the windows beside them."""
    tops = [one for one in QApplication.topLevelWidgets() if one.parent() is None]
    held = [part for root in (*tops, *roots) for part in root.findChildren(QObject)]
    return Counter(part.metaObject().className() for part in (*tops, *held))


def handles(path: Path) -> list[str]:
    return [one.path for one in psutil.Process().open_files() if one.path.startswith(str(path))]


def test_nothing_of_a_club_stays_for_the_collector_when_another_is_opened(
    program, file, qtbot
) -> None:
    open_at_rest(program, qtbot, file())
    others = {id(one): one for one in living(*TRACED)}
    path = file()
    first = program.open(path)
    for place in VISITED:
        go(first, qtbot, place)
        qtbot.waitUntil(partial(_nothing_runs, first), timeout=30_000)
        gc.freeze()  # what lay in circles would stay, also of a dialog that is closed
        close_what_is_open(first)
    program.settings.theme = ThemeMode.DARK
    program.settings.text_size = 150
    qtbot.wait(50)
    known = [weakref.ref(one) for one in living(*TRACED) if id(one) not in others]
    assert len(known) > 300
    del first
    gc.freeze()  # what lay in circles would stay
    program.settings.theme = ThemeMode.LIGHT
    program.settings.text_size = 100
    open_at_rest(program, qtbot, file())
    qtbot.waitUntil(lambda: QCoreApplication.instance().findChild(_Leaving) is None)
    left = Counter(type(ref()).__name__ for ref in known if ref() is not None)
    assert left == IN_CIRCLES
    come_to_rest(qtbot)
    assert [ref for ref in known if ref() is not None] == []
    assert handles(path) == []


def test_pictures_of_a_club_that_has_closed_are_not_kept(program, file, qtbot) -> None:
    open_at_rest(program, qtbot, file())
    pixmap = QPixmap(8, 8)
    pixmap.fill(Qt.GlobalColor.black)
    QPixmapCache.insert("of the first club", pixmap)
    program.open(file())
    assert not QPixmapCache.find("of the first club", QPixmap())


def test_five_clubs_one_after_the_other_leave_no_more_than_one(program, file, qtbot) -> None:
    counts = []
    for _ in range(5):
        club = open_at_rest(program, qtbot, file())
        visit(club, qtbot, "board/board")
        come_to_rest_in(club, qtbot)
        listeners = [
            program.theme.receivers(SIGNAL("changed()")),
            program.settings.receivers(SIGNAL("changed()")),
        ]
        held = [len(living(kind)) for kind in (Database, Engine)]
        held += [len(handles(club.database.path.parent)), psutil.Process().num_threads()]
        counts.append((within(program, club), listeners, held))
    known, *others = counts[1:]
    more = [(now[0] - known[0], known[0] - now[0]) for now in others]
    assert more == [(Counter(), Counter())] * 3
    assert [now[1:] for now in others] == [known[1:]] * 3


def test_dialogs_and_menus_go_when_they_are_closed(program, file, qtbot) -> None:
    club = open_at_rest(program, qtbot, file())
    growing = {}
    for place in PASSING:
        visit(club, qtbot, place)
        come_to_rest_in(club, qtbot)
        before = within(program, club)
        visit(club, qtbot, place)
        come_to_rest_in(club, qtbot)
        growing[place] = within(program, club) - before
    assert {place: more for place, more in growing.items() if more} == {}


def test_fifty_kiosks_leave_no_window_no_grab_and_no_timer(program, file, qtbot) -> None:
    club = open_at_rest(program, qtbot, file())
    visit(club, qtbot, "polls/kiosk_pick")
    screen = club.window.screen_shown
    poll_id = poll_questions.polls(club.database, SESSION)[-1].id
    club.watch.look()  # asks once who syncs the file

    def now() -> tuple[Counter[str], int, int]:
        come_to_rest_in(club, qtbot)
        return (
            within(program, club),
            len(living(QTimer)),
            len(club.database._notices._subscriptions),
        )

    before = now()
    for _ in range(50):
        screen.kiosk_wanted.emit(poll_id)  # type: ignore[attr-defined]
        assert club.shared_screen.kiosk is not None
        club.shared_screen.leave_kiosk()
    club.shared_screen.close()
    assert now() == before
    assert (QWidget.mouseGrabber(), QWidget.keyboardGrabber()) == (None, None)


def test_a_club_that_closes_waits_for_no_search_that_nobody_asked_for(program, file, qtbot) -> None:
    club = open_at_rest(program, qtbot, file())
    stopped: list[bool] = []
    jobs: Jobs = club.jobs
    jobs.run_quietly(lambda progress: stopped.append(_until_cancelled(progress.cancelled)))
    club.close()
    assert stopped == [True]


def _until_cancelled(cancelled: Callable[[], bool]) -> bool:
    while not cancelled():
        pass
    return True


def test_a_board_that_rested_while_its_club_was_closed_looks_for_nothing(program, file, qtbot):
    club = open_at_rest(program, qtbot, file())
    visit(club, qtbot, "board/board")
    (same,) = club.window.findChildren(SamePart)
    jobs = Jobs()
    same._jobs = jobs
    delete(jobs)
    same._resting.stop()
    same.look()
    assert not same._resting.isActive()
