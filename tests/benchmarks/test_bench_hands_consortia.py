"""What hands do with wishes and consortia, through the whole window, and what the window feels."""

import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club, Program
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import Card
from kdc_desktop.screens.interests.interests_screen import InterestsScreen
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.window.stage_ahead import REST
from kdc_desktop.services.consortia.suggestions import apply_suggestion
from kdc_desktop.services.joined.consortia import CONSORTIUM_TRAILS
from kdc_desktop.services.sessions import agenda, questions
from kdc_desktop.storage import Database
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import Stopwatch, open_filled
from tests.rooms.wishing_club import fill_wishing_club

ROUNDS, WINNERS = 9, 60
PROMISE = "≤ 33 ms"
SIZES = (250, 1000)
LEFT, KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Opened = Callable[[int, str], Club]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made: list[Program] = []

    def open_club(people: int, stage: str, placed: bool = False) -> Club:
        def fill(database: Database) -> int:
            session_id = fill_wishing_club(database, people, WINNERS, stage)
            if placed:
                here = [key for key in range(1, people * 5 // 4 + 1) if key % 5]
                spread = {key: at % WINNERS + 1 for at, key in enumerate(here)}
                apply_suggestion(database, session_id, spread, CONSORTIUM_TRAILS)
            return session_id

        made.append(open_filled(qapp, tmp_path / f"{people}{stage}{len(made)}.kdc", fill))
        assert made[-1].club is not None
        return made[-1].club

    yield open_club
    for club in (program.club for program in made):
        if club is not None:
            while club.busy:  # it may still be getting ready
                let_pass(0.05)
            club.close()


def shown(club: Club, kind: type[Screen]) -> Screen:
    screen = club.window.screen_shown
    assert isinstance(screen, kind)
    return screen


def undo(club: Club) -> Callable[[], object]:
    found = club.window.findChild(QAction, "act_undo")
    assert found is not None
    return found.trigger


def note_wishes(club: Club) -> tuple[list[float], list[float]]:
    """Enter after one more winner was chosen for somebody, and its undo."""
    screen = shown(club, InterestsScreen)
    assert isinstance(screen, InterestsScreen)
    watch = Stopwatch(screen.table.viewport())
    done, undone = [], []
    for row in screen._model.rows[:ROUNDS]:
        screen.edit_again(row)
        QTest.keyClick(screen.winners, Qt.Key.Key_Backspace)
        done.append(watch.felt(lambda: QTest.keyClick(screen.winners, Qt.Key.Key_Return)))
        undone.append(watch.felt(undo(club)))
    return done, undone


def drag_a_member(screen: ConsortiaScreen, card: Card, to: int) -> Callable[[], object]:
    """Carry a card over another column; what is left is to let it go."""
    view = screen.columns
    view.verticalScrollBar().setValue(0)
    rect = view.rect_of(card.key)
    assert rect is not None
    target = view._layout.columns[to].rect.center()
    QTest.mousePress(view.viewport(), LEFT, KEYS, rect.center())
    for at in (rect.center() + QPoint(12, 4), target):
        QTest.mouseMove(view.viewport(), at)
    let_pass(0.1)
    return lambda: QTest.mouseRelease(view.viewport(), LEFT, KEYS, target)


def move_members(club: Club) -> tuple[list[float], list[float]]:
    """A member dragged from the first column to the second, and its undo."""
    screen = shown(club, ConsortiaScreen)
    assert isinstance(screen, ConsortiaScreen)
    watch = Stopwatch(screen.columns.viewport())
    done, undone = [], []
    for _round in range(ROUNDS):
        let_go = drag_a_member(screen, screen.columns.columns[0].cards[0], 1)
        done.append(watch.felt(let_go))
        undone.append(watch.felt(undo(club)))
    return done, undone


@pytest.mark.parametrize(
    ("stage", "placed", "act", "name"),
    [
        ("interests", False, note_wishes, "keep one person's wishes"),
        ("consortia", True, move_members, "let a dragged member go"),
    ],
)
def test_one_change(
    opened: Callable[..., Club],
    record: Record,
    stage: str,
    placed: bool,
    act: Callable[[Club], tuple[list[float], list[float]]],
    name: str,
) -> None:
    floors: dict[str, float] = {}
    for people in SIZES:
        made, unmade = act(opened(people, stage, placed))
        for what, figures in ((name, made), (f"{name}, undone", unmade)):
            figure = statistics.median(figures)
            size = f"{people:,} people, {WINNERS} winners"
            record(f"hands: {what} | {size}", figure, "ms", floors.get(what), PROMISE)
            floors[what] = figure


@pytest.mark.parametrize("stage", ["interests", "consortia"])
def test_open_a_screen_for_the_first_time(
    opened: Callable[..., Club], record: Record, stage: str
) -> None:
    club = opened(SIZES[-1], "welcome", stage == "consortia")
    there = next(each.id for each in questions.stages(club.database, 1) if each.kind == stage)
    kind = {"interests": InterestsScreen, "consortia": ConsortiaScreen}[stage]
    until(lambda: not club.busy)
    with beating() as beat:
        agenda.go_to_stage(club.database, there)
        until(lambda: isinstance(club.window.screen_shown, kind))
        let_pass(0.5)
    size = f"{SIZES[-1]:,} people, {WINNERS} winners"
    record(f"longest block: open {stage} first | {size}", beat.longest, "ms", None, LIMIT)


def test_go_on_after_a_rest(opened: Callable[..., Club], record: Record) -> None:
    club = opened(SIZES[-1], "interests", True)
    until(lambda: not club.busy)
    let_pass(REST / 1000 + 1)
    with beating() as beat:
        club.window.walk.go_on()
        until(lambda: isinstance(club.window.screen_shown, ConsortiaScreen))
        let_pass(0.5)
    size = f"{SIZES[-1]:,} people, {WINNERS} winners"
    record(f"longest block: go on to consortia | {size}", beat.longest, "ms", None, LIMIT)


def test_suggest_and_take_over(opened: Callable[..., Club], record: Record) -> None:
    club = opened(SIZES[-1], "consortia")
    screen = shown(club, ConsortiaScreen)
    assert isinstance(screen, ConsortiaScreen)
    blocks: dict[str, float] = {}
    with beating() as beat:
        QTest.mouseClick(screen.suggest_button, LEFT)
        until(lambda: screen.suggesting.current is not None)
    blocks["look at the first suggestion"] = beat.longest
    with beating() as beat:
        until(lambda: not club.jobs.busy)
    blocks["search on, with better ones coming"] = beat.longest
    assert len(screen.suggesting.suggestions) == 3
    with beating() as beat:
        QTest.mouseClick(screen.confirm_button, LEFT)
        until(lambda: not club.jobs.busy and screen.suggesting.current is None)
    blocks["take a suggestion over"] = beat.longest
    assert len(screen.shown.kept.placed) == len(screen.suggesting.suggestions[0].placed)
    for name in ("undo", "redo"):
        with beating() as beat:
            act = club.window.findChild(QAction, f"act_{name}")
            assert act is not None
            act.trigger()
            until(lambda: not club.jobs.busy)
            let_pass(0.3)
        blocks[f"{name} that"] = beat.longest
    for name, block in blocks.items():
        size = f"{SIZES[-1]:,} people, {WINNERS} winners"
        record(f"longest block: {name} | {size}", block, "ms", None, LIMIT)
