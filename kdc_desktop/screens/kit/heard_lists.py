"""Lists that one walks while the keys stay in the field above: a screen reader hears each row."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kdc_desktop.audience.kit.speaking import Settling, listens
from kdc_desktop.i18n import _, spoken

_HEARD = Qt.ItemDataRole.AccessibleTextRole


class WalkedList(Settling):
    """Says the row that has become current in a list, while `field` has the keys.

    Call it after the list has its model.
    """

    def __init__(self, field: QWidget, rows: QAbstractItemView) -> None:
        super().__init__(field)
        self._field, self._rows = field, rows
        rows.selectionModel().currentChanged.connect(self._say)

    def _say(self, now: QModelIndex) -> None:
        if listens() and now.isValid() and self._field.hasFocus():
            text = str(now.data(_HEARD) or now.data() or "")
            total = self._rows.model().rowCount()
            number = _("{number} of {total}", number=now.row() + 1, total=total)
            self.speak(spoken((text, number)))
