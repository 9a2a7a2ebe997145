"""Begins a session from an earlier one: agenda, people, what is taken up, and what is open."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text, listed, ngettext, pgettext, span_text
from kdc_desktop.screens.kit.dates import DateLine
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.sessions.agenda_choice import AgendaChoice
from kdc_desktop.screens.sessions.begin_fields import BeginFields
from kdc_desktop.screens.sessions.begin_tables import (
    TakeUpList,
    give_lines,
    list_fates,
    list_overdue,
)
from kdc_desktop.screens.sessions.help import BEGIN
from kdc_desktop.services.sessions import listing
from kdc_desktop.services.sessions.beginning import (
    Beginning,
    BeginningJoins,
    Invited,
    LastTime,
    begin_session,
    last_session,
    with_since,
)
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.services.sessions.templates import Template
from kdc_desktop.storage import Database

_FORM, _LISTS = 44, 76  # letters
_LINES, _AROUND = 42, 120
_SEEN = 8  # ideas, among which nobody has to search


class BeginDialog(QDialog):
    """After it was accepted, `session_id` is the new session.

    There is an earlier one: that with `like_id`, or else the `last_session`.
    """

    headline: QLabel
    halves: QWidget
    asked: QWidget
    told: QWidget
    earlier_combo: QComboBox
    title_edit: QLineEdit
    starts_edit: DateLine
    place_edit: QLineEdit
    goal_edit: QLineEdit
    programme_edit: QLineEdit
    agenda_combo: QComboBox
    invited_combo: QComboBox
    members_check: QCheckBox
    since_check: QCheckBox
    agenda_label: QLabel
    take_label: QLabel
    take_table: RowTable
    fates_label: QLabel
    fates_find: QLineEdit
    fates_table: RowTable
    overdue_label: QLabel
    overdue_table: RowTable
    summary_label: QLabel
    problem_label: QLabel
    cancel_button: QPushButton
    create_button: QPushButton

    def __init__(
        self,
        database: Database,
        joins: BeginningJoins,
        parent: QWidget | None = None,
        *,
        like_id: int | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "sessions/begin_dialog", [DateLine])
        offer_help(self, BEGIN)
        self._database, self._joins = database, joins
        self.session_id: int | None = None
        known = listing.sessions(database)
        self._earlier = sorted(known, key=lambda row: -row.planned_start.seconds)
        self._told: LastTime | None = None
        self._agenda = AgendaChoice(self.agenda_combo, database)
        self._fields = BeginFields(
            self.title_edit, self.starts_edit, self.place_edit, self.goal_edit, self.programme_edit
        )
        self._dress()
        self._take = TakeUpList(self.take_table)
        self._show_fates = list_fates(self.fates_table)
        self._show_overdue = list_overdue(self.overdue_table)
        give_lines(self.take_table, self.fates_table, self.overdue_table)
        self._begin(like_id)
        self._connect()
        self._read_earlier()
        self._size(parent)

    def _size(self, parent: QWidget | None) -> None:
        """Both halves side by side, as far as the window has the room for them."""
        em, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().height()
        wanted = QSize((_FORM + _LISTS) * em + _AROUND, _LINES * line)
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)

    def _dress(self) -> None:
        TurningHalves(self.halves, self.asked, self.told, 32, (2, 3))
        em = self.fontMetrics().averageCharWidth()
        self.asked.setMinimumWidth(_FORM * em)
        self.told.setMinimumWidth(_LISTS * em)
        self.headline.setProperty("role", "title")
        for label in (self.take_label, self.fates_label, self.overdue_label):
            label.setProperty("role", "section")
        self.agenda_label.setProperty("role", "muted")
        self.summary_label.setProperty("role", "muted")
        self.problem_label.setProperty("role", "bad")
        self.problem_label.hide()
        self.create_button.setProperty("kind", "primary")
        self.members_check.setChecked(True)
        self.since_check.setChecked(True)

    def _begin(self, like_id: int | None) -> None:
        for row in self._earlier:
            self.earlier_combo.addItem(listed((row.title, date_text(row.starts_at))))
        like = next((row for row in self._earlier if row.id == like_id), None)
        last = like or last_session(self._earlier)
        assert last is not None
        self.earlier_combo.setCurrentIndex([row.id for row in self._earlier].index(last.id))
        self._fields.begin(self._database, last)

    def _connect(self) -> None:
        self.earlier_combo.currentIndexChanged.connect(self._read_earlier)
        self.starts_edit.problem.connect(self._say)
        self.invited_combo.currentIndexChanged.connect(self._sum_up)
        self.fates_find.textChanged.connect(self.fates_table.filter.search)
        self.members_check.toggled.connect(self._sum_up)
        self.since_check.toggled.connect(self._describe)
        self._agenda.changed.connect(self._describe)
        self._take.changed.connect(self._sum_up)
        self.cancel_button.clicked.connect(self.reject)
        self.create_button.clicked.connect(self._create)

    @property
    def _like(self) -> SessionRow:
        return self._earlier[self.earlier_combo.currentIndex()]

    def _read_earlier(self) -> None:
        like = self._like
        self._told = self._joins.told(self._database, like.id)
        self._agenda.offer(like)
        self._fields.suggest(like)
        self._take.show_choices(self._told.consortia)
        self._show_fates(self._told.fates)
        self._show_overdue(self._told.overdue)
        for label, table, there in (
            (self.fates_label, self.fates_table, self._told.fates),
            (self.overdue_label, self.overdue_table, self._told.overdue),
        ):  # what there is none of leaves its place to the others
            label.setVisible(bool(there))
            table.setVisible(bool(there))
        self.fates_find.setVisible(len(self._told.fates) > _SEEN)
        self._offer_people(self._told)
        self._describe()

    def _offer_people(self, told: LastTime) -> None:
        before = max(0, self.invited_combo.currentIndex())
        last, came, every, _nobody = (len(told.people[who]) for who in Invited)
        texts = (
            ngettext(
                "{count} person on the list of last time",
                "{count} people on the list of last time",
                last,
            ),
            ngettext("{count} who came last time", "{count} who came last time", came),
            ngettext("{count} person of all sessions", "{count} people of all sessions", every),
            _("Nobody yet"),
        )
        self.invited_combo.clear()
        self.invited_combo.addItems(texts)
        self.invited_combo.setCurrentIndex(before)

    @property
    def _template(self) -> Template:
        if not self.since_check.isChecked():
            return self._agenda.chosen
        return with_since(self._agenda.chosen, self._joins.door_kinds)

    def _describe(self) -> None:
        agenda = self._template
        self.agenda_label.setText(
            pgettext(
                "agenda of a template",
                "{span}: {stages}",
                span=span_text(agenda.minutes),
                stages=listed(str(stage.title) for stage in agenda.stages),
            )
        )
        self._sum_up()

    @property
    def _people(self) -> frozenset[int]:
        assert self._told is not None
        people = self._told.people[list(Invited)[max(0, self.invited_combo.currentIndex())]]
        if not self.members_check.isChecked():
            return people
        return people.union(*(row.people for row in self._take.ticked))

    def _sum_up(self) -> None:
        invited, taken = len(self._people), len(self._take.ticked)
        self.summary_label.setText(
            listed(
                (
                    ngettext("{count} person is invited", "{count} people are invited", invited),
                    ngettext(
                        "{count} consortium is taken up", "{count} consortia are taken up", taken
                    ),
                    *map(str, self._told.goes_along if self._told is not None else ()),
                )
            )
        )

    def _create(self) -> None:
        try:
            plan = self._fields.session(self._template)
            taken = frozenset(row.id for row in self._take.ticked)
            wanted = Beginning(plan, self._people, taken)
            self.session_id = begin_session(self._database, wanted, self._joins)
        except UserError as error:
            self._say(str(error))
            self.title_edit.setFocus()
            return
        self.accept()

    def _say(self, sentence: str) -> None:
        tell_problem(self.problem_label, sentence)
