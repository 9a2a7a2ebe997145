"""Check-in: type, Enter, type, Enter; and the list of who is expected, here and gone."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.attendance.check_in_slide import CheckInSlide
from kdc_desktop.audience.kit.marks import SectorCount
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people import one_line
from kdc_desktop.domain.people.sectors import LETTERS
from kdc_desktop.screens.attendance.attendance_panel import AttendancePanel
from kdc_desktop.screens.attendance.columns import COLUMNS
from kdc_desktop.screens.attendance.door import Found
from kdc_desktop.screens.attendance.finder import Finder
from kdc_desktop.screens.attendance.sector_counts import SectorCounts
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.screen import ChangedTables, Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, Segmented
from kdc_desktop.services.attendance import badge_codes, door, questions, registering, roles, rows
from kdc_desktop.services.attendance.importing import import_and_register
from kdc_desktop.services.attendance.rows import AttendanceRow
from kdc_desktop.services.people import questions as people_questions
from kdc_desktop.services.people.joins import Remark
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

STATES = (None, AttendanceState.REGISTERED, AttendanceState.PRESENT, AttendanceState.LEFT)
STATE_WORDS = ("All", "Expected", "Here", "Left")
CONTACT_TABLES = frozenset({"person", "organisation"})
WIDTHS = (180, 190, 105, 105, 75, 70)


class CheckInScreen(Screen):
    """Lets people in: the focus is in `find_edit`, Enter takes the highlighted choice."""

    stem = "attendance/check_in_screen"
    tables = CONTACT_TABLES | {"attendance", "session", "department"}

    present_label: QLabel
    registered_label: QLabel
    sectors: QHBoxLayout
    finder_place: QVBoxLayout
    state_filter: Segmented
    badges_button: QPushButton
    import_button: QPushButton
    stack: QStackedWidget
    attendance_table: RowTable

    def __init__(
        self, theme: Theme, database: Database, session_id: int, remarks: Sequence[Remark]
    ) -> None:
        super().__init__(theme)
        self._database, self._session_id, self._remarks = database, session_id, remarks
        self.finder = Finder(theme)
        self.find_edit = self.finder.find_edit
        self._contacts_stale = True
        self._rows: list[AttendanceRow] = []
        self._prompt = ""
        self._slide: CheckInSlide | None = None
        self._panel = AttendancePanel()
        self._counts = SectorCounts(theme)
        self._model = RowModel(COLUMNS, key=lambda row: row.id)
        self._empty = EmptyState(theme)
        self._dress()
        self._connect()
        self._add_actions()

    def _dress(self) -> None:
        self.sectors.addWidget(self._counts)
        self.finder_place.addWidget(self.finder)
        self.state_filter.set_texts(STATE_WORDS)
        self._segments = self.state_filter.findChildren(QPushButton)
        self.attendance_table.show_model(self._model)
        self.attendance_table.setMinimumHeight(72)
        self._empty.show_state(
            "user-check",
            "Who is coming?",
            "Import the list of those who registered. Or just type names as people arrive: "
            "“Aino Laine, Harbour Mobility” and Enter.",
            "Import a list…",
            self.import_list,
        )
        self._empty.setMinimumHeight(72)
        self.stack.addWidget(self._empty)
        self.keys_to = self.finder
        self.badges_button.setIcon(self.theme.icon("badge-check"))
        self.import_button.setIcon(self.theme.icon("import"))
        self.theme.changed.connect(self._fit_columns)
        self._fit_columns()

    def _fit_columns(self) -> None:
        for at, width in enumerate(WIDTHS):
            self.attendance_table.setColumnWidth(at, self.theme.px(width))

    def _connect(self) -> None:
        self.finder.taken.connect(self.take)
        self.state_filter.changed.connect(self._show_list)
        self.badges_button.clicked.connect(self.give_badges)
        self.import_button.clicked.connect(self.import_list)
        self.attendance_table.selection_changed.connect(self._show_panel)
        self.attendance_table.chosen.connect(self._take_row)
        self._panel.role_wanted.connect(self._set_role)
        self._panel.vote_wanted.connect(self._set_may_vote)
        self._panel.move_wanted.connect(self._move_selected)
        self._panel.unregister_wanted.connect(self._unregister)

    def _add_actions(self) -> None:
        self.act(
            "find_somebody", "Find somebody", self.finder.again, shortcut="Ctrl+F", icon="search"
        )
        self.act(
            "add_as_new_even_if_found",
            "Add as new, even if found",
            self.add_as_new,
            shortcut="Shift+Return",
        )
        self.act("mark_as_left", "Mark as left", self.mark_left, shortcut="Ctrl+L", icon="log-out")
        self.act("came_back", "Came back", self.mark_back, shortcut="Ctrl+B", icon="log-in")
        self.act("give_badge_codes", "Give badge codes", self.give_badges, icon="badge-check")
        self.act(
            "import_a_list_for_this_session",
            "Import a list for this session",
            self.import_list,
            icon="import",
        )

    # What is shown.

    def on_changes(self, changes: ChangedTables) -> None:
        self._contacts_stale |= bool(CONTACT_TABLES & changes.tables)
        super().on_changes(changes)

    def refresh(self) -> None:
        if self._contacts_stale:
            self.finder.door.set_contacts(people_questions.contacts(self._database))
            self._contacts_stale = False
        self._rows = questions.attendances(self._database, self._session_id)
        self.finder.door.set_list(self._rows)
        self._show_counts()
        self._show_list()
        self.finder.search()
        self._show_panel()

    def _show_counts(self) -> None:
        found = questions.presence(self._database, self._session_id)
        self.present_label.setText(str(found.present))
        self.registered_label.setText(f"here of\n{found.registered} registered")
        self._counts.show_counts(found.by_sector)
        counts = [sum(row.state == state for row in self._rows) for state in STATES[1:]]
        for button, word, count in zip(
            self._segments, STATE_WORDS, (len(self._rows), *counts), strict=True
        ):
            button.setText(f"{word} {count}")
        self._offer_slide(found)

    def _offer_slide(self, found: rows.Presence) -> None:
        slide = CheckInSlide(
            present=found.present,
            registered=found.registered,
            by_sector=tuple(SectorCount(letter, found.by_sector[letter]) for letter in LETTERS),
            prompt=self._prompt,
        )
        if slide != self._slide:
            self._slide = slide
            self.room_changed.emit()

    def slide(self) -> CheckInSlide | None:
        if self._slide is None:
            self.refresh()
        return self._slide

    def show_stage(self, stage: StageRow) -> None:
        if stage.prompt != self._prompt:
            self._prompt = stage.prompt
            self.touch()

    def inspector(self) -> QWidget:
        return self._panel

    def _show_list(self) -> None:
        wanted = STATES[self.state_filter.current()]
        was_empty = not self._model.rows
        self._model.set_rows([row for row in self._rows if wanted in (None, row.state)])
        if was_empty:
            self._fit_columns()
        self.stack.setCurrentWidget(self.attendance_table if self._rows else self._empty)
        self.attendance_table.empty_text = (
            "Nobody here yet." if wanted == AttendanceState.PRESENT else "Nobody."
        )

    def _show_panel(self) -> None:
        self._panel.show_rows(self.attendance_table.selected_rows())

    # What can be done.

    def take(self, found: Found) -> None:
        """Do what a choice of the finder says, and be ready for the next person."""
        if found.is_here:
            self.said.emit(f"{found.name} is here already.")
            self.finder.again()
        elif found.person_id is None:
            self._add(found.name, found.organisation)
        else:
            self._done(door.check_in, found.person_id)

    def add_as_new(self) -> None:
        """Add what is typed as a new person, also when somebody like it was found."""
        self._add(*one_line.name_and_organisation(self.finder.text))

    def _add(self, name: str, organisation: str) -> None:
        session_id, sector = self._session_id, self.finder.sector
        verb = door.walk_in
        if self.attempt(verb, self._database, session_id, name, organisation, sector):
            self.finder.clear()

    def _done(self, verb: Callable[[Database, int, int], object], person_id: int) -> None:
        self.attempt(verb, self._database, self._session_id, person_id)
        self.finder.clear()

    def _take_row(self, row: AttendanceRow) -> None:
        if row.state != AttendanceState.PRESENT:
            self.attempt(door.check_in, self._database, self._session_id, row.person_id)

    def _targets(self) -> list[AttendanceRow]:
        found = self.finder.chosen
        if found is not None and self.finder.find_edit.hasFocus():
            return [found.attendance] if found.attendance is not None else []
        return self.attendance_table.selected_rows()

    def mark_left(self) -> None:
        """The highlighted or selected people go."""
        self._move(door.leave, AttendanceState.PRESENT)

    def mark_back(self) -> None:
        """The highlighted or selected people who had left are here again."""
        self._move(door.come_back, AttendanceState.LEFT)

    def _move(self, verb: Callable[[Database, int, int], object], state: str) -> None:
        targets = [row for row in self._targets() if row.state == state]
        if not targets:
            words = "is here" if state == AttendanceState.PRESENT else "has left"
            self.problem.emit(f"Select somebody who {words} first.")
        for row in targets:
            self.attempt(verb, self._database, self._session_id, row.person_id)
        if targets:
            self.finder.clear()

    def _move_selected(self) -> None:
        rows = self.attendance_table.selected_rows()
        leaving = all(row.state == AttendanceState.PRESENT for row in rows)
        verb = door.leave if leaving else door.check_in
        for row in rows:
            if leaving or row.state != AttendanceState.PRESENT:
                self.attempt(verb, self._database, self._session_id, row.person_id)

    def _set_role(self, role: str) -> None:
        ids = [row.id for row in self.attendance_table.selected_rows()]
        self.attempt(roles.set_role, self._database, ids, role)

    def _set_may_vote(self, may_vote: bool) -> None:
        ids = [row.id for row in self.attendance_table.selected_rows()]
        self.attempt(roles.set_may_vote, self._database, ids, may_vote)

    def _unregister(self) -> None:
        for row in self.attendance_table.selected_rows():
            self.attempt(registering.unregister, self._database, self._session_id, row.person_id)

    def give_badges(self) -> None:
        """Give everybody on the list who has no badge code one."""
        given = self.attempt(badge_codes.assign_badges, self._database, self._session_id)
        if given and given.answer == 0:
            self.said.emit("Everybody on the list has a badge code.")

    def import_list(self) -> None:
        """Import a list of people and put them on the list of this session."""
        from kdc_desktop.screens.people.import_dialog import PeopleImportDialog

        into_session = partial(import_and_register, session_id=self._session_id)
        PeopleImportDialog(self.theme, self._database, self._remarks, into_session, self).open()
