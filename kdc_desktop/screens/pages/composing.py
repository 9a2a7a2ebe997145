"""Sets the blocks of a document: headings, texts, lists, tables and pictures become pieces."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Heading,
    Manner,
    PageBreak,
    PageTable,
    Paragraph,
    Picture,
    Pictures,
    with_next,
)
from kdc_desktop.screens.pages import setting
from kdc_desktop.screens.pages.pieces import PAD, ImagePiece, Inked, LinePiece, RowPiece
from kdc_desktop.screens.pages.setting import MILLIMETRE, POINT, Face, SetText

_HEADINGS = {1: setting.TITLE, 2: setting.SECTION, 3: setting.ENTRY}
_ABOVE = {1: 0.0, 2: 20 * POINT, 3: 13 * POINT}
_FACES = {
    Manner.BODY: setting.BODY,
    Manner.QUIET: setting.SMALL,
    Manner.QUOTED: setting.BODY,
    Manner.LEAD: setting.LEAD,
}
_BETWEEN = 5 * POINT
_GUTTER = 6 * POINT
_TO_WRITE_IN = 9 * MILLIMETRE
_TALLEST_ROW = 0.5  # of a page: what is higher goes on on the next one
_TALLEST_PICTURE = 0.62
_FILLED, _FROM_AFAR = 0.8, (14.0, 26.0)  # of a page; points


class Composer:
    """Sets blocks for pages with so much room."""

    def __init__(self, width: float, room: float, pictures: Pictures) -> None:
        self._width, self._room, self._pictures = width, room, pictures
        self._breaks = self._keeps = False

    def pieces(self, blocks: Sequence[Block]) -> list[Inked]:
        """The pieces of these blocks, which are none of cards."""
        found: list[Inked] = []
        for block, keeps in with_next(blocks):
            self._keeps = keeps
            found += self._set(block)
        return found

    def _set(self, block: Block) -> Iterator[Inked]:
        match block:
            case Heading():
                yield from self._heading(block)
            case Paragraph():
                yield from self._paragraph(block)
            case Bullets():
                yield from self._bullets(block)
            case PageTable():
                yield from self._grid(block)
            case Picture():
                yield from self._picture(block)
            case PageBreak():
                self._breaks = True

    def _begins(self) -> bool:
        breaks, self._breaks = self._breaks, False
        return breaks

    def _heading(self, block: Heading) -> Iterator[Inked]:
        text = SetText(block.text, _HEADINGS[block.level], self._width)
        for at in range(text.lines):
            above = _ABOVE[block.level] if at == 0 else 0.0
            yield LinePiece(text, at, before=above, keeps=True, breaks=self._begins())

    def _paragraph(self, block: Paragraph) -> Iterator[Inked]:
        quoted = block.manner is Manner.QUOTED
        indent = 8 * POINT if quoted else 0.0
        text = SetText(block.text, _FACES[block.manner], self._width - indent)
        yield from self._lines(text, indent, _BETWEEN, bar=quoted)

    def _lines(
        self,
        text: SetText,
        indent: float,
        before: float,
        *,
        sign: SetText | None = None,
        bar: bool = False,
    ) -> Iterator[Inked]:
        """No line of a text stands alone on a page, neither its first nor its last one."""
        for at in range(text.lines):
            last = at == text.lines - 1
            keeps = self._keeps if last else at in (0, text.lines - 2)
            yield LinePiece(
                text,
                at,
                indent,
                before if at == 0 else 0.0,
                keeps,
                self._begins(),
                sign if at == 0 else None,
                bar,
            )

    def _bullets(self, block: Bullets) -> Iterator[Inked]:
        indent = 10 * POINT
        for item in block.items:
            sign = SetText("•", setting.BODY, indent)
            text = SetText(item, setting.BODY, self._width - indent)
            yield from self._lines(text, indent, _BETWEEN / 2, sign=sign)

    def _grid(self, block: PageTable) -> Iterator[Inked]:
        whole = sum(block.shares)
        widths = [self._width * share / whole for share in block.shares]
        lefts = [0.0, *accumulate(widths)][:-1]
        inner = [width - _GUTTER for width in widths[:-1]] + [widths[-1]]

        def cells(row: Sequence[str], face: Face) -> list[SetText]:
            return [
                SetText(text, face, width, _across(place in block.numbers))
                for place, (text, width) in enumerate(zip(row, inner, strict=True))
            ]

        head = RowPiece(
            cells(block.heads, setting.CELL_HEAD),
            lefts,
            self._width,
            before=_BETWEEN,
            keeps=True,
            heavy=True,
            breaks=self._begins(),
        )
        yield head
        for at, row in enumerate(block.rows, 1):
            least = _TO_WRITE_IN if block.tall else 0.0
            found = cells(row, self._face(block))
            keeps = block.stays_whole and at < len(block.rows)
            whole_row = RowPiece(found, lefts, self._width, least=least, head=head, keeps=keeps)
            yield from self._parts(whole_row)

    def _face(self, block: PageTable) -> Face:
        """That of its cells; what is large takes most of a page, however few rows there are."""
        if not block.large:
            return setting.CELL
        points = self._room * _FILLED / POINT / max(1, len(block.rows)) - 2 * PAD / POINT
        return Face(max(_FROM_AFAR[0], min(_FROM_AFAR[1], points / 1.3)), leading=1.3)

    def _parts(self, row: RowPiece) -> Iterator[RowPiece]:
        if row.height <= self._room * _TALLEST_ROW:
            yield row
            return
        lines = max(cell.lines for cell in row.cells)
        for at in range(lines):
            yield replace(row, first=at, last=at + 1, ruled=at == lines - 1, least=0.0)

    def _picture(self, block: Picture) -> Iterator[Inked]:
        images = [QImage.fromData(each) for each in self._pictures.get(block.name, ())]
        if not images:
            return
        if block.above:
            yield from self._heading(Heading(block.above))
        for image in images:
            width, height = self._width, self._width * image.height() / max(1, image.width())
            most = self._room * _TALLEST_PICTURE
            if height > most:
                width, height = width * most / height, most
            breaks = self._begins()
            yield ImagePiece(image, width, height, before=_BETWEEN + PAD, breaks=breaks)


def _across(right: bool) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
