"""Note what people would join: type a name, press the numbers, Enter, next person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.interests.roles import role_title
from kdc_desktop.domain.interests.states import MemberRole
from kdc_desktop.domain.people.finding import PeopleIndex
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.screens.interests.contents import columns, interests_slide
from kdc_desktop.screens.interests.winners_list import WinnersList
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import EmptyState, restyle
from kdc_desktop.screens.winners.winners_dialog import WinnersDialog
from kdc_desktop.services.interests.questions import interest_counts, interests, people_to_ask
from kdc_desktop.services.interests.rows import AskedRow, InterestRow
from kdc_desktop.services.interests.wishes import clear_interests, set_interests
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

FOUND = 30
ROLES = tuple(MemberRole)
_WIDTHS = (140, 46, 48, 46, 86, 160, 70, 200, 200)
_ROLE = 4  # the column whose words are ours, so that none is cut


class InterestsScreen(Screen):
    """One person after the other, with the keyboard alone; beside it everything given so far."""

    stem = "interests/interests_screen"
    tables = frozenset({"interest", "winner", "attendance", "person", "organisation"})

    title_label: QLabel
    given_label: QLabel
    stack: QStackedWidget
    page: QWidget
    person_edit: QLineEdit
    people_list: QListWidget
    asked_panel: QWidget
    asked_label: QLabel
    role_row: QHBoxLayout
    role_combo: QComboBox
    save_button: QPushButton
    offers_edit: QLineEdit
    needs_edit: QLineEdit
    winners_box: QVBoxLayout
    search_edit: QLineEdit
    table: RowTable

    def __init__(self, theme: Theme, database: Database, session_id: int) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self._prompt = _("Who would join what?")
        self._people: PeopleIndex[AskedRow] = PeopleIndex(())
        self._rows: dict[int, InterestRow] = {}
        self._titles: dict[int, str] = {}
        self._asked: AskedRow | None = None
        self._wide = False
        self.winners = WinnersList(self, theme)
        self.winners_box.addWidget(self.winners)
        self.empty = EmptyState(theme, self)
        self.stack.addWidget(self.empty)
        self._model = RowModel(columns(self._titles), lambda row: row.person_id, self)
        self.table.show_model(self._model)
        self._dress()
        self._connect()
        self._ask(None)
        self.setFocusProxy(self.person_edit)

    def _dress(self) -> None:
        self.title_label.setProperty("role", "title")
        self.given_label.setProperty("role", "muted")
        self.asked_label.setProperty("role", "good")
        self.save_button.setProperty("kind", "primary")
        for dressed in (self.asked_label, self.save_button):
            restyle(dressed)
        self.person_edit.setClearButtonEnabled(True)
        self.search_edit.setClearButtonEnabled(True)
        self.table.empty_text = _("What people would join comes here.")
        self.role_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.role_combo.addItems([role_title(role) for role in ROLES])
        self.theme.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.role_combo.ensurePolished()
        self.save_button.ensurePolished()
        self.role_row.invalidate()
        wide = max(self.theme.px(340), self.role_row.sizeHint().width())
        for widget in (self.person_edit, self.people_list, self.asked_panel, self.winners):
            widget.setFixedWidth(wide)
        self.people_list.setFixedHeight(self.theme.px(208))

    def _connect(self) -> None:
        self.person_edit.textChanged.connect(self._search)
        self.person_edit.installEventFilter(self)
        for edit in (self.offers_edit, self.needs_edit):
            edit.returnPressed.connect(self.save)
        self.people_list.itemClicked.connect(self._take)
        self.winners.role_picked.connect(self._set_role)
        self.winners.saved.connect(self.save)
        self.winners.left.connect(self.next_person)
        self.winners.full.connect(
            lambda: self.problem.emit(_("Three choices at most: press one again to give it back."))
        )
        self.save_button.clicked.connect(self.save)
        self.search_edit.textChanged.connect(self.table.search)
        self.table.chosen.connect(self._edit_again)
        self.act(
            "find_a_person", _("Find a person"), self.next_person, shortcut="Ctrl+F", icon="search"
        )
        self.act(
            "save_and_go_to_the_next_person",
            _("Save and go to the next person"),
            self.save,
            shortcut="Ctrl+S",
            icon="check",
        )
        self.act(
            "remove_the_interests_selected",
            _("Remove the interests selected"),
            self.remove,
            shortcut="Del",
            icon="trash-2",
        )
        self.act(
            "choose_winners_from_the_board",
            _("Choose winners from the board…"),
            self.choose_winners,
            icon="trophy",
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the style sheet has its say about the width of buttons only now

    # What is shown.

    def refresh(self) -> None:
        counts = interest_counts(self._database, self._session_id)
        people = people_to_ask(self._database, self._session_id)
        rows = interests(self._database, self._session_id)
        self._titles.clear()
        self._titles.update((row.winner_id, row.title) for row in counts)
        self._rows = {row.person_id: row for row in rows}
        self._people = PeopleIndex(people)
        self.winners.show_rows(counts)
        self._model.set_rows(rows)
        self._widen()
        present = [one for one in people if one.present]
        given = sum(one.given for one in present)
        self.given_label.setText(
            ngettext(
                "{given} of {count} present have said what they would join",
                "{given} of {count} present have said what they would join",
                len(present),
                given=given,
            )
        )
        self._search(self.person_edit.text())
        self._show_empty(bool(counts), bool(people))
        self.room_changed.emit()

    def _widen(self) -> None:
        if self._model.rows and not self._wide:
            self._wide = True
            header = self.table.horizontalHeader()
            hints = [header.sectionSizeHint(at) for at in range(len(_WIDTHS))]
            hints[_ROLE] = max(hints[_ROLE], self.table.sizeHintForColumn(_ROLE))
            for at, width in enumerate(_WIDTHS):
                self.table.setColumnWidth(at, max(self.theme.px(width), hints[at]))

    def _show_empty(self, winners: bool, people: bool) -> None:
        self.stack.setCurrentWidget(self.page if winners and people else self.empty)
        self.given_label.setVisible(winners and people)
        if not winners:
            self.empty.show_state(
                "trophy",
                _("No winners yet"),
                _(
                    "People choose among winners. Mark winners in the poll first, "
                    "or choose them from the board."
                ),
                _("Choose winners from the board…"),
                self.choose_winners,
            )
        elif not people:
            self.empty.show_state(
                "users",
                _("Nobody is here yet"),
                _("Check people in first, then ask what they would join."),
            )

    def show_stage(self, stage: StageRow) -> None:
        self._prompt = stage.prompt or stage.title
        self.title_label.setText(stage.title)

    def slide(self) -> Slide | None:
        counts = interest_counts(self._database, self._session_id)
        return interests_slide(self._prompt, counts)

    # Finding a person.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.person_edit
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._person_key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _person_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            row = self.people_list.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self.people_list.setCurrentRow(min(max(0, row), self.people_list.count() - 1))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            item = self.people_list.currentItem()
            if item is not None:
                self._take(item)
            return True
        return False

    def _search(self, text: str) -> None:
        found = self._people.search(text)
        badge = text.strip().casefold()
        if badge:
            found += [one for one in self._people.search("") if one.badge.casefold() == badge]
        found = sorted(dict.fromkeys(found), key=lambda one: (not one.present, one.given))
        self._list(found[:FOUND])

    def _list(self, people: Sequence[AskedRow]) -> None:
        self.people_list.clear()
        for one in people:
            notes = [one.organisation or _("resident")]
            notes += [] if one.present else [_("not here")]
            notes += [_("given")] if one.given else []
            item = QListWidgetItem(f"{one.name}  ·  {listed(notes)}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.people_list.addItem(item)
        self.people_list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        self._ask(item.data(Qt.ItemDataRole.UserRole))

    # Asking one person.

    def _ask(self, person: AskedRow | None) -> None:
        self._asked = person
        asking = person is not None
        known = self._rows.get(person.person_id) if person else None
        self.people_list.setVisible(not asking)
        self.asked_panel.setVisible(asking)
        self.winners.set_choices(known.choices if known else (), asking=asking)
        self._set_role(known.role if known else MemberRole.PARTNER)
        self.offers_edit.setText(known.offers if known else "")
        self.needs_edit.setText(known.needs if known else "")
        if person is not None:
            self.asked_label.setText(_invitation(person))
            self.winners.setFocus()

    def _set_role(self, role: MemberRole) -> None:
        self.role_combo.setCurrentIndex(ROLES.index(role))

    def save(self) -> None:
        """Keep what is chosen, and go to the next person."""
        if self._asked is None:
            return
        person, chosen = self._asked, self.winners.choices
        if not chosen:
            self.problem.emit(_("Choose at least one winner: press its number."))
            self.winners.setFocus()
            return
        kept = self.attempt(
            set_interests,
            self._database,
            self._session_id,
            person.person_id,
            chosen,
            ROLES[self.role_combo.currentIndex()],
            self.offers_edit.text(),
            self.needs_edit.text(),
        )
        if kept:
            self.next_person()

    def next_person(self) -> None:
        """Be ready for the next name."""
        self._ask(None)
        self.person_edit.clear()
        self._search("")
        self.person_edit.setFocus()

    def _edit_again(self, row: InterestRow) -> None:
        people = self._people.search("")
        person = next((one for one in people if one.person_id == row.person_id), None)
        if person is None:
            firm = row.organisation
            person = AskedRow(row.person_id, row.name, firm, row.sector, "", row.present, True)
        self._ask(person)

    def remove(self) -> None:
        """Take back the interests selected in the table."""
        ids = [row.person_id for row in self.table.selected_rows()]
        if not ids:
            self.problem.emit(_("Select interests in the table first."))
            return
        self.attempt(clear_interests, self._database, self._session_id, ids)

    def choose_winners(self) -> None:
        """Take ideas or clusters further without a poll."""
        dialog = WinnersDialog(self._database, self._session_id, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _invitation(person: AskedRow) -> str:
    if not person.organisation:
        return _("{name}, resident: press 1–9, then Enter", name=person.name)
    return _(
        "{name}, {organisation}: press 1–9, then Enter",
        name=person.name,
        organisation=person.organisation,
    )
