"""Pictures come from anywhere: each is read, or refused in a sentence, and none is too much."""

import zlib
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from pytestqt.qtbot import QtBot

from kdc_desktop.errors import UserError
from kdc_desktop.interchange.pdf_pictures import pictures_of_pdf
from kdc_desktop.interchange.slips import read_slips
from kdc_desktop.screens.polls.slips.pictures import greys_in
from tests.rooms.slip_camera import SHAPES, greys_of, printed_sheet

PNG = b"\x89PNG\r\n\x1a\n"
GIF = bytes.fromhex(
    "47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b"
)


@pytest.fixture(autouse=True)
def _window(qtbot: QtBot) -> None:
    """Fonts belong to a window."""


def encoded(image: QImage, kind: str, quality: int = 90) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind.lower().encode()))
    writer.setQuality(quality)
    assert writer.write(image)
    return bytes(buffer.data().data())


def refused(path: Path) -> str:
    with pytest.raises(UserError) as refusal:
        list(greys_in(path))
    return str(refusal.value)


def chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data).to_bytes(4, "big")
    return len(data).to_bytes(4, "big") + name + data + check


def png_that_says(width: int, height: int) -> bytes:
    """A PNG that has nothing of what its head says."""
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([8, 0, 0, 0, 0])
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "WEBP", "TIFF"])
def test_slips_are_found_in_every_kind_of_picture(tmp_path: Path, kind: str) -> None:
    sheet = printed_sheet(SHAPES[0])
    path = tmp_path / "scan"  # what it is called tells nothing
    path.write_bytes(encoded(sheet.image, kind))
    (grey,) = greys_in(path)
    assert len(read_slips(grey).slips) == 4


@pytest.mark.qt_log_ignore(".*", extend=True)  # what Qt makes of it is not ours
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"a letter to my aunt",
        PNG,
        b"\xff\xd8\xff",
        GIF,
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
        png_that_says(100, 100)[:40],
    ],
)
def test_what_is_no_picture_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "slips.png"
    path.write_bytes(content)
    assert "slips.png is" in refused(path)


@pytest.mark.qt_log_ignore(".*", extend=True)  # what Qt makes of it is not ours
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "BMP", "WEBP", "TIFF"])
def test_a_broken_picture_is_refused_or_read_as_far_as_it_goes(tmp_path: Path, kind: str) -> None:
    whole = encoded(printed_sheet(SHAPES[0]).image, kind)
    for share in (0.001, 0.1, 0.5, 0.9):
        path = tmp_path / "half.jpg"
        path.write_bytes(whole[: int(len(whole) * share)])
        with suppress(UserError):
            for grey in greys_in(path):
                assert all(not slip.filled for slip in read_slips(grey).slips)


@pytest.mark.parametrize(("width", "height"), [(100_000, 100_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_says_it_is_endless_is_refused(
    tmp_path: Path, width: int, height: int
) -> None:
    path = tmp_path / "huge.png"
    path.write_bytes(png_that_says(width, height))
    assert refused(path).startswith("huge.png ")


def test_two_hundred_megapixels_are_read_smaller(tmp_path: Path) -> None:
    image = QImage(16_000, 12_500, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    path = tmp_path / "phone.jpg"
    path.write_bytes(encoded(image, "JPEG", 30))
    del image
    (grey,) = greys_in(path)
    assert grey.size <= 50_500_000
    assert abs(grey.shape[1] / grey.shape[0] - 1.28) < 0.01


def test_a_picture_with_much_said_beside_it_is_read(tmp_path: Path) -> None:
    whole = encoded(printed_sheet(SHAPES[0]).image, "PNG")
    said = b"".join(chunk(b"tEXt", b"Comment\0" + b"x" * 1_000_000) for _time in range(5))
    path = tmp_path / "told.png"
    path.write_bytes(whole[:33] + said + whole[33:])
    (grey,) = greys_in(path)
    assert len(read_slips(grey).slips) == 4


def test_what_is_seen_through_is_paper(tmp_path: Path) -> None:
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    image.fill(QColor(0, 0, 0, 0))
    path = tmp_path / "clear.png"
    path.write_bytes(encoded(image, "PNG"))
    (grey,) = greys_in(path)
    assert grey.min() == 255


def test_a_pen_of_any_colour_is_dark(tmp_path: Path) -> None:
    for colour in ("#2040ff", "#ff2020", "#209030", "#c040c0"):
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        path = tmp_path / "pen.png"
        path.write_bytes(encoded(image, "PNG"))
        (grey,) = greys_in(path)
        assert grey.max() <= 64


def pdf_of(*pictures: bytes, said: bytes = b"/Filter /DCTDecode", length: bool = True) -> bytes:
    parts = [b"%PDF-1.4\n"]
    for number, picture in enumerate(pictures, 1):
        size = b"/Length %d" % len(picture) if length else b"/Length 99 0 R"
        parts.append(
            b"%d 0 obj\n<< /Type /XObject /Subtype /Image %s %s >>\nstream\n%s\nendstream\nendobj\n"
            % (number, said, size, picture)
        )
    return b"".join((*parts, b"%%EOF"))


@pytest.mark.parametrize("length", [True, False])
def test_each_page_of_a_scan_as_pdf_is_a_picture(tmp_path: Path, length: bool) -> None:
    pages = [encoded(printed_sheet(SHAPES[0], first).image, "JPEG") for first in (1, 5)]
    path = tmp_path / "scan.pdf"
    path.write_bytes(pdf_of(*pages, length=length))
    numbers = [slip.code.number for grey in greys_in(path) for slip in read_slips(grey).slips]
    assert sorted(numbers) == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_packed_picture_in_a_pdf_is_unpacked() -> None:
    jpeg = encoded(printed_sheet(SHAPES[0]).image, "JPEG")
    said = b"/Filter [/FlateDecode /DCTDecode]"
    assert pictures_of_pdf(pdf_of(zlib.compress(jpeg), said=said)) == [jpeg]
    assert pictures_of_pdf(pdf_of(b"not packed at all", said=said)) == []


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.4\n%%EOF",
        pdf_of(b"no jpeg"),
        pdf_of(b"\0" * 100, said=b"/Filter /CCITTFaxDecode"),
        b"%PDF-1.4" + b"stream\n" * 100_000,
        b"%PDF-1.4" + b"<<" * 200_000,
    ],
)
def test_a_pdf_without_such_pictures_says_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "form.pdf"
    path.write_bytes(content)
    assert refused(path) == (
        "form.pdf holds no pictures of paper that can be read here. Let the scanner write JPEG or "
        "PNG."
    )


def test_a_file_that_is_gone_or_a_folder_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.jpg") == "gone.jpg cannot be read: No such file or directory."
    assert "cannot be read" in refused(tmp_path)


def test_a_file_of_gigabytes_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "film.jpg"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    assert refused(path) == "film.jpg is too large: take pictures of fewer slips at once."


def test_the_greys_are_those_of_the_picture(tmp_path: Path) -> None:
    image = printed_sheet(SHAPES[1]).image
    path = tmp_path / "a.png"
    path.write_bytes(encoded(image, "PNG"))
    (grey,) = greys_in(path)
    assert (grey == greys_of(image)).all()
