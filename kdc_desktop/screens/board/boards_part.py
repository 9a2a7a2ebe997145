"""Which of the boards of a session is shown: a row of their titles, and what is done with them."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction

from kdc_desktop.i18n import _
from kdc_desktop.screens.board.board_tabs import BoardTabs
from kdc_desktop.screens.board.shown_board import OnBoard, ShownBoard
from kdc_desktop.screens.kit.passing import open_menu
from kdc_desktop.screens.kit.plain import plain_caption
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.wanted_line import WantedLine, ask_line
from kdc_desktop.services.board import boards
from kdc_desktop.services.sessions.rows import StageRow
from kdc_desktop.storage import Database

_TABLES = frozenset({"board", "stage_board"})


class BoardsPart(QObject):
    """Lets hands and stages choose the board that is `shown`; `turned` tells of another one.

    Looking is not showing: the room sees the board of its stage, whichever is looked at.
    """

    turned = Signal()

    def __init__(self, screen: Screen, database: Database, session_id: int) -> None:
        super().__init__(screen)
        self._screen = screen
        self._database, self.shown = database, ShownBoard(session_id)
        self.rows: list[boards.NamedBoard] = []
        self._of_stages: dict[int, int] = {}
        self._stage: StageRow | None = None
        self._due = True
        self.titles = BoardTabs(screen.theme, screen)
        self.titles.changed.connect(self._picked)
        self.titles.renamed.connect(lambda _at: self.rename())
        self.titles.menu_wanted.connect(self._offer)
        self.titles.hide()
        self._add_actions()

    def _add_actions(self) -> None:
        act, alone, step = self._screen.act, self.alone, partial(self._step, 1)
        rename, remove = _("Rename the board…"), _("Remove the board")
        show = _("Let the stage show this board")
        self.new = act("new_board", _("New board…"), self.add, icon="plus")
        self._of_one: list[QAction] = [
            act("rename_the_board", rename, self.rename, why_not=alone),
            act("remove_the_board", remove, self.remove, why_not=self._stays),
            act("board_of_the_stage", show, self.let_stage_show, why_not=self._shows_it),
        ]
        act("next_board", _("Next board"), step, shortcut="Ctrl+B", why_not=alone)

    def around(self, note: bool, cluster: bool) -> list[QAction]:
        """What a menu on nothing in particular offers."""
        return [] if note or cluster else [self.new, *(self._of_one if len(self.rows) > 1 else ())]

    # Reading.

    def hear(self, changes: ChangedTables) -> None:
        """Read the boards again the next time, where they have changed."""
        self._due |= bool(_TABLES & changes.tables)

    def catch_up(self) -> None:
        """Read them where that is due."""
        if self._due:
            self._due = False
            self._read()

    def _read(self) -> None:
        """Read the boards again; where the one that was shown is gone, the first one is."""
        before = self._of(self._stage)
        of = self._database, self.shown.session_id
        self.rows = boards.boards(*of)
        self._of_stages = boards.boards_of_stages(*of) if len(self.rows) > 1 else {}
        now = self._of(self._stage)
        if not self.is_there(self.shown.board_id):
            self.turn_to(None)
        elif self.shown.board_id == before != now:
            self.turn_to(now)
        self._show()

    def _of(self, stage: StageRow | None) -> int | None:
        return self._of_stages.get(stage.id) if stage is not None else None

    def is_there(self, board_id: int | None) -> bool:
        """Whether the session has this board."""
        return any(row.id == board_id for row in self.rows)

    @property
    def at(self) -> int:
        """The place of the board that is shown among the titles."""
        return self._place(self.shown.board_id)

    def _place(self, board_id: int | None) -> int:
        return next((at for at, row in enumerate(self.rows) if row.id == board_id), 0)

    # What the room sees.

    @property
    def sight(self) -> Sight:
        """The board that is shown, as what its stage shows where that is so."""
        stage, here = self._screen.stage, self.shown.board_id
        return Sight(stage) if here == self._of(stage) else Sight(stage, OnBoard(here))

    def in_sight(self, sight: Sight) -> int | None:
        """The board that can be seen in a sight."""
        return sight.of.board_id if isinstance(sight.of, OnBoard) else self._of(sight.stage)

    # Choosing.

    def follow_stage(self, stage: StageRow) -> None:
        """Show the board of a stage to which one comes."""
        is_another = self._stage is None or self._stage.id != stage.id
        self._stage = stage
        if is_another:
            self.catch_up()
            self.turn_to(self._of(stage))
            self._show()

    def turn_to(self, board_id: int | None) -> None:
        """Show this board."""
        if board_id != self.shown.board_id:
            self.shown.board_id = board_id
            self._show()
            self.turned.emit()

    def add(self) -> None:
        """Ask for the name of one more board, and show it."""
        asked = WantedLine(_("New board"), _("What is the new board called?"), _("Add the board"))
        ask_line(self._screen, asked, self._add)

    def _add(self, title: str) -> None:
        made = self._screen.attempt(boards.add_board, self._database, self.shown.session_id, title)
        if made:
            self.turn_to(made.answer)

    def rename(self) -> None:
        """Ask for another name of the board that is shown."""
        asked = WantedLine(
            _("Rename the board"),
            _("What is the board called?"),
            _("Rename"),
            self.rows[self.at].title,
        )
        ask_line(self._screen, asked, partial(self._rename, self.shown.board_id))

    def _rename(self, board_id: int | None, title: str) -> None:
        of = self.shown.session_id, board_id, title
        self._screen.attempt(boards.rename_board, self._database, *of)

    def remove(self) -> None:
        """Take the board that is shown away; the first one is shown then."""
        if self.shown.board_id is not None:
            self._screen.attempt(
                boards.remove_board, self._database, self.shown.session_id, self.shown.board_id
            )

    def let_stage_show(self) -> None:
        """The stage that is looked at shows the board that is shown, and so does the room in it."""
        if self._stage is not None:
            of = self._stage.id, self.shown.board_id
            self._screen.attempt(boards.show_on_stage, self._database, *of)

    def _step(self, by: int) -> None:
        self._picked((self.at + by) % len(self.rows))

    def _picked(self, at: int) -> None:
        self.turn_to(self.rows[at].id)

    def _offer(self, at: int, where: QPoint) -> None:
        """Offer what can be done with the board of a title, or with -1 all boards as well."""
        offered: list[QAction] = []
        if at >= 0:
            self._picked(at)
        else:
            for place, row in enumerate(self.rows):
                action = QAction(plain_caption(row.title), self._screen)
                action.setCheckable(True)
                action.setChecked(place == self.at)
                action.triggered.connect(partial(self._picked_from_menu, row.id))
                offered.append(action)
        open_menu(self._screen, "boards_menu", [*offered, self.new, *self._of_one], where)

    def _picked_from_menu(self, board_id: int | None, _checked: bool = False) -> None:
        self.turn_to(board_id)

    def _show(self) -> None:
        marked = -1 if self._stage is None else self._place(self._of(self._stage))
        self.titles.show_boards(self.rows, self.at, marked)
        layout, several = self._screen.layout(), len(self.rows) > 1
        if self.titles.isHidden() == several and layout is not None:
            self.titles.setVisible(several)
            layout.activate()  # what lies over the board lies below the titles

    def alone(self) -> str:
        """What to do first where there is one board only."""
        return "" if len(self.rows) > 1 else _("There is one board only. Add another first.")

    def _stays(self) -> str:
        if self.shown.board_id is None:
            return self.alone() or _("The first board stays. Choose another one.")
        return ""

    def _shows_it(self) -> str:
        if self._stage is None:
            return _("Go to a stage of the agenda first.")
        if self._of(self._stage) == self.shown.board_id:
            return self.alone() or _("The stage shows this board already.")
        return ""
