"""One thing that is due: what, of whom, how late, and what can be done about it here."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kdc_desktop.domain.people.sectors import BY_LETTER
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.ring_mark import RingMark
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.turning_row import TurningRow
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.services.sessions.home import DueLine, Lateness

_LOOKS = {
    Lateness.IN_TIME: ("clock", "muted", "muted"),
    Lateness.SILENT: ("hourglass", "warning", "warning"),
    Lateness.FELL: ("trending-down", "bad", "bad"),
    Lateness.LATE: ("circle-alert", "bad", "bad"),
}
_MARK, _LATE, _BUTTON = 22, 130, 116
"""Pixels at 100 % that a mark has, and the words of how late it is and the button at least."""


class DueRow(QWidget):
    """`button` does what can be done, `more` offers all that can; their names say about what."""

    def __init__(self, theme: Theme, line: DueLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self.button = QPushButton(str(line.act_text), self)
        self.button.setObjectName(f"due_{line.key}")
        about = spoken((line.what, line.who, str(line.late)))
        self.button.setAccessibleName(spoken((str(line.act_text), about)))
        set_tip(self.button, about)
        self.more = QPushButton(self)
        self.more.setObjectName(f"more_{line.key}")
        self.more.setProperty("kind", "link")
        self.more.setIcon(theme.icon("ellipsis"))
        self.more.setAccessibleName(spoken((_("What else can be done"), about)))
        set_tip(self.more, _("What else can be done"))
        row = TurningRow(self, self._told(theme), self._acts(theme), 12)
        row.setContentsMargins(24, 5, 12, 5)

    def _told(self, theme: Theme) -> QWidget:
        told = QWidget(self)
        row = QHBoxLayout(told)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._mark(theme), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        return told

    def _acts(self, theme: Theme) -> QWidget:
        """How late it is, and the button."""
        acts = QWidget(self)
        icon, colour, role = _LOOKS[self.line.lateness]
        late = plain_label(str(self.line.late), role, acts)
        late.setMinimumWidth(theme.px(_LATE))
        self.button.setMinimumWidth(theme.px(_BUTTON))
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for widget in (_icon(theme, icon, colour), late, self.button, self.more):
            row.addWidget(widget)
        return acts

    def _mark(self, theme: Theme) -> QWidget:
        """In a place of one width, so that all words begin below each other."""
        line, place = self.line, QWidget(self)
        place.setFixedWidth(theme.px(_MARK))
        inside = QHBoxLayout(place)
        inside.setContentsMargins(0, 0, 0, 0)
        if line.ring is not None:
            inside.addWidget(RingMark(line.ring, line.who, place))
        elif line.letter in BY_LETTER:
            inside.addWidget(SectorBadge(place, line.letter))
        elif line.icon:
            inside.addWidget(_icon(theme, line.icon, "muted"))
        return place

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(plain_label(self.line.what, "sessionname2", self, wrap=True))
        column.addWidget(plain_label(self.line.who, "muted", self, wrap=True))
        return column


def _icon(theme: Theme, name: str, colour: str) -> QLabel:
    label = QLabel()
    side = theme.px(16)
    label.setPixmap(theme.icon(name, colour).pixmap(QSize(side, side), label.devicePixelRatioF()))
    return label
