"""What the room saw, as pictures for paper: painted by the slides themselves."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, fields, replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from kdc_desktop.audience.board.board_slide import BoardSlide
from kdc_desktop.audience.kit.ink import HEIGHT, MARGIN, PAPER, WIDTH
from kdc_desktop.audience.kit.picture import enter_slide_space
from kdc_desktop.audience.kit.slide import FOOT, Slide, dotted
from kdc_desktop.i18n import _
from kdc_desktop.screens.board.room import board_under
from kdc_desktop.screens.polls.slides import reveal_slide
from kdc_desktop.services.pages.ideas import BOARD
from kdc_desktop.services.pages.votes import result_picture
from kdc_desktop.services.polls.hands import hands
from kdc_desktop.services.polls.questions import polls
from kdc_desktop.services.polls.results import result
from kdc_desktop.services.winners.poll_badge import won
from kdc_desktop.storage import Database

_ACROSS = 2560  # pixels: on paper 380 an inch
_WHITE = PAPER._replace(paper="#FFFFFF")
"""What slides are painted on for paper: no ink is spent on the ground."""
_AROUND = 24.0  # of white, in the space of slides


def slides_of(
    database: Database, session_id: int, wanted: Collection[str]
) -> Iterator[tuple[str, Slide]]:
    """The slides of the pictures wanted, by their names."""
    for row in polls(database, session_id):
        name = result_picture(row.id)
        if name in wanted and row.revealed:
            found = result(database, row.id, won)
            yield name, reveal_slide(found, hands(database, row.id)[1])
    if BOARD in wanted:
        board = board_under(_("Ideas"), database, session_id)
        if board is not None and not board.silent:
            yield BOARD, _overview(board)


@dataclass(frozen=True, kw_only=True)
class _Overview(BoardSlide):
    """The board on its first page, which is the only one on paper."""

    def with_page(self, *parts: str) -> str:
        return dotted(*parts)


def _overview(board: BoardSlide) -> BoardSlide:
    return _Overview(**{one.name: getattr(board, one.name) for one in fields(board)})


def painted(slide: Slide) -> QImage:
    """What a slide shows, without clock and foot; on the GUI thread, as pixmaps are."""
    size = QSize(_ACROSS, round(_ACROSS * HEIGHT / WIDTH))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    enter_slide_space(painter, size.width(), size.height())
    replace(slide, palette=_WHITE).paint_at(painter, 1.0)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """A painted slide without what is blank around it; in any thread."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image.copy(_inked(image)))
    return bytes(buffer.data().data())


def _inked(image: QImage) -> QRect:
    """Where a slide has painted, with a little white around."""
    scale = image.width() / WIDTH
    around = round(_AROUND * scale)
    left = round(MARGIN * scale) - around
    rows, size = bytes(image.constBits()), image.bytesPerLine()
    blank = rows[-size:]
    inked = [
        y for y in range(round((FOOT - 20) * scale)) if rows[y * size : (y + 1) * size] != blank
    ]
    first, last = (max(0, inked[0] - around), inked[-1] + around) if inked else (0, around)
    return QRect(left, first, image.width() - 2 * left, last - first)
