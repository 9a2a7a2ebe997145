"""Note what people would join: type a name, press the numbers, Enter, next person."""

from functools import partial

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.interests.ask_organisation import AskOrganisation
from kdc_desktop.screens.interests.asked_panel import AskedPanel
from kdc_desktop.screens.interests.at_kiosk import AtKiosk
from kdc_desktop.screens.interests.contents import (
    MAY_BE_EMPTY,
    ROLE,
    WIDTHS,
    asked_before,
    columns,
    given_line,
    interests_slide,
    nothing_to_ask,
)
from kdc_desktop.screens.interests.finder import PersonFinder
from kdc_desktop.screens.interests.given import FOLLOW_AT_MOST, Given
from kdc_desktop.screens.interests.given_verbs import GivenScreen, GivenVerbs
from kdc_desktop.screens.interests.help import INTERESTS
from kdc_desktop.screens.interests.keeping import offer_to_keep
from kdc_desktop.screens.interests.reading import InterestsReading
from kdc_desktop.screens.interests.winners_list import WinnersList
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.rows import RowModel
from kdc_desktop.screens.kit.screen import ChangedTables, Sight
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.winners.winners_dialog import choose_winners
from kdc_desktop.services.interests.rows import AskedRow, InterestRow
from kdc_desktop.services.interests.wishes import set_interests
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

MEASURED = 20  # rows that say how wide columns are, which have widths of their own all the same


class InterestsScreen(GivenScreen):
    """One person after the other, with the keyboard alone; beside it everything given so far."""

    stem = "interests/interests_screen"
    is_for_the_room = True
    help = INTERESTS
    tables = frozenset({"interest", "winner", "attendance", "person", "organisation"}) | {
        *("organisation_interest", "department", "poll"),
    }

    head: QWidget
    title_label: QLabel
    given_label: QLabel
    stack: QStackedWidget
    page: QWidget
    entry_half: QWidget
    given_half: QWidget
    person_edit: QLineEdit
    people_list: QListWidget
    entry_column: QWidget
    asked_label: QLabel
    asked_box: QVBoxLayout
    winners_box: QVBoxLayout
    search_edit: QLineEdit

    def __init__(self, theme: Theme, database: Database, session_id: int, jobs: Jobs) -> None:
        super().__init__(theme)
        self._database, self._session_id = database, session_id
        self.given = Given(database, session_id)
        self._asking: AskedRow | None = None
        self.finder = PersonFinder(self.person_edit, self.people_list)
        self._reading = InterestsReading(self, database, session_id, self.finder, self.given)
        self.asked = AskedPanel(self)
        self.asked_box.addWidget(self.asked)
        self.winners = WinnersList(self, theme)
        self.winners_box.addWidget(self.winners)
        self.at_kiosk = AtKiosk(self, self.asked_box, self.no_winner)
        self.organisations = AskOrganisation(self, database, session_id)
        self.verbs = GivenVerbs(self, database, session_id, self.given, Doing(self, jobs))
        self.empty = EmptyState(theme, self)
        self.stack.addWidget(self.empty)
        self._model = RowModel(columns(self.given.titles), lambda row: row.key)
        self.table.horizontalHeader().setResizeContentsPrecision(MEASURED)
        self.table.show_model(self._model)
        self.table.columns.begin(WIDTHS, (ROLE,))
        TurningRow(self.head, self.title_label, self.given_label, 4)
        TurningHalves(self.page, self.entry_half, self.given_half, 20, shares=(0, 1))
        theme.changed.connect(self._fit)
        self._fit()
        _connect(self)
        _add_actions(self)
        offer_to_keep(self, database, session_id, self.given)
        self.ask(None)
        self.setFocusProxy(self.person_edit)

    def _fit(self) -> None:
        wide = max(self.theme.px(360), self.asked.wide())
        self.entry_column.setMaximumWidth(wide)
        self.people_list.setFixedHeight(self.theme.px(208))
        self.search_edit.setMinimumWidth(self.theme.px(200))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # the style sheet has its say about the width of buttons only now

    def refresh(self) -> None:
        self._reading.begin(self._announce, self._fill)

    def _announce(self) -> None:
        self.winners.show_rows(self.given.counts)
        self._show_empty(bool(self.given.counts), people=True)
        self.table.empty_text = _("Reading the list …")
        self.given_label.setText(self.table.empty_text)
        self.room_changed.emit()

    def _fill(self) -> None:
        self.table.empty_text = _("What people would join comes here.")
        self._show_given()

    @property
    def is_painted(self) -> bool:
        return not self._reading.under_way

    def on_changes(self, changes: ChangedTables) -> None:
        """Where only a few interests have changed, read those people again; else everything."""
        ids = changes.ids.get("interest", frozenset())
        only_wishes = self.tables & changes.tables == {"interest"} and len(ids) <= FOLLOW_AT_MOST
        if not (only_wishes and self._reading.filled and self.is_current):
            super().on_changes(changes)
            return
        for person_id, has in self.given.read_changed(ids).items():
            self.finder.tell_given(person_id, has)
        self._show_given()

    def _show_given(self) -> None:
        self._model.set_rows(self.given.in_order(self.finder.people))
        self.verbs.show_proposed(self._model.rows)
        hide_empty(self.table, MAY_BE_EMPTY)
        self._show_counts()

    def _show_counts(self) -> None:
        self.winners.show_rows(self.given.counts)
        self.given_label.setText(given_line(self.finder.people))
        self._show_empty(bool(self.given.counts), bool(self.finder.people))
        self.room_changed.emit()

    def _show_empty(self, winners: bool, people: bool) -> None:
        self.stack.setCurrentWidget(self.page if winners and people else self.empty)
        self.given_label.setVisible(winners and people)
        said, text = nothing_to_ask(winners), _("Choose winners from the board…")
        self.empty.show_state(*said, *(() if winners else (text, self.choose_winners)))

    def show_stage(self, stage: StageRow) -> None:
        super().show_stage(stage)
        self.title_label.setText(parted(stage.title))

    def slide_of(self, sight: Sight) -> Slide | None:
        if not self.is_current:
            self.given.count()
        stage = sight.stage
        prompt = (stage.prompt or stage.title) if stage else _("Who would join what?")
        return interests_slide(prompt, self.given.counts)

    def ask(self, person: AskedRow | None) -> None:
        """Ask this person next; None asks nobody."""
        self._reading.finish()  # what they have said before must be known
        self._asking = person
        self.finder.asking = person is not None
        known = self.given.rows.get(person.person_id) if person else None
        self.people_list.setVisible(person is None)
        self.asked.setVisible(person is not None)
        self.asked_label.setVisible(person is not None)
        self.asked_label.setText(self.given.invitation(person) if person else "")
        self.asked.show_known(known)
        self.winners.set_choices(self.given.begun(person), asking=person is not None)
        if person is not None:
            self.winners.setFocus()

    def no_winner(self) -> str:
        """There is nothing that could be joined."""
        return "" if self.given.counts else _("Mark winners first.")

    def nobody_asked(self) -> str:
        """Nobody is there whose interests could be kept."""
        return "" if self._asking else _("Find a person first.")

    def save(self) -> bool:
        """Keep what is chosen, and go to the next person; False while nobody is asked."""
        if self._asking is None:
            return False
        person, chosen = self._asking, self.winners.choices
        if not chosen:
            self.problem.emit(_("Choose at least one winner: press its number."))
            self.winners.refuse()
            return True
        kept = self.attempt(
            set_interests,
            self._database,
            self._session_id,
            person.person_id,
            chosen,
            self.asked.role,
            self.asked.offers_edit.text(),
            self.asked.needs_edit.text(),
        )
        if kept:
            self.ask(None)
            self.finder.begin()
        else:
            self.winners.refuse()
        return True

    def next_person(self) -> None:
        """Be ready for the next name."""
        self.leave_person()
        self.finder.begin()

    def leave_person(self) -> None:
        """Ask nobody for now; what was chosen and not kept is told."""
        person, chosen = self._asking, tuple(self.winners.choices)
        self.ask(None)
        if person and chosen and chosen != self.given.begun(person):
            said = _("What {name} would join was not kept: Enter keeps it.", name=person.name)
            self.problem.emit(said)

    def edit_again(self, row: InterestRow) -> None:
        """Ask again who has answered already."""
        if row.wisher is not None:
            self.organisations.ask(row)
            return
        self.ask(self.finder.person(row.person_id) or asked_before(row))

    def choose_winners(self) -> None:
        """Take ideas or clusters further without a poll."""
        choose_winners(self._database, self._session_id, self)


def _connect(screen: InterestsScreen) -> None:
    finder, winners, problem = screen.finder, screen.winners, screen.problem
    finder.taken.connect(screen.ask)
    finder.searched.connect(screen.leave_person)
    finder.resumed.connect(winners.setFocus)
    finder.nobody.connect(lambda: problem.emit(_("Nobody in this session has that name.")))
    screen.asked.saved.connect(screen.save)
    winners.role_picked.connect(screen.asked.set_role)
    winners.word_typed.connect(partial(_tell_of_word, screen))
    winners.name_begun.connect(partial(_begin_name, screen))
    winners.saved.connect(screen.save)
    winners.left.connect(screen.next_person)
    winners.full.connect(
        lambda: problem.emit(_("Three choices at most: press one again to give it back."))
    )
    screen.search_edit.textChanged.connect(screen.table.search)
    screen.table.chosen.connect(screen.edit_again)


def _add_actions(screen: InterestsScreen) -> None:
    screen.saving = screen.save
    find, keys = _("Find a person"), "Ctrl+F; Ctrl+N"
    screen.act("find_a_person", find, screen.next_person, shortcut=keys, icon="search")
    screen.act(
        "save_and_go_to_the_next_person",
        _("Save and go to the next person"),
        screen.save,
        icon="check",
        why_not=screen.nobody_asked,
    )
    screen.verbs.add_actions()
    text, choose = _("Choose winners from the board…"), screen.choose_winners
    screen.act("choose_winners_from_the_board", text, choose, icon="trophy")


def _begin_name(screen: InterestsScreen, name: str) -> None:
    screen.leave_person()
    screen.finder.begin(name)


def _tell_of_word(screen: InterestsScreen) -> None:
    screen.asked.give_back_role()
    screen.problem.emit(_("Press Enter to keep what was chosen, then type the next name."))
