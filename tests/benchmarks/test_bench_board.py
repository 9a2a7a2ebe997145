"""Opening the board, moving over it, writing to it, finding on it: each beside its floor."""

import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsRectItem, QGraphicsScene, QGraphicsView

from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.settings import ThemeMode
from kdc_desktop.storage import Database, open_database
from tests.benchmarks.conftest import Record
from tests.rooms.big_club import EVENING, fill_big_club

COLUMNS = "id, text, colour, x, y, stacking, cluster_id, sector, author_text"


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    return theme


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Callable[[int], Database]]:
    """A function that makes a club file with so many ideas in one session."""
    opened: list[Database] = []

    def fill(ideas: int) -> Database:
        database = open_database(tmp_path / f"{ideas}.kdc", lambda: EVENING)
        opened.append(database)
        fill_big_club(database, ideas, people=300)
        return database

    yield fill
    for database in opened:
        database.close()


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    started = Jobs()
    yield started
    started.wait()


def milliseconds(function: Callable[[], object], rounds: int) -> float:
    function()
    return statistics.median(timed(function) for _ in range(rounds))


def timed(function: Callable[[], object]) -> float:
    started = time.perf_counter()
    function()
    return (time.perf_counter() - started) * 1000


def bare_board(path: Path) -> None:
    """The floor of opening: raw rows, bare rectangles, one paint."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(f"SELECT {COLUMNS} FROM idea WHERE session_id = 1").fetchall()
    scene = QGraphicsScene()
    for row in rows:
        item = QGraphicsRectItem(QRectF(0, 0, 168, 108))
        item.setPos(row[3], row[4])
        item.setBrush(QColor("#FFE9A8"))
        scene.addItem(item)
    view = QGraphicsView(scene)
    view.resize(1920, 1080)
    view.grab()


@pytest.mark.parametrize("ideas", [371, 1000, 5000])
def test_open_the_board(
    ideas: int, filled: Callable[[int], Database], theme: Theme, jobs: Jobs, record: Record
) -> None:
    database = filled(ideas)

    def open_it() -> None:
        screen = BoardScreen(theme, database, 1, jobs, BOARD)
        screen.resize(1920, 1080)
        screen.show()
        screen.grab()
        screen.close()
        screen.deleteLater()
        QApplication.processEvents()

    floor = milliseconds(lambda: bare_board(database.path), 5)
    record(
        f"board: open | {ideas} ideas",
        milliseconds(open_it, 5),
        "ms",
        floor,
        "≤ 2 ×" if ideas == 5000 else "",
    )


@pytest.mark.parametrize("ideas", [1000, 5000, 20000])
def test_frames(
    ideas: int, filled: Callable[[int], Database], theme: Theme, jobs: Jobs, record: Record
) -> None:
    database = filled(ideas)
    screen = BoardScreen(theme, database, 1, jobs, BOARD)
    screen.resize(1920, 1080)
    screen.show()
    screen.floats.quick_add.hide()
    view = screen.view
    blit = one_blit(view.viewport().grab())
    limit = "≤ 8 ms" if ideas <= 5000 else "≤ 16 ms"
    for name, frames in (("pan", panning), ("zoom", zooming), ("drag", dragging)):
        durations = sorted(frames(screen))
        median = statistics.median(durations)
        slow = durations[int(len(durations) * 0.95)]
        record(f"board: {name}, median frame | {ideas} ideas, 1080p", median, "ms", blit, limit)
        record(f"board: {name}, p95 frame | {ideas} ideas, 1080p", slow, "ms", median, "≤ 2 ×")
    screen.close()


def one_blit(pixmap: QPixmap) -> float:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)

    def blit() -> None:
        painter = QPainter(image)
        painter.drawPixmap(0, 0, pixmap)
        painter.end()

    return milliseconds(blit, 40)


def panning(screen: BoardScreen) -> list[float]:
    """Frames of pushing the board about, at zooms from everything to one note."""
    lots, view, found = random.Random(1), screen.view, []
    for zoom in (0.06, 0.1, 0.2, 0.36, 0.5, 0.7, 1.0, 1.6):
        view.zoom_to(zoom)
        middle = view.contents.bounds().center()
        view.centerOn(middle)
        for _ in range(40):
            view.pan_by(lots.choice((-60, -25, 25, 60)), lots.choice((-40, -15, 15, 40)))
            found.append(timed(view.viewport().grab))
    return found


def zooming(screen: BoardScreen) -> list[float]:
    """Frames of turning the wheel, in and out."""
    lots, view, found = random.Random(2), screen.view, []
    view.zoom_to(0.5)
    for _ in range(200):
        view.zoom_by(lots.choice((-1, 1)))
        found.append(timed(view.viewport().grab))
    return found


def dragging(screen: BoardScreen) -> list[float]:
    """Frames of carrying forty notes, near and far."""
    view, found = screen.view, []
    for zoom in (0.2, 0.5, 1.0):
        view.zoom_to(zoom)
        view.centerOn(view.contents.bounds().center())
        carried = tuple(row.id for row in view.contents.notes_in(view.seen())[:40])
        view.select(carried)
        view.lift(carried)
        for step in range(60):
            view.carry(QPointF(step * 6 / zoom, step * 3 / zoom))
            found.append(timed(view.viewport().grab))
        view.put_down()
        view.select([])
    return found


@pytest.mark.parametrize("ideas", [5000])
def test_find_as_you_type(
    ideas: int, filled: Callable[[int], Database], theme: Theme, jobs: Jobs, record: Record
) -> None:
    database = filled(ideas)
    screen = BoardScreen(theme, database, 1, jobs, BOARD)
    screen.resize(1920, 1080)
    screen.show()
    until = time.perf_counter() + 2  # the second between opening a board and looking for something
    while time.perf_counter() < until:
        QApplication.processEvents()
    screen.floats.finder.open_it()
    keys = []
    for length in range(1, 10):
        rounds = []
        for _ in range(5):
            screen.floats.finder.find_edit.setText("greenhouse"[: length - 1])
            rounds.append(timed(lambda: press(screen, "greenhouse"[:length])))  # noqa: B023 - called at once
        keys.append(statistics.median(rounds))
    record(f"board: find, slowest key | {ideas} ideas", max(keys), "ms", None, "≤ 50 ms")
    screen.close()


def press(screen: BoardScreen, text: str) -> None:
    screen.floats.finder.find_edit.setText(text)
    screen.view.viewport().grab()
