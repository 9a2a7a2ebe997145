"""Which of the boards of a session is shown: a row of their titles, and what is done with them."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.board.shown_board import ShownBoard
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.asked_line import ask_line
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.screen import ChangedTables, Screen
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.services.board import boards, moving
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database


class BoardsPart(QObject):
    """Lets hands and stages choose the board that is `shown`; `turned` tells of another one."""

    turned = Signal()

    def __init__(
        self, screen: Screen, view: BoardView, database: Database, session_id: int
    ) -> None:
        super().__init__(screen)
        self._screen, self._view = screen, view
        self._database, self.shown = database, ShownBoard(session_id)
        self.rows: list[boards.NamedBoard] = []
        self._stage: StageRow | None = None
        self._due = True
        self.titles = Segmented(screen)
        self.titles.setObjectName("boards")
        self.titles.setAccessibleName(_("Boards"))
        self.titles.changed.connect(self._picked)
        self.titles.hide()

    def add_actions(self) -> None:
        """Let keys and the palette work with boards."""
        act = self._screen.act
        new, none = _("New board…"), self._alone
        act("new_board", new, self.add, icon="plus")
        act("rename_the_board", _("Rename the board…"), self.rename, why_not=none)
        act("remove_the_board", _("Remove the board"), self.remove, why_not=self._stays)
        step, keys = partial(self._step, 1), "Ctrl+B"
        act("next_board", _("Next board"), step, shortcut=keys, why_not=none)
        text = _("Move the ideas to another board…")
        act("move_to_another_board", text, self.offer_others, why_not=self._nothing_to_move)

    def hear(self, changes: ChangedTables) -> None:
        """Read the boards again the next time, where they have changed."""
        self._due |= "board" in changes.tables

    def catch_up(self) -> None:
        """Read them where that is due."""
        if self._due:
            self._due = False
            self.read()

    def read(self) -> None:
        """Read the boards again; where the one that was shown is gone, the first one is."""
        self.rows = boards.boards(self._database, self.shown.session_id)
        if self.shown.board_id not in [row.id for row in self.rows]:
            self.shown.board_id = None
            self.turned.emit()
        self._show()

    def follow_stage(self, stage: StageRow) -> None:
        """Show the board of a stage."""
        self._stage = stage
        self.turn_to(boards.board_of_stage(self._database, stage.id))

    def turn_to(self, board_id: int | None) -> None:
        """Show this board."""
        if board_id == self.shown.board_id:
            return
        self.shown.board_id = board_id
        self._show()
        self.turned.emit()

    def add(self) -> None:
        """Ask for the name of one more board, and show it."""
        ask_line(self._screen, _("What is the new board called?"), "", self._add)

    def rename(self) -> None:
        """Ask for another name of the board that is shown."""
        label = _("What is the board called?")
        ask_line(self._screen, label, self._current().title, self._rename)

    def remove(self) -> None:
        """Take the board that is shown away; the first one is shown then."""
        if self.shown.board_id is not None:
            self._screen.attempt(
                boards.remove_board, self._database, self.shown.session_id, self.shown.board_id
            )

    def offer_others(self) -> None:
        """Offer the other boards, for the selected ideas to go to."""
        offered = []
        for row in self.rows:
            if row.id != self.shown.board_id:
                action = QAction(row.title.replace("&", "&&"), self._screen)
                action.triggered.connect(partial(self._move, row.id))
                offered.append(action)
        at = self._view.mapToGlobal(self._view.rect().center())
        open_menu(self._screen, "boards_menu", offered, at)

    def _move(self, board_id: int | None, _checked: bool = False) -> None:
        chosen = self._view.selection
        self._screen.attempt(
            moving.move_to_board, self._database, self.shown.session_id, chosen, board_id
        )

    def _add(self, title: str) -> None:
        made = self._screen.attempt(boards.add_board, self._database, self.shown.session_id, title)
        if made:
            self._pick(made.answer)

    def _rename(self, title: str) -> None:
        of = self.shown.session_id, self.shown.board_id, title
        self._screen.attempt(boards.rename_board, self._database, *of)

    def _step(self, by: int) -> None:
        ids = [row.id for row in self.rows]
        self._pick(ids[(ids.index(self.shown.board_id) + by) % len(ids)])

    def _picked(self, at: int) -> None:
        self._pick(self.rows[at].id)

    def _pick(self, board_id: int | None) -> None:
        """Show a board because it was chosen; the stage that is looked at shows it from now on."""
        if self._stage is not None:
            self._screen.attempt(boards.show_on_stage, self._database, self._stage.id, board_id)
        self.turn_to(board_id)
        self._screen.worked.emit()

    def _current(self) -> boards.NamedBoard:
        return next(row for row in self.rows if row.id == self.shown.board_id)

    def _show(self) -> None:
        self.titles.setVisible(len(self.rows) > 1)
        self.titles.set_texts([row.title for row in self.rows])
        ids = [row.id for row in self.rows]
        if self.shown.board_id in ids:
            self.titles.set_current(ids.index(self.shown.board_id))

    def _alone(self) -> str:
        return "" if len(self.rows) > 1 else _("There is one board only. Add another first.")

    def _stays(self) -> str:
        if self.shown.board_id is None:
            return self._alone() or _("The first board stays. Choose another one.")
        return ""

    def _nothing_to_move(self) -> str:
        return self._alone() or ("" if self._view.selection else _("Select an idea first."))
