"""Two options side by side, as large as there is room, or that there is nothing left to compare."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kdc_desktop.audience.kit.ink import MEDIUM, SEMIBOLD, Across, Down, fit, text_block
from kdc_desktop.audience.kit.speaking import speak
from kdc_desktop.audience.polls.kiosk.fitted import READABLE
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.page import words
from kdc_desktop.i18n import _

LARGEST, SMALLEST = 48, 22  # letters of a title
TALLEST = 420
SIDE_BY_SIDE = 620  # the width from which there is room for both, in lengths of the design


class PairCard(QFrame):
    """One of the two: `chosen` when it is touched, once, however often in one go."""

    chosen = Signal()
    is_a_picture = True

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.title, self.letters = look, "", SMALLEST
        self._key, self._pressed = key, False

    def show_title(self, title: str, letters: int) -> None:
        """Stand for this option."""
        self.title, self.letters, self._pressed = title, letters, False
        self.setAccessibleName(title)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.button() == Qt.MouseButton.LeftButton

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """The second half of a double click is no answer to the next pair."""
        self._pressed = False

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, False
        if pressed and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self.look
        edge = look.px(26)
        box = QRectF(self.rect()).adjusted(edge, look.px(16), -edge, -look.px(16))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            size = max(READABLE, look.letters(26))
            text_block(painter, box, self._key, size, MEDIUM, look.palette.muted)
            box.adjust(0, round(1.3 * size), 0, 0)
            text_block(
                painter,
                box,
                self.title,
                self.letters,
                SEMIBOLD,
                look.palette.ink,
                across=Across.CENTRE,
                down=Down.MIDDLE,
                smallest=READABLE,
            )


class PairBoard(QWidget):
    """Has the keys while a pair stands there; `chosen` carries 0 for the first, 1 for the other."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._titles: tuple[str, str] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cards = [PairCard(look, key, self) for key in ("1", "2")]
        for at, card in enumerate(self.cards):
            card.setObjectName(f"pair_{at + 1}")
            card.chosen.connect(lambda at=at: self.chosen.emit(at))
        self.all_label: QLabel = words("text", "kiosk_pairs_over", centred=True, most_lines=3)
        self.all_label.setParent(self)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._look = look
        for card in self.cards:
            card.look = look
        self._arrange()

    def show_pair(self, titles: tuple[str, str] | None, over: str = "") -> None:
        """Ask about these two, or say why nothing is asked."""
        self._titles = titles
        self.all_label.setText(over)
        asked = _("{first}, or {second}?", first=titles[0], second=titles[1]) if titles else over
        self.setAccessibleName(asked)
        self._arrange()
        if self.isVisible():
            speak(self, asked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look, gap = self._look, self._look.px(22)
        beside = self.width() >= look.px(SIDE_BY_SIDE)
        rows, columns = (1, 2) if beside else (2, 1)
        width = (self.width() - gap * (columns - 1)) // columns
        height = min(look.px(TALLEST), (self.height() - gap * (rows - 1)) // rows)
        edge, head = 2 * look.px(26), 2 * look.px(16) + round(1.3 * look.letters(26))
        room = max(1, width - edge), max(1, height - head)
        largest, smallest = look.letters(LARGEST), max(READABLE, look.letters(SMALLEST))
        titles = self._titles or ("", "")
        letters = min(fit(one, *room, largest, SEMIBOLD, smallest=smallest).size for one in titles)
        self.all_label.setVisible(self._titles is None)
        self.all_label.setGeometry(0, 0, self.width(), min(self.height(), look.px(TALLEST)))
        for at, card in enumerate(self.cards):
            card.setVisible(self._titles is not None)
            row, column = divmod(at, columns)
            card.setGeometry(column * (width + gap), row * (height + gap), width, height)
            card.show_title(titles[at], letters)
