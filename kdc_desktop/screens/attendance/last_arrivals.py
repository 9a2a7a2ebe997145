"""Who came in last, each with the way to take that back."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kdc_desktop.audience.kit.slide import dotted
from kdc_desktop.domain.attendance.states import AttendanceState
from kdc_desktop.domain.kit.text import in_order
from kdc_desktop.i18n import _
from kdc_desktop.instants import Instant
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.once import once
from kdc_desktop.screens.kit.plain import plain_caption, set_tip, short
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.attendance.rows import AttendanceRow

SHOWN, KNOWN = 3, 20

LONGEST, LONGEST_APART = 24, 16  # letters of a name, and of what tells namesakes apart


class LastArrivals(QWidget):
    """A line of names, the newest first; `unwanted` carries the row of whom one is clicked."""

    unwanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._newest: list[AttendanceRow] = []
        self._names: Counter[str] = Counter()
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
        button.clicked.connect(lambda: self.unwanted.emit(self._newest[at]))
        return button

    def show_rows(
        self, rows: Sequence[AttendanceRow], changed: Sequence[AttendanceRow] | None = None
    ) -> None:
        """Of everybody on the list, show those who came last; `changed` as `ListReader` reads."""
        if changed is None:
            self._names = Counter(row.name for row in rows)
        if changed is None or not self._follow(changed):
            self._newest = _newest(rows)
        self._show()

    def _follow(self, changed: Sequence[AttendanceRow]) -> bool:
        """Whether those who came last are still known: nobody else came later than one of them."""
        again = {row.id for row in changed}
        stay = [row for row in self._newest if row.id not in again]
        if len(stay) < SHOWN:
            return False
        last = _came(stay[-1])
        some = [*stay, *(row for row in changed if _came(row) >= last)]
        self._newest = _newest(sorted(some, key=lambda row: in_order(row.name)))
        return True

    def _show(self) -> None:
        some = bool(self._newest)
        self._words.setText(_("Came in last:") if some else _("Nobody has come in yet."))
        for row, button in zip(self._newest, self.buttons, strict=False):
            where = (row.organisation, row.apart) if self._names[row.name] > 1 else ()
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
            button.setVisible(at < len(self._newest) and (at == 0 or room >= 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._keep_to_one_line()
        super().resizeEvent(event)


def _newest(rows: Sequence[AttendanceRow]) -> list[AttendanceRow]:
    here = [row for row in rows if row.state is AttendanceState.PRESENT]
    return sorted(here, key=_came, reverse=True)[:KNOWN]


def _came(row: AttendanceRow) -> Instant:
    return row.arrived_at or Instant(0)
