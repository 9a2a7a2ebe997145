"""Collect every text of the program and bring the catalogues of its languages up to date.

Texts come from the calls of kdc_desktop.i18n, from the forms and from the session templates. They
go into resources/translations/kdc-desktop.pot; `<language>/LC_MESSAGES/kdc-desktop.po` beside it is
what translators edit, and the .mo that the program reads is compiled from it.
"""

from __future__ import annotations

import argparse
import html
import io
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
DOMAIN = "kdc-desktop"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "lazy": None,
    "ngettext": (1, 2),
    "nlazy": (1, 2),
    "nfillable": (1, 2),
    "pgettext": ((1, "c"), 2),
    "plazy": ((1, "c"), 2),
    "fillable": None,
    "npgettext": ((1, "c"), 2, 3),
}
COMMENTS = "For translators:"
STAGE_TEXTS = ("title", "prompt", "notes")
OPTIONAL = {"short_day", "short_month"}  # offered beside the padded ones, see i18n/formats.py
PASSING = (b'"POT-Creation-Date', b'"Generated-By')
HEADER = """\
# The texts of KDC Desktop.
# This file is distributed under the same license as KDC Desktop."""

_FORM_TEXT = re.compile(r"<string(?P<attributes>(?:\s[^<>]*)?)>(?P<text>[^<]+)</string>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')
_PLACE = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


def of_form(source: str) -> Iterator[tuple[str, str | None]]:
    """The texts of a Qt Designer form with their contexts, without those marked ``notr``."""
    for found in _FORM_TEXT.finditer(source):
        attributes = dict(_ATTRIBUTE.findall(found["attributes"]))
        if attributes.get("notr") != "true":
            yield html.unescape(found["text"]), attributes.get("comment")


def of_template(source: str) -> Iterator[str]:
    """The texts of a session template, trimmed as the program trims them."""
    read = tomllib.loads(source)
    for part, names in [
        (read, ("name", "description")),
        *((s, STAGE_TEXTS) for s in read["stage"]),
    ]:
        yield from (part[name].strip() for name in names if part.get(name, "").strip())


def of_code(file: Path) -> Iterator[tuple[str | tuple[str, ...], str | None, list[str]]]:
    """The texts in a Python file: message, or one and many; context; remarks for translators."""
    from babel.messages.extract import extract

    with file.open("rb") as stream:
        found = extract("python", stream, KEYWORDS, [COMMENTS], strip_comment_tags=True)
        for _line, message, remarks, context in found:
            yield message, context, remarks


def template(root: Path = ROOT) -> Catalog:
    """Every text of the program, by the files in which it stands."""
    from babel.messages.catalog import Catalog

    every = Catalog(project="KDC Desktop", version="1", header_comment=HEADER, fuzzy=False)

    def add(
        message: str | tuple[str, ...], file: Path, context: str | None, remarks: Sequence[str] = ()
    ) -> None:
        place = (file.relative_to(root).as_posix(), 1)  # lines would change with every edit
        every.add(message, locations=[place], context=context, auto_comments=remarks)

    for file in sorted((root / "kdc_desktop").rglob("*.py")):
        for message, context, remarks in of_code(file):
            add(message, file, context, remarks)
    for file in sorted((root / "ui").rglob("*.ui")):
        for message, context in of_form(file.read_text(encoding="utf-8")):
            add(message, file, context)
    for file in sorted((root / "resources" / "templates").glob("*.toml")):
        for message in of_template(file.read_text(encoding="utf-8")):
            add(message, file, None)
    for text in every:
        text.flags.discard("python-format")  # a per cent sign is one; our places are {names}
    return every


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as a file, without what would make every two of them differ."""
    from babel.messages.pofile import write_po

    written = io.BytesIO()
    write_po(written, catalog, width=100, include_lineno=False)
    lines = written.getvalue().splitlines(keepends=True)
    return b"".join(line for line in lines if not line.startswith(PASSING))


def as_mo(catalog: Catalog) -> bytes:
    """The catalogue as the program reads it, without the translations that are only guessed."""
    from babel.messages.mofile import write_mo

    written = io.BytesIO()
    write_mo(written, catalog)
    return written.getvalue()


def read(file: Path) -> Catalog:
    """The translations of a language, which its folder is named after."""
    from babel.messages.pofile import read_po

    with file.open("rb") as stream:
        return read_po(stream, locale=file.parent.parent.name, domain=DOMAIN)


def misplaced(catalog: Catalog) -> list[str]:
    """Translations with a place that the English text does not have."""
    return [
        f"{catalog.locale}: “{shown}” names {', '.join(sorted(wrong))}"
        for message in catalog
        if message.id and not message.fuzzy
        for shown in _forms(message.string)
        if (wrong := set(_PLACE.findall(shown)) - _places(message) - OPTIONAL)
    ]


def _places(message: Message) -> set[str]:
    return {place for form in _forms(message.id) for place in _PLACE.findall(form)}


def _forms(text: object) -> Sequence[str]:
    return [text] if isinstance(text, str) else [str(form) for form in text or ()]  # type: ignore[attr-defined]


def wanted(languages: Sequence[str], root: Path = ROOT) -> tuple[dict[Path, bytes], list[str]]:
    """What each file should hold, with these languages beside those there are; and mistakes."""
    from babel.messages.catalog import Catalog

    every, folder, mistakes = template(root), root / "resources" / "translations", []
    files = {folder / f"{DOMAIN}.pot": as_po(every)}
    there = {file.parent.parent.name for file in folder.glob(f"*/LC_MESSAGES/{DOMAIN}.po")}
    for language in sorted(there | set(languages)):
        file = folder / language / "LC_MESSAGES" / f"{DOMAIN}.po"
        catalog = read(file) if language in there else Catalog(locale=language, domain=DOMAIN)
        catalog.update(every)
        mistakes += misplaced(catalog)
        files[file] = as_po(catalog)
        files[file.with_suffix(".mo")] = as_mo(catalog)
    return files, mistakes


def main(arguments: Sequence[str]) -> int:
    """Write the files, or with ``--check`` tell which of them are out of date; the exit status."""
    parser = argparse.ArgumentParser(prog="dev.py texts", description="Collect the texts.")
    parser.add_argument("--check", action="store_true", help="write nothing, tell what is old")
    parser.add_argument("--new", metavar="LANGUAGE", action="append", default=[], help="such as fi")
    given = parser.parse_args(arguments)
    files, mistakes = wanted(given.new)
    old = [file for file, content in files.items() if not _holds(file, content)]
    for file in old:
        if not given.check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(files[file])
        print(("Out of date: " if given.check else "Wrote ") + str(file.relative_to(ROOT)))
    for mistake in mistakes:
        print(mistake)
    return 1 if mistakes or (old and given.check) else 0


def _holds(file: Path, content: bytes) -> bool:
    return file.is_file() and file.read_bytes().replace(b"\r\n", b"\n") == content


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
