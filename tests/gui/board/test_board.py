"""The board screen, with real clicks and keys."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.audience.board.one_idea import OneIdeaSlide
from kdc_desktop.i18n import lazy
from kdc_desktop.jobs import GuiThread, Jobs
from kdc_desktop.model import Attendance, Organisation, Person, Session
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.board.inspector import BoardInspector
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.board import questions as ask
from kdc_desktop.services.board.rows import IdeaRow
from kdc_desktop.services.joined import BOARD
from kdc_desktop.storage import Database, open_database

OpenBoard = Callable[[], BoardScreen]
EVENING = datetime(2026, 11, 3, 18, 0, 0)
LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "club.kdc", lambda: EVENING)
    with opened.edit(lazy("Added a session")) as edit:
        edit.add(Session(title="Autumn", starts_at=EVENING))
        edit.add(Organisation(name="Harbour Mobility", sector="C"))
        edit.flush()
        edit.add(Person(name="Eero Salmi", organisation_id=1, created_at=EVENING))
        edit.add(Person(name="Aino Laine", created_at=EVENING))
        edit.flush()
        edit.add_all([Attendance(session_id=1, person_id=1), Attendance(session_id=1, person_id=2)])
    yield opened
    opened.close()


@pytest.fixture
def jobs(database: Database) -> Iterator[Jobs]:
    with_thread = GuiThread()
    database.deliver = with_thread.post
    made = Jobs()
    yield made
    made.wait()


@pytest.fixture
def open_board(qtbot: QtBot, theme: Theme, database: Database, jobs: Jobs) -> OpenBoard:
    def opened() -> BoardScreen:
        screen = BoardScreen(theme, database, 1, jobs, BOARD)
        qtbot.addWidget(screen)
        inspector = screen.inspector()
        assert inspector is not None
        qtbot.addWidget(inspector)
        database.subscribe(screen.on_changes)
        screen.resize(1200, 800)
        screen.show()
        screen.activateWindow()
        screen.view.setFocus()
        qtbot.waitUntil(screen.view.hasFocus)
        return screen

    return opened


def add(database: Database, count: int) -> list[int]:
    return [
        board.add_idea(database, 1, f"Idea {n}", at=(n % 5 * 200.0, n // 5 * 130.0))
        for n in range(count)
    ]


def undone_next(database: Database) -> str:
    step = database.next_steps()[0]
    assert step is not None
    return str(step.label)


def notes(database: Database) -> list[IdeaRow]:
    return ask.ideas(database, 1, BOARD.marks)


def rows(database: Database) -> dict[int, IdeaRow]:
    return {row.id: row for row in notes(database)}


def on_screen(screen: BoardScreen, idea_id: int) -> QPoint:
    row = screen.view.contents.notes[idea_id]
    return screen.view.mapFromScene(QPointF(row.x + 84, row.y + 54))


def action(screen: BoardScreen, name: str) -> QAction:
    found = screen.findChild(QAction, f"act_{name}")
    assert found is not None
    return found


def drag(qtbot: QtBot, screen: BoardScreen, start: QPoint, end: QPoint) -> None:
    viewport = screen.view.viewport()
    qtbot.mousePress(viewport, LEFT, pos=start)
    qtbot.mouseMove(viewport, (start + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, LEFT, pos=end)


def test_ideas_are_typed_one_after_the_other(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    qtbot.keyClick(screen.view, "n")
    for text in ("Parcel lockers", "Cargo bikes"):
        qtbot.keyClicks(screen.floats.quick_add.idea_edit, text)
        qtbot.keyClick(screen.floats.quick_add.idea_edit, Qt.Key.Key_Return)
    assert [row.text for row in notes(database)] == [
        "Parcel lockers",
        "Cargo bikes",
    ]
    assert screen.floats.quick_add.idea_edit.text() == ""
    assert screen.floats.quick_add.idea_edit.hasFocus()


def test_an_author_is_chosen_by_a_part_of_the_name(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    qtbot.keyClick(screen.view, "n")
    line = screen.floats.quick_add
    qtbot.keyClicks(line.idea_edit, "Cargo bikes @")
    assert line.author_edit.hasFocus()
    qtbot.keyClicks(line.author_edit, "harb")
    qtbot.keyClick(line.author_edit, Qt.Key.Key_Return)
    qtbot.keyClick(line.idea_edit, Qt.Key.Key_Return)
    found = notes(database)
    assert [(row.text, row.author, row.sector) for row in found] == [
        ("Cargo bikes", "Eero Salmi", "C")
    ]
    assert line.author_edit.author is None


def test_of_two_people_of_one_name_the_one_picked_from_the_list_is_the_author(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    with database.edit(lazy("Added a namesake")) as edit:
        edit.add(Person(name="Aino Laine", created_at=EVENING))
        edit.flush()
        edit.add(Attendance(session_id=1, person_id=3))
    screen = open_board()
    line = screen.floats.quick_add
    qtbot.keyClick(screen.view, "n")
    qtbot.keyClicks(line.idea_edit, "Cargo bikes @")
    qtbot.keyClicks(line.author_edit, "aino")
    popup = line.author_edit.completer().popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    author = line.author_edit.author
    assert author is not None
    assert (author.id, line.author_edit.text()) == (3, "Aino Laine")


def test_letters_are_text_while_an_idea_is_typed(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    screen = open_board()
    add(database, 2)
    qtbot.keyClick(screen.view, "n")
    qtbot.keyClicks(screen.floats.quick_add.idea_edit, "Mucns 12")
    assert screen.floats.quick_add.idea_edit.text() == "Mucns 12"
    assert ask.clusters(database, 1) == []


def test_a_note_is_carried_to_another_place(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 6)
    screen = open_board()
    start, before = on_screen(screen, ids[0]), rows(database)[ids[0]]
    drag(qtbot, screen, start, start + QPoint(0, 300))
    after = rows(database)[ids[0]]
    assert (after.x, after.y) == (before.x, before.y + 300 / screen.view.zoom)
    assert undone_next(database) == "Moved 1 idea"


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
    board.add_idea(database, 1, "Far", at=(900.0, 700.0))
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
    board.add_idea(database, 1, "Far", at=(1100.0, 800.0))
    screen = open_board()
    box = ask.clusters(database, 1)[0]
    title = screen.view.mapFromScene(QPointF(box.x + 200, box.y + 20))
    drag(qtbot, screen, title, title + QPoint(100, 60))
    moved = ask.clusters(database, 1)[0]
    assert (moved.x, moved.y) == pytest.approx((100 / screen.view.zoom, 60 / screen.view.zoom))
    corner = QPointF(moved.x + moved.width - 6, moved.y + moved.height - 6)
    pressed = screen.view.mapFromScene(corner)
    drag(qtbot, screen, pressed, pressed + QPoint(120, 0))
    assert ask.clusters(database, 1)[0].width > moved.width + 100
    assert cluster == moved.id


def test_number_keys_send_the_selection_to_a_cluster(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 4)
    board_clusters.add_cluster(database, 1, "One", at=(0.0, 400.0))
    second = board_clusters.add_cluster(database, 1, "Two", at=(600.0, 400.0))
    screen = open_board()
    qtbot.keyClick(screen.view, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen.view, "2")
    assert {row.cluster_id for row in rows(database).values()} == {second}
    assert screen.view.selection == ids
    qtbot.keyClick(screen.view, "0")
    assert {row.cluster_id for row in rows(database).values()} == {None}


def test_a_number_without_a_cluster_says_what_to_do(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    add(database, 1)
    screen = open_board()
    qtbot.keyClick(screen.view, "a", Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(screen.problem) as told:
        qtbot.keyClick(screen.view, "7")
    assert told.args == ["There is no cluster 7. C makes one around the selection."]


def test_c_makes_a_cluster_and_asks_for_its_name(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    add(database, 3)
    screen = open_board()
    qtbot.keyClick(screen.view, "a", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(screen.view, "c")
    assert screen.in_place.name_editor.isVisible()
    qtbot.keyClicks(screen.in_place.name_editor, "Getting around")
    qtbot.keyClick(screen.in_place.name_editor, Qt.Key.Key_Return)
    assert [(row.name, row.ideas) for row in ask.clusters(database, 1)] == [("Getting around", 3)]
    assert screen.view.hasFocus()


def test_merge_and_un_merge_by_key(qtbot: QtBot, open_board: OpenBoard, database: Database) -> None:
    ids = add(database, 3)
    screen = open_board()
    screen.view.select(ids[:2])
    qtbot.keyClick(screen.view, "m")
    assert [(row.id, row.merged) for row in notes(database)] == [
        (ids[2], 0),
        (ids[0], 1),
    ]
    assert screen.view.selection == [ids[0]]
    qtbot.keyClick(screen.view, "M", SHIFT)
    assert set(rows(database)) == set(ids)


def test_a_note_is_edited_in_place(qtbot: QtBot, open_board: OpenBoard, database: Database) -> None:
    (idea,) = add(database, 1)
    screen = open_board()
    qtbot.mouseClick(screen.view.viewport(), LEFT, pos=on_screen(screen, idea))
    qtbot.keyClick(screen.view, Qt.Key.Key_F2)
    qtbot.keyClicks(screen.in_place.note_editor, "Cargo bikes")
    qtbot.keyClick(screen.in_place.note_editor, Qt.Key.Key_Return)
    assert rows(database)[idea].text == "Cargo bikes"
    qtbot.keyClick(screen.view, Qt.Key.Key_Return)
    qtbot.keyClicks(screen.in_place.note_editor, "Not this")
    qtbot.keyClick(screen.in_place.note_editor, Qt.Key.Key_Escape)
    assert rows(database)[idea].text == "Cargo bikes"


def test_delete_trashes_and_the_trash_gives_back(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 2)
    screen = open_board()
    screen.view.select(ids[:1])
    qtbot.keyClick(screen.view, Qt.Key.Key_Delete)
    assert set(rows(database)) == {ids[1]}
    assert screen.view.selection == []
    action(screen, "open_the_trash").trigger()
    dialog = screen.findChild(TrashDialog)
    assert dialog is not None
    dialog.trash_table.selectAll()
    qtbot.mouseClick(dialog.restore_button, LEFT)
    assert set(rows(database)) == set(ids)
    dialog.reject()


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


def test_finding_dims_the_rest_and_enter_goes_to_the_next(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = [board.add_idea(database, 1, text) for text in ("Äänekoski bus", "Boat", "Bus lanes")]
    screen = open_board()
    qtbot.keyClick(screen.view, "f", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(screen.floats.finder.find_edit, "bus")
    assert screen.view.layer.found == frozenset((ids[0], ids[2]))
    qtbot.keyClick(screen.floats.finder.find_edit, Qt.Key.Key_Return)
    assert screen.view.selection == [ids[0]]
    qtbot.keyClick(screen.floats.finder.find_edit, Qt.Key.Key_Return)
    assert screen.view.selection == [ids[2]]
    qtbot.keyClick(screen.floats.finder.find_edit, Qt.Key.Key_Escape)
    assert screen.view.layer.found is None


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


def test_the_room_sees_the_board_or_one_idea(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 5)
    screen = open_board()
    board.set_silent(database, 1, True)
    slide = screen.slide()
    assert isinstance(slide, BoardSlide)
    assert (slide.silent, slide.ideas) == (True, 5)
    screen.view.select(ids[:1])
    with qtbot.waitSignal(screen.room_changed):
        qtbot.keyClick(screen.view, "o")
    shown = screen.slide()
    assert isinstance(shown, OneIdeaSlide)
    assert shown.text == "Idea 0"


def test_the_inspector_edits_text_and_takes_out_of_a_merge(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 2)
    board_merging.merge_ideas(database, ids)
    screen = open_board()
    screen.view.select(ids[:1])
    inspector = screen.inspector()
    assert isinstance(inspector, BoardInspector)
    inspector.show()
    inspector.text_edit.setFocus()
    inspector.text_edit.selectAll()
    qtbot.keyClicks(inspector.text_edit, "Cargo bikes")
    qtbot.keyClick(inspector.text_edit, Qt.Key.Key_Return)
    assert rows(database)[ids[0]].text == "Cargo bikes"
    inspector.merged_list.item(0).setSelected(True)
    qtbot.mouseClick(inspector.take_out_button, LEFT)
    assert set(rows(database)) == set(ids)


def test_a_sheet_is_looked_at_before_it_is_imported(
    qtbot: QtBot, open_board: OpenBoard, database: Database, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "ideas.csv"
    path.write_text("Idea,Author\nParcel lockers,\nShared saunas,\n", encoding="utf-8")
    screen = open_board()
    screen.idea_import.look_at(path)
    qtbot.waitUntil(lambda: not jobs.busy)
    dialog = screen.findChild(IdeaImportDialog)
    assert dialog is not None
    assert dialog.rows_table.filter.rowCount() == 2
    assert notes(database) == []
    qtbot.mouseClick(dialog.import_button, LEFT)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(notes(database)) == 2


def test_a_refresh_keeps_selection_and_place(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 10)
    screen = open_board()
    screen.view.select(ids[:3])
    screen.view.zoom_to(1.4)
    seen = screen.view.seen()
    board.add_idea(database, 1, "From somebody else", at=(0.0, 900.0))
    assert (screen.view.selection, screen.view.seen()) == (ids[:3], seen)
    assert len(screen.view.contents.notes) == 11


def test_an_empty_board_offers_the_first_idea(qtbot: QtBot, open_board: OpenBoard) -> None:
    screen = open_board()
    assert screen.floats.empty_state.isVisible()
    qtbot.mouseClick(screen.floats.empty_state.button, LEFT)
    assert screen.floats.quick_add.idea_edit.hasFocus()


def test_a_pair_that_says_the_same_is_offered_and_merged_with_one_click(
    qtbot: QtBot, database: Database, jobs: Jobs, open_board: OpenBoard
) -> None:
    said = ("Share a cargo bike per yard", "A cargo bike shared per yard")
    first, *_ = [board.add_idea(database, 1, text) for text in said]
    screen = open_board()
    assert screen.same.isHidden()
    screen.same.look()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert screen.same.pair_label.text() == f"“{said[0]}”\nand\n“{said[1]}”"
    qtbot.mouseClick(screen.same.merge_same_button, LEFT)
    detail = ask.idea(database, first, BOARD.marks)
    assert detail is not None
    assert [row.text for row in detail.merged] == [said[1]]
    assert screen.same.isHidden()


def test_p_asks_for_a_poll_on_the_selected_ideas(
    qtbot: QtBot, database: Database, open_board: OpenBoard
) -> None:
    ideas = add(database, 3)
    screen = open_board()
    screen.view.select([ideas[2], ideas[0]])
    with qtbot.waitSignal(screen.poll_wanted) as asked:
        qtbot.keyClick(screen.view, Qt.Key.Key_P)
    assert asked.args == [[ideas[0], ideas[2]]]


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
