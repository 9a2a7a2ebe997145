"""Under a version that is written: which reservations it answers."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.domain.visions.states import ReservationState
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.section import Section
from kdc_desktop.services.visions.rows import ReservationRow, VisionPage

LONGEST_SHOWN = 200


class AnswerTick(QWidget):
    """A box and the words of a reservation, which tick it as well."""

    def __init__(self, row: ReservationRow, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.setProperty("kind", "tick")  # its words stand beside it
        self.box.setObjectName(f"answers_{row.id}")
        said = _("{member}: “{text}”", member=row.member, text=shortened(row.text, LONGEST_SHOWN))
        if row.state is ReservationState.ADDRESSED:
            said = _("{reservation} (addressed already)", reservation=said)
        self.box.setAccessibleName(said)
        words = plain_label(said, "", self, wrap=True)
        words.installEventFilter(self)
        set_tip(words, row.text)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(words, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            self.box.click()
            return True
        return super().eventFilter(watched, event)


class AnswerTicks(Section):
    """Every reservation that is not lifted, to be ticked; away where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("This version answers"), parent)
        self.setObjectName("answer_ticks")
        self._ticks: dict[int, AnswerTick] = {}

    def show_page(self, page: VisionPage, ticked: Collection[int]) -> None:
        """Offer the reservations of a page; these are ticked."""
        rows = [row for row in page.reservations if row.is_unsettled]
        self.fill((page.consortium_id, rows), lambda: self._made(rows))
        for key, tick in self._ticks.items():
            tick.box.setChecked(key in ticked)

    def _made(self, rows: list[ReservationRow]) -> list[QWidget]:
        self._ticks = {row.id: AnswerTick(row, self) for row in rows}
        return list(self._ticks.values())

    @property
    def ticked(self) -> tuple[int, ...]:
        """The reservations that are ticked."""
        return tuple(key for key, tick in self._ticks.items() if tick.box.isChecked())
