"""Looks at a sheet from outside before it is parsed: sizes, expansion, entities, far-away cells.

The reader that follows takes memory for the whole rectangle around the filled cells and ends the
process when there is none, so what is too large has to be refused here.
"""

import os
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _
from kdc_desktop.interchange.sheet_extent import (
    Extent,
    Ranges,
    ods_extents,
    sheet_parts,
    xlsx_extent,
)

ZIP = b"PK\x03\x04"
OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_CHUNK = 1 << 20
_ROOMY = 10_000_000  # below this many bytes a high expansion is an ordinary, repetitive sheet


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


def check_zip(
    archive: zipfile.ZipFile, packed: int, name: str, limits: Limits
) -> dict[str, Ranges]:
    """The hidden rows of each sheet by its name.

    Raises UserError when an .xlsx or .ods expands too far, refers outside, or is damaged.
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
        raise too_much(name)
    budget = limits.expanded_bytes
    seen = _Parts(name, limits)
    try:
        for part in parts:
            content = _expand(archive, part, budget, name)
            budget -= len(content)
            if part.filename.lower().endswith((".xml", ".rels", ".vml")):
                seen.look_at(part.filename, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError):
        raise broken(name) from None
    return seen.hidden()


def _expand(archive: zipfile.ZipFile, part: zipfile.ZipInfo, budget: int, name: str) -> bytes:
    # The declared size would stop the expansion where a bomb wants it to stop.
    part.file_size = budget + _CHUNK
    content = bytearray()
    with archive.open(part) as source:
        while piece := source.read(_CHUNK):
            content += piece
            if len(content) > budget:
                raise too_much(name)
    return bytes(content)


def far_apart(name: str) -> UserError:
    """The sentence for a sheet with so many cells, most of them empty, that nobody can read it."""
    return UserError(
        _(
            "A sheet of “{file}” has cells very far apart, too far to read. Copy the rows "
            "you need into a new sheet and choose that.",
            file=name,
        )
    )


def too_much(name: str) -> UserError:
    """The sentence for a file that would take far more memory than it should."""
    return UserError(
        _(
            "“{file}” would expand to far more than a sheet of people or ideas needs, so "
            "it was not opened. Copy the rows you need into a new sheet and choose that.",
            file=name,
        )
    )


def _refuse_entities(content: bytes, name: str) -> None:
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise UserError(
            _(
                "“{file}” refers to something outside itself, so it was not opened. Open it in "
                "a spreadsheet program, save it as .xlsx or .csv, and choose that.",
                file=name,
            )
        )


class _Parts:
    """What is told from the XML of the parts, one after the other."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._limits = limits
        self._lists = {"xl/workbook.xml": b"", "xl/_rels/workbook.xml.rels": b""}
        self._xlsx: dict[str, Ranges] = {}
        self._ods: dict[str, Ranges] = {}

    def look_at(self, part: str, content: bytes) -> None:
        """Refuse what is hostile or too large, and keep which rows are hidden."""
        plain = content.replace(b"\0", b"") if b"\0" in content else content
        _refuse_entities(plain, self._name)
        if part.casefold() in self._lists:
            self._lists[part.casefold()] = plain
        elif "worksheets/" in part:
            self._xlsx[part.casefold()] = self._hidden(xlsx_extent(plain))
        elif part == "content.xml":
            for sheet, extent in ods_extents(plain):
                self._ods[sheet] = self._hidden(extent)

    def _hidden(self, extent: Extent) -> Ranges:
        if extent.cells > self._limits.rectangle:
            raise far_apart(self._name)
        return extent.hidden

    def hidden(self) -> dict[str, Ranges]:
        """By the name of the sheet, those of its rows that nobody sees in the file."""
        names = sheet_parts(*self._lists.values()) if self._xlsx else {}
        return self._ods | {names[part]: rows for part, rows in self._xlsx.items() if part in names}
