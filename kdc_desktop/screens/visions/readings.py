"""What the vision means for each member, in its own words."""

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
from kdc_desktop.services.visions.rows import VersionRow, VisionPage

_Members = tuple[tuple[int, str, str], ...]  # id, name and sector of each
MARGIN = 4  # of a document
TOP = Qt.AlignmentFlag.AlignTop


class ReadingEdit(QPlainTextEdit):
    """As high as its text; `kept` when it is left, or with Ctrl+Enter, and the text is new."""

    kept = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._known = ""
        self._version_id = 0
        self._unkept = Unkept(self, PAGE)
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
        """Whether something too long is written here, of whichever version."""
        return self._unkept.holds

    def keep(self) -> None:
        """Hand over what is written, if it is new."""
        text = self.toPlainText().strip()
        self._unkept.hold(self._version_id)
        if text != self._known:
            self._known = text
            self.kept.emit(text)

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


class ReadingsList(QScrollArea):
    """A line to write on for each member; `reading_changed` carries the member and its words."""

    reading_changed = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._members: _Members = ()
        self.edits: dict[int, ReadingEdit] = {}
        self._away: dict[_Members, tuple[QWidget, dict[int, ReadingEdit]]] = {}
        self.setObjectName("readings_list")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_page(self, page: VisionPage, version: VersionRow) -> None:
        """Show the readings of one version."""
        members = tuple((m.id, m.name, m.sector) for m in page.members)
        if members != self._members:
            self._put_away()
            self._members = members
            self._build()
        for member_id, edit in self.edits.items():
            edit.show_text(version.id, page.readings.get((member_id, version.id), ""))

    def keep(self) -> None:
        """Hand over what is being written, before another consortium is shown."""
        for edit in self.edits.values():
            if edit.hasFocus():
                edit.keep()

    def _put_away(self) -> None:
        """Where something too long is written, it is there again when the members are."""
        page = self.takeWidget()
        if page is not None and any(edit.holds for edit in self.edits.values()):
            page.setParent(self)
            page.hide()
            self._away[self._members] = (page, self.edits)
        elif page is not None:
            page.deleteLater()

    def _build(self) -> None:
        if self._members in self._away:
            page, self.edits = self._away.pop(self._members)
            self.setWidget(page)
            page.show()
            return
        inner = QWidget()
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 5)
        self.edits = {}
        for row, (member_id, name, sector) in enumerate(self._members):
            edit = ReadingEdit(self._theme, inner)
            edit.setObjectName(f"reading_{member_id}")
            edit.setAccessibleName(_("What the vision means for {name}", name=name))
            edit.setPlaceholderText(_("What it means for us, in our own words"))
            edit.kept.connect(lambda text, key=member_id: self.reading_changed.emit(key, text))
            self.edits[member_id] = edit
            label = plain_label(name, "", inner, wrap=True)
            for column, widget in enumerate((SectorBadge(inner, sector), label)):
                lowered = QVBoxLayout()
                lowered.setContentsMargins(0, self._theme.px(9 if column else 8), 0, 0)
                lowered.addWidget(widget)
                lowered.addStretch(1)
                grid.addLayout(lowered, row, column)
            grid.addWidget(edit, row, 2, TOP)
        grid.setRowStretch(len(self._members), 1)
        self.setWidget(inner)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self._theme.px(180))
