"""A row of a paper on which one of several levels is said: a title, and a button for each level."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kdc_desktop.audience.kit.ink import REGULAR, SEMIBOLD
from kdc_desktop.audience.polls.kiosk.level_button import LevelButton
from kdc_desktop.audience.polls.kiosk.level_shape import (
    MOST_BUTTONS,
    LevelShape,
    gap_of,
)
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.option_card import FittedTitle, number_width
from kdc_desktop.audience.polls.kiosk.page import press, words
from kdc_desktop.domain.polls.terms import PollLevel
from kdc_desktop.i18n import _


class LevelRow(QFrame):
    """What is said of something: one of its levels, or nothing, which is not the lowest of them.

    `answered` carries its place among the rows and the level, `cleared` that nothing is said there
    any more, `entered` that it has the focus. As a card it stands by itself.
    """

    answered = Signal(int, int)
    cleared = Signal(int)
    entered = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._place, self._levels = look, 0, tuple[PollLevel, ...]()
        self._value: int | None = None
        self._can_be_blank = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._number = QLabel(self)
        self._number.setProperty("kiosk", "number")
        self.title = FittedTitle(look, self)
        self.hands = QWidget(self)
        self._line = QGridLayout(self.hands)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[LevelButton] = []
        self.less_button = self._step("−", lambda: self._move(-1))
        self.more_button = self._step("+", lambda: self._move(1))
        self.value_label = words("count", "kiosk_level_value", centred=True, most_lines=2)
        self.blank_label = words("hint", "kiosk_blank", centred=True, most_lines=1)
        self.blank_label.setText(_("blank"))
        for label in (self.value_label, self.blank_label):
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clear_button = self._step("×", lambda: self.cleared.emit(self._place))
        for column, widget in enumerate((self.less_button, self.value_label, self.more_button)):
            self._line.addWidget(widget, 0, column)
        for widget in (self.blank_label, self.clear_button):
            self._line.addWidget(widget, 0, MOST_BUTTONS)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self._number, 0, 0)
        self._grid.addWidget(self.title, 0, 1)
        self._grid.addWidget(self.hands, 0, 2)
        self.set_card(on=True)
        self.set_look(look)

    def set_card(self, *, on: bool) -> None:
        """Stand by itself, with a number, or in a card with others."""
        if self.property("card") != on:
            self._number.setVisible(on)
            self.title.weight = SEMIBOLD if on else REGULAR
            self._mark("card", on=on)
            self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = self.title.look = look
        self._number.setFixedWidth(number_width(look))
        edge = look.px(26) if self.property("card") else look.px(8)
        self._grid.setContentsMargins(edge, look.px(8), edge, look.px(8))
        self._grid.setHorizontalSpacing(look.px(16))
        self._grid.setVerticalSpacing(look.px(6))
        self._line.setSpacing(gap_of(look))
        for button in self.buttons:
            button.look = look

    def show_levels(
        self, levels: tuple[PollLevel, ...], keys: Sequence[str], shape: LevelShape
    ) -> None:
        """Offer these levels, in this shape, on each what is typed for it where there is more to
        say than that."""
        self._levels = levels
        shown = len(levels) if shape.buttons else 0
        while len(self.buttons) < shown:
            self.buttons.append(self._new_button(len(self.buttons)))
        for at, button in enumerate(self.buttons):
            button.setVisible(at < shown)
            if at < shown:
                button.show_level(str(levels[at].name), keys[at] if keys else "", shape)
                button.setObjectName(f"level_{levels[at].value}")
                self._line.addWidget(button, *divmod(at, shape.in_a_line))
        for widget in (self.less_button, self.value_label, self.more_button):
            widget.setVisible(not shape.buttons)
        self.value_label.setFixedSize(shape.width, shape.height)
        for widget in (self.blank_label, self.clear_button):
            widget.setFixedWidth(max(1, shape.blank))
        self._can_be_blank = bool(shape.blank)
        self.hands.setFixedSize(shape.hands, shape.high)
        row, column, columns = (1, 1, 2) if shape.below else (0, 2, 1)
        self._grid.removeWidget(self.hands)
        self._grid.addWidget(self.hands, row, column, 1, columns, Qt.AlignmentFlag.AlignLeft)

    def show_row(self, place: int, number: str, title: str, letters: int) -> None:
        """Stand for this row, its title in letters of this size."""
        self._place = place
        self._number.setText(number)
        self.title.text, self.title.letters = title, letters
        self.title.setAccessibleName(title)
        self.title.update()
        self.setObjectName(f"row_{place + 1}")
        for at, level in enumerate(self._levels[: len(self.buttons)]):
            told = _("{level} for {title}", level=str(level.name), title=title)
            self.buttons[at].setAccessibleName(told)
        self.less_button.setAccessibleName(_("One less for {title}", title=title))
        self.more_button.setAccessibleName(_("One more for {title}", title=title))
        self.clear_button.setAccessibleName(_("Blank again: {title}", title=title))

    def show_value(self, value: int | None, said: str) -> None:
        """Show what is said; None is nothing."""
        self._value = value
        for level, button in zip(self._levels, self.buttons, strict=False):
            button.setChecked(level.value == value)
        names = (str(level.name) for level in self._levels if level.value == value)
        self.value_label.setText(next(names, "–"))
        self.blank_label.setVisible(self._can_be_blank and value is None)
        self.clear_button.setVisible(self._can_be_blank and value is not None)
        self.setAccessibleName(said)
        self._mark("marked", on=value is not None)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self._place)

    def _move(self, steps: int) -> None:
        value = moved(self._levels, self._value, steps)
        if value is None:
            self.cleared.emit(self._place)
        else:
            self.answered.emit(self._place, value)

    def _mark(self, name: str, *, on: bool) -> None:
        if self.property(name) != on:
            self.setProperty(name, on)
            self.style().unpolish(self)
            self.style().polish(self)

    def _new_button(self, at: int) -> LevelButton:
        button = LevelButton(self._look, self.hands)
        button.clicked.connect(lambda: self.answered.emit(self._place, self._levels[at].value))
        return button

    def _step(self, text: str, slot: Callable[[], object]) -> QPushButton:
        button = press(text, "step", "", slot, self.hands)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


def moved(levels: tuple[PollLevel, ...], value: int | None, steps: int) -> int | None:
    """The level so many steps on; nothing is below the lowest."""
    values = [level.value for level in levels]
    at = -1 if value is None else values.index(value)
    at = min(max(-1, at + steps), len(values) - 1)
    return None if at < 0 else values[at]
