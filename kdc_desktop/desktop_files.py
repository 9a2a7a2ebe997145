"""Tells the desktop of this user that club files are ours: a double click opens one.

As freedesktop.org has it: an entry of the program, a kind of file, and icons, all of them in the
user's own data folder (https://specifications.freedesktop.org/shared-mime-info-spec/latest/).
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from kdc_desktop import paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

KIND = "application/vnd.kdc-desktop.club"  # untranslated: a media type
_NAME = "kdc-desktop"  # untranslated: as the window calls itself
_FILE_ICON = KIND.replace("/", "-")
_SIZES = (16, 24, 32, 48, 64, 128, 256)
_RENEWED = (
    ("update-mime-database", "mime"),
    ("update-desktop-database", "applications"),
    ("gtk-update-icon-cache", "icons/hicolor"),
)
"""What reads these folders anew, where it is there; most desktops see it by themselves."""


def install() -> Path:
    """Write the entry, the kind of file and the icons; returns where the entry lies.

    Raises:
        UserError: the system knows no such entries.
    """
    home = _home()
    for place, text in _texts().items():
        target = home / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    for name, source in _icons().items():
        svg = home / "icons/hicolor/scalable" / name
        svg.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, f"{svg}.svg")
        for size in _SIZES:
            _draw(source, home / f"icons/hicolor/{size}x{size}" / f"{name}.png", size)
    _renew(home)
    return home / f"applications/{_NAME}.desktop"


def remove() -> None:
    """Take all of it away again.

    Raises:
        UserError: the system knows no such entries.
    """
    home = _home()
    written = [home / place for place in _texts()]
    for name in _icons():
        written.append(home / f"icons/hicolor/scalable/{name}.svg")
        written += [home / f"icons/hicolor/{size}x{size}/{name}.png" for size in _SIZES]
    for file in written:
        file.unlink(missing_ok=True)
    _renew(home)


def _home() -> Path:
    if sys.platform in ("win32", "darwin"):
        raise UserError(
            _("This system takes the kinds of files from the installed program. Use its installer.")
        )
    return paths.xdg_folder("XDG_DATA_HOME", ".local", "share")


def _icons() -> Mapping[str, Path]:
    return {
        f"apps/{_NAME}": paths.resource("kdc-desktop.svg"),
        f"mimetypes/{_FILE_ICON}": paths.resource("kdc-club.svg"),
    }


def _texts() -> Mapping[str, str]:
    return {f"applications/{_NAME}.desktop": _entry(), f"mime/packages/{_NAME}.xml": _kind()}


def _entry() -> str:
    """The entry, in English: desktops show the program's own words for everything else."""
    program = " ".join(map(_quoted, _program()))
    lines = {
        "Type": "Application",
        "Name": "KDC Desktop",
        "GenericName": "Live co-creation sessions",
        "Comment": "Run a live co-creation session from one laptop",
        "Exec": f"{program} open %f",
        "Icon": _NAME,
        "Terminal": "false",
        "Categories": "Office;",
        "Keywords": "workshop;ideas;board;vote;facilitation;",
        "MimeType": f"{KIND};",
        "StartupNotify": "true",
        "StartupWMClass": _NAME,
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={said}\n" for key, said in lines.items())


def _program() -> list[str]:
    """How this program is called, wherever one stands: by its own name, or through its Python."""
    called = Path(sys.argv[0]).absolute()
    if called.stem == _NAME and os.access(called, os.X_OK):
        return [str(called)]
    found = shutil.which(_NAME)
    return [found] if found else [sys.executable, "-m", "kdc_desktop"]


def _quoted(word: str) -> str:
    """A word of a command as an entry has it."""
    for sign in '\\"`$':
        word = word.replace(sign, f"\\{sign}")
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _kind() -> str:
    """Known by its ending, and by what stands in its head whatever it is called."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{KIND}">
    <comment>KDC club</comment>
    <sub-class-of type="application/vnd.sqlite3"/>
    <icon name="{_FILE_ICON}"/>
    <glob pattern="*.kdc"/>
    <magic priority="60">
      <match type="string" offset="0" value="SQLite format 3\\0">
        <match type="string" offset="68" value="KDC1"/>
      </match>
    </magic>
  </mime-type>
</mime-info>
"""


def _draw(source: Path, target: Path, size: int) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    target.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    image.save(str(target))


def _renew(home: Path) -> None:
    for program, folder in _RENEWED:
        found = shutil.which(program)
        if found and (home / folder).is_dir():
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(  # noqa: S603 - a program of the desktop, and our own folder
                    [found, str(home / folder)], check=False, capture_output=True, timeout=60
                )
