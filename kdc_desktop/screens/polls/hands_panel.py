"""The show of hands: what was counted in the room is typed here, and stays until it is kept."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.keys import ENTER, ends_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.steady import Spin
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.services.polls.rows import OptionRow

LEAST_SEEN = 150
"""So many pixels of the options are seen at least, where they are as high."""


class Count(NamedTuple):
    """How many took part by show of hands, and how many hands each option got, by its id."""

    people: int
    hands: Mapping[int, int]


class HandsPanel(Surface):
    """How many took part by show of hands, and how many hands each option got.

    What is typed stays in `drafts`, by poll, until it is kept or cleared: the panel may be left at
    any time. Enter goes on to the next number, Ctrl+Enter keeps the count.
    """

    counted = Signal(int, object)
    left = Signal()

    def __init__(
        self, theme: Theme, drafts: dict[int, Count], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._drafts = theme, drafts
        self._poll_id, self._kept = 0, Count(0, {})
        self._counts: dict[int, QSpinBox] = {}
        self.people_spin = self._spin("hands_people", _("People who take part by show of hands"))
        self.save_button = QPushButton(_("Keep the count"), self)
        self.save_button.setObjectName("keep_hands_button")
        self.save_button.setProperty("kind", "primary")
        self.back_button = QPushButton(_("Back"), self)
        self.back_button.setObjectName("leave_hands_button")
        self.clear_button = QPushButton(_("Clear"), self)
        self.clear_button.setObjectName("clear_hands_button")
        for button in (self.back_button, self.clear_button):
            button.setProperty("kind", "quiet")
        self.unkept_label = plain_label("", "warning", self, wrap=True)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._lay_out()
        once(self.save_button, self.back_button, self.clear_button)
        self.save_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self.left)
        self.clear_button.clicked.connect(self._clear)

    def start(
        self, poll_id: int, options: Sequence[OptionRow], people: int, hands: Mapping[int, int]
    ) -> None:
        """The counts so far, or what was typed over them and is not kept yet."""
        self._poll_id = poll_id
        self._kept = Count(people, {option.id: hands.get(option.id, 0) for option in options})
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setColumnStretch(0, 1)
        self._counts = {}
        for place, option in enumerate(options):
            spin = self._spin(f"hands_{option.place_in_order}", option.title)
            self._counts[option.id] = spin
            title = f"{option.place_in_order}.  {shortened(option.title, 70)}"
            grid.addWidget(plain_label(title, wrap=True), place, 0)
            grid.addWidget(spin, place, 1)
        grid.setRowStretch(len(options), 1)
        self._area.setWidget(inside)
        least = min(inside.sizeHint().height(), self._theme.px(LEAST_SEEN))
        self._area.setMinimumHeight(least)
        self._show(self._drafts.get(poll_id, self._kept))
        self._order_tabs()
        self._go_to(self.people_spin)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and ends_form(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next number, and from the last to keeping the count."""
        spins = [self.people_spin, *self._counts.values()]
        at = next((at for at, spin in enumerate(spins, 1) if spin.hasFocus()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif ends_form(event):
            self._save()
        elif event.key() in ENTER and at == len(spins):
            self.save_button.setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in ENTER and at:
            self._go_to(spins[at])
        else:
            super().keyPressEvent(event)

    def _typed(self) -> Count:
        hands = {key: spin.value() for key, spin in self._counts.items()}
        return Count(self.people_spin.value(), hands)

    def _show(self, count: Count) -> None:
        for key, spin in self._counts.items():
            spin.setValue(count.hands.get(key, 0))
        self.people_spin.setValue(count.people)
        self._remember()

    def _remember(self) -> None:
        """What is typed is not lost, wherever one goes."""
        unkept = self._typed() != self._kept
        if unkept:
            self._drafts[self._poll_id] = self._typed()
        else:
            self._drafts.pop(self._poll_id, None)
        told = _("Not kept yet. These numbers stay here until you keep or clear them.")
        self.unkept_label.setText(told if unkept else "")
        self.unkept_label.setVisible(unkept)
        self.clear_button.setVisible(unkept)

    def _clear(self) -> None:
        self._show(self._kept)
        self._go_to(self.people_spin)

    def _go_to(self, spin: QSpinBox) -> None:
        spin.setFocus(Qt.FocusReason.TabFocusReason)
        spin.selectAll()
        if spin is not self.people_spin:
            self._area.ensureWidgetVisible(spin)

    def _save(self) -> None:
        self.counted.emit(*self._typed())
        if not self.isVisible():  # what is refused stays open
            self._drafts.pop(self._poll_id, None)

    def _spin(self, name: str, label: str) -> QSpinBox:
        spin = Spin()
        spin.setObjectName(name)
        spin.setAccessibleName(label)
        spin.setRange(0, 100_000)
        spin.setFixedWidth(self._theme.px(96))
        spin.valueChanged.connect(self._remember)
        return spin

    def _order_tabs(self) -> None:
        """The numbers from above, then what is done with them, the most wanted first."""
        order: list[QWidget] = [self.people_spin, *self._counts.values()]
        order += [self.save_button, self.back_button, self.clear_button]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        people = QHBoxLayout()
        people.addWidget(plain_label(_("People who take part this way"), wrap=True), 1)
        people.addWidget(self.people_spin)
        foot = FlowLayout(one_line=True)
        for button in (self.save_button, self.back_button, self.clear_button):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(plain_label(_("Show of hands"), "title", wrap=True))
        column.addLayout(people)
        column.addWidget(self._area, 1)
        column.addWidget(self.unkept_label)
        column.addLayout(foot)
