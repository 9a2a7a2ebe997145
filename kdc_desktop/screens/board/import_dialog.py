"""Look at what a sheet would bring before it lands on the board."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from kdc_desktop.domain.board.states import Incoming
from kdc_desktop.i18n import _, ngettext, plazy, sentences
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.services.board.rows import IdeasPreview, IncomingRow

_STATES = {
    Incoming.NEW: plazy("an idea of a sheet", "New"),
    Incoming.SAME: plazy("an idea of a sheet", "Same"),
    Incoming.PROBLEM: plazy("an idea of a sheet", "Problem"),
}


class IdeaImportDialog(QDialog):
    """Shows a preview row by row; accepted when it shall be imported."""

    file_label: QLabel
    summary_label: QLabel
    rows_table: RowTable
    import_button: QPushButton
    cancel_button: QPushButton

    def __init__(self, preview: IdeasPreview, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "board/import_dialog")
        self.file_label.setText(path.name)
        left_out = [_("Rows with a problem are left out.")] if preview.problems else []
        found = _("{counts}.", counts=str(preview))
        self.summary_label.setText(sentences([found, *left_out, *preview.notes]))
        self._model: RowModel[IncomingRow] = RowModel(
            [
                Column(
                    "number",
                    _("Row"),
                    lambda row: str(row.number),
                    sort=lambda row: row.number,
                ),
                Column("state", _("State"), lambda row: str(_STATES[row.state])),
                Column("text", _("Idea"), lambda row: row.text, tooltip=lambda row: row.text),
                Column("author", _("Author"), lambda row: row.author),
                Column("sector", _("Sector"), lambda row: row.sector or ""),
                Column("cluster", _("Cluster"), lambda row: row.cluster),
                Column("why", _("Why"), lambda row: row.why),
            ],
            key=lambda row: row.number,
        )
        self.rows_table.show_model(self._model)
        self._model.set_rows(preview.rows)
        states = self.rows_table.sizeHintForColumn(1)
        header = self.rows_table.horizontalHeader()
        for column, width in enumerate((56, max(80, states), 320, 110, 70, 110)):
            self.rows_table.setColumnWidth(column, max(width, header.sectionSizeHint(column)))
        new = ngettext("Import {count} idea", "Import {count} ideas", preview.new)
        self.import_button.setText(new if preview.new else _("Nothing new to import"))
        self.import_button.setEnabled(preview.new > 0)
        self.import_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        self.resize(960, 600)
