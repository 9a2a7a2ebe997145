"""The page with the ledger, and what is wanted from it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kdc_desktop.domain.visions.ledger_help import HelpKind, LedgerHelp
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.ledger_legend import LedgerLegend
from kdc_desktop.screens.visions.ledger_panel import LedgerPanel
from kdc_desktop.screens.visions.ledger_view import LedgerView
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger

ReadLedger = Callable[[int], ConsortiumLedger]
"""Reads the ledger of a consortium as it is now."""


class LedgerPage(QWidget):
    """The ledger of one consortium with its legend; `panel` stands beside it.

    It needs no session. `answer_wanted` carries the member and the version of an answer that may
    still change, `told` an answer in words where the panel is folded away; `write_wanted`,
    `consortia_wanted`, `map_wanted`, `reveal_wanted` and `ask_wanted` are what the panel leads to.
    """

    answer_wanted = Signal(int, int)
    told = Signal(str)
    write_wanted = Signal()
    consortia_wanted = Signal()
    map_wanted = Signal()
    reveal_wanted = Signal()
    ask_wanted = Signal()

    def __init__(self, theme: Theme, read: ReadLedger, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._read = read
        self._ledger: ConsortiumLedger | None = None
        self.view, self.legend = LedgerView(theme, self), LedgerLegend(theme, self)
        self.panel = LedgerPanel(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view, 1)
        column.addWidget(self.legend)
        self.setFocusProxy(self.view)
        self.view.moved.connect(self._show_answer)
        self.view.opened.connect(self._open)
        self.panel.answer.left.connect(self.view.setFocus)
        self.panel.help_wanted.connect(self._help)

    def show_consortium(self, consortium_id: int) -> None:
        """Read the ledger of a consortium and show it."""
        self._ledger = ledger = self._read(consortium_id)
        self.legend.show_level(ledger.agreed_level)
        self.panel.show_ledger(ledger)
        self.view.show_ledger(ledger)

    def look_at(self, member_id: int) -> None:
        """Give the keys to the newest answer of a member."""
        self.view.go_to(member_id)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        """What may still change is opened to be written, all else to be read."""
        here, ledger = self.view.current, self._ledger
        if here is None or ledger is None:
            return
        row, column = here
        if row.member.is_asked and ledger.columns[column].is_open:
            self.answer_wanted.emit(row.member.id, ledger.columns[column].vision_id)
        elif self.panel.isVisible():
            self.panel.answer.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.told.emit(self.view.spoken())

    def _show_answer(self) -> None:
        if self._ledger is not None:
            self.panel.show_answer(self._ledger, self.view.current)
        if self.view.hasFocus():
            _bring_into_view(self.view)

    def _help(self, step: LedgerHelp) -> None:
        if step.kind is HelpKind.WRITE:
            self.write_wanted.emit()
        elif step.kind in (HelpKind.BRING_MEMBERS, HelpKind.FIND):
            self.consortia_wanted.emit()
        elif step.kind is HelpKind.REMIND:
            self.map_wanted.emit()
        elif step.kind is HelpKind.REVEAL:
            self.reveal_wanted.emit()
        elif step.kind is HelpKind.ASK_ALL:
            self.ask_wanted.emit()
        elif step.member_id is not None:
            self.look_at(step.member_id)


def _bring_into_view(view: LedgerView) -> None:
    """Scroll what the ledger lies in to its current cell, and no further."""
    around = view.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    content = around.widget() if around is not None else None
    if around is not None and content is not None and view.current is not None:
        cell = view.cell_rect(view.chosen.row, view.chosen.column)
        for corner in (cell.bottomLeft(), cell.topLeft()):
            at = view.viewport().mapTo(content, corner)
            around.ensureVisible(0, at.y(), 0, 0)
