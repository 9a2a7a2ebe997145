"""What hands do on the board: from the key or click until it is on disk and painted."""

import statistics
import threading
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.services.board import ideas as board_ideas
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import Stopwatch, open_big_club

ROUNDS = 9
PROMISE = "≤ 33 ms"
KEYS = Qt.KeyboardModifier
TEXT = "Night buses for those who clean the offices, every half an hour until the first tram"
Made = Callable[[], object]


class Hands:
    """Everything that is timed, by what the table calls it."""

    def __init__(self, club: Club) -> None:
        screen = club.window.screen_shown
        assert isinstance(screen, BoardScreen)
        self.club, self.screen, self.view = club, screen, screen.view
        self.watch = Stopwatch(self.view.viewport(), lambda: screen.is_painted)
        self.notes = iter(list(self.view.contents.notes))
        self.numbers = count(1)

    def action(self, name: str) -> QAction:
        found = self.screen.findChild(QAction, f"act_{name}")
        found = found or self.club.window.findChild(QAction, f"act_{name}")
        assert found is not None
        return found

    def undo(self) -> Made:
        return self.action("undo").trigger

    def type_an_idea(self) -> Made:
        self.screen.floats.quick_add.begin(TEXT)
        edit = self.screen.floats.quick_add.idea_edit
        return lambda: QTest.keyClick(edit, Qt.Key.Key_Return)

    def _chosen(self, notes: int = 1) -> list[int]:
        chosen = [next(self.notes) for _ in range(notes)]
        self.view.setFocus()
        self.view.select(chosen)
        return chosen

    def send_to_a_cluster(self) -> Made:
        self._chosen()
        return self.action("send_to_cluster_3").trigger

    def colour_one(self) -> Made:
        (chosen,) = self._chosen()
        self.action("colour").trigger()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        worn = f"colour_{self.view.contents.notes[chosen].colour}"
        other = next(each for each in menu.actions() if each.objectName() != worn)
        key = Qt.Key(Qt.Key.Key_0 + 1 + menu.actions().index(other))
        return lambda: QTest.keyClick(menu, key)

    def merge_two(self) -> Made:
        self._chosen(2)
        return self.action("merge").trigger

    def trash_one(self) -> Made:
        self._chosen()
        return self.action("trash").trigger

    def edit_a_text(self) -> Made:
        self._chosen()
        self.action("edit_idea").trigger()
        editor = self.screen.in_place.note_editor
        editor.setPlainText(f"{TEXT}, {next(self.numbers)}")
        return lambda: QTest.keyClick(editor, Qt.Key.Key_Return)

    def drag_two_hundred(self) -> Made:
        rows = list(self.view.contents.notes.values())[-200:]
        self.view.setFocus()
        self.view.fit()
        self.view.select([row.id for row in rows])
        lowest = max(rows, key=lambda row: row.y)  # below it there is nothing to fall into
        where = QPointF(lowest.x + 84, lowest.y + 54)
        start = self.view.mapFromScene(where)
        way = QPoint(-30 if next(self.numbers) % 2 else 30, 12)
        viewport, left = self.view.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(viewport, left, KEYS.NoModifier, start)
        for step in (0.5, 1.0):
            QTest.mouseMove(viewport, start + way * step)
        let_pass(0.3)
        return lambda: QTest.mouseRelease(viewport, left, KEYS.NoModifier, start + way)


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Callable[..., Hands]]:
    made: list[Program] = []

    def open_club(ideas: int, people: int) -> Hands:
        made.append(open_big_club(qapp, tmp_path / f"{ideas}.kdc", ideas=ideas, people=people))
        assert made[-1].club is not None
        return Hands(made[-1].club)

    yield open_club
    for program in made:
        if program.club is not None:
            program.club.close()


def figures(hands: Hands) -> dict[str, float]:
    """The median of each act, and of its undo."""
    acts = {
        "Enter in quick add": hands.type_an_idea,
        "send to a cluster": hands.send_to_a_cluster,
        "edit a note's text": hands.edit_a_text,
        "colour a note": hands.colour_one,
        "merge two": hands.merge_two,
        "trash one": hands.trash_one,
        "let 200 go after a drag": hands.drag_two_hundred,
    }
    found = {}
    for name, act in acts.items():
        rounds = [(hands.watch.felt(act()), hands.watch.felt(hands.undo())) for _ in range(ROUNDS)]
        found[name] = statistics.median(made for made, _ in rounds)
        found[f"{name}, undone"] = statistics.median(undone for _, undone in rounds)
    return found


def test_what_hands_do_costs_the_same_on_a_full_board(
    opened: Callable[..., Hands], record: Record
) -> None:
    small = figures(opened(240, 60))
    large = figures(opened(5000, 5000))
    for name, figure in small.items():
        record(f"hands: {name} | 240 ideas, 60 people", figure, "ms", None, PROMISE)
    for name, figure in large.items():
        record(f"hands: {name} | 5,000 ideas and people", figure, "ms", small[name], PROMISE)


def test_ideas_that_arrive_from_elsewhere(opened: Callable[..., Hands], record: Record) -> None:
    hands = opened(2000, 300)
    club, arrived = hands.club, threading.Event()

    def arrive() -> None:
        begun = time.monotonic()
        for number in range(200):
            time.sleep(max(0.0, begun + number / 20 - time.monotonic()))
            board_ideas.add_idea(club.database, 1, f"{TEXT}, {number}", number % 200 + 1)
        arrived.set()

    phones = threading.Thread(target=arrive)
    with beating() as beat:
        phones.start()
        until(arrived.is_set)
    phones.join()
    assert len(hands.view.contents.notes) == 2200
    size = "20 a second for 10 s, 2,000 ideas, both windows"
    record(
        f"both windows while ideas arrive: longest block | {size}",
        beat.longest,
        "ms",
        None,
        "≤ 50 ms",
    )


@pytest.mark.parametrize("name", ["colour", "trash", "move", "merge"])
def test_every_note_at_once(name: str, opened: Callable[..., Hands], record: Record) -> None:
    hands = opened(5000, 300)
    view = hands.view
    view.select_all()
    let_pass(0.5)
    places = {row.id: (row.x + 30, row.y + 30) for row in view.contents.notes.values()}
    acts: dict[str, Callable[[], object]] = {
        "colour": lambda: hands.screen._ideas.set_colour(NoteColour.SKY),
        "trash": hands.action("trash").trigger,
        "merge": lambda: hands.screen._ideas._merge(view.selection),
        "move": lambda: view.wishes.notes_moved.emit(places, True),
    }
    for step, act in ((name, acts[name]), (f"{name}, undone", hands.undo())):
        with beating() as beat:
            act()
            until(lambda: not hands.club.jobs.busy and hands.screen.is_painted)
        record(f"longest block: {step} | 5,000 notes at once", beat.longest, "ms", None, LIMIT)
