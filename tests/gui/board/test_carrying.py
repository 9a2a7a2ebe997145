"""Notes and clusters are chosen and carried about the board."""

from threading import Event

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from kdc_desktop.errors import UserError
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.drawing import paint_note
from kdc_desktop.screens.board.note_pictures import NotePictures
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.board.rows import IdeaRow
from kdc_desktop.storage import Database
from tests.gui.board.hands import LEFT, SHIFT, OpenBoard, add, drag, on_screen
from tests.rooms.board_room import rows, undone_next


def test_a_note_is_carried_to_another_place(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 6)
    screen = open_board()
    start, before = on_screen(screen, ids[0]), rows(database)[ids[0]]
    drag(qtbot, screen, start, start + QPoint(0, 300))
    after = rows(database)[ids[0]]
    assert (after.x, after.y) == (before.x, before.y + 300 / screen.view.zoom)
    assert undone_next(database) == "Moved the idea “Idea 0”"


def test_several_notes_are_dropped_into_a_cluster(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 5)
    cluster = board_clusters.add_cluster(database, 1, "Yards", at=(0.0, 400.0))
    screen = open_board()
    qtbot.mouseClick(screen.view.viewport(), LEFT, pos=on_screen(screen, ids[0]))
    qtbot.mouseClick(screen.view.viewport(), LEFT, SHIFT, on_screen(screen, ids[1]))
    assert screen.view.selection == ids[:2]
    inside = screen.view.mapFromScene(QPointF(200, 520))
    drag(qtbot, screen, on_screen(screen, ids[1]), inside)
    assert {key for key, row in rows(database).items() if row.cluster_id == cluster} == set(ids[:2])
    assert undone_next(database) == "Moved 2 ideas to Yards"


def test_a_note_carried_out_of_its_cluster_leaves_it(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 2)
    board_clusters.add_cluster(database, 1, "Yards", ids, at=(0.0, 0.0))
    board_ideas.add_idea(database, 1, "Far", at=(900.0, 700.0))
    screen = open_board()
    out = screen.view.mapFromScene(QPointF(700, 500))
    drag(qtbot, screen, on_screen(screen, ids[0]), out)
    assert [rows(database)[key].cluster_id is None for key in ids] == [True, False]


def test_a_rubber_band_selects_what_it_meets(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 10)
    screen = open_board()
    start = screen.view.mapFromScene(QPointF(-15, -15))
    drag(qtbot, screen, start, screen.view.mapFromScene(QPointF(380, 100)))
    assert set(screen.view.selection) == set(ids[:2])


def test_a_cluster_is_carried_by_its_title_and_pulled_by_its_corner(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 2)
    cluster = board_clusters.add_cluster(database, 1, "Yards", ids, at=(0.0, 0.0))
    board_ideas.add_idea(database, 1, "Far", at=(1100.0, 800.0))
    screen = open_board()
    box = board_questions.clusters(database, 1)[0]
    title = screen.view.mapFromScene(QPointF(box.x + 200, box.y + 20))
    drag(qtbot, screen, title, title + QPoint(100, 60))
    moved = board_questions.clusters(database, 1)[0]
    assert (moved.x, moved.y) == pytest.approx((100 / screen.view.zoom, 60 / screen.view.zoom))
    corner = QPointF(moved.x + moved.width - 6, moved.y + moved.height - 6)
    pressed = screen.view.mapFromScene(corner)
    drag(qtbot, screen, pressed, pressed + QPoint(120, 0))
    assert board_questions.clusters(database, 1)[0].width > moved.width + 100
    assert cluster == moved.id


def test_arrows_and_tab_walk_and_shift_nudges(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 7)
    screen = open_board()
    qtbot.keyClick(screen.view, Qt.Key.Key_Right)
    qtbot.keyClick(screen.view, Qt.Key.Key_Right)
    assert screen.view.selection == [ids[1]]
    qtbot.keyClick(screen.view, Qt.Key.Key_Down)
    assert screen.view.selection == [ids[6]]
    before = rows(database)[ids[6]]
    qtbot.keyClick(screen.view, Qt.Key.Key_Right, SHIFT)
    assert rows(database)[ids[6]].x == before.x + 12


def test_escape_while_carrying_leaves_everything_where_it_was(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 2)
    screen = open_board()
    before = rows(database)
    viewport, start = screen.view.viewport(), on_screen(screen, ids[0])
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, start + QPoint(90, 90))
    assert screen.view.contents.lifted == {ids[0]}
    qtbot.keyClick(screen.view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(viewport, LEFT, pos=start + QPoint(90, 90))
    assert rows(database) == before
    assert screen.view.contents.lifted == frozenset()


def test_from_afar_the_name_of_a_cluster_is_a_handle_of_readable_size(
    qtbot: QtBot, database: Database, open_board: OpenBoard
) -> None:
    cluster = board_clusters.add_cluster(database, 1, "Shared yards", add(database, 9))
    screen = open_board()
    screen.view.zoom_to(0.1)
    row = screen.view.contents.clusters[cluster]
    chip = screen.view.layer.labels.rect(row, 0.1)
    assert chip.height() >= 22
    start = screen.view.mapFromScene(chip.center() / 0.1)
    drag(qtbot, screen, start, start + QPoint(60, 40))
    moved = screen.view.contents.clusters[cluster]
    assert (moved.x > row.x, moved.y > row.y) == (True, True)


def test_notes_that_were_carried_are_laid_down_by_the_pictures_they_were_carried_by(
    qtbot: QtBot, open_board: OpenBoard, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = add(database, 20)
    screen = open_board()
    view = screen.view
    view.zoom_to(0.77)
    view.select(ids[:10])
    painted: list[int] = []

    def counting(pen: QPainter, row: IdeaRow, x: float, y: float, *how: float) -> None:
        painted.append(row.id)
        paint_note(pen, row, x, y, *how)

    monkeypatch.setattr("kdc_desktop.screens.board.note_pictures.paint_note", counting)
    view.lift(tuple(ids[:10]))
    view.viewport().grab()
    assert set(ids[:10]) <= set(painted)
    painted.clear()
    notes = view.contents.notes
    places = {key: (notes[key].x + 3.3, notes[key].y + 600.7) for key in ids[:10]}
    board_ideas.move_ideas(database, places, take_out=True)
    view.viewport().grab()
    qtbot.waitUntil(lambda: screen.is_painted)
    assert set(painted) <= set(ids[10:])


@pytest.mark.parametrize("zoom", [0.5, 0.77, 1.12])
def test_a_note_looks_alike_by_its_picture_and_painted(zoom: float, theme: Theme) -> None:
    row = IdeaRow(1, "Night buses for those who clean", "sky", 30.3, 50.7, 0, None, "C", "")
    pictures = NotePictures(theme)
    found = []
    for _time in range(2):
        tile = QImage(256, 256, QImage.Format.Format_RGB32)
        tile.fill(Qt.GlobalColor.white)
        pen = QPainter(tile)
        pen.scale(zoom, zoom)
        pictures.paint_in_tile(pen, row, zoom)
        pen.end()
        found.append(bytes(tile.constBits()))
        carried = QPixmap(256, 256)
        elsewhere = QPainter(carried)
        pictures.paint(elsewhere, row, QPointF(), zoom)
        elsewhere.end()
    painted, by_picture = found
    # What can be seen through is laid over each other in another order, and rounded another way.
    assert max(abs(a - b) for a, b in zip(painted, by_picture, strict=True)) <= 3
    assert len(set(painted)) > 9


class SlowMove:
    """Moves ideas as the verb does, in a job that goes on when it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = Event()
        self.refuses = False
        self._verb = board_ideas.move_ideas
        monkeypatch.setattr("kdc_desktop.screens.kit.doing.MANY", 2)
        monkeypatch.setattr(board_ideas, "move_ideas", self._move)

    def _move(
        self, database: Database, places: dict[int, tuple[float, float]], *, take_out: bool
    ) -> None:
        assert self.go_on.wait(20)
        if self.refuses:
            raise UserError("That is not possible. Ask again.")
        self._verb(database, places, take_out=take_out)


def carry_two_down(qtbot: QtBot, screen: BoardScreen, ids: list[int]) -> QPointF:
    screen.view.select(ids[:2])
    start = on_screen(screen, ids[0])
    drag(qtbot, screen, start, start + QPoint(0, 300))
    return QPointF(0, 300 / screen.view.zoom)


def test_what_a_job_writes_stays_where_it_was_let_go(
    qtbot: QtBot,
    open_board: OpenBoard,
    database: Database,
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ids, slow = add(database, 6), SlowMove(monkeypatch)
    screen, before = open_board(), rows(database)
    view = screen.view
    way = carry_two_down(qtbot, screen, ids)
    board_ideas.edit_idea(database, ids[5], "Something else that is shown meanwhile")
    assert view.contents.notes[ids[5]].text == "Something else that is shown meanwhile"
    assert (set(view.contents.lifted), view.layer.carried) == (set(ids[:2]), way)
    slow.go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert view.contents.lifted == frozenset()
    moved = [view.contents.notes[key].y for key in ids[:2]]
    assert moved == [before[key].y + way.y() for key in ids[:2]]


def test_what_a_job_is_refused_goes_back_to_its_place(
    qtbot: QtBot,
    open_board: OpenBoard,
    database: Database,
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ids, slow = add(database, 6), SlowMove(monkeypatch)
    slow.refuses = True
    screen, before = open_board(), rows(database)
    carry_two_down(qtbot, screen, ids)
    assert screen.view.contents.lifted == set(ids[:2])
    slow.go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert screen.view.contents.lifted == frozenset()
    assert rows(database) == before


def test_what_a_job_is_stopped_before_it_begins_goes_back_to_its_place(
    qtbot: QtBot,
    open_board: OpenBoard,
    database: Database,
    jobs: Jobs,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    ids, slow = add(database, 6), SlowMove(monkeypatch)
    screen, before = open_board(), rows(database)
    jobs.run_quietly(lambda _progress: slow.go_on.wait(20))
    carry_two_down(qtbot, screen, ids)
    assert screen.view.contents.lifted == set(ids[:2])
    jobs.cancel()
    assert screen.view.contents.lifted == frozenset()
    slow.go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert rows(database) == before
