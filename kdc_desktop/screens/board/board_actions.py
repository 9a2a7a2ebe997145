"""Everything one can do on the board, with its keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from kdc_desktop.domain.board.colours import PAPERS, NoteColour

if TYPE_CHECKING:
    from kdc_desktop.screens.board.board_screen import BoardScreen


class BoardActions:
    """The actions of a board screen; `follow` enables those that fit what is selected."""

    def __init__(self, screen: "BoardScreen") -> None:
        act, view = screen.act, screen.view
        self.new = act("new_idea", "New idea", screen.begin_idea, shortcut="N", icon="plus")
        self.edit = act(
            "edit_idea", "Edit idea", screen.edit_selected, shortcut="F2", icon="pencil"
        )
        self.merge = act("merge", "Merge", screen.merge, shortcut="M", icon="combine")
        self.unmerge = act("un_merge", "Un-merge", screen.unmerge, shortcut="Shift+M", icon="split")
        self.poll = act(
            "poll_on_these", "Poll on these", screen.poll_on_selected, shortcut="P", icon="vote"
        )
        self.colour = act("colour", "Colour", screen.choose_colour, shortcut="K", icon="palette")
        self.front = act(
            "bring_to_front", "Bring to front", screen.bring_to_front, shortcut="F", icon="layers"
        )
        self.trash = act("trash", "Trash", screen.trash, shortcut="Del", icon="trash-2")
        self.show_room = act(
            "show_to_the_room",
            "Show to the room",
            screen.show_idea,
            shortcut="O",
            icon="presentation",
        )
        self.cluster = act(
            "new_cluster", "New cluster", screen.new_cluster, shortcut="C", icon="layout-grid"
        )
        self.rename = act(
            "rename_cluster", "Rename cluster", screen.rename_selected, shortcut="Shift+C"
        )
        self.remove = act("remove_cluster", "Remove cluster", screen.remove_selected, icon="x")
        self.tidy_one = act(
            "tidy_cluster", "Tidy cluster", screen.tidy_selected, shortcut="T", icon="grid-2x2"
        )
        self.tidy = act(
            "tidy_the_board",
            "Tidy the board",
            screen.tidy,
            shortcut="Shift+T",
            icon="wand-sparkles",
        )
        self.free = act(
            "show_ideas_in_no_cluster",
            "Show ideas in no cluster",
            screen.show_free,
            shortcut="U",
            icon="scan",
        )
        self.silent = act(
            "silent_mode",
            "Silent mode",
            screen.set_silent,
            shortcut="S",
            icon="eye-off",
            checkable=True,
        )
        self.all = act("select_all_ideas", "Select all ideas", screen.select_all, shortcut="Ctrl+A")
        self.find = act(
            "find_on_the_board",
            "Find on the board",
            screen.finder.open_it,
            shortcut="Ctrl+F",
            icon="search",
        )
        self.closer = act(
            "zoom_in", "Zoom in", lambda: view.zoom_by(1), shortcut="Ctrl+=", icon="zoom-in"
        )
        self.closer.setShortcuts([QKeySequence("Ctrl+="), QKeySequence("Ctrl++")])
        self.further = act(
            "zoom_out", "Zoom out", lambda: view.zoom_by(-1), shortcut="Ctrl+-", icon="zoom-out"
        )
        self.whole = act("zoom_to_100", "Zoom to 100 %", view.show_whole_size, shortcut="Ctrl+0")
        self.fit = act(
            "fit_the_board", "Fit the board", view.fit, shortcut="Ctrl+9", icon="maximize"
        )
        self.fit.setShortcuts([QKeySequence("Ctrl+9"), QKeySequence("Shift+1")])
        self.import_ideas = act(
            "import_ideas", "Import ideas…", screen.choose_import, icon="import"
        )
        self.trash_list = act(
            "open_the_trash", "Open the trash…", screen.open_trash, icon="archive-restore"
        )
        self.send = [self._send(screen, number) for number in range(1, 10)]
        self.take_out = act(
            "take_out_of_the_cluster",
            "Take out of the cluster",
            lambda: screen.send_to(None),
            shortcut="0",
            icon="log-out",
        )

    @property
    def for_notes(self) -> list[QAction]:
        """What the inspector offers for selected notes."""
        return [
            self.merge,
            self.unmerge,
            self.poll,
            self.colour,
            self.cluster,
            self.take_out,
            self.show_room,
            self.trash,
        ]

    @property
    def for_board(self) -> list[QAction]:
        """What the inspector offers when nothing is selected."""
        return [
            self.new,
            self.cluster,
            self.free,
            self.find,
            self.tidy,
            self.import_ideas,
            self.trash_list,
        ]

    def around(self, note: bool, cluster: bool) -> list[QAction]:
        """What a click with the right button offers."""
        if note:
            return [self.edit, *self.for_notes, self.front]
        if cluster:
            return [self.rename, self.tidy_one, self.remove]
        return self.for_board

    @staticmethod
    def _send(screen: "BoardScreen", number: int) -> QAction:
        slot = lambda: screen.send_to(number)  # noqa: E731 - a slot of one expression
        return screen.act(
            f"send_to_cluster_{number}", f"Send to cluster {number}", slot, shortcut=str(number)
        )

    def follow(self, selected: int, stacks: int, clusters: int, free: int) -> None:
        """Enable what can be done with so many selected notes, so many of them stacks."""
        for action in (self.colour, self.front, self.trash, *self.send, self.take_out):
            action.setEnabled(selected > 0)
        for action in (self.edit, self.show_room):
            action.setEnabled(selected == 1)
        for action in (self.merge, self.poll):
            action.setEnabled(selected > 1)
        self.unmerge.setEnabled(stacks > 0)
        self.free.setEnabled(free > 0)
        for action in (self.rename, self.remove, self.tidy_one):
            action.setEnabled(clusters > 0)


def colour_menu(choose: Callable[[NoteColour], object]) -> QMenu:
    """The colours of notes to choose from, each with a swatch and a key."""
    menu = QMenu()
    menu.setObjectName("colour_menu")
    for number, (colour, paper) in enumerate(PAPERS.items(), start=1):
        action = menu.addAction(_swatch(paper.paper), f"&{number}  {paper.name}")
        action.setObjectName(f"colour_{colour}")
        action.triggered.connect(lambda _checked, colour=colour: choose(colour))
    return menu


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(QSize(16, 16))
    pixmap.fill(QColor(colour))
    painter = QPainter(pixmap)
    painter.setPen(QColor(28, 36, 48, 90))
    painter.drawRect(0, 0, 15, 15)
    painter.end()
    return QIcon(pixmap)
