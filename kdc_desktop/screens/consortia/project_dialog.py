"""Asks what is known of a project that was born outside any session, and adds it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from kdc_desktop.domain.consortia.states import ConsortiumState
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.errors import UserError
from kdc_desktop.screens.consortia.club_icons import state_icon
from kdc_desktop.screens.consortia.help import PROJECT
from kdc_desktop.screens.kit.fields import begin_anew, tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.keys import ENTER
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.people.asking_to_add import ask_to_add, ask_to_add_member
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.consortia.adding_members import add_member_by_line
from kdc_desktop.services.consortia.choosing import people_to_choose
from kdc_desktop.services.consortia.joining import JoinerRow, joiners
from kdc_desktop.services.consortia.projects import NewProject, add_project
from kdc_desktop.services.people.adding_by_line import add_by_line
from kdc_desktop.storage import Database

ROW = Qt.ItemDataRole.UserRole


class _Known:
    """Whom a new project may be cared for by and joined by; it knows nothing of the dialog."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read()

    def _read(self) -> None:
        self._people = people_to_choose(self._database)
        self._joiners = {row.name: row for row in joiners(self._database, 0)}

    def people(self) -> Mapping[str, int]:
        """The ids of people, by name."""
        return self._people

    def joiners(self) -> Mapping[str, JoinerRow]:
        """Who may become a member, by name."""
        return self._joiners

    def add_owner(self, line: str) -> int:
        """Somebody whom the club does not know yet."""
        key = add_by_line(self._database, line)
        self._read()
        return key

    def add_member(self, line: str) -> JoinerRow:
        """A member that the club does not know yet."""
        row = add_member_by_line(self._database, 0, line)
        self._read()
        return row


class ProjectDialog(QDialog):
    """`added` carries the id of the new project."""

    added = Signal(int)

    name_edit: QLineEdit
    about_edit: QPlainTextEdit
    owner_edit: NameChoice
    state_combo: QComboBox
    member_edit: NameChoice
    members_list: QListWidget
    problem_label: QLabel
    cancel_button: QPushButton
    add_button: QPushButton

    def __init__(self, database: Database, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "consortia/project_dialog", [NameChoice])
        offer_help(self, PROJECT)
        self._database = database
        known = _Known(database)
        self.owner_edit.offer(known.people)
        self.owner_edit.add_unknown(ask_to_add, known.add_owner)
        self.member_edit.offer(known.joiners)
        self.member_edit.add_unknown(ask_to_add_member, known.add_member)
        for state in ConsortiumState:
            self.state_combo.addItem(state_icon(state), str(STATE_ENTRIES[state]), state)
        self.members_list.hide()
        self.problem_label.hide()
        self.add_button.setProperty("kind", "primary")
        self.member_edit.installEventFilter(self)
        self.members_list.installEventFilter(self)
        self.cancel_button.clicked.connect(self.reject)
        self.add_button.clicked.connect(self._add)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter takes the member that is typed, Del takes one away again."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            typed = watched is self.member_edit and bool(self.member_edit.text().strip())
            if typed and event.key() in ENTER:
                self._take_member()
                return True
            if watched is self.members_list and event.key() == Qt.Key.Key_Delete:
                self.members_list.takeItem(self.members_list.currentRow())
                return True
        return super().eventFilter(watched, event)

    def _take_member(self) -> bool:
        """Whether nothing is left half typed."""
        chosen = self.member_edit.chosen_all()
        there = self._members()
        for row in chosen.found:
            if row not in there:
                item = QListWidgetItem(sector_icon(row.sector), row.name, self.members_list)
                item.setData(ROW, row)
        self.members_list.setVisible(self.members_list.count() > 0)
        if chosen.left != self.member_edit.text():
            begin_anew(self.member_edit, chosen.left)
        tell_problem(self.problem_label, chosen.problem)
        fit_on_laptop(self)
        return not chosen.left

    def _members(self) -> list[JoinerRow]:
        return [self.members_list.item(at).data(ROW) for at in range(self.members_list.count())]

    def _told(self, ask: Any) -> Any | None:
        """What `ask` answers; None where it is refused, which is told."""
        try:
            answer = ask()
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            fit_on_laptop(self)
            return None
        tell_problem(self.problem_label, "")
        return answer

    def _add(self) -> None:
        if self._take_member():
            key = self._told(self._write)
            if key is not None:
                self.added.emit(key)
                self.accept()

    def _write(self) -> int:
        project = NewProject(
            self.name_edit.text(),
            self.about_edit.toPlainText(),
            self.owner_edit.chosen(),
            [row.joiner for row in self._members()],
            ConsortiumState(self.state_combo.currentData()),
        )
        return add_project(self._database, project)
