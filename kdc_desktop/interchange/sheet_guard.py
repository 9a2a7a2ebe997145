"""Looks at a sheet from outside before it is parsed: sizes, expansion, entities, far-away cells.

The reader that follows takes memory for the whole rectangle around the filled cells and ends the
process when there is none, so what is too large has to be refused here.
"""

import os
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

ZIP = b"PK\x03\x04"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_ROOMY = 10_000_000  # below this many bytes a high expansion is an ordinary, repetitive sheet

_XLSX_TOKEN = re.compile(rb"<(?:\w+:)?(row|c)\b([^>]*)>")
_XLSX_REF = re.compile(rb"""\br=["']([A-Za-z]*)(\d+)["']""")
_ODS_TOKEN = re.compile(rb"<(/?)table:(table-row|table-cell|covered-table-cell|table)\b([^>]*)>")
_ODS_ROWS = re.compile(rb"""number-rows-repeated=["'](\d+)["']""")
_ODS_COLUMNS = re.compile(rb"""number-columns-repeated=["'](\d+)["']""")


@dataclass(frozen=True)
class Limits:
    """How much of a sheet from outside is read; more is refused with a sentence."""

    file_bytes: int = 50_000_000
    expanded_bytes: int = 200_000_000
    expansion: int = 200
    rows: int = 50_000
    columns: int = 200
    cell_characters: int = 32_767
    rectangle: int = 10_000_000


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The content of `path`; UserError when missing, a folder, unreadable, empty or too large."""
    name = path.name
    try:
        if path.is_dir():
            raise UserError(_("“{file}” is a folder. Choose a file with a sheet in it.", file=name))
        size = os.stat(path).st_size
        if size > limits.file_bytes:
            raise _too_large(name, size, limits)
        data = path.read_bytes()
    except FileNotFoundError:
        raise UserError(
            _("There is no file “{file}” any more. Choose it again.", file=name)
        ) from None
    except PermissionError:
        raise UserError(
            _(
                "“{file}” may not be read. Close it in other programs, or copy it and choose "
                "the copy.",
                file=name,
            )
        ) from None
    except (OSError, ValueError) as error:
        raise UserError(
            _(
                "“{file}” cannot be read ({reason}). Copy it to this laptop.",
                file=name,
                reason=str(error),
            )
        ) from None
    if not data.strip():
        raise UserError(
            _("“{file}” is empty. Choose a file with a header row and at least one row.", file=name)
        )
    return data


def _too_large(name: str, size: int, limits: Limits) -> UserError:
    return UserError(
        _(
            "“{file}” is {megabytes} MB; at most {limit} MB are "
            "read. Copy the rows you need into a new sheet and choose that.",
            file=name,
            megabytes=size // 1000000,
            limit=limits.file_bytes // 1000000,
        )
    )


def check_ole(data: bytes, name: str) -> None:
    """Raises UserError for a modern workbook under a password (it is wrapped in the old format)."""
    if _ENCRYPTED in data:
        raise encrypted(name)


def encrypted(name: str) -> UserError:
    """The sentence for a sheet under a password."""
    return UserError(
        _(
            "“{file}” is protected with a password. Open it, save a copy without one, and "
            "choose that.",
            file=name,
        )
    )


def broken(name: str) -> UserError:
    """The sentence for a file that is damaged or no sheet at all."""
    return UserError(
        _(
            "“{file}” is damaged or is not a sheet. Open it in a spreadsheet program, save "
            "it as .xlsx or .csv, and choose that.",
            file=name,
        )
    )


def check_zip(archive: zipfile.ZipFile, packed: int, name: str, limits: Limits) -> None:
    """Raises UserError when an .xlsx or .ods expands too far, refers outside, or is damaged.

    `packed` is the size of the file in bytes. The sizes that the archive declares are summed
    first; then every part is expanded in pieces, because a declared size may be a lie.
    """
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise encrypted(name)
    declared = sum(part.file_size for part in parts)
    if declared > limits.expanded_bytes or (
        declared > _ROOMY and declared > packed * limits.expansion
    ):
        raise _bomb(name)
    budget = limits.expanded_bytes
    try:
        for part in parts:
            content = _expand(archive, part, budget, name)
            budget -= len(content)
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                _check_xml(part.filename, content, name, limits)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise broken(name) from None


def _expand(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: int, name: str) -> bytes:
    # The declared size would stop the expansion where a bomb wants it to stop.
    part.file_size = budget + _CHUNK
    content = bytearray()
    with archive.open(part) as source:
        while piece := source.read(_CHUNK):
            content += piece
            if len(content) > budget:
                raise _bomb(name)
    return bytes(content)


def _bomb(name: str) -> UserError:
    return UserError(
        _(
            "“{file}” would expand to far more than a sheet of people or ideas needs, so "
            "it was not opened. Copy the rows you need into a new sheet and choose that.",
            file=name,
        )
    )


def _check_xml(part: str, content: bytes, name: str, limits: Limits) -> None:
    plain = content.replace(b"\0", b"") if b"\0" in content else content
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise UserError(
            _(
                "“{file}” refers to something outside itself, so it was not opened. Open it in "
                "a spreadsheet program, save it as .xlsx or .csv, and choose that.",
                file=name,
            )
        )
    if "worksheets/" in part:
        size = _xlsx_rectangle(plain)
    elif part == "content.xml":
        size = _ods_rectangle(plain)
    else:
        return
    if size > limits.rectangle:
        raise UserError(
            _(
                "A sheet of “{file}” has cells very far apart, too far to read. Copy the rows "
                "you need into a new sheet and choose that.",
                file=name,
            )
        )


def _xlsx_rectangle(content: bytes) -> int:
    """Rows times columns up to the last filled cell."""
    row = column = last_row = last_column = 0
    for token in _XLSX_TOKEN.finditer(content):
        attributes = token[2]
        reference = _XLSX_REF.search(attributes)
        if token[1] == b"row":
            row, column = (int(reference[2]) if reference else row + 1), 0
            continue
        column += 1
        if reference and reference[1]:
            row, column = int(reference[2]), _column_number(reference[1])
        if not attributes.endswith(b"/"):
            last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row * last_column


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _ods_rectangle(content: bytes) -> int:
    """Rows times columns of the largest table; a cell counts as often as it repeats."""
    return max(_ods_tables(content), default=0)


def _ods_tables(content: bytes) -> Iterator[int]:
    rows = columns = last_row = last_column = repeat = 0
    for token in _ODS_TOKEN.finditer(content):
        closing, kind, attributes = token.groups()
        if kind == b"table" and closing:
            yield last_row * last_column
            rows = last_row = last_column = 0
        elif kind == b"table-row" and not closing:
            repeat, columns = _repeated(_ODS_ROWS, attributes), 0
            rows += repeat
        elif not closing and kind != b"table":
            columns += _repeated(_ODS_COLUMNS, attributes)
            if not attributes.endswith(b"/"):
                last_row, last_column = max(last_row, rows), max(last_column, columns)


def _repeated(pattern: re.Pattern[bytes], attributes: bytes) -> int:
    match = pattern.search(attributes)
    return int(match[1]) if match else 1
