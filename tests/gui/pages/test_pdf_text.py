"""The text that a program reads from a PDF is the text that was written."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from kdc_desktop.audience.kit.ink import load_fonts
from kdc_desktop.domain.pages.values import Document, PaperSize, Paragraph
from kdc_desktop.screens.pages import letters
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


@pytest.mark.parametrize("written", ["Ελληνικά", "العربية", "Ⅷ ½ ﬁ", "日本語"])
def test_letters_of_every_script_are_read_as_they_were_written(
    qapp: QApplication, tmp_path: Path, written: str
) -> None:
    load_fonts()
    write_pdf(tmp_path / "out.pdf", Document("t", "f", (Paragraph(written),)), {}, PaperSize.A4)
    has_glyphs = {one for one in written if not is_missing(one)}
    assert has_glyphs - {" "} <= letters_of(tmp_path / "out.pdf")


def test_a_sign_that_no_font_has_is_named_and_no_empty_box(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    signs = "\U0001f6b2\U0001f44d\U0001f3fd\U0001f1eb\U0001f1ee\u2764\ufe0f"
    monkeypatch.setattr(letters, "_is_missing", lambda one, _family: one in signs)
    told = letters.legible("Bikes \U0001f6b2 \U0001f44d\U0001f3fd in \U0001f1eb\U0001f1ee", QFont())
    assert told == "Bikes (bicycle) (thumbs up sign) in FI"
    assert letters.legible("\u2764\ufe0f Ä", QFont()) == "(heavy black heart) Ä"
    monkeypatch.setattr(letters, "_is_missing", lambda _one, _family: False)
    assert letters.legible(signs, QFont()) == signs


def is_missing(letter: str) -> bool:
    return letters._is_missing(letter, "Inter")
