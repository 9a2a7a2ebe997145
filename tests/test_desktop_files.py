"""A double click on a club file opens it, and a second one brings its window to the front."""

import configparser
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from kdc_desktop import cli
from kdc_desktop.desktop_files import KIND
from kdc_desktop.storage import open_database
from kdc_desktop.storage.opening import APPLICATION_ID

TOLD = shutil.which("gio") and shutil.which("update-mime-database")
_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "my data"))
    monkeypatch.setattr(sys, "argv", ["pytest"])
    assert cli.main(["install-desktop"]) == 0
    return tmp_path / "my data"


def test_the_entry_opens_what_is_clicked_and_has_an_icon_in_every_size(home: Path) -> None:
    entry = configparser.RawConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]  # as its documentation has it
    entry.read(home / "applications" / "kdc-desktop.desktop", encoding="utf-8")
    said = entry["Desktop Entry"]
    assert said["MimeType"] == f"{KIND};"
    words = shlex.split(said["Exec"])
    assert words[-2:] == ["open", "%f"]
    assert Path(words[0]).is_file()
    for size in (16, 48, 256):
        for name in ("apps/kdc-desktop", f"mimetypes/{KIND.replace('/', '-')}"):
            image = QImage(str(home / f"icons/hicolor/{size}x{size}/{name}.png"))
            assert (image.width(), image.height()) == (size, size)
            assert image.pixelColor(size // 3, size // 3).alpha() > 0
    assert (home / "icons/hicolor/scalable/apps/kdc-desktop.svg").is_file()


def test_a_club_is_known_by_its_ending_and_by_its_head(home: Path, tmp_path: Path) -> None:
    text = (home / "mime" / "packages" / "kdc-desktop.xml").read_text(encoding="utf-8")
    kinds = ElementTree.fromstring(text)  # noqa: S314 - it is ours
    (glob,) = kinds.iter(f"{_SPACE}glob")
    assert glob.get("pattern") == "*.kdc"
    outer, inner = kinds.iter(f"{_SPACE}match")
    open_database(tmp_path / "club.kdc").close()
    head = (tmp_path / "club.kdc").read_bytes()[:100]
    assert head.startswith(str(outer.get("value")).replace("\\0", "\0").encode())
    at = int(str(inner.get("offset")))
    assert head[at : at + 4] == str(inner.get("value")).encode()
    assert head[at : at + 4] == APPLICATION_ID.to_bytes(4, "big")


@pytest.mark.skipif(not TOLD, reason="this system has no desktop that could say")
def test_the_desktop_itself_says_what_a_club_is(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_DIRS", "/usr/local/share:/usr/share")
    open_database(tmp_path / "club.kdc").close()
    (tmp_path / "club.kdc").rename(tmp_path / "without an ending")
    (tmp_path / "named.kdc").write_bytes(b"\1\2\3")
    for name in ("without an ending", "named.kdc"):
        told = subprocess.run(
            ["gio", "info", "-a", "standard::content-type", str(tmp_path / name)],
            capture_output=True,
            text=True,
            check=False,
        )
        assert f"standard::content-type: {KIND}" in told.stdout


def test_all_of_it_goes_again(home: Path) -> None:
    assert cli.main(["install-desktop", "--remove"]) == 0
    left = [file for file in home.rglob("*kdc-desktop*") if file.is_file()]
    assert left == []
