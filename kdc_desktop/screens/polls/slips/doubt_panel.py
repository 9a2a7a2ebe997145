"""A doubtful box as the picture shows it, to be judged with one key."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.interchange.slips import LineShown
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.screens.polls.slips.read_rows import ReadSlip

_MOST = 2.5  # times as large as it was seen
_FRAME = 3


class _LinePicture(QWidget):
    """A line of a slip with one of its boxes framed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._image, self._box = QImage(), QRectF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(60))

    def show_line(self, line: LineShown, box: int) -> None:
        """Show this line, and frame the box at this place."""
        height, width = line.picture.shape
        grey = QImage.Format.Format_Grayscale8
        self._image = QImage(line.picture.tobytes(), width, height, width, grey).copy()
        self._box = QRectF(*line.boxes[box])
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(480), self._theme.px(140))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._image.isNull():
            return
        scale = min(self.width() / self._image.width(), self.height() / self._image.height(), _MOST)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        painter.drawImage(0, 0, self._image)
        pen = QPen(QColor(self._theme.palette.accent), _FRAME / scale)
        painter.setPen(pen)
        around = 5.0
        painter.drawRect(self._box.adjusted(-around, -around, around, around))
        painter.end()


class DoubtPanel(Surface):
    """Asks of one box after the other; `judged` carries whether it is filled.

    `left_out` is for a slip that is rather typed in.
    """

    judged = Signal(bool)
    left_out = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.question_label = plain_label("", "title", self, wrap=True)
        self.option_label = plain_label("", "", self, wrap=True)
        self._picture = _LinePicture(theme, self)
        self.filled_button = QPushButton(_("Filled (F)"), self)
        self.filled_button.setObjectName("box_filled_button")
        self.empty_button = QPushButton(_("Empty (E)"), self)
        self.empty_button.setObjectName("box_empty_button")
        self.type_button = QPushButton(_("Type this slip in (T)"), self)
        self.type_button.setObjectName("type_doubtful_button")
        self.type_button.setProperty("kind", "quiet")
        once(self.filled_button, self.empty_button, self.type_button)
        self.filled_button.clicked.connect(lambda: self.judged.emit(True))
        self.empty_button.clicked.connect(lambda: self.judged.emit(False))
        self.type_button.clicked.connect(self.left_out)
        buttons = QHBoxLayout()
        for button in (self.filled_button, self.empty_button, self.type_button):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        for widget in (self.question_label, self.option_label):
            column.addWidget(widget)
        column.addWidget(self._picture, 1)
        column.addLayout(buttons)

    def ask(self, row: ReadSlip, option: str) -> None:
        """Ask of the next doubtful box of a slip, which stands beside this option."""
        box = row.doubts[0]
        asked = _("Slip {number}: is the framed box filled?", number=row.written)
        self.question_label.setText(parted(asked))
        self.option_label.setText(parted(option))
        self._picture.show_line(row.shown(box), box[1])
        self._picture.setAccessibleName(asked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_F:
                self.judged.emit(True)
            case Qt.Key.Key_E:
                self.judged.emit(False)
            case Qt.Key.Key_T:
                self.left_out.emit()
            case _:
                super().keyPressEvent(event)
