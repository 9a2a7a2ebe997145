"""Pictures from outside, from a scanner or a phone, as greys; whatever they are.

A file says of itself what it likes, so nothing is taken from its name, and nothing larger is loaded
than is looked at.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _, ngettext
from kdc_desktop.interchange.pdf_pictures import is_pdf, pictures_of_pdf

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".pdf")
"""Of the files that are offered."""

_FORMATS = frozenset({"jpeg", "png", "webp", "tiff", "bmp"})
_MOST_BYTES = 300_000_000
_LOOKED_AT = 50_000_000  # pixels: a sheet of A4 with 28 for each millimetre
_MOST_PIXELS = 1_000_000_000


def greys_in(path: Path) -> "Iterator[NDArray[uint8]]":
    """The pictures in a file, one for each page: for each pixel how light it is, 0 to 255.

    Raises:
        UserError: it is none that can be read.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(
                _("{file} is too large: take pictures of fewer slips at once.", file=path.name)
            )
        content = path.read_bytes()
    except OSError as error:
        raise UserError(
            _(
                "{file} cannot be read: {reason}.",
                file=path.name,
                reason=str(error.strerror or error),
            )
        ) from error
    if not is_pdf(content):
        yield _grey(content, path.name)
        return
    pages = pictures_of_pdf(content)
    if not pages:
        raise UserError(
            _(
                "{file} holds no pictures of paper that can be read here. Let the scanner write "
                "JPEG or PNG.",
                file=path.name,
            )
        )
    for page in pages:
        yield _grey(page, path.name)


def _grey(content: bytes, name: str) -> "NDArray[uint8]":
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    try:
        image = _read(reader, name)
    finally:
        # It looks at its device as it goes, and the buffer may go first.
        reader.setDevice(None)  # type: ignore[arg-type]  # Qt takes none
    return _as_greys(image)


def _read(reader: QImageReader, name: str) -> QImage:
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", "replace")
    if kind not in _FORMATS:
        raise UserError(
            _("{file} is no picture that can be read here: use JPEG, PNG or PDF.", file=name)
        )
    if reader.supportsAnimation() and reader.imageCount() > 1:
        raise UserError(_("{file} is a moving picture: take a still one.", file=name))
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        raise UserError(
            ngettext(
                "{file} has {count} million pixels, which is too many.",
                "{file} has {count} million pixels, which are too many.",
                round(size.width() * size.height() / 1_000_000),
                file=name,
            )
        )
    if size.isValid() and size.width() * size.height() > _LOOKED_AT:
        reader.setScaledSize(_smaller(size))
    image = reader.read()
    if image.isNull():
        raise UserError(
            _(
                "{file} is damaged, or has more pixels than can be looked at: take the picture "
                "again, smaller.",
                file=name,
            )
        )
    return image


def _smaller(size: QSize) -> QSize:
    share = (_LOOKED_AT / (size.width() * size.height())) ** 0.5
    return QSize(max(1, round(size.width() * share)), max(1, round(size.height() * share)))


def _as_greys(image: QImage) -> "NDArray[uint8]":
    """The darkest of the three colours of each pixel: a pen of any colour leaves a mark."""
    import numpy

    if image.hasAlphaChannel():
        paper = QImage(image.size(), QImage.Format.Format_RGB32)
        paper.fill(QColor(Qt.GlobalColor.white))
        painter = QPainter(paper)
        painter.drawImage(0, 0, image)
        painter.end()
        image = paper
    if image.isGrayscale():
        flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
        rows = numpy.frombuffer(flat.constBits(), numpy.uint8)
        return rows.reshape(flat.height(), flat.bytesPerLine())[:, : flat.width()].copy()
    flat = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = numpy.frombuffer(flat.constBits(), numpy.uint8)
    pixels = rows.reshape(flat.height(), flat.bytesPerLine())[:, : 3 * flat.width()]
    darkest: NDArray[uint8] = pixels.reshape(flat.height(), flat.width(), 3).min(axis=2)
    return darkest
