"""What a board reads and paints again: what a change names, and in the end what a new one would."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.audience.state import RoomMode
from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.errors import UserError
from kdc_desktop.screens.board import reading
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.contents import BoardContents, Difference
from kdc_desktop.screens.board.drawing import paint_note
from kdc_desktop.screens.board.outlines import Outlines
from kdc_desktop.screens.board.reading import BoardReader, BoardReading
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.kit.screen import Sight
from kdc_desktop.screens.window.room_feed import SOON
from kdc_desktop.services.board import clusters as board_clusters
from kdc_desktop.services.board import ideas as board_ideas
from kdc_desktop.services.board import merging, questions
from kdc_desktop.services.board.rows import AuthorRow, IdeaRow
from kdc_desktop.services.joined.board import BOARD
from kdc_desktop.services.people.people import change_person
from kdc_desktop.storage import Database
from tests.gui.board.hands import OpenBoard, add, board
from tests.rooms.board_room import counts, notes
from tests.rooms.statements import queries_of


def rename(database: Database, name: str) -> None:
    change_person(database, 1, name=name, email="", notes="")


def acts(database: Database) -> dict[str, Callable[[], object]]:
    return {
        "add": lambda: board_ideas.add_idea(database, 1, "One more"),
        "edit": lambda: board_ideas.edit_idea(database, 150, "Other words"),
        "colour": lambda: board_ideas.colour_ideas(database, [150], NoteColour.SKY),
        "move": lambda: board_ideas.move_ideas(database, {150: (5.0, 9.0)}, take_out=True),
        "send": lambda: board_clusters.send_to_cluster(database, [151], 2),
        "merge": lambda: merging.merge_ideas(database, [152, 153]),
        "trash": lambda: board_ideas.trash_ideas(database, [154]),
        "undo": database.undo,
    }


def test_a_change_reads_the_notes_that_it_names_and_no_others(club, monkeypatch):
    read: dict[str, int] = {}
    take = BoardContents.take
    for name, act in acts(club.database).items():

        def counting(self: BoardContents, reading: BoardReading, name: str = name) -> Difference:
            read[name] = len(reading.notes)
            return take(self, reading)

        monkeypatch.setattr(BoardContents, "take", counting)
        act()
    assert read == {
        **dict.fromkeys(("add", "edit", "colour", "move", "send", "merge"), 1),
        "trash": 0,
        "undo": 1,
    }


@pytest.mark.parametrize("name", ["add", "edit", "colour", "move", "send", "merge", "trash"])
def test_what_is_asked_of_the_file_does_not_grow_with_the_board(name, club):
    for n in range(3):
        board_ideas.add_idea(club.database, 1, f"To begin with {n}")
    small = queries_of(acts(club.database)[name])
    club.database.undo()
    for n in range(40):
        board_ideas.add_idea(club.database, 1, f"Later {n}")
    assert queries_of(acts(club.database)[name]) == small
    assert len(small) <= 12


def test_people_are_asked_for_when_one_looks_for_an_author(club, monkeypatch):
    asked = []
    authors = questions.authors
    edit = board(club).floats.quick_add.author_edit

    def ask() -> list[AuthorRow]:
        asked.append(1)
        return authors(club.database, 1)

    edit.ask_for_people(ask)
    board_ideas.add_idea(club.database, 1, "One more")
    rename(club.database, "Aino Anew")
    assert asked == []
    edit.setFocus()
    assert asked == [1]
    rename(club.database, "Aino Again")
    assert asked == [1, 1]


def test_only_what_looks_different_of_a_tile_is_painted(club, qtbot, monkeypatch):
    screen = board(club)
    screen.view.zoom_to(0.5)
    screen.view.look_at(150)
    screen.view.select([])
    screen.view.viewport().grab()
    qtbot.waitUntil(lambda: screen.is_painted)
    painted = []

    def counting(pen: QPainter, row: IdeaRow, x: float, y: float, *how: float) -> None:
        painted.append(row.id)
        paint_note(pen, row, x, y, *how)

    monkeypatch.setattr("kdc_desktop.screens.board.note_pictures.paint_note", counting)
    board_ideas.edit_idea(club.database, 150, "Other words")
    screen.view.viewport().grab()
    qtbot.waitUntil(lambda: screen.is_painted)
    assert 150 in painted
    assert len(painted) <= 18  # itself and its neighbours, in as many tiles as it lies in
    assert len(screen.view.contents.notes_in(screen.view.seen())) > 60


@pytest.mark.parametrize("chosen", [20, 190])
def test_a_part_alone_is_painted_where_something_over_it_has_changed(
    chosen, club, qtbot, monkeypatch
):
    for module in ("layer", "outlines"):
        monkeypatch.setattr(f"kdc_desktop.screens.board.{module}.MANY_OUTLINES", 60)
    view, part = board(club).view, QRect(28, 300, 300, 40)
    view.fit()
    view.select(list(view.contents.notes)[:chosen])
    whole = settled(board(club), qtbot)
    outlined, rects = [], Outlines.rects

    def counting(self: Outlines, *asked: Any) -> list[QRectF]:
        outlined.append(len(found := rects(self, *asked)))
        return found

    monkeypatch.setattr(Outlines, "rects", counting)
    assert view.viewport().grab(part).toImage() == whole.copy(part)
    view.layer.spoil(None)
    view.viewport().grab(part)
    assert not view.layer.complete, "tiles are made in a turn of their own"
    assert max(outlined) <= 20


@pytest.mark.parametrize("zoom", [0.2, 0.5, 1.12])
def test_tiles_painted_in_part_look_as_if_painted_whole(zoom, club, qtbot):
    screen = board(club)
    screen.view.zoom_to(zoom)
    screen.view.look_at(150)
    screen.view.select([])
    before = settled(screen, qtbot)
    for act in acts(club.database).values():
        act()
    in_part = settled(screen, qtbot)
    screen.view.layer.spoil(None)
    assert in_part != before
    assert settled(screen, qtbot) == in_part


def settled(screen: BoardScreen, qtbot):
    screen.view.viewport().grab()
    qtbot.waitUntil(lambda: screen.is_painted)
    return screen.view.viewport().grab().toImage()


def counted_slides(screen: BoardScreen, monkeypatch) -> list[int]:
    built: list[int] = []
    slide_of = screen.slide_of

    def counting(sight: Sight) -> Slide | None:
        built.append(1)
        return slide_of(sight)

    monkeypatch.setattr(screen, "slide_of", counting)
    return built


def test_the_room_gets_one_slide_for_all_that_changes_at_once(club, qtbot, monkeypatch):
    screen = board(club)
    built = counted_slides(screen, monkeypatch)
    for n in range(5):
        board_ideas.add_idea(club.database, 1, f"One more {n}")
    assert built == []
    qtbot.waitUntil(lambda: built == [1])
    assert club.shared_screen.slide.ideas == 205


def test_no_slide_is_made_while_the_room_sees_another(club, qtbot, monkeypatch):
    screen = board(club)
    built = counted_slides(screen, monkeypatch)
    club.room.mode = RoomMode.HOLD
    board_ideas.add_idea(club.database, 1, "One more")
    qtbot.wait(3 * SOON)
    assert built == []
    club.room.mode = RoomMode.FOLLOW
    assert club.shared_screen.slide.ideas == 201


def test_the_room_waits_until_the_facilitators_board_is_painted_but_not_for_ever(
    club, qtbot, monkeypatch
):
    painted = [False]
    monkeypatch.setattr(BoardScreen, "is_painted", property(lambda _screen: painted[0]))
    board_ideas.add_idea(club.database, 1, "One more")
    qtbot.wait(2 * SOON)
    assert (club.shared_screen.slide.ideas, club.window.feed.is_up_to_date) == (200, False)
    qtbot.waitUntil(lambda: club.window.feed.is_up_to_date)
    assert club.shared_screen.slide.ideas == 201
    painted[0] = True
    board_ideas.add_idea(club.database, 1, "And one")
    qtbot.waitUntil(lambda: club.window.feed.is_up_to_date)
    assert club.shared_screen.slide.ideas == 202


def test_after_anything_the_board_is_as_one_that_is_opened_anew(
    open_board: OpenBoard, database: Database, theme, jobs, qtbot
):
    lots = random.Random(5)
    screen = open_board()
    add(database, 12)
    board_clusters.add_cluster(database, 1, "Yards", [1, 2])
    board_clusters.add_cluster(database, 1, "Quays", [3])
    for _step in range(120):
        try:
            lots.choice(ANYTHING)(database, lots)
        except UserError:
            continue
    fresh = BoardScreen(theme, database, 1, jobs, BOARD)
    qtbot.addWidget(fresh)
    fresh.refresh()
    kept, anew = screen.view.contents, fresh.view.contents
    assert list(kept.notes.values()) == list(anew.notes.values()) == notes(database)
    assert kept.clusters == anew.clusters
    assert list(kept.clusters.values()) == questions.clusters(database, 1)
    assert kept.bounds() == anew.bounds()
    assert kept.notes_in(kept.bounds()) == anew.notes_in(anew.bounds())
    assert screen._counts == fresh._counts == counts(database)
    assert screen.slide() == fresh.slide()
    QApplication.processEvents()


def some(database: Database, lots: random.Random, most: int = 3) -> list[int]:
    there = [row.id for row in notes(database)]
    return lots.sample(there, k=min(len(there), lots.randint(1, most)))


def aside(database: Database, lots: random.Random, *, trashed: bool) -> list[int]:
    found = [row.id for row in questions.aside(database, 1) if row.trashed is trashed]
    return lots.sample(found, k=min(len(found), 1))


ANYTHING: list[Callable[[Database, random.Random], object]] = [
    lambda database, lots: board_ideas.add_idea(database, 1, f"More {lots.random()}", 1),
    lambda database, lots: board_ideas.edit_idea(database, some(database, lots)[0], "Words"),
    lambda database, lots: board_ideas.move_ideas(
        database,
        {key: (lots.random() * 900, lots.random() * 900) for key in some(database, lots)},
        take_out=lots.random() < 0.5,
    ),
    lambda database, lots: board_clusters.send_to_cluster(
        database, some(database, lots), lots.choice([1, 2, None])
    ),
    lambda database, lots: merging.merge_ideas(database, some(database, lots)),
    lambda database, lots: merging.unmerge_ideas(database, some(database, lots)),
    lambda database, lots: merging.take_out_of_merge(
        database, aside(database, lots, trashed=False)
    ),
    lambda database, lots: board_ideas.trash_ideas(database, some(database, lots)[:1]),
    lambda database, lots: board_ideas.restore_ideas(database, aside(database, lots, trashed=True)),
    lambda database, lots: rename(database, f"Eero {lots.randint(1, 9)}"),
    lambda database, _lots: database.undo(),
    lambda database, _lots: database.redo(),
]


@pytest.mark.parametrize(("moved", "whole"), [(2, False), (3, True)])
def test_from_so_many_changed_ideas_on_the_whole_board_is_read(moved, whole, club, monkeypatch):
    monkeypatch.setattr(reading, "READ_ALL", 3)
    reader = BoardReader(board(club), club.database, ShownBoard(1), club.jobs, BOARD.marks)
    reader.read()
    club.database.subscribe(reader.hear)
    board_ideas.move_ideas(club.database, dict.fromkeys(range(150, 150 + moved), (9.0, 9.0)))
    assert reader.read().whole == whole


def test_the_whole_board_is_read_where_one_author_has_written_so_much(club, monkeypatch):
    monkeypatch.setattr(reading, "READ_ALL", 3)
    reader = BoardReader(board(club), club.database, ShownBoard(1), club.jobs, BOARD.marks)
    reader.read()
    club.database.subscribe(reader.hear)
    rename(club.database, "Another Name")
    assert len(questions.written_by(club.database, 1, [1])) >= 3
    assert reader.read().whole
