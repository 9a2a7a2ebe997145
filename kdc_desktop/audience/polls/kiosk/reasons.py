"""What somebody may write to their answer at the kiosk: why, and what would move them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kdc_desktop.audience.polls.kiosk.field import KioskField
from kdc_desktop.audience.polls.kiosk.look import Look
from kdc_desktop.audience.polls.kiosk.question import Said
from kdc_desktop.domain.kit.lengths import LINE
from kdc_desktop.i18n import _


class ReasonFields(QWidget):
    """Two lines that may stay empty: Enter in the first has `gone_on`, in the last it is `done`.

    `typed` tells that somebody is there.
    """

    gone_on = Signal()
    done = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = _field("kiosk_why", _("Why? It may stay empty."))
        self.would_move = _field("kiosk_would_move", _("What would move you a step?"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for field in (self.why, self.would_move):
            self._column.addWidget(field)
            field.textEdited.connect(lambda _text: self.typed.emit())
        self.why.returnPressed.connect(self.gone_on)
        self.would_move.returnPressed.connect(self.done)

    def set_look(self, look: Look) -> None:
        """Wear another palette or size."""
        self._column.setSpacing(look.px(12))

    @property
    def said(self) -> Said:
        """What is written there."""
        return Said(self.why.text().strip(), self.would_move.text().strip())

    def begin(self, signs: str) -> None:
        """These were typed before a field was gone to: they begin the reason."""
        self.why.setFocus()
        self.why.insert(signs)
        self.typed.emit()

    def forget(self) -> None:
        """Be empty for the next person."""
        self.why.forget()
        self.would_move.forget()


def _field(name: str, asks: str) -> KioskField:
    field = KioskField()
    field.setObjectName(name)
    field.setAccessibleName(asks)
    field.setPlaceholderText(asks)
    field.setMaxLength(LINE)
    return field
