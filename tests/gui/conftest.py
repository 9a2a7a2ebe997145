"""What the tests of the windows share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kdc_desktop.app import Club, Program
from kdc_desktop.collector import Collector
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import Settings, ThemeMode
from tests.gui.test_jobs import wait_until


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The program's theme, light and at 100 %, worn by the application."""
    theme = Theme()
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    return theme


@pytest.fixture(autouse=True)
def _dressed(theme: Theme) -> None:
    """Every test sees the windows as people do."""


@pytest.fixture
def asked_for_a_pin() -> None:
    """Whoever starts a kiosk without a PIN is asked whether it needs one, as on a new laptop."""


@pytest.fixture(autouse=True)
def _goes_without_pin(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "asked_for_a_pin" not in request.fixturenames:
        monkeypatch.setattr(Settings, "goes_without_pin", True)


@pytest.fixture(scope="session", autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.clipboard().clear()  # Qt would let go of what lies there when Python has ended


@pytest.fixture
def collector(qapp: QApplication) -> Collector:
    """As in the program, no thread takes the windows of the GUI thread apart."""
    return Collector(lambda: False)


@pytest.fixture(autouse=True)
def _nothing_left_open(collector: Collector) -> Iterator[None]:
    """No test leaves a dialog or a menu in front of those that follow, or a key held.

    Its other windows go with it: each of them would be dressed again by every theme that comes.
    Not its pop-ups: the list of a completer is deleted by the completer, though it is no parent.
    """
    before = QApplication.topLevelWidgets()
    yield
    if QApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Control)  # its own went to a window that was gone
    left = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    if left is not None:
        left.close()
    for window in QApplication.topLevelWidgets():
        is_popup = window.windowType() is Qt.WindowType.Popup
        if window not in before and window.parent() is None and not is_popup:
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collector.look()
    assert left is None, f"{left.objectName()} was left open"


@pytest.fixture
def club(tmp_path: Path, qapp: QApplication) -> Iterator[Club]:
    """A new club file open in its window, which has done what it does in the background."""
    opened = Program(qapp, Settings(tmp_path / "settings.ini"), lambda _window: None)
    made = opened.open(tmp_path / "club.kdc")
    wait_until(lambda: not made.jobs.busy)
    yield made
    made.close()
