"""What hands feel at the board while a job runs: they type an idea, pan, and press Enter."""

import csv
import itertools
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.screens.polls.poll_screen import PollScreen
from kdc_desktop.services.board.loading import clusters_of
from kdc_desktop.services.club.backups import back_up
from kdc_desktop.services.joined import later
from kdc_desktop.services.polls import preparing, running
from kdc_desktop.services.polls import questions as poll_questions
from kdc_desktop.services.polls.preparing import PollPlan
from kdc_desktop.services.sessions import questions
from tests.benchmarks.a_year import make_a_year
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import Stopwatch, open_big_club, open_in_window
from tests.benchmarks.test_bench_polls import fill
from tests.rooms.big_club import WORDS

AT_ONCE = "≤ 33 ms"
SESSION = 1
AGAIN = 3  # jobs that are over in a second are begun again


class Hands:
    """They type and pan on the board that is shown; `keys` and `pans` are what they waited."""

    def __init__(self, club: Club) -> None:
        screen = club.window.screen_shown
        assert isinstance(screen, BoardScreen)
        self.club, self.screen, self.view = club, screen, screen.view
        self.edit = screen.floats.quick_add.idea_edit
        self._typed, self._panned = Stopwatch(self.edit), Stopwatch(self.view.viewport())
        self._turn = itertools.count(1)
        self.begin()
        for _ in range(4):  # what the first of each brings along is not the job's doing
            self._act(20)
            let_pass(0.5)
        self.begin()

    def begin(self) -> None:
        """Forget what was waited so far."""
        self.keys: list[float] = []
        self.pans: list[float] = []

    def work_until(self, done: Callable[[], object]) -> None:
        """Go on until then."""
        while not done():
            self._act(next(self._turn))

    def _act(self, turn: int) -> None:
        if not self.edit.hasFocus():
            self.screen.floats.quick_add.begin()
        self.keys.append(self._typed.felt(lambda: QTest.keyClick(self.edit, Qt.Key.Key_A), 0.01))
        way = 40 if turn // 10 % 2 else -40  # to and fro, never against the edge of the board
        self.pans.append(self._panned.felt(lambda: self._wheel(way), 0.01))
        if turn % 20 == 0:
            QTest.keyClick(self.edit, Qt.Key.Key_Return)

    def _wheel(self, way: int) -> None:
        viewport = self.view.viewport()
        at = viewport.rect().center()
        none = (Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier)
        turned = QPoint(way, 0), QPoint(2 * way, 0)
        seen = QPointF(viewport.mapToGlobal(at))
        begun = Qt.ScrollPhase.NoScrollPhase
        event = QWheelEvent(QPointF(at), seen, *turned, *none, begun, False)
        QCoreApplication.sendEvent(viewport, event)


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[[bool], Club]]:
    made: list[Program] = []

    def open_club(of_a_year: bool) -> Club:
        path = tmp_path / "club.kdc"
        if of_a_year:
            room = make_a_year(path)
            room.database.close()
            made.append(open_in_window(qapp, path, SESSION))
        else:
            made.append(open_big_club(qapp, path, ideas=5000, people=500))
        club = made[-1].club
        assert club is not None
        stages = questions.stages(club.database, SESSION)
        club.window.walk.look_at(next(each.id for each in stages if each.kind == "ideas"))
        until(lambda: not club.busy)
        return club

    yield open_club
    for program in made:
        if program.club is not None:
            program.club.close()


def trigger(club: Club, name: str) -> None:
    action = club.window.findChild(QAction, f"act_{name}")
    assert action is not None, name
    action.trigger()


def tell(record: Record, hands: Hands | None, longest: float, name: str) -> None:
    record(f"block: {name}", longest, "ms", None, LIMIT)
    if hands is not None:
        for act, waited in (("a key", hands.keys), ("a pan", hands.pans)):
            slow = sorted(waited)[int(len(waited) * 0.95)]
            work = f"{act} until painted, p95, beside: {name}"
            record(work, slow, "ms", statistics.median(waited), AT_ONCE)


def test_nothing_runs(opened: Callable[..., Club], record: Record) -> None:
    hands = Hands(opened(True))
    with beating() as beat:
        turns = iter(range(150))
        hands.work_until(lambda: next(turns, None) is None)
    tell(record, hands, beat.longest, "hands alone | a board of 1,250")


def test_a_year_is_exported(opened: Callable[..., Club], record: Record, tmp_path: Path) -> None:
    club = opened(True)
    hands = Hands(club)
    database, target = club.database, tmp_path / "year.xlsx"
    with beating() as beat:
        club.jobs.run("Year", lambda progress: later.export(database, target, None, progress), str)
        hands.work_until(lambda: not club.jobs.busy)
    assert target.exists()
    tell(record, hands, beat.longest, "export of a year | 5,000 ideas, 60,000 marks")


def test_what_nobody_asked_for(opened: Callable[..., Club], record: Record) -> None:
    club = opened(False)
    hands = Hands(club)
    for work, begin in (
        ("similar ideas | 5,000 ideas", hands.screen.same.look),
        ("a backup | 5,000 ideas", lambda: _back_up(club)),
    ):
        hands.begin()
        with beating() as beat:
            for _ in range(AGAIN):
                begin()
                assert club.jobs.busy
                hands.work_until(lambda: not club.jobs.busy)
        tell(record, hands, beat.longest, work)


def test_a_sheet_of_ideas_is_read(
    opened: Callable[..., Club], record: Record, tmp_path: Path
) -> None:
    club = opened(False)
    hands = Hands(club)
    sheet = tmp_path / "ideas.csv"
    lines = [(f"Sheet {n}: {' '.join(WORDS[n % 60 : n % 60 + 15])}", n % 12) for n in range(5000)]
    with sheet.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Idea", "Cluster"), *lines])
    with beating() as beat:
        hands.screen.idea_import.look_at(sheet)
        hands.work_until(lambda: not club.jobs.busy)
        until(lambda: any(each.isVisible() for each in hands.screen.findChildren(QDialog)))
    tell(record, hands, beat.longest, "a sheet of ideas previewed | 5,000 onto 5,000")


def test_a_sheet_of_people_is_read(
    opened: Callable[..., Club], record: Record, tmp_path: Path
) -> None:
    club = opened(False)
    club.window.go("people")
    lines = [f"Given Family {n},g{n}@x.example,Firm {n % 90}" for n in range(5000)]
    sheet = tmp_path / "people.csv"
    sheet.write_text("\n".join(("Name,E-mail,Organisation", *lines)), encoding="utf-8")
    trigger(club, "import_people")
    dialog = club.window.findChild(PeopleImportDialog)
    assert dialog is not None
    let_pass(0.5)
    with beating() as beat:
        dialog.show_file(sheet)
        until(dialog.import_button.isEnabled)
    tell(record, None, beat.longest, "a sheet of people previewed | 5,000 people")


def test_a_poll_is_closed_and_revealed(opened: Callable[..., Club], record: Record) -> None:
    club = opened(False)
    with club.database.read() as snapshot:
        topics = tuple(each.id for each in clusters_of(snapshot, SESSION))
    plan = PollPlan(
        question="What first?", option_ids=topics, marks_each=10, secrecy=Secrecy.SECTOR_ONLY
    )
    poll_id = preparing.create_poll(club.database, SESSION, plan)
    running.open_poll(club.database, poll_id)
    options = [option.id for option in poll_questions.options(club.database, poll_id)]
    fill(club.database, poll_id, options, 10_000, 10)
    screen = club.window.show_session_screen("poll")
    assert isinstance(screen, PollScreen)
    screen.show_poll(poll_id)
    let_pass(1)
    for work, act, done in (
        ("close the poll", screen.close_poll, screen.pages.closed_page.isVisible),
        ("reveal the result", screen.revealing.reveal, screen.pages.result_page.isVisible),
        ("begin another poll", screen.new_poll, screen.pages.plan_page.isVisible),
        ("open a result", lambda: screen.show_poll(poll_id), screen.pages.result_page.isVisible),
    ):
        with beating() as beat:
            act()
            until(done)
        tell(record, None, beat.longest, f"{work} | 10,000 papers")


def _back_up(club: Club) -> None:
    """As it is done each hour while a session is live."""
    club.jobs.run_quietly(lambda _progress: back_up(club.database))
