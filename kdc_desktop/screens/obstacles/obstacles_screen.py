"""What holds the club's consortia back, the oldest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.instants import day_of
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import EmptyState
from kdc_desktop.screens.obstacles.columns import MAY_BE_EMPTY, WIDTHS, WORDED, columns
from kdc_desktop.screens.obstacles.help import OBSTACLES
from kdc_desktop.screens.obstacles.inspector import ObstacleInspector
from kdc_desktop.screens.obstacles.narrowing import Narrowing
from kdc_desktop.screens.obstacles.row_actions import RowActions
from kdc_desktop.screens.obstacles.verbs import ObstacleVerbs
from kdc_desktop.screens.obstacles.words import summary
from kdc_desktop.services.kit.club_zone import club_zone_of
from kdc_desktop.services.obstacles.histories import history_of
from kdc_desktop.services.obstacles.questions import READ_FROM, all_obstacles
from kdc_desktop.services.obstacles.rows import ObstacleRow
from kdc_desktop.storage import Database


class ObstaclesScreen(Screen):
    """A list; `consortium_opened` carries the id of the one whose vision is wanted.

    `consortia_wanted` leads to the consortia of the club, `page_wanted` carries an owner and its
    name, of whom a page is wanted.
    """

    stem = "obstacles/obstacles_screen"
    help = OBSTACLES
    tables = READ_FROM | {"obstacle_step"}

    consortium_opened = Signal(int)
    consortia_wanted = Signal()
    page_wanted = Signal(object, str)

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    summary_label: QLabel
    page_button: QPushButton
    note_button: QPushButton
    tools: QWidget
    choices: QWidget
    age_combo: QComboBox
    kind_combo: QComboBox
    owner_combo: QComboBox
    search_edit: QLineEdit
    stack: QStackedWidget
    table: RowTable

    def __init__(self, theme: Theme, database: Database, store: QSettings) -> None:
        super().__init__(theme)
        self._database = database
        self.rows: Sequence[ObstacleRow] = ()
        self._today = date.min
        self._empty = EmptyState(theme, self)
        self.verbs = ObstacleVerbs(self, database, self.select)
        self.narrowing = Narrowing(self.age_combo, self.kind_combo, self.owner_combo)
        self.model = RowModel(columns(lambda: self._today), key=lambda row: row.id)
        self.beside = ObstacleInspector(theme, self.verbs)
        self._dress(store)
        self._connect()
        self._add_actions()

    def _dress(self, store: QSettings) -> None:
        flow_in(self.head_buttons, 12)
        flow_in(self.choices, 8)
        TurningRow(self.head, self.head_words, self.head_buttons)
        TurningHalves(self.tools, self.choices, self.search_edit, 12, shares=(0, 1))
        self.note_button.setIcon(self.theme.icon("plus", "on_accent"))
        self.note_button.setProperty("kind", "primary")
        self.table.show_model(self.model)
        self.table.columns.begin(WIDTHS, WORDED)
        self.table.remember(store, "club_obstacles")
        self.table.empty_text = _("None is like this.")
        self.stack.addWidget(self._empty)
        self._empty.show_state(
            "construction",
            _("Nothing holds a consortium back"),
            _(
                "A permit, a decision, money: what a consortium waits for is noted beside it, with "
                "who takes care of it. It is an obstacle from then on, and grows older here."
            ),
            _("Go to the consortia"),
            self.consortia_wanted.emit,
        )

    def _connect(self) -> None:
        for combo in (self.age_combo, self.kind_combo, self.owner_combo):
            combo.activated.connect(lambda _at: self._show())
        self.search_edit.textChanged.connect(self.table.search)
        TypingFinds(self.search_edit, self.table)
        self.table.chosen.connect(lambda row: self.consortium_opened.emit(row.consortium_id))
        self.table.selection_changed.connect(self._show_selected)
        self.beside.open_wanted.connect(self.consortium_opened)

    def _add_actions(self) -> None:
        text = _("Find an obstacle")
        self.act("find_an_obstacle", text, self.seek, shortcut="Ctrl+F", icon="search")
        given = self.verbs, self.chosen, self.narrowing
        actions = RowActions(self, *given, self.page_wanted.emit)
        actions.offer(self.table)
        self.note_button.clicked.connect(actions.note.trigger)
        self.page_button.clicked.connect(actions.page.trigger)

    def refresh(self) -> None:
        """Read all obstacles again."""
        self._today = day_of(self._database.now(), club_zone_of(self._database))
        self.rows = all_obstacles(self._database)
        self._show()

    def _show(self) -> None:
        self.narrowing.offer(self.rows)
        self.model.set_rows(self.narrowing.of(self.rows))
        hide_empty(self.table, MAY_BE_EMPTY)
        self.summary_label.setText(summary(self.rows, self._today))
        for part in (self.tools, self.page_button, self.note_button):
            part.setVisible(bool(self.rows))
        self.stack.setCurrentWidget(self.table if self.rows else self._empty)
        self.setFocusProxy(self.table if self.rows else self._empty.button)
        self._show_selected()

    def select(self, *keys: int) -> None:
        """Select the first of these; where what is sought would leave it out, all are listed."""
        if not keys or any(self.table.select_key(key) for key in keys):
            return
        row = next((row for row in self.rows if row.id in keys), None)
        if row is not None:
            begin_anew(self.search_edit)
            self.narrowing.begin_anew(row)
            self._show()
            self.table.select_key(row.id)

    def chosen(self) -> ObstacleRow | None:
        """The row that is selected, if it is one."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    def _show_selected(self) -> None:
        row = self.chosen()
        if row is None:
            self.beside.show_nothing(known=bool(self.rows))
        else:
            self.beside.show_row(row, history_of(self._database, row.id), self._today)

    def inspector(self) -> QWidget:
        return self.beside

    def seek(self) -> None:
        """Go to the search."""
        self.search_edit.setFocus()
        self.search_edit.selectAll()
