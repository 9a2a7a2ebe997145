"""One answer in full: from where to where, why, what would move it, and what it stands on."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kdc_desktop.domain.visions.ledger import LedgerRow
from kdc_desktop.domain.visions.scales import SCALES, Scale
from kdc_desktop.i18n import _, spoken
from kdc_desktop.screens.kit.badges import SectorBadge
from kdc_desktop.screens.kit.heat import heat_colour, ink_on
from kdc_desktop.screens.kit.theme import Theme
from kdc_desktop.screens.kit.widgets import plain_label
from kdc_desktop.screens.visions.ledger_words import ledger_cell_words, said_words, way_words
from kdc_desktop.screens.visions.quotes import Quote
from kdc_desktop.screens.visions.reservation_card import ReservationCard
from kdc_desktop.screens.visions.section import Section, caption
from kdc_desktop.services.visions.ledger_rows import ConsortiumLedger, LedgerAnswer
from kdc_desktop.services.visions.rows import ReservationRow


class LevelChip(QWidget):
    """A level in its colour."""

    is_a_picture = True

    def __init__(self, theme: Theme, scale: Scale, level: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._scale, self._level = theme, scale, level
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(str(level))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(32), self._theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = heat_colour(self._scale.heat(self._level), self._theme.palette)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        painter.setFont(self._theme.font(16, QFont.Weight.Bold))
        painter.setPen(QColor(ink_on(fill)))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, str(self._level))
        painter.end()


class AnswerCard(QWidget):
    """The answer that is looked at, and its member's reservations.

    The keys may rest on it; `left` tells that they are wanted back. `owners` answers with who could
    take care of a reservation.
    """

    is_a_group = True
    settle_wanted = Signal(int, object)
    owner_wanted = Signal(int, str)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.owners: Callable[[], Iterable[str]] = tuple
        self.setObjectName("ledger_answer")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._parts = Section("", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts)

    def show_answer(self, ledger: ConsortiumLedger, here: tuple[LedgerRow, int] | None) -> None:
        """Show the answer of this row and column; nothing without one."""
        self.setVisible(here is not None)
        if here is None:
            return
        row, column = here
        given = row.cells[column].given
        full = ledger.answers.get(given.id) if given else None
        own = ledger.reservations.get(row.member.id, ())
        before = _before(ledger, row, column)
        words = said_words(ledger, row, column)
        name = ledger_cell_words(ledger, row, column)
        self.setAccessibleName(spoken((name, *_said(full))))
        key = (row.member, full, before, own, words, ledger.today)
        self._parts.fill(key, lambda: self._made(ledger, here, full, before))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.palette.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
            painter.end()

    def _made(
        self,
        ledger: ConsortiumLedger,
        here: tuple[LedgerRow, int],
        full: LedgerAnswer | None,
        before: LedgerAnswer | None,
    ) -> list[QWidget]:
        row, column = here
        made = [self._name(row)]
        if full is None:
            made.append(plain_label(said_words(ledger, row, column), "muted", self, wrap=True))
        else:
            made.append(plain_label(way_words(ledger, full), "small", self, wrap=True))
            made.append(self._levels(full, before))
            made += self._words(full)
        for earlier in row.cells[column].earlier:
            if (kept := ledger.answers.get(earlier.id)) is not None:
                words = _("Known twice: it also said {level}", level=kept.level)
                made.append(plain_label(words, "small", self, wrap=True))
                made += self._words(kept)
        for reservation in ledger.reservations.get(row.member.id, ()):
            made += self._reservation(reservation, ledger)
        return made

    def _name(self, row: LedgerRow) -> QWidget:
        place = QWidget(self)
        badge = SectorBadge(place)
        badge.set_letter(row.member.sector)
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(badge)
        line.addWidget(plain_label(row.member.name, "sessionname", place, wrap=True), 1)
        return place

    def _levels(self, full: LedgerAnswer, before: LedgerAnswer | None) -> QWidget:
        place = QWidget(self)
        line = QHBoxLayout(place)
        line.setContentsMargins(0, 0, 0, 0)
        scale = SCALES[full.scale]
        if before is not None:
            line.addWidget(LevelChip(self._theme, SCALES[before.scale], before.level, place))
            arrow = plain_label("→", "muted", place)
            arrow.setAccessibleName(_("then"))
            line.addWidget(arrow)
        line.addWidget(LevelChip(self._theme, scale, full.level, place))
        label = str(scale.level(full.level).label)
        line.addWidget(plain_label(label, "sessionname2", place, wrap=True), 1)
        return place

    def _words(self, full: LedgerAnswer) -> list[QWidget]:
        step = _("One step up: {wish}", wish=full.would_move) if full.would_move else ""
        said = _("said by {name}", name=full.said_by) if full.said_by else ""
        if full.reason:
            return [Quote(self._theme, full.reason, step or said, "warning", self)]
        return [plain_label(words, "small", self, wrap=True) for words in (step, said) if words]

    def _reservation(self, row: ReservationRow, ledger: ConsortiumLedger) -> list[QWidget]:
        title = _("Its objection") if row.objection else _("Its reservation")
        card = ReservationCard(self._theme, row, ledger.today, self, owners=self.owners)
        card.settled.connect(self.settle_wanted)
        card.owner_named.connect(self.owner_wanted)
        return [caption(title, self), card]


def _said(full: LedgerAnswer | None) -> tuple[str, ...]:
    return (full.reason, full.would_move) if full else ()


def _before(ledger: ConsortiumLedger, row: LedgerRow, column: int) -> LedgerAnswer | None:
    """What the member answered before the asking of this column, on the same scale or another."""
    earlier = [answer for at, answer in row.answers if at < column]
    return ledger.answers.get(earlier[-1].id) if earlier else None
