"""Small catalogues for tests, in the format that gettext reads."""

import struct
from collections.abc import Mapping
from pathlib import Path

_HEADER = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def write_catalogue(file: Path, words: Mapping[str, str]) -> None:
    """Write a .mo file; a context comes before U+0004, plurals are parted by U+0000."""
    pairs = sorted((key.encode(), word.encode()) for key, word in {"": _HEADER, **words}.items())
    keys_at = 28
    words_at = keys_at + 8 * len(pairs)
    at = words_at + 8 * len(pairs)
    tables, texts = [b"", b""], b""
    for table in (0, 1):
        for pair in pairs:
            tables[table] += struct.pack("<II", len(pair[table]), at + len(texts))
            texts += pair[table] + b"\0"
    head = struct.pack("<IIIIIII", 0x950412DE, 0, len(pairs), keys_at, words_at, 0, 0)
    file.parent.mkdir(parents=True)
    file.write_bytes(head + tables[0] + tables[1] + texts)
