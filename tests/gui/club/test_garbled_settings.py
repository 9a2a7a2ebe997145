"""Whatever stands in the settings file of the laptop, the program starts and can be used."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kdc_desktop import i18n
from kdc_desktop.app import Program
from kdc_desktop.screens.club.settings_screen import SettingsScreen
from kdc_desktop.screens.kit.translator import wear
from kdc_desktop.settings import TEXT_SIZES, Settings, ThemeMode

GARBAGE = (
    b"",
    b"x" * 300,
    b"/tmp/" + b"x" * 300,
    b"\xff\xfe\x00\x01",
    b"@Invalid()",
    b"@ByteArray(\\xff\\0)",
    b"@Variant(\\0\\0\\0\\x7f\\xff)",
    b"@Variant(garbage)",
    b"@Point(1 2)",
    b"a, b, c",
    b"a:b:c",
    b"zz:zz",
    b"-1",
    b"9" * 400,
    b"nan",
    b"../../../x",
    b"\xe2\x80\xae\\x202e\\n",
    b"{name} %s",
)
pytestmark = pytest.mark.qt_log_ignore("QVariant::load", "of an invalid type", extend=True)
KEYS = {
    b"look": (b"theme", b"text_size", b"motion", b"language"),
    b"files": (b"last",),
    b"kiosk": (b"pin",),
    b"people": (b"columns", b"header"),
    b"organisations": (b"columns", b"header"),
}


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    wear(qapp, i18n.ENGLISH)


def settings_of(folder: Path, garbage: bytes) -> Settings:
    """The settings of a laptop whose file says the same garbage everywhere."""
    file = folder / "settings.ini"
    file.write_bytes(
        b"".join(
            b"[" + group + b"]\n" + b"".join(key + b"=" + garbage + b"\n" for key in keys)
            for group, keys in KEYS.items()
        )
    )
    return Settings(file)


@pytest.mark.parametrize("garbage", GARBAGE)
def test_what_cannot_be_read_is_as_if_it_were_not_there(tmp_path: Path, garbage: bytes) -> None:
    settings = settings_of(tmp_path, garbage)
    assert settings.theme is ThemeMode.SYSTEM
    assert settings.text_size in TEXT_SIZES
    assert isinstance(settings.motion, bool)
    assert settings.last_database is None
    assert (settings.has_pin, settings.pin_ok(""), settings.pin_ok("1234")) == (False, True, True)
    i18n.use(settings.language)
    assert i18n.current() == i18n.ENGLISH


@pytest.mark.parametrize("garbage", GARBAGE[1:6])
def test_the_window_opens_and_its_screens_do(
    qapp: QApplication, tmp_path: Path, garbage: bytes
) -> None:
    settings = settings_of(tmp_path, garbage)
    program = Program(qapp, settings, lambda _window: None)
    with closing(program.open(tmp_path / "club.kdc")) as club:
        for area in ("people", "settings", "home"):
            club.window.go(area)
        assert settings.last_database == tmp_path / "club.kdc"


def test_a_pin_that_cannot_be_read_is_told_and_can_be_set_again(
    qapp: QApplication, tmp_path: Path
) -> None:
    settings = settings_of(tmp_path, b"zz:zz")
    program = Program(qapp, settings, lambda _window: None)
    with closing(program.open(tmp_path / "club.kdc")) as club:
        club.window.go("settings")
        screen = club.window.screen_shown
        assert isinstance(screen, SettingsScreen)
        assert screen.pin_label.text() == (
            "The PIN on this laptop cannot be read any more, so anybody can end the kiosk."
            " Set it again."
        )
        screen.pin_edit.setText("2468")
        screen.pin_button.click()
        assert screen.pin_label.text().startswith("Whoever ends the kiosk at its foot is asked")
        assert (settings.pin_ok("2468"), settings.pin_ok("1357")) == (True, False)
