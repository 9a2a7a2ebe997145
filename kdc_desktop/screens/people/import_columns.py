"""The preview of an import: its columns, and the choice of what each column of the sheet holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from kdc_desktop.domain.people.fields import Columns, PersonField
from kdc_desktop.domain.people.states import MatchState
from kdc_desktop.i18n import Text, _, lazy
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.rows import Column
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.people.sector_icons import sector_icon
from kdc_desktop.services.people.matching import ImportRow


@dataclass(frozen=True)
class _FieldWords:
    name: Text
    accessible: Text


_FIELDS: Mapping[str, _FieldWords] = {
    "name": _FieldWords(lazy("Name"), lazy("Column that holds the name")),
    "first_name": _FieldWords(lazy("First name"), lazy("Column that holds the first name")),
    "last_name": _FieldWords(lazy("Last name"), lazy("Column that holds the last name")),
    "email": _FieldWords(lazy("E-mail"), lazy("Column that holds the e-mail")),
    "organisation": _FieldWords(lazy("Organisation"), lazy("Column that holds the organisation")),
    "department": _FieldWords(lazy("Department"), lazy("Column that holds the department")),
    "sector": _FieldWords(lazy("Sector"), lazy("Column that holds the sector")),
    "role": _FieldWords(lazy("Role"), lazy("Column that holds the role")),
    "badge": _FieldWords(lazy("Badge code"), lazy("Column that holds the badge code")),
}


@dataclass(frozen=True)
class StateLook:
    """How a state of a row is shown: a word, an icon, and a colour of the theme."""

    word: Text
    icon: str
    colour: str


STATES: Mapping[MatchState, StateLook] = {
    MatchState.NEW: StateLook(lazy("New"), "plus", "good"),
    MatchState.CHANGED: StateLook(lazy("Changed"), "pencil", "warning"),
    MatchState.SAME: StateLook(lazy("Same"), "check", "muted"),
    MatchState.PROBLEM: StateLook(lazy("Problem"), "triangle-alert", "bad"),
    MatchState.ASKED: StateLook(lazy("Asked"), "circle-help", "warning"),
    MatchState.LEFT_OUT: StateLook(lazy("Left out"), "x", "muted"),
}
"""In the order in which rows are sorted by their state."""

_ACROSS = 5  # at most


def preview_columns(theme: Theme) -> tuple[Column[ImportRow], ...]:
    """The columns of the preview; a row's state is a word, an icon and a colour."""
    icons = {state: theme.icon(look.icon, look.colour) for state, look in STATES.items()}
    places = {state: place for place, state in enumerate(STATES)}

    def icon_of(row: ImportRow) -> QIcon | None:
        return sector_icon(row.person.sector) if row.person.sector else None

    return (
        Column("number", lazy("Row"), lambda row: str(row.number), sort=lambda row: row.number),
        Column(
            "state",
            lazy("State"),
            lambda row: str(STATES[row.state].word),
            icon=lambda row: icons[row.state],
            sort=lambda row: places[row.state],
        ),
        Column("name", lazy("Name"), lambda row: row.person.name),
        Column(
            "organisation", lazy("Organisation"), lambda row: row.person.organisation, icon=icon_of
        ),
        Column("email", lazy("E-mail"), lambda row: row.person.email),
        Column(
            "sentence",
            lazy("What happens"),
            lambda row: row.sentence,
            tooltip=lambda row: row.sentence,
        ),
    )


class ColumnChoice(QObject):
    """A combo box for every field of a person; `changed` when somebody picked another column.

    As many stand in a line as `width` has room for.
    """

    changed = Signal()

    def __init__(self, grid: QGridLayout, parent: QWidget, width: int) -> None:
        super().__init__(parent)
        self.combos: dict[str, QComboBox] = {}
        written = parent.fontMetrics()
        longest = written.horizontalAdvance(_("Not in the sheet")) + 6 * written.height()
        across = max(1, min(_ACROSS, width // longest))
        for at, (field, words) in enumerate(_FIELDS.items()):
            combo = DropDown(parent)
            combo.setObjectName(f"column_{field}")
            combo.setAccessibleName(str(words.accessible))
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(14)
            combo.activated.connect(self.changed)
            label = plain_label(str(words.name), "small", parent)
            label.setBuddy(combo)
            line, place = divmod(at, across)
            grid.addWidget(label, 2 * line, place)
            grid.addWidget(combo, 2 * line + 1, place)
            self.combos[field] = combo

    def show_headers(self, headers: Sequence[str], columns: Columns) -> None:
        """Offer these columns, with those picked that hold something."""
        mapping = {str(what): place for place, what in sorted(columns.items(), reverse=True)}
        for field, combo in self.combos.items():
            combo.clear()
            combo.addItem(_("Not in the sheet"), None)
            for place, header in enumerate(headers):
                combo.addItem(header, place)
            combo.setCurrentIndex(mapping.get(field, -1) + 1)

    @property
    def columns(self) -> Columns:
        """What was picked for the columns."""
        picked = {self.combos[field].currentData(): PersonField(field) for field in _FIELDS}
        return {place: what for place, what in picked.items() if place is not None}
