"""In the position dialog: whether what a member was worried about before is still there."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from kdc_desktop.domain.kit.text import shortened
from kdc_desktop.i18n import _
from kdc_desktop.screens.kit.flow import FlowLayout
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.section import caption
from kdc_desktop.services.visions.rows import ReservationRow, VisionPage

STILL_THERE, LIFTED = 1, 0
LONGEST_SHOWN = 160


def to_ask_again(page: VisionPage, member_id: int) -> list[ReservationRow]:
    """What a member is asked about again: what it has not lifted, and raised before this asking."""
    asking = page.asking
    return [
        row
        for row in page.reservations
        if row.member_id == member_id
        and row.is_unsettled
        and (asking is None or row.opened_at < asking.opened_at)
    ]


class AskedAgain(QWidget):
    """Each of the reservations with two answers; none is chosen until the member says so.

    What was `heard` before is chosen already.
    """

    def __init__(
        self,
        reservations: Sequence[ReservationRow],
        parent: QWidget,
        heard: Mapping[int, bool] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("asked_again")
        self._groups: dict[int, QButtonGroup] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(4)
        column.addWidget(caption(_("Asked again: is it still there?"), self))
        for row in reservations:
            words = plain_label(f"“{shortened(row.text, LONGEST_SHOWN)}”", "", self, wrap=True)
            set_tip(words, row.text)
            column.addWidget(words)
            column.addWidget(plain_label(row.history, "small", self, wrap=True))
            column.addWidget(self._answers(row, (heard or {}).get(row.id)))
        self.setVisible(bool(reservations))

    def _answers(self, row: ReservationRow, heard: bool | None) -> QWidget:
        place = QWidget(self)
        flow = FlowLayout(place, 12)
        group = self._groups[row.id] = QButtonGroup(self)
        for key, name, text in (
            (STILL_THERE, f"still_there_{row.id}", _("Still there")),
            (LIFTED, f"lifted_{row.id}", _("Lifted")),
        ):
            button = QRadioButton(text, place)
            button.setObjectName(name)
            button.setAccessibleDescription(row.text)
            button.setChecked(heard is not None and heard == (key == STILL_THERE))
            group.addButton(button, key)
            flow.addWidget(button)
        return place

    @property
    def heard(self) -> dict[int, bool]:
        """Of the reservations about which something was said, whether they are still there."""
        said = {key: group.checkedId() for key, group in self._groups.items()}
        return {key: answer == STILL_THERE for key, answer in said.items() if answer >= 0}
