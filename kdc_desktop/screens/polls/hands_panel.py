"""The show of hands: what was counted in the room is typed here, and stays until it is kept."""

from collections.abc import Collection, Mapping, Sequence
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

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.people.sectors import COUNTED
from kdc_desktop.domain.polls.method import HandsKind
from kdc_desktop.domain.polls.states import Secrecy
from kdc_desktop.domain.polls.terms import PollLevel
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.keys import ENTER, ends_form
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.screens.polls.hand_spin import HandSpin
from kdc_desktop.services.polls.hands import HandsFor
from kdc_desktop.services.polls.rows import OptionRow, PollRow

LEAST_SEEN = 150
"""So many pixels of the options are seen at least, where they are as high."""


class HandsCount(NamedTuple):
    """How many took part by show of hands, and how many hands were raised for what."""

    people: int
    hands: Mapping[HandsFor, int]


class HandsPanel(Surface):
    """How many took part by show of hands, and how many hands each option got, at each level.

    Space adds a hand to the number that one is at and − takes it away, so that one looks at the
    room and not at the screen; digits write over it. Enter goes on to the next number,
    Ctrl+Enter keeps the count. Where that is wanted, each sector is counted by itself.

    What is typed stays in `drafts`, by poll, until it is kept or cleared: the panel may be left at
    any time.
    """

    counted = Signal(int, object)
    left = Signal()

    def __init__(
        self, theme: Theme, drafts: dict[int, HandsCount], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._drafts = theme, drafts
        self._poll_id, self._kept = 0, HandsCount(0, {})
        self._counts: dict[tuple[int, int], QSpinBox] = {}  # by option and level
        self._hands: dict[HandsFor, int] = {}
        self._once, self._is_showing = False, False
        self.people_spin = self._spin("hands_people", _("People who take part by show of hands"))
        self.sector_choice = Segmented(self, (_("All"), *COUNTED))
        self.sector_choice.setObjectName("hands_sector")
        self.sector_choice.setAccessibleName(_("Whose hands are counted"))
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
        self.sector_choice.changed.connect(lambda _at: self._show_sector())
        self.save_button.clicked.connect(self._save)
        self.back_button.clicked.connect(self.left)
        self.clear_button.clicked.connect(self._clear)

    def start(self, row: PollRow, options: Sequence[OptionRow], kept: HandsCount) -> None:
        """The counts so far, or what was typed over them and is not kept yet."""
        self._poll_id, self._kept = row.id, kept
        levels = row.kind.levels(row.terms) if row.kind.hands is HandsKind.LEVELS else ()
        self._once = bool(levels) or row.terms.marks_each == 1
        self._fill(options, levels)
        self.sector_choice.setVisible(row.secrecy != Secrecy.SECRET)
        counted = {what.sector for what in kept.hands if kept.hands[what]}
        self.sector_choice.set_current(0 if None in counted or not counted else _at(counted))
        self._show(self._drafts.get(row.id, self._kept))
        self._order_tabs()
        self._go_to(next(iter(self._counts.values())) if self._once else self.people_spin)

    def _fill(self, options: Sequence[OptionRow], levels: Sequence[PollLevel]) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 8, 8, 8)
        grid.setColumnStretch(0, 1)
        self._counts = {}
        for option in options:
            title = f"{option.place_in_order}.  {shortened(option.title, 70)}"
            at = grid.rowCount()
            grid.addWidget(plain_label(title, wrap=True), at, 0)
            if not levels:
                spin = self._spin(f"hands_{option.place_in_order}", option.title)
                self._counts[option.id, 1] = spin
                grid.addWidget(spin, at, 1)
            for down, level in enumerate(levels, start=1):
                name = f"hands_{option.place_in_order}_{level.value}"
                spin = self._spin(name, dotted(option.title, str(level.name)))
                self._counts[option.id, level.value] = spin
                grid.addWidget(plain_label(str(level.name), "muted", wrap=True), at + down, 0)
                grid.addWidget(spin, at + down, 1)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(inside)
        least = min(inside.sizeHint().height(), self._theme.px(LEAST_SEEN))
        self._area.setMinimumHeight(least)

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

    @property
    def _sector(self) -> str | None:
        at = self.sector_choice.current()
        return COUNTED[at - 1] if at > 0 else None

    def _typed(self) -> HandsCount:
        return HandsCount(self.people_spin.value(), {key: n for key, n in self._hands.items() if n})

    def _show(self, count: HandsCount) -> None:
        self._hands = dict(count.hands)
        self._show_sector()
        self.people_spin.setValue(count.people)
        self._remember()

    def _show_sector(self) -> None:
        """Show what is counted of the sector that is chosen, or of nobody's in particular."""
        self._is_showing = True
        for (option_id, level), spin in self._counts.items():
            spin.setValue(self._hands.get(HandsFor(option_id, level, self._sector), 0))
        self._is_showing = False

    def _counted_one(self) -> None:
        """A number was changed: where everybody raises one hand, so many people take part."""
        if self._is_showing:
            return
        for (option_id, level), spin in self._counts.items():
            self._hands[HandsFor(option_id, level, self._sector)] = spin.value()
        if self._once:
            by_option: dict[int, int] = {}
            for what, number in self._hands.items():
                by_option[what.option_id] = by_option.get(what.option_id, 0) + number
            self.people_spin.setValue(max(self.people_spin.value(), *by_option.values()))
        self._remember()

    def _remember(self) -> None:
        """What is typed is not lost, wherever one goes."""
        unkept = self._typed() != HandsCount(self._kept.people, _without_none(self._kept.hands))
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
        spin = HandSpin()
        spin.setObjectName(name)
        spin.setAccessibleName(label)
        spin.setRange(0, 100_000)
        spin.setFixedWidth(self._theme.px(96))
        spin.valueChanged.connect(self._remember if name == "hands_people" else self._counted_one)
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
        column.addWidget(self.sector_choice)
        column.addWidget(self._area, 1)
        column.addWidget(self.unkept_label)
        column.addLayout(foot)


def _without_none(hands: Mapping[HandsFor, int]) -> dict[HandsFor, int]:
    return {what: number for what, number in hands.items() if number}


def _at(sectors: Collection[str | None]) -> int:
    """Where the first of these sectors stands among the choices."""
    return 1 + next(at for at, letter in enumerate(COUNTED) if letter in sectors)
