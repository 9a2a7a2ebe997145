"""Beside the ledger: what helps most, what keeps the consortium from going, and one answer."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.visions.ledger import LedgerRow
from kdc_desktop.domain.visions.ledger_help import HelpKind, LedgerHelp
from kdc_desktop.domain.visions.ledger_reasons import BESIDE, LedgerReason
from kdc_desktop.i18n import _, lazy, listed_apart, spoken
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.ledger_answer import AnswerCard
from kdc_desktop.screens.visions.section import Section, caption, dressed
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger

_DOES = {
    HelpKind.BRING_MEMBERS: lazy("Go to the consortia"),
    HelpKind.ANSWER_CONCERN: lazy("Look at it"),
    HelpKind.MOVE: lazy("Look at its answer"),
    HelpKind.ASK: lazy("Go to it"),
    HelpKind.ASK_ALL: lazy("Ask"),
    HelpKind.REVEAL: lazy("Reveal the answers"),
    HelpKind.REMIND: lazy("Look at the commitments"),
    HelpKind.FIND: lazy("Go to the consortia"),
}
_MOST_NAMED = 12


class HelpCard(QFrame):
    """What helps most, with a button that does it or leads there."""

    wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._help: LedgerHelp | None = None
        self.setProperty("role", "advice")
        self.words = plain_label("", "", self, wrap=True)
        dressed(self.words, "helps_most_label", "")
        self.button = QPushButton(self)
        self.button.setProperty("kind", "primary")
        self.button.setObjectName("helps_most_button")
        once(self.button)
        self.button.clicked.connect(lambda _on: self.wanted.emit(self._help))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(caption(_("Helps most"), self))
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_help(self, ledger: ConsortiumLedger) -> None:
        """Show this step, or nothing where there is none."""
        self._help = found = ledger.help
        self.setVisible(found is not None)
        if found is not None:
            self.words.setText(str(found.text))
            number = ledger.number + 1
            write = _("Write version {number}", number=number)
            self.button.setText(write if found.kind is HelpKind.WRITE else str(_DOES[found.kind]))


class LedgerPanel(QWidget):
    """Shows a ledger and the answer that is looked at; what is wanted is a signal.

    `help_wanted` carries the step, `settle_wanted` a reservation and the state it is to have.
    """

    help_wanted = Signal(object)
    settle_wanted = Signal(int, object)
    owner_wanted = Signal(int, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("ledger_panel")
        self.headline = plain_label("", "title", self, wrap=True)
        dressed(self.headline, "ledger_headline", "")
        self.help = HelpCard(self)
        self.help.wanted.connect(self.help_wanted)
        self._reasons = Section("", self)
        self.answer = AnswerCard(theme, self)
        self.answer.settle_wanted.connect(self.settle_wanted)
        self.answer.owner_wanted.connect(self.owner_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(_("Ready to go?"), self))
        column.addWidget(self.headline)
        column.addWidget(self.help)
        column.addWidget(self._reasons)
        column.addSpacing(8)
        column.addWidget(self.answer)
        column.addStretch(1)

    def show_ledger(self, ledger: ConsortiumLedger) -> None:
        """Show what this ledger comes to."""
        self.headline.setText(str(ledger.headline))
        self.help.show_help(ledger)
        key, place = (ledger.reasons, ledger.number), self._reasons
        place.fill(key, lambda: list(_rows(self._theme, place, ledger.reasons)))

    def show_answer(self, ledger: ConsortiumLedger, here: tuple[LedgerRow, int] | None) -> None:
        """Show the answer of this row and column."""
        self.answer.show_answer(ledger, here)


def _rows(theme: Theme, parent: QWidget, reasons: Sequence[LedgerReason]) -> Iterator[QWidget]:
    """What keeps it from going, and then what is to be seen to as well."""
    yield from (_row(theme, parent, one) for one in reasons if one.kind not in BESIDE)
    beside = [one for one in reasons if one.kind in BESIDE]
    if beside:
        yield caption(_("To be seen to as well"), parent)
    yield from (_row(theme, parent, one) for one in beside)


def _row(theme: Theme, parent: QWidget, reason: LedgerReason) -> QWidget:
    row = QWidget(parent)
    grid = QGridLayout(row)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, theme.px(20))
    head, top = str(reason.head), Qt.AlignmentFlag.AlignTop
    grid.addWidget(plain_label(str(reason.count), "strong", row), 0, 0, top)
    grid.addWidget(plain_label(head, "", row, wrap=True), 0, 1)
    about = _about(reason)
    if about:
        grid.addWidget(plain_label(about, "small", row, wrap=True), 1, 1)
    row.setAccessibleName(spoken((str(reason.count), head, about)))
    return row


def _about(reason: LedgerReason) -> str:
    named = [str(one) for one in reason.about[:_MOST_NAMED]]
    if len(reason.about) > _MOST_NAMED:
        named.append("…")
    return listed_apart(named)
