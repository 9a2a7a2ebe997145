"""How large an organisation is and in how many groups it can be, in the panel that shows it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from kdc_desktop.domain.people.sizes import SIZE_WORDS
from kdc_desktop.domain.people.states import OrganisationSize
from kdc_desktop.i18n import _, ngettext, number_text
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.services.people.rows import DepartmentRow, OrganisationRow

MOST_OFFERED = 9


class CapacityPart(QObject):
    """Tells what is chosen: `size_said` the size or None, `limit_said` a number or None.

    `part_limit_typed` carries the id of a department and what was typed for it.
    """

    size_said = Signal(object)
    limit_said = Signal(object)
    part_limit_typed = Signal(int, str)

    def __init__(self, size: QComboBox, groups: QComboBox, told: QLabel) -> None:
        super().__init__(told)
        self._size, self._groups, self._told = size, groups, told
        self._limits: dict[int, int | None] = {}
        size.addItem(_("Not known"), None)
        for key, words in SIZE_WORDS.items():
            size.addItem(str(words), key.value)
        groups.addItem(_("No limit"), None)
        for number in range(MOST_OFFERED + 1):
            groups.addItem(number_text(number), number)
        size.activated.connect(self._say_size)
        groups.activated.connect(lambda at: self.limit_said.emit(groups.itemData(at)))

    def _say_size(self, at: int) -> None:
        kept = self._size.itemData(at)
        self.size_said.emit(None if kept is None else OrganisationSize(kept))

    def show_row(self, row: OrganisationRow) -> None:
        """Show what is known of an organisation."""
        self._size.setCurrentIndex(self._size.findData(row.size.value if row.size else None))
        if self._groups.findData(row.most_groups) < 0:
            self._groups.addItem(number_text(row.most_groups or 0), row.most_groups)
        self._groups.setCurrentIndex(self._groups.findData(row.most_groups))

    def show_departments(self, departments: Sequence[DepartmentRow]) -> None:
        """Say which departments have a limit of their own."""
        self._limits = {part.id: part.most_groups for part in departments}
        told = [
            ngettext(
                "{department}: in {count} group at most.",
                "{department}: in {count} groups at most.",
                part.most_groups,
                department=part.name,
            )
            for part in departments
            if part.most_groups is not None
        ]
        self._told.setText("\n".join(told))
        self._told.setVisible(bool(told))

    def ask_for_part(self, parent: QWidget, name: str, department_id: int) -> None:
        """Ask in how many groups a department can be."""
        known = self._limits.get(department_id)
        ask_line(
            parent,
            WantedLine(
                _("Most groups"),
                _("In how many groups of one evening can {name} be? Nothing: no limit", name=name),
                _("Keep it"),
                "" if known is None else str(known),
            ),
            lambda typed: self.part_limit_typed.emit(department_id, typed),
        )
