"""Vision and buy-in: what a consortium wants together, and where each of its members stands."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.visions.scales import SCALES
from kdc_desktop.i18n import _
from kdc_desktop.instants import day_of
from kdc_desktop.screens.kit.narrow import lead_to
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.visions.asking_actions import AskingActions
from kdc_desktop.screens.visions.cell_actions import CellActions
from kdc_desktop.screens.visions.cell_detail import CellDetail
from kdc_desktop.screens.visions.choosers import ConsortiumChooser, PillRow
from kdc_desktop.screens.visions.head import VisionHead
from kdc_desktop.screens.visions.help import VISION
from kdc_desktop.screens.visions.inspector import VisionInspector
from kdc_desktop.screens.visions.ledger_actions import add_ledger_actions, serve_ledger
from kdc_desktop.screens.visions.looks import Looks
from kdc_desktop.screens.visions.page_actions import PageActions
from kdc_desktop.screens.visions.pages import VisionPages
from kdc_desktop.screens.visions.reader import VisionReader
from kdc_desktop.screens.visions.room import RoomVision
from kdc_desktop.screens.visions.statement import StatementView
from kdc_desktop.screens.visions.taking_up import TakingUp
from kdc_desktop.screens.visions.verbs import VisionVerbs
from kdc_desktop.screens.visions.version_editor import VersionEditor
from kdc_desktop.screens.visions.version_pills import version_pills
from kdc_desktop.screens.visions.view import VisionView
from kdc_desktop.screens.visions.vision_reasons import no_consortium, no_other
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.services.visions.drafts import VersionDraft
from kdc_desktop.storage import Database

_TABLES = frozenset({"consortium", "winner", "member", "organisation", "person"}) | {
    *("vision", "reading", "position", "asking", "reservation", "commitment", "open_role"),
    *("leaving", "department", "taken_up", "pulse", "pulse_answer", "session", "stake"),
    *("reservation_step", "stake_served", "estimate", "sign_of_life", "consortium_step"),
    *("setting", "obstacle", "obstacle_step"),
}


class VisionScreen(Screen):
    """One consortium of a session, or of the club, at a time; what is `…_wanted` leads away."""

    stem = "visions/vision_screen"
    help = VISION
    tables = _TABLES
    consortia_wanted = Signal()
    obstacles_wanted = Signal()

    stack: QStackedWidget
    page_scroll: QScrollArea
    content: QWidget
    chooser_column: QVBoxLayout
    from_label: QLabel
    head: QWidget
    name_label: QLabel
    write_button: QPushButton
    statement_place: QWidget
    statement_column: QVBoxLayout
    note_label: QLabel
    editor_card: QFrame
    pills_place: QWidget
    pills_column: QVBoxLayout
    pages: CurrentPage
    detail_label: QLabel

    def __init__(self, theme: Theme, database: Database, session_id: int | None) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self.view = VisionView()
        self._reader = VisionReader(database, session_id)
        self._room = RoomVision(self.view, self._reader)
        self._verbs = VisionVerbs(self, database, self.view, session_id)
        self._make_parts()
        self._connect()
        self._make_actions()

    def _make_parts(self) -> None:
        self.chooser = ConsortiumChooser(self.theme)
        self.statement, self.pills = StatementView(self.theme), PillRow(self.theme)
        self.panel, self._empty = VisionInspector(self.theme), EmptyState(self.theme)
        self.editor = VersionEditor(self.theme, self._database, self.editor_card, self._save)
        _say_no_consortium(self._empty, self.consortia_wanted.emit)
        self._pages = VisionPages(self.theme, self.pages, self._reader, self.panel)
        self.matrix, self.readings = self._pages.matrix, self._pages.readings
        self.ledger = self._pages.ledger
        top = self.from_label, self.name_label, self.write_button, self.statement_place
        self._head = VisionHead(*top, self.statement, self.note_label)
        self.cells = CellActions(self, self._database, self.view, self._pages, self._verbs)
        self._detail = CellDetail(self.detail_label, self.matrix, self.view, self.page_scroll)
        self.looks = Looks(self, self.view, self._verbs)
        self._taking_up = TakingUp(self, self._database, self.view, self.chooser, self._session_id)
        self.under = PageActions(
            self, self._database, self.view, self._verbs, self._pages, self.looks
        )
        self.asking = AskingActions(self, self.view, self._verbs, self.cells, self.looks)
        TurningRow(self.head, self.name_label, self.write_button)
        self.chooser_column.addWidget(self.chooser)
        self.statement_column.addWidget(self.statement)
        self.pills_column.addWidget(self.asking.bar)
        self.pills_column.addWidget(self.pills)
        self.stack.addWidget(self._empty)
        self.content.setMinimumSize(1, 1)  # else as high as its pills in one narrow column

    def _connect(self) -> None:
        verbs, looks, panel = self._verbs, self.looks, self.panel
        self.chooser.chosen.connect(self.show_consortium)
        self.write_button.clicked.connect(self.write)
        self.editor.closed.connect(self._show)
        self.pills.picked.connect(looks.pick)
        looks.changed.connect(self._show)
        looks.turned.connect(partial(lead_to, self, self.theme, self.pills))
        looks.version_picked.connect(self.matrix.go_to_version)
        self._pages.write_wanted.connect(self.write)
        self._pages.consortia_wanted.connect(self.consortia_wanted)
        self._pages.obstacles_wanted.connect(self.obstacles_wanted)
        serve_ledger(self, self._pages, verbs, looks, self.cells, self.asking.ask)
        self.readings.reading_changed.connect(verbs.keep_reading)
        verbs.serve(panel)
        panel.scale_wanted.connect(self._choose_scale)
        panel.commitments.problem.connect(self.problem)

    def _make_actions(self) -> None:
        act, step, self.saving = self.act, self._step, self.editor.keep_if_open
        write = _("Write the next version")
        after, before = _("Next consortium"), _("Previous consortium")
        none, keys = partial(no_consortium, self.view), "W; Ctrl+N"
        act("write_the_next_version", write, self.write, shortcut=keys, icon="pencil", why_not=none)
        for part in (self.asking, self.under, self._taking_up, self.cells):
            part.add_actions()
        for key, scale in SCALES.items():
            text = _("Scale: {scale}", scale=scale.name)
            act(f"scale_{key}", text, partial(self._choose_scale, key))
        self.looks.add_actions()
        add_ledger_actions(self, self._pages, self.view)
        one = partial(no_other, self._reader)
        act("next_consortium", after, partial(step, 1), shortcut="Ctrl+Right", why_not=one)
        act("previous_consortium", before, partial(step, -1), shortcut="Ctrl+Left", why_not=one)
        self.cells.add_digits()

    # What is shown.

    def show_consortium(self, consortium_id: int) -> None:
        """Show this consortium with the latest version of its vision."""
        if consortium_id != self.view.consortium_id:
            self.readings.keep()
            self.editor.close()
            self.view.look_at(consortium_id)
        self._reader.only = consortium_id
        self._refresh_now()

    def on_changes(self, changes: ChangedTables) -> None:
        """Where only a few answers or askings have changed, read those again; else everything."""
        touched, page = self.tables & changes.tables, None
        if touched and touched <= {"position", "asking"} and self.is_current:
            page = self._reader.follow(*(changes.ids.get(of, ()) for of in ("position", "asking")))
        if page is None:
            super().on_changes(changes)
        else:
            self.view.page = page
            self._show()

    def show_stage(self, stage: StageRow) -> None:
        self.under.life.follow_stage(stage)
        super().show_stage(stage)

    def refresh(self) -> None:
        """Read the consortia of the session and the page of the one shown."""
        view, ids = self.view, self._reader.read_choices()
        view.closed_at, view.zone = self._reader.closed_at(), club_zone_of(self._database)
        if view.consortium_id not in ids:
            self.editor.close()
            view.look_at(ids[0] if ids else 0)
        view.page = self._reader.read_page(view.consortium_id) if ids else None
        self.under.read()
        self._show()

    def _show(self) -> None:
        page, view, writing = self.view.page, self.view, self.editor.is_open
        self.panel.setVisible(page is not None)
        if page is None:
            self.stack.setCurrentWidget(self._empty)
            self.setFocusProxy(self._empty.button)
        else:
            today, version = day_of(self._database.now(), view.zone), view.version
            self.stack.setCurrentWidget(self.page_scroll)
            self.chooser.show_choices(self._reader.choices, view.consortium_id)
            self._head.show(page, view, writing=writing)
            pills = version_pills(page, view)
            self.pills_place.setVisible(bool(pills))
            self.asking.bar.show_page(page, writing=writing, looked_at=version)
            self.pills.show_choices(pills)
            self.panel.show_page(page, today)
            self.matrix.show_page(page, today, version.id if version else 0)
            self.under.show(page, today)
            keys_to = self._pages.show(page, view, writing=writing)
            self.setFocusProxy(keys_to or self.write_button)
            self._detail.show()
            self.cells.show_page(page)
        self.room_changed.emit()

    def inspector(self) -> QWidget:
        return self.panel

    @property
    def sight(self) -> Sight | None:
        return self._room.sight(self.stage)

    def sight_of(self, stage: StageRow | None) -> Sight:
        return self._room.sight_of(stage, known=self.is_current)

    def slide_of(self, sight: Sight) -> Slide | None:
        return self._room.slide_of(sight, known=self.is_current)

    def _step(self, step: int) -> None:
        ids = [one.id for one in self._reader.choices]
        if self.view.consortium_id in ids:
            self.show_consortium(ids[(ids.index(self.view.consortium_id) + step) % len(ids)])

    # What is done.

    def write(self) -> None:
        """Open the card in which the next version is written."""
        if (page := self.view.page) is not None:
            self.editor.open(page)
            self.worked.emit()
            self._show()

    def _save(self, written: VersionDraft) -> bool:
        saved = self._verbs.save(self.editor.consortium_id, written)
        if saved:
            self.view.version_id = None
            self.page_scroll.verticalScrollBar().setValue(0)
            keys_to = self.matrix if self.matrix.isVisible() else self
            keys_to.setFocus(Qt.FocusReason.OtherFocusReason)
        return saved

    def _choose_scale(self, key: str) -> None:
        if not self._verbs.choose_scale(key):
            self._show()


def _say_no_consortium(empty: EmptyState, way_on: Callable[[], object]) -> None:
    empty.show_state(
        "users",
        _("No consortia yet"),
        _(
            "A vision belongs to a consortium. Form one around each winner, then come back; or "
            "press B to take up one of before."
        ),
        _("Go to the consortia"),
        way_on,
    )
