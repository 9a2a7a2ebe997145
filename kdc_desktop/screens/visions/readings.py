"""What the vision means for each member, in its own words."""

from collections.abc import Callable, Collection
from functools import partial

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.lengths import PAGE
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.unkept import Unkept
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage

MARGIN = 4  # of a document
TOP = Qt.AlignmentFlag.AlignTop


class ReadingEdit(QPlainTextEdit):
    """As high as its text; `kept` when it is left, or with Ctrl+Enter, and the text is new.

    It carries the id of the version that was read. `there` says which ones there still are.
    """

    kept = Signal(int, str)

    def __init__(self, theme: Theme, there: Callable[[], Collection[int]], place: QWidget) -> None:
        super().__init__(place)
        self._theme = theme
        self._known = ""
        self._version_id = 0
        self._unkept = Unkept(self, PAGE)
        self._unkept.there = there
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._fit)

    def show_text(self, version_id: int, text: str) -> None:
        """Show a reading of a version, unless somebody is writing another one here."""
        if self.hasFocus() and self.toPlainText() != self._known:
            return
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
        if text != self._known:
            self._known = text
            self.kept.emit(self._version_id, text)

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
            self.keep()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()
                return True
        return super().event(event)


class _Line:
    """A member's badge and name, and what it writes."""

    def __init__(self, theme: Theme, edit: ReadingEdit, place: QWidget) -> None:
        self.edit = edit
        self._badge, self._label = SectorBadge(place), plain_label("", "", place, wrap=True)
        badge = _lowered(self._badge, theme.px(8), place)
        self._parts = (badge, _lowered(self._label, theme.px(9), place), edit)

    def show_member(self, member: StakeholderRow) -> None:
        """Say whose line it is."""
        self._badge.set_letter(member.sector)
        self._label.setText(member.name)
        self.edit.setAccessibleName(_("What the vision means for {name}", name=member.name))

    def stand_in(self, grid: QGridLayout, row: int) -> None:
        """Stand in this row of the grid."""
        for column, part in enumerate(self._parts):
            grid.removeWidget(part)
            grid.addWidget(part, row, column, TOP if part is self.edit else Qt.AlignmentFlag(0))
            part.show()

    def put_away(self, grid: QGridLayout) -> None:
        """Stand nowhere; where something too long is written, wait there for the member."""
        for part in self._parts:
            grid.removeWidget(part)
            part.hide()
        if not self.edit.holds:
            for part in self._parts:
                part.deleteLater()


class ReadingsList(QScrollArea):
    """A line to write on for each member; nobody else's coming, going or new name touches it.

    `reading_changed` carries the member, the version and its words. `there` says which versions
    a member of a consortium can still read.
    """

    reading_changed = Signal(int, int, str)

    def __init__(self, theme: Theme, there: Callable[[int, int], Collection[int]]) -> None:
        super().__init__()
        self._theme, self._there = theme, there
        self.edits: dict[int, ReadingEdit] = {}
        self._lines: dict[int, _Line] = {}
        self.setObjectName("readings_list")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 8, 8, 8)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 2)
        self._grid.setColumnStretch(2, 5)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(self._inner)

    def show_page(self, page: VisionPage, version: VersionRow) -> None:
        """Show the readings of one version."""
        before = self.edits
        self.edits = {one.id: self._line(page.consortium_id, one.id).edit for one in page.members}
        if list(before) != list(self.edits):
            self._arrange(before.keys() - self.edits.keys())
        for member in page.members:
            self._lines[member.id].show_member(member)
            text = page.readings.get((member.id, version.id), "")
            self._lines[member.id].edit.show_text(version.id, text)

    def keep(self) -> None:
        """Hand over what is being written, before another consortium is shown."""
        for edit in self.edits.values():
            if edit.hasFocus():
                edit.keep()

    def _arrange(self, gone: Collection[int]) -> None:
        for key in gone:
            line = self._lines[key]
            if line.edit.hasFocus():
                self.setFocus()  # else the next member's line gets the keys
            line.put_away(self._grid)
            if not line.edit.holds:
                del self._lines[key]
        above: QWidget = self
        for row, (key, edit) in enumerate(self.edits.items()):
            self._lines[key].stand_in(self._grid, row)
            QWidget.setTabOrder(above, edit)
            above = edit

    def _line(self, consortium_id: int, member_id: int) -> _Line:
        if member_id in self._lines:
            return self._lines[member_id]
        there = partial(self._there, consortium_id, member_id)
        edit = ReadingEdit(self._theme, there, self._inner)
        edit.setObjectName(f"reading_{member_id}")
        edit.setPlaceholderText(_("What it means for us, in our own words"))
        edit.kept.connect(partial(self.reading_changed.emit, member_id))
        self._lines[member_id] = _Line(self._theme, edit, self._inner)
        return self._lines[member_id]

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(180))


def _lowered(widget: QWidget, by: int, place: QWidget) -> QWidget:
    """The widget, as low as the first line of the text beside it."""
    around = QWidget(place)
    column = QVBoxLayout(around)
    column.setContentsMargins(0, by, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return around
