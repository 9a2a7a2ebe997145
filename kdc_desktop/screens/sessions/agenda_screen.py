"""The agenda of a session: add, remove, reorder, and say what each stage is for."""

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.sessions.agenda import shift, timeline
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.sessions.details_dialog import DetailsDialog
from kdc_desktop.screens.sessions.slides import welcome_slide
from kdc_desktop.services.sessions import agenda, listing, questions
from kdc_desktop.services.sessions.joins import StageCheck
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaScreen(Screen):
    """A table of stages and, beside it, the words of the chosen one; edits are kept at once."""

    stem = "sessions/agenda_screen"
    tables = frozenset({"session", "stage"})

    title_label: QLabel
    summary_label: QLabel
    details_button: QPushButton
    add_button: QPushButton
    stages_table: RowTable
    stage_scroll: QScrollArea
    stage_card: QFrame
    kind_label: QLabel
    stage_title_edit: QLineEdit
    minutes_spin: QSpinBox
    prompt_edit: QPlainTextEdit
    notes_edit: QPlainTextEdit
    up_button: QPushButton
    down_button: QPushButton
    remove_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        kinds: Sequence[StageKind],
        checks: Sequence[StageCheck],
    ) -> None:
        super().__init__(theme)
        self._checks = checks
        self._kinds = {kind.key: kind for kind in kinds}
        self._database, self._session_id = database, session_id
        self._times: dict[int, str] = {}
        self._editing: StageRow | None = None
        self.model = RowModel(self._columns(), key=lambda row: row.id)
        self.stages_table.show_model(self.model)
        self.stages_table.setSortingEnabled(False)
        self.stages_table.setAccessibleName("Stages")
        self._dress()
        self._connect()

    def _columns(self) -> tuple[Column[StageRow], ...]:
        return (
            Column("time", "Time", lambda row: self._times.get(row.id, "")),
            Column(
                "title",
                "Stage",
                lambda row: row.title,
                icon=lambda row: self.theme.icon(self._kinds[row.kind].icon),
            ),
            Column("minutes", "Minutes", lambda row: str(row.planned_minutes), align=RIGHT),
        )

    def _dress(self) -> None:
        self.title_label.setProperty("role", "headline")
        self.summary_label.setProperty("role", "muted")
        self.kind_label.setProperty("role", "muted")
        self.stage_card.setProperty("role", "card")
        for name in ("l1", "l2", "l3", "l4"):
            label = self.findChild(QLabel, name)
            assert label is not None
            label.setProperty("role", "section")
        self.theme.changed.connect(self._fit)
        self._fit()
        self.remove_button.setProperty("kind", "danger")
        menu = QMenu(self.add_button)
        for kind in self._kinds.values():
            added = menu.addAction(self.theme.icon(kind.icon), str(kind.title))
            added.setToolTip(str(kind.purpose))
            added.triggered.connect(lambda _checked, kind=kind: self._add(kind))
        menu.setToolTipsVisible(True)
        self.add_button.setMenu(menu)

    def _fit(self) -> None:
        px = self.theme.px
        self.stages_table.setMinimumWidth(px(262))
        self.stage_scroll.setMinimumWidth(px(274))
        self.stage_scroll.setMaximumWidth(px(420))
        self.prompt_edit.setMinimumHeight(px(56))
        self.prompt_edit.setMaximumHeight(px(110))
        self.notes_edit.setMinimumHeight(px(88))
        # What the notes would like is more than a small laptop has: they take what is left.
        policy = self.notes_edit.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
        policy.setVerticalStretch(1)
        self.notes_edit.setSizePolicy(policy)

    def _connect(self) -> None:
        self.stages_table.selection_changed.connect(self._show_chosen)
        self.stage_title_edit.editingFinished.connect(self._keep)
        self.minutes_spin.editingFinished.connect(self._keep)
        self.minutes_spin.valueChanged.connect(self._keep)
        self.details_button.clicked.connect(self.edit_details)
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.remove_button.clicked.connect(self._remove)
        for edit in (self.prompt_edit, self.notes_edit):
            edit.installEventFilter(self)
        self.act(
            "name_place_and_time_of_the_session",
            "Name, place and time of the session",
            self.edit_details,
            icon="pencil",
        )
        self.act(
            "move_the_stage_up", "Move the stage up", lambda: self._move(-1), shortcut="Alt+Up"
        )
        self.act(
            "move_the_stage_down", "Move the stage down", lambda: self._move(1), shortcut="Alt+Down"
        )
        self.act(
            "remove_the_stage", "Remove the stage", self._remove, shortcut="Del", icon="trash-2"
        )
        for kind in self._kinds.values():
            self.act(
                f"add_{kind.key}",
                _("Add a stage: {kind}", kind=kind.title),
                lambda kind=kind: self._add(kind),
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._keep()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep()
        super().hideEvent(event)

    def refresh(self) -> None:
        session = listing.session(self._database, self._session_id)
        stages = questions.stages(self._database, self._session_id)
        slots = timeline(
            [stage.time() for stage in stages],
            session.starts_at,
            session.moment(self._database.now()),
        )
        self._times = {slot.id: f"{slot.expected_start:%H:%M}" for slot in slots}
        self.title_label.setText(session.title)
        minutes = timedelta(minutes=sum(stage.planned_minutes for stage in stages))
        place = f", {session.place}" if session.place else ""
        self.summary_label.setText(
            f"{session.starts_at:%d.%m.%Y %H:%M}{place} · {len(stages)} stages, "
            f"{minutes.seconds // 3600} h {minutes.seconds // 60 % 60:02d} min. "
            f"{shift(slots).sentence}"
        )
        self.model.set_rows(stages)
        if stages and self.stages_table.current_row() is None:
            self.stages_table.select_key(stages[0].id)
        self._show_chosen()
        self.room_changed.emit()

    def slide(self) -> Slide | None:
        return welcome_slide(
            listing.session(self._database, self._session_id),
            questions.stages(self._database, self._session_id),
            self._database.now(),
        )

    def _show_chosen(self) -> None:
        row = self.stages_table.current_row()
        if self._editing is not None and (row is None or row.id != self._editing.id):
            self._keep()
        self.stage_card.setEnabled(row is not None)
        if row is None or row == self._editing:
            return
        same = self._editing is not None and self._editing.id == row.id
        self._editing = row
        self.kind_label.setText(str(self._kinds[row.kind].purpose))
        for edit, text in (
            (self.stage_title_edit, row.title),
            (self.prompt_edit, row.prompt),
            (self.notes_edit, row.notes),
        ):
            if not (same and edit.hasFocus()):
                _set_text(edit, text)
        self.minutes_spin.blockSignals(True)
        self.minutes_spin.setValue(row.planned_minutes)
        self.minutes_spin.blockSignals(False)

    def _keep(self) -> None:
        row = self._editing
        if row is None:
            return
        words = (
            self.stage_title_edit.text().strip(),
            self.prompt_edit.toPlainText().strip(),
            self.notes_edit.toPlainText().strip(),
            self.minutes_spin.value(),
        )
        if words == (row.title, row.prompt, row.notes, row.planned_minutes):
            return
        title, prompt, notes, minutes = words
        self._editing = None
        try:
            agenda.change_stage(
                self._database, row.id, title=title, prompt=prompt, notes=notes, minutes=minutes
            )
        except UserError as error:
            self._editing = row  # what was typed stays there to be mended
            self.problem.emit(str(error))

    def _add(self, kind: StageKind) -> None:
        row = self.stages_table.current_row()
        added = self.attempt(
            agenda.add_stage, self._database, self._session_id, kind, row.id if row else None
        )
        if added:
            self.stages_table.select_key(added.answer)

    def _move(self, steps: int) -> None:
        row = self.stages_table.current_row()
        if row is not None:
            self.attempt(agenda.move_stage, self._database, row.id, steps)

    def _remove(self) -> None:
        row = self.stages_table.current_row()
        if row is not None:
            self._editing = None
            self.attempt(agenda.remove_stage, self._database, row.id, self._checks)

    def edit_details(self) -> None:
        """Change the session's name, place, time and goal."""
        DetailsDialog(self._database, self._session_id, self).open()


def _set_text(edit: QLineEdit | QPlainTextEdit, text: str) -> None:
    if isinstance(edit, QLineEdit):
        edit.setText(text)
    else:
        edit.setPlainText(text)
