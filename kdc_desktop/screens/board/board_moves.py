"""Ideas and clusters go to another board: by a menu, by a key, or dropped on its title."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.jobs import Jobs
from kdc_desktop.screens.board.board_tabs import BoardTabs
from kdc_desktop.screens.board.boards_part import BoardsPart
from kdc_desktop.screens.board.gestures.gesture import Carried
from kdc_desktop.screens.board.view import BoardView
from kdc_desktop.screens.kit.doing import Doing
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.services.board import moving
from kdc_desktop.services.board.trails import MoveTrail
from kdc_desktop.storage import Database


class BoardMoves(QObject):
    """Moves what is selected, or carried onto a title; `trails` keep some of it where it hangs."""

    def __init__(
        self,
        screen: Screen,
        view: BoardView,
        boards: BoardsPart,
        database: Database,
        jobs: Jobs,
        trails: Sequence[MoveTrail],
    ) -> None:
        super().__init__(screen)
        self._screen, self._view, self._boards = screen, view, boards
        self._database, self._trails, self._doing = database, trails, Doing(screen, jobs)
        self._tabs: BoardTabs = boards.titles
        text, why_not = _("Move to another board…"), self._nothing_to_move
        self.move = screen.act(
            "move_to_another_board", text, self.offer_others, shortcut="Shift+B", why_not=why_not
        )
        view.put_beside(self)

    def around(self, note: bool, cluster: bool) -> list[QAction]:
        """What a menu on a note or a cluster offers, where there is another board."""
        return [self.move] if (note or cluster) and len(self._boards.rows) > 1 else []

    def offer_others(self) -> None:
        """Offer the other boards, for what is selected to go to."""
        carried = Carried(tuple(self._view.selection), self._view.chosen_cluster)
        offered = []
        for row in self._boards.rows:
            if row.id != self._boards.shown.board_id:
                action = QAction(plain_caption(row.title), self._screen)
                action.triggered.connect(partial(self._move, row.id, carried))
                offered.append(action)
        open_menu(self._screen, "boards_menu", offered, self._view.asked_at(None)[0])

    def hover(self, at: QPoint | None) -> bool:
        """Something is carried over this point of the screen; whether that is beside the board."""
        title = -1 if at is None else self._tabs.title_at(at)
        self._tabs.aim_at(-1 if title == self._boards.at else title)
        return at is not None and self._tabs.holds(at)

    def take(self, at: QPoint, carried: Carried) -> None:
        """Something is let go here; beside the titles, and on that of its board, it stays."""
        title = self._tabs.title_at(at)
        if title not in (-1, self._boards.at):
            self._move(self._boards.rows[title].id, carried)

    def _move(self, board_id: int | None, carried: Carried, _checked: bool = False) -> None:
        database, cluster_id, rows = self._database, carried.cluster_id, len(carried.ids)
        if cluster_id is not None:
            whole = partial(moving.move_cluster_to_board, database, cluster_id, board_id)
            self._doing.do(rows, _("Moving a cluster"), partial(whole, self._trails))
        else:
            of = database, self._boards.shown.session_id, carried.ids, board_id, self._trails
            self._doing.do(rows, _("Moving ideas"), partial(moving.move_to_board, *of))

    def _nothing_to_move(self) -> str:
        view = self._view
        chosen = view.selection or view.chosen_cluster is not None
        return self._boards.alone() or ("" if chosen else _("Select an idea or a cluster first."))
