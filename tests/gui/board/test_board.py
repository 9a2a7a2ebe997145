"""The board screen, with real clicks and keys."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.audience.board.one_idea import OneIdeaSlide
from kdc_desktop.domain.board.stages import CLUSTER, KINDS
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.board.inspector import BoardInspector
from kdc_desktop.screens.board.trash_dialog import TrashDialog
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging as board_merging
from kdc_desktop.services.board import questions as board_questions
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database
from tests.gui.board.hands import LEFT, SHIFT, OpenBoard, action, add
from tests.rooms.board_room import notes, rows


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


def test_the_room_sees_the_board_or_one_idea(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 5)
    screen = open_board()
    board_ideas.set_silent(database, 1, True)
    slide = screen.slide()
    assert isinstance(slide, BoardSlide)
    assert (slide.silent, slide.ideas) == (True, 5)
    screen.view.select(ids[:1])
    with qtbot.waitSignal(screen.show_wanted) as wanted:
        qtbot.keyClick(screen.view, "o")
    shown = screen.slide_of(wanted.args[0])
    assert isinstance(shown, OneIdeaSlide)
    assert shown.text == "Idea 0"


def test_all_that_is_to_be_grouped_comes_round_and_the_newest_ideas_stay(
    open_board: OpenBoard, database: Database
) -> None:
    add(database, 60)
    screen = open_board()
    stages = [StageRow(1, kind.key, "", "", "", 5, None, None, None, 0) for kind in KINDS]
    slides = [screen.slide_of(Sight(stage)) for stage in stages]
    assert [(slide.pages > 1, slide.turns_itself) for slide in slides if slide is not None] == [
        (True, stage.kind == CLUSTER.key) for stage in stages
    ]


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


def test_of_very_many_that_are_merged_the_first_are_listed_and_the_others_counted(
    open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, board_questions.MOST_MERGED + 4)
    board_merging.merge_ideas(database, ids)
    screen = open_board()
    screen.view.select(ids[:1])
    inspector = screen.inspector()
    assert isinstance(inspector, BoardInspector)
    listed = inspector.merged_list
    said = [listed.item(at).text() for at in range(listed.count())]
    assert said == [*(f"Idea {n}" for n in range(1, 101)), "and 3 more"]
    assert not listed.item(100).flags()
    board_merging.take_out_of_merge(database, ids[1:2])
    slide = screen.slide_of(Sight(None, ids[0]))
    assert isinstance(slide, OneIdeaSlide)
    assert slide.merged == 102


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
    table = dialog.rows_table
    assert table.filter.rowCount() == 2
    why = table.model().columnCount() - 1
    assert table.columnViewportPosition(why) + 40 < table.viewport().width(), "a reason is seen"
    assert notes(database) == []
    qtbot.mouseClick(dialog.import_button, LEFT)
    qtbot.waitUntil(lambda: not jobs.busy)
    assert len(notes(database)) == 2


def test_a_sheet_that_is_read_after_its_session_was_closed_is_not_shown(
    qtbot: QtBot, theme: Theme, database: Database, jobs: Jobs, tmp_path: Path
) -> None:
    path = tmp_path / "ideas.csv"
    path.write_text("Idea\nParcel lockers\n", encoding="utf-8")
    screen = BoardScreen(theme, database, 1, jobs, BOARD)
    screen.idea_import.look_at(path)
    delete(screen)
    qtbot.waitUntil(lambda: not jobs.busy)


def test_a_refresh_keeps_selection_and_place(
    qtbot: QtBot, open_board: OpenBoard, database: Database
) -> None:
    ids = add(database, 10)
    screen = open_board()
    screen.view.select(ids[:3])
    screen.view.zoom_to(1.4)
    seen = screen.view.seen()
    board_ideas.add_idea(database, 1, "From somebody else", at=(0.0, 900.0))
    assert (screen.view.selection, screen.view.seen()) == (ids[:3], seen)
    assert len(screen.view.contents.notes) == 11


def test_a_pair_that_says_the_same_is_offered_and_merged_with_one_click(
    qtbot: QtBot, database: Database, jobs: Jobs, open_board: OpenBoard
) -> None:
    said = ("Share a cargo bike per yard", "A cargo bike shared per yard")
    first, *_ = [board_ideas.add_idea(database, 1, text) for text in said]
    screen = open_board()
    assert screen.same.isHidden()
    screen.same.look()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert screen.same.pair_label.text() == f"“{said[0]}”\nand\n“{said[1]}”"
    qtbot.mouseClick(screen.same.merge_same_button, LEFT)
    detail = board_questions.idea(database, first, BOARD.marks.of)
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
