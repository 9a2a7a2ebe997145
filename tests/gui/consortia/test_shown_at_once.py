"""What a job has found is shown without working it out again, and much is measured once."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.consortia import contents, layout, suggesting
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.consortia_screen import ConsortiaScreen
from kdc_desktop.screens.consortia.contents import Card, CardKey, ColumnText, Ink
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.consortia.placement import preview
from tests.rooms.consortia_room import Room, give_wishes


def test_suggestions_are_worded_where_they_are_found(
    screen: ConsortiaScreen, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_wishes(room)
    worded, word = list[threading.Thread](), contents._column
    told = threading.current_thread

    def word_there(*of: object) -> ColumnText:
        worded.append(told())
        return word(*of)  # type: ignore[arg-type]

    monkeypatch.setattr(contents, "_column", word_there)
    monkeypatch.setattr(suggesting, "preview", None)
    QTest.mouseClick(screen.suggest_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not screen.suggesting.running, timeout=20_000)
    current = screen.suggesting.current
    assert current is not None
    assert screen.shown.seen == preview(screen.shown.kept, current.placed)
    assert len(screen.columns.columns) > 1
    assert worded
    assert threading.main_thread() not in worded


def column(at: int) -> ColumnText:
    """A column with a dozen people."""
    names = [f"Aino Laine {at} {number}" for number in range(12)]
    cards = tuple(
        Card(CardKey.of_person(100 * at + n), "C", name, "Harbour", "", Ink.MUTED, False, (n,))
        for n, name in enumerate(names)
    )
    return ColumnText(at, at, "A", "", "Yard bikes", "12", "", Ink.GOOD, False, (), cards, ())


def test_columns_that_are_higher_than_the_window_are_measured_once(
    theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view = ColumnsView(window, theme)
    view.resize(900, 500)
    window.show()
    measured, measure = list[object](), layout._column

    def measuring(text: ColumnText, *rest: object) -> object:
        measured.append(text.winner_id)
        return measure(text, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(layout, "_column", measuring)
    view.show_columns(tuple(map(column, range(20))))
    QApplication.processEvents()
    assert view.verticalScrollBar().isVisible()
    assert len(measured) == 20
