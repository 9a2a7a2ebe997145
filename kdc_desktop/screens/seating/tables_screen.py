"""Tables: who sits with whom, worked out, looked at, moved by hand, and ticked once they met."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QToolButton,
    QWidget,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.consortia.columns_view import ColumnsView
from kdc_desktop.screens.consortia.contents import CardKey
from kdc_desktop.screens.consortia.menus import offer_at
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.seating.contents import TableTexts
from kdc_desktop.screens.seating.help import TABLES
from kdc_desktop.screens.seating.inspector import TablesInspector
from kdc_desktop.screens.seating.planned import Planned, told_of
from kdc_desktop.screens.seating.room import RoomTables
from kdc_desktop.screens.seating.round_steps import RoundSteps
from kdc_desktop.screens.seating.round_verbs import RoundVerbs
from kdc_desktop.screens.seating.table_verbs import TableVerbs
from kdc_desktop.screens.seating.wishes import WishBoxes, WishFields
from kdc_desktop.screens.seating.words import round_names, titled_round
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

OF_TABLES = frozenset({"seating_round", "seating_table", "seat"})


class TablesScreen(Screen):
    """The tables of one round as columns; above them what is wanted, and what it has come to.

    `pages_wanted` tells which kind of cards is to be printed, by its key.
    """

    stem = "seating/tables_screen"
    is_for_the_room = True
    help = TABLES
    tables = OF_TABLES | {"attendance", "person", "organisation", "department", "stage"}

    pages_wanted = Signal(str)

    head: QWidget
    head_buttons: QWidget
    title_label: QLabel
    arrivals_button: QPushButton
    seat_button: QPushButton
    use_button: QPushButton
    wishes: QWidget
    kind_choice: QComboBox
    seats_spin: QSpinBox
    rounds_spin: QSpinBox
    matters_button: QToolButton
    find_edit: QLineEdit
    second: QWidget
    rounds_choice: Segmented
    report_label: QLabel
    stack: QStackedWidget

    def __init__(self, theme: Theme, database: Database, session_id: int, jobs: Jobs) -> None:
        super().__init__(theme)
        self.planned = Planned(database, session_id, jobs, self)
        self._texts = TableTexts()
        self.columns = ColumnsView(self, theme)
        self.columns.setAccessibleName(_("Tables"))
        self.empty = EmptyState(theme, self)
        self.stack.addWidget(self.columns)
        self.stack.addWidget(self.empty)
        self._inspector = TablesInspector(self)
        self._inspector.hide()
        self.room = RoomTables()
        fields = WishBoxes(self.kind_choice, self.seats_spin, self.rounds_spin, self.matters_button)
        self.wished = WishFields(self, self.planned, fields)
        given = database, session_id, self.planned, self._inspector.results
        self.rounds = RoundVerbs(self, *given)
        self.steps = RoundSteps(self, self.planned, self.room)
        self.cards = TableVerbs(self, database, self.planned, self.columns)
        self._dress()
        self._connect()
        self.rounds.add_actions(self.pages_wanted)
        self.steps.add_actions()
        self.cards.add_actions()
        self.wished.add_actions()
        text, find = _("Find where somebody sits"), self.find_edit.setFocus
        self.act("find_where_somebody_sits", text, find, shortcut="Ctrl+F", icon="search")

    def _dress(self) -> None:
        flow_in(self.head_buttons)
        head = TurningRow(self.head, self.title_label, self.head_buttons, 8)
        head.setContentsMargins(24, 0, 24, 0)
        flow_in(self.wishes)
        self.wishes.setContentsMargins(24, 0, 24, 0)
        row = TurningRow(self.second, self.rounds_choice, self.report_label, apart=False)
        row.setContentsMargins(24, 0, 24, 0)
        self.title_label.setProperty("role", "title")
        self.report_label.setProperty("role", "muted")

    def _connect(self) -> None:
        once(self.seat_button, self.use_button, self.arrivals_button)
        self.seat_button.clicked.connect(self.rounds.seat)
        self.use_button.clicked.connect(self.rounds.use)
        self.arrivals_button.clicked.connect(self.rounds.seat_arrivals)
        self.planned.changed.connect(self._show)
        self.rounds_choice.changed.connect(self.planned.look_at)
        self.columns.focus_moved.connect(self._show_card)
        self.columns.dropped.connect(self.cards.drop)
        self.columns.menu_wanted.connect(
            lambda at: offer_at(self, at, self.cards.offered, self.rounds.offered)
        )
        self.find_edit.textChanged.connect(self.find_person)
        self.find_edit.returnPressed.connect(self.columns.setFocus)
        self._inspector.results.written.connect(self.rounds.put_on_board)

    # What is shown.

    def show_stage(self, stage: StageRow) -> None:
        another = self.stage is None or self.stage.id != stage.id
        self.stage = stage
        if another:
            self.planned.stand_for(stage.id)
            self._show()
        super().show_stage(stage)

    def on_changes(self, changes: ChangedTables) -> None:
        """Where only seats have changed, the people are the same."""
        if (self.tables & changes.tables) - OF_TABLES:
            self.planned.forget_people()
        super().on_changes(changes)

    def refresh(self) -> None:
        self.planned.read()
        self._show()
        self.room_changed.emit()

    def _show(self) -> None:
        planned = self.planned
        seen, round_ = planned.seen, planned.round
        self.title_label.setText(parted(titled_round(round_)))
        names = round_names(seen)
        self.rounds_choice.set_texts(names)
        self.rounds_choice.set_current(min(planned.at, len(names) - 1))
        self.rounds_choice.setVisible(len(names) > 1)
        if round_ is None:
            _show_nobody(self.empty, self.rounds.seat, people=bool(seen.present))
        self.stack.setCurrentWidget(self.empty if round_ is None else self.columns)
        texts = () if round_ is None else self._texts.of(seen, round_)
        self.columns.show_columns(texts)
        self.setFocusProxy(self.columns if round_ is not None else self.empty.button)
        self.wished.show_wish()
        report, told = planned.report, told_of(planned)
        self.report_label.setText(told)
        self.second.setVisible(len(names) > 1 or bool(told))
        self._show_buttons()
        names_of = {one.person_id: one.name for one in seen.people}
        self._inspector.show_seating(seen, round_, report, names_of)
        self._show_card()

    def _show_buttons(self) -> None:
        planned, kept = self.planned, self.planned.kept
        looks = planned.plan is not None
        self.seat_button.setText(
            _("Stop")
            if planned.running
            else _("Seat otherwise")
            if looks or kept.rounds
            else _("Seat everybody")
        )
        self.seat_button.setVisible(bool(kept.present) and planned.round is not None)
        self.use_button.setVisible(looks)
        self.use_button.setProperty("kind", "primary")
        late, gone = self.rounds.late()
        self.arrivals_button.setVisible(not looks and bool(late or gone))
        self.arrivals_button.setText(
            ngettext("Seat {count} who came late", "Seat {count} who came late", late)
            if late
            else ngettext("Free {count} seat", "Free {count} seats", gone)
        )

    def _show_card(self) -> None:
        card, column = self.columns.card, self.columns.column
        self._inspector.show_card(self.planned.seen, card, column)

    def show_round_with(self, round_ids: set[int]) -> None:
        """Show the first of these rounds, as it is kept."""
        self.planned.plan = None
        for at, one in enumerate(self.planned.kept.rounds):
            if one.id in round_ids:
                self.planned.at = at
                break
        self._show()

    def find_person(self, text: str) -> None:
        """Put the focus on whoever is looked for; the keys stay where they are."""
        found = self.cards.sought(text)
        if found is not None:
            self.columns.focus_card(CardKey.of_person(found))

    def inspector(self) -> QWidget:
        return self._inspector

    # What the room sees.

    @property
    def sight(self) -> Sight | None:
        round_ = self.planned.round if self.planned.plan is None else self.planned.current()
        return Sight(self.stage, round_.id if round_ is not None else None)

    def sight_of(self, stage: StageRow | None) -> Sight:
        return Sight(stage, None)

    def slide_of(self, sight: Sight) -> Slide | None:
        if not self.is_current:
            self.planned.read()
        kept = self.planned.kept
        round_ = next((one for one in kept.rounds if one.id == sight.of), self.planned.current())
        stage = sight.stage
        headline = stage.prompt if stage is not None and stage.prompt else _("Find your table")
        return self.room.slide(kept, round_, headline)


def _show_nobody(empty: EmptyState, seat: Callable[[], object], *, people: bool) -> None:
    """Say that nobody has a table yet, and how one gets there."""
    if people:
        empty.show_state(
            "users",
            _("Nobody has a table yet"),
            _("Say above how many seats a table has, and seat everybody who is here."),
            _("Seat everybody"),
            seat,
        )
    else:
        empty.show_state(
            "door-open",
            _("Nobody is here yet"),
            _("Check people in first: who is in the room gets a seat."),
        )
