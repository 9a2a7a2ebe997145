"""Letters to touch, and names that fit below them: placed by hand, so that none ever overlap.

Who is called alike but for the end stays apart: names are cut in the middle, and stand below each
other where two of them would still say the same.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.page import press
from kdc_desktop.i18n import _

COLUMNS = 2
MOST_ROWS = 4
WIDE_TEXT = 1.5


class LetterKeys(QWidget):
    """Keys in as many rows as the width asks for; `pressed` carries a letter, `taken_back` asks
    for the last one to go."""

    pressed = Signal(str)
    taken_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look()
        self._shown: list[QPushButton] = []
        self._letters: Sequence[str] = ()
        self._buttons: list[QPushButton] = []
        self._back = press("⌫", "key", "kiosk_key_back", self.taken_back.emit, self)
        self._back.setAccessibleName(_("Take the last letter back"))
        self._back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self._arrange()

    def show_keys(self, letters: Sequence[str], *, back: bool) -> None:
        """Offer these letters and no others; `back`: there is something to take back."""
        while len(self._buttons) < len(letters):
            self._buttons.append(self._new_button(len(self._buttons)))
        for button, letter in zip(self._buttons, letters, strict=False):
            button.setText(letter)
            button.setObjectName(f"kiosk_key_{letter}")
        self._letters = letters
        self._shown = [*self._buttons[: len(letters)], *([self._back] if back else [])]
        for button in (*self._buttons, self._back):
            button.setVisible(button in self._shown)
        self._arrange()

    def heightForWidth(self, width: int) -> int:
        side, gap = self._side, self._look.px(12)
        rows = -(-len(self._shown) // self._in_a_row(width))
        return max(0, rows * (side + gap) - gap)

    def sizeHint(self) -> QSize:
        return QSize(1, self.heightForWidth(max(1, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @property
    def _side(self) -> int:
        return self._look.target(72)

    def _in_a_row(self, width: int) -> int:
        gap = self._look.px(12)
        return max(1, (width + gap) // (self._side + gap))

    def _arrange(self) -> None:
        step, in_a_row = self._side + self._look.px(12), self._in_a_row(self.width())
        for place, button in enumerate(self._shown):
            row, column = divmod(place, in_a_row)
            button.setGeometry(column * step, row * step, self._side, self._side)
        self.updateGeometry()

    def _new_button(self, place: int) -> QPushButton:
        button = press("", "key", "", lambda: self.pressed.emit(self._letters[place]), self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button


class NameGrid(QWidget):
    """Names to touch, in one column or two and up to four rows; `chosen` carries a place from 0,
    `touched` the place that is pressed and may be let go elsewhere, `arranged` tells that there may
    be room for more or fewer."""

    chosen = Signal(int)
    touched = Signal(int)
    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._is_long = Look(), False
        self.buttons = [self._new_button(place) for place in range(COLUMNS * MOST_ROWS)]
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    @property
    def room(self) -> int:
        """How many names fit."""
        step = self._look.target(88) + self._look.px(16)
        rows = (self.height() + self._look.px(16)) // step
        return self.columns * min(MOST_ROWS, max(1, rows))

    @property
    def columns(self) -> int:
        """How many names stand side by side: as many as their letters leave room for."""
        return 1 if self._look.text > WIDE_TEXT or self._is_long else COLUMNS

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        self._arrange()

    def show_names(self, names: Sequence[str]) -> None:
        """Show these, as many as fit, each shortened to its button."""
        self._be_long(on=False)
        shown = self._fitted(names)
        if len(set(shown)) < len(set(names[: len(shown)])):
            self._be_long(on=True)
            shown = self._fitted(names)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < min(len(names), self.room))
            if place < len(shown):
                button.setText(shown[place].replace("&", "&&"))
                button.setAccessibleName(names[place])

    def _fitted(self, names: Sequence[str]) -> list[str]:
        inner, middle = 2 * self._look.px(26) + 12, Qt.TextElideMode.ElideMiddle
        fitted = []
        for button, name in zip(self.buttons[: self.room], names, strict=False):
            button.ensurePolished()
            room = max(40, button.width() - inner)
            fitted.append(button.fontMetrics().elidedText(name, middle, room))
        return fitted

    def _be_long(self, *, on: bool) -> None:
        if self._is_long != on:
            self._is_long = on
            self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._place()
        self.arranged.emit()

    def _place(self) -> None:
        gap, height = self._look.px(16), min(self._look.target(88), self.height())
        width = (self.width() - gap * (self.columns - 1)) // self.columns
        for place, button in enumerate(self.buttons):
            row, column = divmod(place, self.columns)
            button.setGeometry(column * (width + gap), row * (height + gap), width, height)

    def _new_button(self, place: int) -> QPushButton:
        name = f"kiosk_name_{place}"
        button = press("", "name", name, lambda: self.chosen.emit(place), self)
        button.pressed.connect(lambda: self.touched.emit(place))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return button
