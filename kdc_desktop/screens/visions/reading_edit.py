"""The line on which a member's reading of the vision is written."""

from collections.abc import Callable, Collection

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import Unkept

MARGIN = 4  # of a document


class ReadingEdit(QPlainTextEdit):
    """As high as its text; `kept` when it is left, or with Ctrl+Enter, and the text is new.

    Escape gives up what was written. It carries the id of the version that was read. `there` says
    which ones there still are. What was carried over from an earlier version is `kept` for this
    one with Ctrl+Enter as well, or by `confirm`; with nothing in its place it stays.
    """

    kept = Signal(int, str)

    def __init__(self, theme: Theme, there: Callable[[], Collection[int]], place: QWidget) -> None:
        super().__init__(place)
        self._theme = theme
        self._known = ""
        self._version_id = 0
        self.is_carried_over = False
        self._unkept = Unkept(self, PAGE)
        self._unkept.there = there
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)

    def show_text(self, version_id: int, text: str, *, carried_over: bool) -> None:
        """Show a reading of a version, unless somebody is writing another one here."""
        if self.hasFocus() and self.toPlainText() != self._known:
            return
        self.is_carried_over = carried_over
        self._known, self._version_id = text, version_id
        self._unkept.show(version_id, text)
        self._fit()

    @property
    def holds(self) -> bool:
        """Whether something too long was written here, of whichever version, there or not."""
        return self._unkept.holds_any

    def keep(self) -> None:
        """Hand over what is written, if it is new."""
        text = self.toPlainText().strip()
        self._unkept.hold(self._version_id)
        if text == self._known:
            return
        if text or not self.is_carried_over:
            self._known = text
        else:
            self.setPlainText(self._known)
        self.kept.emit(self._version_id, text)

    def confirm(self) -> None:
        """Hand over what is written, which may be what was said of an earlier version."""
        if self.is_carried_over and self.toPlainText().strip() == self._known:
            self.kept.emit(self._version_id, self._known)
        else:
            self.keep()

    def sizeHint(self) -> QSize:
        return QSize(200, self.height())

    def _fit(self) -> None:
        lines = max(1, round(self.document().size().height()))
        metrics, wrap = self.fontMetrics(), Qt.TextFlag.TextWordWrap
        if self.document().isEmpty():
            room = QRect(0, 0, self.viewport().width() - 2 * MARGIN, 10_000)
            lines = round(
                metrics.boundingRect(room, wrap, self.placeholderText()).height()
                / metrics.lineSpacing()
            )
        self.setFixedHeight(max(1, lines) * metrics.lineSpacing() + self._theme.px(22))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            QTimer.singleShot(0, self, self._fit)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm()
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        """What was written is taken back, which undoes, and the line is left."""
        if self.toPlainText() != self._known:
            self.selectAll()
            self.insertPlainText(self._known)
        self.focusNextChild()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)
