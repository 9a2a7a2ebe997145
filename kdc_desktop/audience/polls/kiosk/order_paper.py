"""A paper on which options are brought into an order, as far as one likes."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.card_paper import CardPaper
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.option_card import CardShows
from kdc_desktop.audience.polls.kiosk.page import press
from kdc_desktop.audience.polls.kiosk.paper import TALLEST
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.own_order import put_in, taken_out
from kdc_desktop.i18n import _, ngettext


class OrderPaper(CardPaper):
    """What is touched comes next in the order, and out of it where it stands there already.

    The key “=” and its button put the next one level with whoever came last.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST
    ) -> None:
        self.level_button = QPushButton()
        self.level_button.setObjectName("kiosk_level")
        self.level_button.setProperty("kiosk", "tool")
        self.level_button.setCheckable(True)
        self.level_button.setAccessibleName(_("The next one is level with the last"))
        self.undo_button = press("", "tool", "kiosk_undo", self.undo)
        self.undo_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.tools = (self.level_button, self.undo_button)
        self._done: list[Marks] = []  # what there was before each step
        super().__init__(look, parent, tallest=tallest)
        self.level_button.clicked.connect(self._ask_for_level)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.undo_button.setText(_("Undo") if look.text <= ROOMY else "↺")
        self.undo_button.setAccessibleName(_("Undo"))
        self.level_button.setText(_("= Level") if look.text > ROOMY else _("= Level with the last"))

    def show_ballot(self, ballot: Ballot, marks: Marks | None = None) -> None:
        self.level_button.setChecked(False)
        self._done = []
        super().show_ballot(ballot, marks)
        self.undo_button.setEnabled(False)

    @property
    def left_line(self) -> str:
        """How far it is: “3 of 9 in order”."""
        if self.left is not None:
            return super().left_line
        of_all = len(self._ballot.options)
        return ngettext(
            "{given} of {count} in your order",
            "{given} of {count} in your order",
            of_all,
            given=self.given,
        )

    @property
    def rest_line(self) -> str:
        rest = len(self._ballot.options) - self.given
        if not rest:
            return ""
        return ngettext(
            "{count} is not in your order: it comes after all others.",
            "{count} are not in your order: they come after all others.",
            rest,
        )

    def keys_line(self, *, roomy: bool) -> str:
        if not roomy:
            return _("A number comes next, = is level, − takes out. Enter: done. Esc: start over.")
        return _(
            "A number or + comes next, = is level with the last, − takes out."
            " Enter: done. Esc: start over."
        )

    def give(self, option_id: int) -> None:
        """The option comes next, or out of the order where it stands there."""
        spot = Spot(option_id)
        if spot in self._marks:
            self.take(option_id)
            return
        wanted = put_in(self._marks, spot, level=self.level_button.isChecked())
        if problem := self._ballot.problem(wanted):
            nothing = _("Nothing is left to give. Take something back first.")
            self.said.emit(nothing if self.left == 0 else problem)
            return
        self._keep()
        self._marks = wanted
        self.level_button.setChecked(False)
        self._changed(spot)

    def take(self, option_id: int) -> None:
        """The option is not in the order any more."""
        if Spot(option_id) in self._marks:
            self._keep()
            self._marks = taken_out(self._marks, Spot(option_id))
            self._changed(Spot(option_id))

    def undo(self) -> None:
        """The order is as it was before the last step: a slip of the finger costs no place."""
        if self._done:
            self._marks = dict(self._done.pop())
            self.undo_button.setEnabled(bool(self._done))
            self._show_marks()
            self.said.emit(dotted(_("Taken back"), self.left_line))

    def _keep(self) -> None:
        if self._done[-1:] != [self.marks]:
            self._done.append(self.marks)
        self.undo_button.setEnabled(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def _press(self, key: Qt.Key) -> bool:
        if key != Qt.Key.Key_Equal:
            return super()._press(key)
        self.level_button.setChecked(not self.level_button.isChecked())
        self._ask_for_level()
        return True

    def _ask_for_level(self) -> None:
        """Whether the next one is to be level, which needs one that it is level with."""
        if not self._marks:
            self.level_button.setChecked(False)
            self.said.emit(_("Nothing is in your order yet."))
        elif self.level_button.isChecked():
            self.said.emit(_("The next one is level with the last."))
        else:
            self.said.emit(_("The next one comes after the last."))
        self.changed.emit()

    def _restore(self, option_id: int, before: Marks) -> None:
        spot = Spot(option_id)
        self._marks = dict(before) if spot in before else taken_out(self._marks, spot)

    def _shown(self, option_id: int) -> CardShows:
        rank = self._marks.get(Spot(option_id), 0)
        said = self._ballot.said_of(Spot(option_id), rank)
        place = _("{rank}.", rank=rank) if rank else ""  # and no number to type
        return CardShows(said, rank, place, can_give=self.left != 0)
