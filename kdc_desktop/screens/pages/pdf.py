"""Writes a document as PDF: pages of type set here, with the fonts in the file."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from kdc_desktop.domain.pages.paginating import Sheaf, paginated
from kdc_desktop.domain.pages.values import (
    Block,
    CardSheet,
    Document,
    PaperSize,
    Pictures,
    SlipPile,
    written_in,
)
from kdc_desktop.i18n import pgettext
from kdc_desktop.interchange.files import replacing
from kdc_desktop.screens.pages import setting
from kdc_desktop.screens.pages.cards import PaintPage, card_pages
from kdc_desktop.screens.pages.composing import Composer
from kdc_desktop.screens.pages.letters import as_written
from kdc_desktop.screens.pages.pieces import Inked
from kdc_desktop.screens.pages.poll_slips import slip_pages
from kdc_desktop.screens.pages.setting import MILLIMETRE, UNITS_AN_INCH, SetText

_SIDE, _TOP, _BOTTOM = 20 * MILLIMETRE, 18 * MILLIMETRE, 22 * MILLIMETRE
_FOOT = 12 * MILLIMETRE  # from the lower edge


def write_pdf(path: Path, document: Document, pictures: Pictures, paper: PaperSize) -> None:
    """Write it; may be called in any thread, once `load_fonts` was called.

    Raises:
        UserError: the file cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(document.title)
    writer.setCreator("KDC Desktop")
    writer.setResolution(UNITS_AN_INCH)
    size = QPageSize(QSizeF(*paper.millimetres), QPageSize.Unit.Millimeter, paper.value)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number, page in enumerate(_pages(document, pictures, paper)):
        if number:
            writer.newPage()
        page(painter)
    painter.end()
    with replacing(path) as fresh:
        font = setting.font_of(setting.BODY.points, setting.BODY.weight)
        fresh.write_bytes(as_written(bytes(buffer.data().data()), written_in(document), font))


def _pages(document: Document, pictures: Pictures, paper: PaperSize) -> list[PaintPage]:
    width, height = (side * MILLIMETRE for side in paper.millimetres)
    inner, room = width - 2 * _SIDE, height - _TOP - _BOTTOM
    composer = Composer(inner, room, pictures)
    found: list[Sheaf[Inked] | PaintPage] = []
    for part in _parts(document.blocks):
        if isinstance(part, CardSheet):
            found += card_pages(part, width, height)
        elif isinstance(part, SlipPile):
            found += slip_pages(part, width, height)
        else:
            found += paginated(composer.pieces(part), room)
    count = len(found)
    return [
        _flowing(page, document.foot, number, count, inner, height)
        if isinstance(page, Sheaf)
        else page
        for number, page in enumerate(found, 1)
    ]


def _parts(blocks: tuple[Block, ...]) -> Iterator[list[Block] | CardSheet | SlipPile]:
    """What flows together, and sheets of cards between."""
    together: list[Block] = []
    for block in blocks:
        if isinstance(block, CardSheet | SlipPile):
            if together:
                yield together
            together = []
            yield block
        else:
            together.append(block)
    if together:
        yield together


def _flowing(
    sheaf: Sheaf[Inked], foot: str, number: int, count: int, width: float, height: float
) -> PaintPage:
    page = pgettext("pages of a document", "{page} of {pages}", page=number, pages=count)

    def paint(painter: QPainter) -> None:
        for piece, top in sheaf.placed:
            piece.paint(painter, _SIDE, _TOP + top)
        right = SetText(page, setting.FOOT, width, Qt.AlignmentFlag.AlignRight)
        left = SetText(foot, setting.FOOT, width * 0.85)
        base = height - _FOOT
        left.paint(painter, _SIDE, base - left.height())
        right.paint(painter, _SIDE, base - right.height())

    return paint
