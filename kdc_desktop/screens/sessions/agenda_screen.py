"""The agenda of a session: add, remove, reorder, and say what each stage is for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.sessions.agenda import shift
from kdc_desktop.domain.sessions.stages import StageKind
from kdc_desktop.i18n import (
    _,
    lazy,
    listed,
    ngettext,
    number_text,
    sentences,
    span_text,
    time_text,
)
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.half_typed import open_to_write
from kdc_desktop.screens.kit.passing import Menu
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.pointing import point_at
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.sessions.agenda_hands import MINUTES, TIME, AgendaHands
from kdc_desktop.screens.sessions.agenda_templates import AgendaTemplates
from kdc_desktop.screens.sessions.details_dialog import DetailsDialog
from kdc_desktop.screens.sessions.help import AGENDA
from kdc_desktop.screens.sessions.slides import welcome_slide
from kdc_desktop.screens.sessions.stage_card import StageCard
from kdc_desktop.screens.sessions.times import begins_text
from kdc_desktop.services.sessions import agenda, listing, questions
from kdc_desktop.services.sessions.joins import StageCheck
from kdc_desktop.services.sessions.programme import programme
from kdc_desktop.services.sessions.rows import SessionRow, StageRow, evening
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class TimedStage:
    """A stage as the table shows it: with the time at which it begins, in words."""

    stage: StageRow
    time: str

    @property
    def id(self) -> int:
        """The stage's."""
        return self.stage.id


RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class AgendaScreen(Screen):
    """A table of stages and, beside it, the words of the chosen one; edits are kept at once.

    `stage_wanted` and `look_wanted` tell a stage that the session, or only the window, is to go to.
    """

    stem = "sessions/agenda_screen"
    is_for_the_room = True
    help = AGENDA
    tables = frozenset({"session", "stage", "programme"})

    stage_wanted = Signal(int)
    look_wanted = Signal(int)

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    title_label: QLabel
    summary_label: QLabel
    details_button: QPushButton
    template_button: QPushButton
    add_button: QPushButton
    stages_table: RowTable
    stage_scroll: QScrollArea
    body: QWidget

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        kinds: Sequence[StageKind],
        checks: Sequence[StageCheck],
    ) -> None:
        super().__init__(theme)
        self._kinds = {kind.key: kind for kind in kinds}
        self._database, self._session_id = database, session_id
        self._stages: list[StageRow] = []
        self._session: SessionRow | None = None
        self.card = StageCard(theme, database, kinds)
        self.card.stand_by(partial(questions.stage_ids, database, session_id))
        self.stage_scroll.setWidget(self.card)
        self._hands = AgendaHands(
            *(self, self.stages_table, self.card, database, session_id, self._kinds, checks)
        )
        self.model = RowModel(self._columns(), key=lambda row: row.id)
        self.stages_table.show_model(self.model)
        self.stages_table.columns.begin((90, 160, 80), (0,), takes=1)
        self.stages_table.setSortingEnabled(False)
        self.stages_table.setAccessibleName(_("Stages"))
        self._dress()
        self._connect()

    def _columns(self) -> tuple[Column[TimedStage], ...]:
        return (
            Column(TIME, lazy("Time"), lambda row: row.time),
            Column(
                "title",
                lazy("Stage"),
                lambda row: row.stage.title,
                editable=lambda _row: True,
                commit=self._hands.rename,
                icon=lambda row: self.theme.icon(self._kinds[row.stage.kind].icon),
            ),
            Column(
                MINUTES,
                lazy("Minutes"),
                lambda row: number_text(row.stage.planned_minutes),
                editable=lambda _row: True,
                commit=self._hands.plan_minutes,
                align=RIGHT,
            ),
        )

    def _dress(self) -> None:
        flow_in(self.head_buttons, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        TurningHalves(self.body, self.stages_table, self.stage_scroll)
        self.title_label.setProperty("role", "headline")
        self.summary_label.setProperty("role", "muted")
        self.theme.changed.connect(self._fit)
        self._fit()
        menu = Menu(self.add_button)
        for kind in self._kinds.values():
            added = menu.addAction(self.theme.icon(kind.icon), str(kind.title))
            added.setToolTip(str(kind.purpose))
            added.triggered.connect(lambda _checked, kind=kind: self._add(kind))
        menu.setToolTipsVisible(True)
        self.add_button.setMenu(menu)

    def _fit(self) -> None:
        px = self.theme.px
        self.stages_table.setMinimumWidth(px(250))
        self.stages_table.setMinimumHeight(px(120))
        self.stage_scroll.setMaximumWidth(px(420))

    def _connect(self) -> None:
        self.stages_table.selection_changed.connect(self._show_chosen)
        self.details_button.clicked.connect(self.edit_details)
        self.card.move_wanted.connect(self._hands.move)
        self.card.removal_wanted.connect(self._hands.remove)
        self.card.problem.connect(self.problem)
        self._hands.stage_wanted.connect(self.stage_wanted)
        self._hands.look_wanted.connect(self.look_wanted)
        templates = AgendaTemplates(
            self, self._database, self._session_id, self._kinds, self._chosen_id
        )
        templates.offer(self.template_button, self.title_label.text, self._empty)
        templates.added.connect(partial(point_at, self.stages_table))
        self._add_actions()

    def _add_actions(self) -> None:
        self.act(
            "name_place_and_time_of_the_session",
            _("Name, place and time of the session"),
            self.edit_details,
            icon="pencil",
        )
        text = _("Add a stage")
        self.act("add_a_stage", text, self.add_button.showMenu, shortcut="Ctrl+N", icon="plus")
        for kind in self._kinds.values():
            self.act(
                f"add_{kind.key}",
                _("Add a stage: {kind}", kind=kind.title),
                lambda kind=kind: self._add(kind),
            )

    def refresh(self) -> None:
        self._session = listing.session(self._database, self._session_id)
        self._stages = questions.stages(self._database, self._session_id)
        self.title_label.setText(parted(self._session.title))
        self._show_times()
        if self._stages and self.stages_table.current_row() is None:
            self.stages_table.select_key(self._stages[0].id)
        self._show_chosen()
        self.room_changed.emit()

    def tick(self) -> None:
        if self._session is not None and self._show_times():
            self.room_changed.emit()

    def _show_times(self) -> bool:
        """Show when everything begins, as of now; whether anything is not as it was shown."""
        session = self._session
        assert session is not None
        slots = evening(session, self._stages, self._database.now())
        before = list(self.model.rows)
        self.model.set_rows(
            [
                TimedStage(stage, time_text(slot.expected_start.in_zone(session.zone)))
                for stage, slot in zip(self._stages, slots, strict=True)
            ]
        )
        about = listed(part for part in (begins_text(session), session.place) if part)
        length = ngettext(
            "{count} stage, {span}.",
            "{count} stages, {span}.",
            len(self._stages),
            span=span_text(sum(stage.planned_minutes for stage in self._stages)),
        )
        ending = shift(slots).sentence(session.zone)
        self.summary_label.setText(parted(f"{about} · {sentences([length, ending])}"))
        return before != list(self.model.rows)

    def slide_of(self, _sight: Sight) -> Slide | None:
        return welcome_slide(
            listing.session(self._database, self._session_id),
            questions.stages(self._database, self._session_id),
            self._database.now(),
            programme=programme(self._database, self._session_id),
        )

    def _show_chosen(self) -> None:
        self.card.show_stage(self._chosen())

    def _chosen(self) -> StageRow | None:
        row = self.stages_table.current_row()
        return None if row is None else row.stage

    def _chosen_id(self) -> int | None:
        row = self._chosen()
        return None if row is None else row.id

    def _add(self, kind: StageKind) -> None:
        added = self.attempt(
            agenda.add_stage, self._database, self._session_id, kind, self._chosen_id()
        )
        if added:
            self.stages_table.select_key(added.answer)

    def _empty(self) -> str:
        return "" if self._stages else _("The agenda is empty. Add a stage first.")

    def edit_details(self) -> None:
        """Change the session's name, place, time and goal."""
        open_to_write(DetailsDialog(self._database, self._session_id, self))
