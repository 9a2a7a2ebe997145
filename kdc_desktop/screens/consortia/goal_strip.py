"""What all consortia give back together, above the list: measured, on the way, and the goal."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kdc_desktop.audience.consortia.goal_bar import GoalSum, paint_goal_bar
from kdc_desktop.domain.kit.amounts import Amount
from kdc_desktop.i18n import _, sentences
from kdc_desktop.screens.consortia.club_pictures import bar_colours
from kdc_desktop.screens.consortia.minutes_words import likely, worth
from kdc_desktop.screens.consortia.portfolio_words import goal_told, on_the_way, people_told
from kdc_desktop.screens.kit.narrow import is_low
from kdc_desktop.screens.kit.plain import set_tip
from kdc_desktop.screens.kit.spoken_items import SpokenItem
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import Surface, plain_label
from kdc_desktop.services.sessions.programme import ProgrammeRow

_BAR = 28  # pixels at 100 %


class GoalBarPicture(QWidget):
    """The bar with its words above: what is measured, what is on the way, and the goal."""

    is_a_picture = True

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._told = GoalSum(Amount(), Amount())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_sum(self, told: GoalSum) -> None:
        """Paint this."""
        self._told = told
        said = sentences(_("{words}.", words=words) for words in self._words() if words)
        self.setAccessibleName(said)
        set_tip(self, said)
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str, str]:
        told = self._told
        measured = _("Measured: {worth}", worth=worth(told.measured))
        return measured, on_the_way(told), goal_told(told)

    def spoken_items(self) -> list[SpokenItem]:
        """What each part of the bar says."""
        return [SpokenItem(words, self.rect()) for words in self._words() if words]

    def sizeHint(self) -> QSize:
        line = QFontMetrics(self._theme.font(12)).height()
        return QSize(self._theme.px(320), 2 * line + self._theme.px(_BAR + 14))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette, font = self._theme.palette, self._theme.font(12)
        line, gap = QFontMetrics(font).height(), self._theme.px(4)
        painter.setFont(font)
        painter.setPen(QColor(palette.ink))
        above = QRect(0, 0, self.width(), line)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(above, Qt.AlignmentFlag.AlignVCenter, _("Measured"))
        painter.drawText(above, right, goal_told(self._told))
        top = line + gap
        bar = QRectF(1, top, self.width() - 2, self._theme.px(_BAR))
        paint_goal_bar(painter, bar, self._told, bar_colours())
        painter.setPen(QColor(palette.muted))
        below = QRect(0, round(bar.bottom()) + gap, self.width(), line)
        words = on_the_way(self._told)
        cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(below, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.end()


class GoalStrip(Surface):
    """In large letters what is given back now, and beside it the bar."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("goal_strip")
        self._says = False
        self._theme = theme
        self._caption = plain_label(_("Given back now"), "small", self)
        self._minutes = plain_label("", "title", self)
        self._people = plain_label("", "small", self, wrap=True)
        self._likely = plain_label("", "small", self)
        self.picture = GoalBarPicture(theme, self)
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._caption, self._minutes, self._people, self._likely):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(24)
        row.addLayout(words, 1)
        row.addWidget(self.picture, 3)

    def make_room(self) -> None:
        """Go where the list would have next to no room; what a row gives back is told beside it."""
        screen = self.parentWidget()
        self.setVisible(self._says and not (screen and is_low(screen, self._theme)))

    def show_sum(self, told: GoalSum, programme: ProgrammeRow | None) -> None:
        """Show what is given back, and for how many people that is what the goal wants."""
        self._says = bool(told.goal or told.whole.value)
        self.make_room()
        self._minutes.setText(worth(told.measured))
        for label, text in (
            (self._people, people_told(told, programme)),
            (self._likely, likely(told.measured)),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.picture.show_sum(told)
