"""Beside the list of the whole club: what is known of one consortium, kept as it is left."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.domain.kit.lengths import TEXT
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, date_text
from kdc_desktop.screens.consortia.club_icons import state_icon
from kdc_desktop.screens.consortia.club_words import due_told, look_again_days, sessions
from kdc_desktop.screens.consortia.members_list import MembersList
from kdc_desktop.screens.kit.captions import wrap_caption
from kdc_desktop.screens.kit.fields import begin_anew, choose
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.name_choice import NameChoice
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.unkept import Unkept, ask_when_half_typed
from kdc_desktop.services.consortia.club_rows import ClubRow
from kdc_desktop.services.consortia.joining import JoinerRow
from kdc_desktop.services.consortia.membership import MembershipRow

GiveNames = Callable[[], Mapping[str, int]]
GiveJoiners = Callable[[], Mapping[str, JoinerRow]]


class ClubInspector(QWidget):
    """Shows a row of the list with its members, and tells what is wanted; nothing is written here.

    `people` gives everybody who may take care of it, `joiners` who may join the one shown.
    """

    open_wanted = Signal(int)
    take_up_wanted = Signal()
    state_wanted = Signal()
    owner_named = Signal(int, object)
    again_wanted = Signal(int, object)
    described = Signal(int, str)
    join_wanted = Signal(int, object, str)
    problem = Signal(str)

    column: QVBoxLayout
    about_section: QLabel
    name_label: QLabel
    headline_label: QLabel
    due_label: QLabel
    open_button: QPushButton
    take_up_button: QPushButton
    state_button: QPushButton
    state_label: QLabel
    owner_edit: NameChoice
    again_combo: QComboBox
    about_edit: QPlainTextEdit
    members_list: MembersList
    member_edit: NameChoice
    sessions_label: QLabel

    def __init__(self, people: GiveNames, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "consortia/club_inspector", [NameChoice, MembersList])
        self._row: ClubRow | None = None
        self._people = people
        self.owner_edit.offer(people)
        self.about = Unkept(self.about_edit, TEXT)
        self.open_button.setProperty("kind", "primary")
        self.about_edit.installEventFilter(self)
        ask_when_half_typed(self.member_edit)
        once(self.open_button, self.take_up_button)
        self._connect()

    def _connect(self) -> None:
        self.open_button.clicked.connect(lambda: self._tell(self.open_wanted))
        self.take_up_button.clicked.connect(self.take_up_wanted)
        self.state_button.clicked.connect(self.state_wanted)
        self.member_edit.returnPressed.connect(self._join)
        self.owner_edit.editingFinished.connect(self._name_owner)
        self.again_combo.activated.connect(self._look_again)

    def show_row(
        self,
        row: ClubRow,
        members: Sequence[MembershipRow],
        steps: str,
        today: date,
        tonight: int | None,
    ) -> None:
        """Show this consortium; `steps` tells how it came to its state.

        `tonight` is the session in which it may be taken up.
        """
        self._row = row
        self.name_label.setText(parted(row.name))
        self.headline_label.setText(str(row.buy_in.headline))
        self.due_label.setText(due_told(row))
        self.due_label.setVisible(bool(row.due))
        self._show_tonight(row, tonight)
        self.state_button.setIcon(state_icon(row.state))
        state, day = str(STATE_ENTRIES[row.state]), date_text(row.since)
        self.state_button.setText(_("{state} since {day}", state=state, day=day))
        self.state_label.setText(steps)
        self.state_label.setVisible(bool(steps))
        self._show_owner()
        self._show_again(row, today)
        self.about.show(row.id, row.about)
        self.members_list.show_members(members)
        self.sessions_label.setText(sessions(row))
        self._fit()

    def _show_tonight(self, row: ClubRow, tonight: int | None) -> None:
        is_born_there = row.born_in is not None and row.born_in.id == tonight
        self.take_up_button.setVisible(tonight is None or not is_born_there)
        is_taken_up = tonight is not None and any(one.id == tonight for one in row.taken_up)
        planned = _("Take it up…")
        here = _("Put it back, not tonight") if is_taken_up else _("Take it up tonight")
        self.take_up_button.setText(planned if tonight is None else here)

    def _show_owner(self) -> None:
        row = self._row
        if row is not None and not self.owner_edit.hasFocus():
            labels = {key: label for label, key in self._people().items()}
            begin_anew(self.owner_edit, labels.get(row.owner_id or 0, row.owner))

    def _show_again(self, row: ClubRow, today: date) -> None:
        self.again_combo.clear()
        for text, day in look_again_days(row.look_again_on, today):
            self.again_combo.addItem(text, day)
        choose(self.again_combo, row.look_again_on)

    def offer_joiners(self, joiners: GiveJoiners, everybody: GiveJoiners) -> None:
        """Who may join the consortium that is shown, among everybody who could be a member."""
        self.member_edit.offer(joiners, everybody)

    def put_in(self, part: QWidget) -> None:
        """Let this stand above what the consortium is about."""
        self.column.insertWidget(self.column.indexOf(self.about_section), part)

    def _tell(self, wanted: SignalInstance) -> None:
        if self._row is not None:
            wanted.emit(self._row.id)

    def _name_owner(self) -> None:
        row = self._row
        if row is None or not self.owner_edit.isModified():
            return
        self.owner_edit.setModified(False)
        chosen = self._chosen(self.owner_edit)
        if chosen != row.owner_id and (chosen is not None or not self.owner_edit.text().strip()):
            self.owner_named.emit(row.id, chosen)
        self._show_owner()

    def _look_again(self) -> None:
        row, day = self._row, self.again_combo.currentData()
        if row is not None and day != row.look_again_on:
            self.again_wanted.emit(row.id, day)

    def _describe(self) -> None:
        row = self._row
        if row is None:
            return
        if too_long := self.about.hold(row.id):
            self.problem.emit(too_long)
        elif (text := self.about.keepable(row.id, row.about)) != row.about:
            self.described.emit(row.id, text)

    def _join(self) -> None:
        """Take in who is typed, one or several; whom nobody knows is told and stays."""
        chosen = self.member_edit.chosen_all()
        if self._row is not None and chosen.found:
            joiners = tuple(one.joiner for one in chosen.found)
            self.join_wanted.emit(self._row.id, joiners, chosen.left)
        if chosen.problem:
            self.problem.emit(chosen.problem)

    def _chosen(self, field: NameChoice) -> object:
        try:
            return field.chosen()
        except UserError as error:
            self.problem.emit(str(error))
            return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is written about it is kept as it is left."""
        if watched is self.about_edit and event.type() == QEvent.Type.FocusOut:
            self._describe()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        for button in (self.open_button, self.take_up_button, self.state_button):
            wrap_caption(button, self.width())
