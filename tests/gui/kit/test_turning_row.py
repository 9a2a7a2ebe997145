"""Two widgets stand side by side while there is room, and below each other where there is none."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from kdc_desktop.screens.kit.turning_row import TurningRow


def box_of(qtbot: QtBot, *, apart: bool = True) -> tuple[QWidget, QLabel, QLabel]:
    box = QWidget()
    qtbot.addWidget(box)
    first, second = QLabel(box), QLabel(box)
    for label in (first, second):
        label.setFixedSize(60, 20)
    TurningRow(box, first, second, 8, apart=apart)
    return box, first, second


def places(box: QWidget, width: int, *labels: QLabel) -> list[tuple[int, int]]:
    layout = box.layout()
    assert layout is not None
    layout.setGeometry(QRect(0, 0, width, layout.heightForWidth(width)))
    return [(label.x(), label.y()) for label in labels]


def test_the_second_stands_at_the_right_edge(qtbot: QtBot) -> None:
    box, first, second = box_of(qtbot)
    assert places(box, 200, first, second) == [(0, 0), (140, 0)]


def test_the_second_follows_at_once_where_it_is_not_apart(qtbot: QtBot) -> None:
    box, first, second = box_of(qtbot, apart=False)
    assert places(box, 200, first, second) == [(0, 0), (68, 0)]


def test_both_stand_below_each_other_where_there_is_no_room(qtbot: QtBot) -> None:
    box, first, second = box_of(qtbot)
    assert places(box, 127, first, second) == [(0, 0), (0, 28)]
    layout = box.layout()
    assert layout is not None
    assert (layout.minimumSize().width(), layout.heightForWidth(127)) == (60, 48)


def test_words_that_wrap_take_what_the_second_leaves(qtbot: QtBot) -> None:
    box, first, second = box_of(qtbot)
    first.setMinimumSize(0, 0)
    first.setMaximumSize(1000, 1000)
    first.setWordWrap(True)
    first.setText("a word")
    assert places(box, 300, second) == [(240, 0)]
    assert first.width() == 232


def test_what_is_hidden_takes_no_room(qtbot: QtBot) -> None:
    box, first, second = box_of(qtbot)
    first.hide()
    assert places(box, 100, second) == [(0, 0)]


def test_what_was_measured_is_forgotten_when_a_widget_is_hidden_or_grows(qtbot: QtBot) -> None:
    box, first, second = box_of(qtbot)
    layout = box.layout()
    assert layout is not None
    assert layout.heightForWidth(100) == 48
    second.hide()
    assert layout.heightForWidth(100) == 20
    second.show()
    assert layout.heightForWidth(100) == 48
    first.setFixedSize(60, 30)
    assert layout.heightForWidth(100) == 58
    layout.setSpacing(10)
    assert layout.heightForWidth(100) == 60
    layout.setContentsMargins(0, 1, 0, 1)
    assert layout.heightForWidth(100) == 62
    layout.takeAt(1)
    assert layout.heightForWidth(100) == 32
