"""How long the window stands still while many rows are written, and what waits beside an import."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kdc_desktop.app import Club, Program
from kdc_desktop.domain.board.colours import NoteColour
from kdc_desktop.i18n import lazy
from kdc_desktop.screens.board.board_screen import BoardScreen
from kdc_desktop.screens.board.import_dialog import IdeaImportDialog
from kdc_desktop.screens.people.import_dialog import PeopleImportDialog
from kdc_desktop.services.club.settings import remember
from tests.benchmarks.conftest import Record
from tests.benchmarks.heartbeat import LIMIT, beating, let_pass, until
from tests.benchmarks.live_window import open_big_club
from tests.rooms.big_club import WORDS

Opened = Callable[[int, int], Club]


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Opened]:
    made: list[Program] = []

    def open_club(ideas: int, people: int) -> Club:
        path = tmp_path / f"{ideas} {people}.kdc"
        made.append(open_big_club(qapp, path, ideas=ideas, people=people))
        club = made[-1].club
        assert club is not None
        return club

    yield open_club
    for program in made:
        if program.club is not None:
            program.club.close()


def board(club: Club) -> BoardScreen:
    screen = club.window.screen_shown
    assert isinstance(screen, BoardScreen)
    return screen


def idle(club: Club) -> Callable[[], bool]:
    return lambda: not club.jobs.busy


def longest(club: Club, act: Callable[[], object]) -> float:
    """The longest block, in milliseconds, from an act until it is written and shown."""
    until(idle(club))
    with beating() as beat:
        act()
        until(idle(club))
    return beat.longest


def trigger(club: Club, name: str) -> None:
    action = club.window.findChild(QAction, f"act_{name}")
    assert action is not None
    action.trigger()


def there_and_back(
    club: Club, record: Record, work: str, size: str, act: Callable[[], object]
) -> None:
    """What an act, its undo and its redo cost the window; it ends undone."""
    record(f"block: {work} | {size}", longest(club, act), "ms", None, LIMIT)
    undone = longest(club, lambda: trigger(club, "undo"))
    record(f"block: {work}, undone | {size}", undone, "ms", None, LIMIT)
    redone = longest(club, lambda: trigger(club, "redo"))
    record(f"block: {work}, redone | {size}", redone, "ms", None, LIMIT)
    longest(club, lambda: trigger(club, "undo"))


def idea_sheet(folder: Path, count: int) -> Path:
    path = folder / f"{count} ideas.csv"
    words = " ".join(WORDS)
    lines = [f"Sheet {n}: {words[n % 90 : n % 90 + 90]},{n % 12 or ''}" for n in range(count)]
    path.write_text("\n".join(("Idea,Cluster", *lines)), encoding="utf-8")
    return path


def press_import_ideas(club: Club, sheet: Path) -> Callable[[], object]:
    """Show what a sheet would bring; what is returned presses Import."""
    screen = board(club)
    screen.idea_import.look_at(sheet)
    until(lambda: any(each.isVisible() for each in screen.findChildren(IdeaImportDialog)))
    dialog = next(each for each in screen.findChildren(IdeaImportDialog) if each.isVisible())
    let_pass(0.5)
    return lambda: QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("here", "count"), [(240, 5000), (5000, 2000)])
def test_importing_ideas(
    opened: Opened, record: Record, tmp_path: Path, here: int, count: int
) -> None:
    club = opened(here, 500)
    act = press_import_ideas(club, idea_sheet(tmp_path, count))
    there_and_back(club, record, "import of ideas", f"{count:,} onto {here:,}", act)


@pytest.mark.parametrize("here", [60, 10_000])
def test_importing_people(opened: Opened, record: Record, tmp_path: Path, here: int) -> None:
    club = opened(240, here)
    club.window.go("people")
    sheet = tmp_path / "people.csv"
    lines = [f"Given Family {n},g{n}@x.example,Firm {n % 90}" for n in range(2000)]
    sheet.write_text("\n".join(("Name,E-mail,Organisation", *lines)), encoding="utf-8")
    trigger(club, "import_people")
    dialog = club.window.findChild(PeopleImportDialog)
    assert dialog is not None
    dialog.show_file(sheet)
    until(dialog.import_button.isEnabled)
    let_pass(0.5)
    there_and_back(
        *(club, record, "import of people", f"2,000 to {here:,}"),
        lambda: QTest.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton),
    )


def acts_on_all(screen: BoardScreen) -> dict[str, Callable[[], object]]:
    view, ideas, clusters = screen.view, screen._ideas, screen._clusters

    def places() -> dict[int, tuple[float, float]]:
        return {key: (row.x + 15, row.y + 9) for key, row in view.contents.notes.items()}

    return {
        "colour": lambda: ideas.set_colour(NoteColour.LILAC),
        "move": lambda: view.wishes.notes_moved.emit(places(), False),
        "release": lambda: view.wishes.notes_moved.emit(places(), True),
        "trash": ideas.trash,
        "cluster": clusters.make,
        "tidy": clusters.tidy,
    }


def jumble(screen: BoardScreen) -> None:
    """Lay every note a little askew, so that there is something to tidy."""
    notes = screen.view.contents.notes.values()
    askew = {row.id: (row.x + row.id % 7, row.y + row.id % 5) for row in notes}
    screen.view.wishes.notes_moved.emit(askew, False)


def test_doing_something_to_every_note(opened: Opened, record: Record) -> None:
    club = opened(5000, 500)
    screen = board(club)
    for name, act in acts_on_all(screen).items():
        screen.view.setFocus()
        if name == "tidy":
            longest(club, lambda: jumble(screen))
        screen.view.select_all()
        let_pass(0.5)
        there_and_back(club, record, f"{name} all notes", "5,000 notes", act)


def test_an_edit_beside_an_import(opened: Opened, record: Record, tmp_path: Path) -> None:
    """What a facilitator waits for while 5,000 ideas come in: one edit after the other.

    They change what no screen shows: it is the wait for the file that is timed.
    """
    club = opened(240, 500)
    act = press_import_ideas(club, idea_sheet(tmp_path, 5000))

    def edit(number: int) -> float:
        started = time.perf_counter()
        remember(club.database, "bench", number, lazy("Remembered a number"))
        return (time.perf_counter() - started) * 1000

    alone = max(edit(number) for number in range(50))
    waits: list[float] = []

    def edit_till_the_end() -> None:
        act()
        while club.jobs.busy:
            waits.append(edit(len(waits)))
            let_pass(0.01)

    block = longest(club, edit_till_the_end)
    size = "5,000 ideas coming in"
    record(f"an edit beside an import, the longest | {size}", max(waits), "ms", alone, LIMIT)
    record(f"block: an edit beside an import | {size}", block, "ms", None, LIMIT)
