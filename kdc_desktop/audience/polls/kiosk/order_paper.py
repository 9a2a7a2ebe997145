"""A paper on which options are brought into an order, as far as one likes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.audience.polls.kiosk.ballot import Ballot
from kdc_desktop.audience.polls.kiosk.card_paper import CardPaper
from kdc_desktop.audience.polls.kiosk.look import ROOMY, Look
from kdc_desktop.audience.polls.kiosk.option_card import CardShows
from kdc_desktop.audience.polls.kiosk.paper import TALLEST
from kdc_desktop.domain.polls.cast import Marks, Spot
from kdc_desktop.domain.polls.own_order import put_in, taken_out
from kdc_desktop.i18n import _, ngettext, number_text


class OrderPaper(CardPaper):
    """What is touched comes next in the order, and out of it where it stands there already.

    The key “=” and its button put the next one level with whoever came last.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, tallest: int = TALLEST
    ) -> None:
        self.level_button = QPushButton()
        self.level_button.setObjectName("kiosk_level")
        self.level_button.setProperty("kiosk", "quiet")
        self.level_button.setCheckable(True)
        self.level_button.setAccessibleName(_("The next one is level with the last"))
        self.tools = (self.level_button,)
        super().__init__(look, parent, tallest=tallest)
        self.level_button.clicked.connect(self._ask_for_level)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.level_button.setText(_("= Level") if look.text > ROOMY else _("= Level with the last"))

    def show_ballot(self, ballot: Ballot, marks: Marks | None = None) -> None:
        self.level_button.setChecked(False)
        super().show_ballot(ballot, marks)

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
        self._marks = wanted
        self.level_button.setChecked(False)
        self._changed(spot)

    def take(self, option_id: int) -> None:
        """The option is not in the order any more."""
        if Spot(option_id) in self._marks:
            self._marks = taken_out(self._marks, Spot(option_id))
            self._changed(Spot(option_id))

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
        return CardShows(said, rank, number_text(rank), can_give=self.left != 0)
