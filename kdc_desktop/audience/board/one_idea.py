"""One idea, very large, so that the room can talk about it."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from kdc_desktop.audience.kit.ink import (
    MARGIN,
    MEDIUM,
    NOTE_INK,
    PAPER,
    SEMIBOLD,
    Down,
    panel,
    text_block,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.slide import INNER, Slide, dotted
from kdc_desktop.domain.board.colours import PLAIN, paper_of
from kdc_desktop.domain.people.sectors import name_of
from kdc_desktop.i18n import ngettext


@dataclass(frozen=True, kw_only=True)
class OneIdeaSlide(Slide):
    """An idea's text, who said it (or nobody), their sector's letter, its cluster and its number.

    `colour` is the key of a `NoteColour`; `merged` counts the ideas that were merged into this one.
    """

    text: str
    author: str = ""
    sector: str = ""
    cluster: str = ""
    number: int | None = None
    merged: int = 0
    colour: str = PLAIN

    @property
    def title(self) -> str:
        """The idea's text."""
        return self.text

    @property
    def description(self) -> str:
        """The text, then who said it."""
        return dotted(self.text, self._from(), self.cluster)

    def _from(self) -> str:
        return dotted(self.author, name_of(self.sector) if self.sector else "")

    def paint_content(self, painter: QPainter) -> None:
        """A note as large as the slide allows, with its cluster above and its author below."""
        colours = self.palette
        number = "" if self.number is None else f"#{self.number}"
        above = dotted(number, self.cluster)
        text_block(
            painter, QRectF(MARGIN, 76, 1350, 52), above, 40, SEMIBOLD, colours.accent, max_lines=1
        )
        note = QRectF(MARGIN, 164, INNER, 780)
        panel(painter, note, paper_of(self.colour), radius=24)
        author = self._from()
        merged = ""
        if self.merged:
            merged = ngettext(
                "with {count} idea merged into it",
                "with {count} ideas merged into it",
                self.merged,
            )
        foot = 132.0 if author or merged else 0.0
        room = note.adjusted(72, 56, -72, -56 - foot)
        text_block(painter, room, self.text, 112, SEMIBOLD, NOTE_INK, down=Down.MIDDLE)
        self._paint_author(painter, note, author, merged)

    def _paint_author(self, painter: QPainter, note: QRectF, author: str, merged: str) -> None:
        line = QRectF(note.left() + 72, note.bottom() - 132, note.width() - 144, 80)
        if self.sector:
            paint_badge(painter, QRectF(line.left(), line.top() + 4, 72, 72), self.sector, PAPER)
            line.setLeft(line.left() + 100)
        text_block(
            painter,
            line,
            dotted(author, merged),
            40,
            MEDIUM,
            NOTE_INK,
            max_lines=1,
            down=Down.MIDDLE,
        )
