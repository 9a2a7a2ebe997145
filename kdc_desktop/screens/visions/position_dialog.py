"""Asks where a member stands on a version, why, and what would move it."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.visions.states import AnswerWay
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.offering import offer_while_typing
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.asked_again import AskedAgain, to_ask_again
from kdc_desktop.screens.visions.help import POSITION
from kdc_desktop.screens.visions.narrow import fit_row, needed_width
from kdc_desktop.services.visions.owners import possible_owners
from kdc_desktop.services.visions.positions import HowAnswered, take_position
from kdc_desktop.services.visions.reservations import Concern
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
    """Digits pick a level while no text is being written; Ctrl+Enter saves."""

    who_label: QLabel
    version_label: QLabel
    column: QVBoxLayout
    levels_place: QWidget
    levels_column: QVBoxLayout
    reason_edit: QLineEdit
    move_edit: QLineEdit
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
        self.who_label.setText(place.member.name)
        self.levels = QButtonGroup(self)
        self._offer_levels()
        self.asked_again = AskedAgain(to_ask_again(place.page, place.member.id), self)
        above = self.inside_column.indexOf(self.reservation_check)
        self.inside_column.insertWidget(above, self.asked_again)
        self._offer_owners()
        self._fill()
        self._say_level()
        self.levels.idToggled.connect(self._say_level)
        self.cancel_button.setAutoDefault(False)
        self.problem_label.hide()
        self.reservation_place.hide()
        self.reservation_check.toggled.connect(self._toggle_reservation)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)

    def _offer_levels(self) -> None:
        for level in reversed(self._place.page.scale.levels):
            button = QRadioButton(f"{level.value}  {level.label}", self.levels_place)
            button.setObjectName(f"level_{level.value}")
            button.setToolTip(str(level.sentence))
            button.setAccessibleDescription(str(level.sentence))
            self.levels.addButton(button, level.value)
            self.levels_column.addWidget(button)

    def _offer_owners(self) -> None:
        names = partial(possible_owners, self._database, self._place.page.consortium_id)
        self.owner_edit.setCompleter(offer_while_typing(self.owner_edit, cache(names)))

    def _fill(self) -> None:
        page, member, version = self._place.page, self._place.member, self._place.version
        is_asked = page.asking is not None and page.asking.vision_id == version.id
        position = page.said(member.id, version.id) if is_asked else None
        if position is None:
            self.levels.buttons()[0].setFocus()
            return
        self.levels.button(position.level).setChecked(True)
        self.levels.button(position.level).setFocus()
        self.reason_edit.setText(position.reason)
        self.move_edit.setText(position.would_move)

    def _say_level(self) -> None:
        number = self._place.version.number
        if self._how.way is AnswerWay.CALL:
            words = _("What a call has brought, on version {number} of the vision", number=number)
        else:
            words = _("Version {number} of the vision", number=number)
        if self.levels.checkedButton():
            level = self._place.page.scale.level(self.levels.checkedId())
            words = f"{words} · “{level.sentence}”"
        self.version_label.setText(words)

    def _toggle_reservation(self, on: bool) -> None:
        self.reservation_place.setVisible(on)
        if on:
            self.reservation_edit.setFocus()
        fit_on_laptop(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.text().isdecimal() and event.text().isascii():
            button = self.levels.button(int(event.text()))
            if button is not None:
                button.setChecked(True)
                button.setFocus()
        else:
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
        level = self.levels.checkedId()
        reserved = self.reservation_check.isChecked()
        if level < 0 and not self.levels.checkedButton():
            raise UserError(_("Choose where the member stands first."))
        if reserved and not self.reservation_edit.text().strip():
            self.reservation_edit.setFocus()
            raise UserError(_("Write down the reservation in the member's words first."))
        member, version = self._place.member, self._place.version
        concern = Concern(
            self.reservation_edit.text(), self.objection_check.isChecked(), self.owner_edit.text()
        )
        take_position(
            self._database,
            version.id,
            member.id,
            level,
            self.reason_edit.text(),
            self.move_edit.text(),
            concern if reserved else None,
            self._how,
            self.asked_again.heard,
        )
