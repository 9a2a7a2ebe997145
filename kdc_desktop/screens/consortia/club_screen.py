"""The whole club's consortia and projects, whichever evening they come from."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.beside_part import OF_PARTS, MakeBeside
from kdc_desktop.screens.consortia.club_beside import ClubBeside
from kdc_desktop.screens.consortia.club_filters import ClubFilters
from kdc_desktop.screens.consortia.club_verbs import ClubVerbs
from kdc_desktop.screens.consortia.club_words import summary
from kdc_desktop.screens.consortia.goal_strip import GoalStrip
from kdc_desktop.screens.consortia.help import CLUB
from kdc_desktop.screens.consortia.portfolio_list import FoundBy, PortfolioList
from kdc_desktop.screens.consortia.portfolio_now import Portfolio, read_portfolio
from kdc_desktop.screens.consortia.portfolio_room import InTheRoom, portfolio_slide
from kdc_desktop.screens.consortia.scope_choice import Scope, ScopeChoice
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.plain import parted
from kdc_desktop.screens.kit.rows import RowTable
from kdc_desktop.screens.kit.screen import ChangedTables, Screen, Sight
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.services.consortia.club_rows import BuyInBadge, ClubRow
from kdc_desktop.services.consortia.gives_back import GainsBadge
from kdc_desktop.services.consortia.held_up import ObstaclesBadge
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database


class ClubScreen(Screen):
    """The portfolio; `consortium_opened` carries the id of the one whose ledger is wanted.

    `ideas_wanted` carries the id and the name of one, and asks for the ideas behind it;
    `tonight_wanted` asks for the consortia of the session that is open, which `session` tells,
    `network_wanted` for who has met whom. `badge`, `obstacles` and `gains` are what nouns above
    know of each, `beside` what they show and do there.
    """

    stem = "consortia/club_screen"
    help = CLUB
    tables = frozenset({"consortium", "consortium_step", "member", "leaving", "role_step"}) | {
        *("sign_of_life", "taken_up", "session", "organisation", "department", "person"),
        "programme",
    }
    is_for_the_room = True

    consortium_opened = Signal(int)
    tonight_wanted = Signal()
    network_wanted = Signal()
    ideas_wanted = Signal(int, str)

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    summary_label: QLabel
    scope_choice: Segmented
    show_button: QPushButton
    new_button: QPushButton
    tools: QWidget
    sector_choice: Segmented
    state_combo: QComboBox
    owner_combo: QComboBox
    obstacle_combo: QComboBox
    group_combo: QComboBox
    search_edit: QLineEdit
    strip_place: QVBoxLayout
    stack: QStackedWidget
    table: RowTable

    def __init__(
        self,
        theme: Theme,
        database: Database,
        badge: BuyInBadge,
        trails: Sequence[ConsortiumTrail],
        store: QSettings,
        session: Callable[[], SessionRow | None],
        obstacles: ObstaclesBadge,
        gains: GainsBadge,
        beside: Sequence[MakeBeside] = (),
    ) -> None:
        super().__init__(theme)
        parts = [make(self, self._named) for make in beside]
        known = (badge.tables, obstacles.tables, gains.tables, *(part.tables for part in parts))
        self.tables = self.tables.union(*known, *(trail.tables for trail in trails))
        self._read = partial(read_portfolio, database, badge, obstacles, gains)
        self._session = session
        self._now = Portfolio()
        self._empty, self._strip = EmptyState(theme, self), GoalStrip(theme, self)
        given = database, badge, trails, session
        self.verbs = ClubVerbs(self, *given, self.chosen, self.select)
        self.verbs.ideas_wanted = self.ideas_wanted.emit
        self.in_the_room = InTheRoom(self, session)
        self._list = PortfolioList(theme, self.table, self.verbs.rename, FoundBy(database), store)
        boxes = self.state_combo, self.owner_combo, self.obstacle_combo, self.group_combo
        self._filters = ClubFilters(self.sector_choice, boxes, store, self._show)
        self._beside = ClubBeside(self, database, self.verbs, parts)
        self._dress()
        self._connect()
        self._add_actions()

    def _dress(self) -> None:
        flow_in(self.head_buttons, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        flow_in(self.tools, 8)
        self.search_edit.setMinimumWidth(self.theme.px(220))
        self.strip_place.addWidget(self._strip)
        leads = {Scope.TONIGHT: self.tonight_wanted.emit, Scope.NETWORK: self.network_wanted.emit}
        self._scope = ScopeChoice(self.scope_choice, Scope.CLUB, leads)
        self.show_button.setIcon(self.theme.icon("presentation"))
        self.new_button.setIcon(self.theme.icon("plus", "on_accent"))
        self.new_button.setProperty("kind", "primary")
        self.stack.addWidget(self._empty)
        self._empty.show_state(
            "handshake",
            _("No consortium yet"),
            _(
                "Consortia form around the winners of an evening. A project that somebody brings "
                "along can be added at once."
            ),
            _("New project…"),
            self.verbs.new_project,
        )

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.verbs.new_project)
        self.show_button.clicked.connect(self.in_the_room.show)
        self.search_edit.textChanged.connect(self.table.search)
        TypingFinds(self.search_edit, self.table)
        self.table.chosen.connect(lambda row: self.consortium_opened.emit(row.id))
        self.table.selection_changed.connect(self._show_selected)
        self._beside.form.open_wanted.connect(self.consortium_opened)

    def _add_actions(self) -> None:
        self.act(
            "find_consortia", _("Find a consortium"), self.seek, shortcut="Ctrl+F", icon="search"
        )
        self.act(
            "show_the_portfolio",
            _("Show the room the portfolio"),
            self.in_the_room.show,
            icon="presentation",
            why_not=self.in_the_room.why_not,
        )
        offered = self.verbs.add_actions()
        self.table.hands.offer(*offered, *self._of_parts())

    @property
    def rows(self) -> Sequence[ClubRow]:
        """All that there are, by how far they are and by name."""
        return self._now.rows

    # What is shown.

    def showEvent(self, event: QShowEvent) -> None:
        self._scope.offer_tonight(offered=self._session() is not None)
        self.in_the_room.allow(self.show_button)
        super().showEvent(event)

    def on_changes(self, changes: ChangedTables) -> None:
        """Heed whose names have changed, and read again as every screen does."""
        self._beside.heed(changes)
        super().on_changes(changes)

    def refresh(self) -> None:
        self._list.forget_found()
        self._now = self._read()
        self._filters.offer(self.rows)
        self._show()
        self.room_changed.emit()

    def _show(self) -> None:
        is_known = bool(self.rows)
        self._list.group(self._filters.grouping)
        self._list.show_rows([row for row in self.rows if self._filters.wants(row)], self.rows)
        self._strip.show_sum(self._now.sum, self._now.programme)
        self.summary_label.setText(parted(summary(self.rows)))
        for part in (self.tools, self.new_button, self.show_button):
            part.setVisible(is_known)
        self.in_the_room.allow(self.show_button)
        self.stack.setCurrentWidget(self.table if is_known else self._empty)
        self.setFocusProxy(self.table if is_known else self._empty.button)
        self._show_selected()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.fit(self.rows)
        self._strip.make_room()

    def select(self, *keys: int) -> None:
        """Select the first of these; all are listed, where what is sought would leave it out."""
        if keys and not any(self.table.select_key(key) for key in keys):
            begin_anew(self.search_edit)
            self._filters.show_all()
            self._show()
            self.table.select_key(keys[0])

    def chosen(self) -> ClubRow | None:
        """The row that is selected, if it is one."""
        return self._list.chosen()

    def _named(self) -> tuple[int, str] | None:
        row = self.chosen()
        return None if row is None else (row.id, row.name)

    def _of_parts(self) -> list[QAction]:
        """What those beside the list do with a row."""
        return [action for action in self.actions() if action.objectName() in OF_PARTS]

    def _show_selected(self) -> None:
        self._beside.show_row(self.chosen(), self._session(), known=bool(self.rows))

    def inspector(self) -> QWidget:
        return self._beside.pages

    def seek(self) -> None:
        """Go to the search."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    # What the room sees.

    @property
    def sight(self) -> Sight | None:
        return Sight(None, "portfolio") if self.rows else None

    def slide_of(self, _sight: Sight) -> Slide | None:
        self.catch_up()
        return portfolio_slide(self._now) if self.rows else None
