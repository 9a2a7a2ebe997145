"""Check-in: how many have come, and from which sectors."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    HEADLINE,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    Across,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import SectorCount, paint_badge, paint_hidden
from kdc_desktop.audience.kit.slide import Slide
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import _, large_and_small, listed, number_text, paired, spoken

_TRACK = 14.0


@dataclass(frozen=True, kw_only=True)
class CheckInSlide(Slide):
    """How many are present of how many on the list, by sector, and what to do on arrival."""

    present: int
    registered: int
    by_sector: tuple[SectorCount, ...] = ()
    prompt: str = ""

    @property
    def title(self) -> str:
        """“137 here of 162 on the list”."""
        return _(
            "{present} here of {registered} on the list",
            present=self.present,
            registered=self.registered,
        )

    @property
    def description(self) -> str:
        """The counts by sector in words."""
        parts = [
            paired(name_of(entry.sector), number_text(entry.count))
            for entry in self.by_sector
            if entry.count is not None
        ]
        return spoken((self.prompt, self.title, listed(parts)))

    def paint_content(self, painter: QPainter) -> None:
        """Prompt on top, the count on the left, sectors on the right."""
        colours = self.palette
        prompt = self.prompt or _("Welcome! Please check in")
        text_block(
            painter, QRectF(MARGIN, 60, 1380, 172), prompt, HEADLINE, BOLD, colours.ink, max_lines=2
        )
        present, below = large_and_small(
            _(
                "{present}\nhere of {registered} on the list",
                present=self.present,
                registered=self.registered,
            )
        )
        text_block(
            painter,
            QRectF(MARGIN - 8, 330, 760, 360),
            present,
            360,
            BOLD,
            colours.ink,
            max_lines=1,
            down=Down.MIDDLE,
        )
        text_block(
            painter,
            QRectF(MARGIN, 720, 760, 60),
            below,
            44,
            MEDIUM,
            colours.muted,
            max_lines=1,
        )
        for index, entry in enumerate(self.by_sector):
            self._paint_sector(painter, entry, 330 + index * 114)

    def _paint_sector(self, painter: QPainter, entry: SectorCount, top: float) -> None:
        colours = self.palette
        left, right = 920.0, 1824.0
        paint_badge(painter, QRectF(left, top, 72, 72), entry.sector, colours)
        text_block(
            painter,
            QRectF(left + 100, top - 6, 560, 48),
            name_of(entry.sector),
            34,
            SEMIBOLD,
            colours.ink,
            max_lines=1,
            down=Down.MIDDLE,
        )
        text_block(
            painter,
            QRectF(right - 160, top, 160, 72),
            "–" if entry.count is None else number_text(entry.count),
            56,
            BOLD,
            colours.ink,
            max_lines=1,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )
        track = QRectF(left + 100, top + 52, right - 180 - left - 100, _TRACK)
        panel(painter, track, colours.line, radius=_TRACK / 2)
        if entry.count is None:
            paint_hidden(painter, track, colours)
            return
        most = max((other.count or 0 for other in self.by_sector), default=0)
        if entry.count and most:
            track.setWidth(max(_TRACK, track.width() * entry.count / most))
            panel(painter, track, colours.sector(entry.sector), radius=_TRACK / 2)
