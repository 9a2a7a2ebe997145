"""The words of one stage of an agenda, kept as soon as a field is left."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.errors import UserError
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.unkept import Unkept
from kdc_desktop.services.sessions import agenda
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database


class StageCard(QFrame):
    """Shows a stage and writes what is typed; `problem` says what has to be mended in it.

    `move_wanted` (by so many places) and `removal_wanted` are only told.
    """

    move_wanted = Signal(int)
    removal_wanted = Signal()
    problem = Signal(str)

    kind_label: QLabel
    title_label: QLabel
    stage_title_edit: QLineEdit
    minutes_label: QLabel
    minutes_spin: QSpinBox
    prompt_label: QLabel
    prompt_edit: QPlainTextEdit
    notes_label: QLabel
    notes_edit: QPlainTextEdit
    moves: QWidget
    order: QWidget
    up_button: QPushButton
    down_button: QPushButton
    remove_button: QPushButton

    def __init__(self, theme: Theme, database: Database, kinds: Sequence[StageKind]) -> None:
        super().__init__()
        load_form(self, "sessions/stage_card")
        self._theme, self._database = theme, database
        self._kinds = {kind.key: kind for kind in kinds}
        self._editing: StageRow | None = None
        TurningRow(self.moves, self.order, self.remove_button, 8)
        self.setProperty("role", "card")
        self.kind_label.setProperty("role", "muted")
        for label in (self.title_label, self.minutes_label, self.prompt_label, self.notes_label):
            label.setProperty("role", "section")
        self.remove_button.setProperty("kind", "danger")
        self.stage_title_edit.editingFinished.connect(self._keep)
        self.minutes_spin.setKeyboardTracking(False)  # 45 is one step, and not first 4
        self.minutes_spin.editingFinished.connect(self._keep)
        self.minutes_spin.valueChanged.connect(self._keep)
        self.up_button.clicked.connect(lambda: self.move_wanted.emit(-1))
        self.down_button.clicked.connect(lambda: self.move_wanted.emit(1))
        once(self.remove_button)  # by then it is the next stage
        self.remove_button.clicked.connect(self.removal_wanted)
        self._prompt, self._notes = Unkept(self.prompt_edit, TEXT), Unkept(self.notes_edit, TEXT)
        for edit in (self.prompt_edit, self.notes_edit):
            edit.installEventFilter(self)
        theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        self.prompt_edit.setMinimumHeight(px(56))
        self.prompt_edit.setMaximumHeight(px(110))
        self.notes_edit.setMinimumHeight(px(88))
        # What the notes would like is more than a small laptop has: they take what is left.
        policy = self.notes_edit.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
        policy.setVerticalStretch(1)
        self.notes_edit.setSizePolicy(policy)

    def show_stage(self, row: StageRow | None) -> None:
        """Show this stage; what was typed for another is kept before. None shows nothing."""
        if self._editing is not None and (row is None or row.id != self._editing.id):
            self._keep()
        self.setEnabled(row is not None)
        if row is None or row == self._editing:
            return
        same = self._editing is not None and self._editing.id == row.id
        self._editing = row
        self.kind_label.setText(str(self._kinds[row.kind].purpose))
        if not (same and self.stage_title_edit.hasFocus()):
            self.stage_title_edit.setText(row.title)
        if not (same and self.prompt_edit.hasFocus()):
            self._prompt.show(row.id, row.prompt)
        if not (same and self.notes_edit.hasFocus()):
            self._notes.show(row.id, row.notes)
        self.minutes_spin.blockSignals(True)
        self.minutes_spin.setValue(row.planned_minutes)
        self.minutes_spin.blockSignals(False)

    def stand_by(self, there: Callable[[], Collection[int]]) -> None:
        """Hold on to what is too long of these stages only, which are asked for when needed."""
        self._prompt.there = self._notes.there = there

    def drop_typed(self) -> None:
        """Keep nothing more of what is typed, because the stage goes."""
        self._editing = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._keep()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.minutes_spin.interpretText()
        self._keep()
        super().hideEvent(event)

    def _keep(self) -> None:
        row = self._editing
        if row is None:
            return
        long_prompt, long_notes = self._prompt.hold(row.id), self._notes.hold(row.id)
        too_long = long_prompt or long_notes
        title, minutes = self.stage_title_edit.text().strip(), self.minutes_spin.value()
        prompt = self._prompt.keepable(row.id, row.prompt)
        notes = self._notes.keepable(row.id, row.notes)
        kept = (row.title, row.prompt, row.notes, row.planned_minutes)
        if (title, prompt, notes, minutes) == kept and not too_long:
            return
        self._editing = None
        try:
            agenda.change_stage(
                *(self._database, row.id), title=title, minutes=minutes, prompt=prompt, notes=notes
            )
            if too_long:
                raise UserError(too_long)
        except UserError as error:
            self._editing = self._editing or row  # what was typed stays there to be mended
            self.problem.emit(str(error))
