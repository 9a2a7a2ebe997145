"""The whole club's consortia and projects, whichever evening they come from."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget

from kdc_desktop.domain.consortia.states import ConsortiumState, is_alive
from kdc_desktop.domain.consortia.steps import STATE_ENTRIES
from kdc_desktop.i18n import _
from kdc_desktop.screens.consortia.beside_part import MakeBeside
from kdc_desktop.screens.consortia.club_beside import ClubBeside
from kdc_desktop.screens.consortia.club_columns import COLUMNS, MAY_BE_EMPTY, NAME, WIDTHS, WORDED
from kdc_desktop.screens.consortia.club_icons import state_icon
from kdc_desktop.screens.consortia.club_verbs import ClubVerbs
from kdc_desktop.screens.consortia.club_words import in_order_of_state, summary
from kdc_desktop.screens.consortia.help import CLUB
from kdc_desktop.screens.consortia.scope_choice import Scope, ScopeChoice
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.screen import ChangedTables, Screen
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.services.consortia.club_rows import BuyInBadge, ClubRow
from kdc_desktop.services.consortia.clubwide import all_consortia
from kdc_desktop.services.consortia.found_by import member_names
from kdc_desktop.services.consortia.held_up import ObstaclesBadge
from kdc_desktop.services.consortia.trails import ConsortiumTrail
from kdc_desktop.services.sessions.rows import SessionRow
from kdc_desktop.storage import Database


class Narrowed(StrEnum):
    """Which rows are listed, besides those of one state."""

    ALL = "all"
    ALIVE = "alive"
    DUE = "due"


class ClubScreen(Screen):
    """A list; `consortium_opened` carries the id of the one whose vision is wanted.

    `ideas_wanted` carries the id and the name of one, and asks for the ideas behind it;
    `tonight_wanted` asks for the consortia of the session that is open, which `session` tells,
    `network_wanted` for who has met whom.
    """

    stem = "consortia/club_screen"
    help = CLUB
    tables = frozenset({"consortium", "consortium_step", "member", "leaving", "role_step"}) | {
        *("sign_of_life", "taken_up", "session", "organisation", "department", "person")
    }

    consortium_opened = Signal(int)
    tonight_wanted = Signal()
    network_wanted = Signal()
    ideas_wanted = Signal(int, str)

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    summary_label: QLabel
    scope_choice: Segmented
    new_button: QPushButton
    tools: QWidget
    state_combo: QComboBox
    search_edit: QLineEdit
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
        beside: Sequence[MakeBeside] = (),
    ) -> None:
        super().__init__(theme)
        parts = [make(self, self._named) for make in beside]
        known = (*(part.tables for part in parts), badge.tables, obstacles.tables)
        self.tables = self.tables.union(*known, *(trail.tables for trail in trails))
        self._database, self._session = database, session
        self._badges = badge, obstacles
        self.rows: Sequence[ClubRow] = ()
        self._empty = EmptyState(theme, self)
        given = database, badge, trails, session
        self.verbs = ClubVerbs(self, *given, self.chosen, self.select)
        self.verbs.ideas_wanted = self.ideas_wanted.emit
        self._members: Mapping[int, str] | None = None
        self.model = RowModel(self._columns(), key=lambda row: row.id, also=self._found_by)
        self._beside = ClubBeside(self, database, self.verbs, parts)
        self._dress(store)
        self._connect()
        self._add_actions()

    def _columns(self) -> tuple[Column[ClubRow], ...]:
        name = Column[ClubRow](
            *(NAME.key, NAME.title, NAME.text),
            tooltip=lambda row: row.about,
            editable=lambda _row: True,
            commit=self.verbs.rename,
        )
        return (COLUMNS[0], name, *COLUMNS[1:])

    def _dress(self, store: QSettings) -> None:
        flow_in(self.head_buttons, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        TurningHalves(self.tools, self.state_combo, self.search_edit, 12, shares=(0, 1))
        leads = {Scope.TONIGHT: self.tonight_wanted.emit, Scope.NETWORK: self.network_wanted.emit}
        self._scope = ScopeChoice(self.scope_choice, Scope.CLUB, leads)
        self.new_button.setIcon(self.theme.icon("plus", "on_accent"))
        self.new_button.setProperty("kind", "primary")
        self.table.show_model(self.model)
        self.table.columns.begin(WIDTHS, WORDED)
        self.table.remember(store, "club_consortia")
        self.table.empty_text = _("None is in this state.")
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
        self._offer_states()

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.verbs.new_project)
        self.state_combo.activated.connect(lambda _at: self._show())
        self.search_edit.textChanged.connect(self.table.search)
        TypingFinds(self.search_edit, self.table)
        self.table.chosen.connect(lambda row: self.consortium_opened.emit(row.id))
        self.table.selection_changed.connect(self._show_selected)
        self._beside.form.open_wanted.connect(self.consortium_opened)

    def _add_actions(self) -> None:
        self.act(
            "find_consortia", _("Find a consortium"), self.seek, shortcut="Ctrl+F", icon="search"
        )
        offered = self.verbs.add_actions()
        self.table.hands.offer(*offered)

    # What is shown.

    def showEvent(self, event: QShowEvent) -> None:
        self._scope.offer_tonight(offered=self._session() is not None)
        super().showEvent(event)

    def on_changes(self, changes: ChangedTables) -> None:
        """Heed whose names have changed, and read again as every screen does."""
        self._beside.heed(changes)
        super().on_changes(changes)

    def _found_by(self, row: ClubRow) -> Iterator[str]:
        """Its members, the sessions in which it was worked on, and what it is about."""
        if self._members is None:  # nobody has searched since they were read
            self._members = member_names(self._database)
        yield from self._members.get(row.id, "").splitlines()
        yield from (one.title for one in (row.born_in, *row.taken_up) if one is not None)
        yield from (row.about, row.last_sign)

    def refresh(self) -> None:
        self._members = None
        self.model.forget_searched()
        rows = all_consortia(self._database, *self._badges)
        self.rows = sorted(rows, key=lambda row: (in_order_of_state(row), row.name.casefold()))
        self._show()

    def _show(self) -> None:
        self._offer_states()
        wanted = self.state_combo.currentData()
        self.model.set_rows([row for row in self.rows if _is_wanted(row, wanted)])
        hide_empty(self.table, MAY_BE_EMPTY)
        self.summary_label.setText(summary(self.rows))
        self.tools.setVisible(bool(self.rows))
        self.new_button.setVisible(bool(self.rows))
        self.stack.setCurrentWidget(self.table if self.rows else self._empty)
        self.setFocusProxy(self.table if self.rows else self._empty.button)
        self._show_selected()

    def _offer_states(self) -> None:
        """How many are in each state; what was chosen stays chosen."""
        chosen = self.state_combo.currentData() or Narrowed.ALL
        self.state_combo.clear()
        for wanted, text in (
            (Narrowed.ALL, _("All")),
            (Narrowed.ALIVE, _("Alive")),
            (Narrowed.DUE, _("Due")),
        ):
            self._offer(wanted, text, chosen)
        for state in ConsortiumState:
            self._offer(state, str(STATE_ENTRIES[state]), chosen)
        self.state_combo.setCurrentIndex(max(0, self.state_combo.findData(chosen)))

    def _offer(self, wanted: "Narrowed | ConsortiumState", text: str, chosen: str) -> None:
        count = sum(_is_wanted(row, wanted) for row in self.rows)
        if not count and wanted not in (Narrowed.ALL, chosen):
            return
        told = _("{state} {count}", state=text, count=count)
        if isinstance(wanted, ConsortiumState):
            self.state_combo.addItem(state_icon(wanted), told, wanted)
        else:
            self.state_combo.addItem(told, wanted)

    def select(self, *keys: int) -> None:
        """Select the first of these; all are listed, where what is sought would leave it out."""
        if keys and not any(self.table.select_key(key) for key in keys):
            begin_anew(self.search_edit)
            self.state_combo.setCurrentIndex(0)
            self._show()
            self.table.select_key(keys[0])

    def chosen(self) -> ClubRow | None:
        """The row that is selected, if it is one."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _named(self) -> tuple[int, str] | None:
        row = self.chosen()
        return None if row is None else (row.id, row.name)

    def _show_selected(self) -> None:
        self._beside.show_row(self.chosen(), self._session(), known=bool(self.rows))

    def inspector(self) -> QWidget:
        return self._beside.pages

    def seek(self) -> None:
        """Go to the search."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()


def _is_wanted(row: ClubRow, wanted: str) -> bool:
    """Boxes give back what is chosen as a plain string."""
    is_wanted = {
        Narrowed.ALL: True,
        Narrowed.ALIVE: is_alive(row.state),
        Narrowed.DUE: bool(row.due),
    }
    return is_wanted.get(wanted, wanted == row.state)  # type: ignore[call-overload, no-any-return]
