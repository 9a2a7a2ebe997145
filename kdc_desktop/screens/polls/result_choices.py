"""By which rule a result is counted, in which order it stands, and whether one reads how."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kdc_desktop.domain.polls.states import Order, Secrecy
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.passing import DropDown
from kdc_desktop.screens.kit.segmented import Segmented
from kdc_desktop.screens.polls.plan_words import ORDERS
from kdc_desktop.services.polls.rows import PollRow


class ResultChoices(QWidget):
    """`changed` tells that the result is wanted by another rule or in another order."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._poll_id = 0
        self.how_button = QPushButton(_("How this was counted"), self)
        self.how_button.setObjectName("how_button")
        self.how_button.setCheckable(True)
        self.rule_choice = DropDown(self)
        self.rule_choice.setObjectName("rule_choice")
        self.rule_choice.setAccessibleName(_("Count by"))
        self.order_choice = Segmented(self, (_("By total"), _("By weakest sector")))
        self.order_choice.setObjectName("order_choice")
        row = FlowLayout(self, one_line=True)
        for choice in (self.how_button, self.rule_choice, self.order_choice):
            row.addWidget(choice)
        self.order_choice.changed.connect(lambda _at: self.changed.emit())
        self.rule_choice.activated.connect(lambda _at: self.changed.emit())

    @property
    def order(self) -> Order:
        """The order that is chosen."""
        return ORDERS[max(0, self.order_choice.current())]

    @property
    def rule(self) -> str:
        """The key of the rule that is chosen; empty for the announced one."""
        return self.rule_choice.currentData() or ""

    def set_order(self, order: Order) -> None:
        """Choose an order, and tell."""
        self.order_choice.set_current(ORDERS.index(order))
        self.changed.emit()

    def suit(self, row: PollRow) -> Order:
        """Offer the rules of this poll; in which order it is shown then.

        Another poll is shown as it was announced; where no sector is known, by the total.
        """
        if row.id != self._poll_id:
            self._poll_id = row.id
            self.how_button.setChecked(False)
            self.order_choice.set_current(ORDERS.index(row.ordered_by))
            self._offer_rules(row)
        if row.secrecy == Secrecy.SECRET:
            self.order_choice.set_current(ORDERS.index(Order.TOTAL))
        return self.order

    def _offer_rules(self, row: PollRow) -> None:
        announced = row.kind.rule(row.rule)
        self.rule_choice.clear()
        for rule in row.kind.rules:
            told = _("{rule} (announced)", rule=rule.name) if rule == announced else str(rule.name)
            self.rule_choice.addItem(told, rule.key)
        self.rule_choice.setCurrentIndex(row.kind.rules.index(announced))
        self.rule_choice.setVisible(len(row.kind.rules) > 1)
