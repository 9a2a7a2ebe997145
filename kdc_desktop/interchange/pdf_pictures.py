"""The pictures in a PDF of a scanner: a JPEG for each page, as nearly all of them write it."""

import re
import zlib
from itertools import islice

_BEGINS = re.compile(rb"(?<!end)stream\r?\n")
_IMAGE, _JPEG = re.compile(rb"/Subtype\s*/Image\b"), re.compile(rb"/DCTDecode\b")
_PACKED = re.compile(rb"/FlateDecode\b")
_LENGTH = re.compile(rb"/Length\s+(\d{1,10})(?!\s+\d+\s+R)\b")
_SAID = 4000  # bytes before a stream, in which stands what it is
_MOST_STREAMS, _MOST_PAGES = 20_000, 500
_MOST_BYTES = 100_000_000  # of a picture, unpacked


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF; some have a few bytes before they say so."""
    return b"%PDF-" in content[:1024]


def pictures_of_pdf(content: bytes) -> list[bytes]:
    """The JPEGs of a PDF, in their order; none where its pages hold no such."""
    found: list[bytes] = []
    for begins in islice(_BEGINS.finditer(content), _MOST_STREAMS):
        said = content[max(0, begins.start() - _SAID) : begins.start()]
        said = said[said.rfind(b" obj") + 1 :]
        if _IMAGE.search(said) and _JPEG.search(said):
            picture = _data(content, begins.end(), said)
            found += [picture] if picture.startswith(b"\xff\xd8") else []
        if len(found) == _MOST_PAGES:
            break
    return found


def _data(content: bytes, start: int, said: bytes) -> bytes:
    length = _LENGTH.search(said)
    end = start + int(length[1]) if length else content.find(b"endstream", start)
    data = content[start : end if end > 0 else None]
    if not _PACKED.search(said):
        return data
    try:
        return zlib.decompressobj().decompress(data, _MOST_BYTES)
    except zlib.error:
        return b""
