"""A club with something everywhere, open in a window that has the focus."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from kdc_desktop.app import Club
from kdc_desktop.screens.kit.theme import Theme
from tests.gui.one_window import put_away, window_of_years, window_on


@pytest.fixture
def club(theme: Theme, tmp_path: Path) -> Iterator[Club]:
    with window_on(tmp_path / "club.kdc", theme) as made:
        QTest.qWaitForWindowActive(made.window)
        yield made


@pytest.fixture(scope="module")
def window(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    with window_on(tmp_path_factory.mktemp("walk") / "club.kdc", theme) as made:
        yield made


@pytest.fixture
def walked(window: Club) -> Iterator[Club]:
    """The one window in which a module goes to many places and changes nothing in them."""
    window.window.activateWindow()
    QTest.qWaitForWindowActive(window.window)
    yield window
    put_away(window)


@pytest.fixture(scope="module")
def window_of_the_years(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Club]:
    with window_of_years(tmp_path_factory.mktemp("years") / "club.kdc", theme) as made:
        yield made


@pytest.fixture
def years(window_of_the_years: Club) -> Iterator[Club]:
    """The same on a club of years."""
    window_of_the_years.window.activateWindow()
    QTest.qWaitForWindowActive(window_of_the_years.window)
    yield window_of_the_years
    put_away(window_of_the_years)
