"""Rows of pills: which consortium, which version, which way to look."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _, pgettext
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.visions.pills import Pill
from kdc_desktop.services.visions.rows import ConsortiumChoice

MOST_PILLS = 6
LARGE, FEWER_PILLS = 1.5, 4  # where letters are large, rows of pills leave no room for the rest
LONGEST_NAME = 48


@dataclass(frozen=True)
class Choice:
    """One pill: `key` is told when it is picked."""

    key: str
    text: str
    on: bool
    tip: str = ""


class PillRow(QWidget):
    """Pills side by side, in as many lines as they need."""

    picked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.pills: dict[str, Pill] = {}
        self._flow = FlowLayout(self, 6)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Offer these; pills that stay keep the focus."""
        if [choice.key for choice in choices] != list(self.pills):
            self._build(choices)
        for choice in choices:
            pill = self.pills[choice.key]
            pill.say(choice.text)
            pill.setChecked(choice.on)
            set_tip(pill, choice.tip)

    def _build(self, choices: Sequence[Choice]) -> None:
        while self._flow.takeAt(0) is not None:
            pass
        kept = {choice.key for choice in choices}
        for key in [key for key in self.pills if key not in kept]:
            pill = self.pills.pop(key)
            pill.hide()
            pill.deleteLater()
        self.pills = {choice.key: self._pill(choice) for choice in choices}
        for pill in self.pills.values():
            self._flow.addWidget(pill)
            pill.show()
        self.updateGeometry()

    def _pill(self, choice: Choice) -> Pill:
        if choice.key in self.pills:
            return self.pills[choice.key]
        pill = Pill(self._theme, choice.text, self)
        pill.setObjectName(f"pill_{choice.key}")
        pill.clicked.connect(lambda _on, key=choice.key: self.picked.emit(key))
        return pill


class ConsortiumChooser(QWidget):
    """Pills for up to six consortia, a list for more; hidden for one.

    Where a session `may_take_up` others of the club, a button that asks for them stands beside.
    """

    chosen = Signal(int)
    take_up_wanted = Signal()
    may_take_up = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row = PillRow(theme, self)
        self.combo = DropDown(self)
        self.combo.setObjectName("consortium_combo")
        self.combo.setAccessibleName(_("Consortium"))
        self.take_up_button = QPushButton(theme.icon("plus", "accent"), _("Take up…"), self)
        self.take_up_button.setObjectName("take_up_button")
        self.take_up_button.setProperty("kind", "link")
        self.take_up_button.clicked.connect(self.take_up_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 8)
        line.addWidget(self.row, 1)
        line.addWidget(self.combo, 1)
        line.addWidget(self.take_up_button, 0, Qt.AlignmentFlag.AlignTop)
        self.row.picked.connect(lambda key: self.chosen.emit(int(key)))
        self.combo.activated.connect(lambda at: self.chosen.emit(self.combo.itemData(at)))

    def show_choices(self, choices: Sequence[ConsortiumChoice], current_id: int) -> None:
        """Offer these consortia."""
        few = len(choices) <= (MOST_PILLS if self._theme.scale < LARGE else FEWER_PILLS)
        self.setVisible(len(choices) > 1 or self.may_take_up)
        self.take_up_button.setVisible(self.may_take_up)
        self.row.setVisible(few)
        self.combo.setVisible(not few)
        if few:
            self.row.show_choices(
                [
                    Choice(
                        str(c.id),
                        f"{shortened(c.name, LONGEST_NAME)} · {_state(c)}",
                        c.id == current_id,
                        str(c.headline),
                    )
                    for c in choices
                ]
            )
            return
        wanted = [(f"{c.name} · {_state(c)}", c.id) for c in choices]
        combo = self.combo
        shown = [(combo.itemText(at), combo.itemData(at)) for at in range(combo.count())]
        if wanted != shown:
            self.combo.clear()
            for words, key in wanted:
                self.combo.addItem(words, key)
        self.combo.setCurrentIndex(self.combo.findData(current_id))


def _state(choice: ConsortiumChoice) -> str:
    if not choice.version_number:
        return _("no vision")
    if choice.ready:
        return pgettext("of a consortium", "ready")
    return _("{count} of {members}", count=choice.answered, members=choice.members)
