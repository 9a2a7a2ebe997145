"""What a consortium is let go with: its vision, who leads, who gives what by when."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    WIDTH,
    Across,
    Down,
    fit,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import INNER
from kdc_desktop.audience.visions.statement_ink import paint_statement
from kdc_desktop.audience.visions.vision_slide import VisionSlide
from kdc_desktop.i18n import _, listed, listed_apart, ngettext, spoken, titled

_TOP, _DIVIDER, _BOTTOM = 150.0, 520.0, 950.0
_LINE, _MOST = 74.0, 5
_LEFT_COLUMN, _GAP = 560.0, 60.0


@dataclass(frozen=True)
class PromiseLine:
    """Who gives what, and by which day; with the letter of the member's sector."""

    sector: str
    who: str
    what: str
    by: str


@dataclass(frozen=True, kw_only=True)
class LetGoSlide(VisionSlide):
    """The statement, the `leads`, what is promised by a day, and when the club looks again.

    `let_go` says since when it goes on by itself, empty before.
    """

    leads: tuple[str, ...] = ()
    promises: tuple[PromiseLine, ...] = ()
    look_again: str = ""
    let_go: str = ""

    @property
    def description(self) -> str:
        """All of it in words."""
        given = (titled(line.who, listed((line.what, line.by))) for line in self.promises)
        facts = (titled(*fact) for fact in self._facts())
        return spoken((self.title, self.statement.rstrip("."), *facts, *given))

    def _facts(self) -> Iterator[tuple[str, str]]:
        """What stands at the left, under its captions."""
        nobody = _("nobody yet")
        yield ngettext("Leads", "Lead", len(self.leads)), listed_apart(self.leads) or nobody
        if self.let_go:
            yield _("Goes on by itself since"), self.let_go
        yield _("The club looks again"), self.look_again or _("on no day yet")

    def paint_content(self, painter: QPainter) -> None:
        """The statement above, who leads and who gives what below."""
        colours = self.palette
        box = QRectF(MARGIN, 76, 1350, 52)
        text_block(painter, box, self.title, 40, SEMIBOLD, colours.accent, max_lines=1)
        box = QRectF(MARGIN, _TOP, INNER, _DIVIDER - _TOP - 40)
        if self.statement:
            fitted = fit(self.statement, box.width(), box.height(), 72, BOLD, smallest=20)
            box = box.adjusted(0, (box.height() - fitted.height) / 2, 0, 0)
            paint_statement(painter, box, fitted, self.statement, (), colours)
        else:
            words = _("It has written no vision yet.")
            text_block(painter, box, words, 72, BOLD, colours.muted, down=Down.MIDDLE)
        painter.setPen(QPen(QColor(colours.line), 2))
        painter.drawLine(QPointF(MARGIN, _DIVIDER), QPointF(WIDTH - MARGIN, _DIVIDER))
        self._paint_facts(painter)
        self._paint_promises(painter)

    def _paint_facts(self, painter: QPainter) -> None:
        top, colours = _DIVIDER + 36, self.palette
        facts = list(self._facts())
        step = (_BOTTOM - top) / max(3, len(facts))
        for caption, words in facts:
            box = QRectF(MARGIN, top, _LEFT_COLUMN, 40)
            text_block(painter, box, caption, 30, MEDIUM, colours.muted, max_lines=1)
            box = QRectF(MARGIN, top + 42, _LEFT_COLUMN, step - 62)
            text_block(painter, box, words, 40, SEMIBOLD, colours.ink, max_lines=2, smallest=24)
            top += step

    def _paint_promises(self, painter: QPainter) -> None:
        colours, left = self.palette, MARGIN + _LEFT_COLUMN + _GAP
        wide, top = WIDTH - MARGIN - left, _DIVIDER + 36
        if not self.promises:
            words = _("Nobody has promised anything by a day.")
            text_block(painter, QRectF(left, top, wide, 50), words, 36, colour=colours.muted)
            return
        shown = self.promises[:_MOST]
        for line in shown:
            paint_badge(painter, QRectF(left, top + 4, 44, 44), line.sector, colours)
            box = QRectF(left + 64, top, wide - 64 - 330, 40)
            text_block(painter, box, line.what, 34, SEMIBOLD, colours.ink, max_lines=1)
            box = QRectF(left + 64, top + 40, wide - 64 - 330, 32)
            text_block(painter, box, line.who, 26, colour=colours.muted, max_lines=1)
            box = QRectF(left + wide - 320, top, 320, 52)
            text_block(
                *(painter, box, line.by, 34, MEDIUM, colours.accent),
                max_lines=1,
                across=Across.RIGHT,
                down=Down.MIDDLE,
            )
            top += _LINE
        more = len(self.promises) - len(shown)
        if more > 0:
            words = ngettext("and {count} more", "and {count} more", more)
            text_block(painter, QRectF(left + 64, top, wide, 40), words, 28, colour=colours.muted)
