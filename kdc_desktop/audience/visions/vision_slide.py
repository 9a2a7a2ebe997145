"""A consortium's vision, and where its members stand as a row of dots on the scale."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    Across,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted
from kdc_desktop.i18n import _, listed, ngettext, number_text, paired, spoken

_DOTS_TOP, _AXIS, _LABELS_BOTTOM = 548.0, 790.0, 966.0


@dataclass(frozen=True)
class PositionDot:
    """One member's position: the index of its level in the slide's `scale`, and a sector letter.

    Without a letter it is a plain dot, which says nothing about whose it is.
    """

    level: int
    sector: str = ""


@dataclass(frozen=True, kw_only=True)
class VisionSlide(Slide):
    """The statement of one version, with its positions.

    `scale` names the levels from most to least agreement. `agreed` is the index of the lowest level
    that counts as agreement (None: no line). `waiting` counts members who have no position yet,
    `answered` those whose position is not shown. It is the vision of the consortium at `place` of
    `consortia`.
    """

    consortium: str
    statement: str
    version: int
    scale: tuple[str, ...] = ()
    positions: tuple[PositionDot, ...] = ()
    agreed: int | None = None
    waiting: int = 0
    answered: int = 0
    place: int = 0
    consortia: int = 1

    @property
    def title(self) -> str:
        """Which consortium of how many, and version."""
        which = ""
        if self.consortia > 1:
            place = self.place + 1
            which = _("Consortium {number} of {count}", number=place, count=self.consortia)
        if not self.version:
            return dotted(which, self.consortium, _("vision, to be written"))
        version = _("vision, version {version}", version=self.version)
        return dotted(which, self.consortium, version)

    @property
    def description(self) -> str:
        """The statement and how many stand at each level."""
        levels = [
            paired(name, number_text(number))
            for index, name in enumerate(self.scale)
            if (number := sum(dot.level == index for dot in self.positions))
        ]
        return spoken((self.title, self.statement, listed(levels), self._waiting()))

    def _waiting(self) -> str:
        if self.answered:
            return ngettext(
                "{answered} of {count} member has said where they stand",
                "{answered} of {count} members have said where they stand",
                self.waiting + self.answered,
                answered=self.answered,
            )
        if not self.waiting:
            return ""
        return ngettext(
            "{count} member still to say where they stand",
            "{count} members still to say where they stand",
            self.waiting,
        )

    def paint_content(self, painter: QPainter) -> None:
        """The statement above, the scale below."""
        colours = self.palette
        text_block(
            painter,
            QRectF(MARGIN, 76, 1350, 52),
            self.title,
            40,
            SEMIBOLD,
            colours.accent,
            max_lines=1,
        )
        bottom = _DOTS_TOP - 40 if self.scale else 900.0
        statement = self.statement or _("The shared sentence comes here")
        text_block(
            painter,
            QRectF(MARGIN, 150, INNER, bottom - 150),
            statement,
            80,
            BOLD,
            colours.ink if self.statement else colours.muted,
            down=Down.MIDDLE,
        )
        if self.scale:
            self._paint_scale(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        colours = self.palette
        step = INNER / len(self.scale)
        panel(painter, QRectF(MARGIN, _AXIS, INNER, 6), colours.line, radius=3)
        if self.agreed is not None:
            agreed = QRectF(MARGIN, _AXIS, step * (self.agreed + 1), 6)
            panel(painter, agreed, colours.good, radius=3)
        mark = self._mark_size(step)
        for index, name in enumerate(self.scale):
            left = MARGIN + index * step
            dots = [dot for dot in self.positions if dot.level == index]
            self._paint_dots(painter, left + step / 2, step, mark, dots)
            text_block(
                painter,
                QRectF(left + 6, _AXIS + 24, step - 12, _LABELS_BOTTOM - _AXIS - 24),
                name,
                SMALLEST,
                SEMIBOLD if dots else MEDIUM,
                colours.ink if dots else colours.muted,
                max_lines=4,
                across=Across.CENTRE,
            )

    def _mark_size(self, step: float) -> float:
        """The largest mark at which the fullest level still fits above the line."""
        most = max(
            (sum(d.level == i for d in self.positions) for i in range(len(self.scale))), default=0
        )
        mark = 64.0
        while mark > 12:
            across = max(1, int((step - 16) // (mark + 8)))
            if -(-most // across) * (mark + 8) <= _AXIS - _DOTS_TOP - 8:
                break
            mark -= 4
        return mark

    def _paint_dots(
        self, painter: QPainter, centre: float, step: float, mark: float, dots: list[PositionDot]
    ) -> None:
        across = max(1, min(len(dots), int((step - 16) // (mark + 8))))
        for index, dot in enumerate(dots):
            row, column = divmod(index, across)
            left = centre - across * (mark + 8) / 2 + column * (mark + 8) + 4
            top = _AXIS - 12 - (row + 1) * (mark + 8) + 8
            paint_badge(painter, QRectF(left, top, mark, mark), dot.sector, self.palette)

    def paint_foot(self, painter: QPainter) -> None:
        """Who has not answered instead of the session, when somebody has not."""
        if not self._waiting():
            super().paint_foot(painter)
            return
        text_block(
            painter,
            QRectF(MARGIN, 982, INNER / 2, 40),
            self._waiting(),
            SMALLEST,
            colour=self.palette.warning if self.waiting else self.palette.good,
            max_lines=1,
            down=Down.MIDDLE,
        )
        text_block(
            painter,
            QRectF(MARGIN + INNER / 2, 982, INNER / 2, 40),
            self.next_line(),
            SMALLEST,
            colour=self.palette.muted,
            max_lines=1,
            across=Across.RIGHT,
            down=Down.MIDDLE,
        )
