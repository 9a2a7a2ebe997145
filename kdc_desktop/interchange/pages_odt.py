"""Writes a document as OpenDocument text, which LibreOffice and others open."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from struct import unpack
from xml.sax.saxutils import escape, quoteattr

from kdc_desktop.domain.pages.values import (
    Block,
    Bullets,
    Document,
    Heading,
    Manner,
    PageBreak,
    PageTable,
    PaperSize,
    Paragraph,
    Picture,
    Pictures,
    with_next,
)
from kdc_desktop.i18n import pgettext
from kdc_desktop.interchange.document_language import language_of
from kdc_desktop.interchange.files import replacing
from kdc_desktop.interchange.odt_styles import MANIFEST, META, NAMESPACES, STYLES, TABLE_STYLES
from kdc_desktop.interchange.xml_text import xml_text

_MIMETYPE = "application/vnd.oasis.opendocument.text"
_SIDE = 20.0
_MANNERS = {
    Manner.BODY: "Text_20_body",
    Manner.QUIET: "Quiet",
    Manner.QUOTED: "Quoted",
    Manner.LEAD: "Lead",
}


def write_odt(path: Path, document: Document, pictures: Pictures, paper: PaperSize) -> None:
    """Write it; whoever opens it decides where pages end.

    Raises:
        UserError: the file cannot be written.
    """
    body = _Body(document, pictures, paper)
    content = body.content()
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIMETYPE, zipfile.ZIP_STORED)  # first, and as it is
        archive.writestr("content.xml", content)
        archive.writestr("styles.xml", _styles(document, paper))
        about = META.format(title=escape(xml_text(document.title)), language=language_of(paper))
        archive.writestr("meta.xml", about)
        images = "".join(
            f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="image/png"/>'
            for name in body.images
        )
        archive.writestr("META-INF/manifest.xml", MANIFEST.format(images=images))
        for name, image in body.images.items():
            archive.writestr(name, image, zipfile.ZIP_STORED)
    with replacing(path) as fresh:
        fresh.write_bytes(written.getvalue())


def _styles(document: Document, paper: PaperSize) -> str:
    width, height = paper.millimetres
    page, pages = "<text:page-number/>", "<text:page-count/>"
    number = pgettext("pages of a document", "{page} of {pages}", page="\0", pages="\1")
    number = escape(number).replace("\0", page).replace("\1", pages)
    language, _dash, country = language_of(paper).partition("-")
    foot = f"{_plain(document.foot)}<text:tab/>{number}"
    return STYLES.format(
        namespaces=NAMESPACES,
        width=width,
        height=height,
        side=_SIDE,
        inner=_inner(paper),
        foot=foot,
        language=language,
        country=country or "none",
    )


def _table_style(block: PageTable) -> str:
    return "WholeTable" if block.stays_whole else "Table"


def _inner(paper: PaperSize) -> float:
    return paper.millimetres[0] - 2 * _SIDE


def _plain(text: str) -> str:
    """A text in a paragraph; its line breaks are kept."""
    return escape(xml_text(text)).replace("\n", "<text:line-break/>")


class _Body:
    """The content as XML; `images` are by their names in the file."""

    def __init__(self, document: Document, pictures: Pictures, paper: PaperSize) -> None:
        self._document, self._pictures, self._width = document, pictures, _inner(paper)
        self.images: dict[str, bytes] = {}
        self._styles: list[str] = []
        self._breaks = self._keeps = False

    def content(self) -> str:
        """All blocks in their order, and the styles that only they need."""
        parts: list[str] = []
        for block, keeps in with_next(self._document.blocks):
            self._keeps = keeps
            parts += self._block(block)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES}>'
            f"<office:automatic-styles>{TABLE_STYLES}{''.join(self._styles)}"
            "</office:automatic-styles>"
            f"<office:body><office:text>{''.join(parts)}</office:text></office:body>"
            "</office:document-content>"
        )

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading():
                yield self._heading(block.text, block.level)
            case Paragraph():
                yield self._paragraph(_plain(block.text), _MANNERS[block.manner])
            case Bullets():
                items = (self._paragraph(_plain(one), "Item") for one in block.items)
                told = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
                yield f'<text:list text:style-name="Bullets">{told}</text:list>'
            case PageTable():
                yield from self._grid(block)
            case Picture():
                yield from self._picture(block)
            case PageBreak():
                self._breaks = True

    def _style(self, name: str) -> str:
        """A style by name, or one made of it that begins a page or stays with what follows."""
        more = ['fo:break-before="page"'] if self._breaks else []
        more += ['fo:keep-with-next="always"'] if self._keeps else []
        self._breaks = False
        if not more:
            return name
        made = f"Made{len(self._styles)}"
        self._styles.append(
            f'<style:style style:name="{made}" style:family="paragraph" '
            f'style:parent-style-name="{name}">'
            f"<style:paragraph-properties {' '.join(more)}/></style:style>"
        )
        return made

    def _heading(self, text: str, level: int) -> str:
        if level == 1:
            return self._paragraph(_plain(text), "Title")
        style = self._style(f"Heading_20_{level - 1}")
        return (
            f'<text:h text:style-name="{style}" text:outline-level="{level - 1}">'
            f"{_plain(text)}</text:h>"
        )

    def _paragraph(self, inside: str, style: str) -> str:
        return f'<text:p text:style-name="{self._style(style)}">{inside}</text:p>'

    def _grid(self, block: PageTable) -> Iterator[str]:
        if self._breaks:
            yield self._paragraph("", _MANNERS[Manner.BODY])
        number = len(self._styles)
        yield f'<table:table table:name="Table{number}" table:style-name="{_table_style(block)}">'
        for place, share in enumerate(block.shares):
            width = self._width * share / sum(block.shares)
            name = f"Column{number}.{place}"
            self._styles.append(
                f'<style:style style:name="{name}" style:family="table-column">'
                f'<style:table-column-properties style:column-width="{width:.2f}mm"/></style:style>'
            )
            yield f'<table:table-column table:style-name="{name}"/>'
        head = self._row(block.heads, block, "Head", "Row")
        yield f"<table:table-header-rows>{head}</table:table-header-rows>"
        for row in block.rows:
            yield self._row(row, block, "Cell", "TallRow" if block.tall else "Row")
        yield f"</table:table>{self._paragraph('', 'After')}"

    def _row(self, texts: tuple[str, ...], block: PageTable, style: str, row: str) -> str:
        cells = "".join(
            '<table:table-cell table:style-name="Ruled" office:value-type="string">'
            f'<text:p text:style-name="{style}{"Right" if at in block.numbers else ""}">'
            f"{_plain(text)}</text:p></table:table-cell>"
            for at, text in enumerate(texts)
        )
        return f'<table:table-row table:style-name="{row}">{cells}</table:table-row>'

    def _picture(self, block: Picture) -> Iterator[str]:
        pictures = self._pictures.get(block.name, ())
        if pictures and block.above:
            yield self._heading(block.above, 2)
        for image in pictures:
            name = f"Pictures/{len(self.images)}.png"
            self.images[name] = image
            across, down = unpack(">II", image[16:24])  # where a PNG says how large it is
            height = self._width * down / max(1, across)
            frame = (
                f'<draw:frame draw:name={quoteattr(name)} text:anchor-type="as-char" '
                f'svg:width="{self._width:.2f}mm" svg:height="{height:.2f}mm">'
                f'<draw:image xlink:href="{name}" xlink:type="simple" xlink:show="embed"/>'
                f"<svg:desc>{escape(xml_text(block.words))}</svg:desc></draw:frame>"
            )
            yield self._paragraph(frame, _MANNERS[Manner.BODY])
