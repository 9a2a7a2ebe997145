"""Asks how many minutes a day a consortium gives back, to how many people, and how sure that is."""

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from kdc_desktop.domain.gains.states import GainWay
from kdc_desktop.domain.gains.sums import that_counts
from kdc_desktop.domain.kit.amounts import between, times
from kdc_desktop.domain.kit.typed_numbers import typed_number
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.consortia.minutes_words import likely, worth
from kdc_desktop.screens.gains.help import GAIN
from kdc_desktop.screens.gains.words import WAYS, beside, line
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted, plain_tip
from kdc_desktop.screens.kit.row_hands import offer_own
from kdc_desktop.screens.kit.scrolled import fit_on_laptop
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.services.gains.noting import GainSaid, note_gain, remove_gain
from kdc_desktop.services.gains.questions import gains
from kdc_desktop.services.gains.rows import GainRow
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.storage import Database

_WAYS = tuple(GainWay)


class GainDialog(QDialog):
    """About one consortium; Keep writes a guess or a measure, Del removes one that was said."""

    headline: QLabel
    way_choice: Segmented
    minutes_edit: QLineEdit
    minutes_least_edit: QLineEdit
    minutes_most_edit: QLineEdit
    people_edit: QLineEdit
    people_least_edit: QLineEdit
    people_most_edit: QLineEdit
    said_edit: QLineEdit
    note_edit: QLineEdit
    sum_label: QLabel
    history_label: QLabel
    history_list: QListWidget
    problem_label: QLabel
    cancel_button: QPushButton
    keep_button: QPushButton

    def __init__(
        self, database: Database, consortium_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "gains/gain_dialog")
        offer_help(self, GAIN)
        self._database, self._id, self._told = database, consortium_id, tuple[GainRow, ...]()
        self._numbers = (
            *(self.minutes_edit, self.people_edit, self.minutes_least_edit),
            *(self.minutes_most_edit, self.people_least_edit, self.people_most_edit),
        )
        self.headline.setText(parted(name))
        self.way_choice.set_texts([str(WAYS[way]) for way in _WAYS])
        self.problem_label.hide()
        self.keep_button.setProperty("kind", "primary")
        self._connect()
        self._show_history()
        counts = that_counts(self._told)
        self.way_choice.set_current(0 if counts is None else _WAYS.index(counts.way))
        self._show_sum()
        self.minutes_edit.setFocus()

    def _connect(self) -> None:
        for edit in self._numbers:
            edit.textChanged.connect(self._show_sum)
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._keep)
        keys = QKeySequence.StandardKey.Delete
        offer_own(self.history_list, "remove_gain", _("Remove the line"), self._remove, keys)

    def _show_history(self) -> None:
        self._told = gains(self._database, self._id)
        zone = club_zone_of(self._database)
        self.history_list.clear()
        for place, row in enumerate(self._told):
            self.history_list.addItem(line(row, zone))
            self.history_list.item(place).setToolTip(plain_tip(beside(row)))
        for part in (self.history_label, self.history_list):
            part.setVisible(bool(self._told))

    def _show_sum(self) -> None:
        """What it comes to, as long as numbers stand there."""
        minutes, people, *ends = (typed_number(edit.text()) for edit in self._numbers)
        if minutes is None or people is None:
            self.sum_label.setText(_("Minutes times people is what counts towards the goal."))
            return
        found = times(between(minutes, *ends[:2]), between(people, *ends[2:]))
        comes_to = _("That is {worth}.", worth=worth(found))
        self.sum_label.setText(sentences(filter(None, (comes_to, likely(found)))))

    def _keep(self) -> None:
        way = _WAYS[self.way_choice.current()]
        try:
            said = self._said()
            note_gain(
                self._database, self._id, way, said, self.said_edit.text(), self.note_edit.text()
            )
        except UserError as error:
            self._refuse(str(error))
            return
        self.accept()

    def _said(self) -> GainSaid:
        found: list[float | None] = []
        for edit in self._numbers:
            number = typed_number(edit.text())
            if number is None and (edit.text().strip() or edit in self._numbers[:2]):
                edit.setFocus()
                raise UserError(_("{field}: write a number.", field=edit.accessibleName()))
            found.append(number)
        minutes, people, minutes_least, minutes_most, *ends = found
        assert minutes is not None
        people_least, people_most = (None if one is None else round(one) for one in ends)
        return GainSaid(
            minutes, round(people or 0), minutes_least, minutes_most, people_least, people_most
        )

    def _remove(self) -> None:
        at = self.history_list.currentRow()
        if at < 0:
            return
        try:
            remove_gain(self._database, self._told[at].id)
        except UserError as error:
            self._refuse(str(error))
            return
        self._show_history()

    def _refuse(self, why: str) -> None:
        tell_problem(self.problem_label, why)
        fit_on_laptop(self)
