"""An option of which levels are said: one row by itself, or a row for each criterion below it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kdc_desktop.audience.polls.kiosk.level_row import LevelRow
from kdc_desktop.audience.polls.kiosk.level_shape import LevelShape
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.option_card import FittedTitle, number_width
from kdc_desktop.domain.polls.terms import PollLevel


def around(look: Look, head: int) -> int:
    """How much of a card's height is not its rows', below a head of so many pixels."""
    return head + 3 * look.px(10) + 8


def indent(look: Look) -> int:
    """How far rows below a head stand in from its number, so that they begin where its title does,
    in pixels."""
    return number_width(look) + look.px(16) - look.px(8)


class LevelCard(QFrame):
    """`shown` are its rows by their places; `answered` carries a place and the level, `cleared` and
    `entered` a place."""

    answered = Signal(int, int)
    cleared = Signal(int)
    entered = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[LevelRow] = []
        self.shown: dict[int, LevelRow] = {}
        self._head = QWidget(self)
        self._number = QLabel(self._head)
        self._number.setProperty("kiosk", "number")
        self._title = FittedTitle(look, self._head)
        head = QHBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._number)
        head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._head)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._column.addLayout(self._lines, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = self._title.look = look
        self._number.setFixedWidth(number_width(look))
        self._dress()
        for row in self._rows:
            row.set_look(look)

    def show_rows(
        self,
        number: str,
        title: str,
        names: Mapping[int, str],
        levels: tuple[PollLevel, ...],
        keys: Sequence[str],
        shape: LevelShape,
        letters: int,
        head: int,
    ) -> None:
        """Stand for this option, with a row for each of these places by its name; without a `head`
        it is one row that is called as the option is."""
        while len(self._rows) < len(names):
            self._rows.append(self._new_row())
        self._number.setText(number)
        self._title.text, self._title.letters = title, letters
        self._title.setAccessibleName(title)
        self._title.update()
        self._head.setVisible(bool(head))
        self._head.setFixedHeight(max(1, head))
        self.setProperty("grouped", bool(head))
        self._dress()
        self.shown = dict(zip(names, self._rows, strict=False))
        for row in self._rows[len(names) :]:
            row.hide()
        for place, row in self.shown.items():
            row.set_card(on=not head)
            row.show_levels(levels, keys, shape)
            row.show_row(place, number, names[place] if head else title, letters)
            row.show()
        self._column.invalidate()
        self._column.activate()  # else rows keep the place that they had in a smaller window

    def _dress(self) -> None:
        look, grouped = self._look, bool(self.property("grouped"))
        edge, high = (look.px(26), look.px(10)) if grouped else (0, 0)
        self._column.setContentsMargins(edge, high, edge, high)
        left = indent(look) if grouped else 0
        self._lines.setContentsMargins(left, 0, 0, 0)
        self._column.setSpacing(0)
        self.style().unpolish(self)
        self.style().polish(self)

    def _new_row(self) -> LevelRow:
        row = LevelRow(self._look, self)
        row.answered.connect(self.answered)
        row.cleared.connect(self.cleared)
        row.entered.connect(self.entered)
        self._lines.addWidget(row, 1)
        return row
