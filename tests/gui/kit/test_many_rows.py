"""A table of thousands: what is worked out once, a little at a time, or not at all."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.row_filter import AHEAD
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.settings import ThemeMode

ROWS = 5_000


class Worded:
    """A column that counts how often it is asked for its words."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self, row: int) -> str:
        self.asked += 1
        return f"Aino {row}"


@pytest.fixture
def words() -> Worded:
    return Worded()


@pytest.fixture
def table(qtbot: QtBot, theme: Theme, words: Worded) -> RowTable:
    made = RowTable()
    qtbot.addWidget(made)
    model = RowModel[int]([Column("name", "Name", words)] * 3, key=lambda row: row)
    made.show_model(model)
    made.resize(600, 400)
    made.show()
    model.set_rows(range(ROWS))
    return made


def test_thousands_are_shown_without_a_look_at_each(table: RowTable, words: Worded) -> None:
    table.repaint()
    assert words.asked < ROWS


def test_a_search_asks_each_row_once_and_then_never_again(table: RowTable, words: Worded) -> None:
    table.search("aino 12")
    asked = words.asked
    table.search("aino 123")
    assert words.asked - asked < ROWS
    assert [table.filter.row(table.filter.index(at, 0)) for at in range(3)] == [123, 1123, 1230]


def test_what_is_searched_is_made_ready_a_little_at_a_time(
    table: RowTable, words: Worded, qtbot: QtBot
) -> None:
    table.repaint()
    before = words.asked
    table.filter.get_ready()
    assert words.asked == before
    table.filter._get_ready()
    assert words.asked - before == 3 * AHEAD
    qtbot.waitUntil(lambda: words.asked - before >= 3 * ROWS)
    asked = words.asked
    table.search("aino 4999")
    assert words.asked - asked < 100


def test_a_row_that_has_changed_is_found_by_what_it_says_now(qtbot: QtBot) -> None:
    said = {1: "Aino", 2: "Bo"}
    model = RowModel[tuple[int, str]]([Column("name", "Name", lambda row: row[1])], lambda r: r[0])
    table = RowTable()
    qtbot.addWidget(table)
    table.show_model(model)
    model.set_rows(list(said.items()))
    table.search("carl")
    assert table.filter.rowCount() == 0
    model.set_rows([(1, "Aino"), (2, "Carl")])
    assert table.filter.rows_at(range(table.filter.rowCount())) == [(2, "Carl")]


def test_all_of_thousands_are_selected_in_their_order(table: RowTable) -> None:
    table.selectAll()
    assert table.selected_rows() == list(range(ROWS))
    table.search("aino 77")
    table.selectAll()
    assert table.selected_rows()[:3] == [77, 177, 277]


class Dressed(QObject):
    """Counts how often widgets are dressed anew."""

    def __init__(self) -> None:
        super().__init__()
        self.times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.StyleChange
        return False


def test_a_theme_dresses_a_widget_no_oftener_the_deeper_it_lies(
    qapp: QApplication, qtbot: QtBot, theme: Theme
) -> None:
    outer = QWidget()
    qtbot.addWidget(outer)
    place = outer
    for _ in range(12):
        place = QWidget(place)
    label, dressed = QLabel("deep", place), Dressed()
    outer.show()
    label.installEventFilter(dressed)
    theme.apply(qapp, ThemeMode.DARK, 1.0)
    theme.apply(qapp, ThemeMode.LIGHT, 1.0)
    assert dressed.times <= 8
