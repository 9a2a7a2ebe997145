"""Writes a document for Word: with styles, so that whoever changes it finds their way."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

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
from kdc_desktop.interchange.xml_text import xml_text

_STYLES = {1: "Title", 2: "Heading 1", 3: "Heading 2"}  # untranslated: names of the template
_MANNERS = {
    Manner.BODY: "Normal",
    Manner.QUIET: "Caption",
    Manner.QUOTED: "Quote",
    Manner.LEAD: "Subtitle",
}
_SIDE, _CELL_POINTS, _QUIET_POINTS = 20.0, 9.0, 9.0
_FOOT_POINTS = 8
_INK = (0x1C, 0x24, 0x30)
_FONT = "Calibri"  # untranslated: a font that every Word has
_ROW_MILLIMETRES = 9.0
_FIELDS = {"\0": "PAGE", "\1": "NUMPAGES"}
"""What Word counts, by what stands for it in the text."""


def write_docx(path: Path, document: Document, pictures: Pictures, paper: PaperSize) -> None:
    """Write it; Word decides where pages end.

    Raises:
        UserError: the file cannot be written.
    """
    made = _Writer(document, pictures, paper).made()
    written = BytesIO()
    made.save(written)
    with replacing(path) as fresh:
        fresh.write_bytes(written.getvalue())


class _Writer:
    """Puts block after block into a new document."""

    def __init__(self, document: Document, pictures: Pictures, paper: PaperSize) -> None:
        import docx

        self._document, self._pictures = document, pictures
        self._word: Any = docx.Document()
        self._width = paper.millimetres[0] - 2 * _SIDE
        self._language = language_of(paper)
        self._breaks = self._keeps = False
        self._set_page(paper)
        self._set_styles()

    def made(self) -> Any:
        """The document with all blocks, and its foot."""
        for block, keeps in with_next(self._document.blocks):
            self._keeps = keeps
            self._add(block)
        self._add_foot()
        about = self._word.core_properties
        about.title, about.author = xml_text(self._document.title)[:255], "KDC Desktop"
        about.comments, about.language = "", self._language
        return self._word

    def _set_page(self, paper: PaperSize) -> None:
        from docx.shared import Mm

        section = self._word.sections[0]
        section.page_width, section.page_height = map(Mm, paper.millimetres)
        section.left_margin = section.right_margin = Mm(_SIDE)
        section.top_margin, section.bottom_margin = Mm(18), Mm(20)

    def _set_styles(self) -> None:
        from docx.shared import Pt, RGBColor

        sizes = {"Normal": 10.5, "Title": 22.0, "Subtitle": 12.0, "Heading 1": 15.0}
        for name in (*_STYLES.values(), *_MANNERS.values()):
            style = self._word.styles[name]
            style.font.name = _FONT
            style.font.size = Pt(sizes.get(name, 11.5 if "Heading" in name else 10.5))
            style.font.color.rgb = RGBColor(*_INK)
            style.element.rPr.rFonts.attrib.pop(_qualified("asciiTheme"), None)
            style.element.rPr.rFonts.attrib.pop(_qualified("hAnsiTheme"), None)
        for lang in self._word.styles.element.iter(_qualified("lang")):
            lang.set(_qualified("val"), self._language)
        for name, decoration in (("Title", "pBdr"), ("Title", "spacing"), ("Subtitle", "spacing")):
            for found in list(self._word.styles[name].element.iter(_qualified(decoration))):
                found.getparent().remove(found)
        self._word.styles["Title"].font.bold = self._word.styles["Subtitle"].font.bold = True
        self._word.styles["Subtitle"].font.italic = False
        quiet = self._word.styles["Caption"]
        quiet.font.size, quiet.font.bold = Pt(_QUIET_POINTS), False

    def _add(self, block: Block) -> None:
        adds: dict[type, Callable[[Any], object]] = {
            Heading: lambda one: self._paragraph(one.text, _STYLES[one.level]),
            Paragraph: lambda one: self._paragraph(one.text, _MANNERS[one.manner]),
            Bullets: self._add_bullets,
            PageTable: self._add_grid,
            Picture: self._add_picture,
            PageBreak: self._break,
        }
        adds[type(block)](block)

    def _break(self, _block: PageBreak) -> None:
        self._breaks = True

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self._word.add_paragraph(xml_text(text), style=style)
        if self._breaks:
            paragraph.paragraph_format.page_break_before = True
            self._breaks = False
        if self._keeps:
            paragraph.paragraph_format.keep_with_next = True
        return paragraph

    def _add_bullets(self, block: Bullets) -> None:
        for item in block.items:
            self._paragraph(item, "List Bullet")  # untranslated: a style of the template

    def _add_grid(self, block: PageTable) -> None:
        from docx.shared import Mm

        if self._breaks:
            self._paragraph("", "Normal")
        table = self._word.add_table(rows=1, cols=len(block.heads))
        table.style, table.autofit = "Normal Table", False  # untranslated: a style of the template
        whole = table._tbl.tblPr.find(_qualified("tblW"))
        whole.set(_qualified("type"), "dxa")
        whole.set(_qualified("w"), str(round(self._width / 25.4 * 1440)))
        widths = [Mm(self._width * share / sum(block.shares)) for share in block.shares]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._fill_row(table.rows[0], block.heads, widths, block, bold=True)
        _mark(table.rows[0], "w:tblHeader")
        for texts in block.rows:
            row = table.add_row()
            if block.tall:
                row.height = Mm(_ROW_MILLIMETRES)
            self._fill_row(row, texts, widths, block, bold=False)
        for row in table.rows[: -1 if block.stays_whole else 1]:
            for cell in row.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        for row in table.rows:
            _mark(row, "w:cantSplit")
        _rule_rows(table)
        self._word.add_paragraph(style=_MANNERS[Manner.QUIET]).paragraph_format.space_after = Mm(0)

    def _fill_row(
        self, row: Any, texts: tuple[str, ...], widths: list[Any], block: PageTable, *, bold: bool
    ) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = widths[place]
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.space_before = Pt(2)
            run = paragraph.add_run(xml_text(text))
            run.font.size, run.font.bold = Pt(_CELL_POINTS), bold
            if place in block.numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def _add_picture(self, block: Picture) -> None:
        from docx.shared import Mm

        pictures = self._pictures.get(block.name, ())
        if pictures and block.above:
            self._paragraph(block.above, _STYLES[2]).paragraph_format.keep_with_next = True
        for picture in pictures:
            paragraph = self._paragraph("", "Normal")
            shape = paragraph.add_run().add_picture(BytesIO(picture), width=Mm(self._width))
            shape._inline.docPr.set("descr", xml_text(block.words))

    def _add_foot(self) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm, Pt

        foot = self._word.sections[0].footer.paragraphs[0]
        foot.style = self._word.styles["Caption"]
        stops = foot.paragraph_format.tab_stops
        for stop in list(self._word.styles["Footer"].paragraph_format.tab_stops):
            stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
        stops.add_tab_stop(Mm(self._width), WD_TAB_ALIGNMENT.RIGHT)
        foot.add_run(f"{xml_text(self._document.foot)}\t").font.size = Pt(_FOOT_POINTS)
        parts = pgettext("pages of a document", "{page} of {pages}", page="\0", pages="\1")
        for part in re.split("([\0\1])", parts):
            run = foot.add_run("" if part in _FIELDS else part)
            if part in _FIELDS:
                _add_field(run, _FIELDS[part])
            run.font.size = Pt(_FOOT_POINTS)


def _qualified(name: str) -> str:
    """A name as Word's own XML has it."""
    from docx.oxml.ns import qn

    return str(qn(f"w:{name}"))


def _mark(row: Any, name: str) -> None:
    """A property of a row that python-docx has no name for."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _rule_rows(table: Any) -> None:
    """A thin line below each row, and none beside; what is in it begins where other text does."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    line = 'w:val="single" w:sz="4" w:space="0" w:color="B9BEC6"'
    borders = f"<w:tblBorders {nsdecls('w')}><w:bottom {line}/><w:insideH {line}/></w:tblBorders>"
    sides = '<w:left w:w="0" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
    layout = table._tbl.tblPr.find(_qualified("tblLayout"))
    layout.addprevious(parse_xml(borders))
    layout.addnext(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{sides}</w:tblCellMar>"))


def _add_field(run: Any, code: str) -> None:
    """What Word counts: the page, or how many there are."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    shown = f'<w:r><w:rPr><w:sz w:val="{_FOOT_POINTS * 2}"/></w:rPr><w:t>1</w:t></w:r>'
    field = f'<w:fldSimple {nsdecls("w")} w:instr="{code}">{shown}</w:fldSimple>'
    run._r.addnext(parse_xml(field))
