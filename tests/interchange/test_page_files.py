"""What pages say stands in every kind of file that they are written to."""

import csv
import re
import zipfile
from base64 import b64decode
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import docx  # noqa: TID253 - the tests read what was written
import icalendar  # noqa: TID253
import pytest
from defusedxml.ElementTree import fromstring
from openpyxl import load_workbook  # noqa: TID253

from kdc_desktop.domain.pages.values import (
    Appointment,
    Bullets,
    Calendar,
    Document,
    Heading,
    MailList,
    Manner,
    PageBreak,
    PageTable,
    PaperSize,
    Paragraph,
    Picture,
)
from kdc_desktop.instants import Instant
from kdc_desktop.interchange import pages_docx
from kdc_desktop.interchange.calendars import write_calendar
from kdc_desktop.interchange.mail_merge import write_mail_list
from kdc_desktop.interchange.pages_docx import write_docx
from kdc_desktop.interchange.pages_odt import write_odt

HOSTILE = "<b>R&D</b> \x00\ud800 one\ntwo\u2028three مرحبا 👩‍👩‍👧"
DOCUMENT = Document(
    HOSTILE,
    "Club · Session",
    (
        Heading("Title", 1),
        Paragraph(HOSTILE, Manner.QUOTED),
        Heading("Part"),
        Bullets(("first", HOSTILE)),
        PageBreak(),
        PageTable(("A", "B"), (("left", "7"), (HOSTILE, "8")), (3, 1), frozenset({1})),
        PageBreak(),
        PageTable(("", "Name"), (("", ""),), (1, 3), tall=True),
        Picture("none", "nothing to see", "Never said"),
    ),
)
SEEN = "<b>R&D</b>  one\ntwo\nthree مرحبا 👩‍👩‍👧"


def test_word_has_every_block_and_repeats_the_heads_of_tables(tmp_path: Path) -> None:
    write_docx(tmp_path / "out.docx", DOCUMENT, {}, PaperSize.LETTER)
    made = docx.Document(str(tmp_path / "out.docx"))
    texts = [one.text for one in made.paragraphs if one.text]
    assert texts == ["Title", SEEN, "Part", "first", SEEN]
    cells = [[cell.text for cell in row.cells] for row in made.tables[0].rows]
    assert cells == [["A", "B"], ["left", "7"], [SEEN, "8"]]
    assert "tblHeader" in made.tables[0].rows[0]._tr.xml
    assert "NUMPAGES" in made.sections[0].footer._element.xml
    assert round(made.sections[0].page_width.mm) == 216


def test_word_counts_pages_in_a_language_that_writes_in_capitals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        pages_docx, "pgettext", lambda _where, _text, page, pages: f"{page} DE {pages}"
    )
    write_docx(tmp_path / "out.docx", DOCUMENT, {}, PaperSize.A4)
    foot = docx.Document(str(tmp_path / "out.docx")).sections[0].footer.paragraphs[0]
    assert foot.text.endswith("\t DE ")
    assert re.findall('w:instr="(\\w+)"', foot._p.xml) == ["PAGE", "NUMPAGES"]


def test_opendocument_has_every_block_and_is_valid_xml(tmp_path: Path) -> None:
    write_odt(tmp_path / "out.odt", DOCUMENT, {}, PaperSize.A4)
    with zipfile.ZipFile(tmp_path / "out.odt") as archive:
        assert archive.namelist()[0] == "mimetype"
        parts = {name: archive.read(name) for name in archive.namelist()}
    content = fromstring(parts["content.xml"])
    for name in ("styles.xml", "meta.xml", "META-INF/manifest.xml"):
        fromstring(parts[name])
    text = "|".join(piece for piece in content.itertext())
    for words in ("Title", "Part", "first", "left", "<b>R&D</b>  one", "three مرحبا 👩‍👩‍👧"):
        assert words in text
    assert "Never said" not in text
    assert b"table-header-rows" in parts["content.xml"]
    assert b"page-count" in parts["styles.xml"]


LED = Document(
    "Led",
    "Foot",
    (
        Paragraph("What leads to a list:"),
        Bullets(("one", "two")),
        Paragraph("What leads nowhere."),
        Heading("Part"),
        Picture("shown", "What is on it"),
    ),
)
SHOWN = {
    "shown": [
        b64decode(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
        )
    ]
}


def test_word_leads_to_its_lists_says_its_language_and_describes_its_pictures(
    tmp_path: Path,
) -> None:
    write_docx(tmp_path / "out.docx", LED, SHOWN, PaperSize.LETTER)
    made = docx.Document(str(tmp_path / "out.docx"))
    leads, first, _second, alone, *_rest = made.paragraphs
    assert (leads.paragraph_format.keep_with_next, first.style.name) == (True, "List Bullet")
    assert alone.paragraph_format.keep_with_next is None
    (picture,) = made.inline_shapes
    assert picture._inline.docPr.get("descr") == "What is on it"
    assert made.core_properties.language == "en-US"
    assert set(re.findall('w:lang w:val="(\\S+)"', made.styles.element.xml)) == {"en-US"}


def test_a_table_of_word_is_as_wide_as_the_paper_has_room(tmp_path: Path) -> None:
    widths = []
    for paper in PaperSize:
        write_docx(tmp_path / "out.docx", DOCUMENT, {}, paper)
        made = docx.Document(str(tmp_path / "out.docx"))
        tables, section = made.tables, cast("Any", made.sections[0])
        room = section.page_width - section.left_margin - section.right_margin
        widths.append(abs(sum(cast("Any", one.width) for one in tables[0].columns) - room))
        assert "cantSplit" in tables[0].rows[1]._tr.xml
    assert max(widths) < 1000, "thousands of a millimetre"


def test_opendocument_has_lists_and_headings_as_every_writer_knows_them(tmp_path: Path) -> None:
    write_odt(tmp_path / "out.odt", LED, SHOWN, PaperSize.A4)
    with zipfile.ZipFile(tmp_path / "out.odt") as archive:
        content, styles = archive.read("content.xml").decode(), archive.read("styles.xml").decode()
    (told,) = re.findall("<text:list .*?</text:list>", content)
    assert re.findall("<text:p[^>]*>([^<]*)<", told) == ["one", "two"]
    heading = '<text:h text:style-name="(Made\\d+)" text:outline-level="1">Part</text:h>'
    (made,) = re.findall(heading, content)
    assert (
        f'style:name="{made}" style:family="paragraph" style:parent-style-name="Heading_20_1"'
        in (content)
    )
    assert content.count('fo:keep-with-next="always"') == 2
    assert "<svg:desc>What is on it</svg:desc>" in content
    assert 'fo:language="en" fo:country="GB"' in styles


def test_a_list_for_letters_is_never_reckoned_with(tmp_path: Path) -> None:
    made = MailList(("First name", "Owes"), (("=1+1", "-"), ("'t Åsa", "two\nlines")), "")
    write_mail_list(tmp_path / "out.csv", made)
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    found = list(csv.reader(text.splitlines(keepends=True)))
    assert found[1:] == [["'=1+1", "'-"], ["'t Åsa", "two\nlines"]]
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    write_mail_list(tmp_path / "out.xlsx", made)
    sheet: Any = load_workbook(tmp_path / "out.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["First name", "Owes"],
        ["=1+1", "-"],
        ["'t Åsa", "two\nlines"],
    ]
    assert sheet["A2"].data_type == "s"


def test_a_calendar_is_read_again_and_newer_each_time(tmp_path: Path) -> None:
    begins = Instant.of(datetime(2026, 11, 3, 16, 0), UTC)
    entries = (
        Appointment("session-1", "Evening; with, commas", begins, begins, "Hall\nB", "Goal"),
        Appointment("commitment-1", "City: permits", date(2026, 12, 1)),
    )

    def read(hour: int) -> Any:
        at = Instant.of(datetime(2026, 11, 26, hour, 0), UTC)
        write_calendar(tmp_path / "out.ics", Calendar("Club", at, entries, ""))
        found: Any = icalendar.Calendar.from_ical((tmp_path / "out.ics").read_bytes())
        return found.walk("VEVENT")

    evening, due = read(10)
    assert evening["sequence"] < read(12)[0]["sequence"]
    assert (str(evening["uid"]), str(evening["summary"])) == (
        "session-1@kdc-desktop.invalid",
        "Evening; with, commas",
    )
    assert evening["dtstart"].dt == datetime(2026, 11, 3, 16, 0, tzinfo=UTC)
    assert due["dtstart"].dt == date(2026, 12, 1)
