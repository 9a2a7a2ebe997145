"""What can be chosen of a list of people: table, columns, who of it, and what words mean."""

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from kdc_desktop.domain.people.field_titles import FIELD_TITLES
from kdc_desktop.domain.people.fields import Columns, PersonField
from kdc_desktop.domain.people.import_choices import ImportChoices
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.column_choice import ColumnChoice, columns_told
from kdc_desktop.screens.people.import_form import PeopleImportForm
from kdc_desktop.screens.people.import_sectors import SectorWordsChoice
from kdc_desktop.screens.people.import_ticks import ImportTicks
from kdc_desktop.services.people.importing import ImportPreview


class ImportOptions(QObject):
    """Keeps `choices`; `changed` when somebody has chosen something else."""

    changed = Signal()

    def __init__(self, dialog: QDialog, width: int) -> None:
        super().__init__(dialog)
        form = self._form
        self.choices = ImportChoices()
        self._preview: ImportPreview | None = None
        self._without_notes: Columns | None = None  # as before others were put into the notes
        self.columns = ColumnChoice(FIELD_TITLES, form.columns_grid, form.columns_box, width)
        self._sectors = SectorWordsChoice(form.sectors_label, form.sectors_grid, form.sectors_box)
        self._ticks = ImportTicks(form, form.content)
        form.columns_button.toggled.connect(form.columns_box.setVisible)
        form.notes_button.clicked.connect(self._put_into_notes)
        form.table_combo.activated.connect(self._choose_table)
        self._ticks.changed.connect(self._choose_rows)
        self.columns.changed.connect(self._choose_columns)
        self._sectors.changed.connect(self._choose_sectors)
        form.columns_box.hide()

    @property
    def _form(self) -> PeopleImportForm:
        """Asked of Qt: each holding the other, both would stay when the dialog is closed."""
        return cast("PeopleImportForm", self.parent())

    def begin(self) -> None:
        """Another file: nothing is chosen of it."""
        self.choices, self._without_notes = ImportChoices(), None
        self._form.columns_button.setChecked(False)

    def choose(self, choices: ImportChoices) -> None:
        """Choose this, and tell."""
        self.choices = choices
        self.changed.emit()

    # Showing.

    def show_preview(self, preview: ImportPreview) -> None:
        """Show what can be chosen of a list, and what is."""
        self._preview = preview
        form = self._form
        self._show_table(preview.tables, preview.table)
        self._show_columns(preview.headers, preview.plan.columns)
        told = columns_told(FIELD_TITLES, preview.headers, preview.plan.columns, preview.unused)
        if preview.found.time_header:
            when = _("Time of the answer: {column}", column=preview.found.time_header)
            told = "\n".join([when, told])
        form.columns_label.setText(told)
        form.columns_label.show()
        self._show_notes_button(bool(self._worth_noting()))
        self._ticks.show_preview(preview)
        self._sectors.show_words(preview.unknown_sectors, preview.choices.sectors)

    def ask_for_names(
        self, tables: Sequence[str], headers: Sequence[str], columns: Columns
    ) -> None:
        """Nothing in a list holds names: have their column chosen, or another table."""
        form = self._form
        self._show_table(tables, self.choices.table)
        self._show_columns(headers, self.choices.columns or columns)
        form.columns_label.hide()
        form.notes_button.hide()
        self._ticks.hide_all()
        self._sectors.show_words({}, {})
        form.columns_button.setChecked(True)

    def _show_table(self, tables: Sequence[str], chosen: str | None) -> None:
        combo = self._form.table_combo
        self._form.table_line.setVisible(len(tables) > 1)
        combo.clear()
        for name in tables:
            combo.addItem(name, name)
        combo.setCurrentIndex(combo.findData(chosen))

    def _show_columns(self, headers: Sequence[str], columns: Columns) -> None:
        self.columns.show_columns(headers, columns)

    # Choosing.

    def _choose_table(self) -> None:
        """Another table has other columns, and other rows by the same numbers."""
        kept, self._without_notes = self.choices, None
        self.choose(
            ImportChoices(
                str(self._form.table_combo.currentData()),
                include_cancelled=kept.include_cancelled,
                include_hidden=kept.include_hidden,
                stay_listed=kept.stay_listed,
                move_sectors=kept.move_sectors,
                sectors=kept.sectors,
            )
        )

    def _choose_rows(self) -> None:
        self.choose(self._ticks.chosen(self.choices))

    def _choose_columns(self) -> None:
        self._without_notes = None
        self.choose(replace(self.choices, columns=self.columns.columns))

    def _worth_noting(self) -> dict[int, PersonField]:
        """The columns that nothing is taken from and that tell people apart, as notes."""
        assert self._preview is not None
        table, columns = self._preview.found.table, self._preview.plan.columns
        free = (at for at in range(len(table.headers)) if at not in columns)
        return {
            at: PersonField.NOTES
            for at in free
            if len({row[at] for row in table.rows}) > 1 or len(table.rows) == 1
        }

    def _put_into_notes(self) -> None:
        """Take these into the notes, with the name of their column; or no longer."""
        columns, self._without_notes = self._without_notes, None
        if columns is None:
            self._without_notes = self.columns.columns
            columns = {**self._worth_noting(), **self._without_notes}
        self.choose(replace(self.choices, columns=columns))

    def _show_notes_button(self, some: bool) -> None:
        button, back = self._form.notes_button, self._without_notes is not None
        button.setText(
            _("Take the others out of the notes") if back else _("Put the others into the notes")
        )
        button.setVisible(some or back)

    def _choose_sectors(self) -> None:
        self.choose(replace(self.choices, sectors=self._sectors.letters))
