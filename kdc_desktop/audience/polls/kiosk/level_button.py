"""A button for a level: its words, and the key for it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from kdc_desktop.audience.kit.ink import MEDIUM, SEMIBOLD, Across, Down, text_block
from kdc_desktop.audience.polls.kiosk.fitted import READABLE
from kdc_desktop.audience.polls.kiosk.level_shape import (
    MOST_LINES,
    LevelShape,
    key_letters,
    key_width,
)
from kdc_desktop.audience.polls.kiosk.look import Look


class LevelButton(QPushButton):
    """Its words stand in letters of one size with those beside it; a key that they do not say
    stands before them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.words, self._key = look, "", ""
        self._letters = READABLE
        self.setProperty("kiosk", "level")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_level(self, words: str, key: str, shape: LevelShape) -> None:
        """Say this, in this shape."""
        self.words, self._key, self._letters = words, key, shape.letters
        self.setFixedSize(shape.width, shape.height)
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        look, colours = self.look, self.look.palette
        ink, muted = (colours.on_accent,) * 2 if self.isChecked() else (colours.ink, colours.muted)
        box = QRectF(self.rect()).adjusted(look.px(8), 0, -look.px(6), 0)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
            size = key_letters(look)
            text_block(painter, box, self._key, size, MEDIUM, muted, down=Down.MIDDLE)
            box.adjust(key_width(look, (self._key,)) if self._key else -look.px(2), 0, 0, 0)
            text_block(
                painter,
                box,
                self.words,
                self._letters,
                SEMIBOLD,
                ink,
                max_lines=MOST_LINES,
                across=Across.CENTRE,
                down=Down.MIDDLE,
                smallest=READABLE,
            )
