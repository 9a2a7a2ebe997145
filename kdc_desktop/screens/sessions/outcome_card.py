"""One part of what an evening has come to, on a card."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.services.sessions.joins import OutcomeLine, OutcomePart


class OutcomeCard(Surface):
    """The title of a part and its lines, or that there is nothing."""

    def __init__(self, theme: Theme, part: OutcomePart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._part = theme, part
        self._shown: tuple[OutcomeLine, ...] | None = None
        self._icon = QLabel(self)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(plain_label(str(part.title), "section", self, wrap=True), 1)
        self._body = QWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._body)
        self.setAccessibleName(str(part.title))
        theme.changed.connect(self._draw_icon)
        self._draw_icon()

    def _draw_icon(self) -> None:
        side = self._theme.px(18)
        icon = self._theme.icon(self._part.icon, "muted")
        self._icon.setPixmap(icon.pixmap(QSize(side, side), self.devicePixelRatioF()))

    def show_lines(self, lines: Sequence[OutcomeLine]) -> None:
        """Show these lines, each with what belongs to it in quiet words below."""
        if self._shown == tuple(lines):
            return
        self._shown = tuple(lines)
        fresh = QWidget(self)
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if not lines:
            column.addWidget(plain_label(str(self._part.nothing), "muted", fresh, wrap=True))
        for at, line in enumerate(lines):
            column.addSpacing(8 if at else 0)
            column.addWidget(plain_label(line.text, "", fresh, wrap=True))
            if line.below:
                column.addWidget(plain_label(line.below, "muted", fresh, wrap=True))
        own = self.layout()
        assert own is not None
        own.replaceWidget(self._body, fresh)
        self._body.hide()
        self._body.deleteLater()
        self._body = fresh
        fresh.show()
