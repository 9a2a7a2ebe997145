"""One need, very large, while it is read aloud: a hand goes up."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted
from kdc_desktop.audience.offers.offer_card import OfferCard
from kdc_desktop.i18n import _, listed, spoken

_BAND = 148.0


@dataclass(frozen=True, kw_only=True)
class NeedSlide(Slide):
    """A need, which it is of how many that are read, and who meets it by now."""

    need: OfferCard
    number: int
    count: int
    helpers: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What is needed."""
        return self.need.text

    @property
    def description(self) -> str:
        """What is needed by whom, and who can help."""
        return spoken((self._asks(), self.need.text, self.need.who, self._helped()))

    def _asks(self) -> str:
        if self.count < 2:
            return _("Who can help?")
        which = _("{number} of {count}", number=self.number, count=self.count)
        return dotted(_("Who can help?"), which)

    def _helped(self) -> str:
        if not self.helpers:
            return ""
        return _("{names} can help", names=listed(self.helpers))

    def paint_content(self, painter: QPainter) -> None:
        """The need as large as there is room, who needs it, and below it who helps."""
        colours = self.palette
        above = QRectF(MARGIN, 72, 1350, 60)
        text_block(painter, above, self._asks(), 46, SEMIBOLD, colours.warning, max_lines=1)
        helped = self._helped()
        card = QRectF(MARGIN, 164, INNER, 780 - (_BAND + 20 if helped else 0))
        border = colours.accent if helped else colours.warning
        panel(painter, card, colours.surface, radius=24, border=border)
        words = card.adjusted(72, 48, -72, -132)
        text_block(painter, words, self.need.text, 112, SEMIBOLD, colours.ink, down=Down.MIDDLE)
        self._paint_who(
            painter, QRectF(card.left() + 72, card.bottom() - 116, card.width() - 144, 76)
        )
        if helped:
            band = QRectF(MARGIN, card.bottom() + 20, INNER, _BAND)
            panel(painter, band, colours.accent, radius=24)
            text_block(
                *(painter, band.adjusted(72, 10, -72, -10), helped, 64, BOLD, colours.on_accent),
                max_lines=2,
                down=Down.MIDDLE,
            )

    def _paint_who(self, painter: QPainter, line: QRectF) -> None:
        if self.need.sector:
            mark = QRectF(line.left(), line.top() + 4, 68, 68)
            paint_badge(painter, mark, self.need.sector, self.palette)
            line.setLeft(line.left() + 92)
        text_block(
            *(painter, line, self.need.who, 44, MEDIUM, self.palette.muted),
            max_lines=1,
            down=Down.MIDDLE,
        )
