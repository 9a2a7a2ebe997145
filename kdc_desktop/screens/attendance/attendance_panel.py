"""The inspector of check-in: role, voting right and badge of whoever is selected."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QWidget

from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.i18n import _, listed, ngettext
from kdc_desktop.screens.attendance.words import ROLES, standing
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.services.attendance.rows import AttendanceRow


class AttendancePanel(QWidget):
    """Shows one person or several; tells what is wanted and writes nothing itself."""

    role_wanted = Signal(object)
    vote_wanted = Signal(bool)
    move_wanted = Signal()
    take_back_wanted = Signal()
    unregister_wanted = Signal()

    name_label: QLabel
    about_label: QLabel
    details: QWidget
    move_button: QPushButton
    take_back_button: QPushButton
    role_combo: QComboBox
    vote_check: QCheckBox
    badge_label: QLabel
    unregister_button: QPushButton

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "attendance/attendance_panel")
        for button in (self.take_back_button, self.unregister_button):
            button.setProperty("kind", "quiet")
        for role, name in ROLES.items():
            self.role_combo.addItem(str(name), role)
        self.role_combo.activated.connect(
            lambda at: self.role_wanted.emit(self.role_combo.itemData(at))
        )
        self.vote_check.clicked.connect(self.vote_wanted)
        once(self.move_button, self.take_back_button, self.unregister_button)
        self.move_button.clicked.connect(self.move_wanted)
        self.take_back_button.clicked.connect(self.take_back_wanted)
        self.unregister_button.clicked.connect(self.unregister_wanted)
        self.show_rows(())

    def show_rows(self, rows: Sequence[AttendanceRow]) -> None:
        """Show whoever is selected."""
        self.details.setVisible(bool(rows))
        if not rows:
            self.name_label.setText(_("Nobody selected"))
            self.about_label.setText(
                _("Select somebody in the list to change role or voting right.")
            )
            return
        first = rows[0]
        roles, votes = {row.role for row in rows}, {row.may_vote for row in rows}
        self.role_combo.setCurrentIndex(list(ROLES).index(first.role) if len(roles) == 1 else -1)
        self.vote_check.setTristate(len(votes) > 1)
        self.vote_check.setChecked(all(votes))
        self.badge_label.setVisible(len(rows) == 1)
        self.badge_label.setText(
            _("Badge code {code}", code=first.badge) if first.badge else _("No badge code")
        )
        self.unregister_button.setVisible(
            all(row.state is AttendanceState.REGISTERED and row.arrived_at is None for row in rows)
        )
        self.take_back_button.setVisible(all(row.arrived_at is not None for row in rows))
        self.move_button.setText(self._move_text({row.state for row in rows}))
        if len(rows) == 1:
            self.name_label.setText(parted(first.name))
            self.about_label.setText(_about(first))
        else:
            self.name_label.setText(
                ngettext("{count} person selected", "{count} people selected", len(rows))
            )
            self.about_label.setText(_("What you change here is changed for all of them."))

    @staticmethod
    def _move_text(states: set[AttendanceState]) -> str:
        if states == {AttendanceState.PRESENT}:
            return _("Mark as left")
        return _("Came back") if states == {AttendanceState.LEFT} else _("Check in")


def _about(row: AttendanceRow) -> str:
    where = listed(part for part in (row.organisation, row.department) if part)
    lines = [where, row.apart, BY_LETTER[row.sector].name, standing(row)]
    if row.returning:
        lines.append(_("Was here before"))
    return "\n".join(line for line in lines if line)
