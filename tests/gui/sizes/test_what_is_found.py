"""What looks for cut and overlapping texts finds them where they are planted, and nowhere else."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.gui.sizes.brush import Brush
from tests.gui.sizes.laid_wrong import laid_wrong
from tests.gui.sizes.no_room import is_elided, without_room

WORDS = "Several words that need their room"
Maker = Callable[[QWidget], QWidget]


def _label(place: QWidget) -> QWidget:
    return QLabel(WORDS, place)


def _button(place: QWidget) -> QWidget:
    return QPushButton(WORDS, place)


def _line(place: QWidget) -> QWidget:
    line = QLineEdit(place)
    line.setPlaceholderText(WORDS)
    return line


def _combo(place: QWidget) -> QWidget:
    combo = QComboBox(place)
    combo.addItem(WORDS)
    return combo


def _date(place: QWidget) -> QWidget:
    return QDateEdit(place)


def _group(place: QWidget) -> QWidget:
    return QGroupBox(WORDS, place)


def _table(place: QWidget) -> QWidget:
    table = QTableWidget(1, 1, place)
    table.setHorizontalHeaderLabels([WORDS])
    table.setItem(0, 0, QTableWidgetItem("1"))
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _cells(place: QWidget) -> QWidget:
    table = QTableWidget(1, 1, place)
    table.setHorizontalHeaderLabels(["1"])
    table.setItem(0, 0, QTableWidgetItem(WORDS))
    table.setWordWrap(False)
    table.horizontalHeader().setStretchLastSection(True)
    return table


def _list(place: QWidget) -> QWidget:
    rows = QListWidget(place)
    rows.addItem(WORDS)
    rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return rows


MAKERS = [_label, _button, _line, _combo, _date, _group, _table, _cells, _list]


@pytest.fixture
def place(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(600, 400)
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("make", MAKERS)
def test_a_text_without_room_is_found(place: QWidget, make: Maker) -> None:
    make(place).setGeometry(10, 10, 60, 120)
    place.show()
    assert len(without_room(place)) == 1


@pytest.mark.parametrize("make", MAKERS)
def test_a_text_with_room_is_not(place: QWidget, make: Maker) -> None:
    make(place).setGeometry(10, 10, 500, 120)
    place.show()
    assert without_room(place) == []


@pytest.mark.parametrize("make", [_line, _combo])
def test_a_cut_text_that_is_known_and_told_is_not(place: QWidget, make: Maker) -> None:
    widget = make(place)
    widget.setToolTip(WORDS)
    widget.setGeometry(10, 10, 200, 40)
    place.show()
    assert without_room(place) == []
    widget.setGeometry(10, 10, 90, 40)
    assert len(without_room(place)) == 1, "of which too little is seen"


@pytest.mark.parametrize(
    ("text", "elided"),
    [("Import ideas…", False), ("⟦Îɱþöŕţ îðéåš… ~~~⟧", False), ("⟦Îɱþöŕţ…", True), ("A na…", True)],
)
def test_captions_that_end_in_dots_are_told_from_shortened_ones(text: str, elided: bool) -> None:
    assert is_elided(text) == elided


def test_what_lies_over_each_other_is_found(place: QWidget) -> None:
    _label(place).setGeometry(10, 10, 300, 30)
    _button(place).setGeometry(200, 20, 300, 40)
    place.show()
    assert len(laid_wrong(place)) == 1


def test_what_lies_beyond_its_place_is_found(place: QWidget) -> None:
    inner = QWidget(place)
    inner.setGeometry(0, 0, 200, 100)
    _label(inner).setGeometry(150, 10, 300, 30)
    place.show()
    assert len(laid_wrong(place)) == 1


def test_what_scrolls_sideways_is_found(place: QWidget) -> None:
    area = QScrollArea(place)
    area.setGeometry(0, 0, 300, 200)
    wide = QWidget()
    wide.resize(500, 100)
    area.setWidget(wide)
    place.show()
    assert laid_wrong(place) == ["QScrollArea  scrolls sideways"]


class _Painted(QWidget):
    """Paints words into a box."""

    box = QRect(5, 5, 400, 40)
    words = WORDS

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.drawText(self.box, int(Qt.AlignmentFlag.AlignLeft.value), self.words)
        painter.end()


@pytest.mark.parametrize(
    ("width", "words", "tip", "found"),
    [
        (400, WORDS, "", 0),
        (60, WORDS, "", 1),
        (400, "Several words that…", "", 1),
        (400, "Several words that…", WORDS, 0),
        (400, "Sev…", WORDS, 1),
    ],
)
def test_what_is_painted_without_room_is_found(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, width: int, words: str, tip: str, found: int
) -> None:
    brush, painted = Brush(monkeypatch), _Painted()
    qtbot.addWidget(painted)
    painted.box, painted.words = QRect(5, 5, width, 40), words
    painted.setToolTip(tip)
    painted.resize(500, 100)
    painted.show()
    brush.cut()
    painted.grab()
    assert len(brush.cut()) == found
