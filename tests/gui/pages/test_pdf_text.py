"""The text that a program reads from a PDF is the text that was written."""

import re
from pathlib import Path

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.domain.pages.values import Document, PaperSize, Paragraph
from kdc_desktop.screens.pages.pdf import write_pdf
from kdc_desktop.screens.pages.setting import CHANGING_LETTERS, font_of

WRITTEN = "17:30, “Which’s first?” 2 = 2 (A) -> 3x4"


def letters_of(path: Path) -> set[str]:
    """The letters that the file says its glyphs stand for."""
    found: set[str] = set()
    for noted in re.findall(rb"begincmap.*?endcmap", path.read_bytes(), re.DOTALL):
        found |= {chr(int(code, 16)) for code in re.findall(rb"<([0-9A-F]{4})>", noted)}
    return found


def test_no_feature_that_changes_letters_is_on(qapp: QApplication) -> None:
    load_fonts()
    font = font_of(10.0, 400)
    assert {font.featureValue(QFont.Tag(one)) for one in CHANGING_LETTERS} == {0}
    assert "calt" in CHANGING_LETTERS


def test_what_is_written_is_read(qapp: QApplication, tmp_path: Path) -> None:
    load_fonts()
    write_pdf(tmp_path / "out.pdf", Document("t", "f", (Paragraph(WRITTEN),)), {}, PaperSize.A4)
    letters = letters_of(tmp_path / "out.pdf")
    assert set(WRITTEN) - {" "} <= letters
    assert not {one for one in letters if "\ue000" <= one <= "\uf8ff"}
