"""Look at what a sheet would bring before it lands on the board."""

from dataclasses import replace

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.i18n import _, ngettext, plazy, sentences
from kdc_desktop.screens.board.help import IMPORT
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.row_ticks import RowTicks
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.services.board.rows import IdeasPreview, IncomingRow

_STATES = {
    Incoming.NEW: plazy("an idea of a sheet", "New"),
    Incoming.SAME: plazy("an idea of a sheet", "Same"),
    Incoming.PROBLEM: plazy("an idea of a sheet", "Problem"),
}


_WIDTHS = {"author": 110, "sector": 70, "cluster": 110, "why": 190}


class IdeaImportDialog(QDialog):
    """Shows a preview row by row; accepted when `preview`, what is ticked of it, shall come in."""

    file_label: QLabel
    summary_label: QLabel
    rows_table: RowTable
    import_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, preview: IdeasPreview, of: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "board/import_dialog")
        offer_help(self, IMPORT)
        self._all = preview
        self.file_label.setText(of)
        left_out = [_("Rows with a problem are left out.")] if preview.problems else []
        found = _("{counts}.", counts=str(preview))
        self.summary_label.setText(sentences([found, *left_out, *preview.notes]))
        self._ticks = RowTicks(
            *(self.rows_table, _("Take"), lambda row: row.number),
            lambda row: row.state is Incoming.NEW,
        )
        self._show_rows()
        self._ticks.changed.connect(self._count)
        self._ticks.tick(row for row in preview.rows if row.state is Incoming.NEW)
        self.import_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.resize(960, 600)

    def _show_rows(self) -> None:
        told = [
            column
            for column in _optional()
            if any(column.text(row) for row in self._all.rows)  # else it takes room for nothing
        ]
        model = RowModel([self._ticks.column(), *_always(), *told], key=lambda row: row.number)
        self.rows_table.setAccessibleName(_("Rows of the sheet"))
        self.rows_table.show_model(model)
        model.set_rows(self._all.rows)
        beside = [_WIDTHS[column.key] for column in told]
        self.rows_table.columns.begin((48, 56, 80, 272, *beside[:-1]), (0, 1, 2))

    @property
    def preview(self) -> IdeasPreview:
        """The rows that are ticked, those that are the same, and those with a problem."""
        there = self._all.rows
        kept = [row for row in there if row.state is not Incoming.NEW or self._ticks.has(row)]
        return replace(self._all, rows=tuple(kept))

    def _count(self) -> None:
        new = self.preview.new
        text = ngettext("Import {count} idea", "Import {count} ideas", new)
        nothing = _("Nothing is ticked") if self._all.new else _("Nothing new to import")
        self.import_button.setText(text if new else nothing)
        self.import_button.setEnabled(new > 0)


def _always() -> tuple[Column[IncomingRow], ...]:
    return (
        Column("number", _("Row"), lambda row: str(row.number), sort=lambda row: row.number),
        Column("state", _("State"), lambda row: str(_STATES[row.state])),
        Column("text", _("Idea"), lambda row: row.text, tooltip=lambda row: row.text),
    )


def _optional() -> tuple[Column[IncomingRow], ...]:
    return (
        Column("author", _("Author"), lambda row: row.author),
        Column("sector", _("Sector"), lambda row: row.sector or ""),
        Column("cluster", _("Cluster"), lambda row: row.cluster),
        Column("why", _("Why"), lambda row: row.why),
    )
