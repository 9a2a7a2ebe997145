"""Check-in: type, Enter, type, Enter; and the list of who is expected, here and gone."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.attendance.check_in_slide import CheckInSlide
from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.domain.kit.steps import Steps
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.i18n import _, large_and_small
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.attendance.admitting import Admitting
from kdc_desktop.screens.attendance.attendance_list import AttendanceList
from kdc_desktop.screens.attendance.attendance_panel import AttendancePanel
from kdc_desktop.screens.attendance.door import contacts_for
from kdc_desktop.screens.attendance.door_folds import DoorFolds
from kdc_desktop.screens.attendance.door_verbs import DoorVerbs
from kdc_desktop.screens.attendance.finder import GuestFinder
from kdc_desktop.screens.attendance.found import Found
from kdc_desktop.screens.attendance.help import CHECK_IN
from kdc_desktop.screens.attendance.last_arrivals import LastArrivals
from kdc_desktop.screens.attendance.list_import import ListImport
from kdc_desktop.screens.attendance.list_reader import TABLES, ListReader
from kdc_desktop.screens.attendance.row_actions import add_row_actions
from kdc_desktop.screens.attendance.sector_counts import SectorCounts
from kdc_desktop.screens.kit.fields import on_lines_pasted
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.in_turns import InTurns
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight, Takes
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.services.attendance import questions
from kdc_desktop.services.attendance.joins import PresenceTrail
from kdc_desktop.services.attendance.rows import AttendanceRow, Presence
from kdc_desktop.services.kit.many import MANY
from kdc_desktop.services.people.joins import SheetJoins
from kdc_desktop.storage import Database

CONTACT_TABLES = frozenset({"person", "organisation"})


class CheckInScreen(Screen):
    """Lets people in: the focus is in `find_edit`, Enter takes the highlighted choice."""

    stem = "attendance/check_in_screen"
    is_for_the_room = True
    help = CHECK_IN
    tables = CONTACT_TABLES | TABLES

    present_label: QLabel
    registered_label: QLabel
    head: QWidget
    head_words: QWidget
    finder_place: QVBoxLayout
    tools: QWidget
    state_filter: Segmented
    tool_buttons: QWidget
    badges_button: QPushButton
    import_button: QPushButton
    stack: QStackedWidget
    attendance_table: RowTable

    def __init__(
        self,
        theme: Theme,
        database: Database,
        session_id: int,
        sheets: SheetJoins,
        jobs: Jobs,
        trails: Sequence[PresenceTrail] = (),
    ) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self._import = ListImport(self, database, session_id, sheets, jobs)
        self._reading, self._looking_ahead, self._filled = InTurns(self), InTurns(self), False
        self.finder = GuestFinder(theme, partial(contacts_for, self, database), self._reading)
        self.find_edit = self.finder.find_edit
        self._verbs = DoorVerbs(self, database, session_id, jobs, trails)
        self._admitting = Admitting(self, self.finder, self._verbs, self._selected)
        self._reader = ListReader(database, session_id)
        self._panel = AttendancePanel()
        self._found: Presence | None = None
        self._counts, self._empty = SectorCounts(theme), EmptyState(theme)
        self._list = AttendanceList(self.state_filter, self.attendance_table)
        self._arrivals = LastArrivals(theme)
        self._dress()
        self._connect()
        self._add_actions()

    def _dress(self) -> None:
        self._counts.setParent(self.head)
        TurningRow(self.head, self.head_words, self._counts, 4)
        self.finder_place.addWidget(self.finder)
        self.finder.float_over(self)
        self.finder_place.addWidget(self._arrivals)
        flow_in(self.tool_buttons)
        TurningRow(self.tools, self.state_filter, self.tool_buttons, 8)
        _ask_for_people(self._empty, self._import.open)
        self.stack.addWidget(self._empty)
        self.keys_to = self.finder
        self.badges_button.setIcon(self.theme.icon("badge-check"))
        self.import_button.setIcon(self.theme.icon("import"))
        DoorFolds(self, self.theme, self._counts, (self.badges_button, self.import_button))

    def _connect(self) -> None:
        self.finder.taken.connect(self._take)
        self.badges_button.clicked.connect(self._give_badges)
        self.import_button.clicked.connect(self._import.open)
        self.attendance_table.selection_changed.connect(self._show_panel)
        self.attendance_table.chosen.connect(self._admitting.take_row)
        TypingFinds(self.find_edit, self.attendance_table, *self._arrivals.buttons)
        verbs, panel, selected = self._verbs, self._panel, self.attendance_table.selected_rows
        panel.role_wanted.connect(lambda role: verbs.set_role(selected(), role))
        panel.vote_wanted.connect(lambda may_vote: verbs.set_may_vote(selected(), may_vote))
        panel.move_wanted.connect(lambda: verbs.move(selected()))
        panel.take_back_wanted.connect(lambda: verbs.take_back(selected()))
        self._arrivals.unwanted.connect(self._take_back_arrival)
        panel.unregister_wanted.connect(lambda: verbs.unregister(selected()))

    def _take(self, found: Found) -> None:
        """Whoever was selected in the list before is not who is at the door now."""
        self.attendance_table.clearSelection()
        self._admitting.take(found)

    def _add_as_new(self) -> None:
        """The same for who is added."""
        self.attendance_table.clearSelection()
        self._admitting.add_as_new()

    def _take_back_arrival(self, row: AttendanceRow) -> None:
        """By now another stands where the button was: the keys go on to the next at the door."""
        self._verbs.take_back([row])
        self.find_edit.setFocus()

    def _add_actions(self) -> None:
        find, keys = _("Find somebody"), "Ctrl+F; Ctrl+N"
        self.act("find_somebody", find, self.finder.again, shortcut=keys, icon="search")
        self.act(
            "add_as_new_even_if_found",
            _("Add as new, even if found"),
            self._add_as_new,
            shortcut="Shift+Return",
        )
        text, slot, none = _("Take off the list"), self._take_off, self._nobody_selected
        off = self.act("take_off_the_list", text, slot, shortcut="Del", why_not=none)
        hands = self.attendance_table.hands
        hands.offer(*add_row_actions(self, self._admitting), off, able=True)
        hands.cut_with(off)
        hands.paste_with(_("Paste people"), self._import.paste)
        on_lines_pasted(self.find_edit, self._import.paste)
        offer = _("Drop it here: people come onto this list, after a look at every row.")
        self.takes = Takes(offer, self._import.take_file, self._import.take_lines)
        self.act("give_badge_codes", _("Give badge codes"), self._give_badges, icon="badge-check")
        self.act(
            "import_a_list_for_this_session",
            _("Import a list for this session"),
            self._import.open,
            icon="import",
        )

    def _nobody_selected(self) -> str:
        return "" if self._selected() else _("Select somebody in the list first.")

    def _take_off(self) -> None:
        self._verbs.unregister(self.attendance_table.selected_rows())

    def on_changes(self, changes: ChangedTables) -> None:
        self.finder.door.stale |= bool(CONTACT_TABLES & changes.tables)
        self._reader.hear(changes)
        super().on_changes(changes)

    def refresh(self) -> None:
        if not (self._filled or self._reading.under_way):
            found = questions.presence(self._database, self._session_id)
            if found.registered >= MANY:
                self._show_counts(found)
                self.attendance_table.empty_text = _("Reading the list …")
                self.stack.setCurrentWidget(self.attendance_table)
                door = self.finder.door
                self._reading.start(self._reader.read_all, door.get_ready, self._fill_in_steps)
                return
        self._reading.drop()
        changed = self._reader.read()
        self._fill(changed if self._filled else None)
        self._looking_ahead.start(self.finder.door.get_ready)  # before somebody is looked for

    def _fill_in_steps(self) -> Steps[None]:
        self.finder.door.set_list(self._reader.rows)
        yield
        self._show_rows(None)

    def _fill(self, changed: Sequence[AttendanceRow] | None) -> None:
        self.finder.door.follow(self._reader.rows, changed)
        self._show_rows(changed)

    def _show_rows(self, changed: Sequence[AttendanceRow] | None) -> None:
        rows, self._filled = self._reader.rows, True
        self._list.follow(rows, self._reader.counts, changed)
        self._arrivals.show_rows(rows, changed)
        self._show_counts(self._reader.counts.presence)
        self.stack.setCurrentWidget(self.attendance_table if rows else self._empty)
        self.finder.search()
        self._show_panel()

    @property
    def is_painted(self) -> bool:
        return not self._reading.under_way

    def _show_counts(self, found: Presence) -> None:
        large, small = large_and_small(
            _(
                "{present}\nhere of\n{registered} on the list",
                present=found.present,
                registered=found.registered,
            )
        )
        self.present_label.setText(large)
        self.registered_label.setText(small)
        self._counts.show_counts(found.by_sector)
        if found != self._found:
            self._found = found
            self.room_changed.emit()

    def slide_of(self, sight: Sight) -> CheckInSlide:
        found = self._found if self.is_current else None
        found = found or questions.presence(self._database, self._session_id)
        return _slide_of(found, sight.stage.prompt if sight.stage else "")

    def inspector(self) -> QWidget:
        return self._panel

    def _selected(self) -> list[AttendanceRow]:
        return self.attendance_table.selected_rows()

    def _show_panel(self) -> None:
        self._panel.show_rows(self._selected())

    def _give_badges(self) -> None:
        self._verbs.give_badges(self.attendance_table.model().rowCount())


def _ask_for_people(empty: EmptyState, then: Callable[[], object]) -> None:
    empty.show_state(
        "user-check",
        _("Who is coming?"),
        _(
            "Import the list of those who registered. Or just type names as people arrive: "
            "“Aino Laine, Harbour Mobility” and Enter."
        ),
        _("Import a list…"),
        then,
    )
    empty.setMinimumHeight(72)


def _slide_of(found: Presence, prompt: str) -> CheckInSlide:
    counts = found.by_sector
    by_sector = tuple(SectorCount(key, counts[key]) for key in COUNTED if key in counts)
    return CheckInSlide(
        present=found.present, registered=found.registered, by_sector=by_sector, prompt=prompt
    )
