"""Settings of this laptop: how the program looks here, and the kiosk's PIN.

Anybody may write into their file: what cannot be read there is as if it were not there.
"""

import re
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSettings, Signal

from kdc_desktop import i18n, paths
from kdc_desktop.errors import UserError
from kdc_desktop.i18n import _

TEXT_SIZES = (100, 125, 150, 175, 200)
_ROUNDS = 100_000
_KEPT_PIN = r"([0-9a-f]{16}):([0-9a-f]{64})"  # salt and hash

_KEPT_PLACE = re.compile(r"(-?\d{1,5}) (-?\d{1,5}) (\d{2,5}) (\d{2,5}) (m?f?)")


class ThemeMode(StrEnum):
    """Which of the two palettes is worn; the values are those of the settings file."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


class WindowPlace(NamedTuple):
    """Left, top, width and height of a window that fills no display; and whether it fills one."""

    rect: tuple[int, int, int, int]
    maximized: bool = False
    full_screen: bool = False


class SettingsFile(QObject):
    """The words and numbers that a file of settings says; `changed` is emitted after writes."""

    changed = Signal()

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.store = QSettings(str(file), QSettings.Format.IniFormat)

    def _said(self, name: str) -> str:
        """What the file says, if that is a word or a number."""
        found = self.store.value(name)
        return str(found) if isinstance(found, (str, int)) else ""

    def _write(self, name: str, value: object) -> None:
        self.store.setValue(name, value)
        self.store.sync()
        self.changed.emit()

    def _write_unsaid(self, name: str, value: str) -> None:
        """Keep what nobody looks at before the next start."""
        if value != self._said(name):
            self.store.setValue(name, value)
            self.store.sync()


class Settings(SettingsFile):
    """Read and written as attributes."""

    def __init__(self, file: Path | None = None) -> None:
        super().__init__(file or paths.config_folder() / "settings.ini")
        self._language_for_now = ""
        self._thrown_away: Path | None = None

    def throw_away(self, folder: Path) -> None:
        """Whatever lies in this folder, these settings too, is gone when the program ends."""
        self._thrown_away = folder

    def throws_away(self, path: Path) -> bool:
        """Whether this file is gone when the program ends."""
        return self._thrown_away is not None and path.parent == self._thrown_away

    @property
    def theme(self) -> ThemeMode:
        """Light, dark, or as the desktop says."""
        found = self._said("look/theme")
        return ThemeMode(found) if found in set(ThemeMode) else ThemeMode.SYSTEM

    @theme.setter
    def theme(self, mode: ThemeMode) -> None:
        self._write("look/theme", mode.value)

    @property
    def text_size(self) -> int:
        """Per cent: one of `TEXT_SIZES`."""
        found = self._said("look/text_size")
        return next((size for size in TEXT_SIZES if found == str(size)), 100)

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self._write("look/text_size", per_cent)

    @property
    def motion(self) -> bool:
        """Whether things may move."""
        return self._said("look/motion").lower() != "false"

    @motion.setter
    def motion(self, moves: bool) -> None:
        self._write("look/motion", moves)

    @property
    def language(self) -> str:
        """The code of the language to speak: as chosen, else the one that is spoken already."""
        return self._language_for_now or self._said("look/language") or i18n.current()

    @language.setter
    def language(self, code: str) -> None:
        self._language_for_now = ""
        self._write("look/language", code)

    def speak_for_now(self, code: str) -> None:
        """Speak this language until another is chosen, without keeping it."""
        self._language_for_now = code

    @property
    def last_database(self) -> Path | None:
        """The club file that was open last, also where it has gone meanwhile."""
        return self._path("files/last")

    @last_database.setter
    def last_database(self, path: Path) -> None:
        path = path.absolute()
        if path != self.last_database:
            self._write("files/last", str(path))

    @property
    def own_club(self) -> Path | None:
        """The club file from which somebody went to look at the sample."""
        return self._path("files/own")

    @own_club.setter
    def own_club(self, path: Path) -> None:
        self._write_unsaid("files/own", str(path.absolute()))

    def _path(self, name: str) -> Path | None:
        found = Path(self._said(name))
        try:
            return found if found.is_absolute() and not found.is_dir() else None
        except (OSError, ValueError):  # such as a name that is too long
            return None

    @property
    def place(self) -> WindowPlace | None:
        """Where the facilitator's window stood last."""
        kept = _KEPT_PLACE.fullmatch(self._said("window/place"))
        if kept is None:
            return None
        left, top, width, height = (int(number) for number in kept.groups()[:4])
        filled = kept.group(5)
        return WindowPlace(
            (left, top, width, height), maximized="m" in filled, full_screen="f" in filled
        )

    @place.setter
    def place(self, place: WindowPlace) -> None:
        left, top, width, height = place.rect
        filled = "m" * place.maximized + "f" * place.full_screen
        numbers = f"{left} {top} {width} {height} {filled}"  # untranslated: for the file
        self._write_unsaid("window/place", numbers)

    @property
    def inspector_folded(self) -> bool:
        """Whether the facilitator's window shows no inspector."""
        return self._said("window/inspector") == "folded"

    @inspector_folded.setter
    def inspector_folded(self, folded: bool) -> None:
        self._write_unsaid("window/inspector", "folded" if folded else "open")

    @property
    def room_display(self) -> str:
        """The name of the display on which the room looked last."""
        return self._said("window/room_display")

    @room_display.setter
    def room_display(self, name: str) -> None:
        self._write_unsaid("window/room_display", name)

    @property
    def kiosk_contrast(self) -> bool:
        """Whether the kiosk is black, white and yellow, for eyes that need it."""
        return self._said("kiosk/contrast").lower() == "true"

    @kiosk_contrast.setter
    def kiosk_contrast(self, wanted: bool) -> None:
        self._write("kiosk/contrast", wanted)

    @property
    def kiosk_for_the_room(self) -> bool:
        """Whether the kiosk stands on the shared screen where there are two displays."""
        return self._said("kiosk/place") == "shared"

    @kiosk_for_the_room.setter
    def kiosk_for_the_room(self, wanted: bool) -> None:
        self._write_unsaid("kiosk/place", "shared" if wanted else "laptop")

    @property
    def has_pin(self) -> bool:
        """Whether leaving the kiosk needs a PIN."""
        return self._pin is not None

    @property
    def goes_without_pin(self) -> bool:
        """Whether somebody has said that the kiosk needs no PIN, and is not asked again."""
        return self._said("kiosk/no_pin") == "yes"

    @goes_without_pin.setter
    def goes_without_pin(self, wanted: bool) -> None:
        self._write_unsaid("kiosk/no_pin", "yes" if wanted else "no")

    @property
    def lost_pin(self) -> bool:
        """Whether there was a PIN that cannot be read any more: leaving the kiosk needs none."""
        return not self.has_pin and self.store.value("kiosk/pin", "") != ""

    @property
    def _pin(self) -> re.Match[str] | None:
        return re.fullmatch(_KEPT_PIN, self._said("kiosk/pin"))

    def set_pin(self, pin: str) -> None:
        """Keep a salted hash of the PIN; an empty one takes it away.

        Raises:
            UserError: the PIN is not four to eight digits.
        """
        if pin and not (pin.isascii() and pin.isdigit() and 4 <= len(pin) <= 8):
            raise UserError(_("A PIN is four to eight digits."))
        import secrets

        salt = secrets.token_hex(8)
        self._write("kiosk/pin", f"{salt}:{_hashed(pin, salt)}" if pin else "")

    def pin_ok(self, pin: str) -> bool:
        """Whether this is the PIN; without one, every answer is right."""
        kept = self._pin
        if kept is None:
            return True
        import hmac

        salt, hashed = kept.groups()
        return hmac.compare_digest(hashed, _hashed(pin, salt))


def _hashed(pin: str, salt: str) -> str:
    import hashlib

    return hashlib.pbkdf2_hmac(
        "sha256", pin.encode(errors="replace"), bytes.fromhex(salt), _ROUNDS
    ).hex()
