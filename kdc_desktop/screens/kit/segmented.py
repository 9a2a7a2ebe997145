"""A few exclusive choices side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QPushButton,
    QSizePolicy,
    QWidget,
)

BESIDE, BELOW = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
GAP = 4  # pixels between segments that stand below each other


def restyle(widget: QWidget) -> None:
    """Let the style sheet look at the widget's properties again."""
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it will look anyway
        widget.style().unpolish(widget)
        widget.style().polish(widget)
    widget.update()


class Segmented(QFrame):
    """A few exclusive choices side by side; `changed` tells which one the user picked.

    One Tab stop; the arrow keys move between the segments. Where it is narrower than all of them
    side by side, they stand below each other.
    """

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None, texts: Sequence[str] = ()) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._row = QBoxLayout(BESIDE, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._group.idClicked.connect(self.changed)
        self._group.idToggled.connect(self._keep_one_stop)
        self.installEventFilter(self)
        self.set_texts(texts)

    def _keep_one_stop(self) -> None:
        """Tab comes to the segment that is picked, from where the arrow keys go on."""
        at = max(0, self.current())
        for button in self._group.buttons():
            stops = self._group.id(button) == at
            policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def set_texts(self, texts: Sequence[str]) -> None:
        """Offer these choices; the first is picked unless the one picked before still exists."""
        before = max(0, self.current())
        if len(texts) == len(self._group.buttons()):
            for button, text in zip(self._group.buttons(), texts, strict=True):
                button.setText(text)
            return
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        for at, text in enumerate(texts):
            button = QPushButton(text, self)
            button.setCheckable(True)
            button.setAutoDefault(False)  # else a dialog dresses the first as what Enter does
            self._group.addButton(button, at)
            button.installEventFilter(self)
            self._row.addWidget(button)
        self._turn(self._row.direction())
        self.set_current(before if before < len(texts) else 0)

    def set_icons(self, icons: Sequence[QIcon], names: Sequence[str]) -> None:
        """Draw these before the words, in their order; their names are told where one points."""
        for at, (icon, name) in enumerate(zip(icons, names, strict=True)):
            button = self._group.button(at)
            if button is not None:
                button.setIcon(icon)
                button.setAccessibleName(name)
                button.setToolTip(name)

    def sizeHint(self) -> QSize:
        wide, hints = self._beside(), self._hints()
        heights = [hint.height() for hint in hints] or [0]
        if self._row.direction() == BESIDE:
            return QSize(wide, max(heights))
        return QSize(wide, sum(heights) + GAP * (len(heights) - 1))

    def minimumSizeHint(self) -> QSize:
        widths = [hint.width() for hint in self._hints()]
        return QSize(max(widths, default=0), self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose_turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_turn()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right lead from one to the next, though they stand below each other."""
        if watched is self and event.type() == QEvent.Type.LayoutRequest:
            self._choose_turn()  # its words may be wider now
        below = self._row.direction() == BELOW
        if below and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
            button = None if step is None else self._group.button(self.current() + step)
            if button is not None:
                button.setFocus(Qt.FocusReason.TabFocusReason)
                button.click()
                return True
        return super().eventFilter(watched, event)

    def _choose_turn(self) -> None:
        if not self.isVisible():
            return
        wanted = BESIDE if self.width() >= self._beside() else BELOW
        if wanted != self._row.direction():
            self._turn(wanted)

    def _turn(self, direction: QBoxLayout.Direction) -> None:
        self._row.setDirection(direction)
        self._row.setSpacing(0 if direction == BESIDE else GAP)
        buttons = self._group.buttons()
        for at, button in enumerate(buttons):
            place = _segment_place(at, len(buttons)) if direction == BESIDE else "only"
            if button.property("segment") != place:
                button.setProperty("segment", place)
                restyle(button)
        self._row.activate()  # the arrow keys go by where the segments lie
        self.updateGeometry()

    def _hints(self) -> list[QSize]:
        return [button.sizeHint() for button in self._group.buttons()]

    def _beside(self) -> int:
        return sum(hint.width() for hint in self._hints())

    def current(self) -> int:
        """Which segment is picked, from 0; -1 when there is none."""
        return self._group.checkedId()

    def take_keys(self) -> None:
        """Give the keys to the segment that is picked."""
        button = self._group.button(max(0, self.current()))
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_current(self, at: int) -> None:
        """Pick a segment without telling, or none with -1."""
        self._group.setExclusive(at >= 0)
        for button in self._group.buttons() if at < 0 else ():
            button.setChecked(False)
        self._group.setExclusive(True)
        button = self._group.button(at)
        if button is not None:
            button.setChecked(True)


def _segment_place(at: int, count: int) -> str:
    if count == 1:
        return "only"
    return "first" if at == 0 else "last" if at == count - 1 else "middle"
