"""QR codes: what is printed, and what is found in a picture; the only home of zxing-cpp."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy import float64, uint8
    from numpy.typing import NDArray

_SMALL = 10_000_000  # pixels


class FoundCode(NamedTuple):
    """A code in a picture: what it says, and its corners from the upper left one clockwise, as
    x and y of pixels."""

    text: str
    corners: "NDArray[float64]"


def code_of(text: str) -> tuple[tuple[bool, ...], ...]:
    """The squares of the code that says this, row by row: whether each is dark.

    A seventh of it may be covered before it cannot be read. White of four squares belongs around.
    """
    import numpy
    from zxingcpp import BarcodeFormat, create_barcode

    made = create_barcode(text, BarcodeFormat.QRCode, ec_level="M")
    squares = numpy.array(made.to_image(scale=1, add_quiet_zones=False))
    return tuple(tuple(row) for row in (squares < 128).tolist())


def codes_in(grey: "NDArray[uint8]") -> list[FoundCode]:
    """All codes in a picture of which each pixel is a grey from 0 to 255."""
    import numpy
    from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

    by = 2 if grey.size <= _SMALL else 1  # codes of few pixels are found in a larger picture
    found = []
    larger = _twice(_twice(grey, 0), 1) if by == 2 else grey
    for code in read_barcodes(larger, formats=BarcodeFormats(BarcodeFormat.QRCode)):
        at = code.position
        corners = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
        where = numpy.array([(corner.x, corner.y) for corner in corners], dtype=numpy.float64)
        found.append(FoundCode(code.text, (where + 0.5) / by - 0.5))
    return found


def _twice(grey: "NDArray[uint8]", axis: int) -> "NDArray[uint8]":
    """Twice as many pixels along an axis, each between two."""
    import numpy

    lines = numpy.moveaxis(grey, axis, 0).astype(numpy.uint16)
    before = numpy.concatenate([lines[:1], lines[:-1]])
    after = numpy.concatenate([lines[1:], lines[-1:]])
    both = numpy.stack([(3 * lines + before) // 4, (3 * lines + after) // 4], axis=1)
    whole = both.reshape(-1, *lines.shape[1:]).astype(numpy.uint8)
    return numpy.ascontiguousarray(numpy.moveaxis(whole, 0, axis))
