"""The ideas of every evening, and beside them what became of the one that is selected."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QStackedWidget, QWidget

from kdc_desktop.i18n import _
from kdc_desktop.screens.chains.chain_panel import ChainPanel
from kdc_desktop.screens.chains.columns import COLUMNS, MAY_BE_EMPTY, WIDTHS, WORDED
from kdc_desktop.screens.chains.help import CHAINS
from kdc_desktop.screens.chains.narrowing import Behind, WhichIdeas
from kdc_desktop.screens.chains.panel_words import summed_up
from kdc_desktop.screens.kit.empty_columns import hide_empty
from kdc_desktop.screens.kit.fields import begin_anew
from kdc_desktop.screens.kit.flow import flow_in
from kdc_desktop.screens.kit.pages import CurrentPage
from kdc_desktop.screens.kit.rows import RowModel, RowTable
from kdc_desktop.screens.kit.screen import Screen
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import EmptyState, plain_label
from kdc_desktop.services.chains.facts import TABLES
from kdc_desktop.services.chains.questions import all_chains, chain_of, ideas_behind
from kdc_desktop.services.chains.rows import ChainRow
from kdc_desktop.storage import Database


class ChainsScreen(Screen):
    """A list; `step_wanted` carries the `StepPlace` to go to, `page_wanted` an author: id and name.

    `home_wanted` asks for Home, where an evening begins in which there can be ideas.
    """

    stem = "chains/chains_screen"
    help = CHAINS
    tables = TABLES

    step_wanted = Signal(object)
    page_wanted = Signal(int, str)
    home_wanted = Signal()

    head: QWidget
    head_words: QWidget
    head_buttons: QWidget
    summary_label: QLabel
    all_button: QPushButton
    tools: QWidget
    choices: QWidget
    evening_combo: QComboBox
    far_combo: QComboBox
    author_combo: QComboBox
    search_edit: QLineEdit
    stack: QStackedWidget
    table: RowTable

    def __init__(self, theme: Theme, database: Database, store: QSettings) -> None:
        super().__init__(theme)
        self._database = database
        self.rows: Sequence[ChainRow] = ()
        self.model = RowModel(COLUMNS, key=lambda row: row.id, also=_found_by)
        self.narrowing = WhichIdeas(self.evening_combo, self.far_combo, self.author_combo)
        self.panel, self.pages = ChainPanel(theme), CurrentPage()
        self._nothing = plain_label("", "muted", self.pages, wrap=True)
        self._empty = EmptyState(theme, self)
        self._dress(store)
        self._connect()
        self._add_actions()

    def _dress(self, store: QSettings) -> None:
        for place in (self.head_buttons, self.choices):
            flow_in(place, 12)
        TurningRow(self.head, self.head_words, self.head_buttons)
        TurningHalves(self.tools, self.choices, self.search_edit, 12, shares=(0, 1))
        self.all_button.setIcon(self.theme.icon("x"))
        self.table.show_model(self.model)
        self.table.columns.begin(WIDTHS, WORDED)
        self.table.remember(store, "club_chains")
        self.table.empty_text = _("No idea is like this. Choose otherwise above.")
        for page in (self._nothing, self.panel):
            self.pages.addWidget(page)
        self.stack.addWidget(self._empty)
        self._empty.show_state(
            "lightbulb",
            _("No idea yet"),
            _(
                "Once ideas lie on a board, here stands what becomes of each: the vote, the "
                "consortium, its vision and what is promised."
            ),
            _("Go to Home"),
            self.home_wanted.emit,
        )

    def _connect(self) -> None:
        self.all_button.clicked.connect(self.show_all)
        self.narrowing.changed.connect(self._show)
        self.search_edit.textChanged.connect(self.table.search)
        TypingFinds(self.search_edit, self.table)
        self.table.chosen.connect(lambda _row: self.panel.steps.focus_in())
        self.table.selection_changed.connect(self._show_selected)
        self.panel.steps.step_wanted.connect(self.step_wanted)
        self.panel.page_wanted.connect(self.write_page)

    def _add_actions(self) -> None:
        find, write = _("Find an idea"), _("Write the page for its author…")
        self.act("find_ideas", find, self.seek, shortcut="Ctrl+F", icon="search")
        self.act("show_all_ideas", _("Show all ideas"), self.show_all)
        page = self.act(
            "write_author_page", write, self.write_page, icon="file", why_not=self._no_author
        )
        of_author = self.act(
            "ideas_of_its_author",
            _("Only ideas of its author"),
            self.show_author,
            why_not=self._nobody_signed,
        )
        self.table.hands.offer(of_author, page)

    # What is shown.

    def refresh(self) -> None:
        """Read all ideas again."""
        self.rows = all_chains(self._database)
        if (behind := self.narrowing.behind) is not None:
            self._go_behind(behind.consortium_id, behind.name)
        self.narrowing.offer(self.rows)
        self._show()

    def _show(self) -> None:
        behind = self.narrowing.behind
        shown = self.narrowing.wanted(self.rows)
        self.model.set_rows(shown)
        hide_empty(self.table, MAY_BE_EMPTY)
        told = summed_up(shown if self.narrowing.is_on else self.rows)
        if behind is not None:
            told = _("Behind {consortium}: {ideas}", consortium=behind.name, ideas=told)
        self.summary_label.setText(told)
        self.tools.setVisible(bool(self.rows))
        self.all_button.setVisible(self.narrowing.is_on)
        self.stack.setCurrentWidget(self.table if self.rows else self._empty)
        self.setFocusProxy(self.table if self.rows else self._empty.button)
        self._show_selected()

    def _show_selected(self) -> None:
        row = self.chosen()
        if row is None:
            words = _("Select an idea to see what became of it.") if self.rows else ""
            self._nothing.setText(words)
            self.pages.setCurrentWidget(self._nothing)
            return
        chain = chain_of(self._database, row.id)
        if chain is not None:
            self.panel.show_chain(chain)
            self.pages.setCurrentWidget(self.panel)

    def inspector(self) -> QWidget:
        return self.pages

    def chosen(self) -> ChainRow | None:
        """The row that is selected, if it is one."""
        rows = self.table.selected_rows()
        return rows[0] if len(rows) == 1 else None

    # What is wanted.

    def show_idea(self, idea_id: int) -> None:
        """Select this idea; all are listed, where what is chosen would leave it out."""
        self.catch_up()
        if not self.table.select_key(idea_id):
            self.show_all()
            self.table.select_key(idea_id)

    def show_behind(self, consortium_id: int, name: str) -> None:
        """List the ideas that a consortium goes back to, and select the first."""
        self.catch_up()
        self.narrowing.begin_anew()
        begin_anew(self.search_edit)
        self._go_behind(consortium_id, name)
        self._show()
        if self.model.rows:
            self.table.selectRow(0)

    def _go_behind(self, consortium_id: int, name: str) -> None:
        ideas = frozenset(ideas_behind(self._database, consortium_id))
        self.narrowing.behind = Behind(consortium_id, name, ideas)

    def show_all(self) -> None:
        """List all ideas."""
        self.narrowing.begin_anew()
        begin_anew(self.search_edit)
        self._show()

    def show_author(self) -> None:
        """List the ideas of whoever wrote the one that is selected."""
        row = self.chosen()
        if row is not None and row.author:
            key = row.id
            self.show_all()
            self.narrowing.choose_author(row)
            self._show()
            self.table.select_key(key)

    def write_page(self) -> None:
        """Write what became of all ideas of the author of the one that is selected."""
        row = self.chosen()
        if row is not None and row.author_id is not None:
            self.page_wanted.emit(row.author_id, row.author)

    def seek(self) -> None:
        """Go to the search."""
        self.search_edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_edit.selectAll()

    def _nobody_signed(self) -> str:
        row = self.chosen()
        if row is None:
            return _("Select an idea first.")
        return "" if row.author else _("Nobody has signed this idea.")

    def _no_author(self) -> str:
        row = self.chosen()
        if row is not None and row.author and row.author_id is None:
            return _("The club knows no person of this name. Choose the author on the board first.")
        return self._nobody_signed()


def _found_by(row: ChainRow) -> Iterator[str]:
    """Its consortia, what was asked about it and what it was merged into."""
    yield from (group.name for group in row.groups)
    yield from (one.question for one in row.voted)
    yield row.merged_into
