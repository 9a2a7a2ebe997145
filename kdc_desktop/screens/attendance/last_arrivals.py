"""Who came in last, each with the way to take that back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip, short
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.attendance.rows import AttendanceRow

SHOWN = 3

LONGEST, LONGEST_APART = 24, 16  # letters of a name, and of what tells namesakes apart


class LastArrivals(QWidget):
    """A line of names, the newest first; `unwanted` carries the row of whom one is clicked."""

    unwanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[AttendanceRow] = []
        self._words: QLabel = plain_label("", "muted", self)
        self.buttons = [self._button(at) for at in range(SHOWN)]
        self._line = FlowLayout(self)
        for part in (self._words, *self.buttons):
            self._line.addWidget(part)
        self.setMinimumHeight(self.buttons[0].sizeHint().height())
        self.show_rows(())

    def _button(self, at: int) -> QPushButton:
        button = QPushButton(self)
        once(button)  # by then another person may stand there
        button.setObjectName(f"arrival_{at}")
        button.setProperty("kind", "quiet")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # what is typed next is no key of a button
        button.clicked.connect(lambda: self.unwanted.emit(self._rows[at]))
        return button

    def show_rows(self, rows: Sequence[AttendanceRow]) -> None:
        """Of everybody on the list, show those who came last."""
        here = (row for row in rows if row.state is AttendanceState.PRESENT)
        newest = sorted(here, key=lambda row: row.arrived_at or Instant(0), reverse=True)
        self._rows = newest[:SHOWN]
        some = bool(self._rows)
        self._words.setText(_("Came in last:") if some else _("Nobody has come in yet."))
        names = [row.name for row in rows]
        for row, button in zip(self._rows, self.buttons, strict=False):
            where = (row.organisation, row.apart) if names.count(row.name) > 1 else ()
            called = dotted(short(row.name, LONGEST), *(short(one, LONGEST_APART) for one in where))
            button.setText(plain_caption(_("{name}: take back", name=called)))
            hint = _(
                "For a check-in by mistake: they are expected as before, and a walk-in is removed"
            )
            set_tip(button, "\n".join((dotted(row.name, row.organisation, row.apart), hint)))
        self._keep_to_one_line()

    def _keep_to_one_line(self) -> None:
        room = self.width() - self._words.sizeHint().width()
        for at, button in enumerate(self.buttons):
            room -= button.sizeHint().width() + self._line.spacing()
            button.setVisible(at < len(self._rows) and (at == 0 or room >= 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_to_one_line()
        super().resizeEvent(event)
