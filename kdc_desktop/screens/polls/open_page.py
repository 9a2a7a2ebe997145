"""While a poll is open: who has voted, papers by hand, hands; never what was voted."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.ballot import BLANK, Ballot
from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.domain.polls.terms import Terms
from kdc_desktop.domain.polls.turnout import CHANNEL_WORDS, Turnout
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.fields import begin_anew, prompt
from kdc_desktop.screens.kit.line_buttons import offer_to_clear
from kdc_desktop.screens.kit.narrow import is_narrow, scroll_to_top
from kdc_desktop.screens.kit.rows import Column, RowModel, RowTable
from kdc_desktop.screens.kit.segmented import Segmented, restyle
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_halves import TurningHalves
from kdc_desktop.screens.kit.typing_finds import TypingFinds
from kdc_desktop.screens.kit.widgets import EmptyState, plain_label
from kdc_desktop.screens.polls.drafts import Drafts
from kdc_desktop.screens.polls.hand_paper import HandPaper
from kdc_desktop.screens.polls.hands_panel import HandsCount, HandsPanel
from kdc_desktop.screens.polls.late_note import LateNote
from kdc_desktop.screens.polls.meant import meant
from kdc_desktop.screens.polls.open_hint import how_they_add_up, progress_of, roll_words, show_hint
from kdc_desktop.services.polls.rows import OptionRow, PollRow, VoterRow

ORGANISATION, CHANNEL = 1, 4
WIDTHS, WORDED = (170, 160, 64, 60, 96), (2, 3, 4)
LEAST_ROWS = 190  # pixels at 100 %, for four of them and their heading
WAITING = 0  # the first choice; the other is everybody


def columns() -> tuple[Column[VoterRow], ...]:
    """What the table says of a voter; the last column is for those who have voted."""
    return (
        Column("name", _("Name"), lambda row: dotted(row.name, row.apart)),
        Column("organisation", _("Organisation"), lambda row: row.organisation),
        Column(
            "sector",
            _("Sector"),
            lambda row: row.sector,
            tooltip=lambda row: BY_LETTER[row.sector].name,
        ),
        Column("badge", _("Badge"), lambda row: row.badge),
        Column(
            "channel",
            _("Voted"),
            _how_voted,
        ),
    )


def _how_voted(row: VoterRow) -> str:
    if row.used_by:
        return _("by {name}", name=row.used_by)
    return str(CHANNEL_WORDS[row.channel]) if row.channel else ""


def _voter_search(parent: QWidget) -> QLineEdit:
    edit = QLineEdit(parent)
    edit.setObjectName("voter_search")
    prompt(edit, _("Find somebody, Enter opens their paper"))
    edit.setAccessibleName(_("Find a voter"))
    offer_to_clear(edit)
    return edit


class Side(QStackedWidget):
    """As wide as its widest page asks for, and never narrower than `least` pixels."""

    def __init__(self, least: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._least = least

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().expandedTo(QSize(self._least, 0))


class OpenPage(QWidget):
    """Turnout on the left, with those who have not voted; on the right a paper or a count.

    `paper_cast` carries person id and marks, `hands_counted` people and hands by option id,
    `refused` why a paper is not opened now; `go_on_wanted` asks for the end of a pause.
    """

    paper_cast = Signal(int, object)
    hands_counted = Signal(int, object)
    entering_changed, slips_wanted, go_on_wanted = Signal(), Signal(), Signal()
    refused = Signal(str)
    let_leave_wanted = Signal(object)

    def __init__(self, theme: Theme, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ballot = BLANK
        self._poll_id, self.slips_out, self._narrow = 0, 0, False
        self._options: Sequence[OptionRow] = ()
        self._hands = HandsCount(0, {})
        self._row: PollRow | None = None
        self._voters: list[VoterRow] = []
        self.turnout_label = plain_label("", "hero", self, wrap=True)
        self.turnout_label.setObjectName("turnout_label")
        self.channels_label = plain_label("", "muted", self, wrap=True)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Turnout"))
        self.roll_choice = Segmented(self, roll_words(0))
        self.search_edit = _voter_search(self)
        self.model = RowModel(columns(), key=lambda row: row.person_id)
        self.table = self._new_table()
        self.late = LateNote(self)
        self.paper = HandPaper(theme, drafts.papers)
        self.hands = HandsPanel(theme, drafts.hands)
        self.hint = EmptyState(theme)
        self.side = Side(theme.px(340), self)
        for widget in (self.hint, self.paper, self.hands):
            self.side.addWidget(widget)
        self._lay_out()
        self._connect()

    def show_poll(
        self,
        poll: PollRow,
        terms: Terms,
        options: Sequence[OptionRow],
        voters: Sequence[VoterRow],
        turnout: Turnout,
        hands: HandsCount,
    ) -> None:
        """Show this open poll as it stands; `terms` has its options and criteria."""
        ballot = Ballot(poll.kind, terms)
        if poll.id != self._poll_id:
            self._poll_id = poll.id
            begin_anew(self.search_edit)
        if ballot != self._ballot:
            self.rest()
        self._row, self._ballot, self._options, self._hands = poll, ballot, options, hands
        self._voters = list(voters)
        show_hint(self.hint, poll, self.slips_wanted.emit, self.go_on_wanted.emit)
        self.slips_out = turnout.slips.missing
        self.turnout_label.setText(progress_of(poll, turnout))
        self.channels_label.setText(how_they_add_up(turnout))
        self.roll_choice.set_texts(roll_words(turnout.show_of_hands))
        self.progress.setRange(0, max(1, turnout.electorate))
        self.progress.setValue(min(turnout.voted, turnout.electorate))
        self._show_voters()
        self.paper.follow(poll, voters)

    def enter_paper(self, voter: VoterRow) -> None:
        """Open this voter's paper, unless it would only be refused."""
        if self._row is not None and self._row.paused_at is not None:
            self.refused.emit(_("The poll is paused. Let it go on, then fill in the paper."))
            return
        self.side.setCurrentWidget(self.paper)
        self.paper.start(self._poll_id, voter, self._ballot)

    def count_hands(self) -> None:
        """Open the count of hands."""
        if self._row is not None:
            self.side.setCurrentWidget(self.hands)
            self.hands.start(self._row, self._options, self._hands)

    def rest(self, *, look_anew: bool = False) -> None:
        """Put paper and count away and go back to the names; `look_anew`: to all of them."""
        if look_anew:  # whoever was looked for has voted now
            begin_anew(self.search_edit)
        self.side.setCurrentWidget(self.hint)
        self.paper.voter = None
        self.search_edit.setFocus()
        self.search_edit.selectAll()

    @property
    def is_entering(self) -> bool:
        """Whether a paper or a count is open."""
        return self.side.currentWidget() is not self.hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = is_narrow(self, self._theme, was=self._narrow)
        if narrow != self._narrow:
            self._narrow = narrow
            self.turnout_label.setProperty("role", "title" if narrow else "hero")
            restyle(self.turnout_label)
            if narrow:
                self._names.addWidget(self.channels_label, 2)
            else:
                self._left.insertWidget(2, self.channels_label)
            self._share_out()

    def _share_out(self) -> None:
        """Where there is no room for both, names and paper take turns."""
        self._voters_side.setVisible(not (self._narrow and self.is_entering))
        self.side.setVisible(self.is_entering or not self._narrow)
        scroll_to_top(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.search_edit and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down and self.model.rowCount():
                self.table.setFocus()
                if not self.table.currentIndex().isValid():
                    self.table.selectRow(0)
                return True
        return super().eventFilter(watched, event)

    def _show_voters(self) -> None:
        waiting = self.roll_choice.current() == WAITING
        self.model.set_rows([v for v in self._voters if v.waits or not waiting])
        self.table.setColumnHidden(CHANNEL, waiting)
        self.table.columns.again()

    def _enter_found(self) -> None:
        row = self.table.current_row()
        if row is None or not self.table.selected_rows():
            row = meant(self.table, self.search_edit.text())
        if row is not None:
            self.enter_paper(row)

    def _connect(self) -> None:
        self.roll_choice.changed.connect(lambda _at: self._show_voters())
        self.search_edit.textChanged.connect(self._search)
        self.search_edit.returnPressed.connect(self._enter_found)
        self.search_edit.installEventFilter(self)
        TypingFinds(self.search_edit, self.table)
        self.table.chosen.connect(self.enter_paper)
        self.side.currentChanged.connect(lambda _at: self._share_out())
        self.side.currentChanged.connect(lambda _at: self.entering_changed.emit())
        self.paper.cast.connect(self.paper_cast)
        self.paper.cancelled.connect(self.rest)
        self.hands.counted.connect(self.hands_counted)
        self.hands.left.connect(self.rest)

    def _new_table(self) -> RowTable:
        table = RowTable(self)
        table.setObjectName("voters_table")
        table.setAccessibleName(_("Voters"))
        table.setMinimumHeight(self._theme.px(LEAST_ROWS))
        table.empty_text = _("Everybody has voted.")
        table.show_model(self.model)
        table.columns.begin(WIDTHS, WORDED, takes=ORGANISATION)
        table.hands.verb("enter_paper", _("Enter a paper"), partial(_open_current, table))
        table.hands.verb("wait_no_longer", _("Wait no longer for them"), partial(_let_leave, self))
        return table

    def _search(self, text: str) -> None:
        self.table.search(text)
        self.late.look_for(text)
        self.table.clearSelection()

    def _lay_out(self) -> None:
        self._names = QHBoxLayout()
        self._names.addWidget(self.roll_choice)
        self._names.addStretch(1)
        self._voters_side = voters = QWidget(self)
        voters.setMinimumWidth(self._theme.px(300))
        self._left = left = QVBoxLayout(voters)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(8)
        for widget in (self.turnout_label, self.progress, self.channels_label):
            left.addWidget(widget)
        left.addSpacing(8)
        left.addLayout(self._names)
        left.addWidget(self.search_edit)
        left.addWidget(self.table, 1)
        left.addWidget(self.late)
        TurningHalves(self, voters, self.side, shares=(5, 4))


def _let_leave(page: OpenPage) -> None:
    gone = [row.person_id for row in page.table.selected_rows() if row.channel is None]
    if gone:
        page.let_leave_wanted.emit(gone)


def _open_current(table: RowTable) -> None:
    rows = table.selected_rows()
    if rows:
        table.chosen.emit(rows[0])
