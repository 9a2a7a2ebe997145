"""The card in which the next version of a vision is written."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
)

from kdc_desktop.domain.kit.lengths import STATEMENT
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.limits import tell_when_long
from kdc_desktop.screens.kit.narrow import scroll_to
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import KeyCap
from kdc_desktop.screens.visions.answer_ticks import AnswerTicks
from kdc_desktop.screens.visions.guided_writing import ROOMY, GuidedWriting
from kdc_desktop.screens.visions.narrow import fit_row
from kdc_desktop.services.visions.drafts import VersionDraft, draft, forget_draft, keep_draft
from kdc_desktop.services.visions.rows import VisionPage
from kdc_desktop.storage import Database

T = TypeVar("T", bound=QObject)


class VersionEditor(QObject):
    """Drives the card's widgets; what was written and not saved is kept in the club file.

    `save` is called with what is written and says whether it was kept. `closed` tells that the card
    was put away.
    """

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        database: Database,
        card: QFrame,
        save: Callable[[VersionDraft], bool],
    ) -> None:
        super().__init__(card)
        self._card, self._save = card, save
        self._title = _child(card, QLabel, "editor_title")
        self.text_edit = _child(card, QPlainTextEdit, "text_edit")
        self.note_edit = _child(card, QLineEdit, "note_edit")
        self.save_button = _child(card, QPushButton, "save_button")
        self._row = _child(card, QHBoxLayout, "editor_row")
        self._row.addWidget(KeyCap(card, "Ctrl+Enter"))
        self._database = database
        self.consortium_id = 0
        self._before = VersionDraft("")
        self._theme = theme
        self.guided = GuidedWriting(theme, self.text_edit, card)
        self.ticks = AnswerTicks(card)
        self._put_in(card)
        self._fit()
        theme.changed.connect(self._fit)
        for watched in (card, self.text_edit, self.note_edit, *self.guided.steps.lines.values()):
            watched.installEventFilter(self)
        tell_when_long(self.text_edit, STATEMENT)
        self.save_button.clicked.connect(self.keep)
        _child(card, QPushButton, "cancel_button").clicked.connect(self.close)
        card.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        card.hide()

    def _put_in(self, card: QFrame) -> None:
        """The steps stand above the sentence, the ticks below it."""
        column = card.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(column.indexOf(self.text_edit), self.guided)
        column.insertWidget(column.indexOf(self.text_edit) + 1, self.ticks)

    def _fit(self) -> None:
        roomy = self._theme.scale < ROOMY  # else what saves it would be out of sight
        self.text_edit.setFixedHeight(self._theme.px(132 if roomy else 92))

    def _fit_row(self) -> None:
        fit_row(self._row, self._card.contentsRect().width() - 2 * self._theme.px(16))

    @property
    def is_open(self) -> bool:
        """Whether a version is being written now."""
        return not self._card.isHidden()

    def open(self, page: VisionPage) -> None:
        """Write the next version of a page, from the last one or from what was left unsaved."""
        self.consortium_id, latest = page.consortium_id, page.latest
        number = len(page.versions) + 1
        begun = VersionDraft(latest.text, parts=latest.parts) if latest else VersionDraft("")
        written = draft(self._database, self.consortium_id) or begun
        self._title.setText(
            _("Version {number}: one sentence that every member can share", number=number)
            if number == 1
            else _("Version {number}", number=number)
        )
        self.save_button.setText(_("Save version {number}", number=number))
        self.text_edit.setPlainText(written.text)
        self.note_edit.setText(written.note)
        self.note_edit.setVisible(number > 1)
        self.guided.begin(written.parts, is_first=number == 1)
        self.ticks.show_page(page, written.answers)
        self._before = self._written
        self._card.show()
        self._fit()  # what dresses it makes it lower than that
        self._fit_row()
        self.text_edit.setFocus()
        self.text_edit.moveCursor(self.text_edit.textCursor().MoveOperation.End)
        QTimer.singleShot(0, self, self._lead_to_it)  # once it is laid out

    @property
    def _written(self) -> VersionDraft:
        text, note = self.text_edit.toPlainText(), self.note_edit.text()
        return VersionDraft(text, note, self.guided.steps.parts, self.ticks.ticked)

    def _lead_to_it(self) -> None:
        scroll_to(self._card)

    def close(self) -> None:
        """Put the card away; what is in it comes back when it is opened again."""
        if self.is_open:
            self._keep_draft()
            self._card.hide()
            self.closed.emit()

    def keep(self) -> None:
        """Save what is written as the next version."""
        if self._save(self._written):
            forget_draft(self._database, self.consortium_id)
            self._card.hide()
            self.closed.emit()

    def keep_if_open(self) -> bool:
        """Save what is written, if a version is being written."""
        is_open = self.is_open
        if is_open:
            self.keep()
        return is_open

    def _keep_draft(self) -> None:
        written = self._written
        if written != self._before:
            keep_draft(self._database, self.consortium_id, written)

    def _have_height(self) -> None:
        """The card is as high as its words need at this width; Qt asks how high it likes to be."""
        self._card.setMinimumHeight(self._card.heightForWidth(self._card.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._card and event.type() == QEvent.Type.Hide and self.is_open:
            self._keep_draft()  # the screen, or the whole window, goes
        if watched is self._card and event.type() == QEvent.Type.Resize:
            self._fit_row()
        if watched is self._card and event.type() in (
            QEvent.Type.Resize,
            QEvent.Type.LayoutRequest,
        ):
            self._have_height()
        if isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            saves = held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            leaves = event.key() == Qt.Key.Key_Escape
            if (saves or leaves) and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if (saves or leaves) and event.type() == QEvent.Type.KeyPress:
                if saves:
                    self.keep()
                else:
                    self.close()
                return True
        return super().eventFilter(watched, event)


def _child(card: QFrame, kind: type[T], name: str) -> T:
    found = card.findChild(kind, name)
    assert found is not None
    return found
