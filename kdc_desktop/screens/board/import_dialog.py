"""Look at what a list would bring before it lands on the board."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from kdc_desktop.domain.board.idea_fields import IdeaChoices, IdeaField, SetAside
from kdc_desktop.i18n import _, ngettext, sentences
from kdc_desktop.screens.board.help import IMPORT
from kdc_desktop.screens.board.import_reading import IdeasReading, ReadAgain
from kdc_desktop.screens.board.import_rows import IdeaRows
from kdc_desktop.screens.kit.column_choice import ColumnChoice, columns_told
from kdc_desktop.screens.kit.fields import tell_problem
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.services.board.differing import FIELD_NAMES
from kdc_desktop.services.board.incoming import IdeasPreview

_WIDTH, _HEIGHT = 1100, 680


class IdeaImportDialog(QDialog):
    """Shows a preview row by row; accepted when `preview`, what is ticked of it, shall come in.

    `again` reads the list with other choices; of copied lines there are none.
    """

    file_label: QLabel
    problem_label: QLabel
    table_line: QWidget
    table_combo: QComboBox
    summary_label: QLabel
    archived_check: QCheckBox
    hidden_check: QCheckBox
    columns_label: QLabel
    columns_button: QPushButton
    details_button: QPushButton
    columns_box: QWidget
    columns_grid: QGridLayout
    sentence_label: QLabel
    rows_table: RowTable
    import_button: QPushButton
    cancel_button: QPushButton

    def __init__(
        self,
        theme: Theme,
        preview: IdeasPreview,
        of: str,
        again: ReadAgain,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "board/import_dialog")
        offer_help(self, IMPORT)
        self.file_label.setText(of)
        self.import_button.setProperty("kind", "primary")
        wanted = QSize(theme.px(_WIDTH), theme.px(_HEIGHT))
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)
        self._reading, self._awaited = IdeasReading(again, self), False
        self._rows = IdeaRows(theme, self.rows_table, self.sentence_label)
        place = self.columns_grid, self.columns_box
        self._choice = ColumnChoice(FIELD_NAMES, *place, self.width() - 48)
        self._connect()
        self._show_preview(preview)
        self.columns_button.setChecked(not preview.holds_ideas)
        self._fold()
        self.rows_table.setFocus()

    def _connect(self) -> None:
        self.import_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.columns_button.toggled.connect(self._fold)
        self.details_button.clicked.connect(self._put_into_details)
        self._choice.changed.connect(self._read_again)
        self.table_combo.activated.connect(self._read_table)
        for check in (self.archived_check, self.hidden_check):
            check.toggled.connect(self._read_again)
        self._rows.changed.connect(self._count)
        self._reading.previewed.connect(self._show_preview)
        self._reading.failed.connect(self._fail)

    @property
    def preview(self) -> IdeasPreview:
        """The rows that are ticked; the others are left out."""
        return self._rows.chosen

    # Choosing.

    def _choices(self) -> IdeaChoices:
        """The same columns of the same table."""
        return IdeaChoices(
            table=self._shown.table or None,
            columns=self._choice.columns,
            include_hidden=self.hidden_check.isChecked(),
            include_archived=self.archived_check.isChecked(),
        )

    def _read_again(self) -> None:
        self._want(self._choices())

    def _read_table(self) -> None:
        """Read another table, whose columns are found anew."""
        hidden, archived = self.hidden_check.isChecked(), self.archived_check.isChecked()
        wanted = str(self.table_combo.currentData())
        self._want(IdeaChoices(wanted, include_hidden=hidden, include_archived=archived))

    def _put_into_details(self) -> None:
        """Take what nothing was taken from into the details, with the name of its column."""
        columns = dict.fromkeys(range(len(self._shown.headers)), IdeaField.NOTE)
        self._choice.show_columns(self._shown.headers, columns | self._choice.columns)
        self._read_again()

    def _want(self, choices: IdeaChoices) -> None:
        tell_problem(self.problem_label, "")
        self._awaited = True
        self.import_button.setEnabled(False)
        self._reading.want(choices)

    def _fail(self, sentence: str) -> None:
        tell_problem(self.problem_label, sentence)
        self._awaited = False
        self._count()

    # Showing.

    def _show_preview(self, preview: IdeasPreview) -> None:
        self._shown, self._awaited = preview, False
        tell_problem(self.problem_label, "")
        self._show_tables(preview)
        self._choice.show_columns(preview.headers, preview.plan.columns)
        told = columns_told(FIELD_NAMES, preview.headers, preview.plan.columns, preview.unused)
        self.columns_label.setText(told)
        self.columns_label.setVisible(bool(preview.headers))
        self.columns_button.setVisible(bool(preview.headers))
        self.details_button.setVisible(bool(preview.unused) and preview.holds_ideas)
        self.summary_label.setText(_told(preview))
        archived, hidden = preview.aside(SetAside.ARCHIVED), preview.aside(SetAside.HIDDEN)
        self.archived_check.setText(
            ngettext(
                "Take {count} that is archived, rejected or deleted too",
                "Take {count} that are archived, rejected or deleted too",
                archived,
            )
        )
        self.hidden_check.setText(
            ngettext("Take {count} hidden row too", "Take {count} hidden rows too", hidden)
        )
        self.archived_check.setVisible(archived > 0)
        self.hidden_check.setVisible(hidden > 0)
        self._rows.show_preview(preview)
        self._count()

    def _show_tables(self, preview: IdeasPreview) -> None:
        self.table_line.setVisible(len(preview.tables) > 1)
        self.table_combo.clear()
        for name in preview.tables:
            self.table_combo.addItem(name, name)
        self.table_combo.setCurrentIndex(self.table_combo.findData(preview.table))

    def _fold(self) -> None:
        self.columns_box.setVisible(self.columns_button.isChecked())

    def _count(self) -> None:
        new, changed = self._rows.counted
        there = self._shown.new or self._shown.changed
        nothing = _("Nothing is ticked") if there else _("Nothing new to import")
        self.import_button.setText(_button_text(new, changed) or nothing)
        self.import_button.setEnabled(bool(new or changed) and not self._awaited)

    def done(self, result: int) -> None:
        self._reading.close()
        super().done(result)


def _told(preview: IdeasPreview) -> str:
    """What was found, in sentences."""
    tool = preview.plan.tool
    read_as = [_("This is an export of {tool}.", tool=tool)] if tool else []
    found = [_("{counts}.", counts=str(preview))] if preview.holds_ideas else []
    left_out = [_("Rows with a problem are left out.")] if preview.problems else []
    return sentences([*found, *left_out, *read_as, *preview.notes])


def _button_text(new: int, changed: int) -> str:
    if new and changed:
        return _("Import {new} new, {changed} changed", new=new, changed=changed)
    if changed:
        return ngettext("Change {count} idea", "Change {count} ideas", changed)
    return ngettext("Import {count} idea", "Import {count} ideas", new) if new else ""
