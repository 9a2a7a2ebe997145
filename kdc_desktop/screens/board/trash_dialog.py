"""What was taken off the board, and how to get it back."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from shiboken6 import isValid

from kdc_desktop.i18n import _, pgettext, time_text
from kdc_desktop.screens.board.help import TRASH
from kdc_desktop.screens.kit.form import load_form
from kdc_desktop.screens.kit.helping import offer_help
from kdc_desktop.screens.kit.row_hands import RowHands
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.services.board.boards import boards
from kdc_desktop.services.board.questions import trash
from kdc_desktop.services.board.rows import TrashRow
from kdc_desktop.storage import Database

_WIDTHS, _LETTERS = (380, 120, 110, 120), 88  # of the columns, and across the whole dialog


class TrashDialog(QDialog):
    """Lists the trashed ideas of a session; Restore, Enter or a double click puts them back.

    `restore` is called with the ids of those that shall be put back, and with what shall be called
    when they are.
    """

    trash_table: RowTable
    restore_button: QPushButton
    close_button: QPushButton

    def __init__(
        self,
        database: Database,
        session_id: int,
        restore: Callable[[Sequence[int], Callable[[object], object]], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, "board/trash_dialog")
        offer_help(self, TRASH)
        self._database, self._session_id, self._give_back = database, session_id, restore
        columns = _columns(database, session_id)
        self._model: RowModel[TrashRow] = RowModel(columns, key=lambda row: row.id)
        self.trash_table.empty_text = _("The trash is empty. Delete puts selected ideas here.")
        self.trash_table.setAccessibleName(self.windowTitle())
        self.trash_table.show_model(self._model)
        self.trash_table.columns.begin(_WIDTHS[: len(columns)], (2,))
        self.trash_table.selection_changed.connect(self._enable)
        self.trash_table.chosen.connect(lambda row: self._restore([row]))
        self.restore_button.clicked.connect(self._restore_selected)
        _offer(self.trash_table.hands, self._restore_selected)
        self.close_button.clicked.connect(self.reject)
        em = self.fontMetrics().averageCharWidth()
        self.resize(_LETTERS * em, 56 * em)
        self._refresh()
        self._hears = [database.subscribe(self._follow)]  # undo is done from here, too
        self.finished.connect(self._stop)

    def _refresh(self) -> None:
        self._model.set_rows(trash(self._database, self._session_id))
        self._enable()

    def _enable(self) -> None:
        self.restore_button.setEnabled(bool(self.trash_table.selected_rows()))

    def _restore_selected(self) -> None:
        self._restore(self.trash_table.selected_rows())

    def _restore(self, rows: list[TrashRow]) -> None:
        if rows:
            self._give_back([row.id for row in rows], self._follow)

    def _stop(self, _result: int) -> None:
        while self._hears:  # it may be closed more than once
            self._hears.pop()()

    def _follow(self, _answer: object) -> None:
        if isValid(self):  # it may have been closed meanwhile
            self._refresh()


def _columns(database: Database, session_id: int) -> list[Column[TrashRow]]:
    """The last one says on which board an idea comes back, where there are several."""
    columns: list[Column[TrashRow]] = [
        Column("text", _("Idea"), lambda row: row.text, tooltip=lambda row: row.text),
        Column("author", _("Author"), lambda row: row.author),
        Column(
            "at",
            pgettext("when an idea was trashed", "Trashed"),
            lambda row: time_text(row.since),
            sort=lambda row: row.trashed_at,
        ),
    ]
    if len(boards(database, session_id)) > 1:
        columns.append(Column("board", _("Board"), lambda row: row.board))
    return columns


def _offer(hands: RowHands, restore: Callable[[], object]) -> None:
    hands.verb("restore", _("Put back on the board"), restore)
