"""The entry for what tables worked out: a table after the other, a line for each idea."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.seating.rows import TableRow


class ResultEntry(QWidget):
    """A table and a line; Enter puts the line on the board, the arrows go to another table.

    `written` carries the id of the table and what was written.
    """

    written = Signal(int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title = plain_label(_("What a table worked out"), "section", self, wrap=True)
        column.addWidget(title)
        self.tables = DropDown(self)
        self.tables.setObjectName("results_table")
        self.tables.setAccessibleName(_("Table"))
        column.addWidget(self.tables)
        self.line = QLineEdit(self)
        self.line.setObjectName("results_edit")
        self.line.setAccessibleName(_("What the table worked out"))
        self.line.setPlaceholderText(_("An idea, Enter"))
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        hint = _("Enter puts it on the board; the arrows up and down go to another table.")
        column.addWidget(plain_label(hint, "small", self, wrap=True))
        self.line.returnPressed.connect(self._write)

    def show_tables(self, tables: Sequence[TableRow]) -> None:
        """Offer these tables; the one chosen before stays chosen."""
        before = self.tables.currentData()
        texts = [(_named(table), table.id) for table in tables]
        if texts == [
            (self.tables.itemText(at), self.tables.itemData(at))
            for at in range(self.tables.count())
        ]:
            return
        self.tables.clear()
        for text, key in texts:
            self.tables.addItem(text, key)
        self.choose(before)

    def choose(self, table_id: int | None) -> None:
        """Write for this table next, unless a line is begun."""
        at = self.tables.findData(table_id)
        if at >= 0 and not self.line.text():
            self.tables.setCurrentIndex(at)

    def take_keys(self) -> None:
        """Give the keys to the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def clear(self) -> None:
        """What was written is on the board."""
        self.line.clear()

    def _write(self) -> None:
        table_id = self.tables.currentData()
        if table_id is not None and self.line.text().strip():
            self.written.emit(table_id, self.line.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go from table to table."""
        if watched is self.line and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if step is not None and event.type() == QEvent.Type.KeyPress:
                at = self.tables.currentIndex() + step
                if 0 <= at < self.tables.count():
                    self.tables.setCurrentIndex(at)
                return True
        return super().eventFilter(watched, event)


def _named(table: TableRow) -> str:
    if table.topic:
        return _("Table {table} · {topic}", table=table.letter, topic=table.topic)
    return _("Table {table}", table=table.letter)
