"""Since we last met: what became of what the room took further, and who kept their word."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kdc_desktop.audience.kit.clock_face import paint_gained, paint_measure, paint_span, paint_ticks
from kdc_desktop.audience.kit.ink import (
    BOLD,
    MARGIN,
    MEDIUM,
    SEMIBOLD,
    SMALLEST,
    WIDTH,
    Across,
    Down,
    SlidePalette,
    text_block,
    text_width,
)
from kdc_desktop.audience.kit.marks import paint_badge
from kdc_desktop.audience.kit.rings import paint_ring
from kdc_desktop.audience.kit.slide import INNER, Slide, page_line, pages_of
from kdc_desktop.domain.kit.rings import Ring, RingSign, RingTone
from kdc_desktop.i18n import _, listed_apart, ngettext, number_text, paired, spoken
from kdc_desktop.services.sessions.goal import FaceOfGoal

_ROOMY, _CALM, _MOST = 3, 4, 5
"""So many stand on a page where words need a second line, else in large letters, or at most."""
_TOP, _DIVIDER = 282.0, 772.0
_FACE, _RADIUS = QPointF(1550, 426), 216.0
_WITH_FACE, _MARK = 1150.0, 84.0
_LEAST_STEP = 16.0
"""From one commitment to the next; closer they are a line, and no commitments."""
_KEPT = Ring(1.0, RingSign.DONE, RingTone.GOOD)
_OPEN = Ring(0.0, RingSign.NONE, RingTone.QUIET)


@dataclass(frozen=True)
class NewsLine:
    """A consortium, and what became of it; what it is `held` by stands beside its name."""

    name: str
    words: str
    state: str
    ring: Ring
    held: str = ""


@dataclass(frozen=True, kw_only=True)
class SinceSlide(Slide):
    """News of consortia, the goal with its target, commitments kept, and new members.

    `joined` are the letters of their sectors; `target` and `unit` are empty without one.
    """

    span: str = ""
    lines: tuple[NewsLine, ...] = ()
    goal: str = ""
    target: str = ""
    unit: str = ""
    face: FaceOfGoal | None = None
    kept: int = 0
    promised: int = 0
    joined: str = ""
    nothing: str = ""

    @property
    def title(self) -> str:
        """“Since we last met”."""
        return _("Since we last met")

    @property
    def description(self) -> str:
        """All of it in words."""
        news = listed_apart(
            spoken(filter(None, (paired(line.name, line.words), line.held, line.state)))
            for line in self.lines
        )
        return spoken(
            filter(
                None,
                (
                    self.title,
                    self.span,
                    self.nothing,
                    news,
                    self._promises() and self._kept_line(),
                    self._joined_line(),
                    self.goal,
                ),
            )
        )

    @property
    def _per_page(self) -> int:
        if any(text_width(line.words, SMALLEST) > self._width - _MARK for line in self.lines):
            return _ROOMY
        return _MOST if len(self.lines) == _MOST else _CALM

    @property
    def _width(self) -> float:
        return _WITH_FACE if self.target or self.goal else INNER

    @property
    def pages(self) -> int:
        """As many as the lines take."""
        return pages_of(len(self.lines), self._per_page)

    @property
    def turns_itself(self) -> bool:
        """Its pages come one after the other."""
        return True

    def paint_content(self, painter: QPainter) -> None:
        """The news on the left, the goal on the right, and who kept their word below."""
        colours = self.palette
        width = self._width
        eyebrow = QRectF(MARGIN, 56, width, 46)
        span = spoken((self.span, page_line(self.page, self.pages)))
        text_block(painter, eyebrow, span, 36, MEDIUM, colours.accent, max_lines=1)
        box = QRectF(MARGIN, 108, width, 120)
        text_block(painter, box, self.title, 96, BOLD, colours.ink, max_lines=1, smallest=56)
        if self.nothing and not self.lines:
            area = QRectF(MARGIN, _TOP, width, 200)
            text_block(painter, area, self.nothing, 44, MEDIUM, colours.muted)
        self._paint_news(painter, width)
        if self.target or self.goal:
            self._paint_goal(painter)
        if self.promised or self.joined:
            painter.setPen(QPen(QColor(colours.line), 2))
            painter.drawLine(QPointF(MARGIN, _DIVIDER), QPointF(WIDTH - MARGIN, _DIVIDER))
            self._paint_promises(painter)
            self._paint_joined(painter)

    def _colour(self, ring: Ring) -> str:
        colours = self.palette
        return {
            RingTone.GOING: colours.accent,
            RingTone.GOOD: colours.good,
            RingTone.WAITS: colours.warning,
            RingTone.QUIET: colours.muted,
        }[ring.tone]

    def _paint_news(self, painter: QPainter, width: float) -> None:
        per_page = self._per_page
        first = self.page * per_page
        step = (_DIVIDER - 24 - _TOP) / per_page
        large, small = (38, 28) if per_page == _MOST else (44, 32)
        ring_side = min(54.0, step * 0.46)
        rows = 2 if per_page == _ROOMY else 1
        for at, line in enumerate(self.lines[first : first + per_page]):
            top = _TOP + at * step
            middle = top + step / 2 - 6
            ring = QRectF(MARGIN, middle - ring_side / 2, ring_side, ring_side)
            paint_ring(painter, ring, line.ring, self._colour(line.ring), self.palette.paper)
            left = MARGIN + _MARK
            box = QRectF(left, top, width - _MARK, large * 1.3)
            _paint_name(painter, box, line, large, self.palette)
            words = QRectF(left, top + large * 1.24, width - _MARK, small * 1.4 * rows)
            waits = line.ring.tone is RingTone.WAITS
            colour = self.palette.warning if waits else self.palette.muted
            text_block(painter, words, line.words, small, colour=colour, max_lines=rows)

    def _paint_goal(self, painter: QPainter) -> None:
        colours = self.palette
        below = QRectF(_FACE.x() - 274, 300, 548, 430)
        if self.target:
            self._paint_face(painter)
            paint_measure(painter, _FACE, _RADIUS, self.target, self.unit, colours)
            below = QRectF(_FACE.x() - 274, _FACE.y() + _RADIUS + 22, 548, 108)
        text_block(
            *(painter, below, self.goal, 34 if self.target else 48, SEMIBOLD, colours.ink),
            max_lines=3 if self.target else 5,
            across=Across.CENTRE,
            down=Down.TOP if self.target else Down.MIDDLE,
        )

    def _paint_face(self, painter: QPainter) -> None:
        colours, face = self.palette, self.face
        share = face.share if face is not None else 0.0
        paint_ticks(painter, _FACE, _RADIUS, colours.accent, colours.line, share)
        if face is not None:
            first = face.share - face.gained
            paint_gained(painter, _FACE, _RADIUS, colours.good, first, face.share)
            paint_span(painter, _FACE, _RADIUS, colours.muted, face.least, face.most)

    def _promises(self) -> str:
        return _("{kept} of {count}", kept=self.kept, count=self.promised) if self.promised else ""

    def _kept_line(self) -> str:
        return ngettext(
            "{kept} of {count} commitment kept",
            "{kept} of {count} commitments kept",
            self.promised,
            kept=self.kept,
        )

    def _joined_line(self) -> str:
        if not self.joined:
            return ""
        return ngettext("{count} new member", "{count} new members", len(self.joined))

    def _paint_promises(self, painter: QPainter) -> None:
        if not self.promised:
            return
        colours = self.palette
        number = self._promises()
        box = QRectF(MARGIN, _DIVIDER + 40, 520, 100)
        text_block(painter, box, number, 84, BOLD, colours.ink, max_lines=1, down=Down.MIDDLE)
        left = MARGIN + min(520.0, text_width(number, 84, BOLD)) + 36
        words = ngettext("commitment kept", "commitments kept", self.promised)
        label = QRectF(left, _DIVIDER + 36, 1260 - left, 46)
        text_block(painter, label, words, 32, colour=colours.muted, max_lines=1, down=Down.MIDDLE)
        step = min(39.0, (1240 - left) / self.promised)
        if step < _LEAST_STEP:  # the numbers say it
            return
        side = step * 0.77
        for at in range(self.promised):
            rect = QRectF(left + at * step, _DIVIDER + 107 - side / 2, side, side)
            ring = _KEPT if at < self.kept else _OPEN
            paint_ring(painter, rect, ring, self._colour(ring), colours.paper)

    def _paint_joined(self, painter: QPainter) -> None:
        if not self.joined:
            return
        colours = self.palette
        number = str(len(self.joined))
        begin = 1284.0
        box = QRectF(begin, _DIVIDER + 40, 160, 100)
        text_block(painter, box, number, 84, BOLD, colours.ink, max_lines=1, down=Down.MIDDLE)
        left = begin + text_width(number, 84, BOLD) + 36
        words = ngettext("new member", "new members", len(self.joined))
        label = QRectF(left, _DIVIDER + 36, WIDTH - MARGIN - left, 46)
        text_block(painter, label, words, 32, colour=colours.muted, max_lines=1, down=Down.MIDDLE)
        side, step = 36.0, 50.0
        room = int((WIDTH - MARGIN - left + step - side) / step)
        shown = self.joined if len(self.joined) <= room else self.joined[: max(0, room - 2)]
        painter.setPen(Qt.PenStyle.NoPen)
        for at, letter in enumerate(shown):
            rect = QRectF(left + at * step, _DIVIDER + 90, side, side)
            paint_badge(painter, rect, letter, colours)
        if len(shown) < len(self.joined):
            more = f"+{number_text(len(self.joined) - len(shown))}"
            box = QRectF(left + len(shown) * step, _DIVIDER + 85, step * 2, 46)
            text_block(painter, box, more, 32, colour=colours.muted, max_lines=1, down=Down.MIDDLE)


def _paint_name(
    painter: QPainter, box: QRectF, line: NewsLine, size: int, colours: SlidePalette
) -> None:
    """The name, and on its right in amber what holds it back for so many days."""
    room, gap = text_width(line.held, SMALLEST, SEMIBOLD), 28.0 if line.held else 0.0
    name = QRectF(box.x(), box.y(), box.width() - room - gap, box.height())
    text_block(painter, name, line.name, size, BOLD, colours.ink, max_lines=1)
    if not line.held:
        return
    left = box.x() + min(text_width(line.name, size, BOLD), name.width()) + gap
    held = QRectF(left, box.y(), room + 4, box.height())
    text_block(
        *(painter, held, line.held, SMALLEST, SEMIBOLD, colours.warning),
        max_lines=1,
        down=Down.MIDDLE,
    )
