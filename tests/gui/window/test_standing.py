"""The window is found where it was left, and inside of the displays that there are now."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QToolButton

from kdc_desktop.app import Club, Program
from kdc_desktop.audience.displays import audience_display
from kdc_desktop.screens.window.standing import LARGEST, TITLE_BAR, within
from kdc_desktop.settings import Settings, WindowPlace
from tests.gui.test_jobs import wait_until

SMALL = QRect(0, 0, 1280, 720)
MIDDLE = QRect(0, 0, 1440, 900)
LAPTOP = QRect(0, 0, 1366, 728)
BESIDE = QRect(1366, 0, 1920, 1080)
LEFT_OF_IT = QRect(-1920, -200, 1920, 1080)
HUGE = QRect(0, 0, 3840, 2160)
PLACES = [
    None,
    QRect(100, 100, 1200, 600),
    QRect(1500, 100, 1440, 900),
    QRect(-1800, -150, 1700, 900),
    QRect(5000, 4000, 1440, 900),
    QRect(-30000, -30000, 99, 99),
    QRect(0, 0, 99999, 99999),
    QRect(1300, 700, 1440, 900),
]
DESKS = [[SMALL], [LAPTOP, BESIDE], [LAPTOP, LEFT_OF_IT], [HUGE], [BESIDE, LAPTOP]]


@pytest.mark.parametrize("kept", PLACES, ids=str)
@pytest.mark.parametrize("displays", DESKS, ids=str)
def test_a_window_lies_within_one_display_with_its_frame(
    displays: list[QRect], kept: QRect | None
) -> None:
    place = within(kept, displays)
    framed = place.adjusted(-1, -TITLE_BAR, 1, 1)
    assert [display.contains(framed) for display in displays].count(True) == 1


@pytest.mark.parametrize(
    ("kept", "displays"),
    [
        (QRect(100, 100, 1200, 600), [LAPTOP, BESIDE]),
        (QRect(1500, 100, 1440, 900), [LAPTOP, BESIDE]),
        (QRect(-1800, -150, 1700, 900), [LAPTOP, LEFT_OF_IT]),
    ],
)
def test_a_window_that_fits_where_it_was_stays_there(kept: QRect, displays: list[QRect]) -> None:
    assert within(kept, displays) == kept


def test_a_window_whose_display_is_gone_comes_to_the_one_that_is_there() -> None:
    assert within(QRect(1500, 100, 1200, 600), [LAPTOP]).size() == QSize(1200, 600)
    assert LAPTOP.contains(within(QRect(1500, 100, 1200, 600), [LAPTOP]))


def test_at_first_a_window_is_large_where_there_is_room_and_whole_where_there_is_little() -> None:
    assert within(None, [HUGE]).size() == LARGEST
    assert within(None, [MIDDLE], QSize(1280, 860)).bottom() < MIDDLE.bottom(), "large letters"
    assert within(QRect(80, 80, 1280, 720), [MIDDLE], QSize(1280, 860)).bottom() < MIDDLE.bottom()
    assert within(None, [BESIDE]).size() == QSize(1530, 829)
    assert within(None, [SMALL]).size() == QSize(1272, 676)


Start = Callable[[], Club]


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Ends the program that ran before, and starts it again."""
    running: list[Club] = []

    def stop() -> None:
        while running:
            club = running.pop()
            wait_until(partial(_is_quiet, club))
            club.close()

    def begin() -> Club:
        stop()
        settings = Settings(tmp_path / "settings.ini")
        running.append(Program(qapp, settings, lambda _window: None).open(tmp_path / "club.kdc"))
        return running[0]

    yield begin
    stop()


def _is_quiet(club: Club) -> bool:
    return not club.jobs.busy


def test_the_place_of_the_window_is_remembered(start: Start) -> None:
    window = start().window
    window.showNormal()
    window.setGeometry(30, 60, 700, 500)
    assert start().window.geometry() == QRect(30, 60, 700, 500)


def test_a_window_that_filled_the_display_fills_it_again(start: Start) -> None:
    start().window.showMaximized()
    again = start().window
    assert again.isMaximized()
    again.showFullScreen()
    assert start().window.isFullScreen()


def test_a_window_that_fills_the_display_knows_where_it_stood_before(
    start: Start, tmp_path: Path
) -> None:
    place = WindowPlace((30, 60, 700, 500), maximized=True)
    Settings(tmp_path / "settings.ini").place = place
    window = start().window
    assert (window.isMaximized(), window.normalGeometry()) == (True, QRect(30, 60, 700, 500))


def test_the_place_is_kept_though_the_program_ends_by_a_crash(start: Start, tmp_path: Path) -> None:
    window = start().window
    window.showNormal()
    window.setGeometry(30, 60, 700, 500)
    kept = Settings(tmp_path / "settings.ini")

    def is_kept() -> bool:
        kept.store.sync()
        return kept.place == WindowPlace((30, 60, 700, 500))

    wait_until(is_kept)


def test_a_folded_inspector_is_folded_at_the_next_start(start: Start) -> None:
    club = start()
    club.window.go("people")
    club.window.findChild(QAction, "act_inspector").trigger()
    again = start()
    button = again.window.frame.foot.findChild(QToolButton, "inspector_button")
    assert not button.isChecked()
    button.click()
    foot = start().window.frame.foot
    assert foot.findChild(QToolButton, "inspector_button").isChecked()


@pytest.mark.parametrize("said", ["", "1 2 3", "1 2 300 400 x", "a b c d", "9" * 40, "1 2 -3 -4 m"])
def test_a_place_that_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path, said: str) -> None:
    settings = Settings(tmp_path / "settings.ini")
    settings.store.setValue("window/place", said)
    assert settings.place is None


def test_the_room_is_shown_on_the_display_that_was_chosen_for_it(start: Start) -> None:
    shared = start().shared_screen
    shared.show()
    shared.toggle_full_screen()
    shared.toggle_full_screen()
    chosen = shared.screen().name()
    assert start().shared_screen.placing.room_display == chosen


def _display(name: str, x: int, width: int) -> Any:
    rect = QRect(x, 0, width, 1080)
    return SimpleNamespace(name=lambda: name, geometry=lambda: rect)


def test_of_three_displays_the_chosen_one_is_the_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    own, small = _display("own", 0, 1366), _display("small", 1366, 1280)
    large = _display("large", 2646, 1920)
    monkeypatch.setattr(QGuiApplication, "screens", lambda: [own, small, large])
    chosen = [audience_display(own, name) for name in ("", "small", "gone", "own")]
    assert chosen == [large, small, large, large]
