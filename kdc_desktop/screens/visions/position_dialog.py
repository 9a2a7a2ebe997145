"""Asks where a member stands on a version, why, what would move it, and who says so."""

from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import choose, tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.asked_again import AskedAgain, to_ask_again
from kdc_desktop.screens.visions.help import POSITION
from kdc_desktop.screens.visions.level_buttons import LevelButtons
from kdc_desktop.screens.visions.narrow import fit_row, needed_width
from kdc_desktop.screens.visions.noted_answer import Noted, noted_of, noted_words
from kdc_desktop.services.visions.noted import may_speak_for
from kdc_desktop.services.visions.owners import possible_owners
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import NO_CONCERN, Concern
from kdc_desktop.services.visions.rows import StakeholderRow, VersionRow, VisionPage
from kdc_desktop.storage import Database


@dataclass(frozen=True)
class Place:
    """The member and the version that are asked about, on their page."""

    page: VisionPage
    member: StakeholderRow
    version: VersionRow

    @classmethod
    def of(cls, page: VisionPage, member_id: int, version_id: int) -> Self:
        """The place of this member and this version on the page."""
        member = next(m for m in page.members if m.id == member_id)
        return cls(page, member, next(v for v in page.versions if v.id == version_id))


class PositionDialog(QDialog):
    """Digits pick a level while no text is being written; Ctrl+Enter saves.

    What is noted of a call lets the member be chosen here, whoever was current in the map.
    """

    who_label: QLabel
    member_combo: QComboBox
    version_label: QLabel
    noted_label: QLabel
    column: QVBoxLayout
    levels_place: QWidget
    levels_column: QVBoxLayout
    reason_edit: QLineEdit
    move_edit: QLineEdit
    said_by_combo: QComboBox
    inside_column: QVBoxLayout
    reservation_check: QCheckBox
    reservation_place: QWidget
    reservation_edit: QLineEdit
    reservation_row: QHBoxLayout
    owner_edit: QLineEdit
    objection_check: QCheckBox
    problem_label: QLabel
    cancel_button: QPushButton
    save_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        database: Database,
        place: Place,
        how: HowAnswered,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "visions/position_dialog")
        offer_help(self, POSITION)
        self._database, self._place, self._how = database, place, how
        margins = self.contentsMargins() + self.column.contentsMargins()
        around = margins.left() + margins.right()
        self.setMinimumWidth(max(theme.px(460), needed_width(self.reservation_edit) + around))
        fit_row(self.reservation_row, self.minimumWidth() - around)
        self.levels = LevelButtons(place.page.scale, self.levels_place, self.levels_column)
        under = self.column.indexOf(self.version_label) + 1
        self.column.insertWidget(under, self.levels.sentence)
        self._offer_members()
        self._offer_owners()
        self.asked_again = AskedAgain((), self)
        self.inside_column.addWidget(self.asked_again)
        self._noted = Noted()
        self.problem_label.hide()
        self.reservation_place.hide()
        self._show_member(fills=True)
        self._say_version()
        self._connect()

    def _connect(self) -> None:
        self.member_combo.activated.connect(self._choose_member)
        self.reservation_check.toggled.connect(self._toggle_reservation)
        self.reservation_check.clicked.connect(self._write_reservation)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)

    def _offer_members(self) -> None:
        by_call, member = self._how.way is AnswerWay.CALL, self._place.member
        for one in self._place.page.members:
            if one.is_asked or one == member:
                self.member_combo.addItem(one.name, one.id)
        self.member_combo.setVisible(by_call)
        self.who_label.setVisible(not by_call)
        choose(self.member_combo, member.id)

    def _offer_owners(self) -> None:
        names = partial(possible_owners, self._database, self._place.page.consortium_id)
        self.owner_edit.setCompleter(offer_while_typing(self.owner_edit, cache(names)))

    def _choose_member(self) -> None:
        """Another member is meant: what was noted of it stands there, unless one has written."""
        page, version = self._place.page, self._place.version
        is_open = self.reservation_check.isChecked() or not self.reservation_edit.text()
        fills = self._said() == self._noted and is_open
        self._place = Place.of(page, self.member_combo.currentData(), version.id)
        self._show_member(fills=fills)
        fit_on_laptop(self)

    def _show_member(self, *, fills: bool) -> None:
        page, member, version = self._place.page, self._place.member, self._place.version
        self.who_label.setText(member.name)
        self._noted = noted_of(self._database, page, member.id, version.id)
        self._offer_speakers()
        self._ask_again()
        told = noted_words(self._noted, by_call=self._how.way is AnswerWay.CALL)
        self.noted_label.setText(told)
        self.noted_label.setVisible(bool(told))
        if fills:
            self._fill()

    def _offer_speakers(self) -> None:
        member, box = self._place.member, self.said_by_combo
        box.clear()
        box.addItem(_("not noted"), None)
        for one in may_speak_for(self._database, member.id):
            box.addItem(one.name, one.person_id)
        choose(box, self._noted.said_by_id)

    def _ask_again(self) -> None:
        reservations = to_ask_again(self._place.page, self._place.member.id)
        fresh = AskedAgain(reservations, self, self._noted.heard)
        old, self.asked_again = self.asked_again, fresh
        self.inside_column.removeWidget(old)
        old.hide()
        old.deleteLater()
        self.inside_column.insertWidget(self.inside_column.indexOf(self.reservation_check), fresh)

    def _fill(self) -> None:
        noted = self._noted
        self.levels.choose(noted.level)
        self.reason_edit.setText(noted.reason)
        self.move_edit.setText(noted.would_move)
        concern = noted.concern or NO_CONCERN
        self.reservation_edit.setText(concern.text)
        self.objection_check.setChecked(concern.objection)
        self.owner_edit.setText(concern.owner)
        self.reservation_check.setChecked(noted.concern is not None)

    def _said(self) -> Noted:
        """What stands in the fields, as it would be noted."""
        return replace(
            self._noted,
            level=self.levels.level,
            reason=self.reason_edit.text(),
            would_move=self.move_edit.text(),
            said_by_id=self.said_by_combo.currentData(),
            heard=self.asked_again.heard,
            concern=self._concern(),
        )

    def _concern(self) -> Concern | None:
        text = self.reservation_edit.text()
        if not (self.reservation_check.isChecked() and text.strip()):
            return None
        return Concern(text, self.objection_check.isChecked(), self.owner_edit.text())

    def _say_version(self) -> None:
        number = self._place.version.number
        if self._how.way is AnswerWay.CALL:
            words = _("What a call has brought, on version {number} of the vision", number=number)
            self.setWindowTitle(_("A call"))
        else:
            words = _("Version {number} of the vision", number=number)
        self.version_label.setText(words)

    def _toggle_reservation(self, on: bool) -> None:
        self.reservation_place.setVisible(on)
        fit_on_laptop(self)

    def _write_reservation(self, on: bool) -> None:
        if on:
            self.reservation_edit.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif not self.levels.type_digit(event.text()):
            super().keyPressEvent(event)

    def save(self) -> None:
        """Keep what was said, and close; or say what is missing."""
        try:
            self._keep()
        except UserError as error:
            tell_problem(self.problem_label, str(error))
            return
        self.accept()

    def _keep(self) -> None:
        said, member, version = self._said(), self._place.member, self._place.version
        if said.level is None:
            raise UserError(_("Choose where the member stands first."))
        if self.reservation_check.isChecked() and not self.reservation_edit.text().strip():
            self.reservation_edit.setFocus()
            raise UserError(_("Write down the reservation in the member's words first."))
        if said == self._noted and said.is_as_of_now(self._how.way):
            return
        take_position(
            self._database,
            version.id,
            member.id,
            said.level,
            said.reason,
            said.would_move,
            said.concern or (NO_CONCERN if self._noted.concern else None),
            replace(self._how, said_by_id=said.said_by_id),
            said.heard,
        )
