"""A consortium's vision, and the scale on which its members are asked where they stand."""

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
    fit,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted
from kdc_desktop.audience.visions.statement_ink import Stretch, paint_statement
from kdc_desktop.i18n import _, ngettext, spoken

_TOP, _AXIS, _LABELS_BOTTOM = 150.0, 790.0, 966.0


@dataclass(frozen=True, kw_only=True)
class VisionSlide(Slide):
    """The statement of one version; while it is asked about, with the scale and without an answer.

    `new` are the stretches of the statement that came in since the version before. `scale` names
    the levels from most to least agreement. `agreed` is the index of the lowest level that counts
    as agreement (None: no line). `waiting` counts members who have no position yet, `answered`
    those who have. It is the vision of the consortium at `place` of `consortia`.
    """

    consortium: str
    statement: str
    version: int
    new: tuple[Stretch, ...] = ()
    scale: tuple[str, ...] = ()
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
        version = _("{name}, version {number}", name=self.consortium, number=self.version)
        return dotted(which, version)

    @property
    def description(self) -> str:
        """The statement, and how many have answered."""
        return spoken((self.title, self.statement, self._waiting()))

    def _waiting(self) -> str:
        if self.answered:
            return ngettext(
                "{answered} of {count} has answered",
                "{answered} of {count} have answered",
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
        box = QRectF(MARGIN, _TOP, INNER, (_AXIS - 60 if self.scale else 900.0) - _TOP)
        if self.statement:
            self._paint_statement(painter, box)
        else:
            words = _("The shared sentence comes here")
            text_block(painter, box, words, 80, BOLD, colours.muted, down=Down.MIDDLE)
        if self.scale:
            self._paint_scale(painter)

    def _paint_statement(self, painter: QPainter, box: QRectF) -> None:
        fitted = fit(self.statement, box.width(), box.height(), 80, BOLD, smallest=20)
        box = box.adjusted(0, (box.height() - fitted.height) / 2, 0, 0)
        paint_statement(painter, box, fitted, self.statement, self.new, self.palette)

    def _paint_scale(self, painter: QPainter) -> None:
        colours = self.palette
        step = INNER / len(self.scale)
        panel(painter, QRectF(MARGIN, _AXIS, INNER, 6), colours.line, radius=3)
        if self.agreed is not None:
            agreed = QRectF(MARGIN, _AXIS, step * (self.agreed + 1), 6)
            panel(painter, agreed, colours.good, radius=3)
        for index, name in enumerate(self.scale):
            within = self.agreed is not None and index <= self.agreed
            text_block(
                painter,
                QRectF(MARGIN + index * step + 6, _AXIS + 24, step - 12, _LABELS_BOTTOM - _AXIS),
                name,
                SMALLEST,
                MEDIUM,
                colours.ink if within else colours.muted,
                max_lines=4,
                across=Across.CENTRE,
            )

    def paint_foot(self, painter: QPainter) -> None:
        """Who has not answered instead of the session, when somebody has not."""
        if not self._waiting():
            super().paint_foot(painter)
            return
        text_block(
            painter,
            QRectF(MARGIN, 976, INNER / 2, 52),
            self._waiting(),
            36,
            SEMIBOLD,
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
