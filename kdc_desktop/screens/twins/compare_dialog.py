"""Look at what two versions of a club do not have in common, and tick what to take over."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from kdc_desktop.i18n import Text, _, lazy, ngettext
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.twins.help import COMPARE
from kdc_desktop.services.twins.rows import (
    FATE_TITLES,
    NOUN_TITLES,
    Comparison,
    Fate,
    TwinDifference,
)

_WIDTHS, _WORDED = (40, 110, 150, 230, 200, 200), (1, 2)
_SIDES: tuple[tuple[Text, frozenset[Fate]], ...] = (
    (lazy("All"), frozenset(Fate)),
    (
        lazy("From there"),
        frozenset({Fate.ADDED_THERE, Fate.CHANGED_THERE, Fate.REMOVED_THERE}),
    ),
    (lazy("From here"), frozenset({Fate.ADDED_HERE, Fate.CHANGED_HERE, Fate.REMOVED_HERE})),
    (lazy("On both sides"), frozenset({Fate.CHANGED_BOTH})),
)


class CompareDialog(QDialog):
    """Accepted when `ticked` shall be taken over from the other version."""

    file_label: QLabel
    summary_label: QLabel
    side_choice: Segmented
    search_edit: QLineEdit
    rows_table: RowTable
    tick_button: QPushButton
    copy_button: QPushButton
    close_button: QPushButton
    take_button: QPushButton

    def __init__(
        self, theme: Theme, found: Comparison, other: Path, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        load_form(self, "twins/compare_dialog")
        offer_help(self, COMPARE)
        self._found = found
        self._ticks = RowTicks(
            *(self.rows_table, _("Take"), lambda row: (row.table, row.key)),
            lambda row: row.can_be_taken,
        )
        self.file_label.setText(_("Here, and there: {file}", file=str(other)))
        self.summary_label.setText(parted(found.sentence))
        self.side_choice.set_texts([str(title) for title, _fates in _SIDES])
        self._model = RowModel(self._columns(), key=lambda row: (row.fate, row.table, row.key))
        self.rows_table.show_model(self._model)
        self.rows_table.empty_text = _("Nothing of this kind.")
        self._list()
        self.rows_table.filter.get_ready()
        self.rows_table.columns.begin(_WIDTHS, _WORDED)
        self._connect()
        self._count()
        wanted = QSize(theme.px(1080), theme.px(640))
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)
        self.rows_table.setFocus()

    def _columns(self) -> list[Column[TwinDifference]]:
        return [
            self._ticks.column(),
            Column("noun", _("What"), lambda row: str(NOUN_TITLES[row.noun])),
            Column("fate", _("Since then"), lambda row: str(FATE_TITLES[row.fate])),
            Column("title", _("Called"), lambda row: row.title, tooltip=lambda row: row.title),
            Column("here", _("Here"), lambda row: row.here, tooltip=lambda row: row.here),
            Column("there", _("There"), lambda row: row.there, tooltip=lambda row: row.there),
            Column(
                *("instead", _("What to do instead"), lambda row: row.instead),
                tooltip=lambda row: row.instead,
            ),
        ]

    def _connect(self) -> None:
        self.side_choice.changed.connect(self._list)
        self.search_edit.textChanged.connect(self.rows_table.search)
        TypingFinds(self.search_edit, self.rows_table)
        self._ticks.changed.connect(self._count)
        self.tick_button.clicked.connect(self.tick_all)
        self.copy_button.clicked.connect(self.rows_table.copy)
        self.close_button.clicked.connect(self.reject)
        self.take_button.clicked.connect(self.accept)
        for button in (self.tick_button, self.copy_button, self.close_button):
            button.setAutoDefault(False)

    @property
    def ticked(self) -> list[TwinDifference]:
        """What is to be taken over."""
        return [row for row in self._found.differences if self._ticks.has(row)]

    def tick_all(self) -> None:
        """Tick all that is listed and can be taken over; where all are, none of them.

        What both sides have changed is ticked only where nothing else is listed.
        """
        shown = self.rows_table.filter
        rows = shown.rows_at(range(shown.rowCount()))
        only_there = [row for row in rows if row.fate is not Fate.CHANGED_BOTH]
        self._ticks.turn(only_there or rows)

    def _count(self) -> None:
        number = len(self.ticked)
        some = ngettext("Take over {count} thing", "Take over {count} things", number)
        self.take_button.setText(some if number else _("Take over"))
        self.take_button.setEnabled(number > 0)

    def _list(self) -> None:
        _title, fates = _SIDES[max(0, self.side_choice.current())]
        self._model.set_rows([row for row in self._found.differences if row.fate in fates])
        hide_empty(self.rows_table, {"instead"})
