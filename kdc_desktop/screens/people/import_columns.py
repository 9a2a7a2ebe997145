"""The preview of an import: its columns, and the choice of what each column of the sheet holds."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from kdc_desktop.domain.people.roster import FIELDS
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.importing import ImportRow

FIELD_NAMES = {
    "name": "Name",
    "first_name": "First name",
    "last_name": "Last name",
    "email": "E-mail",
    "organisation": "Organisation",
    "department": "Department",
    "sector": "Sector",
    "role": "Role",
    "badge": "Badge code",
}
STATES = {
    "new": ("New", "plus", "good"),
    "changed": ("Changed", "pencil", "warning"),
    "same": ("Same", "check", "muted"),
    "problem": ("Problem", "triangle-alert", "bad"),
}
"""What each state of a row is called, its icon, and the colour of the theme it wears."""

NOWHERE = "Not in the sheet"
_ACROSS = 5


def preview_columns(theme: Theme) -> tuple[Column[ImportRow], ...]:
    """The columns of the preview; a row's state is a word, an icon and a colour."""
    icons = {state: theme.icon(icon, role) for state, (_, icon, role) in STATES.items()}

    def icon_of(row: ImportRow) -> QIcon | None:
        return sector_icon(row.person.sector) if row.person.sector else None

    return (
        Column("number", "Row", lambda row: str(row.number), sort=lambda row: row.number),
        Column(
            "state",
            "State",
            lambda row: STATES[row.state][0],
            icon=lambda row: icons[row.state],
            sort=lambda row: list(STATES).index(row.state),
        ),
        Column("name", "Name", lambda row: row.person.name),
        Column("organisation", "Organisation", lambda row: row.person.organisation, icon=icon_of),
        Column("email", "E-mail", lambda row: row.person.email),
        Column(
            "sentence",
            "What happens",
            lambda row: row.sentence,
            tooltip=lambda row: row.sentence,
        ),
    )


class ColumnChoice(QObject):
    """A combo box for every field of a person; `changed` when somebody picked another column."""

    changed = Signal()

    def __init__(self, grid: QGridLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.combos: dict[str, QComboBox] = {}
        for at, (field, name) in enumerate(FIELD_NAMES.items()):
            combo = QComboBox(parent)
            combo.setObjectName(f"column_{field}")
            combo.setAccessibleName(f"Column that holds the {name.lower()}")
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(7)
            combo.activated.connect(self.changed)
            label = plain_label(name, "small", parent)
            label.setBuddy(combo)
            line, across = divmod(at, _ACROSS)
            grid.addWidget(label, 2 * line, across)
            grid.addWidget(combo, 2 * line + 1, across)
            self.combos[field] = combo

    def show_headers(self, headers: Sequence[str], mapping: Mapping[str, int]) -> None:
        """Offer these columns, with those of the mapping picked."""
        for field, combo in self.combos.items():
            combo.clear()
            combo.addItem(NOWHERE, None)
            for place, header in enumerate(headers):
                combo.addItem(header, place)
            combo.setCurrentIndex(mapping.get(field, -1) + 1)

    @property
    def mapping(self) -> dict[str, int]:
        """The columns picked, by field."""
        picked = {field: self.combos[field].currentData() for field in FIELDS}
        return {field: place for field, place in picked.items() if place is not None}
