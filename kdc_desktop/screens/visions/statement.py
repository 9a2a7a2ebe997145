"""A vision in large type, with what changed since the version before marked in it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kdc_desktop.domain.visions.wording import Change, Run
from kdc_desktop.i18n import _, listed_apart, spoken
from kdc_desktop.screens.kit.theme import Theme

LONG = 280
WIDEST = 900
LINE_SPACING = 1.16


class StatementView(QWidget):
    """Paints runs of plain text, wrapped; what came in is green, what went out is struck."""

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statement")
        self._theme = theme
        self._runs: tuple[Run, ...] = ()
        self._layout = QTextLayout()
        self._laid_for = -1
        self._height = 0
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._again)

    @property
    def text(self) -> str:
        """What can be read."""
        return "".join(run.text for run in self._runs)

    def show_runs(self, runs: Sequence[Run]) -> None:
        """Show this wording; where it was shown before, nothing is laid out again."""
        if tuple(runs) == self._runs:
            return
        self._runs = tuple(runs)
        self._name_it()
        self._again()

    def _name_it(self) -> None:
        """Say the wording without what is struck, then what is new in it and what is gone."""
        new, gone = (
            listed_apart(run.text.strip() for run in self._runs if run.change is change)
            for change in (Change.ADDED, Change.REMOVED)
        )
        there = "".join(run.text for run in self._runs if run.change is not Change.REMOVED)
        self.setAccessibleName(" ".join(there.split()))
        self.setAccessibleDescription(
            spoken(
                (
                    _("New: {words}", words=new) if new else "",
                    _("Taken out: {words}", words=gone) if gone else "",
                )
            )
        )

    def _again(self) -> None:
        self._laid_for = -1
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._lay_out(width)
        return self._height

    def sizeHint(self) -> QSize:
        width = self._theme.px(480)
        return QSize(width, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(QColor(self._theme.palette.ink))
        self._layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _lay_out(self, width: int) -> None:
        if width == self._laid_for:
            return
        text = self.text.replace("\n", "\u2028")
        size = 20 if len(text) <= LONG else 16
        layout = QTextLayout(text, self._theme.font(size))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(self._formats())
        room = min(width, self._theme.px(WIDEST))
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height + line.height() * (LINE_SPACING - 1) / 2))
            height += line.height() * LINE_SPACING
        layout.endLayout()
        self._layout, self._laid_for, self._height = layout, width, round(height)

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges = []
        at = 0
        for run in self._runs:
            # Qt counts in UTF-16 units, Python in characters.
            length = len(run.text.encode("utf-16-le")) // 2
            if run.change is not Change.SAME:
                marked = QTextLayout.FormatRange()
                marked.start, marked.length = at, length
                marked.format = self._format(run)
                ranges.append(marked)
            at += length
        return ranges

    def _format(self, run: Run) -> QTextCharFormat:
        colours = self._theme.palette
        style = QTextCharFormat()
        if run.change is Change.ADDED:
            style.setBackground(QColor(colours.good_soft if colours.dark else "#DDF0E3"))
            style.setForeground(QColor(colours.ink))
            style.setFontWeight(QFont.Weight.Medium)
        else:
            style.setBackground(QColor(colours.bad_soft))
            style.setForeground(QColor(colours.muted))
            style.setFontStrikeOut(True)
        return style
