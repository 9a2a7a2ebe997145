"""The last evenings, each with what has become of its consortia."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.i18n import _, date_text, listed, ngettext
from kdc_desktop.screens.kit.name_button import NameButton
from kdc_desktop.screens.kit.ring_mark import RingMark
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.services.sessions.home import Became
from kdc_desktop.services.sessions.rows import SessionRow

_CONSORTIA = 6  # that are named of an evening


class PastColumn(QWidget):
    """`open_wanted` carries the evening to open; `all_wanted` asks for the list of all."""

    open_wanted = Signal(int)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seen: object = None
        self._title = plain_label(_("Past evenings"), "sessionname", self)
        self.all_button = QPushButton(self)
        self.all_button.setProperty("kind", "link")
        self.all_button.clicked.connect(self.all_wanted)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.all_button)
        self._cards = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._cards)
        column.addStretch(1)

    def show_past(
        self,
        past: Sequence[SessionRow],
        every: int,
        became: Mapping[int, tuple[Became, ...]],
    ) -> None:
        """Show these, of `every` session that there is, and what became of their consortia."""
        shown = tuple(past)
        told = {row.id: became.get(row.id, ()) for row in shown}
        self.all_button.setText(ngettext("All {count}", "All {count}", every))
        self.all_button.setAccessibleName(_("All sessions"))
        self._title.setText(_("Past evenings") if shown else _("No evening is over yet"))
        seen = shown, told
        if self._seen == seen:
            return
        self._seen = seen
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for row in shown:
            column.addWidget(self._card(row, told.get(row.id, ()), fresh))
        own = self.layout()
        assert own is not None
        own.replaceWidget(self._cards, fresh)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = fresh
        fresh.show()

    def _card(self, row: SessionRow, became: Sequence[Became], inside: QWidget) -> Surface:
        card = Surface(inside)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(4)
        button = NameButton(row.title, card)
        button.setObjectName(f"past_{row.id}")
        button.clicked.connect(partial(self._open, row.id))
        column.addWidget(button)
        column.addWidget(plain_label(_counted(row), "small", card, wrap=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for at, one in enumerate(became[:_CONSORTIA]):
            grid.addWidget(plain_label(one.name, "", card, wrap=True), at, 0)
            grid.addWidget(RingMark(one.ring, str(one.state), card), at, 1)
            grid.addWidget(plain_label(str(one.state), "muted", card), at, 2)
        column.addLayout(grid)
        if (more := len(became) - _CONSORTIA) > 0:
            words = ngettext("and {count} more", "and {count} more", more)
            column.addWidget(plain_label(words, "muted", card))
        return card

    def _open(self, session_id: int) -> None:
        self.open_wanted.emit(session_id)


def _counted(row: SessionRow) -> str:
    """“08.09.2026, 53 people, 371 ideas”; the counts are in the order of Home's columns."""
    people, ideas = (*row.counts, 0, 0)[:2]
    return listed(
        (
            date_text(row.starts_at),
            ngettext("{count} person", "{count} people", people),
            ngettext("{count} idea", "{count} ideas", ideas),
        )
    )
